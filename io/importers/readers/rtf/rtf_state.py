"""What the control words of an RTF file have set where the reader is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from importers.readers.looks import PLAIN, Look

WHITE = (255, 255, 255)
_USUAL_SIZE = 24
_LEAST_RAISE = 4
"""Half points."""
CODE_PAGES = {
    932: "cp932",
    936: "gb18030",
    949: "cp949",
    950: "cp950",
    65001: "utf-8",
    1250: "cp1250",
    1251: "cp1251",
    1252: "cp1252",
    1253: "cp1253",
    1254: "cp1254",
    437: "cp437",
    850: "cp850",
    10008: "gb18030",
    54936: "gb18030",
}
CHARSETS = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950"}
"""Of fonts whose characters take two bytes; the others go by the file's own code page."""


@dataclass
class Document:
    """What the head of the file says for all of it."""

    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    colors: list[tuple[int, ...]] = field(default_factory=list)


@dataclass
class State:
    """What holds within a group: where words go, how they look, and in which table they stand.

    `in_rows` where the shape of a nested table's row is said; `level` is 0 outside tables, 1 in a
    table, 2 in a table in its cell, and so on.
    """

    destination: str = "text"
    is_starred: bool = False
    font: int = 0
    look: Look = field(default_factory=lambda: replace(PLAIN, size=_USUAL_SIZE))
    color: int = 0
    has_ground: bool = False
    skip: int = 1
    level: int = 0
    in_table: bool = False
    in_rows: bool = False

    def copied(self) -> State:
        """Return the state that a group begins with."""
        return replace(self, is_starred=False)

    @property
    def depth(self) -> int:
        """Return how many tables the place stands in."""
        return max(self.level, 1) if self.in_table or self.level > 1 else 0

    def set_look(self, word: str, number: int | None) -> bool:
        """Change the look by a control word; return whether it is one of those."""
        is_on = number != 0
        if word in _SWITCHES:
            self.look = replace(self.look, **{_SWITCHES[word]: is_on})
        elif word in _SHIFTS:
            self.look = replace(self.look, shift=_SHIFTS[word])
        elif word in ("up", "dn"):
            raised = abs(6 if number is None else number) >= _LEAST_RAISE
            self.look = replace(self.look, shift=0 if not raised else 1 if word == "up" else -1)
        elif word == "fs":
            self.look = replace(self.look, size=max(0, number or _USUAL_SIZE))
        else:
            return self._set_color(word, number)
        return True

    def _set_color(self, word: str, number: int | None) -> bool:
        if word == "cf":
            self.color = number or 0
        elif word in _GROUNDS:
            self.has_ground = bool(number)
        elif word == "plain":
            self.look = replace(PLAIN, size=_USUAL_SIZE)
            self.color, self.has_ground = 0, False
        else:
            return False
        return True


_SWITCHES = {
    "strike": "is_struck",
    "striked": "is_struck",
    "v": "is_hidden",
    "deleted": "is_deleted",
    "revised": "is_inserted",
}
_SHIFTS = {"super": 1, "sub": -1, "nosupersub": 0}
_GROUNDS = ("highlight", "chcbpat", "cb", "chshdng")
