"""An edition of the official form as immutable data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from model.form.parts import Section
from model.form.table import Table
from model.texts.figures.spoken import Spoken


@dataclass(frozen=True)
class Language:
    """The words of the checks on text, by the names of their lists, and how a text counts."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spoken: Spoken = field(default_factory=Spoken)


@dataclass(frozen=True)
class Form:
    """One edition of the form: its sections and tables, and the words that it is known by.

    `language` gives the words that the checks on text look for; it is asked once, when a text is
    first checked, because much belongs to it.
    """

    edition: str
    name: str
    title: str
    marks: tuple[str, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    language: Callable[[], Language] = field(default=Language, repr=False, compare=False)

    @cached_property
    def _language(self) -> Language:
        return self.language()

    @property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Return the lists of words, by name, that the checks on text look for."""
        return self._language.words

    @property
    def spoken(self) -> Spoken:
        """Return how a text speaks of the cells."""
        return self._language.spoken

    def table(self, key: str) -> Table:
        """Return a table by key; KeyError if the edition has none."""
        return next_by_key(self.tables, key)

    def section(self, key: str) -> Section:
        """Return a section by key; KeyError if the edition has none."""
        return next_by_key(self.sections, key)

    @cached_property
    def section_keys(self) -> tuple[str, ...]:
        """Return the section keys in the order of the report."""
        return tuple(section.key for section in self.sections)


_Keyed = TypeVar("_Keyed", Table, Section)


def next_by_key(items: tuple[_Keyed, ...], key: str) -> _Keyed:
    """Return the item whose key matches, or raise KeyError."""
    for item in items:
        if item.key == key:
            return item
    raise KeyError(key)
