from __future__ import annotations

import tomllib

import pytest

from model.checks import Finding, Level, run_checks
from model.form.form import Form
from model.form.reading import form_from_mapping
from model.report.edits import apply, confirm_reused
from model.report.report import Report, ReusedText
from model.report.values import Value
from storage.program import RESOURCES
from tests.model.checks.check_cases import (
    CLEAN_TEXTS,
    FEE,
    FORWARD,
    GRANTED,
    LAW,
    NEW,
    NO_OVER,
    NORM,
    OVER,
    ROW_OF_ONE,
    TOTALS,
    UPHELD,
    Case,
    Cells,
    codes,
    ref,
)


def test_balance_tells_both_sides_and_the_difference(form: Form) -> None:
    (finding,) = run_checks(
        Case({NEW + "natural_person": 5, GRANTED + "natural_person": 4}).report(form)
    )
    assert (finding.actual, finding.expected, finding.level) == (5, 4, Level.ERROR)
    assert "「自然人」列不平：收（一＋二）＝5，办（三＋四）＝4，收多1" in finding.message
    assert finding.table == "requests"
    assert finding.cells == tuple(
        ("requests", f"{row}.natural_person")
        for row in ("new_received", "carried_over", "outcome_total", "carried_forward")
    )


def test_balance_names_the_greater_side(form: Form) -> None:
    (finding,) = run_checks(Case({GRANTED + "natural_person": 4}).report(form))
    assert "办多4" in finding.message


def test_total_column_is_accused_only_alone(form: Form) -> None:
    report = Report(
        form,
        printed={
            "requests": {
                "new_received.total": 2,
                "outcome_total.total": 1,
                "granted.total": 1,
                "carried_forward.total": 0,
            }
        },
    )
    found = [finding for finding in run_checks(report) if finding.code == "requests-balance"]
    assert [finding.cells[0] for finding in found] == [("requests", "new_received.total")]


def test_swap_names_both_columns(form: Form) -> None:
    case = Case({NEW + "other_organization": 3, GRANTED + "natural_person": 3})
    (finding,) = run_checks(case.report(form))
    assert "「其他」列收（一＋二）＝3，办（三＋四）＝0" in finding.message
    assert "「自然人」列收（一＋二）＝0，办（三＋四）＝3" in finding.message
    assert "可能归类错位" in finding.message
    assert len(finding.cells) == 8


def test_swap_leaves_a_third_column_accused(form: Form) -> None:
    cells: Cells = {
        NEW + "natural_person": 1,
        GRANTED + "other_organization": 1,
        NEW + "research_institution": 5,
    }
    found = run_checks(Case(cells).report(form))
    assert codes(found) == ["requests-balance", "applicant-swap"]
    assert "科研机构" in found[0].message


def test_a_silenced_swap_does_not_hide_the_sound_column(form: Form) -> None:
    cells: Cells = {
        NEW + "natural_person": 2,
        OVER + "natural_person": -1,
        GRANTED + "other_organization": 1,
    }
    found = run_checks(Case(cells).report(form))
    assert sorted(codes(found)) == ["cell-negative", "requests-balance"]
    assert "「其他」列" in next(x.message for x in found if x.code == "requests-balance")


@pytest.mark.parametrize("value", ["三", "1.5", -1, "/"])
def test_cell_finding_silences_what_rests_on_it(form: Form, value: Value) -> None:
    case = Case(
        {GRANTED + "natural_person": value, NEW + "natural_person": 1},
        {GRANTED + "total": 7, TOTALS + "natural_person": 7, TOTALS + "total": 7},
    )
    assert len(run_checks(case.report(form))) == 1


def test_cell_finding_silences_cross_year_findings(form: Form) -> None:
    case = Case(
        {OVER + "natural_person": "/", LAW + "in_force": -1},
        last={FORWARD + "natural_person": 3, LAW + "in_force": 5},
    )
    assert codes(run_checks(case.report(form))) == ["cell-negative", "cell-placeholder"]


def test_a_blank_silences_the_balance_that_may_lack_it_only(form: Form) -> None:
    case = Case({NEW + "natural_person": 1, GRANTED + "natural_person": None})
    assert codes(run_checks(case.report(form))) == ["cell-blank"]
    case = Case({NEW + "natural_person": 1, OVER + "natural_person": None})
    assert codes(run_checks(case.report(form))) == ["requests-balance", "cell-blank"]
    case = Case({NEW + "natural_person": None, GRANTED + "natural_person": 1})
    assert codes(run_checks(case.report(form))) == ["cell-blank"]


