"""Control characters and half surrogates never get into a report, by whatever way a text comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.form.form import Form
from model.report.acknowledged import Acknowledged
from model.report.cleaning import cleaned
from model.report.edits import (
    AcknowledgedChange,
    CellChange,
    Change,
    Edit,
    FigureSourceChange,
    IdentityChange,
    OfficeChange,
    PreviousChange,
    PrintedChange,
    ReusedChange,
    SignOffChange,
    TextChange,
    apply,
)
from model.report.links.link import Link
from model.report.office import Office
from model.report.report import Previous, Report, ReusedText
from model.report.sign_off_record import Final, SignOff
from model.signing.final import make_final
from model.signing.standing import Standing, standing
from storage.form_store import load_form
from storage.report_file import report_from_text, report_to_text

FORM = load_form("2021")
CONTROLS = "\x00\x01\x08\x0e\x1b\x1f\x7f\x80\x9f\ud800\udfff\ufdd0\ufdd1\ufffe\uffff"
BREAKS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
CELL = ("requests", "granted.natural_person")


def dirty(text: str) -> str:
    """Return a text with every control character in its middle."""
    half = len(text) // 2
    return text[:half] + CONTROLS + text[half:]


def texts_in(held: object) -> Iterator[str]:
    """Yield every text that something holds, however deep; the form is none of the report's."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for pair in held.items():
            yield from texts_in(pair)
    elif isinstance(held, (tuple, list)):
        for item in held:
            yield from texts_in(item)
    elif is_dataclass(held) and not isinstance(held, Form):
        for field in fields(held):
            yield from texts_in(getattr(held, field.name))


def unclean(held: object) -> list[str]:
    return [text for text in texts_in(held) if set(text) & {*CONTROLS, *BREAKS[1:]}]


def dirty_report() -> Report:
    """Return a report in whose every text member, keys included, control characters stand."""
    declared = Acknowledged(
        code=dirty("code"),
        reason=dirty("原因"),
        rests_on=((*CELL, dirty("三件")),),
        section="overview",
        quote=dirty("引文"),
        words=dirty("句子"),
        expected=dirty("5"),
    )
    return Report(
        FORM,
        organization=dirty("红星镇人民政府"),
        year=2023,
        title=dirty("2023年政府信息公开工作年度报告"),
        sections={key: dirty("我们落实。") for key in FORM.section_keys},
        tables={"requests": {"granted.natural_person": dirty("三件")}},
        printed={"review": {"reconsideration.total": dirty("二")}},
        previous=Previous(FORM, dirty("红星镇"), 2022, {"overview": dirty("上年")}, {}),
        reused=(ReusedText("overview", dirty("我们落实。")),),
        notes=(dirty("从「甲」导入"),),
        acknowledged=(declared,),
        office=Office(dirty("town")),
        figure_sources={"requests": {"granted": dirty("司法所")}},
        source_labels={"requests": {dirty("自然"): dirty("个人")}},
        part_names={"overview": dirty("概况")},
        links=(Link("overview", 0, 2, dirty("requests"), "granted.total"),),
        sign_off=SignOff((("drafted", dirty("张三")),), dirty("急"), Final(date(2024, 1, 9), "A")),
        extra={dirty("marks"): [{dirty("words"): dirty("甲")}]},
    )


def test_a_report_is_built_of_clean_texts_only() -> None:
    report = dirty_report()
    assert unclean(report) == []
    assert report.organization == "红星镇人民政府"
    assert report.extra == {"marks": [{"words": "甲"}]}
    # What was marked in the dirty text is marked in the clean one.
    assert report.remaining_reused() == report.reused


def test_every_member_was_dirty() -> None:
    """Hold that a member that is added later is given a dirty text above."""
    report = dirty_report()
    empty = Report(FORM)
    same = [f.name for f in fields(Report) if getattr(report, f.name) == getattr(empty, f.name)]
    assert same == ["form"]


