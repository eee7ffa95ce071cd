from __future__ import annotations

from dataclasses import replace

from exporters.blocks import Block, Heading, Paragraph, Run, Signature, TableBlock, Title
from exporters.report_blocks import report_blocks
from model.report.report import Report
from sample_reports import sample_report
from storage.form_store import load_form


def _tables(report: Report) -> list[TableBlock]:
    return [block for block in report_blocks(report) if isinstance(block, TableBlock)]


def _kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks]


def test_blocks_stand_in_the_order_of_the_report() -> None:
    blocks = report_blocks(sample_report())
    assert _kinds(blocks) == [
        *["Title", "Paragraph"],
        *["Heading", "Heading", "Paragraph", "Paragraph"],
        *["Heading", "TableBlock"],
        *["Heading", "Paragraph", "TableBlock"],
        *["Heading", "TableBlock"],
        *["Heading", "Paragraph"],
        *["Heading", "Paragraph"],
        "Signature",
    ]
    assert blocks[0] == Title("青山县红星镇人民政府", "2023年政府信息公开工作年度报告", 2023)
    assert isinstance(blocks[-1], Signature)
    assert blocks[-1].lines == ("青山县红星镇人民政府", "2024年1月20日")


def test_headings_are_exactly_the_titles_of_the_form() -> None:
    report = sample_report()
    headings = [b.text for b in report_blocks(report) if isinstance(b, Heading) and b.level == 1]
    assert headings == [section.title for section in report.form.sections if section.title]


def test_empty_report_still_prints_headings_and_tables() -> None:
    blocks = report_blocks(Report(load_form("2021")))
    assert _kinds(blocks).count("Heading") == 6
    assert _kinds(blocks).count("TableBlock") == 3
    assert "Title" not in _kinds(blocks)


def _text_blocks(line: str) -> tuple[Block, ...]:
    report = Report(load_form("2021"), sections={"overview": line})
    return tuple(b for b in report_blocks(report) if b.__class__ is not TableBlock)[1:2]


def test_short_numbered_line_is_a_sub_heading() -> None:
    assert _text_blocks("（一）主动公开")[0] == Heading(2, "（一）主动公开", "一、总体情况")


def test_lead_of_a_numbered_line_stands_in_its_own_font() -> None:
    (block,) = _text_blocks("（三）监督保障：落实到人。")
    assert isinstance(block, Paragraph)
    assert block.runs == (Run("（三）监督保障：", "heading_2"), Run("落实到人。"))


def test_long_numbered_sentence_is_plain_text() -> None:
    line = "（一）" + "公开" * 20 + "。完。"
    (block,) = _text_blocks(line)
    assert isinstance(block, Paragraph)
    assert block.runs == (Run(line),)


def test_lines_are_trimmed_and_control_characters_are_left_out() -> None:
    report = Report(load_form("2021"), sections={"problems": "  一\x00是\n\n\u3000二是 \r\n"})
    texts = [block.text for block in report_blocks(report) if isinstance(block, Paragraph)]
    assert texts == ["一是", "二是"]


def test_cells_tile_the_grid() -> None:
    for table in _tables(sample_report()):
        places = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(places) == len(set(places)) == table.row_count * len(table.widths)


def test_total_knows_its_typed_cells_and_balance_its_sides() -> None:
    report = sample_report()
    table = _tables(report)[1]
    cells = {cell.key: cell for cell in table.cells if cell.key}
    assert len(cells["outcome_total.natural_person"].parts) == 21
    assert len(cells["outcome_total.total"].parts) == 21 * 6
    assert cells["granted.natural_person"].is_input
    (balance,) = table.balances
    assert balance.name == "勾稽差额：收（一＋二）－办（三＋四）"
    first = balance.columns[0]
    assert first.column == 3
    assert len(first.left) == len(first.right) == 2
    assert [column.difference for column in balance.columns] == [0] * 7


def test_printed_total_stands_over_blank_parts_only() -> None:
    report = Report(
        load_form("2021"),
        tables={"review": {"direct_litigation.upheld": 2}},
        printed={"review": {"reconsideration.total": 5, "direct_litigation.total": 9}},
    )
    cells = {cell.key: cell for cell in _tables(report)[2].cells if cell.key}
    assert (cells["reconsideration.total"].text, cells["reconsideration.total"].is_printed) == (
        "5",
        True,
    )
    assert (cells["direct_litigation.total"].text, cells["direct_litigation.total"].is_printed) == (
        "2",
        False,
    )
    assert not cells["litigation_after_reconsideration.total"].is_printed


def test_same_report_gives_the_same_blocks() -> None:
    assert report_blocks(sample_report()) == report_blocks(sample_report())
    changed = replace(sample_report(), title="")
    assert report_blocks(changed) != report_blocks(sample_report())
