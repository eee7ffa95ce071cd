"""Reports as an office prints them, dirt and all, with the truth beside each."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from model.form.form import Form
from model.form.table import Table
from model.report.report import Report
from model.report.values import Value
from storage.form_store import load_form

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
METADATA = (
    ("索引号", "00112/2024-00031", "主题分类", "政务公开"),
    ("发布机构", "青山县红星镇人民政府", "发布日期", "2024-01-20"),
)
DIRTS = (
    "clean",
    "thousands separators",
    "blanks for zeros",
    "slashes for zeros",
    "half-width brackets",
    "full-width digits",
    "aliases",
    "broken labels",
    "metadata first",
    "single last group",
    "edition 2019",
    "wrong totals",
    "unbalanced column",
)
_SPARSE = {"blanks for zeros", "slashes for zeros"}
_TEXTS = (
    "本机关全年通过门户网站主动公开政府信息{n}条，其中政策文件{m}条、机构信息3条，均及时更新。",
    "按照“公开为常态、不公开为例外”的原则，坚持把群众关切的{n}项内容公开到位，接受群众监督。",
    "（{c}）依申请公开。{y}年收到政府信息公开申请{n}件，上年结转{m}件，均按期答复。",
    "一是政务公开的意识还不够强，有的栏目更新不够及时；二是公开形式较为单一，渠道有待拓宽。",
    "{c}、加强组织领导，明确由党政办公室牵头，各站所配合。",
    "主要问题：人员变动较大，业务不够熟练。",
    "依据《政府信息公开信息处理费管理办法》，{y}年发出收费通知0件，实际收取金额0元。",
)


@dataclass(frozen=True)
class PaperCell:
    """A printed cell: its place and span, its words, and the value key or "".

    `aside` stands in the cell too and is no part of it; `aside_mark` says how it is printed.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    key: str = ""
    aside: str = ""
    aside_mark: str = ""


@dataclass(frozen=True)
class PaperTable:
    """A printed table; `widths` are millimetres, `header_rows` may repeat on every page."""

    cells: tuple[PaperCell, ...]
    widths: tuple[float, ...]
    header_rows: int = 0

    @property
    def row_count(self) -> int:
        return max(cell.row + cell.row_span for cell in self.cells)


@dataclass(frozen=True)
class Paper:
    """A printed report: its blocks from top to bottom, and what must be read from them."""

    blocks: tuple[str | PaperTable, ...]
    truth: Report
    parts: tuple[int, ...]
    """The block at which each part with a heading begins."""

    @property
    def last_head(self) -> str | PaperTable:
        """Return the heading of the last part that has a table."""
        tables = [n for n, block in enumerate(self.blocks) if isinstance(block, PaperTable)]
        return self.blocks[tables[-1] - 1]


def make_paper(dirts: frozenset[str], seed: int, form: Form | None = None) -> Paper:
    """Return a paper with the dirt asked for; everything else follows from the seed."""
    dice = random.Random(f"{sorted(dirts)} {seed}")
    form = form or load_form("2019" if "edition 2019" in dirts else "2021")
    truth = _truth(form, dirts, dice)
    totals = _wrong_totals(truth, dice) if "wrong totals" in dirts else {}
    shown = {
        table.key: {key: _shown(truth, table, key, totals, dirts) for key in table.keys}
        for table in form.tables
    }
    truth.printed = _printed(truth, totals, dirts)
    word = _wording(form, dirts, dice)
    blocks: list[str | PaperTable] = []
    if "metadata first" in dirts:
        blocks += [_metadata(), "发布时间：2024-01-20　来源：红星镇"]
    blocks += [truth.organization, truth.title]
    parts = []
    for section in form.sections:
        if section.title:
            parts.append(len(blocks))
            blocks.append(_heading(section.title, section.aliases, dirts, dice))
        blocks += filter(None, truth.sections[section.key].split("\n"))
        if section.table:
            table = form.table(section.table)
            blocks.append(_printed_table(table, shown[table.key], dirts, word))
    return Paper(tuple(blocks), truth, tuple(parts))


