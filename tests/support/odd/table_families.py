"""Families of papers whose tables are odd in one way, with what a person would read beside each."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from model.form.table import Table
from model.report.report import Report
from model.report.values import Value
from papers import Paper, PaperCell, PaperTable, make_paper

PROACTIVE, REQUESTS, REVIEW = range(3)
"""The tables of a paper in their order."""
TORN = {"商业企业": ("商业", "企业"), "科研机构": ("科研", "机构")}
STRANGE = ("其他主动公开文件", "党委文件（与政府联合制发的）", "政务服务事项")
BRACKETS = (
    ("行政规范性文件", "行政规范性文件（由本机关制定并公开发布的）"),
    ("行政处罚", "行政处罚（含简易程序）"),
    ("（一）予以公开", "（一）予以公开（含主动公开后告知获取方式的）"),
)


@dataclass(frozen=True)
class Family:
    """A kind of oddity: how a paper gets it, and whether a person would have no doubt at all."""

    name: str
    change: Callable[[Paper, random.Random], Paper]
    is_sound: bool = False


def make(family: Family, seed: int, *, with_blanks: bool = True) -> Paper:
    """Return the paper of a family that follows from a seed; zeros are perhaps blank."""
    dice = random.Random(f"{family.name} {seed}")
    dirts = frozenset(dice.choice(((), ("half-width brackets",), ("blanks for zeros",))))
    dirts -= frozenset() if with_blanks else {"blanks for zeros"}
    return family.change(make_paper(dirts, 7_000_000 + seed), dice)


# ---------------------------------------------------------------- tools


def tables_of(paper: Paper) -> list[PaperTable]:
    """Return the three tables."""
    return [block for block in paper.blocks if isinstance(block, PaperTable)]


def form_table(paper: Paper, place: int) -> Table:
    """Return the form's table at a place."""
    return paper.truth.form.tables[place]


def with_cells(paper: Paper, place: int, cells: list[PaperCell]) -> Paper:
    """Return the paper with other cells in one table."""
    old = tables_of(paper)[place]
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    new = replace(old, cells=ordered)
    return replace(paper, blocks=tuple(new if b is old else b for b in paper.blocks))


def with_truth(paper: Paper, place: int, values: Mapping[str, Value]) -> Paper:
    """Return the paper with other figures as what a person reads in one table."""
    truth = paper.truth
    tables = {table.key: dict(truth.tables[table.key]) for table in truth.form.tables}
    tables[form_table(paper, place).key].update(values)
    told = Report(truth.form, truth.organization, truth.year, truth.title, truth.sections, tables)
    return replace(paper, truth=told)


def row_inserted(
    cells: list[PaperCell], at: int, texts: list[tuple[int, int, str]]
) -> list[PaperCell]:
    """Return the cells with a row of (column, span, text) before row `at`."""
    moved = [
        replace(cell, row=cell.row + 1)
        if cell.row >= at
        else replace(cell, row_span=cell.row_span + (cell.row + cell.row_span > at))
        for cell in cells
    ]
    return moved + [PaperCell(at, column, 1, span, text) for column, span, text in texts]


def row_of(table: PaperTable, key: str) -> int:
    """Return the grid row of a value key's row."""
    return next(cell.row for cell in table.cells if cell.key.startswith(f"{key}."))


def pick_row(paper: Paper, dice: random.Random, place: int = REQUESTS) -> str:
    """Return a row that a person types."""
    rows = [row for row in form_table(paper, place).rows if not row.sum_group]
    return dice.choice(rows).key


def shown(paper: Paper, place: int, key: str) -> str:
    """Return what is printed for a key."""
    return next(cell.text for cell in tables_of(paper)[place].cells if cell.key == key)


# ---------------------------------------------------------------- headers


