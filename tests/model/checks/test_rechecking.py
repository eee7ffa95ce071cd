from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.checks import Checker, all_checks, run_checks, table_findings
from model.checks.registry import Per
from model.form.form import Form
from model.report.edits import (
    CellChange,
    Change,
    Edit,
    IdentityChange,
    OfficeChange,
    PreviousChange,
    PrintedChange,
    ReusedChange,
    TextChange,
    apply,
)
from model.report.office import Office
from model.report.report import ReusedText
from storage.form_store import load_form
from tests.model.checks.check_cases import CLEAN_TEXTS, LAW, NORM, Case

FORM = load_form("2021")
CELLS = [(table.key, key) for table in FORM.tables for key in table.inputs[::7]]
TOTALS = [(table.key, key) for table in FORM.tables for key in list(table.sums)[::5]]
TEXTS = (
    "",
    "全年收到申请3件。",
    "2020年收到申请12件，办结余件。",
    *CLEAN_TEXTS.values(),
)
values = st.one_of(st.none(), st.integers(-1, 13), st.sampled_from(["/", "1.5", "无", "7元"]))
changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(
        lambda cell, value: CellChange(cell[0], cell[1], value), st.sampled_from(CELLS), values
    ),
    st.builds(
        lambda cell, value: PrintedChange(cell[0], cell[1], value),
        st.sampled_from(TOTALS),
        st.one_of(st.none(), st.integers(0, 9)),
    ),
    st.builds(TextChange, st.sampled_from(FORM.section_keys), st.sampled_from(TEXTS)),
    st.builds(
        lambda section, text: ReusedChange((ReusedText(section, text),)),
        st.sampled_from(FORM.section_keys),
        st.sampled_from(TEXTS),
    ),
    st.builds(
        lambda unit, year: IdentityChange(unit, year, "年度报告"),
        st.sampled_from(["甲镇人民政府", "甲市教育局", ""]),
        st.sampled_from([2022, 2023, None]),
    ),
    st.builds(lambda kind: OfficeChange(Office(kind)), st.sampled_from(["", "town"])),
    st.just(PreviousChange(Case({LAW + "in_force": 2}).report(FORM).as_previous())),
)


@pytest.mark.thorough
@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(changes, st.booleans()), max_size=8))
def test_checking_what_was_touched_finds_what_checking_all_finds(
    edits: list[tuple[Change, bool]],
) -> None:
    report = Case(last={NORM + "in_force": 3}).report(FORM)
    checker = Checker()
    checker.check(report)
    pending = []
    for change, is_checked_now in edits:
        pending.append(apply(report, Edit("改", (change,))))
        if is_checked_now:
            assert checker.recheck(report, pending) == run_checks(report)
            pending.clear()
    assert checker.recheck(report, pending) == run_checks(report)


@pytest.mark.thorough
@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(changes, st.integers(0, 150), st.booleans()), max_size=6))
def test_checking_in_pieces_between_edits_finds_what_checking_all_finds(
    edits: list[tuple[Change, int, bool]],
) -> None:
    report = Case(last={NORM + "in_force": 3}).report(FORM)
    checker = Checker()
    checker.check(report)
    for change, pieces, is_told in edits:
        checker.touch(report, [apply(report, Edit("改", (change,)))])
        for _ in range(pieces):
            checker.run_some(report, 0)
        if is_told:
            assert checker.recheck(report, ()) == run_checks(report)
    assert checker.recheck(report, ()) == run_checks(report)


def test_a_piece_runs_one_check_where_there_is_no_time(form: Form) -> None:
    report = Case().report(form)
    checker = Checker()
    checker.check(report)
    seen: list[str] = []
    checker.listen = lambda check, unit: seen.append(unit)
    assert not checker.run_some(report, 0)
    checker.touch(report, [apply(report, Edit("改", (TextChange("problems", "甲。"),)))])
    assert checker.run_some(report, 0)
    assert len(seen) == 1
    # With time enough the rest is one piece, and then nothing is due.
    assert checker.run_some(report, 1000)
    assert not checker.run_some(report, 1000)
    assert len(seen) > 1


def test_an_edit_runs_only_the_checks_that_read_what_it_touched(form: Form) -> None:
    report = Case().report(form)
    checker = Checker()
    checker.check(report)
    seen: list[str] = []
    checker.listen = lambda check, unit: seen.append(f"{check.codes[0]} {unit}")
    checker.recheck(report, [apply(report, Edit("改", (TextChange("problems", "甲。"),)))])
    of_sections = [item for item in all_checks() if item.per is Per.SECTION]
    assert {line.split(" ")[1] for line in seen} <= {"problems", ""}
    assert len([line for line in seen if line.endswith("problems")]) == len(of_sections)
    seen.clear()
    change = CellChange("review", "reconsideration.upheld", 1)
    checker.recheck(report, [apply(report, Edit("改", (change,)))])
    assert "requests-balance review" in seen
    assert "requests-balance requests" not in seen
    assert not any(line.startswith("text-like-last-year") for line in seen)


def test_a_first_recheck_checks_all(form: Form) -> None:
    report = Case({LAW + "in_force": 2}).report(form)
    assert Checker().recheck(report, []) == run_checks(report) != ()


def test_the_tables_alone_are_checked_without_a_look_at_the_texts(form: Form) -> None:
    report = Case({"requests/granted.natural_person": 3}).report(form)
    report.sections["overview"] = "全年收到申请8件。"
    everything = run_checks(report)
    tables = table_findings(report)
    assert {finding.code for finding in tables} < {finding.code for finding in everything}
    assert tables
    assert all(finding.cells and not finding.section for finding in tables)
