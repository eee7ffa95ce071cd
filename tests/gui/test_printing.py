from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

import pdf_parts
from exporters.page_style import OFFICIAL, FontRole, Margins
from exporters.paged.families import installed_families
from exporters.paged.fonts import FontBook, unknown_sentence
from gui.printing.font_dialog import FontDialog
from gui.printing.font_files import FontFiles, register_kept
from gui.printing.missing_fonts import missing_sentence
from gui.printing.page_choice import (
    PageSetup,
    chosen_fonts,
    chosen_margins,
    chosen_style,
    note_fonts,
    note_margins,
)
from gui.printing.page_setup_dialog import PageSetupDialog
from gui.printing.preview_dialog import PreviewDialog
from gui.printing.print_dialog import PrintDialog, PrintJob
from gui.printing.print_questions import PrintQuestions
from gui.printing.sheets import Sheets
from gui.settings import Settings
from gui_bench import Bench
from sample_reports import sample_report


@dataclass
class GivenAnswers(PrintQuestions):
    """Prints into a file, and answers the other questions as the test says."""

    target: Path
    job: PrintJob | None = None
    is_there: bool = True
    setup: PageSetup | None = None
    fonts: dict[FontRole, str] | None = field(default=None)

    def has_printer(self) -> bool:
        return self.is_there

    def ask_job(self, parent: QWidget | None, count: int, page: int) -> PrintJob | None:
        return self.job

    def ask_printer(self, parent: QWidget | None, job: PrintJob) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        return printer

    def ask_setup(self, parent: QWidget | None, setup: PageSetup) -> PageSetup | None:
        return self.setup

    def ask_fonts(
        self, parent: QWidget | None, chosen: dict[FontRole, str]
    ) -> dict[FontRole, str] | None:
        return self.fonts


@pytest.fixture
def answers(bench: Bench) -> GivenAnswers:
    answers = GivenAnswers(bench.folder / "printed.pdf")
    bench.window.files.printing.questions = answers
    bench.open(sample_report())
    return answers


@pytest.fixture
def preview(bench: Bench, answers: GivenAnswers) -> Iterator[PreviewDialog]:
    dialog = bench.window.files.printing.make_preview()
    bench.bot.addWidget(dialog)
    dialog.resize(1000, 700)
    dialog.show()
    bench.bot.waitExposed(dialog)
    yield dialog
    dialog.close()


def test_the_dialog_offers_only_what_can_be_printed(bench: Bench) -> None:
    dialog = PrintDialog(None, 5, 2)
    bench.bot.addWidget(dialog)
    accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert dialog.job() == PrintJob((1, 2, 3, 4, 5), 1, "")
    dialog.range.setText("7")
    dialog.some.setChecked(True)
    assert not accept.isEnabled()
    assert "共 5 页" in dialog.note.text()
    dialog.range.setText("2-4")
    dialog.sides.setCurrentIndex(2)
    dialog.reverse.setChecked(True)
    dialog.copies.setValue(3)
    assert accept.isEnabled()
    job = dialog.job()
    assert (job.pages, job.copies) == ((4, 2), 3)
    dialog.current.setChecked(True)
    dialog.sides.setCurrentIndex(1)
    assert not accept.isEnabled()


# ---------------------------------------------------------------- printing


def test_chosen_pages_come_out_of_the_printer(bench: Bench, answers: GivenAnswers) -> None:
    answers.job = PrintJob((3, 1), 1, "翻过来")
    bench.window.files.printing.print_report()
    numbers = [line for line in pdf_parts.lines(answers.target) if line.text.startswith("—")]
    assert [line.text for line in numbers] == ["— 3 —", "— 1 —"]
    assert "人民政府" in pdf_parts.printed(answers.target).text
    assert bench.messages.told == ["翻过来"]
    with pdfplumber.open(answers.target) as pdf:
        page = pdf.pages[0]
        assert page.width == pytest.approx(595, abs=1)
        assert page.height == pytest.approx(842, abs=1)
        (table,) = page.find_tables()
    assert table.bbox[0] == pytest.approx(28 / 25.4 * 72, abs=1)


def test_without_a_printer_a_pdf_file_is_offered(bench: Bench, answers: GivenAnswers) -> None:
    answers.is_there = False
    bench.messages.wants_pdf = True
    bench.files.to_save = bench.folder / "年报.pdf"
    bench.window.files.printing.print_report()
    bench.wait_for_work()
    assert bench.messages.written == [bench.folder / "年报.pdf"]
    assert "一、总体情况" in pdf_parts.printed(bench.folder / "年报.pdf").text


