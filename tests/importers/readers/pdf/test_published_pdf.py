"""PDF files as other programs print them: open sides, groups parted, vertical labels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from drawn_pdf import Habits, draw_paper
from importers.readers.paged.page_content import PageContent
from importers.readers.paged.page_flow import flow
from importers.readers.paged.page_lines import Line, plain_character
from importers.recognising.figures.causes import CauseKind
from importers.recognising.tables.form_labels import labels_of
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_reader import TableReader
from importers.recognising.tables.torn_rows import with_torn_rows
from importers.source_document import Paragraph, SourceCell, SourceDocument, SourceTable
from paper_judge import faults
from papers import make_paper
from report_sources import open_report
from storage.form_store import load_form
from table_judge import silent

pytestmark = pytest.mark.thorough

HABITS = {
    "white areas behind the text": (Habits(is_shaded=True), "clean"),
    "sides left out": (Habits(has_sides=False), "clean"),
    "sides left out over pages": (
        Habits(has_sides=False, repeats=True, is_closed=False, lead=130),
        "edition 2019",
    ),
    "heads repeated": (Habits(repeats=True, lead=120), "blanks for zeros"),
    "a group parted by a page": (Habits(lead=150), "broken labels"),
    "a group parted without a rule": (Habits(is_closed=False, lead=120), "wrong totals"),
    "labels one character a line": (Habits(is_vertical=True, lead=60), "clean"),
    "filled strips for rules": (Habits(is_filled=True), "single last group"),
    "page numbers close to the table": (Habits(numbers_inside=True, lead=90), "edition 2019"),
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", HABITS)
def test_a_drawn_report_is_read(name: str, tmp_path: Path) -> None:
    habits, dirt = HABITS[name]
    paper = make_paper(frozenset([dirt]), 3)
    opened = open_report(draw_paper(paper, tmp_path / "a.pdf", habits))
    assert faults(opened, paper.truth) == []


@pytest.mark.usefixtures("qapp")
def test_tables_without_any_columns_are_read_as_lines_and_every_cell_is_told(
    tmp_path: Path,
) -> None:
    paper = make_paper(frozenset(["clean"]), 1)
    path = draw_paper(paper, tmp_path / "a.pdf", Habits(has_sides=False, has_columns=False))
    opened = open_report(path)
    assert silent(opened, paper.truth) == []
    told = {(doubt.table, doubt.key) for doubt in opened.doubts}
    assert {("requests", key) for key in paper.truth.form.table("requests").inputs} <= told
    assert [cause.table for cause in opened.causes if cause.kind is CauseKind.NO_TABLE] == [
        "review"
    ]


def test_radicals_become_simplified_characters() -> None:
    assert [plain_character(mark) for mark in "\u2f3e\u2fad\u2f8f"] == ["户", "青", "行"]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("274", "4", "2744"),
        ("29,", "750", "29,750"),
        ("2", "4", None),
        ("0", "12", None),
        ("1,234", "567", None),
    ],
)
def test_a_figure_broken_by_the_end_of_a_page(above: str, below: str, joined: str | None) -> None:
    rows = (("1.属于国家秘密", above), ("", below))
    cells = [
        SourceCell(row, column, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    source = SourceDocument("a.pdf", "PDF 文件", (SourceTable(tuple(cells), cuts=(1,)),))
    table = with_torn_rows(source, labels_of(load_form("2021"))).blocks[0]
    assert isinstance(table, SourceTable)
    expected = [above, "", below] if joined is None else [joined]
    assert [cell.text for cell in table.cells][1:] == expected


def across(*rows: Sequence[str], cut: int) -> SourceTable:
    cells = [
        SourceCell(row, column, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return SourceTable(tuple(cells), cuts=(cut,))


def test_a_header_broken_by_the_end_of_a_page_keeps_the_figures_below_it() -> None:
    table = load_form("2021").table("review")
    names = [column.label for column in table.blocks[0].columns] * len(table.rows)
    upper = [name if place != 11 else name[:-1] for place, name in enumerate(names)]
    lower = ["" if place != 11 else name[-1] for place, name in enumerate(names)]
    groups = [row.label if place % 5 == 0 else "" for row in table.rows for place in range(5)]
    figures = [str(number) for number in range(1, 16)]
    source = SourceDocument("a.pdf", "PDF 文件", (across(groups, upper, lower, figures, cut=2),))
    (found,) = with_torn_rows(source, labels_of(load_form("2021"))).blocks
    assert isinstance(found, SourceTable)
    reader = TableReader(TableLabels(table))
    assert reader.take(0, found)
    assert [reader.read.texts[key] for key in table.keys] == figures
    assert reader.read.unplaced == []


def test_words_below_a_header_are_told_and_are_no_figures() -> None:
    table = load_form("2021").table("review")
    names = [column.label for column in table.blocks[0].columns] * len(table.rows)
    groups = [row.label if place % 5 == 0 else "" for row in table.rows for place in range(5)]
    words = [""] * 11 + ["某某"] + [""] * 3
    figures = [str(number) for number in range(1, 16)]
    reader = TableReader(TableLabels(table))
    assert reader.take(0, across(groups, names, words, figures, cut=9))
    assert [reader.read.texts[key] for key in table.keys] == figures
    assert any("某某" in line for line in reader.read.unplaced)


@pytest.mark.parametrize(("upper", "lower"), [("（", "一）予以公开"), ("(一", ")予以公开")])
def test_a_row_torn_within_its_number_is_joined(upper: str, lower: str) -> None:
    source = SourceDocument(
        "a.pdf", "PDF 文件", (across((upper, "140", "843"), (lower, "44", "8"), cut=1),)
    )
    (found,) = with_torn_rows(source, labels_of(load_form("2021"))).blocks
    assert isinstance(found, SourceTable)
    assert [cell.text for cell in found.cells] == [upper + lower, "14044", "8438"]


def test_letters_without_a_size_do_not_stop_the_reading() -> None:
    lines = [Line("甲", 0.0, 0.0, float(top), float(top), 0.0) for top in (10, 20)]
    page = PageContent(tuple(lines), 800.0)
    assert "".join(block.text for block in flow([page]) if isinstance(block, Paragraph)) == "甲甲"
