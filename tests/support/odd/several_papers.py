"""Sources that hold more than one report, table or year, and what must be read or asked."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from neutral_papers import plain_paper
from papers import Paper, PaperCell, PaperTable

Lines = list[str | PaperTable]


@dataclass(frozen=True)
class Several:
    """Blocks of a source, and the papers that may be meant: one is, or each by its answer.

    `sheets` are the blocks that sheets of a workbook begin with, by their names.
    """

    blocks: tuple[str | PaperTable, ...]
    meant: tuple[Paper, ...]
    sheets: Mapping[str, int]

    @property
    def is_asked(self) -> bool:
        """Return whether nothing in the source tells which is meant."""
        return len(self.meant) > 1


def _two_years(seed: int) -> tuple[Paper, Paper]:
    """Return this year's paper and that of the year before, of one unit."""
    this, last = plain_paper(seed), plain_paper(seed + 10_000)
    return this, on_year(last, this.truth.organization, (this.truth.year or 0) - 1)


def on_year(paper: Paper, unit: str, year: int) -> Paper:
    """Return the paper as that of another unit and year."""
    old_unit, old = paper.truth.organization, paper.truth.year

    shift = year - (old or 0)

    def moved(text: str) -> str:
        later = re.sub(r"\d{4}(?=年)", lambda found: str(int(found[0]) + shift), text)
        return later.replace(old_unit, unit)

    blocks = tuple(moved(b) if isinstance(b, str) else b for b in paper.blocks)
    sections = {key: moved(text) for key, text in paper.truth.sections.items()}
    truth = replace(
        paper.truth, organization=unit, year=year, title=moved(paper.truth.title), sections=sections
    )
    return replace(paper, blocks=blocks, truth=truth)


def _tables(paper: Paper) -> list[PaperTable]:
    return [block for block in paper.blocks if isinstance(block, PaperTable)]


def _several(blocks: Lines, *meant: Paper, sheets: Mapping[str, int] | None = None) -> Several:
    return Several(tuple(blocks), meant, sheets or {})


def two_reports(seed: int, dice: random.Random) -> Several:
    """One report stands behind the other."""
    this, last = _two_years(seed)
    pair = (this, last) if dice.random() < 0.5 else (last, this)
    return _several([*pair[0].blocks, *pair[1].blocks], *pair)


def two_units(seed: int, dice: random.Random) -> Several:
    """The reports of two units on one year."""
    this, other = plain_paper(seed), plain_paper(seed + 10_000)
    other = on_year(other, "红旗满族乡人民政府", this.truth.year or 0)
    return _several([*this.blocks, *other.blocks], this, other)


def second_without_title(seed: int, dice: random.Random) -> Several:
    """The second report begins with 一."""
    this, last = _two_years(seed)
    first = last.parts[0]
    sections = {**last.truth.sections, "preamble": ""}
    truth = replace(last.truth, sections=sections)
    return _several([*this.blocks, *last.blocks[first:]], this, replace(last, truth=truth))


def same_twice(seed: int, dice: random.Random) -> Several:
    """The same report stands twice, as pages for two widths of screen have it."""
    this = plain_paper(seed)
    return _several([*this.blocks, *this.blocks], this)


def _with_second(seed: int, dice: random.Random, names: tuple[str, str] | None) -> Several:
    """Put last year's tables beside this year's, under the names of both or under none."""
    this, last = _two_years(seed)
    year = this.truth.year or 0
    chosen = sorted(dice.sample(range(3), dice.randrange(1, 4)))
    blocks: Lines = []
    is_first = dice.random() < 0.5
    number = 0
    for block in this.blocks:
        if not isinstance(block, PaperTable) or number not in chosen:
            blocks.append(block)
            number += isinstance(block, PaperTable)
            continue
        own: Lines = [block]
        other: Lines = [_tables(last)[number]]
        if names:
            own.insert(0, names[0].format(year=year))
            other.insert(0, names[1].format(year=year - 1))
        blocks += [*other, *own] if is_first else [*own, *other]
        number += 1
    if names:
        return _several(blocks, this)
    keys = [table.key for table in this.truth.form.tables]
    tables = dict(this.truth.tables)
    tables.update({keys[place]: last.truth.tables[keys[place]] for place in chosen})
    swapped = replace(this, truth=replace(this.truth, tables=tables))
    return _several(blocks, *((swapped, this) if is_first else (this, swapped)))


def named_tables(seed: int, dice: random.Random) -> Several:
    """A caption names the year of each table."""
    names = (
        ("{year}年", "{year}年"),
        ("{year}年度数据表", "{year}年度数据表"),
        ("本年度", "上年度"),
        ("（{year}年）", "（{year}年）"),
    )
    return _with_second(seed, dice, dice.choice(names))


def unnamed_tables(seed: int, dice: random.Random) -> Several:
    """Nothing says which table is whose."""
    return _with_second(seed, dice, None)


