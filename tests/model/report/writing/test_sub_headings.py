"""The official sub-headings of a part, offered where they are missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from linked_reports import assert_true, much_linked_report
from model.checks import run_checks
from model.form.form import Form
from model.report.edits import apply
from model.report.report import Report
from model.report.writing.sub_headings import add_sub_heading, sub_headings
from storage.form_store import editions, load_form

NAMES = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")


def with_text(form: Form, text: str) -> Report:
    return Report(form, "青山县水务局", 2023, sections={"overview": text})


def standing(report: Report) -> str:
    """Return a sign for each sub-heading: 有 where it stands, 写 where its matter does, 无."""
    found = sub_headings(report, report.form.section("overview"))
    return "".join("有" if x.stands else "写" if x.is_written else "无" for x in found)


def added(form: Form, text: str, name: str) -> str:
    """Return the text with a sub-heading and | where one goes on writing."""
    report = with_text(form, text)
    found = add_sub_heading(report, form.section("overview"), name)
    apply(report, found.edit)
    whole = report.sections["overview"]
    return f"{whole[: found.cursor]}|{whole[found.cursor :]}"


@pytest.mark.parametrize("edition", editions())
def test_the_form_names_the_sub_headings_of_the_first_part(edition: str) -> None:
    form = load_form(edition)
    assert form.section("overview").headings == NAMES
    assert [section.key for section in form.sections if section.headings] == ["overview"]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", "无无无无无"),
        ("（一）主动公开\n公开信息3条。\n（三）信息管理。严格审查。", "有无有无无"),
        ("一、主动公开情况\n公开信息3条。\n二、依申请公开办理情况\n收到申请3件。", "有有无无无"),
        ("全年公开信息3条，开展业务培训2次。", "写无无无写"),
        ("主动公开", "无无无无无"),
    ],
)
def test_what_stands_and_what_is_missing(form: Form, text: str, signs: str) -> None:
    assert standing(with_text(form, text)) == signs


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("", "监督保障", "（五）监督保障。|"),
        ("（一）主动公开。甲。", "依申请公开", "（一）主动公开。甲。\n（二）依申请公开。|"),
        ("（一）主动公开\n甲。\n", "依申请公开", "（一）主动公开\n甲。\n（二）依申请公开|"),
        (
            "（一）主动公开。甲。\n（三）政府信息管理。乙。",
            "依申请公开",
            "（一）主动公开。甲。\n（二）依申请公开。|\n（三）政府信息管理。乙。",
        ),
        (
            "（一）主动公开。甲。\n（二）政府信息管理。乙。\n（三）监督保障。丙。",
            "依申请公开",
            "（一）主动公开。甲。\n（二）依申请公开。|\n（三）政府信息管理。乙。\n（四）监督保障。丙。",
        ),
        ("（一）依申请公开。乙。", "主动公开", "（一）主动公开。|\n（二）依申请公开。乙。"),
        ("1.主动公开。甲。", "监督保障", "1.主动公开。甲。\n（五）监督保障。|"),
        ("（十）主动公开。甲。", "监督保障", "（十）主动公开。甲。\n（十）监督保障。|"),
        (
            "（九）主动公开。甲。\n（十）监督保障。乙。",
            "依申请公开",
            "（九）主动公开。甲。\n（十）依申请公开。|\n（十）监督保障。乙。",
        ),
    ],
)
def test_one_is_put_in_its_place_with_the_number_that_is_due(
    form: Form, text: str, name: str, whole: str
) -> None:
    assert added(form, text, name) == whole


def test_all_five_can_be_put_into_an_empty_text_in_any_order(form: Form) -> None:
    report = with_text(form, "")
    for name in (NAMES[3], NAMES[0], NAMES[4], NAMES[2], NAMES[1]):
        apply(report, add_sub_heading(report, form.section("overview"), name).edit)
    lines = report.sections["overview"].split("\n")
    assert lines == [f"（{'一二三四五'[n]}）{name}。" for n, name in enumerate(NAMES)]
    assert standing(report) == "有有有有有"
    # A bare heading is no account of its matter.
    assert "text-part-missing" in {finding.code for finding in run_checks(report)}


def test_linked_figures_stay_linked_and_undo_takes_the_heading_back() -> None:
    report = much_linked_report()
    links, before = len(report.links), report.sections["overview"]
    found = add_sub_heading(report, report.form.section("overview"), "监督保障")
    back = apply(report, found.edit).inverse
    assert len(report.links) == links
    assert_true(report)
    apply(report, back)
    assert report.sections["overview"] == before


def test_other_parts_know_their_sub_headings_by_their_words(form: Form) -> None:
    section = replace(form.section("problems"), headings=("主要问题", "改进情况"))
    report = Report(form, sections={"problems": "（一）主要问题\n更新不及时。"})
    assert [item.stands for item in sub_headings(report, section)] == [True, False]
    apply(report, add_sub_heading(report, section, "改进情况").edit)
    assert report.sections["problems"].endswith("\n（二）改进情况")
