"""The font families of this computer, and the program's own beside them."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from exporters.stand_ins import STAND_INS, StandIn
from storage.program import FONTS

_STAND_IN_FAMILIES = frozenset(name for one in STAND_INS for name in one.families)


def installed_families() -> frozenset[str]:
    """Return the names of all families that this computer has, without the program's own."""
    return frozenset(QFontDatabase.families()) - _STAND_IN_FAMILIES


def installed_chinese_families() -> list[str]:
    """Return the families of this computer that have simplified Chinese characters."""
    return [
        n
        for n in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        if is_installed(n)
    ]


def register_stand_ins() -> None:
    """Let the application use the fonts that come with the program, where it has any."""
    for stand_in in STAND_INS:
        path = FONTS / stand_in.file
        if path.is_file() and not stand_in_family(stand_in):
            QFontDatabase.addApplicationFont(str(path))


def stand_in_family(stand_in: StandIn) -> str:
    """Return the family under which a font of the program is registered, "" where it is not."""
    known = QFontDatabase.families()
    return next((name for name in stand_in.families if name in known), "")


def stand_in_families() -> list[str]:
    """Return the families of the program's own fonts that are registered."""
    return [family for family in map(stand_in_family, STAND_INS) if family]


def is_installed(family: str) -> bool:
    """Return whether a family is the computer's, and none of the program's own."""
    return family not in _STAND_IN_FAMILIES
