"""How a text speaks of the cells of the tables, as immutable data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from model.form.parts import cell_key

Words = re.Pattern[str]
NO_WORDS = re.compile("(?!)")


@dataclass(frozen=True)
class Term:
    """Cells of one table that are added up, or taken off where `sign` is -1.

    `rows` and `columns` are keys; `group` is the printed name where they are a group's.
    """

    sign: int
    table: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    group: str = ""

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Return the cells as (table key, value key)."""
        return tuple((self.table, cell_key(row, key)) for row in self.rows for key in self.columns)


Formula = tuple[Term, ...]


@dataclass(frozen=True)
class Columns:
    """The columns of a table that a statement picks out of the rows spoken of before."""

    table: str
    keys: tuple[str, ...]
    group: str = ""

    def of(self, formula: Formula) -> Formula:
        """Return the formula with these columns in place of its own; () of another table."""
        return tuple(
            Term(term.sign, term.table, term.rows, self.keys, self.group or term.group)
            for term in formula
            if term.table == self.table
        )


@dataclass(frozen=True)
class Phrasing:
    """One way to say it: what stands before the figure, anchored at it, and what after.

    The patterns are compiled when a text is first searched for them: there are hundreds, and most
    of what the program does searches no text.
    """

    before_pattern: str
    after_pattern: str
    trigger_pattern: str = ""

    @cached_property
    def before(self) -> Words:
        """Return the pattern of what stands before the figure."""
        return re.compile(self.before_pattern)

    @cached_property
    def after(self) -> Words:
        """Return the pattern of what stands after the figure."""
        return re.compile(self.after_pattern)

    @cached_property
    def trigger(self) -> Words | None:
        """Return the pattern without which it is not worth searching, or None."""
        return re.compile(self.trigger_pattern) if self.trigger_pattern else None


@dataclass(frozen=True, eq=False)
class Statement:
    """What a figure in a text may say of the tables, and the ways in which it is said.

    `formulas` are the readings, any of which may hold. `is_main` statements may be followed by
    columns; `once` is said once a sentence. `year_shift` is how far a year named in it lies from
    the report's. `follows` are statements of which one must stand before it in the sentence, as
    the last figure before it where it is `right_after`.
    It does not hold where `unless` stands in the sentence, or words of the list `stops` before it.
    A figure that an `is_loose` one counts may be something else's for words in all the sentence.
    `implied_by` names the words by which it is meant where a sentence only counts columns.
    It is not worth searching where none of `needs` stands.
    """

    key: str
    phrasings: tuple[Phrasing, ...]
    formulas: tuple[Formula, ...] = ()
    columns: Columns | None = None
    topic: str = ""
    units: tuple[str, ...] = ()
    stops: str = ""
    unless: Words | None = None
    follows: tuple[str, ...] = ()
    year_shift: int | None = None
    is_named: bool = False
    is_main: bool = False
    is_amount: bool = False
    is_loose: bool = False
    implied_by: str = ""
    once: bool = False
    zero_each: bool = False
    right_after: bool = False
    needs: Words | None = None


@dataclass(frozen=True, eq=False)
class Spoken:
    """All statements of an edition, with the words that tell when one must not be believed.

    `topics` tell by words which table's matter a sentence concerns; `implying` are the
    topics that, spoken of before, make one sure. `nones` say that there was
    nothing, their groups being named for the statements; `missing` lack a figure at `place`.
    `closed` are statements that together are the whole. Vague counts are told in some units always
    and in others where information is counted. `fees` are the charges in table 二, `unpaid` the
    requests that ended because a charge was not paid.
    """

    statements: tuple[Statement, ...] = ()
    topics: Mapping[str, Words] = field(default_factory=dict)
    implying: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)
    nones: tuple[Words, ...] = ()
    missing: tuple[Words, ...] = ()
    closed: tuple[frozenset[str], ...] = ()
    vague_units: tuple[str, ...] = ()
    vague_units_of_information: tuple[str, ...] = ()
    fees: Formula = ()
    unpaid: Formula = ()

    def words_of(self, name: str) -> Words:
        """Return the words of a list by name; of a list that is not given, none are found."""
        return self.words.get(name, NO_WORDS)

    def statement(self, key: str) -> Statement | None:
        """Return a statement by key, None where the edition has no cells that it could be of."""
        return {statement.key: statement for statement in self.statements}.get(key)
