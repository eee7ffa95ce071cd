"""Every size of report on every page set-up, read as an eye reads; the whole is a script's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QPdfWriter

from export_matrix import (
    MARGINS,
    Case,
    all_cases,
    cell_texts,
    headings,
    paired_cases,
    text_lines,
)
from exporters.paged.families import installed_chinese_families
from exporters.writer_list import WRITERS
from exporters.writing import export_report
from office import convert, needs_office
from page_reading import lost_cells, lost_lines, page_faults, read_pages, shown_cells

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.thorough]

SHORT = [case for case in paired_cases() if case.length <= 300]
LONGEST = Case("uneven", is_bare=False, length=20_000, digits=4, unit="long", edition="2021")


def _faults(path: Path, case: Case) -> list[str]:
    report, pages = case.report(), read_pages(path)
    return [
        *page_faults(pages, headings(report)),
        *lost_lines(pages, text_lines(report)),
        *lost_cells(shown_cells(path, pages), cell_texts(report)),
    ]


def test_every_two_values_of_the_matrix_meet() -> None:
    cases = paired_cases()
    assert len(cases) < 40 < len(all_cases())
    for margins in MARGINS:
        assert {c.digits for c in cases if c.margins == margins} == {1, 4, 7, 10, 13}
        assert {c.length for c in cases if c.margins == margins} == {0, 300, 2_000, 20_000}


@pytest.mark.parametrize("case", SHORT[:6], ids=lambda case: case.name)
def test_pages_have_no_fault(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "a.pdf"
    export_report(case.report(), path, case.style())
    assert _faults(path, case) == []


@pytest.mark.thorough
@pytest.mark.parametrize("case", [*SHORT[6:], LONGEST], ids=lambda case: case.name)
def test_pages_of_more_cases_have_no_fault(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "a.pdf"
    export_report(case.report(), path, case.style())
    assert _faults(path, case) == []


@pytest.mark.parametrize("margins", MARGINS)
@pytest.mark.parametrize("extension", [writer.extensions[0] for writer in WRITERS])
def test_every_format_is_written_on_every_page(
    tmp_path: Path, margins: str, extension: str
) -> None:
    case = Case(margins, is_bare=True, length=300, digits=13, unit="long", edition="2021")
    path = tmp_path / f"a{extension}"
    export_report(case.report(), path, case.style())
    assert path.stat().st_size > 1000


@needs_office
def test_pages_of_word_files_have_no_fault_in_another_program(tmp_path: Path) -> None:
    cases = [
        Case("most", is_bare=True, length=0, digits=7, unit="short", edition="2021"),
        Case("least", is_bare=False, length=300, digits=13, unit="long", edition="2019"),
    ]
    for case in cases:
        export_report(case.report(), tmp_path / f"{case.name}.docx", case.style())
    made = convert([tmp_path / f"{case.name}.docx" for case in cases], "pdf", tmp_path / "made")
    for case in cases:
        assert _faults(made / f"{case.name}.pdf", case) == []


# ---------------------------------------------------------------- the reader itself


def _drawn(path: Path, *texts: tuple[float, float, str], rule: float = 0.0) -> Path:
    """Draw texts at their places in points from the top left, and a rule down the page."""
    writer = QPdfWriter(str(path))
    writer.setResolution(72)
    writer.setPageMargins(writer.pageLayout().margins() * 0)
    painter = QPainter(writer)
    font = QFont(installed_chinese_families()[0])
    font.setPixelSize(16)
    painter.setFont(font)
    for x, y, text in texts:
        painter.drawText(QPointF(x, y), text)
    if rule:
        painter.drawLine(QPointF(rule, 50), QPointF(rule, 700))
    painter.end()
    return path


@pytest.mark.parametrize(
    ("texts", "rule", "told"),
    [
        ([(100, 100, "群众反映良好")], 0.0, ""),
        ([(100, 100, "群众反映良好"), (100, 125, "群众反映良好")], 0.0, ""),
        ([(100, 100, "群众反映良好")], 95.0, ""),
        ([(100, 100, "群众反映良好"), (104, 103, "政务公开")], 0.0, "stands on"),
        ([(100, 100, "群众反映良好")], 125.0, "stands on a rule"),
        ([(560, 100, "群众反映良好")], 0.0, "off the paper"),
        ([(100, 835, "群众反映良好")], 0.0, "off the paper"),
        ([(1, 1, " ")], 0.0, "nothing on it"),
    ],
)
def test_the_reader_notices_what_an_eye_does(
    tmp_path: Path, texts: list[tuple[float, float, str]], rule: float, told: str
) -> None:
    pages = read_pages(_drawn(tmp_path / "a.pdf", *texts, rule=rule))
    found = list(page_faults(pages, frozenset()))
    assert bool(found) == bool(told)
    assert all(told in fault for fault in found)


def test_the_reader_notices_a_heading_alone_and_a_text_that_is_missing(tmp_path: Path) -> None:
    pages = read_pages(_drawn(tmp_path / "a.pdf", (100, 100, "收到申请"), (100, 130, "情况说明")))
    # Qt alone notes some characters as their radicals.
    first, last = pages[0].lines()
    assert list(page_faults([*pages, *pages], frozenset({last}))) == [
        f"page 1: ends with the heading {last}"
    ]
    assert list(page_faults(pages, frozenset({last}))) == []
    assert list(lost_lines(pages, [f"{first[:2]} {first[2:]}", last])) == []
    assert len(list(lost_lines(pages, [f"{first}12件"]))) == 1
    assert list(lost_cells(["12", "7"], ["12", "12"])) == ["no cell shows 12"]
