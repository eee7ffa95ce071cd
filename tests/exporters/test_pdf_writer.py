from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from pikepdf import Pdf

import pdf_parts
from exporters.lines.text_setting import Column, Piece, set_text
from exporters.page_style import LEAST_EDGE, OFFICIAL, FontRole, Margins
from exporters.paged import fonts
from exporters.paged.fonts import FontBook
from exporters.paged.pdf_finish import finished
from exporters.report_blocks import report_blocks
from exporters.sign_off_blocks import SignOffCopy
from exporters.writing import export_report
from model.report.report import Report
from pdf_parts import pdf_differences
from report_strategies import reports
from sample_reports import sample_report
from storage.errors import FileProblem
from storage.form_store import load_form

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.thorough]


class Nominal:
    """Every letter is half, every Chinese character wholly as wide as high."""

    def advance(self, char: str, role: FontRole) -> float:
        return 0.5 if char.isascii() else 1.0


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "年报.pdf"
    export_report(sample_report(), path)
    return path


def test_every_line_of_the_report_is_found_as_written(written: Path) -> None:
    text = pdf_parts.printed(written).text
    for block in report_blocks(sample_report()):
        for line in getattr(block, "lines", ()) or (getattr(block, "text", ""),):
            assert line in text


def test_properties_name_unit_and_title_only(written: Path) -> None:
    with pdfplumber.open(written) as pdf:
        properties = pdf.metadata
    assert properties["Title"] == "青山县红星镇人民政府2023年政府信息公开工作年度报告"
    assert properties["Author"] == "青山县红星镇人民政府"


def test_the_unit_is_named_where_qt_cannot_note_it(written: Path) -> None:
    older = BytesIO()
    with Pdf.open(written) as pdf:
        del pdf.docinfo["/Author"]
        pdf.save(older)
    unit = "青山县红星镇人民政府"
    written.write_bytes(finished(older.getvalue(), [], FontBook(OFFICIAL), [], unit))
    with pdfplumber.open(written) as pdf:
        assert pdf.metadata["Author"] == "青山县红星镇人民政府"
        assert pdf.metadata["Title"] == "青山县红星镇人民政府2023年政府信息公开工作年度报告"


def test_page_numbers_stand_outside_one_character_in(written: Path) -> None:
    numbers = [line for line in pdf_parts.lines(written) if line.text.startswith("—")]
    assert [line.text for line in numbers] == [f"— {page} —" for page in range(1, len(numbers) + 1)]
    for line in numbers:
        if line.page % 2:
            assert line.right == pytest.approx((210 - 26) / 25.4 * 72 - 14, abs=1.5)
        else:
            assert line.left == pytest.approx(28 / 25.4 * 72 + 14, abs=1.5)


def test_rare_and_look_alike_characters_come_back_as_typed(tmp_path: Path) -> None:
    typed = "一二十八人民方面“三安全一稳定”·〔2019〕——…… 100% a-b"
    rare = "䶮㐂"
    report = Report(load_form("2021"), sections={"problems": f"{typed}\n{rare}"})
    path = tmp_path / "a.pdf"
    told = export_report(report, path)
    found = pdf_parts.printed(path).text
    assert typed in found
    # Not every computer has a font with them; what is not printed must be told.
    for char in rare:
        assert (char in found) != (char in told)


@pytest.mark.parametrize("rare", ["𠮷", "𬭊", "𠮷𬭊"])
def test_a_rare_character_does_not_spoil_the_others(tmp_path: Path, rare: str) -> None:
    report = Report(
        load_form("2021"), sections={"problems": f"人民政府{rare}镇人民政府，一二三abc"}
    )
    path = tmp_path / "a.pdf"
    told = export_report(report, path)
    found = pdf_parts.printed(path).text
    assert found.count("人民政府") == 2
    assert "镇人民政府，一二三abc" in found
    assert (f"人民政府{rare}镇" in found) != (rare[-1] in told)
    assert "cid:" not in found


