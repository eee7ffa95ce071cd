"""The papers that a report is drawn up by, as a text cites them, and what is wrong with that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from model.texts.width import narrow

_NUMBER = re.compile(
    r"(国办[一-龥]{0,6})\s*([〔﹝\[(【「{]?)\s*([12]\d{3})\s*([〕﹞\])】」}]?)\s*第?\s*(\d{1,3})\s*号"
)
_DECREE = re.compile(r"国务院令?[\s(]*第?\s*(\d{3})\s*号")
_TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》)*》|〈[^〈〉\n]*〉")
_PIECE = re.compile(r"[^《》〈〉<>\s]+")
_BRACKETS = ("〔〕", "﹝﹞")
_ALIKE = 0.86
_LAST_YEAR_OF_THE_OLD = 2020
_ORDER, _OLD_ORDER = "711", "492"


@dataclass(frozen=True)
class Cited:
    """Words that cite a basis wrongly: their place, what is wrong, and the right words if sure."""

    start: int
    end: int
    mistake: str
    right: str | None


@dataclass(frozen=True)
class Basis:
    """The notice's number in force and the one before, and names that are often mistyped."""

    number: str
    old_number: str
    names: tuple[str, ...]


@lru_cache(maxsize=1024)
def wrong_basis(line: str, year: int, basis: Basis) -> tuple[Cited, ...]:
    """Return the wrong citations of the notice and its name in a line of the report on a year."""
    if "国" not in line and "《" not in line:
        return ()
    return (*_wrong_numbers(line, year, basis), *_wrong_names(line, basis.names))


def _wrong_numbers(line: str, year: int, basis: Basis) -> Iterator[Cited]:
    right, old = (_parts(number) for number in (basis.number, basis.old_number))
    for match in _NUMBER.finditer(narrow(line)):
        prefix, opened, in_year, closed, number = match.groups()
        if not _is_the_notice(line, match.start(), prefix, right[0]):
            continue
        place = match.span()
        if (in_year, number) == old[1:] and prefix == right[0]:
            if year > _LAST_YEAR_OF_THE_OLD:
                # The old notice bore another name; where that stands, the number alone is no fix.
                bore_other_name = "有关事项" in line[: match.start()]
                yield Cited(*place, "old", None if bore_other_name else basis.number)
        elif (prefix, in_year, number) != right:
            yield Cited(*place, "number", basis.number)
        elif opened + closed not in _BRACKETS:
            yield Cited(*place, "brackets", basis.number)


def _parts(number: str) -> tuple[str, str, str]:
    """Return (prefix, year, number) of a paper's number."""
    match = _NUMBER.fullmatch(number)
    assert match is not None
    return match[1], match[3], match[5]


def _is_the_notice(line: str, start: int, prefix: str, right: str) -> bool:
    """Return whether a number is meant to be the notice's: by its name before it."""
    before = line[max(0, start - 80) : start]
    if "格式" in before and re.search(r"报告格式[^，。；]{0,8}[（(]?\s*$", before):
        return True
    return prefix == right and "报告" in before


def _wrong_names(line: str, names: tuple[str, ...]) -> Iterator[Cited]:
    for title in _TITLE.finditer(line):
        for piece in _PIECE.finditer(title[0]):
            yield from _wrong_piece(piece[0], title.start() + piece.start(), names)


def _wrong_piece(piece: str, start: int, names: tuple[str, ...]) -> Iterator[Cited]:
    for name in names:
        # What leads the name's first word is the issuer's, what follows 关于 the paper's.
        words = piece.split("关于")[0] if "关于" in piece else piece
        if words != name and _is_mistyped(words, name):
            yield Cited(start, start + len(words), "name", name)


def _is_mistyped(words: str, name: str) -> bool:
    """Return whether words are a name with a slip in it, not a shorter or longer name."""
    missing = len(name) - len(words)
    if name in words or abs(missing) > 2 or (name.startswith(words) and missing > 1):
        return False
    return SequenceMatcher(None, words, name, autojunk=False).ratio() >= _ALIKE


def wrong_orders(text: str) -> tuple[Cited, ...]:
    """Return where a text cites the regulations by the decree of 2007 without that of 2019."""
    orders = list(_DECREE.finditer(narrow(text)))
    if any(match[1] == _ORDER for match in orders):
        return ()
    return tuple(_cited_order(match) for match in orders if _is_its_order(text, match))


def _is_its_order(text: str, match: re.Match[str]) -> bool:
    """Return whether a decree is cited as the one of the regulations on open information."""
    before = text[max(0, match.start() - 30) : match.start()]
    is_named = re.search(r"政府信息公开条例》?[（(][^，。；）)]*$", before)
    return bool(match[1] == _OLD_ORDER or is_named)


def _cited_order(match: re.Match[str]) -> Cited:
    mistake = "old order" if match[1] == _OLD_ORDER else "order"
    place = match.start(1)
    return Cited(place, place + 3, mistake, _ORDER)
