"""The whole of table 三 as other programs put it on the clipboard.

Recorded: `chromium_page.txt` and `.html`, the clipboard of Chromium after Ctrl+A, Ctrl+C on the
page that this program exports (the styles were taken out of the HTML). Written by LibreOffice's own
writers of tab-separated text and of HTML, which its clipboard uses too: `calc_sheet.txt` and
`.html`, the sheet of table 三 in 7.4.7; its clipboard itself was not recorded. Made here after the
documented formats: those of Excel, WPS (which follows Excel's) and Word (CF_HTML with its fragment
marks, a class a cell, merged cells by rowspan and colspan, text with CRLF and a line break at its
end).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialog_clicks import in_dialog
from gui.document.document import Document
from gui.panels.table_panel import TablePanel
from gui.pasting.preview_dialog import PreviewDialog
from gui.tables.table_view import FormTableView
from model.form.table import Table
from model.report.values import Value

SAMPLES = Path(__file__).parents[2] / "samples" / "clipboards"
FIRST = "new_received.natural_person"
FIGURES: dict[str, Value] = {
    FIRST: 14,
    "new_received.commercial_enterprise": 1203,
    "carried_over.natural_person": 1,
    "granted.natural_person": 15,
    "granted.commercial_enterprise": 1200,
    "unprocessed_repeated.commercial_enterprise": 3,
}
"""What the copied report holds beside zeros."""
EXCEL = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>.xl65{mso-number-format:'
    '"\\@"}</style></head><body><table border=0 cellpadding=0 width=864><!--StartFragment-->{}'
    "<!--EndFragment--></table></body></html>"
)
WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=ZH-CN><!--StartFragment-->'
    "<table class=MsoTableGrid border=1 cellspacing=0>{}</table><!--EndFragment--></body></html>"
)


@pytest.fixture(autouse=True)
def _clear_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()


@pytest.fixture
def view(document: Document, qtbot: QtBot) -> FormTableView:
    panel = TablePanel(document, document.report.form.table("requests"))
    qtbot.addWidget(panel)
    panel.show()
    panel.view.setFocus()
    return panel.view


def figure(table: Table, key: str) -> str:
    if key not in table.sums:
        return str(FIGURES.get(key, 0))
    return str(sum(int(str(FIGURES.get(part, 0))) for part in table.leaf_parts(key)))


def html_of(table: Table, *, is_word: bool) -> str:
    lines = []
    for row in range(table.grid_rows):
        cells = []
        for cell in (cell for cell in table.grid if cell.row == row):
            spans = f" rowspan={cell.row_span}" if cell.row_span > 1 else ""
            spans += f" colspan={cell.column_span}" if cell.column_span > 1 else ""
            words = escape(figure(table, cell.key) if cell.key else cell.text)
            if is_word:
                inside = f"<p class=MsoNormal><span lang=EN-US>{words}<o:p></o:p></span></p>"
                cells.append(f"<td width=61 valign=top{spans}>{inside}</td>")
            else:
                cells.append(f"<td class=xl65{spans}>{words}</td>")
        lines.append(f"<tr height=19>{''.join(cells)}</tr>")
    return (WORD if is_word else EXCEL).replace("{}", "\r\n".join(lines))


def text_of(table: Table) -> str:
    """Return the grid as Excel writes it: what is merged stands first, the rest is blank."""
    lines = []
    for row in range(table.grid_rows):
        texts = [""] * table.grid_columns
        for cell in (cell for cell in table.grid if cell.row == row):
            words = figure(table, cell.key) if cell.key else " ".join(cell.text.split())
            texts[cell.column] = words
        lines.append("\t".join(texts))
    return "\r\n".join(lines) + "\r\n"


def clipboards(table: Table) -> dict[str, tuple[str, str]]:
    """Return (text, HTML) by name; one of both may be missing."""
    chromium, calc = (
        tuple((SAMPLES / f"{name}.{end}").read_text(encoding="utf-8") for end in ("txt", "html"))
        for name in ("chromium_page", "calc_sheet")
    )
    excel, word = (html_of(table, is_word=is_word) for is_word in (False, True))
    return {
        "chromium": (chromium[0], chromium[1]),
        "chromium html": ("", chromium[1]),
        "calc": (calc[0], calc[1]),
        "calc text": (calc[0], ""),
        "calc html": ("", calc[1]),
        "excel": (text_of(table), excel),
        "excel text": (text_of(table), ""),
        "excel html": ("", excel),
        "word html": ("", word),
    }


NAMES = (
    *("chromium", "chromium html", "calc", "calc text", "calc html"),
    *("excel", "excel text", "excel html", "word html"),
)


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_table_lands_in_its_cells(view: FormTableView, name: str) -> None:
    table = view.form_model.table
    text, html = clipboards(table)[name]
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    click = Qt.MouseButton.LeftButton
    in_dialog(view, PreviewDialog, lambda dialog: QTest.mouseClick(dialog.fill, click))
    view.go_to(FIRST)
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    landed = {key: view.form_model.value(key) for key in table.inputs}
    assert landed == {key: FIGURES.get(key, 0) for key in table.inputs}


def test_merged_cells_in_html_alone_are_asked_about(view: FormTableView) -> None:
    cells = "".join(f"<td colspan=2>{figure}</td>" for figure in (1, 2, 3))
    data = QMimeData()
    data.setHtml(f"<table><tr><td>（一）予以公开</td>{cells}</tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    seen = in_dialog(view, PreviewDialog, lambda dialog: dialog.reject())
    view.go_to(FIRST)
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(seen) == 1
    assert all(view.form_model.value(key) is None for key in view.form_model.table.inputs)
