"""Which version of the program this is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from storage.program import BUILD, own_text

_NUMBER = re.compile(r"\d{1,9}(\.\d{1,9}){0,3}", re.ASCII)


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
    if not BUILD.is_file():
        return ProgramVersion(number)
    build = tomllib.loads(BUILD.read_text(encoding="utf-8"))
    return ProgramVersion(number, build["date"], build["commit"])


def is_newer(number: object) -> bool:
    """Return whether a version that stands in a file is a later one than this program's."""
    if not isinstance(number, str) or not _NUMBER.fullmatch(number):
        return False
    return _parts(number) > _parts(program_version().number)


def _parts(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]
