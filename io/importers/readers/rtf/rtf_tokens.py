"""The bytes of an RTF file cut into groups, control words and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

MOST_TOKENS = 3_000_000
MOST_DEPTH = 400
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,40})(-?[0-9]{1,10})? ?"
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z'])"
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)"
    rb"|[\r\n]+"
    rb"|.",
    re.DOTALL,
)


class RtfTooLargeError(Exception):
    """The file holds more, or nests deeper, than anybody would write."""


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SIGN = auto()
    BYTES = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token: a control word with its number, a sign such as `~`, or bytes of text."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""
    is_hex: bool = False


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; RtfTooLargeError beyond limits."""
    place, count, depth = 0, 0, 0
    while match := _TOKEN.match(data, place):
        place, count = match.end(), count + 1
        token = _token(match)
        if token is None:
            continue
        if token.word == _BINARY:
            place += max(0, token.number or 0)
            continue
        depth += _DEEPER.get(token.kind, 0)
        if count > MOST_TOKENS or depth > MOST_DEPTH:
            raise RtfTooLargeError
        yield token


_BINARY = "bin"
_DEEPER = {Kind.OPEN: 1, Kind.CLOSE: -1}


def _token(match: re.Match[bytes]) -> Token | None:
    """Return what was matched; None for a line's end, which is no text."""
    word, number, code, sign, brace, text = match.groups()
    if word is not None:
        return Token(Kind.WORD, word.decode("ascii"), int(number) if number else None)
    if code is not None:
        return Token(Kind.BYTES, data=bytes((int(code, 16),)), is_hex=True)
    if sign is not None:
        return Token(Kind.SIGN, sign.decode("latin-1"))
    if brace is not None:
        return _OPEN if brace == b"{" else _CLOSE
    return None if text is None else Token(Kind.BYTES, data=text)
