from __future__ import annotations

from dataclasses import replace

import pytest

from model.form.form import Form
from model.report.report import Report, ReusedText
from model.report.rollover import start_draft
from model.report.values import Value

FORWARD = "carried_forward."


def last_report(form: Form, figures: dict[str, Value], year: int | None = 2021) -> Report:
    return Report(
        form, "阿城区红星镇", year, "2021年政府信息公开工作年度报告", tables={"requests": figures}
    )


def test_carried_forward_becomes_carried_over(form: Form) -> None:
    draft = start_draft(
        last_report(form, {FORWARD + "natural_person": 2, "granted.natural_person": 9})
    )
    report = draft.report
    assert (report.year, report.organization) == (2022, "阿城区红星镇")
    assert report.title == "2022年政府信息公开工作年度报告"
    filled = {key: value for key, value in report.tables["requests"].items() if value is not None}
    assert filled == {"carried_over.natural_person": 2, "carried_over.total": 2}
    assert report.previous is not None
    assert report.previous.value("requests", "granted.natural_person") == 9
    assert any("自然人2，上年空白的列留空" in note for note in report.notes)


def test_full_row_is_noted_without_blanks(form: Form) -> None:
    table = form.table("requests")
    figures: dict[str, Value] = dict.fromkeys(table.inputs, 0)
    notes = start_draft(last_report(form, figures)).report.notes
    assert notes[0].startswith("「二、上年结转」按上年的「四、结转下年度继续办理」填入：自然人0、")
    assert "空白" not in notes[0]


def test_printed_total_over_blank_parts_is_handed_on(form: Form) -> None:
    last = last_report(form, {})
    last.printed = {"requests": {FORWARD + "total": 3}}
    report = start_draft(last).report
    assert report.effective_value("requests", "carried_over.total") == 3
    assert any("印的是3，各列是空白" in note for note in report.notes)


def test_wrong_printed_total_gives_way_to_its_parts(form: Form) -> None:
    last = last_report(form, {FORWARD + "natural_person": 1})
    last.printed = {"requests": {FORWARD + "total": 3}}
    report = start_draft(last).report
    assert report.printed == {}
    assert report.value("requests", "carried_over.total") == 1
    assert any("印的是3，各列相加是1" in note for note in report.notes)


@pytest.mark.parametrize("printed", ["/", 1])
def test_printed_total_that_says_nothing_new_is_dropped(form: Form, printed: Value) -> None:
    last = last_report(form, {FORWARD + "natural_person": 1})
    last.printed = {"requests": {FORWARD + "total": printed}}
    assert start_draft(last).report.printed == {}


def test_typed_text_is_not_handed_on_but_told(form: Form) -> None:
    report = start_draft(last_report(form, {FORWARD + "natural_person": "若干"})).report
    assert report.value("requests", "carried_over.natural_person") is None
    assert any("填的是「若干」" in note for note in report.notes)


@pytest.mark.parametrize(("old", "year"), [(None, None), (2021, 2021), (2021, 2020)])
def test_year_that_cannot_be_is_refused(form: Form, old: int | None, year: int | None) -> None:
    with pytest.raises(ValueError, match="年份"):
        start_draft(last_report(form, {}, old), year)


def test_unknown_last_year_moves_nothing(form: Form) -> None:
    last = last_report(form, {}, None)
    last.sections["overview"] = "2021年，甲。"
    draft = start_draft(last, 2023)
    assert draft.moves == ()
    assert draft.report.year == 2023
    assert draft.report.sections["overview"] == "2021年，甲。"
    assert any("年份都没有改" in note for note in draft.report.notes)


def test_a_gap_of_years_is_told(form: Form) -> None:
    draft = start_draft(last_report(form, {}), 2023)
    assert draft.report.title.startswith("2023年")
    assert any("来源是2021年的报告，不是2022年的" in note for note in draft.report.notes)


def test_missing_title_is_the_forms(form: Form) -> None:
    last = last_report(form, {})
    last.title = ""
    assert start_draft(last).report.title == "2022年政府信息公开工作年度报告"


SIGNATURES = {
    "阿城区红星镇人民政府\n2022年1月15日": "阿城区红星镇人民政府",
    "阿城区红星镇人民政府\n二〇二二年一月十五日": "阿城区红星镇人民政府",
    "阿城区红星镇人民政府 2022年1月15日": "阿城区红星镇人民政府",
    "2022.1.15": "",
    "阿城区红星镇人民政府\n（2022年1月）": "阿城区红星镇人民政府",
    "": "",
}


@pytest.mark.parametrize(("before", "after"), SIGNATURES.items())
def test_signature_loses_its_date_only(form: Form, before: str, after: str) -> None:
    last = last_report(form, {})
    last.sections["signature"] = before
    draft = start_draft(last)
    assert draft.report.sections["signature"] == after
    assert any("落款" in note for note in draft.report.notes) == bool(before)
    assert all(move.section != "signature" for move in draft.moves)


def test_copied_pieces_and_their_notes(form: Form) -> None:
    last = last_report(form, {})
    last.sections["overview"] = "（一）主动公开\n2021年，收到申请1件。\n甲"
    last.sections["other_matters"] = "2021年发出收费通知0件。"
    report = start_draft(last).report
    assert report.reused == (
        ReusedText("overview", "2022年，收到申请1件。"),
        ReusedText("overview", "甲"),
        ReusedText("overview", "收到申请1件", is_figure=True),
        ReusedText("other_matters", "2022年发出收费通知0件", is_figure=True),
    )
    assert report.remaining_reused() == report.reused
    assert any(note.startswith("一、总体情况：2段文字、1处数字沿用上年") for note in report.notes)
    assert any(note.startswith("六、其他需要报告的事项：1处数字") for note in report.notes)


def test_every_year_is_a_move_and_a_note(form: Form) -> None:
    last = last_report(form, {})
    last.sections["preamble"] = "（国办公开办函〔2021〕30号）自2021年1月1日起"
    draft = start_draft(last)
    assert [(move.section, move.before == move.after) for move in draft.moves] == [
        ("title", False),
        ("preamble", True),
        ("preamble", False),
    ]
    assert any(note.startswith("标题：「2021年") for note in draft.report.notes)
    assert any("中的年份没有改（文号中的年份）" in note for note in draft.report.notes)
    assert not any("preamble" in note or "\n\n" in note for note in draft.report.notes)


def test_last_report_is_not_touched(form: Form) -> None:
    last = last_report(form, {FORWARD + "natural_person": 2})
    last.sections["overview"] = "2021年。"
    before = (dict(last.sections), dict(last.tables["requests"]), last.title)
    start_draft(last)
    assert (dict(last.sections), dict(last.tables["requests"]), last.title) == before


def test_a_text_that_the_next_edition_has_no_part_for_is_told(form: Form) -> None:
    gone = form.section("other_matters")
    kept = tuple(section for section in form.sections if section is not gone)
    smaller = replace(form, edition="2031", sections=kept)
    last = Report(form, "红星镇", 2030, sections={gone.key: "第一段。\n第二段。"})
    notes = start_draft(last, 2031, lambda _: smaller).report.notes
    assert any(f"上年的「{gone.name}」" in note and "2段文字没有带入" in note for note in notes)
