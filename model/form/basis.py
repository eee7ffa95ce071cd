"""For which years an edition of the form is, and the papers by which a report is drawn up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_NUMBER = re.compile(r"(?P<issuer>.+)〔(?P<year>\d{4})〕(?P<number>\d+)号")
_TITLE = re.compile(r"《([^《》]+)》")


@dataclass(frozen=True)
class Notice:
    """The notice that prescribes an edition, by its number and its full name.

    `known_by` are words of the name that the notice after it does not have, or "".
    """

    number: str
    name: str
    known_by: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is not written as issuer, 〔year〕 and number."""
        if not _NUMBER.fullmatch(self.number):
            raise ValueError(f"{self.number} is no number of a notice")

    @property
    def parts(self) -> tuple[str, str, str]:
        """Return (issuer, year, number) of the notice's number."""
        match = _NUMBER.fullmatch(self.number)
        assert match is not None
        return match["issuer"], match["year"], match["number"]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return who issued the notice, and the papers in 《》 that it issues."""
        return (self.name.partition("关于")[0], *_TITLE.findall(self.name))


@dataclass(frozen=True)
class Regulations:
    """The regulations that ask for the report: their name and the decree in force.

    `order` and `replaced` are the decrees as they are cited; `revised` is the year of the former.
    """

    name: str
    order: str
    replaced: str
    revised: int

    def __post_init__(self) -> None:
        """Raise ValueError for a decree without a number."""
        if not (self.order_number and self.replaced_number):
            raise ValueError(f"{self.order}, {self.replaced}: no decrees with numbers")

    @property
    def short_name(self) -> str:
        """Return the name as it is mostly cited, without the country's."""
        return self.name.removeprefix("中华人民共和国")

    @property
    def order_number(self) -> str:
        """Return the digits of the decree in force."""
        return _digits(self.order)

    @property
    def replaced_number(self) -> str:
        """Return the digits of the decree that it replaced."""
        return _digits(self.replaced)


@dataclass(frozen=True)
class Basis:
    """What an edition rests on, and the years of the reports that it is meant for.

    Without `to_year` it is meant for all reports until a newer edition is. `replaced` is the notice
    that its own took the place of, where that is known.
    """

    edition: str
    from_year: int
    to_year: int | None
    notice: Notice
    regulations: Regulations
    replaced: Notice | None = None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of papers and offices that a text on the basis cites."""
        return (*self.notice.names, self.regulations.name)

    def is_for(self, year: int) -> bool:
        """Return whether the edition is meant for the report on a year."""
        return self.from_year <= year and (self.to_year is None or year <= self.to_year)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def in_force(bases: Sequence[Basis], year: int | None) -> Basis:
    """Return the basis of a year's report: of those meant for it, the newest.

    Of a year that none is meant for it is the last one before, or else the first; of an unknown
    year it is the newest.
    """
    in_order = sorted(bases, key=lambda basis: basis.from_year)
    if year is None:
        return in_order[-1]
    meant = [basis for basis in in_order if basis.is_for(year)]
    begun = [basis for basis in in_order if basis.from_year <= year]
    return (meant or begun or in_order[:1])[-1]
