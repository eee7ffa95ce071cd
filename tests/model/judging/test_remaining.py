"""What is left to do, part by part: blanks, findings, last year's text, the signature."""

from __future__ import annotations

from dataclasses import replace

from model.checks import Finding, Level, run_checks
from model.form.form import Form
from model.judging.remaining import Part, remaining
from model.report.report import Report, ReusedText
from tests.model.checks.check_cases import Case

CELL = ("requests", "granted.natural_person")


def parts_of(report: Report, *findings: Finding) -> dict[str, Part]:
    return {part.section: part for part in remaining(report, findings)}


def signed(form: Form, signature: str) -> Report:
    report = Case().report(form)
    report.sections[form.roles.signature] = signature
    return report


def test_nothing_is_left_of_a_whole_report(form: Form) -> None:
    assert remaining(signed(form, "红星镇人民政府\n2024年1月20日"), ()) == ()


def test_blank_cells_lead_to_the_first_of_them(form: Form) -> None:
    report = Report(form)
    (item,) = [item for item in parts_of(report)["requests"].items if item.cell]
    table = form.table("requests")
    assert item.words == f"还空{len(table.inputs)}格"
    assert item.cell == ("requests", table.inputs[0])
    assert item.level is None


def test_what_the_cells_tell_is_not_told_as_a_finding_too(form: Form) -> None:
    report = Report(form)
    found = [finding for finding in run_checks(report) if finding.code == "cell-blank"]
    assert found
    items = [item for part in remaining(report, found) for item in part.items]
    assert [item.finding for item in items if item.finding] == []


def test_the_gravest_stand_first_and_hints_are_left_out(form: Form) -> None:
    error = Finding("甲", Level.ERROR, "一格不对。请改。", cells=(CELL,))
    query = Finding("乙", Level.QUERY, "一格可疑", cells=(CELL,))
    hint = Finding("丙", Level.HINT, "一格提示", cells=(CELL,))
    report = signed(form, "红星镇人民政府\n2024年1月20日")
    (part,) = remaining(report, (hint, query, error))
    assert [(item.words, item.level) for item in part.items] == [
        ("一格不对。", Level.ERROR),
        ("一格可疑", Level.QUERY),
    ]
    assert "定稿前必须改" in part.items[0].detail
    assert part.items[1].detail == ""


def test_what_is_wrong_with_the_title_stands_before_the_parts(form: Form) -> None:
    title = Finding("丁", Level.QUERY, "标题不对")
    parts = remaining(Report(form), (title,))
    assert parts[0].section == ""
    assert [item.words for item in parts[0].items] == ["标题不对"]


def test_a_signature_may_lack_its_unit_or_its_day(form: Form) -> None:
    key = form.roles.signature
    for signature, lacking in (
        ("", ["没有写单位", "没有写日期"]),
        ("2024年1月20日", ["没有写单位"]),
        ("红星镇人民政府", ["没有写日期"]),
    ):
        part = parts_of(signed(form, signature))[key]
        assert [item.words for item in part.items] == lacking


def test_last_years_text_is_counted_while_it_stands(form: Form) -> None:
    report = signed(form, "红星镇人民政府\n2024年1月20日")
    text = report.sections["overview"].split("\n")[0]
    reused = (ReusedText("overview", text), ReusedText("overview", "早已改掉"))
    (part,) = remaining(replace(report, reused=reused), ())
    assert [(item.words, item.is_reused) for item in part.items] == [("1处文字沿用上年", True)]
    like = Finding("text-like-last-year", Level.QUERY, "像上年", section="overview")
    (same,) = remaining(replace(report, reused=reused), (like,))
    assert same == part
