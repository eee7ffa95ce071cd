from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from model.checks import Checker, Finding, run_checks
from model.form.form import Form
from model.form.language import Language
from model.report.edits import apply, set_cells
from model.report.report import Report
from model.texts.figures.guards import Context, Setting
from model.texts.figures.numbers import figures
from model.texts.figures.parts import part_lists
from model.texts.figures.spoken_reading import spoken_of
from model.texts.figures.statements import readings
from storage.form_store import load_form
from tests.model.checks.check_cases import FEE, Case, Cells, codes, zeros
from tests.model.checks.text_figure_cases import REQUESTS, on_requests

SETTING = Setting("阿城区红星镇", 2023)


def only_finding(form: Form, case: Case) -> tuple[Finding, str]:
    report = case.report(form)
    (finding,) = run_checks(report)
    return finding, report.sections[finding.section]


def test_the_finding_marks_the_very_figure(form: Form) -> None:
    finding, text = only_finding(form, on_requests("我镇收到政府信息公开申请 １１ 件，均已答复。"))
    assert finding.quote == "１１ 件"
    assert text[finding.start : finding.start + finding.length] == "１１ 件"
    assert (finding.expected, finding.actual) == (12, 11)
    assert finding.cells == (("requests", "new_received.total"),)
    assert ("requests", "new_received.natural_person") in finding.uses
    assert "「一、本年新收」的「总计」是12，相差1" in finding.message


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("答复政府信息公开申请12件，不予公开3件。", "「（三）不予公开」各项的「总计」是1"),
        (
            "收到政府信息公开申请12件，法人或其他组织3件。",
            "「一、本年新收」的「法人或其他组织」各列是2",
        ),
        ("政府信息公开行政诉讼3件。", "「行政诉讼」各项的「总计」是0"),
        ("全年未发生政府信息公开行政复议，发生行政诉讼1件。", "「行政诉讼」各项的「总计」是0"),
        ("行政事业性收费1.5万元。", "「本年收费金额」是0元，相差15000元"),
    ],
)
def test_the_message_names_the_cells_as_they_are_printed(form: Form, text: str, named: str) -> None:
    finding, _ = only_finding(form, on_requests(text))
    assert named in finding.message


def test_litigation_and_reconsideration_are_told_each(form: Form) -> None:
    cells: Cells = dict(REQUESTS) | {
        "review/reconsideration.upheld": 1,
        "review/direct_litigation.other": 2,
    }
    for text in (
        "政府信息公开行政复议、行政诉讼案件0件。",
        "未发生涉及政府信息公开的行政复议、行政诉讼。",
    ):
        found = run_checks(on_requests(text, cells).report(form))
        assert [(finding.code, finding.expected) for finding in found] == [
            ("text-figure", 1),
            ("text-figure", 2),
        ]


def test_a_blank_or_typed_cell_is_told_by_its_own_check(form: Form) -> None:
    text = "行政事业性收费1万元。收到政府信息公开申请14件，不予公开5件，答复13件。"
    for value in (None, "若干"):
        cells: Cells = dict(REQUESTS) | {
            FEE: value,
            "requests/refused_state_secret.natural_person": value,
        }
        assert "text-figure" not in codes(run_checks(on_requests(text[:12], cells).report(form)))
    blank: Cells = dict(REQUESTS) | {"requests/new_received.other_organization": None}
    assert codes(run_checks(on_requests(text[12:29] + "。", blank).report(form))) == ["cell-blank"]
    too_few = on_requests("收到政府信息公开申请2件。", blank)
    assert codes(run_checks(too_few.report(form))) == ["cell-blank", "text-figure"]


def test_a_mistake_in_the_table_is_told_once(form: Form) -> None:
    wrong: Cells = dict(REQUESTS) | {"requests/new_received.natural_person": 11}
    found = run_checks(on_requests("收到政府信息公开申请12件。", wrong).report(form))
    assert codes(found) == ["requests-balance"]
    printed = replace(
        on_requests("收到政府信息公开申请15件。"), printed={"requests/new_received.total": 15}
    )
    assert codes(run_checks(printed.report(form))) == ["requests-row-total"]