def named_sheets(seed: int, dice: random.Random) -> Several:
    """The texts stand on one sheet, the tables of two years on one each."""
    this, last = _two_years(seed)
    year = this.truth.year or 0
    texts: Lines = [block for block in this.blocks if isinstance(block, str)]
    pair = [(f"{year}年", this), (f"{year - 1}年", last)]
    dice.shuffle(pair)
    sheets = {"正文": 0}
    for name, paper in pair:
        sheets[name] = len(texts)
        for table in _tables(paper):
            texts += [table, ""]
    return _several(texts, this, sheets=sheets)


def sheets_of_two_reports(seed: int, dice: random.Random) -> Several:
    """Each sheet holds a whole report."""
    this, last = _two_years(seed)
    sheets = {"今年": 0, "去年": len(this.blocks)}
    return _several([*this.blocks, *last.blocks], this, last, sheets=sheets)


def _merged(own: PaperTable, other: PaperTable, dice: random.Random) -> list[tuple[PaperCell, str]]:
    """Return the cells of a table with the figure of the other year beside each."""
    others = {cell.key: cell.text for cell in other.cells if cell.key}
    return [(cell, others.get(cell.key, "")) for cell in own.cells]


def paired_columns(seed: int, dice: random.Random) -> Several:
    """In table 三 each column is two: this year and the last."""
    this, last = _two_years(seed)
    year = this.truth.year or 0
    words = dice.choice((("本年", "上年"), (f"{year}年", f"{year - 1}年"), ("本年数", "上年数")))
    own, other = _tables(this)[1], _tables(last)[1]
    labels = 3
    header = own.header_rows
    is_swapped = dice.random() < 0.5
    cells: list[PaperCell] = []
    for cell, figure in _merged(own, other, dice):
        row = cell.row + (cell.row >= header)
        height = cell.row_span + (cell.row < header <= cell.row + cell.row_span - 1)
        if cell.column < labels:
            span = cell.row_span + (cell.row < header and cell.row + cell.row_span == header)
            cells.append(replace(cell, row=row, row_span=span))
            continue
        column = labels + (cell.column - labels) * 2
        if not cell.key:
            cells.append(
                replace(
                    cell, row=row, column=column, column_span=cell.column_span * 2, row_span=height
                )
            )
            continue
        pair = (figure, cell.text) if is_swapped else (cell.text, figure)
        for place, text in enumerate(pair):
            cells.append(replace(cell, row=row, column=column + place, text=text, key=""))
    for place in range(7):
        pair = words[::-1] if is_swapped else words
        for n, word in enumerate(pair):
            cells.append(PaperCell(header, labels + place * 2 + n, 1, 1, word))
    widths = (*own.widths[:labels], *[w for w in own.widths[labels:] for _ in range(2)])
    table = PaperTable(tuple(sorted(cells, key=lambda c: (c.row, c.column))), widths, header + 1)
    return _several([table if block is own else block for block in this.blocks], this)


def paired_rows(seed: int, dice: random.Random) -> Several:
    """Table 四 has a row for each year, named in front or not at all."""
    this, last = _two_years(seed)
    year = this.truth.year or 0
    own, other = _tables(this)[2], _tables(last)[2]
    is_named = dice.random() < 0.6
    is_first = dice.random() < 0.5
    shift = 1 if is_named else 0
    header = [replace(c, column=c.column + shift) for c in own.cells if not c.key]
    rows = [(f"{year}年", own), (f"{year - 1}年", other)]
    rows = rows[::-1] if is_first else rows
    cells = list(header)
    if is_named:
        cells.append(PaperCell(0, 0, own.header_rows, 1, "年份"))
    for place, (name, table) in enumerate(rows):
        if is_named:
            cells.append(PaperCell(own.header_rows + place, 0, 1, 1, name))
        cells += [
            replace(c, row=own.header_rows + place, column=c.column + shift, key="")
            for c in table.cells
            if c.key
        ]
    widths = ((20.0,) if is_named else ()) + own.widths
    both = PaperTable(
        tuple(sorted(cells, key=lambda c: (c.row, c.column))), widths, own.header_rows
    )
    blocks = [both if block is own else block for block in this.blocks]
    if is_named:
        return _several(blocks, this)
    tables = {**this.truth.tables, "review": last.truth.tables["review"]}
    swapped = replace(this, truth=replace(this.truth, tables=tables))
    return _several(blocks, *((swapped, this) if is_first else (this, swapped)))


Maker = Callable[[int, random.Random], Several]
MAKERS: Mapping[str, tuple[Maker, Sequence[str]]] = {
    "two reports": (two_reports, ("docx", "html", "xlsx", "txt")),
    "two units": (two_units, ("docx", "html", "xlsx", "txt")),
    "second without title": (second_without_title, ("docx", "html", "xlsx", "txt")),
    "same twice": (same_twice, ("docx", "html", "xlsx", "txt")),
    "named tables": (named_tables, ("docx", "html", "xlsx", "txt")),
    "unnamed tables": (unnamed_tables, ("docx", "html", "xlsx", "txt")),
    "named sheets": (named_sheets, ("xlsx",)),
    "sheets of two reports": (sheets_of_two_reports, ("xlsx",)),
    "paired columns": (paired_columns, ("docx", "html", "xlsx")),
    "paired rows": (paired_rows, ("docx", "html", "xlsx", "txt")),
}
