"""An edition of the official form as immutable data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from model.form.basis import Basis, in_force
from model.form.language import Data, Language
from model.form.parts import Roles, Section
from model.form.table import Table


@dataclass(frozen=True, eq=False, repr=False)
class Form:
    """One edition of the form: what it rests on, its sections and tables, and what they are for.

    `language` gives the words that the checks on text look for; it is asked once, when a text is
    first checked, because much belongs to it. There is one object for each edition.
    """

    edition: str
    name: str
    title: str
    basis: Basis
    roles: Roles
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    language: Callable[[], Language] = Language

    def __repr__(self) -> str:
        return f"Form({self.edition!r})"

    def __deepcopy__(self, memo: object) -> Form:
        """Return the form itself: a copied report is in the same edition."""
        return self

    @cached_property
    def _language(self) -> Language:
        return self.language()

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Return the lists of words, by name, that the checks on text look for."""
        words = self.language_data.get("words", {})
        return {name: tuple(found) for name, found in words.items()}

    @property
    def language_data(self) -> Data:
        """Return all words on texts as they were parsed, for those who build more of them."""
        return self._language.data

    def basis_of(self, year: int | None) -> Basis:
        """Return what the report on a year rests on, whatever edition it is written in."""
        return in_force(self._language.bases or (self.basis,), year)

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

    @cached_property
    def cells(self) -> frozenset[tuple[str, str]]:
        """Return every value cell as (table key, value key)."""
        return frozenset((table.key, key) for table in self.tables for key in table.keys)


_Keyed = TypeVar("_Keyed", Table, Section)


def next_by_key(items: tuple[_Keyed, ...], key: str) -> _Keyed:
    """Return the item whose key matches, or raise KeyError."""
    for item in items:
        if item.key == key:
            return item
    raise KeyError(key)
