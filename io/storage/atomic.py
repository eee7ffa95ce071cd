"""A file is written whole or not at all: beside the target first, then put in its place."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from storage.cancelling import stop_if_cancelled
from storage.errors import FileProblem

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
"""What the system answers where there is no room left."""
_TEMPORARY = re.compile(r"\.[0-9a-f]{12}")
_OLD_SECONDS = 3600
_LONGEST_NAME_BYTES = 255
_NO_ACCESS = {errno.EROFS, errno.EBUSY, errno.ETXTBSY}
_NO_SYNC = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a network file system answers that does not know of syncing."""
_HELD = (5, 32)
"""Windows: access denied, sharing violation."""
_PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds between the tries to put a file in the place of one that is held."""


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield an empty temporary file beside `path`, which takes its place when the block ends well.

    The bytes are on the disk before they take its place. On any failure the old file stands
    untouched and the temporary file is gone; OSError within the block or around it becomes a
    FileProblem, any other error goes on as it is.
    """
    target = Path(os.path.realpath(path))
    temporary = _beside(target)
    try:
        _check_place(target)
        temporary.open("xb").close()
        yield temporary
        _sync_file(temporary, target)
        stop_if_cancelled()
        _take_place(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, check: Callable[[], None] = lambda: None) -> bool:
    """Write a file whole or not at all, and return whether the disk has confirmed to have it.

    Some network drives cannot confirm: the file is written then and may still be on its way.
    `check` is asked at the last moment before the file takes its place; what it raises leaves the
    old file. OSError becomes a FileProblem.
    """
    target = Path(os.path.realpath(path))
    temporary = _beside(target)
    try:
        _check_place(target)
        is_safe = _write_new(temporary, content, _mode(target))
        check()
        _take_place(temporary, target)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return _sync_folder(target.parent) and is_safe


def _beside(target: Path) -> Path:
    return target.with_name(f".{os.urandom(6).hex()}{target.suffix}")


def _mode(target: Path) -> int | None:
    """Return the rights of the file that is replaced, None where there is none."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        return None


def _write_new(temporary: Path, content: bytes, mode: int | None) -> bool:
    with temporary.open("xb") as file:
        file.write(content)
        file.flush()
        is_safe = _synced(file.fileno())
    if mode is not None:
        # Writable for its owner until it stands in its place: Windows moves no other.
        with contextlib.suppress(OSError):
            temporary.chmod(mode | stat.S_IWUSR)
    return is_safe


def _synced(handle: int) -> bool:
    """Wait until the disk has a file; False where the file system cannot tell."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
        return False
    return True


def _take_place(temporary: Path, target: Path) -> None:
    """Put a file in its place; another program that looks at the old one is given a moment."""
    for pause in _PAUSES:
        try:
            temporary.replace(target)
        except PermissionError as error:
            # A virus scanner or an indexer holds the file, which only Windows minds.
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def remove_leftovers(folder: Path, suffix: str) -> None:
    """Remove temporary files of a suffix such as ".json" that a killed program left behind.

    Only those that were last changed more than an hour ago: a younger one may be being written.
    What the system does not let go stays, without an error.
    """
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            if file.suffix == suffix and _TEMPORARY.fullmatch(file.stem):
                with contextlib.suppress(OSError):
                    # What lies in the future was written by a clock that ran ahead.
                    if abs(time.time() - file.stat().st_mtime) > _OLD_SECONDS:
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
        _synced(file.fileno())
    if target.exists():
        with contextlib.suppress(OSError):
            shutil.copymode(target, temporary)


def _sync_folder(folder: Path) -> bool:
    """Wait until the disk has a folder's new names; False where that cannot be told.

    Only Unix can open a folder; elsewhere the system keeps the order by itself.
    """
    if os.name != "posix":
        return True
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        return False
    return True


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
    if error.errno in FULL:
        return "磁盘空间不足。原来的文件没有改动，请清理磁盘或者换一个位置再保存。"
    if error.errno == errno.ENAMETOOLONG:
        return "文件名太长。请换一个短一些的文件名再保存。"
    return "写入磁盘时出错。原来的文件没有改动，请换一个位置（例如本机硬盘）再保存。"
