"""Plain text copies of a report: tables as one cell a line, as tab-separated rows, or as pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from importers.readers.text.quoted_cells import BREAK, without_quotes
from importers.source_document import Block, Paragraph, SourceDocument, table_from_rows
from storage.errors import FileProblem, unreadable

MOST_BYTES = 5_000_000
MOST_LINES = 100_000
"""And cells."""
_SEPARATORS = "\t|｜│┃"
FEWEST_CELLS = 4
FEWEST_CELL_ENDS = 20
MOST_CELL_LINES = 100
"""Lines after which a cell that goes on is looked for no further."""
_VALUE = re.compile(r"[-—–/]*|空|无|[-－]?[\d０-９][\d０-９,，.．\s]*(?:件|万?元|万)?")
_CELL_END = re.compile(r"\s*([^|｜]*?)\s*[|｜]\s*")
_PIPE = re.compile(r"[|｜│┃]")
_PIPE_RULE = re.compile(r"[\s:：|｜│┃+\-—=─━┼├┤┌┐└┘┬┴]+")


def read_text(path: Path) -> str:
    """Return the text in a file.

    FileProblem if it cannot be opened, is no text in a known encoding, or is far too long.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，不像一份年度报告的文本。")
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    return decode(data, path.name)


def decode(data: bytes, name: str) -> str:
    """Return the text of the bytes: UTF-8, UTF-16 with a mark, or GB18030; else FileProblem."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    if b"\0" not in data or encodings == ("utf-16",):
        for encoding in encodings:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise FileProblem(
        f"「{name}」不是文本文件，或文字编码无法识别。请用记事本打开后另存为 UTF-8 编码。"
    )


def text_document(text: str, name: str) -> SourceDocument:
    """Return the neutral document of a text; FileProblem if it has far too many lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(BREAK, "")
    text = without_quotes(text)
    lines = text.split("\n")
    if len(lines) > MOST_LINES or sum(map(text.count, _SEPARATORS)) > MOST_LINES:
        raise FileProblem(
            f"「{name}」的行或单元格太多，不像一份年度报告。"
            "请把年度报告的内容复制到一个新的文件，保存后再导入。"
        )
    if sum(bool(_CELL_END.fullmatch(line)) for line in lines) >= FEWEST_CELL_ENDS:
        lines = [_CELL_END.sub(r"\1", line) for line in lines]
    return SourceDocument(name, "文本", tuple(_blocks(lines)))


def _blocks(lines: list[str]) -> Iterator[Block]:
    index = 0
    while index < len(lines):
        # No table begins with a blank line; to look for one would take its time at every line.
        is_blank = not lines[index].strip(" \u3000")
        for reader in () if is_blank else (_read_pipes, _read_tabs, _read_cells):
            rows, end = reader(lines, index)
            if sum(map(len, rows)) >= FEWEST_CELLS:
                yield table_from_rows(rows)
                index = end
                break
        else:
            # A blank line may be a blank cell of a table that melted down to lines.
            yield from map(Paragraph, lines[index].split(BREAK))
            index += 1


Read = tuple[list[list[str]], int]


def _read_pipes(lines: list[str], start: int) -> Read:
    """Return the rows of a pipe table that starts at a line, and the line behind it."""
    rows: list[list[str]] = []
    index = end = start
    while index < len(lines) and (_is_pipe_row(lines[index]) or not lines[index].strip()):
        line = lines[index].strip()
        index += 1
        if not line:
            continue
        end = index
        if not _PIPE_RULE.fullmatch(line) or line.strip("|｜│┃ ") == "" and len(line) > 1:
            rows.append(_pipe_cells(line))
    return rows, end


def _is_pipe_row(line: str) -> bool:
    return len(_PIPE.findall(line.strip().strip("|｜│┃"))) >= 1


def _pipe_cells(line: str) -> list[str]:
    cells = _PIPE.split(line)
    if not cells[0].strip() and _PIPE.match(line):
        cells = cells[1:]
    if cells and not cells[-1].strip() and _PIPE.match(line[-1]):
        cells = cells[:-1]
    return cells


def _read_tabs(lines: list[str], start: int) -> Read:
    """Return tab-separated rows from a line on; a single leading tab makes no row."""
    rows: list[list[str]] = []
    index = end = start
    while index < len(lines) and (_is_tab_row(lines[index]) or not lines[index].strip(" \u3000")):
        line = lines[index]
        index += 1
        if _is_tab_row(line):
            rows.append(line.replace(BREAK, "\n").split("\t"))
            end = index
    return rows, end


def _is_tab_row(line: str) -> bool:
    return "\t" in line.lstrip("\t ") or line.count("\t") > 1


def _read_cells(lines: list[str], start: int) -> Read:
    """Return rows whose cells stand one a line behind a tab, rows parted by a blank line.

    A cell of several paragraphs goes on in lines without a tab, blank lines between them.
    """
    rows: list[list[str]] = []
    index, end, blanks = start, start, 0
    while index < len(lines):
        line = lines[index]
        if line.startswith("\t"):
            if blanks or not rows:
                rows.append([])
            rows[-1].append(line[1:].replace(BREAK, "\n"))
        elif not line.strip():
            blanks += 1
            index += 1
            continue
        elif rows and _continues(rows[-1][-1], lines, index, blanks):
            rows[-1][-1] += "\n" + line
        else:
            break
        blanks, index = 0, index + 1
        end = index
    return rows, end


def _continues(cell: str, lines: list[str], index: int, blanks: int) -> bool:
    """Return whether a line without a tab goes on with the cell before it."""
    if blanks > 1 or _VALUE.fullmatch(cell.strip()):
        return False
    gap = 0
    for line in lines[index + 1 : index + 1 + MOST_CELL_LINES]:
        if line.startswith("\t"):
            return True
        gap = gap + 1 if not line.strip() else 0
        if gap > 1:
            return False
    return False