@pytest.mark.parametrize("bottom", [10.0, 12.7, 16.0, 35.0])
def test_page_numbers_stay_on_the_paper_with_any_margin(tmp_path: Path, bottom: float) -> None:
    path = tmp_path / "a.pdf"
    export_report(sample_report(), path, OFFICIAL.with_margins(Margins(10, bottom, 10, 10)))
    numbers = [line for line in pdf_parts.lines(path) if line.text.startswith("—")]
    assert numbers
    for line in numbers:
        assert 297 - bottom < line.base * 25.4 / 72 <= 297 - LEAST_EDGE + 0.1


def test_only_the_line_before_a_long_address_is_short() -> None:
    pieces = [Piece("群众反映良好" * 2 + "https//12345678901234567890信息公开" * 2, "body", 10.0)]
    lines = set_text(pieces, Column(200.0, "justify"), Nominal())
    ends = [run.x + run.offsets[-1] + 5 for *_, run in lines[:-1]]
    assert ends[0] < 190
    assert ends[1] == pytest.approx(200, abs=6)


def test_a_character_without_a_glyph_does_not_spoil_the_others(tmp_path: Path) -> None:
    report = Report(load_form("2021"), sections={"problems": "一\U000f0000二人"})
    path = tmp_path / "a.pdf"
    assert "\U000f0000" in export_report(report, path)
    found = pdf_parts.printed(path).text
    assert "一" in found
    assert "二人" in found
    assert not set(found) & set("⼀⼆⼈\t")


def test_without_a_chinese_font_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "installed_families", lambda: frozenset({"Latin"}))
    monkeypatch.setattr(fonts, "_chinese_families", lambda: iter(()))
    with pytest.raises(FileProblem, match="没有中文字体"):
        export_report(sample_report(), tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())


def test_a_system_without_graphics_is_told_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "exporters.paged.pdf_writer", None)
    with pytest.raises(FileProblem, match="图形组件"):
        export_report(sample_report(), tmp_path / "a.pdf")


def test_a_command_writes_pages_without_a_screen(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    source, target = tmp_path / "a.docx", tmp_path / "a.pdf"
    export_report(sample_report(), source)
    nowhere = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    run = subprocess.run(
        [sys.executable, str(root / "main.py"), "convert", str(source), str(target)],
        env={name: value for name, value in os.environ.items() if name not in nowhere},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0
    # What the clerk should look at stands there, and nothing that Qt says of a screen.
    told = run.stderr.decode("utf-8").splitlines()
    assert [line for line in told if not line.startswith(("注意：", "存疑："))] == []
    assert target.read_bytes().startswith(b"%PDF-")


# Reading a file takes a second, so that making an example smaller would take minutes.
@pytest.mark.thorough
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(report=reports())
@example(report=sample_report())
def test_every_figure_and_text_is_found_in_its_place(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "generated.pdf"
    export_report(report, path)
    assert list(pdf_differences(report, pdf_parts.printed(path))) == []


def _labels(pdf: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """The labels by first page from 0: the kind of numbers or a word, and the first number."""
    nums = list(pdf.Root.PageLabels.Nums)
    pairs = zip(nums[::2], nums[1::2], strict=True)
    return [(int(n), str(d.get("/S", d.get("/P"))), int(d.get("/St", 0))) for n, d in pairs]


def test_language_title_bookmarks_and_page_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    export_report(sample_report(), path)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        headings = [s.title for s in sample_report().form.sections if s.title]
        assert [item.title for item in outline.root] == headings
        assert str(pdf.Root.PageMode) == "/UseOutlines"
        assert _labels(pdf) == [(0, "/D", 1)]


def test_a_sheet_for_signing_bears_no_number_among_the_page_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    export_report(sample_report(), path, signed_copy=SignOffCopy(sheet="first"))
    with pikepdf.open(path) as pdf:
        sheet, report = _labels(pdf)
    assert sheet == (0, "审签单", 0)
    assert report[0] >= 1
    assert report[1:] == ("/D", 1)
