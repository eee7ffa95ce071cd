"""A new kind of file takes one new module, and one line in the list of readers."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from importers import reading
from importers.reader_list import READERS, Reader
from importers.reading import reader_of
from places import ROOT
from report_sources import open_report
from sample_reports import sample_report
from storage.errors import FileProblem
from text_layouts import LAYOUTS, report_text

# The whole of the new file: what tells a file of this kind, and what reads it.
_MODULE = """
from importers.file_content import FileContent
from importers.readers.text.txt_reader import text_document
from importers.source_document import SourceDocument

MARK = b"MADE-UP 1\\n"

def is_made_up(content: FileContent) -> bool:
    return content.head.startswith(MARK)

def read_made_up(path) -> SourceDocument:
    return text_document(path.read_bytes()[len(MARK):].decode(), path.name)
"""
_LINE = Reader("made-up", "虚构格式", (".made",), "made_up.is_made_up", "made_up.read_made_up")


@pytest.fixture
def with_made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the new module beside the readers, and its line before those of plain text."""
    path = tmp_path / "made_up.py"
    path.write_text(_MODULE)
    name = "importers.readers.made_up"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(reading, "READERS", (*READERS[:-1], _LINE, READERS[-1]))


def made_up_file(path: Path) -> Path:
    path.write_bytes(b"MADE-UP 1\n" + report_text(sample_report(), LAYOUTS[0]).encode())
    return path


@pytest.mark.usefixtures("with_made_up")
@pytest.mark.parametrize("name", ["年报.made", "年报.txt", "年报.docx"])
def test_a_new_reader_is_found_by_content_under_any_name(name: str, tmp_path: Path) -> None:
    opened = open_report(made_up_file(tmp_path / name))
    assert opened.report.tables == sample_report().tables


@pytest.mark.usefixtures("with_made_up")
def test_a_new_reader_s_extension_is_named_to_the_clerk(tmp_path: Path) -> None:
    path = tmp_path / "年报.abc"
    path.write_bytes(b"\x00\x01\x02")
    with pytest.raises(FileProblem, match=r"\.made"):
        open_report(path)


def test_without_its_line_the_same_file_is_plain_text(tmp_path: Path) -> None:
    assert reader_of(made_up_file(tmp_path / "年报.txt")).kind == "text"


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.kind)
def test_every_line_names_functions_that_there_are(reader: Reader, tmp_path: Path) -> None:
    for extension in reader.extensions:
        path = tmp_path / f"没有{extension}"
        with pytest.raises(FileProblem, match="找不到文件"):
            reader.read(path)


def test_telling_the_kinds_apart_loads_no_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一些文字", encoding="utf-8")
    code = (
        f"import sys; sys.path[:0] = {[str(ROOT), str(ROOT / 'io')]}; "
        "from pathlib import Path; from importers.reading import reader_of; "
        "reader_of(Path(sys.argv[1])); "
        "loaded = {'lxml', 'openpyxl', 'xlrd', 'pdfplumber', 'doc2docx', 'opencc'}; "
        "assert not loaded & set(sys.modules)"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path[:0] = {[str(ROOT), str(ROOT / 'io')]}; {code}",
            str(path),
        ],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