def _truth(form: Form, dirts: frozenset[str], dice: random.Random) -> Report:
    is_dense = not dirts & _SPARSE and (dice.random() < 0.6 or "thousands separators" in dirts)
    tables = {table.key: _figures(table, dice, is_dense) for table in form.tables}
    if "unbalanced column" in dirts:
        tables["requests"]["new_received.other_organization"] = 77
    zero: Value = "/" if "slashes for zeros" in dirts else None
    for table in form.tables:
        values = tables[table.key]
        if dirts & _SPARSE:
            values.update({key: zero for key, value in values.items() if value == 0})
        if "single last group" in dirts:
            values.update(dict.fromkeys(_unsplit_keys(table)))
    year = dice.randrange(2021, 2026)
    title = form.title.format(year=year)
    unit = dice.choice(("青山县红星镇人民政府", "阿城区亚沟街道办事处", "白云县司法局"))
    return Report(form, unit, year, title, _texts(dice, year), tables)


def _figures(table: Table, dice: random.Random, is_dense: bool) -> dict[str, Value]:
    """Return figures that balance; a dense table has hardly two alike."""

    def figure(key: str) -> Value:
        if table.column(key).kind == "amount":
            return Decimal(dice.randrange(10**9 if is_dense else 10**4)).scaleb(-dice.randrange(5))
        if table.column(key).kind == "free":
            return f"{dice.randrange(10**6)}元"
        if is_dense:
            return dice.randrange(30_000)
        return dice.choice((0, 0, 0, 0, dice.randrange(40)))

    values = {key: figure(key) for key in table.inputs}
    for balance in table.balances:
        filled = dict(values)
        for column in dict.fromkeys(key.split(".")[1] for key in table.inputs):
            right = sum(_leaf_sum(table, f"{row}.{column}", filled) for row in balance.right)
            second = dice.randrange(right + 1) if is_dense else 0
            values[f"{balance.left[0]}.{column}"] = right - second
            values[f"{balance.left[1]}.{column}"] = second
    return values


def _leaf_sum(table: Table, key: str, values: Mapping[str, Value]) -> int:
    return sum(int(str(values[leaf])) for leaf in table.leaf_parts(key))


def _texts(dice: random.Random, year: int) -> dict[str, str]:
    def text(lines: int) -> str:
        return "\n".join(
            dice.choice(_TEXTS).format(
                n=dice.randrange(400), m=dice.randrange(40), c=dice.choice("一二三四"), y=year
            )
            for _ in range(lines)
        )

    texts = {"overview": text(dice.randrange(2, 8)), "problems": text(dice.randrange(1, 4))}
    texts["preamble"] = text(1) if dice.random() < 0.5 else ""
    return {**texts, "other_matters": _TEXTS[-1].format(y=year)}


def _unsplit_keys(table: Table) -> list[str]:
    """Return the keys that a table without the rows of an unsplit group does not have."""
    gone = [row for row in table.rows if _is_gone(table, row.group, row.key)]
    return [key for row in gone for key in table.row_keys(row.key)]


def _is_gone(table: Table, group: str, row: str) -> bool:
    single = table.groups[group].single_row if group else ""
    return bool(single) and single != row


def _wrong_totals(truth: Report, dice: random.Random) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for table in truth.form.tables:
        keys = [key for key in table.sums if isinstance(truth.value(table.key, key), int)]
        found[table.key] = {
            key: int(str(truth.value(table.key, key))) + dice.randrange(1, 9)
            for key in dice.sample(keys, min(3, len(keys)))
        }
    return found


def _shown(
    truth: Report,
    table: Table,
    key: str,
    totals: Mapping[str, Mapping[str, int]],
    dirts: frozenset[str],
) -> str:
    value = totals.get(table.key, {}).get(key, truth.value(table.key, key))
    if value == 0 and "slashes for zeros" in dirts and key in table.sums:
        value = "/"
    is_number = isinstance(value, (int, Decimal))
    comma = "," if is_number and "thousands separators" in dirts else ""
    text = "" if value is None else format(value, comma) if is_number else str(value)
    return text.translate(FULL_WIDTH) if "full-width digits" in dirts and is_number else text


