"""Texts that look the same on paper have one code, and codes of an older version still hold."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from final_reports import DAY, ready_report
from model.form.form import Form
from model.report.report import Report
from model.report.sign_off_record import Final, SignOff
from model.report.values import format_value
from model.signing.code import (
    code_problem,
    is_code_of,
    matches_signed,
    older_code,
    shown_code,
    verification_code,
)
from model.signing.differences import differences
from model.signing.folding import folded


def with_text(form: Form, text: str) -> Report:
    report = ready_report(form)
    report.sections["overview"] = text
    return report


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("⼀、⼈民〈法〉", "一、人民〈法〉"),
        ("⻋站、⻛力、⻓期", "车站、风力、长期"),
        ("\u2329国务院\u232a", "\u3008国务院\u3009"),
        ("é", "e\u0301"),
    ],
)
def test_what_looks_the_same_is_the_same(form: Form, one: str, other: str) -> None:
    assert folded(one) == folded(other)
    first, second = with_text(form, one), with_text(form, other)
    assert verification_code(first) == verification_code(second)
    assert list(differences(first, second)) == []


def test_every_kangxi_radical_is_a_character() -> None:
    for place in range(0x2F00, 0x2FD6):
        assert unicodedata.name(folded(chr(place))).startswith("CJK UNIFIED")


def older(report: Report) -> str:
    def value(table: str, key: str) -> str:
        return format_value(report.effective_value(table, key))

    return older_code(report.form, report.organization, report.title, report.sections, value)


def test_a_code_of_eight_letters_still_holds(form: Form) -> None:
    report = ready_report(form)
    code = older(report)
    assert len(code) == 9
    assert is_code_of(report, code.lower())
    assert code_problem(code.replace("-", "")) == ""
    report.sign_off = SignOff(final=Final(DAY, code))
    assert matches_signed(report)
    # What is printed again bears the code of the paper that was signed.
    assert shown_code(report) == code
    report.sections["overview"] += "改"
    assert not matches_signed(report)
    assert shown_code(report) == verification_code(report) != code


def test_the_same_content_that_was_signed_uncleaned_still_holds(form: Form) -> None:
    report = ready_report(form)
    final = Final(DAY, "AAAA-BBBB", same_as=verification_code(report))
    report.sign_off = SignOff(final=final)
    assert matches_signed(report)
    assert is_code_of(report, "aaaabbbb")
    report.sections["problems"] = "改"
    assert not matches_signed(report)
    assert not is_code_of(report, "aaaabbbb")


def test_a_changed_label_of_the_form_gives_another_code(form: Form) -> None:
    report = ready_report(form)
    table = form.tables[0]
    cell = next(cell for cell in table.grid if not cell.key)
    grid = tuple(replace(one, text="改") if one is cell else one for one in table.grid)
    changed = replace(table)
    object.__setattr__(changed, "grid", grid)
    other = replace(form, tables=(changed, *form.tables[1:]))
    assert verification_code(replace(report, form=other)) != verification_code(report)
