"""Pages as portals publish them: words of the site around, headings in tables, tables in parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from importers.recognising.texts.title_finder import title_outside
from paper_judge import faults
from papers import Paper, PaperTable, make_paper
from portal_pages import LONG, article, portal, total_first
from report_sources import open_report

pytestmark = pytest.mark.thorough

PAGES: dict[str, Callable[[Paper], str]] = {
    "portal": article,
    "headings in the tables": lambda paper: article(paper, inside=True),
    "the long table in two": lambda paper: article(paper, parts=2),
    "the long table in three": lambda paper: article(paper, parts=3),
    "totals first": lambda paper: article(total_first(paper)),
}
DIRT = ("clean", "blanks for zeros", "edition 2019", "broken labels", "single last group")


@pytest.mark.parametrize("dirt", DIRT)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_portal_is_read(name: str, dirt: str, tmp_path: Path) -> None:
    paper = make_paper(frozenset([dirt]), 5)
    path = tmp_path / "a.html"
    path.write_text(portal(PAGES[name](paper)), "utf-8")
    assert faults(open_report(path), paper.truth) == []


def plain_text(paper: Paper) -> str:
    """Write rows a line, cells parted by tabs, merged cells blank where they go on."""
    lines: list[str] = []
    for block in paper.blocks:
        lines += [block] if isinstance(block, str) else tabbed(block)
    return "\n".join(lines)


def tabbed(table: PaperTable) -> list[str]:
    rows = [[""] * len(table.widths) for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text.replace("\n", " ")
    return ["\t".join(row) for row in rows]


@pytest.mark.parametrize("dirt", DIRT)
def test_a_text_copy_with_the_totals_first_is_read(dirt: str, tmp_path: Path) -> None:
    paper = make_paper(frozenset([dirt]), 6)
    path = tmp_path / "a.txt"
    path.write_text(plain_text(total_first(paper)), "utf-8")
    assert faults(open_report(path), paper.truth) == []


@pytest.mark.parametrize("letter", ["O", "o", "〇", "l", "Ｏ"])
def test_a_letter_for_a_figure_is_kept_and_told(letter: str, tmp_path: Path) -> None:
    paper = make_paper(frozenset(["clean"]), 7)
    key = "carried_over.natural_person"
    table = next(b for b in paper.blocks if isinstance(b, PaperTable) and b.row_count > LONG)
    cell = next(cell for cell in table.cells if cell.key == key)
    marked = PaperTable(
        tuple(
            c if c is not cell else type(c)(c.row, c.column, 1, 1, letter, key) for c in table.cells
        ),
        table.widths,
        table.header_rows,
    )
    blocks = tuple(marked if block is table else block for block in paper.blocks)
    path = tmp_path / "a.html"
    path.write_text(portal(article(Paper(blocks, paper.truth, paper.parts))), "utf-8")
    opened = open_report(path)
    assert opened.report.value("requests", key) == letter
    assert key in {doubt.key for doubt in opened.doubts}


def test_a_title_that_only_the_head_of_the_page_has_is_found(tmp_path: Path) -> None:
    paper = make_paper(frozenset(["clean"]), 8)
    unit, title = paper.truth.organization, paper.truth.title
    body = replace(paper, blocks=paper.blocks[2:])
    html = article(body).replace(unit, "").replace(title, "")
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><head><title>{unit}{title}_某某政府网</title></head><body>{html}</body></html>",
        "utf-8",
    )
    report = open_report(path).report
    assert (report.organization, report.year, report.title) == (unit, paper.truth.year, title)
    assert report.tables == paper.truth.tables


@pytest.mark.parametrize("text", ["", "某某政府网", "政务公开-法定主动公开内容", "_|—"])
def test_other_words_in_the_head_are_no_title(text: str) -> None:
    assert title_outside(text) is None
