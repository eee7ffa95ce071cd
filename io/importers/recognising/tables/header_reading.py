"""What the words above the figures say of the columns: every word used once, or no reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.recognising.labels import bare, is_value_like, normalise
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import SourceCell
from model.form.parts import Block, cell_key

Row = Sequence[SourceCell]
Spans = dict[str, tuple[int, int]]
"""A column or cell key -> (first grid column, grid column behind it)."""
NO_HEADER = "没有找到表头"


@dataclass(frozen=True)
class HeaderReading:
    """The keys of a block from left to right, and where in the grid they stand, {} if unknown.

    `fault` says in Chinese why the words are no reading, "" if they are one. `rows` are the words.
    """

    order: tuple[str, ...]
    spans: Spans
    fault: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def header_keys(block: Block) -> list[str]:
    """Return the keys that stand from left to right over the figures of a block, as official."""
    if block.is_across:
        return [cell_key(row.key, column.key) for row in block.rows for column in block.columns]
    return [column.key for column in block.columns]


def names_a_column(labels: TableLabels, block: Block, cells: Row) -> bool:
    """Return whether any cell is a label of the block's columns, their groups, or rows across."""
    meanings = (meaning(labels, block, cell.text)[0] for cell in cells)
    return any(kind in ("column", "group", "row") for kind in meanings)


def meaning(labels: TableLabels, block: Block, text: str) -> tuple[str, str]:
    """Return what a word of a header is (column, group, row, frame, or ""), and its key."""
    key = labels.column_of(text)
    if key in _column_keys(block):
        return "column", key
    row, group = labels.rows.exact(text), labels.groups.exact(text)
    if block.is_across and row:
        return "row", row
    if group in _groups_of_columns(labels, block):
        return "group", group
    is_named = not key and bool(group or row)
    return ("frame" if is_named or (not key and _is_frame(labels, text)) else "", "")


def _column_keys(block: Block) -> list[str]:
    return [column.key for column in block.columns]


def _is_frame(labels: TableLabels, text: str) -> bool:
    """Return whether a text is blank, or a caption or the corner's, or a piece of one."""
    is_named = bool(labels.frame.exact(text)) or labels.frame.has_part(text)
    return is_named or not normalise(text)


def _groups_of_columns(labels: TableLabels, block: Block) -> set[str]:
    table = labels.table
    return {group.key for column in block.columns for group in table.group_path(column.group)}


