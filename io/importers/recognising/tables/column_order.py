"""Which figure of a source row belongs to which column: by the grid, by order, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.recognising.figures.broken_figures import figures_in
from importers.recognising.figures.causes import CauseKind
from importers.recognising.tables.header_reading import HeaderReading
from importers.source_document import SourceCell
from model.report.values import parse_value

Row = Sequence[SourceCell]


@dataclass(frozen=True)
class Usual:
    """How rows of one kind usually look: spare cells before the figures, and all their cells.

    None where nothing is usual. `is_longer` and `is_shorter` say that the row at hand ends behind
    or before the others.
    """

    offset: int | None = None
    width: int | None = None
    is_longer: bool = False
    is_shorter: bool = False


@dataclass(frozen=True)
class Placed:
    """Texts by key, cells that found no column, and what is the matter, None if nothing is.

    A row with too few or too many figures has no texts: `figures` are its cells then, in order.
    """

    texts: dict[str, str]
    left: tuple[SourceCell, ...] = ()
    trouble: CauseKind | None = None
    figures: tuple[str, ...] = ()


def place_values(cells: Row, header: HeaderReading, usual: Usual, hanging: Row = ()) -> Placed:
    """Return which text belongs to which column.

    By number where the row has as many cells as columns; else by the grid, where each column has
    its cell; else spare blank cells are dropped where that leaves one reading. A row that is short
    of cells is not placed, so that a missing figure never shifts the others. `hanging` are figures
    of rows above that reach down to this one.
    """
    order = header.order
    figures = _in_one_cell(cells, order)
    if figures:
        return Placed(dict(zip(order, figures, strict=True)))
    if hanging or (header.spans and _is_uneven(cells, header)):
        return _by_grid(cells, hanging, header, usual)
    if len(cells) == len(order) and not (_is_short(cells, usual) or _is_cut(cells, usual)):
        return _in_order(cells, order)
    return _by_window(cells, order, usual)


def _by_window(cells: Row, order: Sequence[str], usual: Usual) -> Placed:
    """Return the figures without the spare blank cells around them, where that is one reading."""
    filled = [index for index, cell in enumerate(cells) if normalise_value(cell.text)]
    if not filled:
        return Placed(dict.fromkeys(order, "") if len(cells) >= len(order) else {})
    window = _window(len(cells), len(order), filled, usual.offset)
    if window is None or _is_odd(cells, len(order), filled, usual):
        return unplaced(cells, order)
    return _in_order(cells[window : window + len(order)], order)


def _is_odd(cells: Row, wanted: int, filled: Sequence[int], usual: Usual) -> bool:
    """Return whether a row looks unlike the others, so that spare cells may be none.

    Where no other row shows how many cells stand before the figures, a cell may be there twice.
    """
    if usual.width is None and len(cells) > wanted and _has_gap(cells, filled):
        return True
    is_cut = usual.is_shorter and _matters(cells)
    return is_cut or _is_short(cells, usual) or _is_unlike(cells, usual)


def _is_cut(cells: Row, usual: Usual) -> bool:
    """Return whether a row ends before the others and holds a blank cell.

    That one may belong to a label that takes two places, and a figure be missing.
    """
    has_blank = any(not normalise_value(cell.text) for cell in cells)
    return usual.is_shorter and has_blank and _matters(cells)


def _has_gap(cells: Row, filled: Sequence[int]) -> bool:
    """Return whether blank cells stand between figures that are not all alike."""
    return len(filled) <= filled[-1] - filled[0] and _matters(cells)


def _in_order(cells: Row, order: Sequence[str]) -> Placed:
    return Placed({key: cell.text for key, cell in zip(order, cells, strict=True)})


def _in_one_cell(cells: Row, order: Sequence[str]) -> list[str]:
    """Return the figures of a row that all stand in one cell, parted by blanks, else []."""
    filled = [cell for cell in cells if normalise_value(cell.text)]
    figures = figures_in(filled[0].text) if len(filled) == 1 and len(order) > 1 else []
    return figures if len(figures) == len(order) else []


def unplaced(cells: Row, order: Sequence[str]) -> Placed:
    """Return a row that is not placed, its figures without blank cells where they are too many.

    As many figures as columns are a row, though some of them share a cell.
    """
    parts = [part for cell in cells for part in figures_in(cell.text) or [cell.text]]
    shares = len(cells) < len(order) == len(parts)
    figures = parts if shares else _without_spares([cell.text for cell in cells], len(order))
    kind = CauseKind.MANY if len(figures) > len(order) else CauseKind.FEW
    left = tuple(cell for cell in cells if normalise_value(cell.text))
    texts = dict(zip(order, figures, strict=True)) if shares else {}
    return Placed(texts, left, kind, tuple(figures))


def _without_spares(figures: list[str], wanted: int) -> list[str]:
    """Return the figures without as many blank ones, from the end, as there are too many."""
    for at in reversed(range(len(figures))):
        if len(figures) > wanted and not normalise_value(figures[at]):
            del figures[at]
    return figures


def normalise_value(text: str) -> str:
    """Return a cell's text without blanks, "" for a blank cell."""
    return "".join(text.split())


