"""Findings in groups, with the words for their places, and what is known of a cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.checks import Finding, Level, run_checks
from model.form.form import Form
from model.judging.acknowledging import acknowledge
from model.judging.finding_entries import (
    ACKNOWLEDGED,
    Entry,
    Order,
    counterpart,
    entry_text,
    groups,
    is_same,
    place_of,
    plain_text,
    rule_of,
    section_of,
)
from model.judging.sorted_findings import SortedFindings, waiting_words
from model.report.edits import apply
from model.report.report import Report
from tests.model.checks.check_cases import Case

CELL = ("requests", "granted.natural_person")
OTHER = ("review", "reconsideration.upheld")
ERROR = Finding("甲", Level.ERROR, "一格不对", cells=(CELL, OTHER))
QUERY = Finding("乙", Level.QUERY, "请核实一格", cells=(CELL,))
HINT = Finding("丙", Level.HINT, "一句话", section="overview", quote="话", start=3, length=1)
TITLE = Finding("丁", Level.QUERY, "标题不对")


@pytest.fixture
def report(form: Form) -> Report:
    return Case().report(form)


def test_what_is_declared_right_is_parted_from_what_is_open(report: Report) -> None:
    apply(report, acknowledge(report, ERROR, "属实"))
    found = SortedFindings(report, (ERROR, QUERY))
    assert found.open == (QUERY,)
    assert found.acknowledged == ((ERROR, "属实"),)
    assert found.level(*CELL) is Level.QUERY
    assert found.messages(*CELL) == ["请核实一格"]
    assert found.reasons(*CELL) == found.reasons(*OTHER) == ["属实"]
    assert found.level(*OTHER) is None
    assert found.messages(*OTHER) == []


@pytest.mark.parametrize("findings", [(QUERY, ERROR), (ERROR, QUERY)])
def test_a_cell_shows_its_gravest_finding_and_all_messages(
    report: Report, findings: tuple[Finding, ...]
) -> None:
    found = SortedFindings(report, findings)
    assert found.level(*CELL) is Level.ERROR
    assert found.messages(*CELL) == [finding.message for finding in findings]
    assert found.reasons(*CELL) == []


def test_only_a_finding_on_words_leads_to_words() -> None:
    assert [item.has_words for item in (ERROR, QUERY, HINT, TITLE)] == [False, False, True, False]


def test_findings_are_counted_by_level_and_listed_by_part(report: Report) -> None:
    found = SortedFindings(report, (ERROR, QUERY, HINT, TITLE))
    assert [found.count(level) for level in Level] == [1, 2, 1]
    found.in_section("overview").clear()
    assert found.in_section("overview") == [HINT]
    assert found.in_section("requests") == [ERROR, QUERY]
    assert found.in_section("problems") == []


@pytest.mark.parametrize(
    ("message", "headline", "advice"),
    [
        ("一格不对", "一格不对", ""),
        ("一格不对。请改正。", "一格不对。", "请改正。"),
        ("正文写「甲。乙」不对。请改正。", "正文写「甲。乙」不对。", "请改正。"),
        ("正文写「甲。乙不对", "正文写「甲。乙不对", ""),
        ("第三部分表格「自然人」列不平。请核对。", "「自然人」列不平。", "请核对。"),
    ],
)
def test_a_finding_has_its_first_sentence_and_the_advice(
    message: str, headline: str, advice: str
) -> None:
    entry = Entry(Finding("甲", Level.ERROR, message), "第三部分", "")
    assert (entry.headline, entry.advice) == (headline, advice)


@pytest.mark.parametrize("order", Order)
def test_each_order_has_words_of_its_own(order: Order) -> None:
    assert order.label
    assert [other for other in Order if other.label == order.label] == [order]


def test_the_gravest_stand_first_and_the_declared_ones_last(report: Report) -> None:
    shown = groups(report, (HINT, ERROR, TITLE, QUERY), ((ERROR, "属实"),), Order.LEVEL)
    assert [(group.heading, group.level) for group in shown] == [
        ("必须改　1", Level.ERROR),
        ("请核实　2", Level.QUERY),
        ("提示　1", Level.HINT),
        (f"{ACKNOWLEDGED}　1", None),
    ]
    assert [entry.finding for entry in shown[1].entries] == [TITLE, QUERY]
    assert [entry.reason for entry in shown[-1].entries] == ["属实"]


def test_parts_come_in_the_order_of_the_report(report: Report) -> None:
    shown = groups(report, (ERROR, HINT, TITLE), (), Order.SECTION)
    assert [group.name for group in shown] == [
        *("标题", "一、总体情况", "三、收到和处理政府信息公开申请情况"),
    ]
    assert all(group.level is None for group in shown)


@pytest.mark.parametrize(
    ("finding", "section", "place"),
    [
        (ERROR, "requests", "第三部分"),
        (HINT, "overview", "第一部分"),
        (replace(HINT, section="preamble"), "preamble", "开头说明"),
        (replace(HINT, section="signature"), "signature", "落款"),
        (replace(HINT, section="another"), "", "标题"),
        (TITLE, "", "标题"),
    ],
)
def test_a_finding_has_a_place_in_the_report(
    form: Form, finding: Finding, section: str, place: str
) -> None:
    assert section_of(form, finding) == section
    assert place_of(form, finding) == place


def test_a_finding_names_its_rule(form: Form) -> None:
    report = Case({"requests/granted.natural_person": 1}).report(form)
    found = run_checks(report)
    assert found
    assert all(rule_of(report, finding) for finding in found)
    assert rule_of(report, ERROR) == ""


def test_the_same_mistake_is_known_again_by_place_and_words() -> None:
    assert is_same(ERROR, replace(ERROR, message="另一句", actual=3))
    for other in (
        replace(ERROR, code="戊"),
        replace(ERROR, cells=(OTHER,)),
        replace(ERROR, section="overview"),
        replace(ERROR, quote="话"),
    ):
        assert not is_same(ERROR, other)


def test_the_nearest_of_the_same_mistakes_is_taken() -> None:
    near, far = replace(HINT, start=1), replace(HINT, start=9)
    assert counterpart(HINT, (far, near)) == near
    assert counterpart(HINT, (near, far, HINT)) == HINT
    assert counterpart(HINT, (QUERY,)) is None


def test_all_can_be_sent_as_plain_text(report: Report) -> None:
    shown = groups(report, (ERROR, HINT), ((QUERY, "属实"),), Order.LEVEL)
    assert plain_text(report, shown).split("\n") == [
        f"{report.organization}{report.title}　检查结果",
        *("", "必须改（1）", "1. 第三部分：一格不对"),
        *("", "提示（1）", "2. 第一部分：一句话"),
        *("", f"{ACKNOWLEDGED}（1）", "3. 第三部分：请核实一格（情况属实：属实）"),
    ]
    assert plain_text(report, []).endswith("\n\n没有发现问题。")
    assert entry_text(Entry(TITLE, "标题", "")) == "标题：标题不对"


def test_two_that_read_alike_are_told_apart(report: Report) -> None:
    report.sections["overview"] = "第一段里的话\n第二段里的话"
    at = report.sections["overview"].index("第二段") + 4
    words = [replace(HINT, start=start, length=1) for start in (4, at)]
    cells = [replace(QUERY, cells=(cell,)) for cell in (CELL, ("requests", "granted.total"))]
    nowhere = [TITLE, replace(TITLE, code="戊")]
    found = groups(report, (*words, *cells, *nowhere), (), Order.LEVEL)
    around = [entry.around for group in found for entry in group.entries]
    assert "第1段「…第一段里的话…」" in around
    assert "第2段「…第二段里的话…」" in around
    assert len(set(around)) == len(around) - 1
    assert around.count("") == len(nowhere)


def test_what_waits_is_counted_behind_errors_or_doubts() -> None:
    assert waiting_words((ERROR,), 0) == ""
    behind = {waiting_words((ERROR, QUERY), 3), waiting_words((QUERY,), 3)}
    assert len(behind) == 2
    assert all("3" in words for words in behind)
