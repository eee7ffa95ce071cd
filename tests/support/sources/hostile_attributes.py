"""Sound files with the numbers in their attributes replaced by what no reader expects."""

from __future__ import annotations

import io as streams
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from raw_docx import cell, paragraph, row, table, write_docx

HOSTILE = (
    "",
    "x",
    "-1",
    "0",
    "12",
    "²",
    "１２",
    "٣",
    "1.5",
    "1e9",
    "NaN",
    " 3 ",
    "0x10",
    "FFFFFFFF",
    "D800",
    "99999999999",
    "9" * 5000,
)
FORMATS = (
    "chineseCounting",
    "lowerLetter",
    "upperRoman",
    "chineseLegalSimplified",
    "decimalFullWidth",
    "decimalEnclosedCircle",
)
PAGE = """<html><body><p>前</p>
<ol start="3" type="a"><li value="2">甲</li><li>乙</li></ol>
<ol start="1" type="I"><li>丙</li></ol>
<table><tr><td colspan="2" rowspan="3">甲</td><td>1</td></tr><tr><td>2</td></tr></table>
<table><tr><td rowspan="0">1</td><td colspan="1">2</td></tr></table></body></html>"""
_TAG = re.compile(r"<([\w:]+)(\s[^<>]*?)?(/?)>", re.DOTALL)
_NUMBER = re.compile(r"""([\w:]+)=("[-0-9A-F.]+"|'[-0-9A-F.]+'|[0-9]+)""")

Kind = tuple[str, str]
"""A tag and one of its attributes."""


def attribute_kinds(text: str) -> list[Kind]:
    """Return the attributes that hold numbers somewhere in a text of XML or HTML."""
    return sorted(
        {
            (tag[1], number[1])
            for tag in _TAG.finditer(text)
            for number in _NUMBER.finditer(tag[2] or "")
        }
    )


def with_values(text: str, kind: Kind, first: int) -> str:
    """Return the text with the numbers of one kind replaced by hostile values in turn."""
    count = first

    def change(number: re.Match[str]) -> str:
        nonlocal count
        if number[1] != kind[1]:
            return number[0]
        count += 1
        return f'{number[1]}="{HOSTILE[(count - 1) % len(HOSTILE)]}"'

    def change_tag(tag: re.Match[str]) -> str:
        if tag[1] != kind[0] or not tag[2]:
            return tag[0]
        return f"<{tag[1]}{_NUMBER.sub(change, tag[2])}{tag[3]}>"

    return _TAG.sub(change_tag, text)


def numbered_docx(path: Path) -> Path:
    """Write a Word file with lists, overrides, styles, notes, symbols and merged cells."""
    levels = "".join(
        f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{name}'/>"
        f"<w:lvlText w:val='%{level + 1}、'/><w:lvlRestart w:val='1'/></w:lvl>"
        for level, name in enumerate(FORMATS)
    )
    override = (
        "<w:lvlOverride w:ilvl='3'><w:startOverride w:val='0'/><w:lvl w:ilvl='3'>"
        "<w:start w:val='2'/><w:numFmt w:val='chineseLegalSimplified'/>"
        "<w:lvlText w:val='%1.%4'/></w:lvl></w:lvlOverride>"
    )
    numbering = (
        f"<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>"
        "<w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num>"
        f"<w:num w:numId='6'><w:abstractNumId w:val='0'/>{override}</w:num>"
    )
    lines = "".join(
        paragraph(
            "条",
            f"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/>"
            "</w:numPr></w:pPr>",
        )
        for number in (5, 6)
        for level in (0, 1, 2, 3, 4, 5, 3, 0, 5)
    )
    symbols = (
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='宋体' w:char='4E00'/>"
        "<w:footnoteReference w:id='1'/></w:r></w:p>"
    )
    cells = table(
        row(cell("甲", "<w:gridSpan w:val='2'/><w:vMerge w:val='0'/>"), cell("1")),
        row(
            cell("", "<w:vMerge/><w:hMerge w:val='1'/>"),
            cell("2"),
            properties="<w:trPr><w:gridBefore w:val='1'/></w:trPr>",
        ),
    )
    by_style = paragraph("条", "<w:pPr><w:pStyle w:val='A'/></w:pPr>")
    return write_docx(
        path,
        lines + symbols + by_style + cells,
        numbering=numbering,
        styles="<w:style w:styleId='A'><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='5'/>"
        "</w:numPr></w:pPr></w:style>",
        footnotes=f"<w:footnote w:id='1'>{paragraph('注')}</w:footnote>",
    )


def hostile_pages(html: str) -> Iterator[tuple[str, bytes]]:
    """Yield what was changed, and a page with it, for each kind of attribute and each value."""
    for kind in attribute_kinds(html):
        for first in range(len(HOSTILE)):
            yield f"{kind} from {HOSTILE[first][:20]!r}", with_values(html, kind, first).encode()


def hostile_packages(path: Path, every: int = 1, only: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield what was changed, and a package with it, for each kind of attribute and each value.

    `every` leaves out all but one in so many, `only` all that do not name it.
    """
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    texts = {name: parts[name].decode() for name in parts if name.endswith((".xml", ".rels"))}
    changes = [
        (name, kind, first)
        for name, text in texts.items()
        for kind in attribute_kinds(text)
        for first in range(len(HOSTILE))
        if only in f"{name} {kind}"
    ]
    for name, kind, first in changes[::every]:
        changed = {**parts, name: with_values(texts[name], kind, first).encode()}
        yield f"{name} {kind} from {HOSTILE[first][:20]!r}", _packed(changed)


def _packed(parts: dict[str, bytes]) -> bytes:
    target = streams.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()