def test_parts_missing_where_only_the_total_is_printed(form: Form) -> None:
    report = Report(form, printed={"requests": {"granted.total": 3}})
    finding = next(x for x in run_checks(report) if x.code == "parts-missing")
    assert (finding.expected, finding.actual) == (None, 3)
    assert finding.cells == (("requests", "granted.total"),)


def test_a_copy_with_nothing_but_totals_has_one_finding(form: Form) -> None:
    table = form.table("requests")
    printed: dict[str, Value] = {key: 0 for key in table.sums if key.endswith(".total")}
    printed |= {NEW.split("/")[1] + "total": 3, GRANTED.split("/")[1] + "total": 3}
    printed["outcome_total.total"] = 3
    report = Report(form, printed={"requests": printed})
    found = tuple(x for x in run_checks(report) if x.cells and x.code != "cell-blank")
    assert codes(found) == ["parts-missing"]
    assert ("requests", "granted.total") in found[0].cells
    assert "等24处" in found[0].message
    report.printed["requests"]["outcome_total.total"] = 2
    assert "requests-balance" not in codes(run_checks(report))


def test_printed_totals_over_blanks_must_balance(form: Form) -> None:
    report = Report(form, printed={"requests": {"new_received.total": 3, "granted.total": 2}})
    assert "requests-balance" not in codes(run_checks(report))
    totals = [row.key + ".total" for row in form.table("requests").rows]
    for total in totals:
        report.printed["requests"].setdefault(total, 0)
    report.printed["requests"]["outcome_total.total"] = 2
    assert "requests-balance" in codes(run_checks(report))


def test_a_row_with_its_total_only_is_one_finding(form: Form) -> None:
    row = {place.replace(OVER, NEW): None for place in NO_OVER}
    case = Case({**row, GRANTED + "natural_person": 3}, {NEW + "total": 3})
    assert codes(run_checks(case.report(form))) == ["parts-missing"]
    report = Case({**row, FEE: None}, {NEW + "total": 3}).report(form)
    assert codes(run_checks(report)) == ["requests-balance", "cell-blank", "parts-missing"]


def test_total_of_totals_is_not_accused_for_a_columns_mistake(form: Form) -> None:
    case = Case(ROW_OF_ONE, {TOTALS + "natural_person": 3, TOTALS + "total": 3})
    found = run_checks(case.report(form))
    assert [finding.cells for finding in found] == [(ref(TOTALS + "natural_person"),)]


def test_total_of_totals_is_accused_alone(form: Form) -> None:
    found = run_checks(Case(ROW_OF_ONE, {TOTALS + "total": 3}).report(form))
    assert [finding.cells for finding in found] == [(ref(TOTALS + "total"),)]


def test_total_of_blank_totals_is_missing_its_parts(form: Form) -> None:
    report = Report(form, printed={"requests": {"outcome_total.total": 3}})
    assert "parts-missing" in codes(run_checks(report))


def test_carried_total_is_compared_where_columns_are_blank(form: Form) -> None:
    blank_forward = {place.replace(OVER, FORWARD): None for place in NO_OVER}
    case = Case(
        {OVER + "natural_person": 1, GRANTED + "natural_person": 1},
        last=blank_forward,
        last_printed={FORWARD + "total": 3},
    )
    (finding,) = run_checks(case.report(form))
    assert finding.cells == (ref(OVER + "total"),)
    assert (finding.expected, finding.actual) == (3, 1)


def test_carried_over_counts_a_blank_as_nothing(form: Form) -> None:
    case = Case({OVER + "natural_person": None}, last={FORWARD + "natural_person": 2})
    found = run_checks(case.report(form))
    assert codes(found) == ["cell-blank", "carried-over-mismatch"]
    assert "是空白，上年报告的「四、结转下年度继续办理」这一列是2，相差2" in next(
        x.message for x in found if x.code == "carried-over-mismatch"
    )


@pytest.mark.parametrize("last_year", [None, 2022])
def test_last_year_of_unknown_year_is_compared(form: Form, last_year: int | None) -> None:
    case = Case(last={FORWARD + "natural_person": 1}, last_year=last_year)
    assert codes(run_checks(case.report(form))) == ["carried-over-mismatch"]


