"""The years that a text names, other than those in titles, document numbers and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.width import narrow

_CHINESE = "〇一二三四五六七八九"
_ZEROS = "〇○零Ｏ"
_DIGITS = {
    **{digit: str(value) for value, digit in enumerate(_CHINESE)},
    **dict.fromkeys(_ZEROS, "0"),
}
_YEAR = re.compile(
    rf"(?<![\d.])(?:(?:19|20)\d{{2}}|20\d{{3}})(?=\s*年)"
    rf"|(?<![{_CHINESE}{_ZEROS}])二[{_ZEROS}][{_CHINESE}{_ZEROS}]{{2}}(?=\s*年)"
)
_ANY = rf"(?:20\d{{2}}|二[{_ZEROS}][{_CHINESE}{_ZEROS}]{{2}})"
_KEPT = re.compile(
    r"《(?:[^《》\n]|《[^《》\n]*》)*》|〈[^〈〉\n]*〉|“[^“”\n]*”|「[^「」\n]*」|[〔\[(【]\s*(?:19|20)\d{2}\s*[〕\])】]"
    r"|(?:https?:|www\.)[!-~]+"
    rf"|{_ANY}\s*年?(?:度|\d{{1,2}}月)?\s*(?:[—–\-－~～至到和与及、]|以及)+\s*{_ANY}\s*年"
)


@dataclass(frozen=True)
class NamedYear:
    """A year in a text: its place without 年, its value, and the digits that it is written in."""

    start: int
    end: int
    value: int
    written: str

    def written_as(self, year: int) -> str:
        """Return another year in the same kind of digits."""
        if self.written[0] == "二":
            zero = next((char for char in self.written if char in _ZEROS), "〇")
            return "".join(zero if digit == "0" else _CHINESE[int(digit)] for digit in str(year))
        is_wide = self.written[0] > "9"
        return "".join(chr(ord(digit) + 0xFEE0) if is_wide else digit for digit in str(year))


@lru_cache(maxsize=4096)
def named_years(line: str) -> tuple[NamedYear, ...]:
    """Return the years that a line names freely, left to right.

    Those in 《》, quotation marks, document numbers, addresses and spans of years are left out.
    """
    if "年" not in line:
        return ()
    return tuple(_named_years(line, narrow(line)))


def kept_places(line: str) -> tuple[tuple[int, int], ...]:
    """Return where a line has titles, quotations, document numbers, addresses, spans of years."""
    return tuple(match.span() for match in _KEPT.finditer(narrow(line)))


def _named_years(line: str, plain: str) -> Iterator[NamedYear]:
    kept = kept_places(plain)
    for match in _YEAR.finditer(plain):
        start, end = match.span()
        if not any(first <= start < last for first, last in kept):
            yield NamedYear(start, end, year_value(match[0]), line[start:end])


def year_value(written: str) -> int:
    """Return the year that Arabic or Chinese digits say."""
    return int("".join(_DIGITS.get(digit, digit) for digit in narrow(written)))
