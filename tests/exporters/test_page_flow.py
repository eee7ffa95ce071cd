from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from exporters.blocks import Block, Heading, Paragraph, Run, Signature, TableBlock, Title
from exporters.lines.placed import Letters, Page, Stroke
from exporters.page_style import OFFICIAL, FontRole, Margins, PageStyle
from exporters.paged.pages import lay_pages
from exporters.report_blocks import report_blocks
from exporters.table_layout import POINTS_PER_MM
from model.report.report import Report
from sample_reports import sample_report
from storage.form_store import load_form

LEFT = OFFICIAL.left * POINTS_PER_MM
RIGHT = (OFFICIAL.width - OFFICIAL.right) * POINTS_PER_MM
TOP = OFFICIAL.top * POINTS_PER_MM
CHARACTER = OFFICIAL.body.size + OFFICIAL.spacing
BOTTOM = (OFFICIAL.height - OFFICIAL.bottom) * POINTS_PER_MM


class EvenFont:
    """Chinese characters as wide as high, letters and digits half of it, as official fonts are."""

    def advance(self, char: str, role: FontRole) -> float:
        return 0.5 if char.isascii() else 1.0


def _pages(blocks: Sequence[Block], style: PageStyle = OFFICIAL) -> tuple[Page, ...]:
    return lay_pages(blocks, style, EvenFont())


def _texts(page: Page) -> list[str]:
    """The lines of a page from top to bottom, without its number."""
    rows: dict[float, list[Letters]] = {}
    for letters in page.letters:
        rows.setdefault(round(letters.y, 1), []).append(letters)
    lines = [
        "".join(run.text for run in sorted(row, key=lambda run: run.x))
        for _, row in sorted(rows.items())
    ]
    assert lines[-1] == f"— {page.number} —"
    return lines[:-1]


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),), "一、总体情况")


def _tables(report: Report) -> list[TableBlock]:
    return [block for block in report_blocks(report) if isinstance(block, TableBlock)]


def test_a_page_holds_22_lines_of_28_characters() -> None:
    pages = _pages([_paragraph("公" * (26 + 28 * 21)), _paragraph("开")])
    assert [len(_texts(page)) for page in pages] == [22, 1]
    assert [len(line) for line in _texts(pages[0])] == [26] + [28] * 21


def test_full_lines_reach_the_right_margin_and_the_last_does_not() -> None:
    (page,) = _pages([_paragraph("公开2023年政府信息工作情况" * 3 + "。")])
    lines = page.letters[:-1]
    for letters in lines[:-1]:
        end = letters.x + letters.offsets[-1] + (8 if letters.text[-1].isascii() else 16)
        assert end == pytest.approx(RIGHT, abs=0.6)
    last = lines[-1]
    assert last.x + last.offsets[-1] + 16 < RIGHT - 16


def test_a_heading_never_ends_a_page() -> None:
    pages = _pages(
        [_paragraph("公" * (26 + 28 * 20)), Heading(1, "五、问题", "五、问题"), _paragraph("开")]
    )
    assert [len(_texts(page)) for page in pages] == [21, 2]


def test_a_table_that_does_not_fit_takes_its_heading_to_a_new_page() -> None:
    _, requests, _ = _tables(sample_report())
    heading = Heading(1, "三、申请", requests.section)
    pages = _pages([_paragraph("公" * 26 * 12), heading, requests])
    assert len(pages) == 2
    assert _texts(pages[1])[0] == "三、申请"
    assert not any(isinstance(mark, Stroke) for mark in pages[0].marks)


def test_a_text_stays_behind_rather_than_that_its_table_is_torn() -> None:
    _, requests, _ = _tables(sample_report())
    heading = Heading(1, "三、申请", requests.section)
    pages = _pages([heading, _paragraph("公" * 80), requests])
    assert len(pages) == 2
    assert [len(line) for line in _texts(pages[0])] == [4, 26, 28, 26]
    assert not any(isinstance(mark, Stroke) for mark in pages[0].marks)


def test_a_table_that_just_fits_the_rest_of_a_page_is_not_torn() -> None:
    disclosure, *_ = _tables(sample_report())
    rows = disclosure.row_count * OFFICIAL.row_height * POINTS_PER_MM
    free = BOTTOM - TOP - rows - OFFICIAL.table_space
    pitch = free / 9 + 0.004
    style = replace(OFFICIAL, line_pitch=pitch)
    pages = lay_pages([_paragraph("公" * (26 + 28 * 8)), disclosure], style, EvenFont())
    assert len(pages) == 1


def test_the_title_stands_in_the_middle_and_long_names_break() -> None:
    (page,) = _pages([Title("某某自治州某某自治县某某街道办事处" * 2, "2023年报告", 2023)])
    assert len(_texts(page)) == 3
    first = page.letters[0]
    middle = first.x + (first.offsets[-1] + 22) / 2
    assert middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


def _ends(style: PageStyle, *lines: str) -> list[tuple[float, float]]:
    """Return where each line of a signature begins and ends, in characters from the right."""
    (page,) = _pages([Signature(lines, "落款")], style)
    return [
        (
            (RIGHT - run.x) / CHARACTER,
            (RIGHT - run.x - run.offsets[-1] - (8 if run.text[-1].isascii() else 16)) / CHARACTER,
        )
        for run in page.letters[: len(lines)]
    ]


