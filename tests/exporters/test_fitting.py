"""Tables that fit their pages in any font, pages without gaps, and titles broken by meaning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import docx_parts as parts
from exporters.blocks import Block, Heading, Paragraph, Run, TableBlock, Title
from exporters.copy_fitting import EvenWidths, copy_fitted
from exporters.lines.placed import Page
from exporters.page_style import OFFICIAL, FontRole, Margins, PageStyle
from exporters.paged.pages import lay_pages, page_fills
from exporters.report_blocks import report_blocks
from exporters.table_fitting import MOST_OF_PAGE, fitted, group_ends, natural_heights
from exporters.table_layout import POINTS_PER_MM, fitting_size
from exporters.title_layout import title_gap
from exporters.word.docx_writer import write_docx
from model.report.report import Report
from sample_reports import sample_report

NARROW = OFFICIAL.with_margins(Margins(50, 50, 50, 50))
WIDE = OFFICIAL.with_margins(Margins(10, 10, 10, 10))


class WideFont:
    """A font that stands in: letters and digits a sixth wider than half a character."""

    def advance(self, char: str, role: FontRole) -> float:
        return 0.58 if char.isascii() else 1.02


def _tables(report: Report) -> list[TableBlock]:
    return [block for block in report_blocks(report) if isinstance(block, TableBlock)]


def _crowded() -> Report:
    """A report with a text in a cell that makes table 三 higher than any page."""
    report = sample_report()
    for key in ("granted.natural_person", "other_handling.natural_person"):
        report.tables["requests"][key] = "没有收到申请" * 12
    return report


def _rows(page: Page) -> dict[float, str]:
    found: dict[float, str] = {}
    for letters in sorted(page.letters, key=lambda run: run.x):
        found[round(letters.y, 1)] = found.get(round(letters.y, 1), "") + letters.text
    return found


def _heights(style: PageStyle, index: int) -> float:
    table = fitted(_tables(sample_report())[index], style)
    natural = natural_heights(table, style)
    return sum(max(pair) for pair in zip(natural, table.heights, strict=True))


@pytest.mark.parametrize("index", range(3))
@pytest.mark.parametrize("style", [OFFICIAL, OFFICIAL.with_margins(Margins(25, 25, 25, 25))])
def test_a_table_and_its_heading_leave_an_eighth_of_the_page(index: int, style: PageStyle) -> None:
    heading = (style.line_pitch + style.table_space) / POINTS_PER_MM
    assert heading + _heights(style, index) <= MOST_OF_PAGE * style.text_height + 0.1
    assert not fitted(_tables(sample_report())[index], style).may_break


@pytest.mark.parametrize(
    "style", [OFFICIAL, NARROW, OFFICIAL.with_margins(Margins(10, 10, 10, 10))]
)
def test_in_a_wider_font_a_table_stands_on_the_page_of_its_heading(style: PageStyle) -> None:
    blocks = copy_fitted(report_blocks(sample_report()), style)
    for page in lay_pages(blocks, style, WideFont()):
        rows = list(_rows(page).values())
        # The last line is the page's number.
        assert not rows[-2].startswith(("一、", "二、", "三、", "四、", "五、", "六、"))
    assert len(lay_pages(blocks, style, WideFont())) == len(lay_pages(blocks, style, EvenWidths()))


def test_a_table_that_no_page_holds_breaks_between_its_groups(tmp_path: Path) -> None:
    small, large, _ = (fitted(table, OFFICIAL) for table in _tables(_crowded()))
    assert large.may_break
    assert not small.may_break
    labels = {cell.row: cell.text for cell in large.cells if cell.column == 1 and cell.row_span > 1}
    starts = {row: row + span for row, span in _spans(large).items()}
    for row, text in labels.items():
        assert not {*range(row, starts[row] - 1)} & group_ends(large), text
    path = tmp_path / "a.docx"
    write_docx(report_blocks(_crowded()), path)
    rows = parts.tables(path)[1].findall(f"{parts.W}tr")
    free = {
        number
        for number, row in enumerate(rows)
        if not any(parts.has(text, "pPr/keepNext") for text in row.iter(f"{parts.W}p"))
    }
    assert free == group_ends(large)
    assert [parts.has(row, "trPr/tblHeader") for row in rows[:4]] == [True, True, True, False]
    # In the middle of a cell over two pages some programs lose a label.
    sides = {parts.value(row.findall(f"{parts.W}tc")[0], "tcPr/vAlign") for row in rows[6:20]}
    assert sides == {"top"}


def _spans(table: TableBlock) -> dict[int, int]:
    return {c.row: c.row_span for c in table.cells if c.column == 1 and c.row_span > 1}


def test_on_pages_a_table_breaks_between_its_groups_under_headers() -> None:
    blocks = report_blocks(_crowded())
    pages = lay_pages(blocks, OFFICIAL, EvenWidths())
    shown = ["".join(_rows(page).values()) for page in pages]
    with_header = [text for text in shown if "申请人情况" in text]
    assert len(with_header) > 1
    large = fitted(_tables(_crowded())[1], OFFICIAL)
    for cell in large.cells:
        # A group's label stands on one page only, and so do its rows.
        if cell.column == 1 and cell.row_span > 1 and cell.text:
            assert sum(cell.text in text.replace(" ", "") for text in shown) <= 1


def _paragraphs(count: int) -> list[Block]:
    return [Paragraph((Run("按期办理" * 6),), "一、") for _ in range(count)]


def _with_table(lines: int) -> list[Block]:
    small, large, _ = _tables(sample_report())
    return [
        *_paragraphs(lines),
        Heading(1, "二、", "二、"),
        small,
        Heading(1, "三、", "三、"),
        large,
    ]


def test_rows_become_tighter_where_that_closes_a_gap() -> None:
    contents = _with_table(10)
    assert len(page_fills(contents, OFFICIAL, EvenWidths())) == 3
    better = copy_fitted(contents, OFFICIAL)
    assert len(page_fills(better, OFFICIAL, EvenWidths())) == 2
    assert [type(block) for block in better] == [type(block) for block in contents]


def test_rows_stay_as_they_are_where_nothing_is_gained() -> None:
    contents = _with_table(5)
    assert copy_fitted(contents, OFFICIAL) == tuple(contents)


def test_rows_become_wider_where_the_next_table_leaves_a_gap_that_nothing_can_fill() -> None:
    contents = _with_table(18)
    before = page_fills(contents, OFFICIAL, EvenWidths())
    after = page_fills(copy_fitted(contents, OFFICIAL), OFFICIAL, EvenWidths())
    assert len(after) == len(before) == 3
    assert min(before[:-1]) < 0.65
    assert min(after[:-1]) > 0.75


@pytest.mark.parametrize("count", range(20, 26))
def test_no_page_ends_with_a_first_line_or_begins_with_a_last(count: int) -> None:
    whole = Paragraph((Run("按期办理" * 14),), "一、")
    pages = lay_pages([*_paragraphs(count), whole, whole], OFFICIAL, EvenWidths())
    for page in pages:
        rows = list(_rows(page).values())
        starts = [row.startswith("按期办理按期") and len(row) == 26 for row in rows]
        assert len(rows) > 2 or not starts[0]


@pytest.mark.parametrize(
    ("unit", "first"),
    [
        ("黑龙江省哈尔滨市阿城区亚沟街道办事处", "黑龙江省哈尔滨市阿城区亚沟街道办事处"),
        ("黑龙江省哈尔滨市阿城区亚沟街道办事处综合办公室", "黑龙江省哈尔滨市阿城区亚沟街道办事处"),
        ("哈尔滨新区江北一体发展区管理委员会生态环境局", "哈尔滨新区江北一体发展区"),
        (
            "黑龙江省齐齐哈尔市梅里斯达斡尔族区达呼店镇人民政府",
            "黑龙江省齐齐哈尔市梅里斯达斡尔族区",
        ),
    ],
)
def test_a_long_unit_is_broken_by_meaning(unit: str, first: str) -> None:
    (page,) = lay_pages([Title(unit, "年度报告")], OFFICIAL, EvenWidths())
    rows = list(_rows(page).values())
    assert rows[0] == first
    assert "".join(rows[:2]).startswith(unit)


def test_a_title_of_one_line_has_no_gap_and_a_very_long_one_stays_on_the_paper() -> None:
    assert title_gap("青山县红星镇人民政府", OFFICIAL) == 0
    for length in range(21, 90):
        gap = title_gap("县" * length, OFFICIAL)
        assert 0 <= gap < OFFICIAL.text_width * POINTS_PER_MM / 4


@pytest.mark.parametrize("digits", range(1, 14))
@pytest.mark.parametrize("index", [1, 2])
def test_figures_of_any_length_can_be_read_and_stay_in_their_cells(digits: int, index: int) -> None:
    table = fitted(_tables(sample_report())[index], OFFICIAL)
    cell = next(cell for cell in table.cells if cell.role == "value")
    size = fitting_size(table, replace(cell, text="8" * digits), OFFICIAL)
    assert size >= 6.5
    room = (table.width_of(cell) - 2 * OFFICIAL.cell_gap) * POINTS_PER_MM
    assert digits * size * 0.56 <= 2 * room


def test_a_title_breaks_by_meaning_in_a_font_with_wide_digits() -> None:
    (page,) = lay_pages([Title("", "2023年政府信息公开工作年度报告")], NARROW, WideFont())
    assert list(_rows(page).values())[0] == "2023年政府信息公开"


def test_the_heading_of_an_empty_part_is_not_tied_to_the_next_one(tmp_path: Path) -> None:
    blocks = [Heading(1, "一、", "一、"), Heading(1, "二、", "二、"), *_paragraphs(1)]
    path = tmp_path / "a.docx"
    write_docx(blocks, path)
    texts = [item for item in parts.body(path) if item.tag == f"{parts.W}p"]
    # The style of headings keeps them with what follows, save where the text says otherwise.
    assert [parts.value(text, "pPr/keepNext") for text in texts] == ["0", None, None]
    long = [
        *_paragraphs(21),
        Heading(1, "一、", "一、"),
        Heading(1, "二、", "二、"),
        *_paragraphs(1),
    ]
    first, second = lay_pages(long, OFFICIAL, EvenWidths())
    assert "一、" in _rows(first).values()
    assert "二、" in _rows(second).values()
