"""Old Word files and those of WPS (.doc, .wps): turned into .docx in passing, then read as such."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from importers.readers.word.doc_office import convert_by_office
from importers.readers.word.doc_process import (
    ConversionError,
    Failure,
    convert_apart,
)
from importers.readers.word.docx_reader import read_docx
from importers.source_document import SourceDocument
from storage.errors import FileProblem, unreadable

MOST_BYTES = 60_000_000
MOST_SECONDS = 60.0
"""After which the conversion is ended; a usual file takes one."""
_RESAVE = "请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
# What the converter says of things that can hold words or figures; the rest is about looks.
_DOUBTS = {
    "表格": ("MALFORMED_TABLE", "TABLE_CELL", "TABLE_GRID", "TABLE_DEPTH"),
    "自动编号": ("LIST_NUMBER_FORMAT", "NUMBERING_TABLE", "BROKEN_LISTNUM"),
    "文本框": ("MAIN_TEXTBOX", "FLOATING_SHAPE_TYPES"),
    "嵌入的对象": ("OLE_OBJECT",),
    "特殊字符": ("UNSUPPORTED_CONTROL",),
    "有残缺的段落和表格格式": ("CUT_PROPERTIES",),
}
_REASONS = {
    Failure.LOCKED: "设有打开密码，请先用 Word 或 WPS 打开并去掉密码，再导入。",
    Failure.BROKEN: f"不是旧版 Word 文档，或文件已损坏。{_RESAVE}",
    Failure.TOO_LONG: f"太复杂，读了一分钟还没有读完。{_RESAVE}",
    Failure.MEMORY: f"太复杂，转换时内存不够，没有读完。{_RESAVE}",
    Failure.NOT_STARTED: f"是旧版 Word 格式，要先转换才能读，但这台电脑上转换没有能启动。{_RESAVE}",
    Failure.STOPPED: f"是旧版 Word 格式，转换到一半意外停止，没有读取。{_RESAVE}",
}


def read_doc(path: Path) -> SourceDocument:
    """Return the old Word file as a neutral document.

    FileProblem if it cannot be opened or converted, for whatever reason, within MOST_SECONDS.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，里面可能有很多图片。{_RESAVE}")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            target = Path(folder) / "converted.docx"
            doubts = _convert(path, target)
            document = read_docx(target, path.name)
    except OSError as error:
        raise unreadable(path, error) from error
    return replace(document, notes=(*document.notes, *doubts))


def _convert(path: Path, target: Path) -> list[str]:
    """Write the file as .docx and return Chinese lines on what is not sure about that.

    What our converter cannot read an office program may, where one is installed.
    """
    try:
        codes = convert_apart(path, target, MOST_SECONDS)
    except ConversionError as error:
        is_readable = error.reason in (Failure.BROKEN, Failure.STOPPED)
        if is_readable and convert_by_office(path, target, MOST_SECONDS):
            return ["旧版 Word 文件是用这台电脑上的 LibreOffice 转换后读取的，请对照原文核对"]
        raise FileProblem(f"「{path.name}」{_REASONS[error.reason]}") from error
    return [f"旧版 Word 文件里的{what}可能没有完全认出，请对照原文核对" for what in _doubts(codes)]


def _doubts(codes: Iterable[str]) -> Iterator[str]:
    found = tuple(codes)
    for what, beginnings in _DOUBTS.items():
        if any(code.startswith(beginnings) for code in found):
            yield what