def header_rows(labels: TableLabels, block: Block, rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the words over a block: from its caption, or its first known word, on.

    Rows with figures are none, nor are those that a group's lone label fills.
    """
    kept = [row for row in rows if not _has_figures(row)]
    captions = [number for number, row in enumerate(kept) if _is_caption(labels, row)]
    kept = kept[captions[-1] :] if captions else kept
    first = next((n for n, row in enumerate(kept) if _begins(labels, block, row)), len(kept))
    return [row for row in kept[first:] if not _is_remark(labels, block, row)]


def _begins(labels: TableLabels, block: Block, row: Row) -> bool:
    """Return whether a row has a word that belongs to a header."""
    is_frame = any(labels.frame.exact(cell.text) for cell in row)
    return is_frame or names_a_column(labels, block, row)


def _is_remark(labels: TableLabels, block: Block, row: Row) -> bool:
    """Return whether a row holds nothing but one text that is no label, nor a piece of one."""
    texts = [cell.text for cell in row if normalise(cell.text)]
    is_label = len(texts) != 1 or meaning(labels, block, texts[0])[0]
    return not is_label and not labels.columns.has_part(texts[0])


def _has_figures(row: Row) -> bool:
    filled = [cell for cell in row if bare(cell.text)]
    figures = sum(is_value_like(cell.text) for cell in filled)
    return bool(filled) and 2 * figures >= len(filled)


def _is_caption(labels: TableLabels, row: Row) -> bool:
    texts = [cell.text for cell in row if normalise(cell.text)]
    return len(texts) == 1 and len(labels.table.blocks) > 1 and bool(labels.frame.exact(texts[0]))


def read_header(
    labels: TableLabels, block: Block, rows: Sequence[Row], is_grid: bool
) -> HeaderReading:
    """Return how header rows name the columns of a block; the official order where they do not."""
    words = tuple(tuple(bare(cell.text) for cell in row if bare(cell.text)) for row in rows)
    found = _by_grid(labels, block, rows) if is_grid or _is_even(rows) else None
    if found is None or (found.fault and not found.spans):
        found = _by_words(labels, block, rows)
    spans = found.spans if is_grid else {}
    return HeaderReading(found.order, spans, found.fault, words)


def _is_even(rows: Sequence[Row]) -> bool:
    """Return whether rows without a grid all have as many cells, and so can be one."""
    counts = {len(row) for row in rows}
    return len(counts) == 1 and len(rows) > 1


def _official(block: Block, fault: str) -> HeaderReading:
    return HeaderReading(tuple(header_keys(block)), {}, fault)


def official_order(block: Block) -> HeaderReading:
    """Return the reading of a block that has no words above its figures."""
    return _official(block, NO_HEADER)


# ---------------------------------------------------------------- by the grid


def _by_grid(labels: TableLabels, block: Block, rows: Sequence[Row]) -> HeaderReading | None:
    """Return the columns by what stands over each place of the grid; None if one is missing.

    Nor may a word be used for two columns.
    """
    cells = _words_of(labels, block, rows)
    places, used = _named_places(labels, block, cells)
    if set(places) != set(header_keys(block)) or max(map(len, used.values())) > 1:
        return None
    spans = {key: (found[0], found[-1] + 1) for key, found in places.items()}
    if not all(found == list(range(*spans[key])) for key, found in places.items()):
        return None
    left = [cell for cell in cells if id(cell) not in used]
    return _checked(labels, block, left, HeaderReading(_by_place(spans), spans))


def _named_places(
    labels: TableLabels, block: Block, cells: Row
) -> tuple[dict[str, list[int]], dict[int, set[str]]]:
    """Return the places that name each key, and the keys that each cell, by identity, names."""
    places: dict[str, list[int]] = {}
    used: dict[int, set[str]] = {}
    for place in range(max((cell.end for cell in cells), default=0)):
        key, named = _key_over(labels, block, [cell for cell in cells if cell.covers(place)])
        if key:
            places.setdefault(key, []).append(place)
        for cell in named:
            used.setdefault(id(cell), set()).add(key)
    return places, used


def _words_of(labels: TableLabels, block: Block, rows: Sequence[Row]) -> list[SourceCell]:
    return [cell for row in rows for cell in row if _is_word(labels, block, cell)]


def _by_place(spans: Spans) -> tuple[str, ...]:
    return tuple(sorted(spans, key=lambda key: spans[key]))


def _is_word(labels: TableLabels, block: Block, cell: SourceCell) -> bool:
    """Return whether a cell of a header may be on columns: captions and the like are not."""
    is_text = bool(normalise(cell.text)) and not is_value_like(cell.text)
    return is_text and meaning(labels, block, cell.text)[0] != "frame"


def _checked(
    labels: TableLabels, block: Block, left: Row, reading: HeaderReading
) -> HeaderReading | None:
    """Return the reading, with a fault where a column is strange; None if a word is not used."""
    strange = [cell for cell in left if not _is_accounted(labels, block, cell, reading.spans)]
    if any(_over(cell, reading.spans) or labels.columns.has_part(cell.text) for cell in strange):
        return None
    texts = [cell.text for cell in strange]
    fault = f"表头里的{_quoted(texts)}不是规定的列" if strange else ""
    return HeaderReading(reading.order, reading.spans, fault)


def _over(cell: SourceCell, spans: Spans) -> list[tuple[int, int]]:
    """Return the places of the columns that a cell stands over, in part or whole."""
    return [span for span in spans.values() if cell.column < span[1] and span[0] < cell.end]


def _is_accounted(labels: TableLabels, block: Block, cell: SourceCell, spans: Spans) -> bool:
    """Return whether a word that names no column stands over several, or over labels, or is one."""
    if meaning(labels, block, cell.text)[0] in ("group", "row"):
        return True
    over = _over(cell, spans)
    is_wide = len(over) > 1 and all(cell.column <= a and b <= cell.end for a, b in over)
    return is_wide or cell.end <= min(first for first, _ in spans.values())


def _key_over(labels: TableLabels, block: Block, stack: Row) -> tuple[str, Row]:
    """Return the key that header cells over a place, top first, name, and the cells that do."""
    for count in range(len(stack), 0, -1):
        named = stack[-count:]
        column = labels.column_of("".join(cell.text for cell in named))
        if column in _column_keys(block):
            return _with_row(labels, block, column, named, stack[:-count])
    return "", ()


def _with_row(
    labels: TableLabels, block: Block, column: str, named: Row, above: Row
) -> tuple[str, Row]:
    """Return the key, with its row where rows stand across, and the cells that are used up.

    A label that is repeated where a merged cell goes on is used once.
    """
    while above and len(named) == 1 and normalise(above[-1].text) == normalise(named[0].text):
        above, named = above[:-1], (above[-1], *named)
    if not block.is_across:
        return column, named
    for cell in reversed(above):
        row = labels.rows.exact(cell.text)
        if row:
            return cell_key(row, column), named
    return "", ()


# ---------------------------------------------------------------- by the order of the words


@dataclass(frozen=True)
class _Word:
    """A label, in one cell or several: what it is, its key, the row it stands in."""

    kind: str
    key: str
    text: str
    row: int


def _by_words(labels: TableLabels, block: Block, rows: Sequence[Row]) -> HeaderReading:
    words = [word for number, row in enumerate(rows) for word in _words(labels, block, row, number)]
    strange = _strange_words(labels, words)
    if strange:
        return _official(block, f"表头里的{_quoted(strange)}认不出是哪一列")
    columns = [word for word in words if word.kind == "column"]
    if block.is_across:
        return _across(block, columns, [word.key for word in words if word.kind == "row"])
    return _down(labels, block, columns, words)


def _strange_words(labels: TableLabels, words: Sequence[_Word]) -> list[str]:
    """Return the words that are no label, but for what stands over the rows' labels."""
    known = [n for n, word in enumerate(words) if word.kind in ("column", "group", "row")]
    start = min(known, default=0)
    return [
        word.text
        for number, word in enumerate(words)
        if not word.kind and (number > start or labels.columns.has_part(word.text))
    ]


def _words(labels: TableLabels, block: Block, row: Row, number: int) -> Iterator[_Word]:
    """Yield the labels of a header row, the longest that neighbouring cells make up first."""
    cells = [cell for cell in row if normalise(cell.text) and not is_value_like(cell.text)]
    at = 0
    while at < len(cells):
        for end in range(min(len(cells), at + MOST_PIECES), at, -1):
            text = "".join(cell.text for cell in cells[at:end])
            kind, key = meaning(labels, block, text)
            if kind or end == at + 1:
                yield _Word(kind, key, text, number)
                at = end
                break


MOST_PIECES = 8
"""Cells or lines that one label is broken over."""


def _down(
    labels: TableLabels, block: Block, columns: Sequence[_Word], words: Sequence[_Word]
) -> HeaderReading:
    """Return the columns by first mention; a group's stand where the group is named."""
    fault = _miscounted([column.key for column in columns], block, 1)
    if fault:
        return _official(block, fault)
    groups = {column.key: _inner_group(labels, column.group) for column in block.columns}
    named: dict[str, int] = {}
    for place, word in enumerate(words):
        if word.kind == "group":
            named.setdefault(word.key, place)
    if not (set(groups.values()) - {""} <= named.keys()) and _look_melted(columns, groups):
        return _official(block, "表头的两行混在一起")
    places = {column.key: words.index(column) for column in columns}
    order = sorted(places, key=lambda key: (named.get(groups[key], places[key]), places[key]))
    return HeaderReading(tuple(order), {})


def _inner_group(labels: TableLabels, group: str) -> str:
    """Return the group of a column, "" for one over all columns."""
    return group if len(labels.table.group_path(group)) > 1 else ""


def _look_melted(columns: Sequence[_Word], groups: dict[str, str]) -> bool:
    """Return whether all columns of a group stand behind all others, or in a row of their own.

    Two rows of a header, one below the other, look like that once their group is lost.
    """
    are_inner = [bool(groups[column.key]) for column in columns]
    is_behind = are_inner == sorted(are_inner) and len(set(are_inner)) > 1
    return is_behind or len({column.row for column in columns}) > 1


def _across(block: Block, columns: Sequence[_Word], rows: Sequence[str]) -> HeaderReading:
    """Return the keys of rows that stand across: as many columns for each, in whatever order."""
    if list(rows) != [row.key for row in block.rows]:
        return _official(block, "表头里的各项没有按规定次序各出现一次")
    fault = _miscounted([column.key for column in columns], block, len(rows))
    if fault:
        return _official(block, fault)
    width = len(block.columns)
    order = []
    for place, row in enumerate(rows):
        chunk = [column.key for column in columns[place * width : (place + 1) * width]]
        if len(set(chunk)) != width:
            return _official(block, "表头里各项的列名混在一起")
        order += [cell_key(row, key) for key in chunk]
    return HeaderReading(tuple(order), {})


def _miscounted(found: Sequence[str], block: Block, wanted: int) -> str:
    """Return which columns are not named as often as they must be, "" if all are."""
    labels = {column.key: column.label for column in block.columns}
    few = [label for key, label in labels.items() if found.count(key) < wanted]
    many = [label for key, label in labels.items() if found.count(key) > wanted]
    told = [f"缺少{_quoted(few)}"] if few else []
    told += [f"{_quoted(many)}重复"] if many else []
    return f"表头{'，'.join(told)}" if told else ""


def _quoted(texts: Sequence[str]) -> str:
    return "、".join(f"「{bare(text)}」" for text in texts)
