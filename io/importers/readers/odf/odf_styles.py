"""What the styles of an OpenDocument file say that decides what a person reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.readers.looks import PLAIN, Look
from importers.readers.odf.odf_names import FO, STYLE, TABLE, TEXT, Element

_MOST_PARENTS = 20
_POINTS = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)pt")
_RAISED = re.compile(r"(super|sub|-?\d{1,3}%)")
_LEAST_RAISE = 10
"""Per cent of the size."""
_LINES = (STYLE + "text-line-through-style", STYLE + "text-line-through-type")
_WHITE, _NO_GROUND = "#ffffff", ("", "transparent", "#ffffff")
_Key = tuple[str, str]
"""Family and name of a style."""


class OdfStyles:
    """The styles of a document by family and name, those it is based on followed."""

    def __init__(self, roots: Sequence[Element]) -> None:
        """Gather the styles; a name is that of the first root that has it."""
        self._styles: dict[_Key, Element] = {}
        self._looks: dict[tuple[str, str, Look, bool], Look] = {}
        self.lists: dict[str, Element] = {}
        for root in roots:
            for style in root.iter(STYLE + "style", STYLE + "default-style"):
                self._styles.setdefault(_key(style), style)
            for style in root.iter(TEXT + "list-style"):
                self.lists.setdefault(style.get(STYLE + "name", ""), style)

    def look(self, family: str, name: str, outer: Look = PLAIN, *, on_ground: bool) -> Look:
        """Return the look of text with a style, where its surroundings give it another look.

        White letters are seen only where something lies behind them, `on_ground`.
        """
        key = (family, name, outer, on_ground)
        if key not in self._looks:
            look = outer
            # From the most general style to the style itself, which decides.
            for style in reversed(list(self._chain(family, name))):
                for properties in style.iterchildren(STYLE + "text-properties"):
                    look = _changed(look, properties, on_ground)
            self._looks[key] = look
        return self._looks[key]

    def value(self, family: str, name: str, kind: str, attribute: str) -> str:
        """Return an attribute of a style's properties of a kind such as "table-cell"; "" if none.

        The first of the style and those that it is based on has it.
        """
        for style in self._chain(family, name):
            for properties in style.iterchildren(f"{STYLE}{kind}-properties"):
                if found := properties.get(attribute):
                    return found
        return ""

    def of(self, family: str, name: str, attribute: str) -> str:
        """Return an attribute of the style itself, such as its list's name; "" if none."""
        return next(filter(None, (s.get(attribute, "") for s in self._chain(family, name))), "")

    def has_ground(self, family: str, name: str) -> bool:
        """Return whether a cell or paragraph of a style has a colour behind its text."""
        kind = "table-cell" if family == "table-cell" else "paragraph"
        return self.value(family, name, kind, FO + "background-color") not in _NO_GROUND

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(_MOST_PARENTS):
            style = self._styles.get((family, name))
            if style is None:
                break
            yield style
            name = style.get(STYLE + "parent-style-name", "")
        default = self._styles.get((family, ""))
        if default is not None:
            yield default


def _key(style: Element) -> _Key:
    return style.get(STYLE + "family", ""), style.get(STYLE + "name", "")


def _changed(look: Look, properties: Element, on_ground: bool) -> Look:
    """Return a look as text properties change it."""
    struck = [line for name in _LINES if (line := properties.get(name)) is not None]
    if struck:
        look = replace(look, is_struck="none" not in struck)
    look = _hidden(look, properties, on_ground)
    if size := _POINTS.fullmatch(properties.get(FO + "font-size", "")):
        look = replace(look, size=float(size[1]))
    place = _RAISED.match(properties.get(STYLE + "text-position", ""))
    return replace(look, shift=_shift(place[1])) if place else look


def _hidden(look: Look, properties: Element, on_ground: bool) -> Look:
    shown = properties.get(TEXT + "display")
    color = properties.get(FO + "color", "").lower()
    if shown is None and not color:
        return look
    ground = on_ground or properties.get(FO + "background-color", "") not in _NO_GROUND
    return replace(look, is_hidden=shown == "none" or (color == _WHITE and not ground))


def _shift(place: str) -> int:
    if not place.endswith("%"):
        return 1 if place == "super" else -1
    raised = int(place[:-1])
    return 0 if abs(raised) < _LEAST_RAISE else 1 if raised > 0 else -1


BORDERS = tuple(FO + name for name in ("border-top", "border-bottom", "border-left"))


def has_border(styles: OdfStyles, name: str) -> bool:
    """Return whether cells of a style have rules at more than one side."""
    if not name:
        return False
    whole = styles.value("table-cell", name, "table-cell", FO + "border")
    sides = [styles.value("table-cell", name, "table-cell", side) or whole for side in BORDERS]
    return sum(side not in ("", "none") for side in sides) > 1


def is_shown(styles: OdfStyles, table: Element) -> bool:
    """Return whether a table or sheet is shown."""
    name = table.get(TABLE + "style-name", "")
    return styles.value("table", name, "table", TABLE + "display") != "false"
