from __future__ import annotations

import pytest

import text_layouts
from importers.readers.text.txt_reader import text_document
from importers.recognising.edition_finder import possible_forms, recognise_edition
from importers.recognising.recogniser import recognise
from model.checks import run_checks
from model.report.report import Report, Tables
from model.report.rollover import start_draft
from sample_reports import sample_report
from storage.form_store import editions, form_of_year, load_form

OLD = load_form("2019")


def old_report() -> Report:
    """A report of the edition of 2019 in which every figure differs from its neighbours."""
    tables: Tables = {
        table.key: {key: number + 3 for number, key in enumerate(table.inputs)}
        for table in OLD.tables
    }
    tables["proactive_disclosure"]["licences.change"] = -2
    tables["proactive_disclosure"]["procurement.amount"] = "251000元"
    sample = sample_report()
    title = "2020年政府信息公开工作年度报告"
    return Report(OLD, sample.organization, 2020, title, sample.sections, tables)


def test_both_editions_are_known() -> None:
    assert {"2019", "2021"} <= set(editions())
    assert [len(table.keys) for table in OLD.tables] == [22, 161, 15]
    shared = load_form("2021").table("requests").key_set
    assert OLD.table("requests").key_set < shared


@pytest.mark.parametrize("layout", text_layouts.LAYOUTS)
def test_a_report_of_the_old_edition_is_read(layout: object) -> None:
    truth = old_report()
    document = text_document(text_layouts.report_text(truth, layout), "旧.txt")
    assert possible_forms(document) == (OLD,)
    found = recognise_edition(document)
    assert found.report.tables == truth.tables
    assert found.report.sections == truth.sections
    assert found.unplaced == ()


def test_a_spare_cell_of_the_old_grid_shifts_nothing() -> None:
    truth = old_report()
    table = truth.form.table("proactive_disclosure")
    rows = text_layouts.tabbed_rows(truth, table)
    spare = "\n".join(line + "\t" for line in rows.splitlines()) + "\n"
    text = text_layouts.report_text(truth, text_layouts.tabbed_rows).replace(rows, spare)
    assert recognise(text_document(text, "旧.txt"), OLD).report.tables == truth.tables


def test_the_edition_is_told_by_words_and_not_by_the_year() -> None:
    new = text_layouts.report_text(sample_report(), text_layouts.tabbed_cells)
    (form,) = possible_forms(text_document(new.replace("2023年", "2020年"), "a"))
    assert form.edition == "2021"


def test_a_sign_and_a_free_figure_are_no_mistakes() -> None:
    report = old_report()
    cells = {key for finding in run_checks(report) for _, key in finding.cells}
    assert cells.isdisjoint({"licences.change", "procurement.amount"})


def test_a_draft_from_the_old_edition_takes_the_new_form() -> None:
    last = old_report()
    draft = start_draft(last, None, form_of_year).report
    assert draft.form.edition == "2021"
    for column in ("natural_person", "other_organization"):
        assert draft.value("requests", f"carried_over.{column}") == last.value(
            "requests", f"carried_forward.{column}"
        )
    assert set(draft.tables["proactive_disclosure"].values()) == {None}
    told = "".join(draft.notes)
    assert "2019年版" in told
    assert "251000元" in told
    assert draft.previous is not None
    assert draft.previous.form.edition == "2019"
    assert draft.previous.value("proactive_disclosure", "licences.change") == -2


def test_a_change_may_carry_a_plus_sign() -> None:
    truth = old_report()
    truth.tables["proactive_disclosure"]["penalties.change"] = 7
    text = text_layouts.report_text(truth, text_layouts.tabbed_cells)
    rows = text_layouts.tabbed_cells(truth, OLD.table("proactive_disclosure"))
    at = rows.index("\t行政处罚\n")
    changed = rows[:at] + rows[at:].replace("\t7\n", "\t＋7\n", 1)
    found = recognise(text_document(text.replace(rows, changed), "旧.txt"), OLD)
    assert found.report.tables == truth.tables