@dataclass(frozen=True)
class Road:
    """A change with a dirty text in it, and the words that it leaves in the report."""

    change: Change
    words: str


ROADS = [
    Road(CellChange(*CELL, dirty("三件")), "三件"),
    Road(PrintedChange("requests", "granted.total", dirty("四件")), "四件"),
    Road(TextChange("problems", dirty("不够")), "不够"),
    Road(IdentityChange(dirty("青山镇"), 2023, dirty("年报")), "青山镇"),
    Road(ReusedChange((ReusedText("overview", dirty("旧话")),)), "旧话"),
    Road(PreviousChange(Previous(FORM, dirty("白云镇"), 2022, {}, {})), "白云镇"),
    Road(AcknowledgedChange((Acknowledged("x", dirty("属实")),)), "属实"),
    Road(OfficeChange(Office(dirty("street"))), "street"),
    Road(SignOffChange(SignOff((("issued", dirty("李四")),), dirty("加急"))), "李四"),
    Road(FigureSourceChange("requests", "granted", dirty("财政所")), "财政所"),
]


@pytest.mark.parametrize("road", ROADS, ids=lambda road: type(road.change).__name__)
def test_every_change_is_cleaned_before_it_is_made(form: Form, road: Road) -> None:
    report = Report(form, "红星镇", 2023)
    before = report_to_text(report)
    changes = apply(report, Edit("改", (road.change,)))
    assert unclean(report) == []
    assert road.words in list(texts_in(report))
    apply(report, changes.inverse)
    assert report_to_text(report) == before


@pytest.mark.parametrize("end", BREAKS, ids=ascii)
def test_every_kind_of_line_break_parts_paragraphs(form: Form, end: str) -> None:
    report = Report(form, sections={"overview": f"第一段{end}第二段"})
    assert report.sections["overview"] == "第一段\n第二段"
    apply(report, Edit("改", (TextChange("problems", f"甲{end}乙"),)))
    assert report.sections["problems"] == "甲\n乙"


def test_what_is_no_text_stays_what_it_is() -> None:
    assert cleaned((1, None, date(2024, 1, 9), 2.5)) == (1, None, date(2024, 1, 9), 2.5)
    assert cleaned(Office) is Office


def test_a_final_report_with_control_characters_in_its_unit_stays_final(form: Form) -> None:
    report = Report(form, dirty("红星镇"), 2023, "年报")
    apply(report, Edit("修改单位", (IdentityChange(dirty("青山镇"), 2023, "年报"),)))
    apply(report, make_final(report, date(2024, 1, 9)))
    again = report_from_text(report_to_text(report), Path("甲.nianbao"))
    assert standing(again) is standing(report) is Standing.LOCKED


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=12)


@settings(deadline=None, max_examples=40)
@given(st.lists(ANY_TEXT, min_size=8, max_size=8))
def test_what_is_held_is_what_is_saved(texts: list[str]) -> None:
    unit, title, section, note, reason, name, remark, own = texts
    report = Report(FORM, unit, 2023, title, sections={"overview": section}, notes=(note,))
    report = replace(report, extra={"own": own}, reused=(ReusedText("overview", section),))
    changes = (
        AcknowledgedChange((Acknowledged("x", reason),)),
        SignOffChange(SignOff((("drafted", name),), remark)),
    )
    apply(report, Edit("改", changes))
    apply(report, make_final(report, date(2024, 1, 9)))
    text = report_to_text(report)
    again = report_from_text(text.encode("utf-8").decode("utf-8"), Path("甲.nianbao"))
    assert again.organization == report.organization
    assert again.sections == report.sections
    assert again.sign_off.name("drafted") == report.sign_off.name("drafted")
    assert again.sign_off.remark == report.sign_off.remark
    assert standing(again) is Standing.LOCKED
    assert report_to_text(again) == text
    assert re.search(r"[\ud800-\udfff]", text) is None
