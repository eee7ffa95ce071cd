"""Figures that are missing in a sentence, or that are given only about."""

from __future__ import annotations

import re
from functools import lru_cache

from model.texts.figures.guards import clause_before, hide_names
from model.texts.figures.numbers import figures
from model.texts.figures.spoken import Spoken

_ABOUT = re.compile(r"(?:大约|约|大概|将近|接近|近|(?:上|数|几)$)\s*$")
_AFTER = re.compile(r"\s*(?:左右|上下)")

AFTER = 4
"""How many characters after a figure may still say that information is counted."""

Words = tuple[tuple[int, str], ...]
"""Words with where they start in their sentence."""


@lru_cache(maxsize=4096)
def missing_figures(text: str, spoken: Spoken) -> Words:
    """Return the words of a sentence in which a figure before the measure word is missing."""
    hidden = hide_names(text)
    found: dict[int, str] = {}
    for words in spoken.missing:
        for match in words.finditer(hidden):
            end = match.end("place")
            if spoken.words_of("not_missing").search(clause_before(hidden, end)):
                continue
            if spoken.words_of("missing_end").match(hidden, end):
                found.setdefault(end, text[match.start() : end])
    return tuple((end - len(words), words) for end, words in sorted(found.items()))


@lru_cache(maxsize=4096)
def vague_figures(text: str, spoken: Spoken) -> Words:
    """Return the counts of a sentence that are given with 余、多、约, with that word."""
    hidden = hide_names(text)
    found = []
    for figure in figures(hidden):
        clause = clause_before(hidden, figure.start) + hidden[figure.end : figure.end + AFTER]
        is_counted = figure.unit in spoken.vague_units or (
            figure.unit in spoken.vague_units_of_information
            and spoken.words_of("information").search(clause)
        )
        if figure.is_vague and is_counted:
            before = _ABOUT.search(hidden, 0, figure.start)
            after = _AFTER.match(hidden, figure.end)
            start = before.start() if before else figure.start
            found.append((start, text[start : after.end() if after else figure.end]))
    return tuple(found)
