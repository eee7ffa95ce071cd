"""The program itself: its own files, and whether it is carried on a stick."""

from __future__ import annotations

from pathlib import Path

from storage.errors import FileProblem

NAME = "政府信息公开年报编辑"
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
REPORT, SNAPSHOT = ".nianbao", ".json"
"""Extensions of a report, and of what is not saved yet."""
FONTS = RESOURCES / "fonts"
"""Fonts that stand in for official ones; only what is shipped has them."""
BUILD = RESOURCES / "build.toml"
"""What only a shipped program has: when it was built, and from what."""


def program_licences() -> str:
    """Return the licences of everything that is shipped; from source, that of the program."""
    inside = RESOURCES.parent
    path = inside.parent / "许可.txt" if BUILD.is_file() else inside / "LICENSE"
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
    return str(beside) if BUILD.is_file() and beside.is_file() else executable


def portable_folder() -> Path | None:
    """Return where a portable program keeps data and settings, None where it is not portable.

    It is portable where a file named `portable` lies beside the file that starts it.
    """
    inside = RESOURCES.parent
    beside = inside.parent if BUILD.is_file() else inside
    return beside / "data" if (beside / "portable").is_file() else None
