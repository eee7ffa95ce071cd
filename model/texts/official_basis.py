"""The papers that a report is drawn up by, as a text cites them, and what is wrong with that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from model.form.basis import Basis, Regulations
from model.texts.width import narrow

_YEAR = r"([〔﹝\[(【「{]?)\s*([12]\d{3})\s*([〕﹞\])】」}]?)"
_DECREE = re.compile(r"国务院令?[\s(]*第?\s*(\d{3,4})\s*号")
_TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》)*》|〈[^〈〉\n]*〉")
_PIECE = re.compile(r"[^《》〈〉<>\s]+")
_BRACKETS = ("〔〕", "﹝﹞")
_ALIKE = 0.86
_NEAR_NUMBER = 40


@dataclass(frozen=True)
class Cited:
    """Words that cite a basis wrongly: their place, what is wrong, and the right words if sure."""

    start: int
    end: int
    mistake: str
    right: str | None


@lru_cache(maxsize=1024)
def wrong_basis(line: str, basis: Basis, no_issuers: tuple[str, ...] = ()) -> tuple[Cited, ...]:
    """Return the wrong citations of the notice and of names in a line of a report.

    `no_issuers` are offices whose name is no part of the regulations'.
    """
    if "号" not in line and "《" not in line:
        return ()
    numbers = tuple(_wrong_numbers(line, basis))
    return (
        *numbers,
        *(() if numbers else _mixed(line, basis)),
        *_wrong_names(line, basis.names),
        *_wrong_issuers(line, basis.regulations, no_issuers),
    )


def _mixed(line: str, basis: Basis) -> Iterator[Cited]:
    """Yield the name of the old notice where the number behind it is the new one's."""
    if basis.replaced is None or not basis.replaced.known_by:
        return
    for title in _TITLE.finditer(line):
        number = _numbers(basis).search(narrow(line[title.end() :][:_NEAR_NUMBER]))
        names_old = basis.replaced.known_by in title[0] and "年度报告" in title[0]
        if number and names_old and number.group(1, 3, 5) == basis.notice.parts:
            yield Cited(*title.span(), "mixed", f"《{basis.notice.name}》")


def _wrong_issuers(
    line: str, regulations: Regulations, no_issuers: tuple[str, ...]
) -> Iterator[Cited]:
    name = re.escape(regulations.short_name)
    for match in re.finditer(rf"[《〈]((?:{'|'.join(no_issuers)}){name})[》〉]", line):
        yield Cited(*match.span(1), "name", regulations.name)


@lru_cache(maxsize=1024)
def notices_of_other_years(line: str, year: int, kinds: tuple[str, ...]) -> tuple[Cited, ...]:
    """Return the notices in 《》 on drawing up the reports of another year than this one's."""
    return tuple(
        Cited(*match.span(), "other year", match["year"])
        for match in re.finditer(
            rf"《[^《》\n]*?(?P<year>20\d{{2}})年度?[^《》\n]*?(?:{'|'.join(kinds)})[^《》\n]*?通知》",
            narrow(line),
        )
        if int(match["year"]) != year
    )


def _wrong_numbers(line: str, basis: Basis) -> Iterator[Cited]:
    right, old = basis.notice, basis.replaced
    for match in _numbers(basis).finditer(narrow(line)):
        issuer, opened, year, closed, number = match.groups()
        if not _is_the_notice(line, match.start(), issuer, right.parts[0]):
            continue
        place = match.span()
        if old is not None and (issuer, year, number) == old.parts:
            # Where the old notice's own name stands before it, the number alone is no fix.
            bears_old_name = bool(old.known_by) and old.known_by in line[: match.start()]
            yield Cited(*place, "old", None if bears_old_name else right.number)
        elif (issuer, year, number) != right.parts:
            yield Cited(*place, "number", right.number)
        elif opened + closed not in _BRACKETS:
            yield Cited(*place, "brackets", right.number)


@lru_cache(maxsize=8)
def _numbers(basis: Basis) -> re.Pattern[str]:
    """Return the pattern of the numbers that may be meant for a notice's, however they are put."""
    notices = (basis.notice, *([basis.replaced] if basis.replaced else ()))
    issuers = "".join(f"|{re.escape(notice.parts[0])}" for notice in notices)
    return re.compile(rf"(国办[一-龥]{{0,6}}{issuers})\s*{_YEAR}\s*第?\s*(\d{{1,3}})\s*号")


def _is_the_notice(line: str, start: int, issuer: str, right: str) -> bool:
    """Return whether a number is meant to be the notice's: by its name before it."""
    before = line[max(0, start - 80) : start]
    if "格式" in before and re.search(r"报告格式[^，。；]{0,8}[（(]?\s*$", before):
        return True
    return issuer == right and "报告" in before


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


def wrong_orders(text: str, regulations: Regulations) -> tuple[Cited, ...]:
    """Return where a text cites the regulations by an old decree without that in force."""
    orders = list(_DECREE.finditer(narrow(text)))
    right, old = regulations.order_number, regulations.replaced_number
    if any(match[1] == right for match in orders):
        return ()
    return tuple(
        Cited(*match.span(1), "old order" if match[1] == old else "order", right)
        for match in orders
        if match[1] == old or _names_regulations(text, match.start(), regulations)
    )


def _names_regulations(text: str, start: int, regulations: Regulations) -> bool:
    """Return whether a decree is cited as the one of the regulations on open information."""
    before = text[max(0, start - 30) : start]
    name = re.escape(regulations.short_name)
    return bool(re.search(rf"{name}》?[（(][^，。；）)]*$", before))
