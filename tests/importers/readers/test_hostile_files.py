"""Files made to do harm end in one sentence that names the file, soon and without leftovers."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import hostile_files as package
import hostile_kinds as kinds
import hostile_streams as stream
from importers.reader_list import READERS
from importers.readers.word.docx_reader import read_docx
from importers.readers.workbook.xls_reader import read_xls
from importers.readers.workbook.xlsx_reader import read_xlsx
from importers.readers.zip_parts import PackageError, PackageTooLargeError, ZipParts
from importers.source_document import SourceTable
from places import ROOT
from raw_docx import paragraph, write_docx
from report_sources import open_report
from storage.errors import FileProblem

pytestmark = pytest.mark.thorough

SAMPLES = ROOT / "tests" / "samples"
SHEET = "xl/worksheets/sheet1.xml"
EXTENSIONS = [extension for reader in READERS for extension in reader.extensions]
MOST_MEMORY = 1_000_000_000
"""Of addresses, of which a process with its libraries takes much more than of memory."""

Build = Callable[[Path], object]

BROKEN, TOO_MUCH, LOCKED = "文件已损坏", "不像一份年度报告", "密码"


def problem_of(path: Path) -> str:
    """Return the sentence that a file is refused with, which must name it and end as one."""
    with pytest.raises(FileProblem) as caught:
        open_report(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith("。")
    assert "\n" not in sentence
    assert not any(word in sentence for word in ("Error", "Exception", "Traceback", str(path)))
    return sentence


WORD: dict[str, tuple[Build, str]] = {
    "parts": (package.docx_of_many_parts, "展开后太大"),
    "nested elements": (
        lambda path: package.docx_with_main(path, "<w:sdt>" * 10_000 + "</w:sdt>" * 10_000),
        BROKEN,
    ),
    "laughs": (package.docx_with_entities, BROKEN),
    "laughs in an attribute": (
        lambda path: package.docx_with_entities(path, in_attribute=True),
        BROKEN,
    ),
    "laughs in UTF-16": (lambda path: package.docx_with_entities(path, "utf-16"), BROKEN),
    "no main part": (
        lambda path: package.with_part(write_docx(path, ""), package.MAIN, None),
        BROKEN,
    ),
    "60 tables deep": (lambda path: package.docx_of_nested_tables(path, 60), "一层套一层"),
    "1000 tables deep": (lambda path: package.docx_of_nested_tables(path, 1000), BROKEN),
    "a million cells": (
        lambda path: package.docx_of_empty_elements(path, "tc", 1_000_000, 100),
        "展开后太大",
    ),
    "many cells": (
        lambda path: package.docx_of_empty_elements(path, "tc", 60_000, 60_000),
        TOO_MUCH,
    ),
    "attributes": (lambda path: package.docx_of_attributes(path, 1_500_000), "展开后太大"),
    "sparse": (lambda path: stream.sparse_file(path, b"PK\x03\x04"), TOO_MUCH),
    "locked": (lambda path: stream.ole_file(path, ["EncryptedPackage", "x"]), LOCKED),
}
SHEETS: dict[str, tuple[Build, str]] = {
    "cells": (lambda path: package.xlsx_of_cells(path, 10_000, 100), "单元格太多"),
    "far cell": (lambda path: package.xlsx_with_far_cells(path, 1000), "单元格太多"),
    "merge": (
        lambda path: package.xlsx_with_merges(path, 'ref="A1:XFD1048576"'),
        "单元格太多",
    ),
    "merge otherwise": (
        lambda path: package.xlsx_with_merges(path, "ref='$a$1:$xfd$1048576'"),
        "单元格太多",
    ),
    "merges": (
        lambda path: package.xlsx_with_merges(path, 'ref="A1:A2"', 20_000),
        "单元格太多",
    ),
    "nonsense merge": (lambda path: package.xlsx_with_merges(path, 'ref="A"'), BROKEN),
    "rows": (
        lambda path: package.write_xlsx(
            path, "<sheetData>" + "<row ht='1'/>" * 200_000 + "</sheetData>"
        ),
        "单元格太多",
    ),
    "entities": (
        lambda path: package.with_part(
            package.write_xlsx(path, ""), SHEET, b'<!DOCTYPE d [<!ENTITY a "b">]><worksheet/>'
        ),
        BROKEN,
    ),
    "sparse": (lambda path: stream.sparse_file(path, b"PK\x03\x04"), TOO_MUCH),
    "locked": (lambda path: stream.ole_file(path, ["EncryptedPackage", "x"]), LOCKED),
}
OTHERS: dict[str, tuple[str, Build, str]] = {
    "locked pdf": ("a.pdf", stream.locked_pdf, LOCKED),
    "pages in a circle": ("a.pdf", stream.pdf_of_looped_pages, "几乎没有文字"),
    "lines": ("a.pdf", lambda path: stream.pdf_of_lines(path, 300_000), "太多"),
    "letters": ("a.pdf", lambda path: stream.pdf_of_letters(path, 100_000), "太多"),
    "drawings": ("a.pdf", stream.pdf_of_drawings, "太多"),
    "zeros": ("a.pdf", lambda path: stream.sparse_file(path, b"%PDF-1.4\n", 50_000_000), BROKEN),
    "sparse pdf": ("a.pdf", lambda path: stream.sparse_file(path, b"%PDF-1.4\n"), TOO_MUCH),
    "doc in a circle": ("a.doc", lambda path: stream.ole_loop(path, ["WordDocument"]), BROKEN),
    "xls in a circle": ("a.xls", lambda path: stream.ole_loop(path, ["Workbook"]), BROKEN),
    "tags": ("a.html", lambda path: stream.page_of_nested_tags(path, 100_000), "过于复杂"),
    "wide cells": ("a.html", lambda path: stream.page_of_wide_cells(path, 1300), "内容太多"),
    "attributes of a tag": (
        "a.html",
        lambda path: stream.text_file(
            path, "<html><body><p " + " ".join(map("a{}=1".format, range(30_000))), 400_000
        ),
        "过于复杂",
    ),
    "more tags": ("a.html", lambda path: stream.text_file(path, "<br>", 1_000_000), "过于复杂"),
    "one line": ("a.txt", lambda path: stream.text_file(path, "报", 50_000_000), TOO_MUCH),
    "lines of text": ("a.txt", lambda path: stream.text_file(path, "a\n", 4_000_000), TOO_MUCH),
    "cells of text": ("a.txt", lambda path: stream.text_file(path, "|1" * 9, 4_000_000), TOO_MUCH),
}
KINDS: dict[str, tuple[str, Build, str]] = {
    "odt bomb": ("a.odt", kinds.odt_bomb, "展开后太大"),
    "odt entities": ("a.odt", kinds.odt_with_entities, BROKEN),
    "odt in itself": ("a.odt", lambda path: kinds.odt_of_nested(path, 60), "一层套一层"),
    "odt deep": ("a.odt", lambda path: kinds.odt_of_nested(path, 1000), BROKEN),
    "locked odt": ("a.odt", kinds.locked_odt, LOCKED),
    "ods repeats": ("a.ods", lambda path: kinds.ods_of_repeats(path, 16384, 1048576), "太多"),
    "ods spans": ("a.ods", kinds.ods_of_spans, "太多"),
    "flat odt entities": (
        "a.fodt",
        lambda path: kinds.text_at(path, kinds.odf_xml("", "", "document", "<!DOCTYPE d>")),
        BROKEN,
    ),
    "rtf groups": ("a.rtf", lambda path: kinds.rtf_of_groups(path, 100_000), TOO_MUCH),
    "rtf words": ("a.rtf", lambda path: kinds.rtf_of_words(path, 4_000_000), TOO_MUCH),
    "rtf rows": ("a.rtf", lambda path: kinds.rtf_of_cells(path, 40_000), "没有找到"),
    "sparse rtf": ("a.rtf", lambda path: stream.sparse_file(path, b"{\\rtf1"), "太大"),
    "word xml entities": (
        "a.xml",
        lambda path: kinds.text_at(path, "<!DOCTYPE d []>" + kinds.word_xml("")[21:]),
        BROKEN,
    ),
    "word xml cells": (
        "a.xml",
        lambda path: kinds.text_at(path, kinds.word_xml("<w:p/>" * 700_000)),
        "太大",
    ),
    "flat package": ("a.xml", lambda path: kinds.text_at(path, "<pkg:package><a>"), BROKEN),
    "csv cells": ("a.csv", lambda path: stream.text_file(path, ",", 4_000_000), "太多"),
    "csv field": ("a.csv", lambda path: stream.text_file(path, '"a', 2_000_000), "引号"),
}
CASES = [
    *(pytest.param(*case, id=name) for name, case in KINDS.items()),
    *(pytest.param("a.docx", *case, id=f"docx {name}") for name, case in WORD.items()),
    *(pytest.param("a.xlsx", *case, id=f"xlsx {name}") for name, case in SHEETS.items()),
    *(pytest.param(*case, id=name) for name, case in OTHERS.items()),
]


@pytest.mark.parametrize(("name", "build", "words"), CASES)
def test_a_harmful_file_is_refused(name: str, build: Build, words: str, tmp_path: Path) -> None:
    build(tmp_path / name)
    sentence = problem_of(tmp_path / name)
    assert any(word in sentence for word in words.split("|"))


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_an_empty_file_and_a_folder_are_told(extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"年报{extension}"
    path.touch()
    assert "空文件" in problem_of(path)
    path.unlink()
    path.mkdir()
    assert "文件夹" in problem_of(path)


@pytest.mark.parametrize(
    "sample", ["other_word_processor.docx", "old_word.doc", "old_workbook.xls", "book.xlsx"]
)
@pytest.mark.parametrize("part", [0.002, 0.1, 0.5, 0.98])
def test_a_torn_file_is_told(sample: str, part: float, tmp_path: Path) -> None:
    whole = SAMPLES / sample
    if sample == "book.xlsx":
        whole = package.xlsx_of_cells(tmp_path / "whole.xlsx", 9, 9)
    data = whole.read_bytes()
    path = tmp_path / whole.name
    path.write_bytes(data[: int(len(data) * part)])
    assert problem_of(path)


@pytest.mark.parametrize("extension", [".docx", ".xlsx", ".doc", ".xls", ".pdf", ".ofd", ".png"])
def test_a_picture_under_any_name_is_told(extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"年报{extension}"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    assert "是图片" in problem_of(path)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (("ppt/presentation.xml", "[Content_Types].xml"), "演示文稿"),
        (("上年/年报.docx",), "压缩包"),
    ],
)
def test_a_package_of_another_kind_is_told(
    parts: tuple[str, ...], reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "年报.zip"
    with zipfile.ZipFile(path, "w") as package:
        for name in parts:
            package.writestr(name, "")
    assert reason in problem_of(path)


@pytest.mark.parametrize(("extension", "words"), [(".docx", "Word 文档"), (".xlsx", "工作簿")])
def test_an_old_file_of_another_program_is_told(extension: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / f"年报{extension}"
    stream.ole_file(path, ["Contents"])
    sentence = problem_of(path)
    assert "里面却没有" in sentence
    assert words in sentence
    stream.ole_file(path, ["PowerPoint Document"])
    assert "演示文稿" in problem_of(path)


def test_no_other_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    path = tmp_path / "a.docx"
    package.docx_with_file_entity(path, secret)
    assert "机密" not in problem_of(path)


def test_spans_that_nobody_draws_are_cut_down(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    package.docx_of_wide_cells(path, rows=3, columns=4)
    (block,) = read_docx(path).blocks
    assert isinstance(block, SourceTable)
    assert max(cell.end for cell in block.cells) == 800


def test_one_cell_far_away_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    package.xlsx_with_far_cells(path, 4)
    assert [paragraph.text for paragraph in read_xlsx(path).paragraphs] == ["1"] * 5


def test_parts_are_measured_by_what_they_unpack_to(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", paragraph("一" * 1000))
    with zipfile.ZipFile(path) as whole:
        size = whole.getinfo(package.MAIN).file_size
    with ZipParts(path) as parts:
        assert parts.measure(package.MAIN, size) == size
        with pytest.raises(PackageTooLargeError):
            parts.read(package.MAIN, size - 1)
    package.with_told_size(path, package.MAIN, 100)
    with ZipParts(path) as parts, pytest.raises(PackageError):
        parts.read(package.MAIN, size)


def test_a_workbook_of_many_sheets_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.readers.workbook.xls_reader.MOST_SHEETS", 0)
    with pytest.raises(FileProblem, match="单元格太多"):
        read_xls(SAMPLES / "old_workbook.xls")


BOMBS: dict[str, tuple[str, Build, str]] = {
    "docx": ("a.docx", package.docx_bomb, "展开后太大"),
    "docx of a small size": (
        "a.docx",
        lambda path: package.with_told_size(package.docx_bomb(path), package.MAIN, 500),
        "展开后太大",
    ),
    "xlsx of a small size": (
        "a.xlsx",
        lambda path: package.with_told_size(
            package.write_xlsx(path, " " * 300_000_000), SHEET, 500
        ),
        "不像一份年度报告",
    ),
    "pdf": ("a.pdf", lambda path: stream.pdf_bomb(path, 300_000_000), "太多"),
}
_READ = """
import resource, sys
from pathlib import Path
from report_sources import open_report
from storage.errors import FileProblem
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
try:
    open_report(Path(sys.argv[1]))
except FileProblem as problem:
    sys.stdout.buffer.write(str(problem).encode())
"""


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="memory cannot be limited in this way there")
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_within_little_memory(bomb: str, tmp_path: Path) -> None:
    name, build, words = BOMBS[bomb]
    build(tmp_path / name)
    folder = tmp_path / "temporary"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(tmp_path / name), str(MOST_MEMORY)],
        capture_output=True,
        check=True,
        timeout=60,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "io"))),
            "TMPDIR": str(folder),
        },
    )
    assert name in done.stdout.decode()
    assert words in done.stdout.decode()
    assert not list(folder.iterdir())


def test_an_old_file_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = tmp_path / "年报.doc"
    path.write_bytes((SAMPLES / "old_word.doc").read_bytes()[:9000])
    problem_of(path)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
