"""Numbers in attributes of foreign files may say anything: the file is read or told of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from exporters.writing import export_report
from hostile_attributes import PAGE, hostile_packages, hostile_pages, numbered_docx
from importers.attribute_numbers import hex_character, whole_number
from importers.readers.html.html_reader import read_html
from importers.readers.word.docx_reader import read_docx
from importers.reading import reader_of
from importers.source_document import SourceTable
from raw_docx import cell, paragraph, row, table, write_docx
from sample_reports import sample_report
from storage.errors import FileProblem

pytestmark = pytest.mark.thorough

EVERY = 151
"""Of the changes to whole reports; `scripts/fuzz_import.py attributes` makes all of them."""


def failures(changes: Iterable[tuple[str, bytes]], path: Path) -> list[str]:
    """Return the changes that are neither read nor refused in words that name the file."""
    failed = []
    for what, data in changes:
        path.write_bytes(data)
        try:
            reader_of(path).read(path)
        except FileProblem as problem:
            failed += [] if path.name in str(problem) else [f"{what}: {problem}"]
        except Exception as error:
            failed.append(f"{what}: {error!r}")
    return failed


def test_no_number_in_a_word_file_ends_as_a_fault(tmp_path: Path) -> None:
    changes = hostile_packages(numbered_docx(tmp_path / "sound.docx"))
    assert failures(changes, tmp_path / "a.docx") == []


def test_no_number_in_a_page_ends_as_a_fault(tmp_path: Path) -> None:
    assert failures(hostile_pages(PAGE), tmp_path / "a.html") == []


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_no_number_in_a_whole_report_ends_as_a_fault(name: str, tmp_path: Path) -> None:
    export_report(sample_report(), tmp_path / name)
    changes = hostile_packages(tmp_path / name, EVERY)
    assert failures(changes, tmp_path / f"changed {name}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", 3),
        (" 3 ", 3),
        ("+3", 3),
        ("0012", 12),
        ("0", 1),
        ("500", 200),
        ("9" * 5000, 200),
        ("", 7),
        (None, 7),
        ("-1", 7),
        ("²", 7),
        ("３", 7),
        ("1.5", 7),
        ("x", 7),
    ],
)
def test_a_whole_number_is_held_between_its_bounds(text: str | None, expected: int) -> None:
    assert whole_number(text, 7, least=1, most=200) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4E00", "一"),
        ("1F600", "\U0001f600"),
        ("FFFFFFFF", ""),
        ("110000", ""),
        ("D800", ""),
        ("FFFE", ""),
        ("0", ""),
        ("-5", ""),
        ("0x4E00", ""),
        ("4_E", ""),
        (None, ""),
    ],
)
def test_a_code_point_that_text_cannot_hold_is_no_character(
    text: str | None, expected: str
) -> None:
    assert hex_character(text) == expected


@pytest.mark.parametrize("level", ["x", "²", "-1"])
def test_a_level_that_is_none_takes_no_number_and_keeps_the_words(
    level: str, tmp_path: Path
) -> None:
    path = numbered_docx(tmp_path / "a.docx")
    changed = dict(hostile_packages(path))
    path.write_bytes(changed[f"word/document.xml ('w:ilvl', 'w:val') from {level!r}"])
    first = next(iter(read_docx(path).paragraphs))
    assert first.text == "条"


def test_a_level_of_no_list_is_the_deepest_and_its_definition_is_left_aside(tmp_path: Path) -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='0'>"
        "<w:lvl w:ilvl='0'><w:lvlText w:val='%1、'/></w:lvl>"
        "<w:lvl w:ilvl='12'><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='5'><w:abstractNumId w:val='0'/>"
        "<w:lvlOverride w:ilvl='12'><w:startOverride w:val='3'/></w:lvlOverride></w:num>"
    )
    numbers = "<w:pPr><w:numPr><w:ilvl w:val='{}'/><w:numId w:val='5'/></w:numPr></w:pPr>"
    body = paragraph("甲", numbers.format(0)) + paragraph("乙", numbers.format(12))
    path = write_docx(tmp_path / "a.docx", body, numbering=numbering)
    assert [found.text for found in read_docx(path).paragraphs] == ["1、甲", "乙"]


def test_a_cell_over_no_column_stands_over_one(tmp_path: Path) -> None:
    body = table(row(cell("甲", "<w:gridSpan w:val='0'/>"), cell("1")))
    (block,) = read_docx(write_docx(tmp_path / "a.docx", body)).blocks
    assert isinstance(block, SourceTable)
    assert [(found.column, found.column_span) for found in block.cells] == [(0, 1), (1, 1)]


def test_a_list_of_a_page_counts_on_where_its_number_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<ol start='²'><li>甲<li value='9e9'>乙<li value='7'>丙</ol>", "utf-8")
    assert [found.text for found in read_html(path).paragraphs] == ["1.甲", "2.乙", "7.丙"]


def test_a_workbook_with_a_style_that_it_lacks_is_read_or_refused(tmp_path: Path) -> None:
    export_report(sample_report(), tmp_path / "a.xlsx")
    changes = list(hostile_packages(tmp_path / "a.xlsx", 4, "sheet1.xml ('c', 's')"))
    assert changes
    assert failures(changes, tmp_path / "b.xlsx") == []
