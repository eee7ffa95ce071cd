"""A report written as text in the layouts in which copies of reports are met."""

from __future__ import annotations

from model.form.table import Table
from model.report.report import Report
from model.report.values import format_value


def grid_texts(report: Report, table: Table) -> list[list[str | None]]:
    """Return the table's texts by grid row and column; None where a merged cell goes on."""
    rows: list[list[str | None]] = [[None] * table.grid_columns for _ in range(table.grid_rows)]
    for cell in table.grid:
        text = format_value(report.value(table.key, cell.key)) if cell.key else cell.text
        rows[cell.row][cell.column] = text
    return rows


def collapsed_rows(report: Report, table: Table) -> list[list[str]]:
    """Return rows in which a merge over columns is one cell and one over rows leaves blanks."""
    rows: list[list[str]] = []
    starts = {(cell.row, cell.column): cell for cell in table.grid}
    for row in range(table.grid_rows):
        cells: list[str] = []
        column = 0
        while column < table.grid_columns:
            cell = starts.get((row, column)) or next(
                c for c in table.grid if c.row < row < c.row + c.row_span and c.column == column
            )
            text = format_value(report.value(table.key, cell.key)) if cell.key else cell.text
            cells.append(text if cell.row == row else "")
            column += cell.column_span
        rows.append(cells)
    return rows


def tabbed_cells(report: Report, table: Table) -> str:
    """Write one cell a line behind a tab, rows parted by a blank line."""
    rows = collapsed_rows(report, table)
    return "\n\n".join("\n".join("\t" + cell for cell in row) for row in rows) + "\n\n"


def tabbed_rows(report: Report, table: Table) -> str:
    """Write a row a line, cells parted by tabs, merged cells left blank."""
    rows = grid_texts(report, table)
    return "\n".join("\t".join(cell or "" for cell in row) for row in rows) + "\n"


def piped_rows(report: Report, table: Table) -> str:
    """Write a pipe table with outer pipes and a rule under its first row."""
    rows = [
        "| " + " | ".join(cell or "" for cell in row) + " |" for row in grid_texts(report, table)
    ]
    rule = "|" + "---|" * table.grid_columns
    return "\n".join([rows[0], rule, *rows[1:]]) + "\n"


def open_piped_rows(report: Report, table: Table) -> str:
    """Write a pipe table without outer pipes."""
    rows = collapsed_rows(report, table)
    return "\n".join(" | ".join(row) for row in rows) + "\n"


def bare_cells(report: Report, table: Table) -> str:
    """Write one cell a line with nothing between cells, blank cells left out."""
    rows = collapsed_rows(report, table)
    return "\n".join(cell for row in rows for cell in row if cell) + "\n"


def piped_cells(report: Report, table: Table) -> str:
    """Write one cell a line, each ending with a pipe."""
    return "".join(f"{line} |\n" for line in bare_cells(report, table).splitlines())


LAYOUTS = (tabbed_cells, tabbed_rows, piped_rows, open_piped_rows, bare_cells, piped_cells)


def report_text(report: Report, layout: object) -> str:
    """Write the whole report, its tables in the given layout."""
    assert callable(layout)
    lines = [report.organization, report.title, ""]
    for section in report.form.sections:
        if section.title:
            lines.append("    " + section.title)
        lines += report.sections[section.key].split("\n")
        if section.table:
            lines += ["", str(layout(report, report.form.table(section.table)))]
    return "\n".join(lines)
