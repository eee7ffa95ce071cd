"""Damage to a page: what happens to cells, rows, header words and lines between paper and file."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from line_damage import LINE_DAMAGES
from papers import PaperCell
from sound_pages import LOOKS, Page

MOST_TRIES = 8
"""A damage may find nothing to damage at the first place that it comes to."""
Cells = list[PaperCell]
Change = Callable[[Cells, random.Random], Cells | None]
"""Returns the cells of a table damaged, or None where there is nothing to damage so."""


def damaged(page: Page, dice: random.Random, names: Sequence[str]) -> tuple[Page, list[str]]:
    """Return the page with each damage done, in order, and which of them could be done."""
    done = []
    for name in names:
        tries = (DAMAGES[name](page, dice) for _ in range(MOST_TRIES))
        found = next((other for other in tries if other is not None and other != page), None)
        if found is not None:
            page = found
            done.append(name)
    return page, done


def _on_table(change: Change) -> Callable[[Page, random.Random], Page | None]:
    def on_page(page: Page, dice: random.Random) -> Page | None:
        key = dice.choices(list(page.tables), (2, 6, 2))[0]
        # Damage on damage may have left a table no row of figures.
        found = list(page.tables[key])
        cells = change(found, dice) if _figures(found) else None
        if cells is None:
            return None
        ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
        return replace(page, tables={**page.tables, key: ordered})

    return on_page


# ---------------------------------------------------------------- tools


def _figures(cells: Cells) -> Cells:
    return [cell for cell in cells if cell.key]


def _row(cells: Cells, row: int) -> Cells:
    """Return the figures of a row, left to right."""
    found = [cell for cell in cells if cell.key and cell.row == row]
    return sorted(found, key=lambda cell: cell.column)


def _rows(cells: Cells) -> list[int]:
    return sorted({cell.row for cell in cells if cell.key})


def _exchanged(cells: Cells, new: Iterable[tuple[PaperCell, PaperCell | None]]) -> Cells:
    """Return the cells with some replaced, or gone where None stands for them."""
    by_id = {id(old): other for old, other in new}
    kept = [by_id.get(id(cell), cell) for cell in cells]
    return [cell for cell in kept if cell is not None]


def _put(cells: Cells, texts: Iterable[tuple[PaperCell, str]]) -> Cells:
    return _exchanged(cells, [(cell, replace(cell, text=text)) for cell, text in texts])


def _moved(cells: Cells, row: int, column: int, by: int) -> Cells:
    """Return the cells with those of a row from a column on moved sideways."""
    return [
        replace(c, column=c.column + by) if c.row == row and c.column >= column else c
        for c in cells
    ]


def _labels(cells: Cells) -> Cells:
    """Return the labels beside figures, without those of groups."""
    rows = set(_rows(cells))
    lowest = {row: [c for c in cells if not c.key and c.row == row] for row in rows}
    return [max(found, key=lambda c: c.column) for found in lowest.values() if found]


def _words(cells: Cells) -> Cells:
    """Return the words right over figures: those of columns."""
    columns = {cell.column for cell in cells if cell.key}
    above = [c for c in cells if not c.key and c.text and c.column in columns]
    first = min(_rows(cells))
    return [c for c in above if c.row < first and c.column_span < 5]


# ---------------------------------------------------------------- cells


def _blanked(cells: Cells, dice: random.Random) -> Cells | None:
    filled = [cell for cell in _figures(cells) if cell.text not in ("", "0")]
    return _put(cells, [(dice.choice(filled), "")]) if filled else None


def _dropped(cells: Cells, dice: random.Random) -> Cells | None:
    gone = dice.choice(_figures(cells))
    return _moved(_exchanged(cells, [(gone, None)]), gone.row, gone.column, -gone.column_span)


def _doubled(cells: Cells, dice: random.Random) -> Cells | None:
    cell = dice.choice(_figures(cells))
    return [*_moved(cells, cell.row, cell.column, cell.column_span), cell]


def _swapped(cells: Cells, dice: random.Random) -> Cells | None:
    one = dice.choice(_figures(cells))
    near = [c for c in _figures(cells) if (c.row == one.row) != (c.column == one.column)]
    if not near:
        return None
    two = dice.choice(near)
    return _put(cells, [(one, two.text), (two, one.text)])


def _moved_value(cells: Cells, dice: random.Random) -> Cells | None:
    """Move a figure into another cell of its row that holds none."""
    zero = ("0", "", "—")
    for one in dice.sample(_figures(cells), len(_figures(cells))):
        free = [c for c in _row(cells, one.row) if c.text in zero]
        if one.text not in zero and free:
            two = dice.choice(free)
            return _put(cells, [(one, two.text), (two, one.text)])
    return None


def _merged_right(cells: Cells, dice: random.Random) -> Cells | None:
    row = _row(cells, dice.choice(_rows(cells)))
    if len(row) < 2:
        return None
    at = dice.randrange(len(row) - 1)
    count = dice.randrange(2, len(row) - at + 1)
    parts = row[at : at + count]
    joint = dice.choice((" ", "", "\n", None))
    text = parts[0].text if joint is None else joint.join(filter(None, [p.text for p in parts]))
    wide = replace(parts[0], text=text, column_span=sum(p.column_span for p in parts))
    return _exchanged(cells, [(parts[0], wide), *((p, None) for p in parts[1:])])


def _merged_down(cells: Cells, dice: random.Random) -> Cells | None:
    rows = _rows(cells)
    if len(rows) < 2:
        return None
    row = dice.choice(rows[:-1])
    one = dice.choice(_row(cells, row))
    below = [c for c in _row(cells, row + 1) if c.column == one.column]
    if not below:
        return None
    text = dice.choice((one.text, f"{one.text}\n{below[0].text}"))
    return _exchanged(cells, [(one, replace(one, text=text, row_span=2)), (below[0], None)])


def _split(cells: Cells, dice: random.Random) -> Cells | None:
    """Tear a number's digits over two cells, the rest of the row pushed on or not."""
    long = [cell for cell in _figures(cells) if len(cell.text) > 1 and cell.text.isdigit()]
    if not long:
        return None
    cell = dice.choice(long)
    at = dice.randrange(1, len(cell.text))
    right = replace(cell, column=cell.column + cell.column_span, text=cell.text[at:])
    rest = _moved(cells, cell.row, right.column, cell.column_span)
    return [*_put(rest, [(cell, cell.text[:at])]), right]