def test_the_date_begins_two_characters_behind_the_unit() -> None:
    unit, day = _ends(OFFICIAL, "青山县红星镇人民政府", "2024年1月20日")
    assert unit[1] == pytest.approx(2, abs=0.1)
    assert unit[0] - day[0] == pytest.approx(2, abs=0.1)


def test_a_short_unit_gives_way_to_its_date() -> None:
    unit, day = _ends(OFFICIAL, "红星镇", "2024年1月20日")
    assert day[1] == pytest.approx(2, abs=0.1)
    assert unit[0] - day[0] == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize("name", ["红星镇人民政府", "青山县红星镇人民政府", "红星镇"])
def test_with_a_seal_the_unit_is_centred_over_its_date(name: str) -> None:
    unit, day = _ends(replace(OFFICIAL, has_seal=True), name, "2024年1月20日")
    assert day[1] == pytest.approx(4, abs=0.1)
    assert sum(unit) == pytest.approx(sum(day), abs=0.2)


def test_a_unit_as_long_as_the_line_stays_on_the_paper() -> None:
    unit, *_ = _ends(OFFICIAL, "县" * 27, "2024年1月20日")
    assert unit[0] <= 28


def _long(report: Report) -> Report:
    """The report with texts in its cells that need several pages."""
    text = "没有收到申请" * 8
    report.tables["requests"] = dict.fromkeys(report.tables["requests"], text)
    return report


def test_a_table_over_pages_has_closed_borders_headers_and_group_labels_on_each() -> None:
    _, requests, _ = _tables(_long(sample_report()))
    pages = _pages([requests])
    assert len(pages) > 2
    groups = [c for c in requests.cells if c.role == "label" and c.row_span > 8]
    for page in pages:
        letters = [run.text for run in page.letters]
        strokes = [mark for mark in page.marks if isinstance(mark, Stroke)]
        top, bottom = min(s.y1 for s in strokes), max(s.y2 for s in strokes)
        assert top == pytest.approx(TOP, abs=0.1)
        assert bottom <= BOTTOM + 0.1
        for edge in (top, bottom):
            across = [s for s in strokes if s.y1 == s.y2 == pytest.approx(edge, abs=0.05)]
            assert min(s.x1 for s in across) == pytest.approx(LEFT, abs=0.1)
            assert max(s.x2 for s in across) == pytest.approx(RIGHT, abs=0.1)
        assert any("自然人" in text for text in letters)
    second = "".join(run.text for run in pages[1].letters)
    assert any(cell.text[:3] in second for cell in groups)


def test_every_word_of_a_table_over_pages_is_painted_once_and_inside() -> None:
    _, requests, _ = _tables(_long(sample_report()))
    wanted = sum(cell.text.count("没") for cell in requests.cells)
    pages = _pages([requests])
    found = sum(run.text.count("没") for page in pages for run in page.letters)
    assert found == wanted
    for page in pages:
        for run in page.letters[:-1]:
            assert run.x >= LEFT - 0.1
            assert run.x + run.offsets[-1] + run.size <= RIGHT + 0.2
            assert run.y <= BOTTOM


def test_a_row_higher_than_a_page_goes_on_overleaf() -> None:
    report = sample_report()
    key = next(iter(report.tables["review"]))
    report.tables["review"][key] = "长" * 900
    *_, review = _tables(report)
    pages = _pages([review])
    assert len(pages) > 3
    text = "".join(run.text for page in pages for run in page.letters)
    assert text.count("长") == 900


def test_other_margins_widen_the_tables_and_keep_them_on_a_page() -> None:
    style = OFFICIAL.with_margins(Margins(30, 50, 20, 20))
    _, requests, _ = _tables(sample_report())
    heading = Heading(1, "三、申请", requests.section)
    pages = lay_pages([heading, requests], style, EvenFont())
    assert len(pages) == 1
    strokes = [mark for mark in pages[0].marks if isinstance(mark, Stroke)]
    assert max(s.x2 for s in strokes) - min(s.x1 for s in strokes) == pytest.approx(
        170 * POINTS_PER_MM, abs=0.1
    )


def test_lines_of_a_cell_do_not_overlap() -> None:
    tables = _tables(Report(load_form("2021"), sections={}))
    for block in tables:
        (page,) = _pages([block])
        columns: dict[tuple[float, float], list[float]] = {}
        for run in page.letters[:-1]:
            columns.setdefault((round(run.x, 1), run.size), []).append(run.y)
        for (_, size), bases in columns.items():
            assert all(b - a >= size for a, b in pairwise(sorted(bases)))


def test_two_tables_that_follow_each_other_stand_apart() -> None:
    first, *_, last = _tables(sample_report())
    (page,) = _pages([first, replace(last)])
    rows = sorted({s.y1 for s in page.marks if isinstance(s, Stroke)})
    gaps = [b - a for a, b in pairwise(rows)]
    assert max(gaps) == pytest.approx(OFFICIAL.line_pitch)
