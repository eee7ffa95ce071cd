"""What a document of another program holds besides the report that was read from it.

The verification code covers what the report prints. A paper can say more: a line above the title, a
footer, words in a label, struck or hidden text. All of it is listed for whoever checks a code.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from lxml import etree

from exporters.blocks import Heading, Paragraph, Signature, TableBlock, Title
from exporters.report_blocks import report_blocks
from importers.reading import reader_of
from importers.recognising.sign_off_sheet import without_sheet
from importers.safe_xml import parse_xml
from importers.source_document import SourceDocument, SourceTable
from model.report.report import Report
from model.signing.folding import folded
from model.texts.width import narrow
from storage.errors import FileProblem

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ON = {None, "1", "true", "on"}
_PAGE_NUMBER = re.compile(r"[-—–―－~·.第页共/,，]*(?:\d{1,4}[-—–―－~·.第页共/,，]*){0,2}")
_CODE = re.compile(r"校验码[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){1,3}")
_STRUCK_TAGS = ("s", "strike", "del")
_LONGEST = 60


class Doubtful(Protocol):
    """A cell that was read with doubt."""

    @property
    def table(self) -> str:
        """The key of its table."""

    @property
    def key(self) -> str:
        """Its value key."""

    @property
    def reason(self) -> str:
        """Why it is doubtful."""


class Read(Protocol):
    """What was read of the file."""

    @property
    def report(self) -> Report:
        """The report."""

    @property
    def unplaced(self) -> tuple[str, ...]:
        """What has no place in the form, line by line."""

    @property
    def doubts(self) -> tuple[Doubtful, ...]:
        """The cells that should be looked at."""


def find_strays(path: Path, opened: Read) -> tuple[str, ...]:
    """Return a line on each thing in a file that is not of its report, or was read with doubt.

    FileProblem where the file cannot be read any more.
    """
    reader = reader_of(path)
    document = without_sheet(reader.read(path))
    found = [f"没有录入：{line}" for line in opened.unplaced]
    found += [
        _doubt(opened.report, doubt.table, doubt.key, doubt.reason) for doubt in opened.doubts
    ]
    found += [f"报告以外的文字：{_quote(text)}" for text in _besides(document, opened.report)]
    if reader.kind == "docx":
        found += _in_word(path)
    elif reader.kind in ("html", "mhtml"):
        found += _in_page(path)
    return tuple(dict.fromkeys(found))


def _doubt(report: Report, table: str, key: str, reason: str) -> str:
    shown = report.form.table(table)
    return f"{shown.name}，{shown.cell_name(key)}：读得没有把握（{reason}）"


def _quote(text: str) -> str:
    shown = " ".join(text.split())
    return f"「{shown[:_LONGEST]}{'…' if len(shown) > _LONGEST else ''}」"


def _plain(text: str) -> str:
    """Return a text without blanks, in one width, with what looks alike made the same."""
    return narrow(folded("".join(text.split())))


# ---------------------------------------------------------------- texts of the body


def _besides(document: SourceDocument, report: Report) -> Iterator[str]:
    """Yield the texts of the body that the report, printed, does not have."""
    printed = [_plain(text) for text in _printed(report)]
    labels, whole = set(printed), "\x1e".join(printed)
    joined = "".join(printed)
    for text, is_cell in _texts(document):
        plain = _plain(text)
        if not plain or _is_furniture(plain):
            continue
        is_known = plain in labels if is_cell else plain in whole or plain in joined
        if not is_known and not (is_cell and _is_broken_label(plain, printed)):
            yield text


def _is_broken_label(plain: str, printed: Iterable[str]) -> bool:
    """Return whether a cell holds a piece of a printed text, as where a page break tears a row."""
    return len(plain) > 1 and any(
        text.startswith(plain) or text.endswith(plain) for text in printed
    )


def _printed(report: Report) -> Iterator[str]:
    for block in report_blocks(report):
        match block:
            case Title():
                yield block.organization
                yield block.title
                yield block.organization + block.title
                yield f"{block.organization}{block.year or ''}年{block.title}"
            case Heading():
                yield block.text
            case Paragraph():
                yield "".join(run.text for run in block.runs)
            case Signature():
                yield from block.lines
            case TableBlock():
                yield from _in_table(block)


def _in_table(block: TableBlock) -> Iterator[str]:
    yield block.name
    yield from (cell.text for cell in block.cells)
    # The line of differences that a worksheet has below a table.
    yield from (line.name for line in block.balances)


def _texts(document: SourceDocument) -> Iterator[tuple[str, bool]]:
    for block in document.blocks:
        if isinstance(block, SourceTable):
            yield from ((cell.text, True) for cell in block.cells)
        else:
            yield block.text, False


def _is_furniture(plain: str) -> bool:
    """Return whether a text is a page number, the code that this program prints, or both."""
    rest = _CODE.sub("", plain)
    return _PAGE_NUMBER.fullmatch(rest) is not None


# ---------------------------------------------------------------- what the body does not show


def _in_word(path: Path) -> Iterator[str]:
    """Yield headers, footers and notes that are not usual, and struck, hidden and deleted text."""
    try:
        with zipfile.ZipFile(path) as package:
            names = sorted(name for name in package.namelist() if name.startswith("word/"))
            for name in names:
                part = Path(name).name
                if part.startswith(("header", "footer")) and part.endswith(".xml"):
                    where = "页眉" if part.startswith("header") else "页脚"
                    yield from _furniture(parse_xml(package.read(name)), where)
            yield from _marked(parse_xml(package.read("word/document.xml")))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, FileProblem):
        yield "页眉、页脚和隐藏的文字没有能查看"


def _furniture(root: etree._Element, where: str) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        text = "".join(item.text or "" for item in paragraph.iter(f"{_W}t"))
        if not _is_furniture(_plain(text)):
            yield f"{where}里的文字：{_quote(text)}"


def _marked(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        runs = list(paragraph.iter(f"{_W}r"))
        struck = [run for run in runs if _has(run, ("strike", "dstrike"))]
        hidden = [run for run in runs if _has(run, ("vanish",))]
        yield from _line("划掉的文字", struck)
        yield from _line("隐藏的文字", hidden)
        yield from _line("修订里删去的文字", [paragraph], "delText")
    for box in root.iter(f"{_W}txbxContent"):
        if box.find(f".//{_W}tbl") is None:
            yield from _line("文本框里的文字", [box])


def _line(what: str, elements: Iterable[etree._Element], tag: str = "t") -> Iterator[str]:
    """Yield a line with the text in the elements, where there is any."""
    text = "".join(item.text or "" for part in elements for item in part.iter(f"{_W}{tag}"))
    if text.strip():
        yield f"{what}：{_quote(text)}"


def _has(run: etree._Element, tags: tuple[str, ...]) -> bool:
    found = (run.find(f"{_W}rPr/{_W}{tag}") for tag in tags)
    return any(mark is not None and mark.get(f"{_W}val") in _ON for mark in found)


def _in_page(path: Path) -> Iterator[str]:
    """Yield struck and hidden text of a page."""
    from lxml import html

    try:
        root = html.fromstring(path.read_bytes())
    except (OSError, ValueError, etree.ParserError):
        yield "隐藏和划掉的文字没有能查看"
        return
    for element in root.iter(etree.Element):
        text = "".join(map(str, element.itertext()))
        style = "".join((element.get("style") or "").lower().split())
        if text.strip() and (element.tag in _STRUCK_TAGS or "line-through" in style):
            yield f"划掉的文字：{_quote(text)}"
        elif text.strip() and ("display:none" in style or "visibility:hidden" in style):
            yield f"隐藏的文字：{_quote(text)}"
