"""RTF files, also those named .doc, as neutral documents."""

from __future__ import annotations

from pathlib import Path

from importers.readers.rtf.rtf_tokens import RtfTooLargeError, tokens
from importers.readers.rtf.rtf_walker import RtfWalker
from importers.source_document import Paragraph, SourceDocument
from storage.errors import FileProblem, unreadable

MOST_BYTES = 60_000_000
_START = b"{\\rtf"
_RESAVE = "请用 Word 或 WPS 打开，另存为 .docx 后再导入。"


def read_rtf(path: Path) -> SourceDocument:
    """Return the file as a neutral document.

    FileProblem if it cannot be opened, is no RTF file, is cut off, or holds far too much.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，里面可能有很多图片。{_RESAVE}")
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    if not data.lstrip().startswith(_START):
        raise FileProblem(f"「{path.name}」不是 RTF 文档，或文件已损坏。{_RESAVE}")
    walker = RtfWalker()
    try:
        walker.walk(tokens(data))
    except RtfTooLargeError as error:
        raise FileProblem(f"「{path.name}」太复杂，不像一份年度报告。{_RESAVE}") from error
    notes = [] if data.rstrip(b"\0 \r\n").endswith(b"}") else [_CUT_OFF]
    if lost := sum(b.text.count("\ufffd") for b in walker.blocks if isinstance(b, Paragraph)):
        notes.append(f"有{lost}个字符无法识别，显示为“\ufffd”，请对照原文改正")
    return SourceDocument(path.name, "RTF 文档", tuple(walker.blocks), tuple(notes))


_CUT_OFF = "文件到末尾还没有结束，后面可能缺了一部分，请对照原文核对"
