"""The way from a report to its blocks; the only module of the writers that knows the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporters.blocks import (
    BalanceColumn,
    BalanceLine,
    Block,
    Heading,
    Paragraph,
    Place,
    Run,
    Signature,
    TableBlock,
    TableCell,
    Title,
)
from model.form.layout import GridCell
from model.form.parts import Balance, Section
from model.form.table import Table
from model.report.balances import ColumnBalance, column_balances
from model.report.report import Report
from model.report.values import format_value

LONGEST_HEADING = 30
"""Characters; what is longer is a sentence, not a sub-heading."""

_NUMBERED = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_LEAD = re.compile(r"[^。：:]*[。：:]")


def report_blocks(report: Report) -> tuple[Block, ...]:
    """Return the report as blocks in printing order; the same report gives the same blocks."""
    title = Title(_line(report.organization), _line(report.title), report.year)
    first: tuple[Block, ...] = (title,) if title.lines else ()
    return (*first, *(b for section in report.form.sections for b in _section(report, section)))


def _line(text: str) -> str:
    return " ".join(text.split())


def _section(report: Report, section: Section) -> Iterator[Block]:
    lines = _lines(report.sections.get(section.key, ""))
    if section.title:
        yield Heading(1, section.title, section.name)
    if section.key == report.form.roles.signature:
        if lines:
            yield Signature(lines, section.name)
        return
    for line in lines:
        yield _text_block(line, section.name)
    for table in report.form.tables:
        if table.section == section.key:
            yield _table(report, table, section)


def _lines(text: str) -> tuple[str, ...]:
    stripped = (line.strip() for line in text.split("\n"))
    return tuple(line for line in stripped if line)


def _text_block(line: str, section: str) -> Heading | Paragraph:
    if not _NUMBERED.match(line):
        return Paragraph((Run(line),), section)
    lead = _LEAD.match(line)
    end = lead.end() if lead else len(line)
    if end > LONGEST_HEADING:
        return Paragraph((Run(line),), section)
    if end == len(line):
        return Heading(2, line, section)
    return Paragraph((Run(line[:end], "heading_2"), Run(line[end:])), section)


def _table(report: Report, table: Table, section: Section) -> TableBlock:
    return TableBlock(
        name=table.name,
        section=section.name,
        cells=tuple(_cell(report, table, cell) for cell in table.grid),
        widths=table.widths,
        font_size=table.font_size,
        header_rows=table.header_rows,
        label_columns=table.label_columns,
        balances=tuple(_balance(report, table, balance) for balance in table.balances),
    )


def _cell(report: Report, table: Table, cell: GridCell) -> TableCell:
    value = report.effective_value(table.key, cell.key) if cell.key else None
    parts = table.leaf_parts(cell.key) if cell.key in table.sums else ()
    return TableCell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        role=cell.role,
        text=format_value(value) if cell.key else cell.text,
        value=value,
        key=cell.key,
        kind=table.column(cell.key).kind if cell.key else "count",
        decimals=table.column(cell.key).decimals if cell.key else 0,
        parts=tuple(_place(table, part) for part in parts),
        is_printed=value is not None and report.value(table.key, cell.key) is None,
    )


def _place(table: Table, key: str) -> Place:
    cell = table.positions[key]
    return cell.row, cell.column


def _balance(report: Report, table: Table, rule: Balance) -> BalanceLine:
    return BalanceLine(
        name=f"勾稽差额：{rule.left_name}－{rule.right_name}",
        columns=tuple(_balance_column(item) for item in column_balances(report, table, rule)),
    )


def _balance_column(balance: ColumnBalance) -> BalanceColumn:
    left, right = (
        tuple(_place(balance.table, key) for key in keys)
        for keys in (balance.left_keys, balance.right_keys)
    )
    return BalanceColumn(left[0][1], left, right, balance.difference)
