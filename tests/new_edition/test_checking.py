"""The checks hold for the new edition as they do for the one before it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import clean_reports
from model.checks import Finding, run_checks
from model.form.form import Form
from model.judging.finding_entries import rule_of
from model.report.edits import apply
from model.report.report import Previous, Report
from new_edition import BEFORE, COLUMN, FIGURE, NAME, NUMBER, ROW, YEAR
from storage.form_store import load_form
from tests.model.checks.check_cases import CLEAN_TEXTS, Case, codes
from tests.model.checks.test_checks import HITS

FIRST_HITS = dict(reversed(HITS))
NAME_BEFORE = "中华人民共和国政府信息公开工作年度报告格式"
_PAPERS = (("国办公开办函〔2019〕60号", BEFORE), (BEFORE, NUMBER), (NAME_BEFORE, NAME))
_YEARS = re.compile(r"(?<!\d)20[12]\d(?=[年.〕\]])|二〇[〇一二三四五六七八九]{2}")
_CHINESE = str.maketrans("〇一二三四五六七八九", "0123456789")


def moved_text(text: str, later: int) -> str:
    """Return a text as it would be written some years later, the notices being newer ones."""
    for mark, (old, _) in enumerate(_PAPERS):
        text = text.replace(old, chr(mark))
    text = _YEARS.sub(lambda year: str(int(year[0].translate(_CHINESE)) + later), text)
    for mark, (_, new) in enumerate(_PAPERS):
        text = text.replace(chr(mark), new)
    return text


def moved(report: Report, form: Form) -> Report:
    """Return a report as one of the new edition's first year; last year's is of the edition before.

    Cells that the edition before does not have are 0.
    """
    later = YEAR - (report.year or 0)
    sections = {key: moved_text(text, later) for key, text in report.sections.items()}
    return replace(
        report,
        form=form,
        year=YEAR,
        title=moved_text(report.title, later),
        sections=sections,
        tables={
            table.key: {key: report.tables[table.key].get(key, 0) for key in table.inputs}
            for table in form.tables
        },
        previous=report.previous and moved_last_year(report.previous, later),
        reused=tuple(replace(it, text=moved_text(it.text, later)) for it in report.reused),
    )


def moved_last_year(last: Previous, later: int) -> Previous:
    sections = {key: moved_text(text, later) for key, text in last.sections.items()}
    return replace(last, year=None if last.year is None else last.year + later, sections=sections)


@pytest.mark.parametrize("code", FIRST_HITS)
def test_each_kind_of_check_hits(form: Form, code: str) -> None:
    report = moved(FIRST_HITS[code].report(load_form("2021")), form)
    assert codes(run_checks(report)) == [code]


@pytest.mark.parametrize("clean", clean_reports.REPORTS, ids=lambda clean: clean.organization)
def test_nothing_is_said_of_a_clean_report(form: Form, clean: clean_reports.CleanReport) -> None:
    assert run_checks(moved(clean.report(), form)) == ()


# ---------------------------------------------------------------- the new row and column


def report_with(form: Form, text: str, **cells: int) -> Report:
    """Return a clean report with a text on requests and figures of the new column."""
    report = moved(Case().report(load_form("2021")), form)
    report.sections["overview"] += f"\n{text}"
    report.tables["requests"] |= {f"{row}.{COLUMN}": count for row, count in cells.items()}
    return replace(report)


def only(report: Report) -> Finding:
    (finding,) = run_checks(report)
    return finding


def test_the_new_column_is_added_up_and_balanced(form: Form) -> None:
    report = report_with(form, "", new_received=3, **{ROW: 3})
    assert report.value("requests", "new_received.total") == 3
    assert report.value("requests", f"outcome_total.{COLUMN}") == 3
    assert run_checks(report) == ()
    assert only(report_with(form, "", new_received=3, **{ROW: 2})).code == "requests-balance"


def test_a_text_is_held_to_the_new_row_and_column(form: Form) -> None:
    text = "收到政府信息公开申请3件，其中社会团体3件；属于涉外事项{}件。"
    assert run_checks(report_with(form, text.format(3), new_received=3, **{ROW: 3})) == ()
    finding = only(report_with(form, text.format(5), new_received=3, **{ROW: 3}))
    assert (finding.code, finding.cells) == ("text-figure", (("requests", f"{ROW}.total"),))
    wrong = text.replace("社会团体3", "社会团体1").format(3)
    finding = only(report_with(form, wrong, new_received=3, **{ROW: 3}))
    assert (finding.code, finding.cells) == (
        "text-figure",
        (("requests", f"new_received.{COLUMN}"),),
    )


def test_a_mistyped_cell_is_found_in_the_new_row(form: Form) -> None:
    report = moved(Case({FIGURE: "无"}).report(form), form)
    finding = only(report)
    assert finding.code == "cell-placeholder"
    assert "9.属于涉外事项" in finding.message


# ---------------------------------------------------------------- the notice


def on_basis(form: Form, number: str, year: int = YEAR) -> Report:
    report = moved(Case().report(load_form("2021")), form)
    report.year = year
    report.sections = dict.fromkeys(report.sections, "") | {
        "preamble": f"本报告按照年度报告格式的通知（{number}）编制。"
    }
    return report


def basis_finding(report: Report) -> Finding | None:
    """Return what is found of the papers that the text cites, whatever form its tables have."""
    found = [item for item in run_checks(report) if item.code == "text-basis" and item.section]
    return found[0] if found else None


def test_the_notice_of_the_report_s_year_is_the_right_one(form: Form) -> None:
    assert basis_finding(on_basis(form, NUMBER)) is None
    report = on_basis(form, BEFORE)
    finding = basis_finding(report)
    assert finding is not None
    assert "这是2021年的旧通知" in finding.message
    assert NUMBER in finding.message
    assert NUMBER in rule_of(report, finding)
    assert finding.fix is not None
    apply(report, finding.fix)
    assert basis_finding(report) is None


def test_an_old_report_is_held_to_the_notice_of_its_own_year(form: Form) -> None:
    """Whatever edition it is written in: offices go on with an old form for years."""
    for edition in (form, load_form("2021"), load_form("2019")):
        assert basis_finding(on_basis(edition, BEFORE, year=2025)) is None
        finding = basis_finding(on_basis(edition, NUMBER, year=2025))
        assert finding is not None
        assert finding.expected == BEFORE


def test_the_clean_texts_cite_what_the_test_takes_for_the_notice() -> None:
    assert BEFORE in CLEAN_TEXTS["preamble"]
    assert NAME_BEFORE in CLEAN_TEXTS["preamble"]