def _digit(cells: Cells, dice: random.Random) -> Cells | None:
    filled = [cell for cell in _figures(cells) if cell.text.isdigit() and cell.text != "0"]
    if not filled:
        return None
    cell = dice.choice(filled)
    at = dice.randrange(len(cell.text))
    texts = (cell.text[:at] + cell.text[at] + cell.text[at:], cell.text[:at] + cell.text[at + 1 :])
    return _put(cells, [(cell, dice.choice([text for text in texts if text]))])


def _aside(cells: Cells, dice: random.Random) -> Cells | None:
    """Strike, raise or hide a digit beside a figure, or the figure itself."""
    cell = dice.choice(_figures(cells))
    # What is raised and nothing else in its cell is a figure all the same.
    mark = dice.choice([mark for mark in LOOKS if cell.text or mark != "raised"])
    if mark != "raised" and cell.text.isdigit() and dice.random() < 0.3:
        at = dice.randrange(len(cell.text))
        new = replace(cell, text=cell.text[at:], aside=cell.text[:at] or cell.text, aside_mark=mark)
        new = replace(new, text="") if not at else new
    else:
        new = replace(cell, aside=str(dice.randrange(1, 99)), aside_mark=mark)
    return _exchanged(cells, [(cell, new)])


# ---------------------------------------------------------------- rows


def _shifted_row(cells: Cells, dice: random.Random) -> Cells | None:
    row = _row(cells, dice.choice(_rows(cells)))
    texts = [cell.text for cell in row]
    fill = dice.choice(("", "0"))
    texts = dice.choice(([fill, *texts[:-1]], [*texts[1:], fill]))
    return _put(cells, zip(row, texts, strict=True))


def _short_row(cells: Cells, dice: random.Random) -> Cells | None:
    row = _row(cells, dice.choice(_rows(cells)))
    gone = dice.sample(row, min(len(row), dice.randrange(1, 4)))
    return _closed(_exchanged(cells, [(cell, None) for cell in gone]), row)


def _closed(cells: Cells, row: Cells) -> Cells:
    """Return the cells with the figures of a row pushed together from where they begin."""
    left = _row(cells, row[0].row)
    places = [cell.column for cell in row]
    new = [(c, replace(c, column=at)) for c, at in zip(left, places, strict=False)]
    return _exchanged(cells, new)


def _without_zeros(cells: Cells, dice: random.Random) -> Cells | None:
    """Leave out the cells of a row that hold nothing, so that the others move up."""
    row = _row(cells, dice.choice(_rows(cells)))
    gone = [cell for cell in row if cell.text in ("", "0", "—")]
    return _closed(_exchanged(cells, [(cell, None) for cell in gone]), row) if gone else None


def _long_row(cells: Cells, dice: random.Random) -> Cells | None:
    row = _row(cells, dice.choice(_rows(cells)))
    last = row[-1]
    text = dice.choice(("0", "3", "17"))
    return [*cells, replace(last, column=last.column + last.column_span, text=text)]


def _row_gone(cells: Cells, dice: random.Random) -> Cells | None:
    rows = _rows(cells)
    return _cut(cells, dice.choice(rows)) if len(rows) > 1 else None


def _cut(cells: Cells, row: int) -> Cells:
    found = []
    for cell in cells:
        if cell.row > row:
            found.append(replace(cell, row=cell.row - 1))
        elif cell.row + cell.row_span <= row:
            found.append(cell)
        elif cell.row_span > 1:
            found.append(replace(cell, row_span=cell.row_span - 1))
    return found


