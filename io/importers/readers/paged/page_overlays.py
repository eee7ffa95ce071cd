"""Characters laid over a page that are no part of its text: watermarks and the words of seals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from importers.readers.paged.drawn_page import EDGE, OPACITY, Box, DrawnPage, Mark
from importers.readers.paged.page_lines import plain_character
from importers.readers.paged.page_marks import place_of

FEWEST_ANGLES = 3
"""Directions of letters around a seal; a watermark has one."""
LEAST_TURN = 10.0
"""Degrees: letters whose directions differ by less stand on one line."""
FEWEST_REPEATED, FEWEST_PAGES = 3, 2
"""Letters of words that stand in one place on all pages, and pages, before they are none of a text;
letters of a running text stand there by chance."""
LEAST_OVERLAID = 0.34
"""Of the letters of a line: so many stand on others before it is taken to lie over them."""
PALE = 0.55
"""How light words over the text are, 0 being black, before all that are alike go with them."""
CLEAR = 0.5
"""How opaque letters may be that are taken for a watermark, wherever they stand on a page."""
_NEAR_COLOR = 0.12
_SAME_LINE = 0.55
_SQUARE = 12.0
MOST_SQUARES = 20


@dataclass
class Overlays:
    """The letters of a page that are no text, by their id, and the words that they make up."""

    letters: set[int] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    clear: list[str] = field(default_factory=list)
    """Those that the page shows through, whether or not they stand on others."""

    def add(self, chars: Sequence[Mark], words: list[str]) -> None:
        """Add the letters of a line, and what they say to `words`."""
        self.letters.update(map(id, chars))
        if text := _words(chars).strip():
            words.append(text)


def _words(chars: Iterable[Mark]) -> str:
    return "".join(plain_character(str(char["text"])) for char in chars)


def overlays(page: DrawnPage) -> Overlays:
    """Return what lies over the text of a page: the level words of seals, and watermarks."""
    found = Overlays()
    for line in (*_in_seals(page), *_over_text(page)):
        if not found.letters.issuperset(map(id, line)):
            found.add(line, found.words)
    for line in [] if is_mostly_clear(page) else _lines(_clear(page)):
        if not found.letters.issuperset(map(id, line)):
            found.add(line, found.clear)
    return found


def is_mostly_clear(page: DrawnPage) -> bool:
    """Return whether a page shows through most of its letters: so it is how they are printed."""
    return 2 * len(_clear(page)) > sum(not str(char["text"]).isspace() for char in page.chars)


def _clear(page: DrawnPage) -> list[Mark]:
    return [
        char
        for char in page.chars
        if 0 < char.get(OPACITY, 1.0) <= CLEAR and not str(char["text"]).isspace()
    ]


# ---------------------------------------------------------------- seals


def _in_seals(page: DrawnPage) -> Iterator[list[Mark]]:
    """Yield the level letters that stand among letters set around a circle, in their colour."""
    rings: dict[tuple[object, ...], list[Mark]] = {}
    for char in page.askew:
        rings.setdefault(color_of(char), []).append(char)
    for color, ring in rings.items():
        if len({round(_angle(char) / LEAST_TURN) for char in ring}) >= FEWEST_ANGLES:
            x0, top, x1, bottom = _reach(ring)
            alike = [char for char in page.chars if color_of(char) == color]
            yield from _lines(
                [
                    char
                    for char in alike
                    if x0 <= char["x0"] <= char["x1"] <= x1
                    and top <= char["top"] <= char["bottom"] <= bottom
                ]
            )


def _reach(ring: Sequence[Mark]) -> Box:
    """Return the box of the seal that letters go round; it is as high as wide, its foot bare."""
    size = max(char["bottom"] - char["top"] for char in ring)
    x0, x1 = min(char["x0"] for char in ring), max(char["x1"] for char in ring)
    top, bottom = min(char["top"] for char in ring), max(char["bottom"] for char in ring)
    return x0 - size, top - size, x1 + size, max(bottom, top + x1 - x0) + size


def _angle(char: Mark) -> float:
    a, b = char["matrix"][:2]
    return math.degrees(math.atan2(b, a))


def color_of(char: Mark) -> tuple[object, ...]:
    """Return the parts of a letter's colour, () where it has none of its own."""
    color = char.get("non_stroking_color")
    if isinstance(color, int | float):
        return (float(color),)
    return tuple(color) if isinstance(color, Iterable) and not isinstance(color, str) else ()


