"""A file is written whole or not at all: beside the target first, then put in its place."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from storage.errors import FileProblem

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_TEMPORARY = re.compile(r"\.[0-9a-f]{12}")
_OLD_SECONDS = 3600
_LONGEST_NAME_BYTES = 255
_NO_ACCESS = {errno.EROFS, errno.EBUSY, errno.ETXTBSY}


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield an empty temporary file beside `path`, which takes its place when the block ends well.

    The bytes are on the disk before they take its place. On any failure the old file stands
    untouched and the temporary file is gone; OSError within the block or around it becomes a
    FileProblem, any other error goes on as it is.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{secrets.token_hex(6)}{target.suffix}")
    try:
        _check_place(target)
        temporary.open("xb").close()
        yield temporary
        _sync_file(temporary, target)
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def remove_leftovers(folder: Path, suffix: str) -> None:
    """Remove temporary files of a suffix such as ".json" that a killed program left behind.

    Only those that were last changed more than an hour ago: a younger one may be being written.
    What the system does not let go stays, without an error.
    """
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            if file.suffix == suffix and _TEMPORARY.fullmatch(file.stem):
                with contextlib.suppress(OSError):
                    if time.time() - file.stat().st_mtime > _OLD_SECONDS:
                        file.unlink()


def _check_place(target: Path) -> None:
    """Raise OSError where a folder is missing or stands in the target's place."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(target))
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "", str(target.parent))
    if len(os.fsencode(target.name)) > _LONGEST_NAME_BYTES:
        raise OSError(errno.ENAMETOOLONG, "", str(target))


def _sync_file(temporary: Path, target: Path) -> None:
    """Bring the bytes onto the disk, under the rights that the old file had."""
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())
    if target.exists():
        with contextlib.suppress(OSError):
            shutil.copymode(target, temporary)


def _sync_folder(folder: Path) -> None:
    # Only Unix can open a folder; without this a power cut may lose the new name.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def unwritable(path: Path, error: OSError) -> FileProblem:
    """Return what to tell when the system does not let a file be written.

    The advice follows from the kind of `error`: place, rights, space, or length of the name.
    """
    return FileProblem(f"「{path.name}」没有保存：{_reason(path, error)}")


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return f"文件夹「{path.parent}」不存在。请换一个文件夹再保存。"
    if isinstance(error, IsADirectoryError):
        return "已经有一个同名的文件夹。请换一个文件名再保存。"
    if isinstance(error, PermissionError) or error.errno in _NO_ACCESS:
        return (
            "文件可能正在 Word、WPS 或别的程序中打开，或者这个文件夹不允许写入。"
            "请先关闭该文件，或者换一个文件夹再保存。"
        )
    if error.errno in _FULL:
        return "磁盘空间不足。原来的文件没有改动，请清理磁盘或者换一个位置再保存。"
    if error.errno == errno.ENAMETOOLONG:
        return "文件名太长。请换一个短一些的文件名再保存。"
    return "写入磁盘时出错。原来的文件没有改动，请换一个位置（例如本机硬盘）再保存。"
