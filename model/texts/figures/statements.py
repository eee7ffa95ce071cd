"""What the figures of a sentence say of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from model.texts.figures.belief import Match, Surroundings
from model.texts.figures.guards import (
    Context,
    Setting,
    clause_before,
    hide_names,
    is_compared,
    is_of_this_year,
    segment_before,
)
from model.texts.figures.numbers import Figure, figures, narrow_digits
from model.texts.figures.spoken import Columns, Formula, Phrasing, Spoken, Statement

WINDOW = 90
"""How many characters before a figure may say what it counts."""

_EDGE = re.compile(r"^[，。；：、（()）,;:\s]+")
_LINK = re.compile(r"[、，；和及以]*")
_CLOSED = re.compile(r"[（(][^（()）]*[）)]")
_CLAUSE_END = re.compile(r"[，。；：,;:（()）\s]")
_MASK = "＊"
_STATED_BARE = re.compile(r"(?:[为是共:：]|计)\s*$")


@dataclass(frozen=True)
class StatedFigure:
    """A figure that says something of the tables: its words, its number, and the readings."""

    start: int
    end: int
    value: Figure
    statement: Statement
    formulas: tuple[Formula, ...]


@dataclass(frozen=True)
class Reading:
    """A figure, what it was understood as, and the figure that it is a part of, by number.

    `is_aside` marks a comparison, which says nothing of its own and breaks nothing.
    """

    figure: Figure
    statement: Statement | None = None
    formulas: tuple[Formula, ...] = ()
    owner: int | None = None
    is_aside: bool = False
    is_sure: bool = False


@lru_cache(maxsize=4096)
def readings(text: str, context: Context, spoken: Spoken, setting: Setting) -> tuple[Reading, ...]:
    """Return how each figure of a sentence is understood, `context` being what stood before it."""
    return _Reader(text, context, spoken, setting).read()


class _Reader:
    """Reads the figures of one sentence from left to right."""

    def __init__(self, text: str, context: Context, spoken: Spoken, setting: Setting) -> None:
        self.text = narrow_digits(hide_names(text))
        self.spoken = spoken
        self.around = Surroundings(self.text, context, spoken, setting)
        self.found: list[Reading] = []

    def read(self) -> tuple[Reading, ...]:
        for figure in figures(self.text):
            self.found.append(self._reading(figure))
        return tuple(self.found)

    def _reading(self, figure: Figure) -> Reading:
        if self._is_of_another_year(figure):
            return Reading(figure, is_aside=True)
        match = self._longest_believed(figure)
        if match is None and not figure.unit:
            # A bare number that says nothing numbers a paragraph.
            return Reading(figure, is_aside=True)
        owner = self._owner(figure.start)
        if match is None:
            return Reading(figure, owner=owner)
        statement = match.statement
        formulas = self._formulas(statement, owner)
        if not formulas:
            return Reading(figure, owner=owner)
        return Reading(figure, statement, formulas, owner, is_sure=not figure.is_vague)

    def _is_of_another_year(self, figure: Figure) -> bool:
        """Return whether a figure is compared with, or its own clause is on another year."""
        clause = clause_before(self.text, figure.start)
        year = self.around.setting.year
        return is_compared(self.spoken, self.text, figure.start) or not is_of_this_year(
            self.spoken, clause, year
        )

    # ------------------------------------------------------------ what is said

    def _longest_believed(self, figure: Figure) -> Match | None:
        matches = sorted(self._matches(figure), key=lambda match: -len(match.words))
        return next((match for match in matches if self._is_believed(match)), None)

    def _matches(self, figure: Figure) -> Iterator[Match]:
        start = max(0, figure.start - WINDOW)
        around = self.text[start : figure.end + WINDOW]
        for statement in self.spoken.statements:
            if statement.needs is not None and not statement.needs.search(around):
                continue
            if not self._is_counted(statement, figure):
                continue
            for phrasing in statement.phrasings:
                if phrasing.trigger is None or phrasing.trigger.search(around):
                    yield from self._match(statement, phrasing, figure, start)

    def _is_counted(self, statement: Statement, figure: Figure) -> bool:
        """Return whether the measure word fits; figures without one need a name or 为."""
        if figure.unit:
            return figure.unit in statement.units
        before = self.text[: figure.start]
        return statement.is_named or (not statement.is_amount and bool(_STATED_BARE.search(before)))

    def _match(
        self, statement: Statement, phrasing: Phrasing, figure: Figure, start: int
    ) -> Iterator[Match]:
        after = phrasing.after.match(self.text, figure.end)
        before = after and phrasing.before.search(self.text, start, figure.start)
        if before and after:
            words = _EDGE.sub("", before[0])
            yield Match(statement, before.end() - len(words), words + after[0])

    # ------------------------------------------------------------ whether to believe it

    def _is_believed(self, match: Match) -> bool:
        return (
            not self._goes_on_with_a_way(match.statement)
            and self.around.bear_out(match, is_listed=self._is_listed(match))
            and (self.around.is_on_topic(match) or self._is_continued(match))
            and self._comes_in_turn(match.statement)
        )

    def _goes_on_with_a_way(self, statement: Statement) -> bool:
        """Return whether only those are meant that came one way: 受理线上申请9件，办结8件."""
        last = self.found[-1] if self.found else None
        goes_on = statement.is_main and not statement.once
        if last is None or not goes_on or not self._is_a_way(last):
            return False
        before = clause_before(self.text, last.figure.start)
        return bool(self.spoken.words_of("receiving").search(before))

    def _is_listed(self, match: Match) -> bool:
        """Return whether it follows another statement in one list."""
        last = self.found[-1] if self.found else None
        if last is None or last.statement is None:
            return False
        return bool(_LINK.fullmatch(self.text, last.figure.end, match.start))

    def _is_continued(self, match: Match) -> bool:
        """Return whether the sentence spoke of the same matter before, and of no other since."""
        clause = clause_before(self.text, match.start) + match.words
        if self.spoken.words_of("foreign").search(clause):
            return False
        topic = match.statement.topic
        return any(item.statement and item.statement.topic == topic for item in self.found)

    def _comes_in_turn(self, statement: Statement) -> bool:
        if statement.once and any(item.statement and item.statement.once for item in self.found):
            return False
        return not statement.follows or self._follows(statement)

    def _follows(self, statement: Statement) -> bool:
        """Return whether what it must follow stands before it, right before it if it must."""
        before = self.found[-1:] if statement.right_after else self.found
        keys = {item.statement.key for item in before if item.statement}
        return not keys.isdisjoint(statement.follows)

    # ------------------------------------------------------------ what it is a part of

    def _owner(self, start: int) -> int | None:
        """Return the number of the figure that 其中 or a bracket makes this one a part of."""
        before = _without_closed(self.text[:start])
        opened = max(before.rfind(mark) for mark in "（(")
        segment = start - len(segment_before(before, start))
        among = max(
            (match.start() for match in self.spoken.words_of("part_starts").finditer(before)),
            default=-1,
        )
        place = max(opened, among if among >= segment else -1)
        if place < 0:
            return None
        number = self._last_figure(place)
        return number if place == opened else self._before_carried(number)

    def _before_carried(self, number: int | None) -> int | None:
        """Return the figure before those carried from year to year, which are told in passing.

        收到12件，上年结转1件，其中自然人…: the parts are those of what was received.
        """
        mains = [place for place, item in enumerate(self.found) if _is_whole(item)]
        carried = number is not None and self.found[number].statement
        if carried and carried.year_shift is not None and mains:
            return mains[-1]
        return number

    def _last_figure(self, place: int) -> int | None:
        """Return the number of the last figure before a place, outside of brackets closed there."""
        before = _without_closed(self.text[:place])
        for number in range(len(self.found) - 1, -1, -1):
            item = self.found[number]
            is_before = item.figure.end <= place and before[item.figure.start] != _MASK
            if is_before and not item.is_aside:
                return number
        return None

    def _formulas(self, statement: Statement, owner: int | None) -> tuple[Formula, ...]:
        """Return the readings; a part of a part, or of what was not understood, has none."""
        if statement.columns is not None:
            return _picked(statement.columns, self._rows_before(owner, statement.topic))
        if owner is not None:
            of = self.found[owner].statement
            if of is None or of.columns is not None or statement.once:
                return ()
        return statement.formulas

    def _rows_before(self, owner: int | None, topic: str) -> tuple[Formula, ...]:
        """Return the readings of the rows that a column is picked out of.

        How many came which way, as in 网络申请2件；自然人2件, stands between and says nothing.
        """
        if owner is not None:
            return self._rows_of(self.found[owner])
        shown = _without_closed(self.text)
        for item in reversed(self.found):
            is_column = item.statement is not None and item.statement.columns is not None
            is_hidden = shown[item.figure.start] == _MASK
            if item.is_aside or is_column or is_hidden or self._is_a_way(item):
                continue
            is_main = item.statement is not None and item.statement.is_main
            return self._rows_of(item) if is_main else ()
        return self._rows_implied(topic)

    def _is_a_way(self, item: Reading) -> bool:
        """Return whether a figure counts the requests that came one way."""
        if item.statement is not None:
            return False
        after = _CLAUSE_END.split(self.text[item.figure.end :], maxsplit=1)[0]
        words = clause_before(self.text, item.figure.start) + after
        return bool(self.spoken.words_of("ways").search(words))

    def _rows_of(self, item: Reading) -> tuple[Formula, ...]:
        if item.statement is None or item.statement.columns is not None:
            return ()
        return item.formulas + self._wider_rows(item.statement)

    def _wider_rows(self, statement: Statement) -> tuple[Formula, ...]:
        """Return the main rows spoken of before an outcome, whose applicants may be meant.

        What is carried from year to year is told in passing, too: 收到12件，上年结转1件，其中….
        """
        if statement.is_main and statement.year_shift is None:
            return ()
        mains = [item for item in self.found if item.statement and item.statement.is_main]
        return tuple(formula for item in mains for formula in item.formulas)

    def _rows_implied(self, topic: str) -> tuple[Formula, ...]:
        """Return the rows of 收到 where a sentence counts the applicants alone.

        Where requests were spoken of before, it may count those received or those answered.
        """
        for statement in self.spoken.statements:
            if self.spoken.words_of(statement.implied_by).search(self.text):
                return statement.formulas
        if self.around.context.topic != topic:
            return ()
        return tuple(
            formula
            for statement in self.spoken.statements
            if statement.topic == topic and statement.is_main and statement.year_shift is None
            for formula in statement.formulas
        )


def _is_whole(item: Reading) -> bool:
    """Return whether a figure is that of a main statement on the year itself."""
    statement = item.statement
    return statement is not None and statement.is_main and statement.year_shift is None


def _without_closed(text: str) -> str:
    """Return the text, of the same length, with its closed brackets masked."""
    return _CLOSED.sub(lambda match: _MASK * len(match[0]), text)


def _picked(columns: Columns, formulas: Sequence[Formula]) -> tuple[Formula, ...]:
    return tuple(dict.fromkeys(picked for rows in formulas if (picked := columns.of(rows))))


def stated(found: Sequence[Reading]) -> Iterator[StatedFigure]:
    """Yield what is surely said; 0 of two matters at once is said of each."""
    for item in found:
        if item.statement is None or not item.is_sure:
            continue
        figure = item.figure
        readings_of = [item.formulas]
        if item.statement.zero_each and figure.value == 0:
            readings_of = [((term,),) for formula in item.formulas for term in formula]
        for formulas in readings_of:
            yield StatedFigure(figure.start, figure.end, figure, item.statement, formulas)
