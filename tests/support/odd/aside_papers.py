"""Papers with words beside their figures that nobody reads as part of them."""

from __future__ import annotations

import random
from dataclasses import replace

from papers import Paper, PaperCell, PaperTable

CELLS = 6
"""Figures of a table that get an aside."""


def with_asides(paper: Paper, mark: str, seed: int) -> Paper:
    """Return the paper with asides of one kind beside some figures of each table."""
    dice = random.Random(f"{mark} {seed}")
    blocks = [
        _with_asides(block, mark, dice) if isinstance(block, PaperTable) else block
        for block in paper.blocks
    ]
    return replace(paper, blocks=tuple(blocks))


def aside_cells(paper: Paper) -> list[PaperCell]:
    """Return the cells of a paper that have an aside."""
    tables = [block for block in paper.blocks if isinstance(block, PaperTable)]
    return [cell for table in tables for cell in table.cells if cell.aside]


def _with_asides(table: PaperTable, mark: str, dice: random.Random) -> PaperTable:
    places = [place for place, cell in enumerate(table.cells) if cell.key and cell.text.isdigit()]
    cells = list(table.cells)
    for place in dice.sample(places, min(CELLS, len(places))):
        cells[place] = replace(cells[place], aside=str(dice.randrange(1, 10)), aside_mark=mark)
    return replace(table, cells=tuple(cells))
