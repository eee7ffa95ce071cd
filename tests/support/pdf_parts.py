"""Reads a PDF file back with another library than the one that wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber

BODY_SIZE = 12.0
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


def text(path: Path) -> str:
    """Return all characters of the file in the order in which they are painted."""
    with pdfplumber.open(path) as pdf:
        return "".join(char["text"] for page in pdf.pages for char in page.chars)


def tables(path: Path) -> list[tuple[int, list[list[str | None]]]]:
    """Return each table with its page, a covered grid place being None."""
    with pdfplumber.open(path) as pdf:
        return [
            (number, table.extract())
            for number, page in enumerate(pdf.pages, start=1)
            for table in page.find_tables()
        ]
