"""Rows that may be the sum of a group."""

from __future__ import annotations

import pytest

from importers.recognising.tables import subtotals
from importers.recognising.tables.form_labels import labels_of
from importers.recognising.tables.subtotals import Subtotals
from importers.recognising.tables.table_read import TableRead
from importers.source_document import SourceCell
from storage.form_store import load_form


@pytest.mark.parametrize("label", ["三、本年度办理结果", "没有这一组"])
def test_a_row_without_end_is_looked_at_once(label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(text: str) -> str:
        looked.append(text)
        return text

    monkeypatch.setattr(subtotals, "bare", look)
    form = load_form("2021")
    table = form.table("requests")
    labels = labels_of(form).tables[form.tables.index(table)]
    row = [SourceCell(0, at, text) for at, text in enumerate((label, *["说明"] * 500))]
    assert not Subtotals(labels, TableRead(table)).take(row)
    assert len(looked) <= len(row)
