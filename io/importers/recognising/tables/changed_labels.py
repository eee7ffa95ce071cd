"""Labels that a source prints in other words than the official form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from importers.recognising.labels import bare, normalise
from importers.recognising.tables.table_labels import RowMatch, TableLabels
from importers.source_document import SourceCell
from model.form.parts import Block

_DECIMALS = re.compile(r"[，,、]?(?:保留)?(?:\d|[一二三四五六])位小数(?:点)?")
"""How many decimals an amount has is added by some offices and is no other label."""


class ChangedLabels:
    """Notes what the labels of one table are called in the source, where that differs."""

    def __init__(self, labels: TableLabels) -> None:
        """Begin with nothing noted; `found` goes from the official label to the source's."""
        self._labels = labels
        self._official = {_plain(cell.text) for cell in labels.table.grid if not cell.key}
        self.found: dict[str, str] = {}

    def look_at_row(self, match: RowMatch, row: Sequence[SourceCell]) -> None:
        """Note the label of a row, in one cell or several, and those of the groups before it."""
        if not match.is_single_group:
            wording = "".join(cell.text for cell in row[match.label_at : match.values_from])
            self._note(match.row.label, wording)
        self._look_at_groups(row[: match.label_at])

    def look_at_header(self, block: Block, header: Iterable[SourceCell]) -> None:
        """Note what the columns are called, and the rows of a table whose rows stand across."""
        header = tuple(header)
        words = frozenset(normalise(cell.text) for cell in header)
        columns = {column.key: column.label for column in block.columns}
        rows = {row.key: row.label for row in block.rows} if block.is_across else {}
        for cell in header:
            column = columns.get(self._labels.columns.exact(cell.text), "")
            if not _is_broken(column, cell.text, words):
                self._note(column, cell.text)
            self._note(rows.get(self._labels.rows.exact(cell.text), ""), cell.text)
        self._look_at_groups(header)

    def _look_at_groups(self, cells: Iterable[SourceCell]) -> None:
        groups: Mapping[str, str] = {
            group.key: group.label for group in self._labels.table.groups.values()
        }
        for cell in cells:
            self._note(groups.get(self._labels.groups.exact(cell.text), ""), cell.text)

    def _note(self, official: str, wording: str) -> None:
        # What is an official label of anything in the table, as 其他 is, was not changed.
        if official and normalise(wording) and _plain(wording) not in self._official:
            self.found.setdefault(official, bare(wording))


def _is_broken(official: str, wording: str, words: frozenset[str]) -> bool:
    """Return whether a text is one half of a label whose other half stands in another cell."""
    whole, half = normalise(official), normalise(wording)
    return bool({whole.removeprefix(half), whole.removesuffix(half)} & (words - {whole}))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return normalise(_DECIMALS.sub("", bare(text)))