def test_going_back_prints_nothing(bench: Bench, answers: GivenAnswers) -> None:
    bench.window.files.printing.print_report()
    assert not answers.target.exists()
    assert bench.messages.told == []


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints", extend=True)
def test_a_printer_that_refuses_is_told(bench: Bench, answers: GivenAnswers) -> None:
    answers.job = PrintJob((1,), 1, "")
    answers.target = bench.folder / "没有" / "a.pdf"
    bench.window.files.printing.print_report()
    assert "打印机没有接受" in bench.messages.told[0]


def test_a_printed_file_that_stays_incomplete_is_told_and_kept(
    bench: Bench, answers: GivenAnswers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise pikepdf.PdfError("unreadable")

    monkeypatch.setattr("exporters.paged.pdf_finish._finished", refuse)
    answers.job = PrintJob((1,), 1, "")
    bench.window.files.printing.print_report()
    (told,) = bench.messages.told
    assert "已打印成文件" in told
    assert "另存为 PDF" in told
    assert answers.target.read_bytes().startswith(b"%PDF-")


# ---------------------------------------------------------------- preview


def test_the_preview_shows_every_page_and_goes_where_it_is_told(preview: PreviewDialog) -> None:
    count = len(preview.sheets.pages)
    assert preview.thumbnails.pages.rowCount() == count == 3
    assert f"共 {count} 页" in preview.count.text()
    preview.page.setValue(3)
    assert preview.canvas.page == 3
    assert preview.thumbnails.currentIndex().row() == 2
    preview.thumbnails.setCurrentIndex(preview.thumbnails.pages.index(1, 0))
    assert preview.canvas.page == preview.page.value() == 2


def test_pages_fit_the_window_as_asked(preview: PreviewDialog) -> None:
    canvas = preview.canvas
    canvas.fit_to("width")
    wide = canvas.percent
    canvas.fit_to("page")
    assert canvas.percent < wide
    assert canvas.verticalScrollBar().maximum() > 0
    canvas.fit_to("two")
    two = canvas.percent
    canvas.zoom(2.0)
    assert canvas.fit == "free"
    assert canvas.percent == pytest.approx(2 * two, abs=2)
    assert preview.percent.text() == f"{canvas.percent}%"


def test_the_wheel_with_control_enlarges(preview: PreviewDialog) -> None:
    before = preview.canvas.percent
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview.canvas.viewport(), event)
    assert preview.canvas.percent > before


def test_what_is_painted_is_the_page(preview: PreviewDialog) -> None:
    picture = preview.sheets.picture(0, 0.5)
    assert picture.width() == round(preview.sheets.width * 0.5)
    dark = [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y).lightness() < 160 for x in range(picture.width()))
    ]
    assert min(dark) / picture.height() == pytest.approx(37 / 297, abs=0.03)
    assert max(dark) / picture.height() == pytest.approx((297 - 35 + 12) / 297, abs=0.03)


def test_new_margins_change_the_preview_and_are_remembered(
    bench: Bench, answers: GivenAnswers, preview: PreviewDialog
) -> None:
    answers.setup = PageSetup(Margins(20, 20, 20, 20), has_seal=True, has_code=False)
    preview._set_up_page()
    assert preview.sheets.style.margins == answers.setup.margins
    style = chosen_style(bench.window.files.desk.settings)
    assert PageSetup(style.margins, style.has_seal, style.has_code) == answers.setup


# ---------------------------------------------------------------- fonts and margins