# ---------------------------------------------------------------- words over other words


def _over_text(page: DrawnPage) -> Iterator[list[Mark]]:
    """Yield the lines of letters that stand on letters of another look, which are the text."""
    groups = _by_look(page.chars)
    main = max(groups, key=lambda kind: _weight(groups[kind]), default=())
    others = {kind: chars for kind, chars in groups.items() if kind != main}
    ground = _Ground(page.chars, chain.from_iterable(others.values()))
    for chars in others.values():
        lines = list(_lines(chars))
        over = [line for line in lines if _is_over_text(line, ground, main)]
        # What is as pale as words over the text, and printed as they are, goes with them.
        is_pale = lightness(chars[0]) > PALE
        yield from lines if over and is_pale else over


def _by_look(chars: Iterable[Mark]) -> dict[tuple[object, ...], list[Mark]]:
    groups: dict[tuple[object, ...], list[Mark]] = {}
    for char in chars:
        if not str(char["text"]).isspace():
            groups.setdefault(_kind(char), []).append(char)
    return groups


def _weight(chars: Sequence[Mark]) -> tuple[bool, int]:
    """Return how likely letters of one look are the text: most are, and they are not pale."""
    return lightness(chars[0]) <= PALE, len(chars)


def _is_over_text(line: Sequence[Mark], ground: _Ground, main: tuple[object, ...]) -> bool:
    count = sum(any(_is_above(char, other, main) for other in ground.at(char)) for char in line)
    return count >= max(1.0, LEAST_OVERLAID * len(line))


def _kind(char: Mark) -> tuple[object, ...]:
    return (*color_of(char), round(char["size"]), char.get("fontname"), char.get(OPACITY))


def _is_above(char: Mark, other: Mark, main: tuple[object, ...]) -> bool:
    """Return whether, of two letters in one place, the first is not the text.

    That is the paler one, or where both are as dark the one that is not as most letters are.
    """
    if _kind(other) == _kind(char) or str(other["text"]) == str(char["text"]):
        return False
    difference = lightness(char) - lightness(other)
    if abs(difference) > _NEAR_COLOR:
        return difference > 0
    return _kind(other) == main or char["size"] > other["size"]


def lightness(char: Mark) -> float:
    """Return how light a letter is, from 0 for black to 1 for white."""
    parts = [float(part) for part in color_of(char) if isinstance(part, int | float)]
    light = sum(parts) / len(parts) if parts else 0.0
    if len(parts) == 4:
        light = (1 - parts[3]) * (1 - sum(parts[:3]) / 3)
    return 1 - float(char.get(OPACITY, 1.0)) * (1 - light)


class _Ground:
    """Finds the letters that stand where another one does."""

    def __init__(self, chars: Iterable[Mark], asked: Iterable[Mark]) -> None:
        """Sort letters by their places; only those near the ones that are `asked` for matter."""
        self._squares: dict[tuple[int, int], list[Mark]] = {
            square: [] for char in asked for square in _squares(char)
        }
        for char in chars:
            if not str(char["text"]).isspace():
                for square in _squares(char):
                    if square in self._squares:
                        self._squares[square].append(char)

    def at(self, char: Mark) -> Iterator[Mark]:
        """Yield the letters that have their middle on a letter, or it on theirs."""
        for square in _squares(char):
            for other in self._squares.get(square, ()):
                if other is not char and (_holds(char, other) or _holds(other, char)):
                    yield other


