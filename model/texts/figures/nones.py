"""Sentences that say that there was nothing: no requests, no reconsideration, no litigation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from model.texts.figures.belief import Match, Surroundings
from model.texts.figures.guards import Context, Setting, hide_names
from model.texts.figures.numbers import Figure
from model.texts.figures.spoken import Spoken
from model.texts.figures.statements import StatedFigure

_UNIT = "件"


@lru_cache(maxsize=4096)
def nones(
    text: str, context: Context, spoken: Spoken, setting: Setting
) -> tuple[StatedFigure, ...]:
    """Return what a sentence says to be 0 in words such as 未收到; each thing once."""
    around = Surroundings(hide_names(text), context, spoken, setting)
    found: dict[str, StatedFigure] = {}
    for stated in _nones(around):
        found.setdefault(stated.statement.key, stated)
    return tuple(found.values())


def _nones(around: Surroundings) -> Iterator[StatedFigure]:
    for words in around.spoken.nones:
        for match in words.finditer(around.text):
            for key, name in match.groupdict().items():
                statement = around.spoken.statement(key)
                if name is None or statement is None:
                    continue
                end = match.end(key)
                stated = Match(statement, match.start(), around.text[match.start() : end])
                if around.bear_out(stated) and around.is_on_topic(stated):
                    figure = Figure(match.start(), end, Decimal(0), _UNIT)
                    yield StatedFigure(match.start(), end, figure, statement, statement.formulas)
