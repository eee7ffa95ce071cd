from __future__ import annotations

from pathlib import Path

import pytest
from opencc import OpenCC  # type: ignore[import-untyped]

from importers.simplified import MOST_CHARACTERS, NOTE, in_simplified
from importers.source_document import Mark, Marked, Paragraph, SourceDocument
from paper_files import write_page, write_word
from paper_judge import faults
from papers import make_paper
from report_sources import open_report


@pytest.mark.parametrize("seed", range(2))
def test_a_page_in_traditional_characters_is_read_and_told(seed: int, tmp_path: Path) -> None:
    paper = make_paper(frozenset(["clean"]), seed + 500)
    page = write_page(paper, tmp_path / "a.html")
    page.write_text(OpenCC("s2t").convert(page.read_text("utf-8")), "utf-8")
    opened = open_report(page)
    assert faults(opened, paper.truth) == []
    assert opened.unplaced == (NOTE,)


def test_a_report_in_simplified_characters_gets_no_word_of_it(tmp_path: Path) -> None:
    paper = make_paper(frozenset(["clean"]), 502)
    opened = open_report(write_word(paper, tmp_path / "a.docx"))
    assert NOTE not in opened.unplaced


def test_names_with_old_characters_stay_and_marks_are_changed() -> None:
    name = Paragraph("公開資訊" * 9)
    assert in_simplified(SourceDocument("a", "b", (name,))).blocks == (name,)
    gone = (Marked(Mark.STRUCK, "總"),)
    text = Paragraph("總體請數結轉續辦關處" * 3, marked=gone)
    found = in_simplified(SourceDocument("a", "b", (text,)))
    assert found.blocks == (
        Paragraph("总体请数结转续办关处" * 3, marked=(Marked(Mark.STRUCK, "总"),)),
    )
    large = SourceDocument("a", "b", (Paragraph(text.text * (MOST_CHARACTERS // 10)),))
    assert in_simplified(large) is large