def _squares(char: Mark) -> Iterator[tuple[int, int]]:
    columns = range(int(char["x0"] // _SQUARE), int(char["x1"] // _SQUARE) + 1)
    rows = range(int(char["top"] // _SQUARE), int(char["bottom"] // _SQUARE) + 1)
    # Letters are not so large; a damaged file may say so.
    yield from ((column, row) for column in columns[:MOST_SQUARES] for row in rows[:MOST_SQUARES])


def _holds(char: Mark, other: Mark) -> bool:
    """Return whether a letter has another one's middle, as far as both would be of one line."""
    x = (other["x0"] + other["x1"]) / 2
    apart = abs((char["top"] + char["bottom"]) - (other["top"] + other["bottom"])) / 2
    return bool(char["x0"] <= x <= char["x1"] and apart < _SAME_LINE * char["size"])


def _lines(chars: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield letters of one height that stand close together, left to right."""
    line: list[Mark] = []
    for char in sorted(chars, key=lambda c: (round(c["top"] / 2), c["x0"])):
        is_next = (
            line
            and abs(char["top"] - line[-1]["top"]) < line[-1]["size"] / 3
            and -line[-1]["size"] < char["x0"] - line[-1]["x1"] < 3 * line[-1]["size"]
        )
        if line and not is_next:
            yield line
            line = []
        line.append(char)
    if line:
        yield line


# ---------------------------------------------------------------- one place on all pages


@dataclass
class Repeated:
    """What stands in one place on every page: letters by letter and place, and the words.

    `letters` look unlike the text around them; `words` that look like it may be a table's head.
    """

    letters: set[tuple[str, int, int]] = field(default_factory=set)
    words: list[str] = field(default_factory=list)


def repeated(pages: Sequence[DrawnPage]) -> Repeated:
    """Return what stands in one place on every page of a document, its edges left out."""
    found = Repeated()
    if len(pages) < FEWEST_PAGES:
        return found
    lines = _common_lines(pages)
    main = _main_kind(pages[0].chars)
    unlike = [line for line in lines if _kind(line[0]) != main]
    found.letters.update(place_of(char) for line in unlike for char in line)
    if len(pages) > FEWEST_PAGES:
        found.words += [_words(line) for line in lines if line not in unlike]
    return found


def _common_lines(pages: Sequence[DrawnPage]) -> list[list[Mark]]:
    """Return the words on the first page that every other has in the same place."""
    common = set.intersection(*({place_of(char) for char in page.chars} for page in pages))
    first = pages[0]
    chars = [char for char in first.chars if place_of(char) in common and not at_edge(char, first)]
    found = [line for line in _lines(chars) if len(line) >= FEWEST_REPEATED]
    return _whole(found, [char for char in first.chars if place_of(char) not in common])


def _whole(lines: Iterable[list[Mark]], others: Sequence[Mark]) -> list[list[Mark]]:
    """Return lines that go on in no other letter: words that are alike in part are no overlay."""
    return [line for line in lines if not any(_touches(line, char) for char in others)]


def _touches(line: Sequence[Mark], char: Mark) -> bool:
    """Return whether a letter goes on with a line."""
    if not str(char["text"]).strip() or _kind(char) != _kind(line[0]):
        return False
    height = line[0]["bottom"] - line[0]["top"]
    is_level = abs(char["top"] - line[0]["top"]) < _SAME_LINE * height
    gap = max(line[0]["x0"] - char["x1"], char["x0"] - line[-1]["x1"])
    return bool(is_level and gap < height)


def _main_kind(chars: Iterable[Mark]) -> tuple[object, ...]:
    kinds = Counter(map(_kind, chars))
    return max(kinds, key=lambda kind: kinds[kind], default=())


def at_edge(char: Mark, page: DrawnPage) -> bool:
    """Return whether a letter stands where running heads do, which are known without this."""
    top, bottom = page.bbox[1] + EDGE * page.height, page.bbox[3] - EDGE * page.height
    return bool(char["bottom"] < top or char["top"] > bottom)
