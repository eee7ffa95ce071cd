"""How paragraphs stand among tables and signatures, alike in every writer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from exporters.blocks import Block, Heading, Paragraph, Signature, TableBlock
from exporters.lines.line_breaking import LONG_WORD, Letter, Line, break_lines, has_gap
from exporters.lines.text_setting import LOOSEST, SCRIPT_GAP
from exporters.page_style import PageStyle
from exporters.table_layout import POINTS_PER_MM, text_width

LONGEST_KEPT = 84
"""Characters, three lines: a longer paragraph is not kept with what follows it."""

_LONG_WORD = re.compile(rf"[!-~]{{{LONG_WORD},}}")


def is_justified(block: Paragraph, style: PageStyle) -> bool:
    """Return whether a word processor may spread all lines of a paragraph from margin to margin.

    It cannot leave a single line short, and breaks long words at hyphens only: where an address
    would tear the line before it far apart, the whole paragraph stays ragged. Characters are taken
    as half or wholly as wide as high.
    """
    if not _LONG_WORD.search(block.text):
        return True
    size = style.body.size
    letters = [
        Letter(char, size * text_width(char) + style.spacing)
        for run in block.runs
        for char in run.text
    ]
    width = style.text_width * POINTS_PER_MM
    indent = style.first_indent * (size + style.spacing)
    *full, _ = break_lines(letters, width, indent, marks="-")
    rooms = (width - (0.0 if line.start else indent) - _length(letters, line) for line in full)
    return all(room <= LOOSEST * size for room in rooms)


def _length(letters: Sequence[Letter], line: Line) -> float:
    return sum(letter.advance for letter in letters[line.start : line.end])


def signature_gaps(block: Signature, style: PageStyle) -> tuple[float, ...]:
    """Return how many characters stay free to the right of each line; GB/T 9704—2012, 7.3.5.

    Without a seal the unit stands two characters in and the date begins two characters behind the
    unit's beginning; a date that would then end further right stands two in, and the unit gives
    way. With a seal the date stands four in and the unit is centred over it. A unit longer than
    the line is left where it is.
    """
    *upper, last = (_set_width(line) for line in block.lines)
    unit, indent = max(upper, default=0.0), float(style.signature_indent)
    room = style.text_width * POINTS_PER_MM / (style.body.size + style.spacing)
    if not upper or max(unit, last) + 2 * indent > room:
        return (indent,) * len(block.lines)
    if style.has_seal:
        day = max(2 * indent, indent + (unit - last) / 2)
        return (*(day + (last - width) / 2 for width in upper), day)
    day = max(indent, unit - last)
    end = day + last - unit + indent
    return (*(end + (unit - width) / 2 for width in upper), day)


def _set_width(line: str) -> float:
    """Return a line's width in characters, with the gaps between Chinese ones and figures."""
    gaps = sum(has_gap(before, after) for before, after in pairwise(line))
    return text_width(line) + gaps * SCRIPT_GAP


def is_kept_with(block: Paragraph, following: Block | None) -> bool:
    """Return whether a paragraph stays on the page of the table or signature that follows it.

    A longer paragraph would be moved whole by some word processors and leave most of a page empty.
    """
    return isinstance(following, TableBlock | Signature) and len(block.text) <= LONGEST_KEPT


def is_kept_heading(block: Heading, following: Block | None) -> bool:
    """Return whether a heading stays with what follows; one of an empty part heads nothing.

    A chain of headings and a table that no page holds is torn by word processors just where it
    should not be: between the last heading and the table.
    """
    return not (isinstance(following, Heading) and following.level <= block.level)


def air_before(before: Block | None, block: Block, style: PageStyle) -> float:
    """Return the space between two blocks in points: some air where a table touches a text."""
    has_table = isinstance(before, TableBlock) != isinstance(block, TableBlock)
    return style.table_space if has_table and before is not None else 0.0
