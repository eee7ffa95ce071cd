"""Headers of tables that a copy has melted down to lines, also with their words broken."""

from __future__ import annotations

from collections.abc import Sequence

from importers.recognising.labels import bare
from importers.recognising.tables.table_labels import TableLabels

MOST_BROKEN_LINES = 90
MOST_PIECES = 10


def frame_start(lines: Sequence[str], first: int, labels: TableLabels) -> int:
    """Return the first of the header lines right above the first row."""
    whole = whole_header(lines, first, labels)
    if whole is not None:
        return whole
    while first > 0:
        above = lines[first - 1]
        if bare(above) and not (len(bare(above)) > 1 and labels.is_wording(above)):
            break
        first -= 1
    return first


def header_texts(labels: TableLabels) -> list[str]:
    """Return the words that stand above the first row of the table."""
    first = min(cell.row for cell in labels.table.grid if cell.key)
    return [cell.text for cell in labels.table.grid if cell.row < first]


def whole_header(lines: Sequence[str], index: int, labels: TableLabels) -> int | None:
    """Return where the header right above a line begins, if its broken words are all of it."""
    pattern = labels.header_pattern
    found = ""
    for start in range(index - 1, max(-1, index - 1 - MOST_BROKEN_LINES), -1):
        found = bare(lines[start]) + found
        if pattern.fullmatch(found):
            return start
    return None


def whole_labels(lines: Sequence[str], labels: TableLabels) -> list[str]:
    """Return the labels that lines make up, each put together where it was broken."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        for end in range(min(len(lines), at + MOST_PIECES), at, -1):
            text = "".join(lines[at:end])
            if end == at + 1 or labels.is_label(text):
                found.append(text)
                at = end
                break
    return found
