"""Sources of the new edition and of those before it, read while the new one is the newest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import text_layouts
from exporters.writing import export_report
from importers.readers.text.txt_reader import text_document
from importers.recognising.edition_finder import recognise_edition
from model.report.report import Report
from model.signing.code import verification_code
from new_edition import EDITION, FIGURE, YEAR
from paper_files import write_one_sheet, write_page, write_sheets, write_word
from paper_judge import faults
from papers import DIRTS, Paper, make_paper
from report_sources import open_report
from storage.form_store import load_form
from storage.report_file import load_report, save_report

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.thorough]

EDITIONS = ("2019", "2021", EDITION)
DENSE = frozenset(["thousands separators"])
"""Dirt of the paper alone, with which every figure is large."""

EXTENSIONS = (".docx", ".xlsx", ".pdf", ".html", ".txt")
WRITERS: dict[str, Callable[[Paper, Path], Path]] = {
    "a.docx": write_word,
    "a.html": write_page,
    "one.xlsx": write_one_sheet,
    "each.xlsx": write_sheets,
}
MIXES = tuple(
    frozenset(dirt.split(" + "))
    for dirt in (
        *(dirt for dirt in DIRTS if dirt != "edition 2019"),
        "aliases + half-width brackets + blanks for zeros + metadata first",
    )
)


def dense(edition: str, year: int) -> Report:
    """Return a report in which hardly two figures are alike."""
    truth = make_paper(DENSE, 7, load_form(edition)).truth
    truth.title = truth.title.replace(str(truth.year), str(year))
    truth.year = year
    return truth


def assert_same(found: Report, truth: Report) -> None:
    assert found.form is truth.form
    assert found.tables == truth.tables
    assert found.sections == truth.sections
    assert (found.organization, found.year, found.title) == (
        truth.organization,
        truth.year,
        truth.title,
    )


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_an_export_comes_back(edition: str, extension: str, tmp_path: Path) -> None:
    truth = dense(edition, YEAR)
    table, key = FIGURE.split("/")
    assert edition != EDITION or truth.value(table, key)
    path = tmp_path / f"a{extension}"
    export_report(truth, path)
    opened = open_report(path)
    assert_same(opened.report, truth)
    assert opened.unplaced == ()
    assert verification_code(opened.report) == verification_code(truth)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_own_file_comes_back(edition: str, tmp_path: Path) -> None:
    truth = dense(edition, YEAR)
    truth.previous = dense("2021", YEAR - 1).as_previous()
    save_report(truth, tmp_path / "a.nianbao")
    found = load_report(tmp_path / "a.nianbao")
    assert_same(found, truth)
    assert found.previous == truth.previous


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", text_layouts.LAYOUTS)
def test_a_copied_text_is_read_in_its_own_edition(layout: object, edition: str) -> None:
    truth = dense(edition, 2025)
    text = text_layouts.report_text(truth, layout)
    found = recognise_edition(text_document(text, "来源.txt"))
    assert_same(found.report, truth)
    assert found.unplaced == ()


@pytest.mark.parametrize("mix", MIXES, ids=lambda mix: " + ".join(sorted(mix)))
@pytest.mark.parametrize("edition", ["2021", EDITION])
def test_a_foreign_paper_is_read_in_its_own_edition(
    mix: frozenset[str], edition: str, tmp_path: Path
) -> None:
    paper = make_paper(mix, 3, load_form(edition))
    name = sorted(WRITERS)[MIXES.index(mix) % len(WRITERS)]
    opened = open_report(WRITERS[name](paper, tmp_path / name))
    assert faults(opened, paper.truth) == []


@pytest.mark.parametrize("extension", [".docx", ".html", ".txt"])
def test_without_the_new_edition_its_paper_is_read_with_a_word_on_all_that_is_left(
    extension: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    truth = dense(EDITION, YEAR)
    path = tmp_path / f"a{extension}"
    export_report(truth, path)
    monkeypatch.undo()
    opened = open_report(path)
    found = opened.report
    told = "".join(opened.unplaced)
    assert found.form.edition == "2021"
    for table in found.form.tables:
        for key in table.inputs:
            value = found.value(table.key, key)
            assert value == truth.value(table.key, key) or value is None
            assert value is not None or table.row_name(key) in told
    assert "属于涉外事项" in told