def _printed(
    truth: Report, totals: Mapping[str, Mapping[str, int]], dirts: frozenset[str]
) -> dict[str, dict[str, Value]]:
    """Return the printed totals that differ from the computed ones."""
    found: dict[str, dict[str, Value]] = {key: dict(t) for key, t in totals.items() if t}
    if "slashes for zeros" in dirts:
        for table in truth.form.tables:
            gone = _unsplit_keys(table) if "single last group" in dirts else []
            for key in table.sums:
                is_zero = truth.value(table.key, key) == 0 and key not in gone
                if is_zero and key not in found.get(table.key, {}):
                    found.setdefault(table.key, {})[key] = "/"
    return found


def _heading(
    title: str, aliases: tuple[str, ...], dirts: frozenset[str], dice: random.Random
) -> str:
    mark, _, name = title.partition("、")
    if "aliases" in dirts and aliases:
        name = dice.choice((name, *aliases))
    if "broken labels" in dirts:
        at = dice.randrange(1, len(name))
        name = f"{name[:at]} {name[at:]}"
    return f"{mark}、{name}"


def _wording(form: Form, dirts: frozenset[str], dice: random.Random) -> Callable[[str], str]:
    """Return how a label is printed."""

    def printed(text: str) -> str:
        if "broken labels" in dirts and len(text) > 2 and dice.random() < 0.6:
            for _ in range(dice.randrange(1, 4)):
                # No program breaks a line between a number and its mark.
                at = dice.randrange(2 if text[0].isascii() else 1, len(text))
                text = text[:at] + dice.choice("\n\n \u3000") + text[at:]
        if "half-width brackets" in dirts:
            text = text.translate(str.maketrans("（）：，", "():,"))
        return text

    def with_alias(text: str) -> str:
        return printed(_alias(form, text, dice) if "aliases" in dirts else text)

    return with_alias


def _alias(form: Form, text: str, dice: random.Random) -> str:
    """Return another wording that the form knows for a label, or the label itself."""
    for table in form.tables:
        named = [(item.label, item.aliases) for item in table.rows]
        named += [(item.label, item.aliases) for item in table.groups.values()]
        named += [(item.label, item.aliases) for block in table.blocks for item in block.columns]
        for label, aliases in named:
            if label == text:
                return dice.choice((text, *aliases))
    return text


def _printed_table(
    table: Table, shown: Mapping[str, str], dirts: frozenset[str], word: Callable[[str], str]
) -> PaperTable:
    cells = tuple(
        PaperCell(
            cell.row,
            cell.column,
            cell.row_span,
            cell.column_span,
            shown[cell.key] if cell.key else word(cell.text),
            cell.key,
        )
        for cell in table.grid
    )
    printed = PaperTable(cells, table.widths, table.header_rows)
    return _unsplit(printed, table) if "single last group" in dirts else printed


def _unsplit(printed: PaperTable, table: Table) -> PaperTable:
    """Return the table with each group that may stand as a single row printed as one."""
    gone_keys = set(_unsplit_keys(table))
    gone = {cell.row for cell in printed.cells if cell.key in gone_keys}
    cells: list[PaperCell] = []
    for cell in printed.cells:
        kept = set(range(cell.row, cell.row + cell.row_span)) - gone
        is_group = cell.row in gone and cell.row_span > 1
        is_leaf = not cell.key and cell.column == 2 and gone and cell.row == max(gone) + 1
        if kept and not is_leaf:
            row = cell.row - sum(other < cell.row for other in gone)
            width = cell.column_span + is_group
            cells.append(replace(cell, row=row, row_span=len(kept), column_span=width))
    return replace(printed, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _metadata() -> PaperTable:
    cells = tuple(
        PaperCell(row, column, 1, 1, text)
        for row, texts in enumerate(METADATA)
        for column, text in enumerate(texts)
    )
    return PaperTable(cells, (30.0, 50.0, 30.0, 50.0))