def _row_doubled(cells: Cells, dice: random.Random) -> Cells | None:
    row = dice.choice(_rows(cells))
    copied = [c for c in cells if c.row == row and c.row_span == 1]
    moved = [
        replace(c, row=c.row + 1)
        if c.row > row
        else replace(c, row_span=c.row_span + (c.row_span > 1 and c.row + c.row_span > row))
        for c in cells
    ]
    return [*moved, *(replace(c, row=row + 1) for c in copied)]


def _rows_swapped(cells: Cells, dice: random.Random) -> Cells | None:
    """Swap the figures of two rows, their labels staying."""
    rows = _rows(cells)
    if len(rows) < 2:
        return None
    one, two = (_row(cells, row) for row in dice.sample(rows, 2))
    pairs = [(a, b) for a, b in zip(one, two, strict=False) if len(one) == len(two)]
    return _put(cells, [(a, b.text) for a, b in pairs] + [(b, a.text) for a, b in pairs])


def _labels_swapped(cells: Cells, dice: random.Random) -> Cells | None:
    labels = _labels(cells)
    if len(labels) < 2:
        return None
    one, two = dice.sample(labels, 2)
    return _put(cells, [(one, two.text), (two, one.text)])


def _label_lost(cells: Cells, dice: random.Random) -> Cells | None:
    labels = _labels(cells)
    return _put(cells, [(dice.choice(labels), "")]) if labels else None


def _label_with_figure(cells: Cells, dice: random.Random) -> Cells | None:
    """Put a row's first figure, or all of them, into the cell of its label."""
    labels = _labels(cells)
    if not labels:
        return None
    label = dice.choice(labels)
    row = _row(cells, label.row)
    taken = dice.choice((row[:1], row))
    text = dice.choice((" ", "")).join([label.text, *(cell.text for cell in taken)])
    left = dice.choice(("", None))
    new = [(c, None if left is None else replace(c, text="")) for c in taken]
    cells = _exchanged(_put(cells, [(label, text)]), new)
    return cells if left is not None else _closed(cells, row)


# ---------------------------------------------------------------- header words


def _word_lost(cells: Cells, dice: random.Random) -> Cells | None:
    return _put(cells, [(dice.choice(_words(cells)), "")])


def _word_doubled(cells: Cells, dice: random.Random) -> Cells | None:
    one, two = dice.sample(_words(cells), 2)
    return _put(cells, [(one, two.text)])


def _words_swapped(cells: Cells, dice: random.Random) -> Cells | None:
    one, two = dice.sample(_words(cells), 2)
    return _put(cells, [(one, two.text), (two, one.text)])


def _words_shifted(cells: Cells, dice: random.Random) -> Cells | None:
    """Push the words of one header row on by one place, the last one coming first or lost."""
    row = dice.choice(sorted({cell.row for cell in _words(cells)}))
    words = [cell for cell in _words(cells) if cell.row == row]
    texts = [cell.text for cell in words]
    texts = [dice.choice((texts[-1], "")), *texts[:-1]]
    return _put(cells, zip(words, texts, strict=True))


def _word_cut(cells: Cells, dice: random.Random) -> Cells | None:
    word = dice.choice(_words(cells))
    return _put(cells, [(word, word.text[: max(1, len(word.text) // 2)])])


def _words_merged(cells: Cells, dice: random.Random) -> Cells | None:
    words = sorted(_words(cells), key=lambda c: (c.row, c.column))
    pairs = [(a, b) for a in words for b in words if a.row == b.row and a.column + 1 == b.column]
    pairs = [(a, b) for a, b in pairs if a.row_span == b.row_span and a.column_span == 1]
    if not pairs:
        return None
    one, two = dice.choice(pairs)
    wide = replace(one, text=one.text + two.text, column_span=1 + two.column_span)
    return _exchanged(cells, [(one, wide), (two, None)])


TABLE_DAMAGES: dict[str, Change] = {
    "cell blanked": _blanked,
    "cell dropped": _dropped,
    "cell doubled": _doubled,
    "cells swapped": _swapped,
    "figure moved": _moved_value,
    "cells merged over columns": _merged_right,
    "cells merged over rows": _merged_down,
    "digits split over cells": _split,
    "digit doubled or lost": _digit,
    "digits struck, raised or hidden": _aside,
    "row shifted": _shifted_row,
    "row too short": _short_row,
    "noughts left out": _without_zeros,
    "row too long": _long_row,
    "row dropped": _row_gone,
    "row doubled": _row_doubled,
    "rows swapped": _rows_swapped,
    "labels swapped": _labels_swapped,
    "label lost": _label_lost,
    "label and figures in one cell": _label_with_figure,
    "header word lost": _word_lost,
    "header word doubled": _word_doubled,
    "header words swapped": _words_swapped,
    "header words shifted": _words_shifted,
    "header word cut": _word_cut,
    "header words merged": _words_merged,
}
DAMAGES: dict[str, Callable[[Page, random.Random], Page | None]] = {
    **LINE_DAMAGES,
    **{name: _on_table(change) for name, change in TABLE_DAMAGES.items()},
}