def torn_header(paper: Paper, dice: random.Random) -> Paper:
    """Tear header words in two rows; the lower halves stand wherever the row begins."""
    cells = list(tables_of(paper)[REQUESTS].cells)
    torn = [cell for cell in cells if not cell.key and cell.text in TORN]
    lower = [TORN[cell.text][1] for cell in torn]
    kept = [replace(c, text=TORN[c.text][0]) if c in torn else c for c in cells]
    at = torn[0].row + 1
    if dice.random() < 0.5:
        new = [(n, 1, text) for n, text in enumerate(lower)]
    else:
        halves = {cell.column: text for cell, text in zip(torn, lower, strict=True)}
        new = [(column, 1, halves.get(column, "")) for column in range(10)]
    return with_cells(paper, REQUESTS, row_inserted(kept, at, new))


def swapped_columns(paper: Paper, dice: random.Random) -> Paper:
    """Print two applicants' columns in each other's place, words and figures."""
    table = tables_of(paper)[REQUESTS]
    one, two = dice.sample(range(4, 9), 2)
    places = {one: two, two: one}
    lowest = min(cell.row for cell in table.cells if cell.key)
    cells = [
        replace(c, column=places.get(c.column, c.column))
        if c.key or (c.row == lowest - 1 and c.column_span == 1)
        else c
        for c in table.cells
    ]
    return with_cells(paper, REQUESTS, cells)


def total_first(paper: Paper, dice: random.Random) -> Paper:
    """Print the column of totals before the others."""
    del dice
    places = {9: 3, **{column: column + 1 for column in range(3, 9)}}
    cells = [
        replace(c, column=places[c.column]) if c.column >= 3 and c.column_span < 7 else c
        for c in tables_of(paper)[REQUESTS].cells
    ]
    return with_cells(paper, REQUESTS, cells)


def swapped_words(paper: Paper, dice: random.Random) -> Paper:
    """Exchange two words of the header; a person reads the figures as they then stand."""
    table = form_table(paper, REQUESTS)
    columns = [column for column in table.blocks[0].columns if column.group == "legal_person"]
    one, two = dice.sample(columns, 2)
    words = {one.label: two.label, two.label: one.label}
    cells = [
        replace(c, text=words.get(c.text, c.text)) if c.row < 3 else c
        for c in tables_of(paper)[REQUESTS].cells
    ]
    keys = {one.key: two.key, two.key: one.key}
    values = paper.truth.tables[table.key]
    moved = {
        f"{row}.{keys[column]}": values[f"{row}.{column}"]
        for row, column in (key.split(".") for key in table.keys)
        if column in keys
    }
    return with_cells(with_truth(paper, REQUESTS, moved), REQUESTS, cells)


