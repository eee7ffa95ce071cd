from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from file_kinds import SOURCE_KINDS
from importers.file_content import FileContent, look_into
from importers.ole_names import root_names
from importers.reader_list import READERS
from importers.readers import signatures
from importers.readers.word.doc_reader import read_doc
from places import SAMPLES
from report_sources import open_report
from sample_reports import sample_report
from storage.errors import FileProblem
from storage.report_file import load_report
from web_pages import site_page, word_page

pytestmark = pytest.mark.thorough

OLD_WORD = SAMPLES / "old_word.doc"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4", "pdf"),
        (b"\r\n%PDF-1.4", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"<html>", "html"),
        (b"\xef\xbb\xbf <!-- a --><!DOCTYPE html>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html>', "html"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "word_xml"),
        (b'<?xml version="1.0"?><pkg:package>', "word_xml"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "book_xml"),
        (b'<?xml version="1.0"?><office:document office:version="1.3">', "odt"),
        (b'<office:document mimetype="application/vnd.oasis.opendocument.spreadsheet">', "ods"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; b=c\n", "mhtml"),
        (b"From: <Saved>\nSubject: a\nContent-Type: multipart/related;", "mhtml"),
        ("二、主动公开<0件".encode("gb18030"), "text"),
        (b" \r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"Rar!\x1a\x07\0", "archive"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "archive"),
        (b"\x00\x01\x02", ""),
    ],
)
def test_the_first_bytes_tell_the_kind(head: bytes, kind: str) -> None:
    assert kind_of(FileContent(Path("a"), head)) == kind


def kind_of(content: FileContent) -> str:
    """Return the one kind that a file is, among those read and those that are refused."""
    found = {reader.kind for reader in READERS if reader.recognises(content)}
    refused = ("locked", "book_xml", "empty", "picture", "slides", "archive")
    found |= {kind for kind in refused if getattr(signatures, f"is_{kind}")(content)}
    assert len(found) <= 1
    return "".join(found)


def test_packages_and_old_files_are_told_apart(tmp_path: Path) -> None:
    assert kind_of(look_into(SAMPLES / "other_word_processor.docx")) == "docx"
    assert kind_of(look_into(OLD_WORD)) == "doc"
    assert kind_of(look_into(SAMPLES / "old_workbook.xls")) == "xls"
    broken = tmp_path / "a.docx"
    broken.write_bytes(b"PK\x03\x04 nothing more")
    assert kind_of(look_into(broken)) == ""
    broken.write_bytes(OLD_WORD.read_bytes()[:700])
    assert kind_of(look_into(broken)) == ""


@pytest.mark.parametrize("name", ["年报.wps", "年报.docx", "年报.xls", "年报.pdf", "年报.html"])
def test_a_renamed_word_file_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    shutil.copy(OLD_WORD, path)
    opened = open_report(path)
    truth = load_report(SAMPLES / "truth.nianbao")
    assert opened.report.tables == truth.tables
    assert opened.report.sections == truth.sections
    assert opened.unplaced == ()


@pytest.mark.parametrize("name", ["年报.doc", "年报.wps", "年报.xls", "年报.txt", "年报.docx"])
def test_a_page_under_another_name_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    for page in (site_page, word_page):
        path.write_bytes(page(sample_report()).encode("gb18030"))
        assert open_report(path).report.tables == sample_report().tables


def test_a_docx_under_an_old_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "年报.doc"
    shutil.copy(SAMPLES / "other_word_processor.docx", path)
    assert open_report(path).report.tables == load_report(SAMPLES / "truth.nianbao").tables


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{\\rtf1", "没有找到"),
        (b'<?mso-application progid="Excel.Sheet"?><Workbook>', "Excel 的 XML"),
        (b"", "空文件"),
        (b"<?xml?><w:wordDocument>", "XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "已损坏"),
        (b"PK\x03\x04" + bytes(50), "另存为"),
        (b"\x00\x01\x02" * 99, "另存为"),
    ],
)
def test_what_cannot_be_read_is_told(content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.doc"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=words):
        open_report(path)


def test_an_unknown_extension_is_told_with_those_known(tmp_path: Path) -> None:
    path = tmp_path / "年报.abc"
    path.write_text("一些文字", encoding="utf-8")
    with pytest.raises(FileProblem, match=r"\.wps"):
        open_report(path)


def test_a_locked_word_file_is_told(tmp_path: Path) -> None:
    data = bytearray(OLD_WORD.read_bytes())
    start = next(at for at in range(512, len(data), 512) if data[at : at + 2] == b"\xec\xa5")
    data[start + 11] |= 1
    path = tmp_path / "年报.doc"
    path.write_bytes(data)
    with pytest.raises(FileProblem, match="密码"):
        open_report(path)


def test_a_locked_package_is_told(tmp_path: Path) -> None:
    data = OLD_WORD.read_bytes()
    old, new = (
        name.encode("utf-16-le").ljust(64, b"\0") for name in ("WordDocument", "EncryptedPackage")
    )
    assert old in data
    at = data.index(old)
    length = len("EncryptedPackage" * 2) + 2
    path = tmp_path / "年报.docx"
    path.write_bytes(data[:at] + new + bytes((length, 0)) + data[at + 66 :])
    with pytest.raises(FileProblem, match="密码"):
        open_report(path)


@pytest.mark.parametrize("end", [8, 80, 512, 600, 20_000])
def test_cut_files_end_in_one_sentence(end: int, tmp_path: Path) -> None:
    path = tmp_path / "年报.doc"
    path.write_bytes(OLD_WORD.read_bytes()[:end])
    with pytest.raises(FileProblem, match="另存为"):
        read_doc(path)


def test_circles_in_the_directory_end(tmp_path: Path) -> None:
    data = bytearray(OLD_WORD.read_bytes())
    name = "WordDocument".encode("utf-16-le")
    at = data.index(name)
    data[at + 68 : at + 76] = b"\x00\x00\x00\x00\x01\x00\x00\x00"
    assert isinstance(root_names(bytes(data)), frozenset)


def test_conversion_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.readers.word.doc_reader.MOST_SECONDS", -1.0)
    with pytest.raises(FileProblem, match="太复杂"):
        read_doc(OLD_WORD)


def test_the_dialogs_list_the_new_kinds() -> None:
    extensions = {extension for _, kinds in SOURCE_KINDS for extension in kinds}
    assert {".doc", ".wps", ".html", ".htm", ".mht"} <= extensions