def test_choices_are_kept_and_nonsense_is_not(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    assert chosen_style(settings) == OFFICIAL
    note_margins(settings, Margins(30, 35, 28, 26))
    note_fonts(settings, {"body": "某字体"})
    again = Settings(tmp_path / "a.ini")
    settings._store.sync()
    assert chosen_margins(again) == Margins(30, 35, 28, 26)
    assert chosen_style(again).body.names[:2] == ("某字体", "仿宋_GB2312")
    again.note_choice("margin_top", "3000")
    assert chosen_margins(again).top == OFFICIAL.top
    note_fonts(again, {})
    assert chosen_fonts(again) == {}


def test_the_page_set_up_leads_back_to_the_official_margins(bench: Bench) -> None:
    dialog = PageSetupDialog(None, PageSetup(Margins(12, 13, 14, 15)))
    bench.bot.addWidget(dialog)
    assert dialog.setup.margins == Margins(12, 13, 14, 15)
    dialog.top.setValue(500)
    assert dialog.setup.margins.top == 50
    dialog.restore.click()
    assert dialog.setup.margins == OFFICIAL.margins


def test_the_font_dialog_offers_installed_fonts_and_the_official_ones(bench: Bench) -> None:
    dialog = FontDialog(None, {"body": "别处的字体"}, list)
    bench.bot.addWidget(dialog)
    assert dialog.names == {"body": "别处的字体"}
    assert "没有" in dialog.fields["body"].currentText()
    family = FontBook(OFFICIAL).family("table")
    dialog.fields["table"].setCurrentIndex(dialog.fields["table"].findData(family))
    assert dialog.names["table"] == family
    dialog.restore.click()
    assert dialog.names == {}


def _font_file() -> Path:
    """A font file of this computer with Chinese characters."""
    listed = subprocess.run(
        ["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, check=True
    )
    return Path(sorted(listed.stdout.split("\n"))[-1].rstrip(": "))


def test_a_font_file_is_taken_over_once(bench: Bench) -> None:
    folder = bench.folder / "fonts"
    source = _font_file()
    bench.files.to_open = source
    files = FontFiles(folder, bench.files)
    dialog = FontDialog(None, {}, files.ask)
    bench.bot.addWidget(dialog)
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert [path.read_bytes() for path in folder.iterdir()] == [source.read_bytes()]
    families = files.take_over(source)
    assert all(dialog.fields["body"].findData(family) > 0 for family in families)
    register_kept(folder)
    assert set(families) <= installed_families()


@pytest.mark.parametrize("content", [b"", b"no font", None])
def test_what_is_no_font_is_told_and_not_kept(bench: Bench, content: bytes | None) -> None:
    path = bench.folder / "a.ttf"
    if content is not None:
        path.write_bytes(content)
    bench.files.to_open = path
    questions = PrintQuestions(FontFiles(bench.folder / "fonts", bench.files), bench.messages)
    assert questions._new_font() == []
    assert "a.ttf" in bench.messages.told[0]
    assert not (bench.folder / "fonts").exists()


def test_missing_fonts_are_named_once_before_a_pdf_file(
    bench: Bench, answers: GivenAnswers
) -> None:
    note_fonts(bench.window.files.desk.settings, {"body": "没有的字体"})
    bench.files.to_save = bench.folder / "a.pdf"
    for _ in range(2):
        bench.window.files.export_pdf()
        bench.wait_for_work()
    assert [text for text in bench.messages.told if "没有的字体" in text] == [
        bench.messages.told[0]
    ]
    assert any(family in bench.messages.told[0] for family in installed_families())


def test_a_style_with_installed_fonts_misses_nothing(bench: Bench) -> None:
    family = FontBook(OFFICIAL).family("body")
    style = OFFICIAL.with_fonts(
        dict.fromkeys(("title", "body", "heading_1", "heading_2", "table", "page_number"), family)
    )
    assert missing_sentence(FontBook(style)) == ""


def test_a_character_that_no_font_has_is_named(bench: Bench) -> None:
    report = sample_report()
    report.sections["problems"] = "某\U000f0000地"
    sheets = Sheets(report, OFFICIAL)
    assert "\U000f0000" in unknown_sentence(sheets.fonts)
    assert unknown_sentence(FontBook(OFFICIAL)) == ""


def test_word_and_pdf_files_use_the_chosen_fonts(bench: Bench, answers: GivenAnswers) -> None:
    settings = bench.window.files.desk.settings
    answers.fonts = {"body": "某仿宋"}
    assert bench.window.files.printing.choose_fonts()
    assert chosen_style(settings).body.name == "某仿宋"
    assert not bench.window.files.printing.choose_fonts()


def test_a_pdf_file_with_a_character_that_no_font_has_is_told(bench: Bench) -> None:
    bench.document.report.sections["problems"] = "某\U000f0000地"
    bench.files.to_save = bench.folder / "甲.pdf"
    bench.window.files.export_pdf()
    bench.wait_for_work()
    assert (bench.folder / "甲.pdf").exists()
    assert any("方框" in text and "\U000f0000" in text for text in bench.messages.told)
