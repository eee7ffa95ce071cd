from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from model.report.report import Report, ReusedText
from places import SAMPLES
from report_strategies import reports
from sample_reports import sample_report
from storage.errors import FileProblem
from storage.report_file import load_report, report_from_text, report_to_text, save_report


def parsed(report: Report) -> dict[str, Any]:
    data = json.loads(report_to_text(report))
    assert isinstance(data, dict)
    return data


def test_the_members_come_in_their_order() -> None:
    data = parsed(sample_report())
    assert list(data)[:9] == [
        "format",
        "version",
        "edition",
        "organization",
        "year",
        "title",
        "sections",
        "tables",
        "printed",
    ]
    assert data["format"] == "nianbao"
    assert data["version"] == 1
    tables = data["tables"]
    assert [len(tables[name]) for name in tables] == [10, 175, 15]
    assert tables["proactive_disclosure"]["fees.amount"] == "12.3400"
    assert tables["requests"]["unprocessed_repeated.natural_person"] == "/"
    assert tables["requests"]["other_fee_unpaid.research_institution"] is None
    assert tables["requests"]["granted.total"] == 7


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(reports())
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    again = report_from_text(report_to_text(report), Path("a.nianbao"))
    assert report_to_text(again) == report_to_text(report)
    assert again.tables == report.tables


def test_beside_the_report_its_history_is_kept(tmp_path: Path) -> None:
    report = sample_report()
    report.previous = sample_report().as_previous()
    report.reused = (ReusedText("overview", report.sections["overview"].split("\n")[1]),)
    report.notes = ("从「上年.docx」导入",)
    report.extra = {"marks": {"a": 1}}
    path = tmp_path / "a.nianbao"
    save_report(report, path)
    again = load_report(path)
    assert again.previous == report.previous
    assert again.reused == report.reused
    assert again.notes == report.notes
    assert again.extra == report.extra


def test_blanks_of_an_older_file_are_made_plain_and_its_marks_stay() -> None:
    data = parsed(sample_report())
    data["sections"]["overview"] = "第一段\u00a0甲。\n第二段\u2028还是第二段。\n第三段3\u00a0件。"
    data["copied"] = [
        {"section": "overview", "text": "第一段\u00a0甲。"},
        {"section": "overview", "text": "第二段\u2028还是第二段。"},
        {"section": "overview", "text": "第三段3\u00a0件", "figure": True},
    ]
    report = report_from_text(json.dumps(data), Path("a.nianbao"))
    text = report.sections["overview"]
    assert text == "第一段 甲。\n第二段\n还是第二段。\n第三段3 件。"
    assert [piece.text for piece in report.remaining_reused()] == [
        "第一段 甲。",
        "第二段",
        "还是第二段。",
        "第三段3 件",
    ]


def test_printed_holds_only_totals_that_differ() -> None:
    report = sample_report()
    report.printed = {"requests": {"granted.total": 7, "carried_over.total": 3}}
    assert parsed(report)["printed"] == {"requests": {"carried_over.total": 3}}


def test_a_file_of_version_one_opens() -> None:
    report = load_report(SAMPLES / "truth.nianbao")
    assert report.organization == "云山县青石镇人民政府"
    assert report.year == 2024


@pytest.mark.parametrize(
    "change",
    [
        {"format": "x"},
        {"version": 0},
        {"version": "1"},
        {"version": 2},
        {"edition": "1999"},
        {"edition": None},
        {"edition": ["2021"]},
        {"year": "2021"},
        {"year": True},
        {"sections": []},
        {"sections": {"overview": 3}},
        {"tables": {"requests": 3}},
        {"tables": {"requests": {"granted.natural_person": []}}},
        {"title": 3},
        {"previous": 3},
        {"copied": {}},
    ],
)
def test_a_file_that_is_wrong_is_refused_in_plain_words(change: dict[str, Any]) -> None:
    data = {**parsed(sample_report()), **change}
    with pytest.raises(FileProblem, match="「坏.nianbao」") as caught:
        report_from_text(json.dumps(data), Path("坏.nianbao"))
    assert "overview" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[1]", b"[" * 100000])
def test_broken_bytes_are_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "坏.nianbao"
    path.write_bytes(content)
    with pytest.raises(FileProblem):
        load_report(path)


def test_computed_cells_of_a_file_are_calculated_again() -> None:
    data = parsed(sample_report())
    data["tables"]["requests"]["granted.total"] = 99
    report = report_from_text(json.dumps(data), Path("a.nianbao"))
    assert report.value("requests", "granted.total") == 7


def test_a_file_without_members_is_a_blank_report() -> None:
    text = json.dumps({"format": "nianbao", "version": 1, "edition": "2021"})
    report = report_from_text(text, Path("a.nianbao"))
    assert report.year is None
    assert set(report.tables["requests"].values()) == {None}


def test_an_edition_that_the_program_lacks_is_named() -> None:
    data = parsed(sample_report())
    last = {**data, "edition": "2099"}
    for change, words in (
        ({"edition": "2099"}, "「甲.nianbao」用的是「2099」版格式"),
        ({"previous": last}, "「甲.nianbao」附的上年报告用的是「2099」版格式"),
    ):
        with pytest.raises(FileProblem) as caught:
            report_from_text(json.dumps({**data, **change}), Path("甲.nianbao"))
        assert str(caught.value).startswith(words)
        assert "升级" in str(caught.value)
