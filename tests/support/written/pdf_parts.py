"""Reads a PDF file back with another library than the one that wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber

from model.report.report import Report
from model.report.values import format_value

BODY_SIZE = 13.0
"""Points; what is smaller stands in a table."""


@dataclass(frozen=True)
class PrintedLine:
    """A line of text outside the tables: page from 1, places in points from top left."""

    page: int
    left: float
    right: float
    base: float
    size: float
    text: str


def lines(path: Path) -> list[PrintedLine]:
    """Return the lines outside the tables in reading order."""
    found: list[PrintedLine] = []
    with pdfplumber.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            rows: dict[float, list[Any]] = {}
            for char in page.chars:
                if char["size"] > BODY_SIZE:
                    rows.setdefault(round(page.height - char["matrix"][5], 1), []).append(char)
            found += [_line(number, base, chars) for base, chars in sorted(rows.items())]
    return found


def _line(page: int, base: float, chars: list[Any]) -> PrintedLine:
    chars.sort(key=lambda char: char["x0"])
    return PrintedLine(
        page,
        chars[0]["x0"],
        chars[-1]["x1"],
        base,
        chars[0]["size"],
        "".join(char["text"] for char in chars),
    )


@dataclass(frozen=True)
class Printed:
    """What a file shows: the characters without page numbers, and the tables by page.

    A covered grid place of a table is None.
    """

    text: str
    tables: list[tuple[int, list[list[str | None]]]]


def printed(path: Path) -> Printed:
    """Return what the file shows, read once."""
    texts, tables = [], []
    with pdfplumber.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            texts.append("".join(char["text"] for char in page.chars))
            tables += [(number, table.extract()) for table in page.find_tables()]
            texts[-1] = texts[-1].removesuffix(f"— {number} —")
    return Printed("".join(texts), tables)


def pdf_differences(report: Report, found: Printed) -> Iterator[str]:
    """Yield every text, label and figure of the report that the file does not show in its place."""
    for section in report.sections.values():
        yield from (line for line in section.split("\n") if line not in found.text)
    for table, (_, rows) in zip(report.form.tables, found.tables, strict=True):
        for cell in table.grid:
            value = report.effective_value(table.key, cell.key) if cell.key else None
            wanted = format_value(value) if cell.key else cell.text
            shown = rows[cell.row][cell.column]
            if _bare(shown) != _bare(wanted):
                yield f"{table.key} {cell.row},{cell.column}: {wanted!r} {shown!r}"


def _bare(text: str | None) -> str:
    """Return a cell's text without the blanks and breaks that reading adds."""
    return "".join((text or "").split())
