"""What an edition offers to put into a text: named figures, and whole sentences with figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.form.form import Form
from model.report.links.linking import Cell, cells_in


@dataclass(frozen=True)
class NamedFigure:
    """A figure that is often needed, under a short name."""

    name: str
    cell: Cell


@dataclass(frozen=True)
class ReadySentence:
    """A sentence that most reports have: a name for it, and its words with {table/row.column}."""

    name: str
    pattern: str


def named_figures(form: Form) -> tuple[NamedFigure, ...]:
    """Return the figures that the edition names, in its order."""
    listed = form.language_data.get("named_figures", ())
    return tuple(NamedFigure(item["name"], cells_in(f"{{{item['cell']}}}")[0]) for item in listed)


def ready_sentences(form: Form) -> tuple[ReadySentence, ...]:
    """Return the sentences that the edition offers, in its order."""
    listed = form.language_data.get("ready_sentences", ())
    return tuple(ReadySentence(item["name"], item["words"]) for item in listed)


def unknown_cells(form: Form) -> Iterator[Cell]:
    """Yield the cells that an edition's figures and sentences name and that it does not have."""
    named = [figure.cell for figure in named_figures(form)]
    named += [cell for item in ready_sentences(form) for cell in cells_in(item.pattern)]
    yield from (cell for cell in named if cell not in form.cells)
