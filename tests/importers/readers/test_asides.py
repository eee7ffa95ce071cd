"""Digits beside a figure that nobody reads as part of it: dropped, and said where they stood."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aside_papers import aside_cells, with_asides
from paper_files import (
    PAGE_LOOKS,
    SHEET_LOOKS,
    WORD_LOOKS,
    write_one_sheet,
    write_page,
    write_word,
)
from paper_judge import faults
from papers import Paper, make_paper
from report_sources import Opened, open_report

Write = Callable[[Paper, Path], Path]
CASES: list[tuple[str, Write, str]] = [
    *(("docx", write_word, mark) for mark in WORD_LOOKS),
    *(("html", write_page, mark) for mark in PAGE_LOOKS),
    *(("xlsx", write_one_sheet, mark) for mark in SHEET_LOOKS),
]
WORDS = {
    "struck": "划掉的",
    "raised": "上标",
    "small": "字号特别小的",
    "deleted": "修订中删除的",
}


def untold(opened: Opened, paper: Paper, mark: str) -> list[str]:
    """Return the asides that no note names by what they look like and their words."""
    word = WORDS.get(mark, "看不见的")
    told = "\n".join(opened.unplaced)
    lost = [
        cell.key for cell in aside_cells(paper) if f"{word}「{cell.aside}」没有录入" not in told
    ]
    return [*lost, *(["rows"] if told.count("」行：") < 6 else [])]


@pytest.mark.parametrize(("kind", "write", "mark"), CASES, ids=[f"{c[0]} {c[2]}" for c in CASES])
def test_an_aside_is_dropped_and_told(kind: str, write: Write, mark: str, tmp_path: Path) -> None:
    for seed in range(2):
        paper = with_asides(make_paper(frozenset(["clean"]), seed + 300), mark, seed)
        assert len(aside_cells(paper)) > 10
        opened = open_report(write(paper, tmp_path / f"{seed}.{kind}"))
        assert faults(opened, paper.truth) == []
        assert untold(opened, paper, mark) == []


@pytest.mark.parametrize(
    ("kind", "write"), [("docx", write_word), ("html", write_page), ("xlsx", write_one_sheet)]
)
def test_without_asides_there_is_no_word_of_them(kind: str, write: Write, tmp_path: Path) -> None:
    paper = make_paper(frozenset(["clean"]), 310)
    opened = open_report(write(paper, tmp_path / f"a.{kind}"))
    assert opened.unplaced == ()
    assert opened.doubts == ()
