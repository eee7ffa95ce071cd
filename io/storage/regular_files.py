"""Reading a file whole, and no more than what a report can be.

A pipe or a device named like a report has no end; it is refused before it is opened.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from storage.errors import FileProblem, unreadable


def read_regular(path: Path, most_bytes: int, too_large: str) -> tuple[bytes, os.stat_result]:
    """Return a file's bytes and what the system says of it.

    FileProblem if it cannot be read, is no regular file, or is larger: then `too_large` says what
    it is not, as in 不是本程序保存的年报文件.
    """
    try:
        refuse_endless(path)
        with path.open("rb") as file:
            about = os.fstat(file.fileno())
            if about.st_size > most_bytes:
                raise FileProblem(f"「{path.name}」太大，{too_large}。")
            # A file may grow while it is read.
            content = file.read(most_bytes + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(content) > most_bytes:
        raise FileProblem(f"「{path.name}」太大，{too_large}。")
    return content, about


def refuse_endless(path: Path) -> os.stat_result:
    """Return what the system says of a file; FileProblem for a pipe or device, which has no end.

    OSError where the file is not there; a folder raises IsADirectoryError.
    """
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(str(path))
    if not stat.S_ISREG(about.st_mode):
        raise FileProblem(
            f"「{path.name}」不是普通文件（是设备或管道），不能打开。请选择一个文件。"
        )
    return about
