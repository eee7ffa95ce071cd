from __future__ import annotations

from dataclasses import replace

from model.checks import Finding, Level, run_checks
from model.checks.declared import reason_for
from model.form.form import Form
from model.judging.acknowledging import acknowledge, withdraw
from model.report.edits import CellChange, Edit, TextChange, apply, set_cells
from model.report.report import Report
from tests.model.checks.check_cases import LAW, NORM, Case

REASON = "上级授权"
TWO_LAWS = Case({LAW + "in_force": 2})


def declared(form: Form) -> tuple[Report, Finding]:
    report = TWO_LAWS.report(form)
    (finding,) = run_checks(report)
    apply(report, acknowledge(report, finding, f" {REASON}\n"))
    return report, finding


def test_a_declared_finding_has_its_reason_and_checking_again_keeps_it(form: Form) -> None:
    report, finding = declared(form)
    assert [reason_for(report, found) for found in run_checks(report)] == [REASON]
    assert reason_for(report, replace(finding, code="cell-blank")) is None


def test_any_change_of_a_cell_concerned_voids_it_and_undo_brings_it_back(form: Form) -> None:
    report, _ = declared(form)
    changes = apply(report, set_cells("改", "proactive_disclosure", [("regulations.in_force", 3)]))
    assert [reason_for(report, found) for found in run_checks(report)] == [None]
    apply(report, changes.inverse)
    assert [reason_for(report, found) for found in run_checks(report)] == [REASON]


def test_a_change_elsewhere_keeps_it(form: Form) -> None:
    report, finding = declared(form)
    apply(report, Edit("改", (CellChange("proactive_disclosure", "licences.decisions", 3),)))
    apply(report, Edit("改", (TextChange("overview", "甲"),)))
    assert reason_for(report, finding) == REASON


def test_it_can_be_taken_back_and_given_another_reason(form: Form) -> None:
    report, finding = declared(form)
    apply(report, acknowledge(report, finding, "省里规定"))
    assert [item.reason for item in report.acknowledged] == ["省里规定"]
    apply(report, withdraw(report, finding))
    assert reason_for(report, finding) is None
    assert report.acknowledged == ()


def test_last_years_figure_belongs_to_what_it_rests_on(form: Form) -> None:
    report = Case({NORM + "in_force": 6}, last={NORM + "in_force": 5}).report(form)
    (finding,) = run_checks(report)
    apply(report, acknowledge(report, finding, "上年漏报"))
    assert reason_for(report, finding) == "上年漏报"
    assert reason_for(report, replace(finding, expected=4)) is None


def words(report: Report, section: str, quote: str) -> Finding:
    text = report.sections[section] if section else report.title
    return Finding(
        "text-year",
        Level.QUERY,
        "句子",
        section=section,
        quote=quote,
        start=text.index(quote),
        length=len(quote),
    )


def test_a_finding_on_words_holds_while_their_sentence_stands(form: Form) -> None:
    report = Case(sections={"overview": "甲。乙2020年丙。"}).report(form)
    apply(report, acknowledge(report, words(report, "overview", "2020"), "沿用"))
    apply(report, Edit("改", (TextChange("overview", "前面加一句。乙2020年丙。"),)))
    assert reason_for(report, words(report, "overview", "2020")) == "沿用"
    apply(report, Edit("改", (TextChange("overview", "前面加一句。乙2020年丁。"),)))
    assert reason_for(report, words(report, "overview", "2020")) is None


def test_a_finding_on_the_title_rests_on_the_title(form: Form) -> None:
    report = replace(TWO_LAWS.report(form), title="2022年年度工作报告")
    apply(report, acknowledge(report, words(report, "", "2022"), "就是这样"))
    assert reason_for(report, words(report, "", "2022")) == "就是这样"
    report.title = "2022年年度报告"
    assert reason_for(report, words(report, "", "2022")) is None


def test_words_between_sentences_rest_on_themselves(form: Form) -> None:
    report = Case(sections={"overview": "甲。　乙。"}).report(form)
    blank = words(report, "overview", "　")
    apply(report, acknowledge(report, blank, "无妨"))
    assert report.acknowledged[0].words == "　"


def test_a_finding_on_neither_words_nor_cells_rests_on_its_sentence(form: Form) -> None:
    report = TWO_LAWS.report(form)
    finding = Finding("text-part-missing", Level.QUERY, "缺少甲", section="overview")
    apply(report, acknowledge(report, finding, "没有"))
    assert reason_for(report, finding) == "没有"
    assert reason_for(report, replace(finding, message="缺少乙")) is None
