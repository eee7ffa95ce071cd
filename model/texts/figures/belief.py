"""Whether words that may speak of the tables surely do: this matter, this unit, this year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.texts.figures.guards import (
    Context,
    Setting,
    clause_before,
    is_of_this_unit,
    is_of_this_year,
    is_of_whole_year,
    item_before,
    segment_before,
)
from model.texts.figures.spoken import Spoken, Statement

_CLOSED = re.compile(r"[（(][^（()）]*[）)]")
"""What a closed bracket says of last year holds in it alone."""


@dataclass(frozen=True)
class Match:
    """Words of a sentence that may be a statement, and where they start."""

    statement: Statement
    start: int
    words: str


@dataclass(frozen=True)
class Surroundings:
    """The sentence that words stand in, and what was spoken of before it."""

    text: str
    context: Context
    spoken: Spoken
    setting: Setting

    def bear_out(self, match: Match, *, is_listed: bool = False) -> bool:
        """Return whether nothing around the words says that they mean something else.

        What is listed beside another statement stands or falls with that one's stops.
        """
        before = self.text[: match.start]
        segment = segment_before(self.text, match.start)
        clause = clause_before(self.text, match.start)
        item = item_before(self.text, match.start)
        times = f"{self.context.time}，{_CLOSED.sub('', before)}{_years_in(match)}"
        return (
            self._names_its_year(match)
            and not (match.statement.unless and match.statement.unless.search(self.text))
            and is_of_this_year(self.spoken, times, self.setting.year)
            and is_of_whole_year(self.spoken, segment)
            and is_of_this_unit(self.spoken, segment, clause, self.setting.organization)
            and not self._is_partial(item)
            and (is_listed or not self._is_stopped(match.statement, before, item))
        )

    def _names_its_year(self, match: Match) -> bool:
        """Return whether a year named with 结转 is the one before or after the report's."""
        shift, year = match.statement.year_shift, self.setting.year
        if shift is None or year is None:
            return True
        return all(int(found) == year + shift for found in re.findall(r"(\d{4})年", match.words))

    def _is_partial(self, item: str) -> bool:
        """Return whether only some are counted, such as those that came by letter."""
        rest = self.spoken.words_of("every_way").sub("", item)
        return bool(self.spoken.words_of("partial").search(rest))

    def _is_stopped(self, statement: Statement, before: str, item: str) -> bool:
        words = self.spoken.words_of(statement.stops)
        return bool(words.search(before if statement.is_loose else item))

    def is_on_topic(self, match: Match) -> bool:
        """Return whether the words, the sentence or what stood before it name the matter."""
        topic = match.statement.topic
        if not topic or self.spoken.topics[topic].search(match.words):
            return True
        so_far = self.text[: match.start] + match.words
        if self.spoken.words_of("foreign").search(so_far):
            return False
        implying = self.spoken.implying.get(topic, (topic,))
        if self.context.topic in implying:
            return True
        if any(self.spoken.topics[key].search(so_far) for key in implying):
            return True
        return bool(self.spoken.words_of(f"{topic}_around").search(self.text))


def _years_in(match: Match) -> str:
    return match.words if match.statement.year_shift is None else ""
