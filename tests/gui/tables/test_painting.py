"""What of a table is painted anew."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.table_panel import TablePanel
from gui.tables.cell_delegate import FormCellDelegate
from gui.tables.table_model import AnyIndex
from model.report.edits import set_cells


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Return the places of the cells that are painted from now on."""
    found: list[tuple[int, int]] = []
    paint = FormCellDelegate.paint

    def note(
        self: FormCellDelegate, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        found.append((index.row(), index.column()))
        paint(self, painter, option, index)

    monkeypatch.setattr(FormCellDelegate, "paint", note)
    return found


@pytest.fixture
def panel(document: Document, painted: list[tuple[int, int]], qtbot: QtBot) -> TablePanel:
    panel = TablePanel(document, document.report.form.table("requests"))
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    panel.view.go_to("new_received.natural_person")
    qtbot.wait(20)
    assert painted
    return panel


def test_a_step_paints_what_it_leaves_and_what_it_reaches(
    panel: TablePanel, painted: list[tuple[int, int]], qtbot: QtBot
) -> None:
    table = panel.model.table
    painted.clear()
    panel.view.go_to("granted.commercial_enterprise")
    qtbot.wait(20)
    keys = ("new_received.natural_person", "granted.commercial_enterprise")
    left, reached = (table.positions[key] for key in keys)
    assert {(left.row, left.column), (reached.row, reached.column)} <= set(painted)
    assert len(painted) < len(table.grid) / 4


def test_findings_paint_the_cells_that_they_mark(
    panel: TablePanel, painted: list[tuple[int, int]], document: Document, qtbot: QtBot
) -> None:
    document.push(set_cells("填", "requests", [("granted.natural_person", 3)]))
    document.check_now()
    qtbot.wait(20)
    painted.clear()
    document.check_now()
    qtbot.wait(20)
    assert painted == []
