"""What stands in a cell: blank, a count, an amount of money, or text kept as it was typed."""

from __future__ import annotations

import re
from decimal import Decimal

from model.form.parts import Column, Kind
from model.texts.width import narrow

Value = int | Decimal | str | None
"""None is blank; a count is int, an amount is Decimal with its decimals kept; else the text."""

MOST_DIGITS = 15
"""A longer row of digits is no figure of a report; it stays text and is flagged."""

_BLANKS = re.compile(r"[\s\u00a0\u200b-\u200f\u2060\ufeff]+")
_EDGE_BLANKS = " \t\n\u1680\u202f\u205f\u2060\u3000" + "".join(map(chr, range(0x2000, 0x2010)))
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_DIGITS = r"(?:\d+|\d{1,3}(?:,\d{3})+)"
_COUNT = re.compile(rf"(-?{_DIGITS})件?", re.ASCII)
_CHANGE = re.compile(rf"([+-]?{_DIGITS})[件项个]?", re.ASCII)
_AMOUNT = re.compile(rf"(-?(?:{_DIGITS}(?:\.\d+)?|\.\d+))", re.ASCII)
_PLACEHOLDER = re.compile(
    r"[-‐-―—─━~/\\_|.。·、*×]+|空|空白|无|没有|无数据|不适用|NA|N/A", re.IGNORECASE
)


def clean_text(text: str) -> str:
    """Return the text as a report holds it, wherever it comes from.

    Control characters, which no document format can carry, are gone, and so are byte order marks;
    whatever ends a line is one line break; a blank that forbids a break is a plain blank. Qt's
    texts keep none of these either, so that an editor holds just what the report holds. What is
    cleaned stays as it is when it is cleaned again.
    """
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text).replace("\u00a0", " "))


def parse_value(text: str, kind: Kind) -> Value:
    """Return what a typed or imported text means in a cell of that kind.

    Width, blanks, thousands separators and a trailing 件 of a count are normalised away;
    what is then no figure is returned as the text itself, trimmed.
    """
    kept = clean_text(text).strip(_EDGE_BLANKS)
    bare = _BLANKS.sub("", narrow(kept))
    if not bare:
        return None
    if len(re.sub(r"\D", "", bare)) > MOST_DIGITS:
        return kept
    if kind in ("count", "change"):
        match = (_COUNT if kind == "count" else _CHANGE).fullmatch(bare)
        return int(match[1].replace(",", "")) if match else kept
    match = _AMOUNT.fullmatch(bare)
    return Decimal(match[1].replace(",", "")) if match else kept


def number_in(text: str) -> Decimal | None:
    """Return the number that a typed text is, fractions included, else None."""
    value = parse_value(text, "amount")
    return value if isinstance(value, Decimal) else None


def is_placeholder(text: str) -> bool:
    """Return whether a text stands for "nothing here", where the form wants 0."""
    return bool(_PLACEHOLDER.fullmatch(_BLANKS.sub("", narrow(text))))


def format_value(value: Value) -> str:
    """Return the value as it is shown and printed; blank is ""."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def number_of(value: Value) -> int | Decimal:
    """Return what the value counts in a sum: blanks and texts count 0."""
    return 0 if value is None or isinstance(value, str) else value


def value_to_json(value: Value) -> int | str | None:
    """Return the value as the report file holds it: an amount as its decimal string."""
    return format_value(value) if isinstance(value, Decimal) else value


def value_from_json(raw: object, column: Column) -> Value:
    """Return the value that a report file holds; ValueError where it can be none."""
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, (int, float, str)):
        raise ValueError(f"{raw!r}")
    return parse_value(str(raw), column.kind)
