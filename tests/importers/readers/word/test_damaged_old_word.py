"""Old Word files in which the converter finds what it does not know."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from importers.readers.word import doc_office
from importers.readers.word.doc_office import convert_by_office
from importers.readers.word.doc_reader import read_doc
from places import SAMPLES
from report_sources import open_report
from storage.errors import FileProblem
from storage.report_file import load_report

OLD_WORD = SAMPLES / "old_word.doc"
_END = bytes.fromhex("312400062401")
"""The last properties of most paragraphs in the sample."""
_NONSENSE = bytes.fromhex("312400c0c601")
"""The same with one that says to be longer than the list it stands in."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def fake_office(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Let a program of ours stand for LibreOffice; it is given the same options."""
    program = folder / "office.py"
    program.write_text("import shutil, sys, time\nfrom pathlib import Path\n" + code)
    monkeypatch.setattr(doc_office, "office_command", lambda: [sys.executable, str(program)])


def test_a_list_of_properties_with_a_damaged_end_is_read_and_told(tmp_path: Path) -> None:
    data = OLD_WORD.read_bytes()
    assert _END in data
    path = tmp_path / "年报.doc"
    path.write_bytes(data.replace(_END, _NONSENSE))
    opened = open_report(path)
    assert opened.report.tables == load_report(SAMPLES / "truth.nianbao").tables
    assert any("残缺" in line for line in opened.unplaced)


def test_without_an_office_program_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "年报.doc"
    path.write_bytes(OLD_WORD.read_bytes()[:20_000])
    with pytest.raises(FileProblem, match="已损坏"):
        read_doc(path)


def test_an_office_program_reads_what_the_converter_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = SAMPLES / "other_word_processor.docx"
    code = f"shutil.copy({str(made)!r}, Path(sys.argv[-1]).with_suffix('.docx'))"
    fake_office(monkeypatch, tmp_path, code)
    path = tmp_path / "年报.doc"
    path.write_bytes(OLD_WORD.read_bytes()[:20_000])
    opened = open_report(path)
    assert opened.report.tables == load_report(SAMPLES / "truth.nianbao").tables
    assert any("LibreOffice" in line for line in opened.unplaced)


@pytest.mark.parametrize("code", ["sys.exit(1)", "pass", "time.sleep(60)"])
def test_an_office_program_that_fails_or_hangs_is_ended(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office(monkeypatch, tmp_path, code)
    source = tmp_path / "年报.doc"
    source.write_bytes(_OLE)
    assert not convert_by_office(source, tmp_path / "converted.docx", 0.5)


def test_what_is_no_old_file_is_handed_to_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office(monkeypatch, tmp_path, f"Path({str(tmp_path)!r}, 'asked').touch()")
    source = tmp_path / "年报.doc"
    source.write_bytes(b"text")
    assert not convert_by_office(source, tmp_path / "converted.docx", 5)
    assert not (tmp_path / "asked").exists()
