from __future__ import annotations

import pytest

from importers.readers.paged.page_content import PageContent
from importers.readers.paged.page_flow import flow
from importers.readers.paged.page_lines import Line
from importers.recognising.sign_off_sheet import NOTE, without_sheet
from importers.source_document import (
    Block,
    Paragraph,
    SourceDocument,
    SourceTable,
    table_from_rows,
)
from model.report.sign_off_record import USUAL_ROWS

SHEET_TITLE = "政府信息公开工作年度报告审签单"


def _document(*blocks: Block) -> SourceDocument:
    return SourceDocument("a.docx", "Word 文档", blocks)


def _table(*texts: str) -> SourceTable:
    return table_from_rows([[text, ""] for text in texts])


STEP_NAMES = tuple(row.label for row in USUAL_ROWS)


@pytest.mark.parametrize(
    "title",
    [(SHEET_TITLE,), (SHEET_TITLE[:-1], SHEET_TITLE[-1]), (SHEET_TITLE[:9], SHEET_TITLE[9:])],
)
def test_the_sheet_is_left_out_with_its_title_on_one_line_or_two(title: tuple[str, ...]) -> None:
    text = Paragraph("没有其他需要报告的事项。")
    document = _document(text, *map(Paragraph, title), _table(*STEP_NAMES))
    found = without_sheet(document)
    assert found.blocks == (text,)
    assert found.notes == (NOTE,)


def test_other_text_before_a_sheet_and_other_tables_stay() -> None:
    text = Paragraph("没有其他需要报告的事项。")
    other = _table(*STEP_NAMES[:3])
    assert without_sheet(_document(text, other)).blocks == (text, other)
    assert without_sheet(_document(other, _table(*STEP_NAMES))).blocks == (other,)
    assert without_sheet(_document(text, _table(*STEP_NAMES))).blocks == (text,)


def _line(text: str, top: float) -> Line:
    return Line(text, 80, 500, top, top + 14, 14)


@pytest.mark.parametrize(
    ("foot", "is_kept"),
    [
        ("校验码 7K3M-Q2XD — 1 —", False),
        ("— 2 —  校验码 7K3M-Q2XD", False),
        ("校验码 7K3M-Q2XD", False),
        ("校验码 7K3M-Q2XD 已核对", True),
        ("校验码 7K3M", True),
    ],
)
def test_the_code_at_a_page_s_foot_is_no_text(foot: str, is_kept: bool) -> None:
    page = PageContent((_line("正文。", 400), _line(foot, 780)), 842, False, False)
    found = [block.text for block in flow([page]) if isinstance(block, Paragraph)]
    assert (foot in found) == is_kept
    assert "正文。" in found
