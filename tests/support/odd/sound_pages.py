"""Pages made to be damaged: a sound report as lines and cells, and how it leaves as a file.

Nothing here is shared with the generators of the reader's own corpus but the plain records.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from importers.source_document import (
    Block,
    Mark,
    Marked,
    Paragraph,
    SourceCell,
    SourceDocument,
    SourceTable,
)
from model.form.form import Form
from model.form.table import Table
from model.report.report import Report
from model.report.values import Value, format_value
from paper_files import write_one_sheet, write_page, write_word
from papers import Paper, PaperCell, PaperTable
from storage.form_store import load_form

ZEROS = ("0", "0", "", "", "—")
"""How an office prints a nought; the dash is no figure, which is told even of sound papers."""
UNIT = "望江县清溪镇人民政府"
TEXTS = (
    "围绕第{n}项重点任务，在公开栏和网站同步更新进展。",
    "编发便民问答{n}则，覆盖社保、医保和宅基地审批。",
    "第{n}次专题会研究了公开目录的调整。",
    "走访群众{n}户，收集对公开工作的意见。",
    "电子屏滚动播放惠农政策{n}期。",
    "清理过期栏目{n}个，统一了栏目名称。",
)
LOOKS = {"struck": Mark.STRUCK, "raised": Mark.RAISED, "hidden": Mark.HIDDEN}


@dataclass(frozen=True)
class Page:
    """A printed report: lines and tables by part; `sound` are the figures before any damage."""

    lines: tuple[tuple[str, str], ...]
    """(section key, text) of each line in order, headings under `heading:KEY`, `table:KEY`."""
    tables: dict[str, tuple[PaperCell, ...]]
    sound: Report
    struck: tuple[str, ...] = ()
    """Runs of the text that are struck through, so no part of it."""

    @property
    def form(self) -> Form:
        """Return the form that the page fills."""
        return self.sound.form


def sound_page(seed: int) -> Page:
    """Return a page on which every sum fits, by its seed."""
    dice = random.Random(f"page {seed}")
    form, zero = load_form("2021"), dice.choice(ZEROS)
    values = {table.key: _figures(table, dice) for table in form.tables}
    texts = {s.key: _text(dice, s.key) for s in form.sections if s.title and not s.table}
    year = dice.randrange(2021, 2026)
    texts["signature"] = f"{UNIT}\n{year + 1}年1月{dice.randrange(5, 28)}日"
    if not zero:
        blank: dict[str, dict[str, Value]] = {
            name: {key: value or None for key, value in row.items()} for name, row in values.items()
        }
        values = blank
    sound = Report(form, UNIT, year, form.title.format(year=year), texts, values)
    tables = {table.key: tuple(_cells(sound, table, zero)) for table in form.tables}
    return Page(tuple(_lines(sound)), tables, sound)


def _figures(table: Table, dice: random.Random) -> dict[str, Value]:
    """Return figures that balance column by column."""
    many = dice.choice((0.1, 0.3, 0.8))

    def figure() -> int:
        return dice.randrange(1, dice.choice((9, 60, 900))) if dice.random() < many else 0

    values: dict[str, Value] = {key: figure() for key in table.inputs}
    for key in table.inputs:
        if table.column(key).kind == "amount":
            values[key] = Decimal(figure()) / 4
    for rule in table.balances:
        for column in dict.fromkeys(key.split(".")[1] for key in table.inputs):
            leaves = [leaf for row in rule.right for leaf in table.leaf_parts(f"{row}.{column}")]
            right = sum(int(str(values[leaf])) for leaf in leaves)
            carried = dice.randrange(right + 1) if dice.random() < many else 0
            values[f"{rule.left[0]}.{column}"] = right - carried
            values[f"{rule.left[1]}.{column}"] = carried
    return values


def _text(dice: random.Random, section: str) -> str:
    count = 1 if section == "other_matters" else dice.randrange(2, 5)
    numbers = dice.sample(range(100, 999), count)
    kinds = dice.sample(TEXTS, count)
    return "\n".join(kind.format(n=n) for kind, n in zip(kinds, numbers, strict=True))


def _cells(sound: Report, table: Table, zero: str) -> Iterator[PaperCell]:
    for cell in table.grid:
        text = cell.text
        if cell.key:
            value = sound.value(table.key, cell.key)
            text = format_value(value) if value else zero
        yield PaperCell(cell.row, cell.column, cell.row_span, cell.column_span, text, cell.key)


def _lines(sound: Report) -> Iterator[tuple[str, str]]:
    yield "title", sound.organization
    yield "title", sound.title
    for section in sound.form.sections:
        if section.title:
            yield f"heading:{section.key}", section.title
        for line in sound.sections.get(section.key, "").split("\n"):
            if line:
                yield section.key, line
        if section.table:
            yield f"table:{section.table}", ""


# ---------------------------------------------------------------- how it leaves


def neutral(page: Page) -> SourceDocument:
    """Return the page as a faultless reader of a file would give it."""
    return SourceDocument("来源.docx", "Word 文档", tuple(_blocks(page)))


def _blocks(page: Page) -> Iterator[Block]:
    for part, text in page.lines:
        if part.startswith("table:"):
            yield SourceTable(tuple(map(_source_cell, page.tables[part[6:]])))
            continue
        seen, marked = text, []
        for run in page.struck:
            if run in seen:
                seen = seen.replace(run, "")
                marked.append(Marked(Mark.STRUCK, run))
        yield Paragraph(seen, marked=tuple(marked))


def _source_cell(cell: PaperCell) -> SourceCell:
    marked = (Marked(LOOKS[cell.aside_mark], cell.aside),) if cell.aside else ()
    return SourceCell(cell.row, cell.column, cell.text, cell.row_span, cell.column_span, marked)


def as_paper(page: Page) -> Paper:
    """Return the page for the writers of files; struck runs of text are left out there."""
    blocks: list[str | PaperTable] = []
    for part, text in page.lines:
        if part.startswith("table:"):
            table = page.form.table(part[6:])
            cells = sorted(page.tables[part[6:]], key=lambda c: (c.row, c.column))
            width = max(cell.column + cell.column_span for cell in cells)
            widths = (*table.widths, *[12.0] * max(0, width - len(table.widths)))
            blocks.append(PaperTable(tuple(cells), widths, 0))
        else:
            for run in page.struck:
                text = text.replace(run, "")
            blocks.append(text)
    return Paper(tuple(blocks), page.sound, ())


def _write_tabs(paper: Paper, path: Path) -> Path:
    lines: list[str] = []
    for block in paper.blocks:
        lines += [block] if isinstance(block, str) else list(_tabbed(block))
    path.write_text("\n".join(lines), "utf-8")
    return path


def _tabbed(table: PaperTable) -> Iterator[str]:
    """Yield rows of cells parted by tabs; a merged cell leaves blanks where it goes on."""
    for number in range(table.row_count):
        places: dict[int, str] = {}
        for cell in table.cells:
            if cell.row <= number < cell.row + cell.row_span:
                places.update(dict.fromkeys(range(cell.column, cell.column + cell.column_span), ""))
                if cell.row == number:
                    places[cell.column] = cell.text
        yield "\t".join(places[column] for column in sorted(places))


FILES: dict[str, Callable[[Paper, Path], Path]] = {
    "docx": write_word,
    "html": write_page,
    "xlsx": write_one_sheet,
    "txt": _write_tabs,
}


def as_shown(page: Page, way: str) -> Page:
    """Return the page as a kind of file can show it.

    In text a merged cell is one with its words and blank ones; in a sheet no cell is missing.
    """
    change = {"txt": _unmerged, "xlsx": _filled}.get(way)
    if change is None:
        return page
    return replace(page, tables={key: change(cells) for key, cells in page.tables.items()})


def _unmerged(cells: tuple[PaperCell, ...]) -> tuple[PaperCell, ...]:
    """Return the cells with each place of a merged figure a cell, its text in the first."""
    found = []
    for cell in cells:
        if not cell.key or cell.row_span * cell.column_span == 1:
            found.append(cell)
            continue
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                text = cell.text if (row, column) == (cell.row, cell.column) else ""
                found.append(PaperCell(row, column, 1, 1, text, cell.key))
    return tuple(found)


def _filled(cells: tuple[PaperCell, ...]) -> tuple[PaperCell, ...]:
    """Return the cells with a blank one wherever none is, left of where the widest row ends."""
    width = max(c.column + c.column_span for c in cells if not c.key)
    first = min(c.column for c in cells if c.key)
    new: list[PaperCell] = []
    words = {c.row for c in cells if not c.key and c.column + c.column_span > first}
    for row in set(range(max(c.row + 1 for c in cells))) - words:
        over = [c for c in cells if c.row <= row < c.row + c.row_span]
        new += [
            PaperCell(row, at, 1, 1, "", "nothing")
            for at in range(first, width)
            if not any(c.column <= at < c.column + c.column_span for c in over)
        ]
    # Digits of a cell of a sheet are hidden by their colour.
    marks = {"hidden": "white"}
    shown = (replace(c, aside_mark=marks.get(c.aside_mark, c.aside_mark)) for c in cells)
    return (*shown, *new)
