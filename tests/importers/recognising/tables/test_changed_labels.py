from __future__ import annotations

import pytest

from importers.readers.text.txt_reader import text_document
from importers.recognising.recogniser import recognise
from importers.recognising.tables.changed_labels import ChangedLabels
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import Paragraph, SourceCell, SourceDocument, table_from_rows
from model.checks import run_checks
from sample_reports import sample_report
from storage.form_store import load_form
from text_layouts import report_text, tabbed_rows

FORM = load_form("2021")


def header_of(table: str, *texts: str) -> dict[str, str]:
    labels = TableLabels(FORM.table(table))
    changed = ChangedLabels(labels)
    cells = [SourceCell(0, index, text) for index, text in enumerate(texts)]
    changed.look_at_header(FORM.table(table).blocks[0], cells)
    return changed.found


@pytest.mark.parametrize(
    ("table", "texts", "found"),
    [
        ("requests", ("社会组织", "总计"), {"社会公益组织": "社会组织"}),
        ("requests", ("社会 公益\n组织", "其他", "总 计"), {}),
        ("requests", ("商业", "企业"), {}),
        ("requests", ("企业", "自然人"), {"商业企业": "企业"}),
        ("review", ("政府信息公开行政复议",), {"行政复议": "政府信息公开行政复议"}),
        ("proactive_disclosure", ("制发件数",), {"本年制发件数": "制发件数"}),
        ("proactive_disclosure", ("本年制发件数", "", "随便"), {}),
    ],
)
def test_other_words_in_a_header_are_noted(
    table: str, texts: tuple[str, ...], found: dict[str, str]
) -> None:
    assert header_of(table, *texts) == found


def test_decimals_said_beside_a_unit_are_no_other_label() -> None:
    labels = TableLabels(FORM.table("proactive_disclosure"))
    changed = ChangedLabels(labels)
    block = FORM.table("proactive_disclosure").blocks[-1]
    cell = SourceCell(0, 0, "本年收费金额（单位：万元，保留4位小数）")
    changed.look_at_header(block, [cell])
    assert changed.found == {}


def read(*replaced: tuple[str, str]) -> dict[str, dict[str, str]]:
    text = report_text(sample_report(), tabbed_rows)
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return recognise(text_document(text, "甲.txt"), FORM).report.source_labels


def test_a_source_in_official_words_has_no_changed_label() -> None:
    assert read() == {}


def test_a_row_in_other_words_is_noted_with_its_official_label() -> None:
    found = read(("四、结转下年度继续办理", "四、结转下一年度继续办理"))
    assert found == {"requests": {"四、结转下年度继续办理": "四、结转下一年度继续办理"}}


def test_brackets_blanks_and_numbering_do_not_count() -> None:
    assert read(("（一）予以公开", "(一) 予以公开"), ("1.属于国家秘密", "1、属于国家秘密")) == {}


def test_the_finding_names_both_wordings() -> None:
    rows = [[row.label, *"0000000"] for row in FORM.table("requests").rows]
    rows[2][0] = "（一）予以公开的"
    document = SourceDocument("甲", "文本", (Paragraph("一、总体情况"), table_from_rows(rows)))
    report = recognise(document, FORM).report
    (finding,) = [item for item in run_checks(report) if item.code == "label-changed"]
    assert "（一）予以公开" in finding.message
    assert "(一)予以公开的" in finding.message
    assert {key for _, key in finding.cells} == set(FORM.table("requests").row_keys("granted"))
