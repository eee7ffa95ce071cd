from __future__ import annotations

import dataclasses

import pytest

from clean_reports import REPORTS, CleanReport
from model.checks import Finding, run_checks
from model.form.form import Form
from model.report.edits import apply
from model.report.office import Office
from tests.model.checks import text_cases, wording_cases
from tests.model.checks.check_cases import CLEAN_TEXTS, Case, codes
from tests.model.checks.offices import office_cases
from tests.model.checks.text_cases import BUREAU, basis, measures, more, opening, signed

TEXT_HITS = [*text_cases.HITS, *wording_cases.HITS, *office_cases.HITS]
QUIET = [
    more("一窗受理改革办公室办公室职责明确，政府办公室政府办公室分工清楚。"),
    more("区政府、区政府均已公开，市民政局和市民政局网站同步。"),
    more("落实《关于“一件事”的通知》，做到（应公开、尽公开）。"),
    more("2022年预算执行情况已公开，接受监督。"),
    more("2022年，政府信息公开专栏建成投用。"),
    more("2022年4月起，政务公开专栏由专人维护。"),
    more("公开流程按〔2023〕1号文件执行。"),
]


@pytest.mark.parametrize("clean", REPORTS, ids=lambda clean: clean.organization)
def test_a_clean_report_has_no_finding(clean: CleanReport) -> None:
    found = run_checks(clean.report())
    assert [(finding.code, finding.quote, finding.message) for finding in found] == []


@pytest.mark.parametrize("case", QUIET)
def test_lawful_wording_is_left_alone(form: Form, case: Case) -> None:
    assert [(x.code, x.quote) for x in run_checks(case.report(form))] == []


def only(form: Form, case: Case) -> Finding:
    (finding,) = run_checks(case.report(form))
    return finding


@pytest.mark.parametrize(("code", "case"), TEXT_HITS)
def test_a_finding_stands_at_its_words_and_its_fix_settles_it(
    form: Form, code: str, case: Case
) -> None:
    report = case.report(form)
    (finding,) = run_checks(report)
    text = report.sections[finding.section] if finding.section else report.title
    if finding.length:
        assert text[finding.start :][: finding.length] == finding.quote
    assert finding.message.endswith("。")
    if finding.fix:
        apply(report, finding.fix)
        assert code not in codes(run_checks(report))


@pytest.mark.parametrize(
    ("case", "right"),
    [
        (text_cases.YEAR_HITS[0], "2023年，我镇认真"),
        (text_cases.YEAR_HITS[2], "二〇二三年，我镇没有"),
        (text_cases.YEAR_HITS[3], "２０２３年，我镇没有"),
        (measures("改进情况：2023年，我镇将继续加强学习。"), "2024年，我镇将"),
        (signed("二〇二三年一月十五日"), "二〇二四年一月十五日"),
        (basis("起至2023年12月31日止", "至2023年12月31止"), "1月1日至2023年12月31日。"),
        (basis("〔2021〕30号", "〔2019〕60号"), "国办公开办函〔2021〕30号"),
        (basis("条例》和", "条例》（国务院令第492号）和"), "国务院令第711号"),
        (more("公开的的内容更加丰富。"), "公开的内容"),
        (more("及时公开信息，，确保准确。"), "信息，确保"),
    ],
)
def test_the_one_right_fix_is_offered(form: Form, case: Case, right: str) -> None:
    report = case.report(form)
    (finding,) = run_checks(report)
    assert finding.fix is not None
    apply(report, finding.fix)
    assert right.removesuffix("。") in report.sections[finding.section]


def test_no_fix_where_several_are_right(form: Form) -> None:
    old_name = opening(
        "《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）。"
    )
    cases = [old_name, signed("2025年2月1日"), more("没有行政复议、行政复议案件。")]
    assert [only(form, case).fix for case in cases] == [None, None, None]


def test_numerals_in_a_signed_date_are_read(form: Form) -> None:
    for day in ("二〇二五年十月二十一日", "二〇二五年十二月十日", "2025年1月5日"):
        finding = only(form, signed(day))
        assert (finding.code, finding.actual, finding.expected) == ("text-date", 2025, 2024)


def test_a_wrong_year_in_the_title_is_told_once(form: Form) -> None:
    clean = next(item for item in REPORTS if item.year == 2023)
    report = clean.report()
    report.year, report.title = 2022, "2022年政府信息公开工作年度报告"
    (finding,) = run_checks(report)
    assert (finding.code, finding.expected, finding.actual) == ("text-title", 2023, 2022)
    assert (finding.section, finding.quote, finding.start) == ("", "2022", 0)


def test_the_texts_are_held_to_the_title_while_they_disagree(form: Form) -> None:
    found = run_checks(dataclasses.replace(text_cases.PERIOD_HITS[0], title="").report(form))
    assert codes(found) == ["text-period", "text-title"]


def test_a_title_in_the_wrong_order_gets_the_official_one(form: Form) -> None:
    report = Case(title="2023年政府信息公开年度工作报告").report(form)
    (finding,) = run_checks(report)
    assert finding.fix is not None
    apply(report, finding.fix)
    assert report.title == "2023年政府信息公开工作年度报告"


def test_a_report_without_a_year_is_not_held_to_one(form: Form) -> None:
    report = Case(title="政府信息公开年度工作报告").report(form)
    report.sections["overview"] += "根据《2020年政务公开工作要点》，2019年发布信息。"
    report.sections["preamble"] = "依据国办公开办函〔2019〕60号编制。"
    report.year = None
    found = run_checks(report)
    assert codes(found) == ["text-title", "text-title"]
    assert [finding.fix for finding in found] == [None, None]


def test_the_old_notice_is_right_for_the_report_on_2020(form: Form) -> None:
    report = Case(title="2020年政府信息公开工作年度报告").report(form)
    report.year = 2020
    report.sections["preamble"] = "本报告依据国办公开办函〔2019〕60号的年度报告要求编制。"
    assert run_checks(report) == ()


def test_brackets_left_open_within_others_are_found(form: Form) -> None:
    found = run_checks(more("落实（《办法）要求，公开信息。").report(form))
    assert [(finding.quote, finding.code) for finding in found] == [("《", "text-doubled")]


def test_a_slip_within_a_doubled_clause_is_told_with_it(form: Form) -> None:
    finding = only(form, more("更新的的内容，更新的的内容，均已核对。"))
    assert finding.quote == "更新的的内容，更新的的内容"


def test_what_is_missing_is_named(form: Form) -> None:
    case = Case(sections={"overview": "全年主动公开信息。"}, organization=BUREAU)
    finding = only(form, case)
    assert finding.expected == "依申请公开、政府信息管理、政府信息公开平台建设、监督保障"
    assert "依申请公开、政府信息管理" in finding.message


def test_an_empty_report_names_each_empty_part_once(form: Form) -> None:
    found = run_checks(Case(sections=dict.fromkeys(CLEAN_TEXTS, "")).report(form))
    assert [(finding.code, finding.section) for finding in found] == [
        ("text-part-missing", "overview"),
        ("text-part-missing", "problems"),
        ("text-part-missing", "other_matters"),
    ]


def test_a_long_text_is_checked_without_repeating_the_work(form: Form) -> None:
    line = "2023年，我镇认真贯彻落实条例，及时公开（含补贴）信息，做到应公开尽公开。"
    report = more("\n".join(f"{number}.{line}" for number in range(400))).report(form)
    report.office = Office(longest_overview=None)
    assert run_checks(report) == ()
