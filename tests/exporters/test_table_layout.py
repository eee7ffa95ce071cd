from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import TableBlock
from exporters.page_style import OFFICIAL
from exporters.report_blocks import report_blocks
from exporters.table_layout import (
    POINTS_PER_MM,
    fitting_size,
    is_left_aligned,
    is_stackable,
    line_count,
    row_heights,
    side_gap,
    text_width,
)
from sample_reports import sample_report


def _tables() -> list[TableBlock]:
    return [block for block in report_blocks(sample_report()) if isinstance(block, TableBlock)]


def test_letters_and_digits_are_half_as_wide() -> None:
    assert text_width("年12") == 2.0
    assert text_width("年\n年度") == 2.0
    assert text_width("") == 0.0


@pytest.mark.parametrize(("text", "even"), [("商业企业", 2), ("社会公益组织", 3)])
def test_narrow_label_breaks_into_even_lines(text: str, even: int) -> None:
    gap = side_gap(11.0, text, 9.0, OFFICIAL)
    room = (11.0 - 2 * OFFICIAL.cell_gap - 2 * gap) * POINTS_PER_MM / 9.0
    assert int(room) == even


def test_label_that_fits_and_wide_column_have_no_gap() -> None:
    assert side_gap(11.0, "总计", 9.0, OFFICIAL) == 0.0
    assert side_gap(50.0, "一" * 40, 9.0, OFFICIAL) == 0.0


def test_lines_are_counted_by_paragraph() -> None:
    assert line_count(11.0, "商业企业", 9.0, OFFICIAL) == 2
    assert line_count(11.0, "1\n2", 9.0, OFFICIAL) == 2
    assert line_count(11.0, "", 9.0, OFFICIAL) == 1


def test_every_table_fits_on_one_page_under_its_heading() -> None:
    room = (
        OFFICIAL.height - OFFICIAL.top - OFFICIAL.bottom - 2 * OFFICIAL.line_pitch / POINTS_PER_MM
    )
    for table in _tables():
        assert sum(row_heights(table, OFFICIAL)) < room


def test_widths_fill_the_text_block() -> None:
    for table in _tables():
        assert sum(table.widths) == pytest.approx(OFFICIAL.text_width)


def test_row_labels_of_the_large_table_read_from_the_left() -> None:
    small, large, _ = _tables()
    left = [cell.text for cell in large.cells if is_left_aligned(large, cell)]
    assert "3.其他" in left
    assert "三、本年度办理结果" not in left
    assert not any(is_left_aligned(small, cell) for cell in small.cells)


def test_only_the_tall_label_runs_downwards() -> None:
    large = _tables()[1]
    stacked = [cell.text for cell in large.cells if is_stackable(large, cell, 10.0, OFFICIAL)]
    assert stacked == ["三、本年度办理结果"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12345", 9.0), ("1234567", 7.0), ("123456789012", 7.0), ("办理中的申请另行说明", 9.0)],
)
def test_long_figures_shrink_onto_one_line_or_onto_two(text: str, expected: float) -> None:
    table = _tables()[1]
    cell = next(cell for cell in table.cells if cell.role == "value")
    assert fitting_size(table, replace(cell, text=text), OFFICIAL) == expected
