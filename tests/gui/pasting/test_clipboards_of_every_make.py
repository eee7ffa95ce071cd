"""Any clipboard: every figure lands in its cell, or is shown before; nothing is wrong unseen."""

from __future__ import annotations

import random

import pytest
from pytestqt.qtbot import QtBot

from clipboards import Made, block_of, row_upright
from gui.document.document import Document
from gui.pasting.reading import Reading
from gui.tables.clipboard import rows_of
from gui.tables.pasting import Offer, offer
from gui.tables.table_model import FormTableModel
from model.form.table import Table
from model.report.values import Value


@pytest.fixture
def tables(document: Document) -> tuple[Table, Table]:
    form = document.report.form
    across = next(table for table in form.tables if table.blocks[0].is_across)
    return form.table("requests"), across


def offered(document: Document, table: Table, made: Made) -> Offer:
    model = FormTableModel(document, table)
    cell = table.positions[made.start]
    return offer(model, rows_of(made.text), (cell.row, cell.column), is_own=False)


def values_of(reading: Reading, document: Document) -> dict[str, Value]:
    return {item.key: item.value for item in reading.inputs(document.report.form)}


def judged(document: Document, table: Table, made: Made) -> str:
    """Return "right", "asked", "asked, first offer wrong", or what may not be."""
    found = offered(document, table, made)
    first = values_of(found.readings[0], document)
    is_right = {key: first.get(key) for key in made.truth} == made.truth and not (
        {key for key, value in first.items() if value is not None} - made.truth.keys()
    )
    if not found.why:
        return "right" if is_right else "WRONG WITHOUT A WORD"
    if made.is_plain:
        return "ASKED IN VAIN"
    return "asked" if is_right else "asked, first offer wrong"


@pytest.mark.parametrize("seed", range(60))
def test_nothing_lands_wrong_unasked_and_no_plain_block_is_asked(
    document: Document, tables: tuple[Table, Table], seed: int, qtbot: QtBot
) -> None:
    dice = random.Random(seed)
    requests, across = tables
    made = row_upright(dice, across) if seed % 6 == 5 else block_of(dice, requests)
    verdict = judged(document, across if seed % 6 == 5 else requests, made)
    assert verdict in ("right", "asked", "asked, first offer wrong"), (made.marks, made.text)