@pytest.mark.parametrize(
    ("code", "case"),
    [
        ("cell-placeholder", Case({UPHELD: "/", "review/reconsideration.other": "无"})),
        ("cell-blank", Case({UPHELD: None})),
        ("requests-row-total", Case(ROW_OF_ONE, {GRANTED + "total": 3})),
    ],
)
def test_fix_removes_the_finding(form: Form, code: str, case: Case) -> None:
    report = case.report(form)
    (finding,) = run_checks(report)
    assert finding.code == code
    assert finding.fix is not None
    apply(report, finding.fix)
    assert run_checks(report) == ()


def test_copied_text_is_found_at_its_first_piece_until_confirmed(form: Form) -> None:
    text = f"收到申请1件，乙。\n{CLEAN_TEXTS['overview']}\n乙。"
    pieces = (ReusedText("overview", "乙。"), ReusedText("overview", "收到申请1件", True))
    report = Case(sections={"overview": text}, reused=pieces).report(form)
    (finding,) = run_checks(report)
    assert "1段文字、1处数字沿用上年" in finding.message
    assert (finding.start, finding.quote) == (0, "收到申请1件")
    apply(report, confirm_reused(report, [pieces[1]]))
    (finding,) = run_checks(report)
    assert "1段文字沿用上年" in finding.message
    assert text[finding.start : finding.start + finding.length] == "乙。"
    assert finding.start == text.rindex("乙")
    apply(report, confirm_reused(report, pieces))
    assert run_checks(report) == ()


def test_a_new_form_names_each_blank_table_once(form: Form) -> None:
    found = run_checks(Report(form))
    assert codes(found) == ["cell-blank"] * 3 + ["text-part-missing"] * 3
    assert found[1].message.startswith("第三部分表格还有144格空白")
    assert found[0].table == "proactive_disclosure"


def test_levels_read_in_chinese() -> None:
    assert [level.label for level in Level] == ["必须改", "请核实", "提示"]


def test_finding_over_two_tables_names_none() -> None:
    assert Finding("x", Level.HINT, "", (("a", "k"), ("b", "k"))).table == ""


def test_a_rule_without_a_swap_code_looks_for_no_swap(form: Form) -> None:
    with (RESOURCES / "forms" / "2021.toml").open("rb") as file:
        data = tomllib.load(file)
    del data["tables"][1]["balances"][0]["swap_code"]
    without = form_from_mapping(data, form.language)
    case = Case({NEW + "natural_person": 1, GRANTED + "other_organization": 1})
    assert codes(run_checks(case.report(without))) == ["requests-balance"] * 2


def test_stock_follows_from_last_year_by_issued_and_repealed(form: Form) -> None:
    cells: Cells = {NORM + "issued": 3, NORM + "repealed": 1, NORM + "in_force": 9}
    (finding,) = run_checks(Case(cells, last={NORM + "in_force": 5}).report(form))
    assert (finding.expected, finding.actual) == (7, 9)
    assert "5＋本年制发件数3－本年废止件数1＝7，相差2" in finding.message


def test_findings_on_texts_stand_in_the_order_of_the_report(form: Form) -> None:
    keys = ("other_matters", "overview", "problems", "preamble")
    reused = tuple(ReusedText(key, "甲") for key in keys)
    report = Case(sections=dict.fromkeys(keys, "甲"), reused=reused).report(form)
    found = [x for x in run_checks(report) if x.code == "text-like-last-year"]
    assert [x.section for x in found] == ["preamble", "overview", "problems", "other_matters"]


@pytest.mark.parametrize("begun", [NEW, GRANTED, FORWARD])
def test_a_column_is_out_of_balance_once_anything_is_filled_in(form: Form, begun: str) -> None:
    column = "natural_person"
    blank: Cells = {
        f"requests/{row.key}.{column}": None
        for row in form.table("requests").rows
        if not row.sum_group
    }
    handed_on: Cells = {**blank, OVER + column: 1}
    assert codes(run_checks(Case(handed_on).report(form))) == ["cell-blank"]
    zeroed: Cells = dict.fromkeys(blank, 0) | {OVER + column: 1}
    found = run_checks(Case({**zeroed, begun + column: 5}).report(form))
    assert codes(found) == ["requests-balance"]