def _is_short(cells: Row, usual: Usual) -> bool:
    """Return whether a row has fewer cells than others of its kind, and any that may be shifted."""
    return usual.width is not None and len(cells) < usual.width and _matters(cells)


def _is_unlike(cells: Row, usual: Usual) -> bool:
    """Return whether a row goes on where no other does, and has any figure that may be shifted."""
    return usual.is_longer and _matters(cells)


def _matters(cells: Row) -> bool:
    """Return whether the cells are not all alike, so that a shift would change them."""
    return len({normalise_value(cell.text) for cell in cells}) > 1


# ---------------------------------------------------------------- by the grid


def _is_uneven(cells: Row, header: HeaderReading) -> bool:
    """Return whether a row has other cells than the header has columns, or wider ones."""
    is_wide = any(_is_wide(cell, header) for cell in cells)
    return is_wide or len(cells) != len(header.order)


def _keys_under(cell: SourceCell, header: HeaderReading) -> list[str]:
    spans = header.spans
    return [key for key in header.order if cell.column < spans[key][1] and spans[key][0] < cell.end]


def _by_grid(cells: Row, hanging: Row, header: HeaderReading, usual: Usual) -> Placed:
    """Return the texts by the columns that cells stand under, if each column has its cell."""
    found = _under_columns((*cells, *hanging), header)
    if not found or _is_unlike(cells, usual):
        return unplaced(cells, header.order)
    merged = [cell for cell in found.values() if cell in hanging or _is_wide(cell, header)]
    return _merged(found, header, merged)


def _under_columns(cells: Row, header: HeaderReading) -> dict[str, SourceCell]:
    """Return the one cell under each column that counts; {} unless each column has one."""
    if not header.spans or _beside(cells, header):
        return {}
    under = {key: _under(key, cells, header) for key in header.order}
    filled = {key: _filled(found) for key, found in under.items()}
    if not all(under.values()) or max(map(len, filled.values())) > 1:
        return {}
    return {key: (filled[key] or under[key])[0] for key in header.order}


def _filled(cells: Row) -> list[SourceCell]:
    return [cell for cell in cells if normalise_value(cell.text)]


def _is_wide(cell: SourceCell, header: HeaderReading) -> bool:
    """Return whether a cell stands under several columns."""
    return len(_keys_under(cell, header)) > 1


def _under(key: str, cells: Row, header: HeaderReading) -> list[SourceCell]:
    return [cell for cell in cells if key in _keys_under(cell, header)]


def _beside(cells: Row, header: HeaderReading) -> bool:
    """Return whether a figure stands under no column."""
    return any(normalise_value(c.text) and not _keys_under(c, header) for c in cells)


def _merged(filled: dict[str, SourceCell], header: HeaderReading, merged: Row) -> Placed:
    """Return the texts; one merged over several columns or rows holds for all only if it is 0."""
    gone = {
        key: cell
        for key, cell in filled.items()
        if cell in merged and parse_value(cell.text, "count") not in (None, 0)
    }
    held = [key for key in header.order if key not in gone]
    texts = {key: filled[key].text for key in held}
    left = tuple(dict.fromkeys(gone.values()))
    return Placed(texts, left, CauseKind.MERGED if left else None)


def _window(count: int, wanted: int, filled: Sequence[int], offset: int | None) -> int | None:
    """Return where the figures start among `count` cells, or None if that cannot be told."""
    first, last = filled[0], filled[-1]
    starts = [
        start for start in range(count - wanted + 1) if start <= first and last < start + wanted
    ]
    if offset in starts:
        return offset
    if len(starts) == 1 or (starts and wanted == 1):
        return starts[0]
    return None
