"""PDF files as other programs print them: open sides, groups parted, vertical labels."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from drawn_pdf import FONT, Habits, draw_paper
from importers.pdf_lines import plain_character
from paper_judge import faults
from papers import make_paper
from report_sources import open_report
from storage.errors import FileProblem

HABITS = {
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


@pytest.fixture
def needs_font(qapp: QApplication) -> None:
    if FONT not in QFontDatabase.families():
        pytest.skip(f"{FONT} is not installed")


@pytest.mark.usefixtures("needs_font")
@pytest.mark.parametrize("name", HABITS)
def test_a_drawn_report_is_read(name: str, tmp_path: Path) -> None:
    habits, dirt = HABITS[name]
    paper = make_paper(frozenset([dirt]), 3)
    opened = open_report(draw_paper(paper, tmp_path / "a.pdf", habits))
    assert faults(opened, paper.truth) == []


@pytest.mark.usefixtures("needs_font")
def test_tables_without_any_columns_are_refused(tmp_path: Path) -> None:
    paper = make_paper(frozenset(["clean"]), 1)
    path = draw_paper(paper, tmp_path / "a.pdf", Habits(has_sides=False, has_columns=False))
    with pytest.raises(FileProblem, match="没有找到政府信息公开工作年度报告"):
        open_report(path)


def test_radicals_become_simplified_characters() -> None:
    assert [plain_character(mark) for mark in "\u2f3e\u2fad\u2f8f"] == ["户", "青", "行"]
