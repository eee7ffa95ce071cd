"""Words that are turned by a quarter on an upright page: labels that stand on end in a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from importers.readers.paged.drawn_page import OPACITY, SLANTED, TURN, Box, Mark
from importers.readers.paged.page_lines import Char, plain_character, read_lines
from importers.readers.paged.page_marks import character
from importers.readers.paged.page_overlays import CLEAR, PALE, color_of, lightness

QUARTERS = (90, 270)
_REACH = 1.5
"""Of a letter: what follows no further away belongs to the same words."""


def labels_on_end(askew: Sequence[Mark], boxes: Iterable[Box]) -> dict[Box, list[Mark]]:
    """Return the letters of words on end by the box that holds them whole.

    Words of a seal or a watermark, and such as run over the edge of a box, are no label.
    """
    likely = _dark(askew)
    found: dict[Box, list[Mark]] = {}
    for box in boxes if likely else ():
        inside = [char for char in likely if _is_in(char, box)]
        if _is_of_one_turn(inside) and not _goes_on(inside, askew):
            found[box] = inside
    return found


def _dark(askew: Sequence[Mark]) -> list[Mark]:
    """Return the letters on end without those of seals and watermarks."""
    ringed = {color_of(char) for char in askew if char[TURN] == SLANTED}
    plain = [c for c in askew if c[TURN] in QUARTERS and color_of(c) not in ringed]
    return [c for c in plain if lightness(c) <= PALE and c.get(OPACITY, 1.0) > CLEAR]


def _is_of_one_turn(chars: Sequence[Mark]) -> bool:
    return len({char[TURN] for char in chars}) == 1


def _is_in(char: Mark, box: Box) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _goes_on(inside: Sequence[Mark], askew: Sequence[Mark]) -> bool:
    """Return whether other letters go on with words above or below them."""
    own = set(map(id, inside))
    left, top, right, bottom = _reach_of(inside)
    near = (left, top - _REACH * (right - left), right, bottom + _REACH * (right - left))
    others = (char for char in askew if id(char) not in own and char[TURN] in QUARTERS)
    return any(_is_in(char, near) for char in others)


def _reach_of(chars: Sequence[Mark]) -> Box:
    return (
        min(char["x0"] for char in chars),
        min(char["top"] for char in chars),
        max(char["x1"] for char in chars),
        max(char["bottom"] for char in chars),
    )


def words_on_end(chars: Iterable[Mark]) -> str:
    """Return the words that letters of one turn make up, as a person reads them."""
    return "".join(line.text.strip() for line in read_lines(map(_char, chars)))


def unread_words(askew: Iterable[Mark]) -> Iterator[str]:
    """Yield the lines of words on end among letters, for a note."""
    left = list(askew)
    for way in QUARTERS:
        lines = read_lines(_char(char) for char in left if char[TURN] == way)
        yield from (line.text.strip() for line in lines if line.text.strip())


def _char(char: Mark) -> Char:
    """Return a letter where it stands once the page is turned so that it is level."""
    if char[TURN] == 90:
        x0, x1, top, bottom = -char["bottom"], -char["top"], char["x0"], char["x1"]
    else:
        x0, x1, top, bottom = char["top"], char["bottom"], -char["x1"], -char["x0"]
    return Char(plain_character(character(char)), x0, x1, top, bottom, bottom - top)
