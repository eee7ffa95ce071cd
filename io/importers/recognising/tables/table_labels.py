"""The labels of one official table, ready for matching: rows, columns, groups and captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from importers.recognising.figures.amount_units import unit_in_label
from importers.recognising.labels import (
    MOST_FOUND,
    LabelIndex,
    Match,
    bare,
    is_value_like,
    normalise,
    numbering,
)
from importers.source_document import SourceCell
from model.form.parts import Block, Column, Row
from model.form.table import Table

MOST_LABEL_PIECES = 3


@dataclass(frozen=True)
class RowMatch:
    """A row of the source that carries an official label: which, and where its figures begin."""

    row: Row
    block: Block
    label: str
    label_at: int
    values_from: int
    is_close: bool = False
    is_single_group: bool = False
    is_shortened: bool = False


class TableLabels:
    """Finds the official rows and headers of one table in rows of source cells."""

    def __init__(self, table: Table) -> None:
        """Index the wording of the table."""
        self.table = table
        self.blocks = {row.key: block for block in table.blocks for row in block.rows}
        self.by_key = {row.key: row for row in table.rows}
        self.rows = LabelIndex({r.key: (r.label, r.short, *r.aliases) for r in table.rows})
        self.groups = LabelIndex({g.key: (g.label, *g.aliases) for g in table.groups.values()})
        self.columns = LabelIndex({c.key: (c.label, *c.aliases) for c in self._columns()})
        captions = [block.caption for block in table.blocks if block.caption]
        self._matched: dict[tuple[str, ...], RowMatch | None] = {}
        self.frame = LabelIndex({"frame": (table.corner, *captions, *table.corner.split("，"))})

    def column_of(self, text: str) -> str:
        """Return the key of the column that a header names, its unit of money aside, or ""."""
        found = self.columns.exact(text)
        if found:
            return found
        label, unit = unit_in_label(text)
        key = self.columns.exact(label) if unit else ""
        return key if key in self._amounts else ""

    @cached_property
    def _amounts(self) -> frozenset[str]:
        return frozenset(column.key for column in self._columns() if column.yuan)

    def _columns(self) -> list[Column]:
        return list({c.key: c for block in self.table.blocks for c in block.columns}.values())

    @cached_property
    def is_across(self) -> bool:
        """Return whether the table's rows stand side by side as columns."""
        return any(block.is_across for block in self.table.blocks)

    @property
    def figures_across(self) -> int:
        """Return how many figures stand in the one row of a table whose rows stand side by side."""
        return sum(len(block.rows) * len(block.columns) for block in self.table.blocks)

    @cached_property
    def header_pattern(self) -> re.Pattern[str]:
        """Return a pattern of the words above the first row run together, in any wording."""
        first = min(cell.row for cell in self.table.grid if cell.key)
        cells = [cell.text for cell in self.table.grid if cell.row < first]
        return re.compile("".join(f"(?:{'|'.join(map(re.escape, self._also(t)))})" for t in cells))

    def _also(self, text: str) -> list[str]:
        """Return every wording of a label, the longest first."""
        named = [(item.label, item.aliases) for item in self._columns()]
        named += [(item.label, item.aliases) for item in self.table.groups.values()]
        named += [(item.label, item.aliases) for item in self.table.rows]
        aliases = [alias for label, given in named if label == text for alias in given]
        return sorted({bare(wording) for wording in (text, *aliases)}, key=len, reverse=True)

    def is_header_row(self, cells: Sequence[SourceCell]) -> bool:
        """Return whether at least two cells are column headers (其他 and 总计 are rows too)."""
        found = {
            normalise(cell.text)
            for cell in cells
            if self.columns.exact(cell.text) or self._is_column_group(cell.text)
        }
        return len(found) > 1

    def _is_column_group(self, text: str) -> bool:
        key = self.groups.exact(text)
        return any(column.group == key for column in self._columns()) if key else False

    def covered_labels(self, row_key: str) -> int:
        """Return how many label columns of a row belong to cells that began further up."""
        key = self.table.row_keys(row_key)[0]
        row = self.table.positions[key].row
        return sum(
            cell.column_span
            for cell in self.table.grid
            if cell.role == "label" and cell.row < row < cell.row + cell.row_span
        )

    def match_row(self, cells: Sequence[SourceCell]) -> RowMatch | None:
        """Return the official row that the source row is, found by its label, or None."""
        # The same row is looked at by each that reads, cuts and compares tables.
        texts = tuple(cell.text for cell in cells)
        if texts not in self._matched:
            if len(self._matched) >= MOST_FOUND:
                self._matched.clear()
            self._matched[texts] = self._match_row(cells)
        return self._matched[texts]

    def _match_row(self, cells: Sequence[SourceCell]) -> RowMatch | None:
        if self.is_across or self.is_header_row(cells):
            return None
        return self._match_label(cells) or self._match_single_group(cells)

    def _match_label(self, cells: Sequence[SourceCell]) -> RowMatch | None:
        for at in range(len(cells) - 1, -1, -1):
            if is_value_like(cells[at].text):
                continue
            found = self._match_pieces(cells, at)
            if found:
                match, start = found
                row = self.by_key[match.key]
                return RowMatch(
                    row, self.blocks[row.key], cells[at].text, start, at + 1, match.is_close
                )
        return None

    def match_without_bracket(self, cells: Sequence[SourceCell]) -> RowMatch | None:
        """Return the row whose label stands before a bracket that the form does not have."""
        for at in range(len(cells) - 1, -1, -1):
            row = self.by_key.get(self.row_before_bracket(cells[at].text))
            if row and all(is_value_like(cell.text) for cell in cells[at + 1 :]):
                block = self.blocks[row.key]
                return RowMatch(row, block, cells[at].text, at, at + 1, is_shortened=True)
        return None

    def row_before_bracket(self, text: str) -> str:
        """Return the key of the row whose label stands before a bracket in a text, or ""."""
        label, bracket, _ = bare(text).removeprefix(numbering(text)).partition("(")
        return self.rows.exact(label) if bracket and not is_value_like(text) else ""

    def _match_pieces(self, cells: Sequence[SourceCell], at: int) -> tuple[Match, int] | None:
        """Match one cell, or a label broken over two or three cells that end here."""
        joined = ""
        for start in range(at, max(-1, at - MOST_LABEL_PIECES), -1):
            joined = cells[start].text + joined
            match = self.rows.find(joined)
            if match and (start == at or not match.is_close):
                return match, start
        return None

    def _match_single_group(self, cells: Sequence[SourceCell]) -> RowMatch | None:
        """Match a group that the source did not split into its rows, such as （六）其他处理."""
        for at, cell in enumerate(cells):
            group = self.table.groups.get(self.groups.exact(cell.text))
            if group and group.single_row and all(is_value_like(c.text) for c in cells[at + 1 :]):
                row = self.by_key[group.single_row]
                return RowMatch(
                    row, self.blocks[row.key], cell.text, at, at + 1, is_single_group=True
                )
        return None

    def is_label(self, text: str) -> bool:
        """Return whether a text is a whole label of the table."""
        indexes = (self.rows, self.groups, self.columns, self.frame)
        return any(index.exact(text) for index in indexes)

    def is_wording(self, text: str) -> bool:
        """Return whether a text is a label of the table, whole or a piece of one."""
        return (
            any(
                index.find(text) is not None
                for index in (self.rows, self.groups, self.columns, self.frame)
            )
            or bool(self.column_of(text))
            or self.groups.has_part(text)
            or self.frame.has_part(text)
            or self.columns.has_part(text)
        )

    @cached_property
    def _wordings(self) -> frozenset[str]:
        """Return every label, header and caption, in official words and in others."""
        found = {bare(cell.text) for cell in self.table.grid if not cell.key}
        aliases = [item.aliases for item in self._columns()]
        aliases += [item.aliases for item in self.table.rows]
        aliases += [item.aliases for item in self.table.groups.values()]
        return frozenset(found.union(map(bare, chain.from_iterable(aliases))))

    def is_piece(self, text: str) -> bool:
        """Return whether a text is a part of a header or label, as narrow cells break it."""
        plain = bare(text)
        return not is_value_like(text) and any(plain in wording for wording in self._wordings)

    def is_balance(self, text: str) -> bool:
        """Return whether a text names both sides of a balance, as a line of differences does."""
        plain = normalise(text)
        return any(
            normalise(balance.left_name) in plain and normalise(balance.right_name) in plain
            for balance in self.table.balances
        )
