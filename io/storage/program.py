"""The program itself: its version, its own files, and whether it is carried on a stick."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from storage.errors import FileProblem

NAME = "政府信息公开年报编辑"
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONTS = RESOURCES / "fonts"
"""Fonts that stand in for official ones; only what is shipped has them."""
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,9}){0,3}", re.ASCII)
_BUILD = RESOURCES / "build.toml"


@dataclass(frozen=True)
class ProgramVersion:
    """Which program this is; date and commit are "" where it runs from its source."""

    number: str
    date: str = ""
    commit: str = ""

    @property
    def text(self) -> str:
        """Return version and build date for people."""
        built = f"（{self.date} 构建，{self.commit}）" if self.date else "（从源代码运行）"
        return self.number + built


@cache
def program_version() -> ProgramVersion:
    """Return the version; what is shipped says when it was built and from which commit."""
    number = own_text("version.txt").strip()
    if not _BUILD.is_file():
        return ProgramVersion(number)
    build = tomllib.loads(_BUILD.read_text(encoding="utf-8"))
    return ProgramVersion(number, build["date"], build["commit"])


def is_newer(number: object) -> bool:
    """Return whether a version that stands in a file is a later one than this program's."""
    if not isinstance(number, str) or not _NUMBER.fullmatch(number):
        return False
    return _parts(number) > _parts(program_version().number)


def _parts(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]


def program_licences() -> str:
    """Return the licences of everything that is shipped; from source, that of the program."""
    inside = RESOURCES.parent
    path = inside.parent / "许可.txt" if _BUILD.is_file() else inside / "LICENSE"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise incomplete(path.name) from error


def own_text(name: str) -> str:
    """Return the text of a file under resources; FileProblem where it is gone."""
    try:
        return (RESOURCES / name).read_text(encoding="utf-8")
    except OSError as error:
        raise incomplete(name) from error


def incomplete(name: str) -> FileProblem:
    """Return what to tell when a file of the program itself is missing; no report is at fault."""
    last = Path(name).name
    return FileProblem(f"程序文件不全（缺 {last}），请重新安装本程序。您的文件没有问题。")


def own_interpreter(executable: str) -> str:
    """Return the interpreter that a further process of the program is started with.

    On Windows the program runs inside its own starter, which starts nothing but the window.
    """
    beside = RESOURCES.parents[1] / "runtime" / "python.exe"
    return str(beside) if _BUILD.is_file() and beside.is_file() else executable


def portable_folder() -> Path | None:
    """Return where a portable program keeps data and settings, None where it is not portable.

    It is portable where a file named `portable` lies beside the file that starts it.
    """
    inside = RESOURCES.parent
    beside = inside.parent if _BUILD.is_file() else inside
    return beside / "data" if (beside / "portable").is_file() else None
