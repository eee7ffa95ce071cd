from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.table_panel import TablePanel
from gui.panels.workspace import Workspace
from gui.settings import Settings
from model.form.form import Form
from model.judging.finding_entries import Order
from model.report.edits import set_cells
from model.report.report import Report

pytestmark = pytest.mark.thorough


@pytest.fixture
def with_last(report: Report, form: Form) -> Report:
    last = Report(form, report.organization, 2022)
    last.tables["requests"]["granted.natural_person"] = 3
    report.previous = last.as_previous()
    return report


def table_of(workspace: Workspace) -> TablePanel:
    page = workspace.by_section["requests"]
    assert page.table is not None
    return page.table


def shown(document: Document, qtbot: QtBot, settings: Settings | None = None) -> Workspace:
    workspace = Workspace(document, settings=settings)
    qtbot.addWidget(workspace)
    workspace.resize(1024, 700)
    workspace.show()
    workspace.show_section("requests")
    return workspace


def test_rows_stay_as_high_with_last_years_figures(
    with_last: Report, document: Document, qtbot: QtBot
) -> None:
    panel = table_of(shown(document, qtbot))
    heights = list(panel.grid.heights)
    panel.last_year_button.click()
    assert panel.grid.heights == heights


def test_the_cell_shows_them(with_last: Report, document: Document, qtbot: QtBot) -> None:
    panel = table_of(shown(document, qtbot))
    document.push(set_cells("填写", "requests", [("granted.natural_person", 5)]))
    panel.last_year_button.click()
    index = panel.model.index_of("granted.natural_person")

    def picture() -> object:
        return panel.view.viewport().grab(panel.view.visualRect(index)).toImage()

    before = picture()
    object.__setattr__(document.report.previous, "tables", {})
    assert picture() != before


def test_the_line_below_the_table_tells_the_change(
    with_last: Report, document: Document, qtbot: QtBot
) -> None:
    panel = table_of(shown(document, qtbot))
    document.push(set_cells("填写", "requests", [("granted.natural_person", 5)]))
    panel.view.go_to("granted.natural_person")
    assert "上年：3（+2）" in panel.cell_line.text()


def test_without_last_year_the_button_is_off(document: Document, qtbot: QtBot) -> None:
    panel = table_of(shown(document, qtbot))
    assert not panel.last_year_button.isEnabled()
    assert not panel.model.shows_last_year


def test_all_tables_share_the_switch_and_it_is_remembered(
    with_last: Report, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    workspace = shown(document, qtbot, settings)
    table_of(workspace).last_year_button.click()
    other = workspace.by_section["review"].table
    assert other is not None
    assert other.last_year_button.isChecked()
    assert Settings(tmp_path / "settings.ini").shows_last_year
    again = shown(document, qtbot, Settings(tmp_path / "settings.ini"))
    assert table_of(again).model.shows_last_year


def test_the_order_of_the_findings_is_remembered(
    document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    workspace = shown(document, qtbot, settings)
    workspace.findings.sort(Order.SECTION)
    again = shown(document, qtbot, Settings(tmp_path / "settings.ini"))
    assert again.findings.sort_order is workspace.findings.sort_order
    assert again.findings.order_button.text() == Order.SECTION.label
