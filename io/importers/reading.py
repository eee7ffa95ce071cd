"""The list of readers, and the one way from a foreign file to a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from importers.edition_finder import form_of
from importers.recogniser import Recognised, recognise
from importers.source_document import SourceDocument
from importers.txt_reader import read_txt
from storage.errors import FileProblem


@dataclass(frozen=True)
class Reader:
    """A kind of file: its Chinese name, its extensions, and the function that reads it."""

    name: str
    extensions: tuple[str, ...]
    read: Callable[[Path], SourceDocument]


def _read_docx(path: Path) -> SourceDocument:
    # python-docx is loaded only when a Word file is read.
    from importers.docx_reader import read_docx

    return read_docx(path)


READERS: tuple[Reader, ...] = (
    Reader("Word 文档", (".docx", ".docm"), _read_docx),
    Reader("文本文件", (".txt",), read_txt),
)


def import_report(path: Path) -> Recognised:
    """Return the report in a foreign file; FileProblem if it cannot be read or holds none."""
    extension = path.suffix.lower()
    for reader in READERS:
        if extension in reader.extensions:
            document = reader.read(path)
            return recognise(document, form_of(document))
    kinds = "、".join(extension for reader in READERS for extension in reader.extensions)
    raise FileProblem(
        f"不认识「{path.name}」这种文件，目前能读 .nianbao、{kinds}。"
        "请用 Word 或 WPS 另存为 .docx 再打开。"
    )
