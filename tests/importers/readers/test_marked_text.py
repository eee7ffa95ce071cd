"""Text with quotes of a spreadsheet, with marks of Markdown, or with tables of a page in it."""

from __future__ import annotations

import pytest

from importers.marked_notes import with_marked_notes
from importers.readers.markdown.markdown_reader import marked_document
from importers.source_document import SourceDocument, SourceTable


def tables(document: SourceDocument) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, SourceTable)
    ]


def test_quotes_and_breaks_of_a_spreadsheet_stay_in_their_cell() -> None:
    text = '"三、\n办理""结果"""\t"一\n二"\t1\n丙\t丁\t2\n'
    assert tables(marked_document(text, "a.txt")) == [
        [['三、\n办理"结果"', "一\n二", "1"], ["丙", "丁", "2"]]
    ]


@pytest.mark.parametrize("text", ['说"是\n不"是', '"甲"\t1\t2\t3\n"乙"\t1\t2\t3'])
def test_other_quotes_are_words(text: str) -> None:
    document = marked_document(text, "a.txt")
    words = [p.text for p in document.paragraphs]
    words += [cell for table in tables(document) for row in table for cell in row]
    assert sum(word.count('"') for word in words) == text.count('"')


def test_headings_and_marks_of_markdown_are_no_text() -> None:
    text = "## 一、总体情况 ##\n收到**~~1~~2**件\\*\n\n| a | b |\n|---|---|\n| 甲 | ~~1~~2 |\n"
    document = with_marked_notes(marked_document(text, "a.md"))
    assert [p.text for p in document.paragraphs if p.text] == ["一、总体情况", "收到2件*"]
    assert tables(document) == [[[" a ", " b "], [" 甲 ", " 2 "]]]
    assert sum("划掉的「1」没有录入" in note for note in document.notes) == 2


def test_tables_of_a_page_in_a_text_are_read_in_their_place() -> None:
    cells = "<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr>"
    text = f"# 一、总体情况\n\n前\n\n<TABLE border=1>{cells}</TABLE>\n\n后"
    document = marked_document(text, "a.md")
    assert tables(document) == [[["甲", "1"], ["乙", "2"]]]
    shown = ["表" if isinstance(b, SourceTable) else b.text for b in document.blocks]
    assert [word for word in shown if word] == ["一、总体情况", "前", "表", "后"]
