"""Numbers of list items in an OpenDocument text, as they are printed before each item."""

from __future__ import annotations

from importers.attribute_numbers import whole_number
from importers.readers.list_numbers import MOST_NUMBER, format_number
from importers.readers.odf.odf_names import STYLE, TEXT, Element
from importers.readers.odf.odf_styles import OdfStyles

MOST_LEVELS = 10
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "１, ２, ３, ...": "decimalFullWidth",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
}


class ListNumbers:
    """Counts the items of lists in reading order."""

    def __init__(self, styles: OdfStyles) -> None:
        """Take the styles, which say how lists are numbered."""
        self._styles = styles
        self._counts: dict[str, list[int]] = {}

    def begin(self, element: Element, style: str) -> None:
        """Begin a list right in the text; it counts on only where it says so."""
        continues = element.get(TEXT + "continue-numbering") == "true"
        if not continues and element.get(TEXT + "continue-list") is None:
            self._counts.pop(style, None)

    def number(self, item: Element, style: str, level: int) -> str:
        """Return the number of an item at a level, from 0; "" for bullets and for none."""
        definition = self._level(style, level)
        if definition is None or level >= MOST_LEVELS:
            return ""
        counts = self._counts.setdefault(style, [0] * MOST_LEVELS)
        start = whole_number(definition.get(TEXT + "start-value"), 1, most=MOST_NUMBER)
        counts[level] = counts[level] + 1 if counts[level] else start
        given = item.get(TEXT + "start-value")
        counts[level] = whole_number(given, counts[level], most=MOST_NUMBER)
        counts[level + 1 :] = [0] * (MOST_LEVELS - level - 1)
        shown = self._shown(style, level, counts, definition)
        before, behind = definition.get(STYLE + "num-prefix"), definition.get(STYLE + "num-suffix")
        return f"{before or ''}{shown}{behind or ''}" if shown else ""

    def _shown(self, style: str, level: int, counts: list[int], definition: Element) -> str:
        levels = whole_number(definition.get(TEXT + "display-levels"), 1, least=1, most=level + 1)
        numbers = []
        for place in range(level - levels + 1, level + 1):
            own = self._level(style, place)
            kind = "" if own is None else own.get(STYLE + "num-format", "")
            numbers.append(format_number(counts[place], _FORMATS.get(kind, kind)) if kind else "")
        return ".".join(filter(None, numbers))

    def _level(self, style: str, level: int) -> Element | None:
        found = self._styles.lists.get(style)
        if found is None:
            return None
        wanted = str(level + 1)
        items = found.iterchildren(TEXT + "list-level-style-number")
        return next((item for item in items if item.get(TEXT + "level") == wanted), None)
