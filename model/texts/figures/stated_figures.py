"""All that a text surely says of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from model.texts.figures.guards import Setting
from model.texts.figures.nones import nones
from model.texts.figures.spoken import Spoken
from model.texts.figures.statements import StatedFigure, readings, stated
from model.texts.figures.topics import with_contexts


@lru_cache(maxsize=64)
def stated_figures(
    text: str, default: str, spoken: Spoken, setting: Setting
) -> tuple[tuple[int, StatedFigure], ...]:
    """Return (start of its sentence, what a figure says) of a section, in their order.

    `default` is the table that the whole section concerns, or "". What each sentence says is kept,
    so that after an edit only the sentences that changed are read again.
    """
    return tuple(_stated_figures(text, default, spoken, setting))


def _stated_figures(
    text: str, default: str, spoken: Spoken, setting: Setting
) -> Iterator[tuple[int, StatedFigure]]:
    for sentence, context in with_contexts(text, default, spoken):
        for figure in stated(readings(sentence.text, context, spoken, setting)):
            yield sentence.start, figure
        for figure in nones(sentence.text, context, spoken, setting):
            yield sentence.start, figure
