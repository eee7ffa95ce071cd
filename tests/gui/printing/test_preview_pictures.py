"""The preview keeps as many pictures as a number of bytes allows, and shows the same pages."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from exporters.page_style import OFFICIAL
from gui.printing.page_canvas import GAP, MOST_BYTES, STRIP, PageCanvas
from gui.printing.picture_store import PictureStore
from gui.printing.sheets import Sheets
from gui.printing.thumbnails import ThumbnailModel
from sample_reports import sample_report

pytestmark = pytest.mark.thorough

DECORATION = Qt.ItemDataRole.DecorationRole


@pytest.fixture(scope="module")
def sheets(qapp: object) -> Sheets:
    """The pages of a report with long texts: sixteen, as a large office's."""
    report = sample_report()
    paragraph = "全年主动公开政府信息30条，其中通过网站公开20条，通过公众号公开10条。" * 4
    report.sections["overview"] = "\n".join([paragraph] * 50)
    sheets = Sheets(report, OFFICIAL)
    assert len(sheets.pages) >= 16
    return sheets


def enlarged(sheets: Sheets, qtbot: QtBot, ratio: float) -> PageCanvas:
    """Return the canvas at 300 % on a screen of that many pixels a unit."""
    canvas = PageCanvas(sheets)
    qtbot.addWidget(canvas)
    canvas.resize(1200, 900)
    setattr(canvas, "devicePixelRatioF", lambda: ratio)  # noqa: B010 - Qt's own cannot be set
    canvas.show()
    canvas.zoom(100)
    assert canvas.percent == 300
    return canvas


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_all_pages_at_300_percent_stay_within_the_bytes(
    sheets: Sheets, qtbot: QtBot, ratio: float
) -> None:
    canvas = enlarged(sheets, qtbot, ratio)
    most = 0
    for page in range(1, 8):
        canvas.go_to(page)
        canvas.viewport().grab()
        most = max(most, canvas.pictures.bytes_held)
    assert STRIP * sheets.width * 4 < most <= MOST_BYTES
    held = canvas.pictures.bytes_held
    canvas.viewport().grab()
    assert canvas.pictures.bytes_held == held


def test_what_is_in_sight_is_painted_once(
    sheets: Sheets, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = enlarged(sheets, qtbot, 2.0)
    canvas.go_to(2)
    canvas.viewport().grab()
    paint = Mock(side_effect=sheets.strip)
    monkeypatch.setattr(sheets, "strip", paint)
    canvas.viewport().grab()
    assert not paint.called
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().value() + 2 * STRIP)
    canvas.viewport().grab()
    assert paint.called


@pytest.mark.parametrize("factor", [0.5, 1.0, 1.7])
def test_strips_show_what_the_whole_page_shows(sheets: Sheets, qtbot: QtBot, factor: float) -> None:
    canvas = PageCanvas(sheets)
    qtbot.addWidget(canvas)
    canvas.resize(900, 700)
    canvas.show()
    canvas.fit_to("width")
    canvas.zoom(factor)
    canvas.go_to(2)
    shown = canvas.viewport().grab().toImage()
    scale = factor * (canvas.viewport().width() - 2 * GAP) / sheets.width
    whole = sheets.picture(1, scale)
    left = max(GAP, (canvas.viewport().width() - round(sheets.width * scale)) // 2)
    width, height = min(whole.width(), shown.width() - left), min(whole.height(), 600)
    here = shown.copy(left, GAP, width, height).convertToFormat(whole.format())
    assert here == whole.copy(0, 0, width, height)


@pytest.mark.parametrize(("scale", "ratio"), [(1.6, 1.0), (0.9, 1.25), (1.37, 1.5), (4.0, 2.0)])
@pytest.mark.parametrize("page", [1, -2])
def test_strips_put_together_are_the_page(
    sheets: Sheets, scale: float, ratio: float, page: int
) -> None:
    index = page % len(sheets.pages)
    whole = sheets.picture(index, scale, ratio)
    whole.setDevicePixelRatio(1)
    joined = QImage(whole.size(), whole.format())
    painter = QPainter(joined)
    for top in range(0, whole.height(), STRIP):
        strip = sheets.strip(index, scale, ratio, top, STRIP)
        strip.setDevicePixelRatio(1)
        assert strip.height() == min(STRIP, whole.height() - top)
        painter.drawImage(0, top, strip)
    painter.end()
    assert joined == whole


def picture(rows: int) -> QImage:
    """Return a picture of 400 bytes a row."""
    return QImage(100, rows, QImage.Format.Format_RGB32)


def test_the_picture_that_was_used_longest_ago_goes_first() -> None:
    store, painted = PictureStore(1000), []

    def take(key: str, rows: int = 1) -> None:
        def paint() -> QImage:
            painted.append(key)
            return picture(rows)

        store.picture(key, paint)

    for key in ("a", "b", "a", "c"):
        take(key)
    assert store.bytes_held == 800
    for key in ("a", "c", "b"):
        take(key)
    assert painted == ["a", "b", "c", "b"]
    take("too large", 3)
    take("too large", 3)
    assert painted[4:] == ["too large", "too large"]
    assert store.bytes_held == 800
    store.clear()
    assert store.bytes_held == 0
    take("b")
    assert painted[6:] == ["b"]


def test_thumbnails_stay_within_their_bytes(sheets: Sheets) -> None:
    model = ThumbnailModel(sheets)
    model.pictures = PictureStore(4 * 100_000)
    held = []
    for row in range(model.rowCount()):
        assert isinstance(model.data(model.index(row, 0), DECORATION), QImage)
        held.append(model.pictures.bytes_held)
    assert held[0] < held[-1] == max(held) <= 4 * 100_000
