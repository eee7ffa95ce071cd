"""Formulas of totals and balances, and the results that are stored beside them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import BinaryIO

from lxml import etree
from openpyxl.utils import get_column_letter

from exporters.blocks import Place
from model.report.values import Value, format_value

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Results = Mapping[str, Value]
"""What each formula of a sheet yields, by the address of its cell."""


def ranges(places: Iterable[Place], first_row: int) -> str:
    """Return the addresses of grid cells as a list of few rectangles: "D5:I12,D14:I14".

    `first_row` is the sheet row of grid row 0.
    """
    boxes = _joined_down(sorted(_runs_across(places)))
    return ",".join(
        _address(top + first_row, left, bottom + first_row, right)
        for top, left, bottom, right in boxes
    )


def _runs_across(places: Iterable[Place]) -> Iterator[tuple[int, int, int]]:
    """Yield (first column, last column, row) of each run of neighbours in a row."""
    run: tuple[int, int, int] | None = None
    for row, column in sorted(places):
        if run and run[2] == row and run[1] + 1 == column:
            run = (run[0], column, row)
            continue
        if run:
            yield run
        run = (column, column, row)
    if run:
        yield run


def _joined_down(runs: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Return (top, left, bottom, right) boxes; runs of the same columns below each other join."""
    boxes: list[tuple[int, int, int, int]] = []
    for left, right, row in runs:
        if boxes and boxes[-1][1:] == (left, row - 1, right):
            boxes[-1] = (boxes[-1][0], left, row, right)
        else:
            boxes.append((row, left, row, right))
    return boxes


def _address(top: int, left: int, bottom: int, right: int) -> str:
    first = f"{get_column_letter(left + 1)}{top}"
    last = f"{get_column_letter(right + 1)}{bottom}"
    return first if first == last else f"{first}:{last}"


def total_formula(parts: Iterable[Place], first_row: int, blank: Value) -> str:
    """Return the formula of a total: the sum of its typed cells, `blank` while all are empty.

    SUM passes over typed text, where + would turn the whole total into an error. `blank` is a
    total that the source printed over empty cells, or None.
    """
    cells = ranges(parts, first_row)
    empty = format_value(blank) if blank is not None and not isinstance(blank, str) else '""'
    return f"=IF(COUNTA({cells})=0,{empty},SUM({cells}))"


def difference_formula(left: Iterable[Place], right: Iterable[Place], first_row: int) -> str:
    """Return the formula of left minus right; 0 when the table balances."""
    return f"=SUM({ranges(left, first_row)})-SUM({ranges(right, first_row)})"


def with_results(workbook: BinaryIO, results: Sequence[Results]) -> bytes:
    """Return a workbook's file with each formula's result beside it; `results` go by sheet.

    Without them a preview, or Excel before 「启用编辑」, would show empty totals.
    """
    by_name = {f"xl/worksheets/sheet{number}.xml": r for number, r in enumerate(results, start=1)}
    whole = BytesIO()
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if by_name.get(item.filename):
                data = _filled(data, by_name[item.filename])
            new.writestr(item.filename, data)
    return whole.getvalue()


def _filled(sheet: bytes, results: Results) -> bytes:
    root = etree.fromstring(sheet)
    for cell in root.iter(f"{_MAIN}c"):
        address = cell.get("r", "")
        result = cell.find(f"{_MAIN}v")
        if cell.find(f"{_MAIN}f") is None or address not in results or result is None:
            continue
        value = results[address]
        result.text = format_value(value)
        if value is None or isinstance(value, str):
            cell.set("t", "str")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
