"""The fonts of this computer behind the roles of a page style: widths, glyphs, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from exporters.page_style import ROLES, Font, FontRole, PageStyle
from exporters.paged.families import (
    installed_chinese_families,
    installed_families,
    is_installed,
    stand_in_families,
    stand_in_family,
)
from exporters.stand_ins import STAND_INS

_Systems = QFontDatabase.WritingSystem
MEASURING_SIZE = 1000
"""Pixels; large enough that a width is not rounded."""
_WRITINGS = (_Systems.SimplifiedChinese, _Systems.TraditionalChinese, _Systems.Any)


@dataclass(frozen=True)
class Missing:
    """A font that this computer lacks, and the family that stands in for it."""

    name: str
    instead: str


@dataclass(frozen=True)
class Glyph:
    """A character in a font family: the glyph's number and its width in parts of the size."""

    family: str
    index: int
    width: float


class FontBook:
    """Finds a glyph for every character of a role; where the role's font lacks it, in another.

    Made, used and dropped in one thread, while an application of Qt is there.
    """

    def __init__(self, style: PageStyle) -> None:
        self._style = style
        self._families = installed_families()
        self._by_name = {_plain(name): name for name in sorted(self._families)}
        self._faces: dict[str, QRawFont] = {}
        self._sized: dict[tuple[str, float], QRawFont] = {}
        self._glyphs: dict[tuple[str, FontRole], Glyph] = {}
        self._chosen: dict[FontRole, str] = {}
        self.without_glyph: set[str] = set()

    def advance(self, char: str, role: FontRole) -> float:
        """Return the width of a character in parts of the font's size."""
        return self.glyph(char, role).width

    def glyph(self, char: str, role: FontRole) -> Glyph:
        """Return the glyph of a character; one that no font has is a box, and is noted."""
        key = (char, role)
        if key not in self._glyphs:
            self._glyphs[key] = self._find(char, role)
        return self._glyphs[key]

    def face(self, family: str, size: float) -> QRawFont:
        """Return a family in a size, in units of the painter."""
        key = (family, size)
        if key not in self._sized:
            face = QRawFont(self._face(family))
            face.setPixelSize(size)
            self._sized[key] = face
        return self._sized[key]

    def family(self, role: FontRole) -> str:
        """Return the installed family that a role is set in."""
        if role not in self._chosen:
            self._chosen[role] = self._choose(self._style.font(role))
        return self._chosen[role]

    def missing(self) -> tuple[Missing, ...]:
        """Return the fonts of the style that this computer lacks, with what is used instead."""
        found = ((self._style.font(role), self.family(role)) for role in ROLES)
        return tuple(
            dict.fromkeys(
                Missing(font.name, shown_name(family))
                for font, family in found
                if not any(map(self._installed, font.own_names))
            )
        )

    def _choose(self, font: Font) -> str:
        same = next(filter(None, map(self._installed, (*font.same, *font.near))), "")
        own = font.stand_in and stand_in_family(font.stand_in)
        known = filter(None, map(self._installed, font.names))
        return same or own or next(known, "") or next(_chinese_families(), "")

    def _installed(self, name: str) -> str:
        """Return how this computer writes the name of a font, "" where it has none of it.

        Systems differ in capitals, blanks and what they put for a line below.
        """
        return self._by_name.get(_plain(name), "")

    def _find(self, char: str, role: FontRole) -> Glyph:
        shown = " " if char in "\t\u00a0" else char
        for family in self._candidates(role):
            found = self._glyph_in(shown, family)
            if found.index:
                return found
        self.without_glyph.add(char)
        return self._glyph_in(shown, self.family(role))

    def _candidates(self, role: FontRole) -> Iterator[str]:
        yield self.family(role)
        yield from filter(None, map(self._installed, self._style.font(role).names))
        yield from _chinese_families()
        yield from stand_in_families()
        yield from sorted(self._families)

    def _glyph_in(self, char: str, family: str) -> Glyph:
        face = self._face(family)
        indexes = face.glyphIndexesForString(char)
        index = indexes[0] if len(indexes) == 1 else 0
        (advance,) = face.advancesForGlyphIndexes([index])
        return Glyph(family, index, advance.x() / MEASURING_SIZE)

    def _face(self, family: str) -> QRawFont:
        if family not in self._faces:
            font = QFont(family)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setPixelSize(MEASURING_SIZE)
            self._faces[family] = QRawFont.fromFont(font, _writing(family))
        return self._faces[family]


def unknown_sentence(fonts: FontBook) -> str:
    """Return one sentence that names the characters which no installed font has, or ""."""
    if not fonts.without_glyph:
        return ""
    characters = "、".join(sorted(fonts.without_glyph)[:10])
    return f"这台电脑的字体里没有这些字：{characters}，打印出来是方框。"


def shown_name(family: str) -> str:
    """Return the name of a family for people: the program's own fonts are told as such."""
    return next((one.shown for one in STAND_INS if family in one.families), family)


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char not in " _-")


def _chinese_families() -> Iterator[str]:
    """Yield the families with Chinese characters, those for simplified ones first."""
    families = installed_chinese_families()
    yield from sorted(families, key=lambda name: (" SC" not in name, "Mono" in name, name))
    yield from filter(is_installed, QFontDatabase.families(_Systems.TraditionalChinese))


def _writing(family: str) -> QFontDatabase.WritingSystem:
    """Return a writing system of the family, so that Qt takes the family itself."""
    offered = QFontDatabase.writingSystems(family)
    return next((system for system in _WRITINGS if system in offered), _Systems.Any)