def test_the_form_of_2019_has_its_own_cells() -> None:
    old = load_form("2019")
    place = "proactive_disclosure/normative_documents.produced"
    report = Report(old, "阿城区红星镇", 2020, tables=zeros(old, {place: 2}))
    report.sections["overview"] = "制发规范性文件3件，行政事业性收费0元，逾期不补正1件。"
    found = [item for item in run_checks(report) if item.code in ("text-figure", "text-fee")]
    assert [item.cells for item in found] == [(tuple(place.split("/")),)]


def test_a_form_without_statements_reads_no_figures(form: Form) -> None:
    report = on_requests("收到政府信息公开申请15件。规范性文件件。").report(form)
    report.form = replace(form, language=lambda: Language({"words": form.words}))
    assert not set(codes(run_checks(report))) & {"text-figure", "text-missing-figure"}


def test_a_cell_s_edit_reads_no_text_again(form: Form) -> None:
    report = on_requests("收到政府信息公开申请12件，其中自然人10件。").report(form)
    checker = Checker()
    checker.check(report)
    before = readings.cache_info().misses
    changes = apply(report, set_cells("改", "requests", [("new_received.natural_person", 9)]))
    assert "requests-balance" in codes(checker.recheck(report, [changes]))
    assert readings.cache_info().misses == before


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("十二件、一千零五件、两百件、一百二件、零件、〇件", [12, 1005, 200, 102, 0, 0]),
        ("1,234件、1，234件、１２３件、3.5万元、1.2万条", [1234, 1234, 123, 35000, 12000]),
        ("三五件、十百件、二〇二三件、第3件、3至5件、3-5件、3件至5件", []),
        ("不超过20个工作日、100%、一件事、每2件、2023年12月31日、12件/次", []),
        ("自然人89、法人6；电话0451-53729606。", [89, 6]),
    ],
)
def test_numbers_are_read_as_they_are_written(text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures(text)] == values


def test_an_amount_is_compared_as_precisely_as_it_is_given() -> None:
    (rounded,) = figures("3.5万元")
    assert rounded.matches(Decimal("34978"))
    assert not rounded.matches(Decimal("35600"))
    (exact,) = figures("34978元")
    assert exact.matches(34978)
    assert not exact.matches(34979)


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("收到政府信息公开申请98件（新收90件，上年结转9件）。", [("98件", 99, False)]),
        ("收到政府信息公开申请12件，其中自然人10件，法人1件。", [("12件", 11, False)]),
        (
            "收到政府信息公开申请12件，其中自然人10件，法人1件，外国人1件。",
            [("12件", 11, True), ("12件", 1, True)],
        ),
        ("收到政府信息公开申请12件，其中予以公开10件。", [("12件", 10, True)]),
        (
            "答复政府信息公开申请12件，其中不予公开10件（属于国家秘密10件）。",
            [("12件", 10, True), ("10件", 10, True)],
        ),
        ("答复政府信息公开申请12件，其中不予公开10件，属于国家秘密10件。", [("12件", 10, True)]),
        ("公开信息10条，其中政策6条、解读3篇、问答4条。", [("10条", 10, True)]),
        ("公开信息10条，其中政策6条，其中问答8条。", [("10条", 6, True)]),
        ("公开信息10余条，其中政策60条。", []),
        ("公开信息10条，其中政策60余条。", []),
        ("公开信息10条，其中微信公众号60条。", []),
        ("公开信息10条，较上年增加3条，其中政策60条。", []),
        ("答复政府信息公开申请98件（含上年结转100件）。", []),
    ],
)
def test_lists_of_parts(form: Form, text: str, lists: list[tuple[str, int, bool]]) -> None:
    found = part_lists(text, Context(), spoken_of(form), SETTING)
    assert [
        (text[item.whole.start : item.whole.end], int(item.sum), item.adds_up) for item in found
    ] == lists
