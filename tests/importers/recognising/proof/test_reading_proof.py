from __future__ import annotations

from collections.abc import Callable

import pytest

from importers.readers.text.txt_reader import text_document
from importers.recognising.recogniser import Recognised, recognise
from model.report.report import Report
from storage.form_store import load_form
from text_layouts import report_text, tabbed_cells, tabbed_rows

FORM = load_form("2021")
NEW, GRANTED = "new_received", "granted"


def town(**cells: int) -> Report:
    """Return a report of zeros but for some cells of the third table, as row__column."""
    tables: dict[str, dict[str, object]] = {
        table.key: dict.fromkeys(table.inputs, 0) for table in FORM.tables
    }
    tables["requests"] |= {key.replace("__", "."): value for key, value in cells.items()}
    return Report(
        FORM,
        "甲县乙镇",
        2023,
        "2023年政府信息公开工作年度报告",
        sections={"overview": "公开。", "problems": "不足。", "other_matters": "没有。"},
        tables=tables,  # type: ignore[arg-type]
    )


def read(report: Report, layout: Callable[..., str] = tabbed_rows) -> Recognised:
    return recognise(text_document(report_text(report, layout), "甲.txt"), FORM)


def doubted(found: Recognised) -> list[tuple[str, str]]:
    return [(doubt.table, doubt.key) for doubt in found.doubts]


def test_figures_that_fit_raise_no_doubt() -> None:
    found = read(town(new_received__natural_person=3, granted__natural_person=3))
    assert found.doubts == ()
    assert not any(line.startswith("请核对") for line in found.summary)


@pytest.mark.parametrize("layout", [tabbed_rows, tabbed_cells])
def test_digits_of_one_number_in_two_cells_are_told_and_left(layout: Callable[..., str]) -> None:
    report = town(
        new_received__natural_person=1,
        new_received__commercial_enterprise=2,
        granted__natural_person=12,
    )
    found = read(report, layout)
    assert doubted(found) == [("requests", "new_received.natural_person")]
    assert "拆在两格" in found.doubts[0].reason
    assert found.doubts[0].source[-7:] == ("1", "2", "0", "0", "0", "0", "3")
    assert found.report.tables == report.tables
    assert any("拆在两格" in line for line in found.summary)


def test_a_figure_one_column_off_is_told_and_left() -> None:
    report = town(new_received__natural_person=5, granted__commercial_enterprise=5)
    found = read(report)
    assert doubted(found) == [("requests", "new_received.natural_person")]
    assert "归类错位" in found.doubts[0].reason
    assert found.report.tables == report.tables


def test_a_column_out_of_balance_is_told() -> None:
    found = read(town(new_received__natural_person=5, granted__natural_person=4))
    (doubt,) = found.doubts
    assert "列不平" in doubt.reason
    assert "可能是读错了" in doubt.reason


def test_the_one_wrong_cell_is_named_beside_the_total_that_gives_it_away() -> None:
    report = town(new_received__natural_person=5, granted__natural_person=5)
    lines = report_text(report, tabbed_rows).split("\n")
    place = next(i for i, line in enumerate(lines) if "予以公开" in line)
    lines[place] = lines[place].replace("\t5\t", "\t4\t", 1)
    assert lines[place].endswith("5")
    found = recognise(text_document("\n".join(lines), "甲.txt"), FORM)
    assert ("requests", "granted.natural_person") in doubted(found)
    assert found.report.value("requests", "granted.natural_person") == 4