def spoilt_word(paper: Paper, dice: random.Random) -> Paper:
    """Blank, double, halve or mistype a word of a header."""
    place = dice.choice((PROACTIVE, REQUESTS, REVIEW))
    cells = list(tables_of(paper)[place].cells)
    labels = {c.label for block in form_table(paper, place).blocks for c in block.columns}
    headers = [
        c for c in cells if not c.key and c.text in labels and c.column >= (place == REQUESTS) * 3
    ]
    one, two = dice.sample(headers, 2)
    text = dice.choice(
        ("", two.text, one.text[: len(one.text) // 2], one.text[0] + "口" + one.text[2:])
    )
    return with_cells(paper, place, [replace(c, text=text) if c is one else c for c in cells])


def lost_header(paper: Paper, dice: random.Random) -> Paper:
    """Drop a row of the header of the long table, or all of them."""
    cells = list(tables_of(paper)[REQUESTS].cells)
    gone = {2} if dice.random() < 0.5 else {0, 1, 2}
    kept = [c for c in cells if c.row not in gone or c.key]
    return with_cells(paper, REQUESTS, _closed(kept, gone))


def _closed(cells: list[PaperCell], gone: set[int]) -> list[PaperCell]:
    """Return the cells without rows that are gone; merged ones shrink."""
    found = []
    for cell in cells:
        rows = set(range(cell.row, cell.row + cell.row_span)) - gone
        if rows:
            row = min(rows) - sum(other < min(rows) for other in gone)
            found.append(replace(cell, row=row, row_span=len(rows)))
    return found


# ---------------------------------------------------------------- rows and cells


def short_row(paper: Paper, dice: random.Random) -> Paper:
    """Leave a figure out of a row, so that those behind it move up."""
    place = dice.choice((REQUESTS, REQUESTS, PROACTIVE, REVIEW))
    cells = [c for c in tables_of(paper)[place].cells if c.key]
    if place == PROACTIVE:
        cells = [c for c in cells if c.column_span == 1]
    gone = dice.choice(cells)
    kept = [c for c in tables_of(paper)[place].cells if c is not gone]
    is_input = gone.key in form_table(paper, place).inputs
    told = with_truth(paper, place, {gone.key: None}) if is_input else paper
    return with_cells(told, place, kept)


def long_row(paper: Paper, dice: random.Random) -> Paper:
    """Put a cell, blank or not, into a row, so that those behind it move on."""
    place = dice.choice((REQUESTS, PROACTIVE, REVIEW))
    cells = list(tables_of(paper)[place].cells)
    old = dice.choice([c for c in cells if c.key])
    new = PaperCell(old.row, old.column, 1, 1, dice.choice(("", "0", "7")))
    kept = [
        replace(c, column=c.column + 1) if c.row == old.row and c.column >= old.column else c
        for c in cells
    ]
    return with_cells(paper, place, [*kept, new])


def merged_zeros(paper: Paper, dice: random.Random) -> Paper:
    """Merge a row of zeros to one cell with a 0 in it."""
    return _merged_row(paper, dice, "0", 0)


def merged_figure(paper: Paper, dice: random.Random) -> Paper:
    """Merge a row to one cell with a figure in it."""
    return _merged_row(paper, dice, str(dice.randrange(1, 90)), None)


def _merged_row(paper: Paper, dice: random.Random, text: str, value: Value) -> Paper:
    table = form_table(paper, REQUESTS)
    row = pick_row(paper, dice)
    cells = [c for c in tables_of(paper)[REQUESTS].cells if not c.key.startswith(f"{row}.")]
    at = row_of(tables_of(paper)[REQUESTS], row)
    inputs = [key for key in table.row_keys(row) if key in table.inputs]
    told = with_truth(paper, REQUESTS, dict.fromkeys(inputs, value))
    return with_cells(told, REQUESTS, [*cells, PaperCell(at, 3, 1, 7, text)])


def merged_pair(paper: Paper, dice: random.Random) -> Paper:
    """Merge two neighbouring figures of a row, or of two rows, into one cell."""
    cells = list(tables_of(paper)[REQUESTS].cells)
    one = dice.choice([c for c in cells if c.key and c.column < 8 and c.row < 26])
    is_across = dice.random() < 0.5
    step = (0, 1) if is_across else (1, 0)
    two = next(c for c in cells if (c.row, c.column) == (one.row + step[0], one.column + step[1]))
    text = dice.choice((one.text, f"{one.text}\n{two.text}"))
    wide = replace(one, text=text, column_span=1 + is_across, row_span=2 - is_across)
    kept = [wide if c is one else c for c in cells if c is not two]
    return with_cells(paper, REQUESTS, kept)


def subtotal(paper: Paper, dice: random.Random) -> Paper:
    """Give a group a row of its own with the sum of its rows, or another."""
    table, printed = form_table(paper, REQUESTS), tables_of(paper)[REQUESTS]
    group = dice.choice(("refused", "unavailable", "unprocessed", "other"))
    rows = [row.key for row in table.rows if row.group == group]
    at = row_of(printed, rows[0])
    off = dice.choice((0, 0, 3))
    sums = [
        sum(int(shown(paper, REQUESTS, f"{row}.{c.key}") or 0) for row in rows) + off
        for c in table.blocks[0].columns
    ]
    cells = [
        c for c in printed.cells if not (c.row == at and c.row_span == len(rows) and c.column == 1)
    ]
    new = [(1, 2, table.groups[group].label)] + [(3 + n, 1, str(s)) for n, s in enumerate(sums)]
    label = PaperCell(at + 1, 1, len(rows), 1, "其中")
    return with_cells(paper, REQUESTS, [*row_inserted(cells, at, new), label])


def doubled_row(paper: Paper, dice: random.Random) -> Paper:
    """Print a row again, with the same figures or with one changed."""
    printed = tables_of(paper)[REQUESTS]
    row = pick_row(paper, dice)
    at = row_of(printed, row)
    old = [c for c in printed.cells if c.row == at and (c.key or c.row_span == 1)]
    changed = dice.choice([None, *(c for c in old if c.key)])
    new = [(c.column, c.column_span, "91" if c is changed else c.text) for c in old]
    return with_cells(paper, REQUESTS, row_inserted(list(printed.cells), at + 1, new))


def lost_row(paper: Paper, dice: random.Random) -> Paper:
    """Drop a row whole, or nothing but its label."""
    printed, table = tables_of(paper)[REQUESTS], form_table(paper, REQUESTS)
    row = pick_row(paper, dice)
    at = row_of(printed, row)
    inputs = [key for key in table.row_keys(row) if key in table.inputs]
    told = with_truth(paper, REQUESTS, dict.fromkeys(inputs))
    if dice.random() < 0.5:
        cells = _closed([c for c in printed.cells if not (c.row == at and c.row_span == 1)], {at})
        return with_cells(told, REQUESTS, cells)
    cells = [replace(c, text="") if _is_label(c, at) else c for c in printed.cells]
    return with_cells(told, REQUESTS, cells)


def _is_label(cell: PaperCell, row: int) -> bool:
    return not cell.key and cell.row == row and cell.row_span == 1


def swapped_labels(paper: Paper, dice: random.Random) -> Paper:
    """Exchange the labels of two rows; a person reads the figures as they then stand."""
    printed, table = tables_of(paper)[REQUESTS], form_table(paper, REQUESTS)
    one, two = dice.sample([r.key for r in table.rows if r.group == "refused"], 2)
    places = {row_of(printed, one): two, row_of(printed, two): one}
    labels = {row.key: row.label for row in table.rows}
    cells = [
        replace(c, text=labels[places[c.row]]) if c.row in places and _is_label(c, c.row) else c
        for c in printed.cells
    ]
    values = paper.truth.tables[table.key]
    other = {one: two, two: one}
    moved = {
        f"{other[row]}.{column}": values[f"{row}.{column}"]
        for row, column in (key.split(".") for key in table.keys)
        if row in other
    }
    return with_cells(with_truth(paper, REQUESTS, moved), REQUESTS, cells)


def broken_digits(paper: Paper, dice: random.Random) -> Paper:
    """Break a figure by a blank or a line's end."""
    place = dice.choice((PROACTIVE, REQUESTS))
    cells = list(tables_of(paper)[place].cells)
    long = [c for c in cells if c.key and len(c.text) > 1 and c.text.isdigit()]
    if not long:
        return paper
    one = dice.choice(long)
    at = dice.randrange(1, len(one.text))
    text = one.text[:at] + dice.choice((" ", "\n", "\u3000")) + one.text[at:]
    return with_cells(paper, place, [replace(c, text=text) if c is one else c for c in cells])


# ---------------------------------------------------------------- units, strange rows, brackets


FEE_UNITS = {"元": 1, "千元": 1000, "万元": 10**4, "百万元": 10**6, "亿元": 10**8}


def fee_unit(paper: Paper, dice: random.Random) -> Paper:
    """Give the fee in another unit by its header, or with a unit behind the figure."""
    cells = list(tables_of(paper)[PROACTIVE].cells)
    unit, count = dice.choice(list(FEE_UNITS.items()))
    amount = dice.choice((Decimal(0), Decimal(dice.randrange(1, 10**7)) / 100))
    kind = dice.choice(("header", "bracket", "behind", "short"))
    if kind == "short" and unit == "元":
        kind = "behind"
    if kind in ("header", "bracket") and unit == "万元":
        unit, count = "元", 1
    behind = {"behind": unit, "short": unit.removesuffix("元")}.get(kind, "")
    header = {"header": f"本年收费金额（单位：{unit}）", "bracket": f"收费金额（{unit}）"}.get(kind)
    changed = [
        replace(c, text=format(amount, "f") + behind)
        if c.key == "fees.amount"
        else replace(c, text=header)
        if header and "收费金额" in c.text
        else c
        for c in cells
    ]
    meant = amount * count / 10_000
    return with_cells(with_truth(paper, PROACTIVE, {"fees.amount": meant}), PROACTIVE, changed)


def strange_row(paper: Paper, dice: random.Random) -> Paper:
    """Add a row that the form does not have, with figures."""
    printed = tables_of(paper)[PROACTIVE]
    at = row_of(printed, dice.choice(("regulations", "normative_documents"))) + 1
    new = [(0, 1, dice.choice(STRANGE)), (1, 1, "31"), (2, 1, "32"), (3, 1, "33")]
    return with_cells(paper, PROACTIVE, row_inserted(list(printed.cells), at, new))


def bracket_label(paper: Paper, dice: random.Random) -> Paper:
    """Explain a label in a bracket behind it."""
    label, longer = dice.choice(BRACKETS)
    blocks: Paper = paper
    for place in (PROACTIVE, REQUESTS):
        cells = [
            replace(c, text=longer) if c.text.replace("(", "（").replace(")", "）") == label else c
            for c in tables_of(paper)[place].cells
        ]
        blocks = with_cells(blocks, place, cells)
    return blocks


def pictures(paper: Paper, dice: random.Random) -> Paper:
    """Lose one, two or all tables, as where they are pictures."""
    gone = dice.sample(range(3), dice.randrange(1, 4))
    tables = tables_of(paper)
    lost = paper
    for place in gone:
        table = form_table(paper, place)
        lost = with_truth(lost, place, dict.fromkeys(table.inputs))
    dropped = [tables[place] for place in gone]
    parts = {paper.blocks[part] for part in paper.parts if isinstance(paper.blocks[part], str)}
    blocks = tuple(b for b in paper.blocks if not any(b is table for table in dropped))
    places = tuple(n for n, block in enumerate(blocks) if block in parts)
    return replace(lost, blocks=blocks, parts=places)


def clean(paper: Paper, dice: random.Random) -> Paper:
    """Leave the paper as it is."""
    del dice
    return paper


FAMILIES = (
    Family("clean", clean, is_sound=True),
    Family("columns in another order", swapped_columns, is_sound=True),
    Family("totals first", total_first, is_sound=True),
    Family("header words exchanged", swapped_words),
    Family("headers torn over rows", torn_header),
    Family("header word spoilt", spoilt_word),
    Family("header lost", lost_header),
    Family("row short of a figure", short_row),
    Family("row with a cell more", long_row),
    Family("zeros merged", merged_zeros),
    Family("figure merged over a row", merged_figure),
    Family("two cells merged", merged_pair),
    Family("subtotal of a group", subtotal),
    Family("row twice", doubled_row),
    Family("row or label lost", lost_row),
    Family("labels exchanged", swapped_labels),
    Family("digits parted", broken_digits),
    Family("unit of the fee", fee_unit),
    Family("row the form has not", strange_row),
    Family("label with a bracket", bracket_label, is_sound=True),
    Family("tables as pictures", pictures),
)


def can_be_written(family: Family, way: str) -> bool:
    """Return whether a family's oddity is still there, and the same, in a way of writing.

    A sheet has a cell wherever one was left out, and is laid out by its last table; text has no
    cells merged over others, and tables of one row none merged over rows.
    """
    if way == "xlsx":
        return family.change not in (short_row, long_row, pictures)
    if "a table a row" in way:
        return family.change is not merged_pair
    return "txt" not in way or family.change not in (merged_zeros, merged_figure, merged_pair)
