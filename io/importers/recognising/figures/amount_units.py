"""Amounts of money written in another unit than the form's, in the header or behind the figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from importers.recognising.labels import bare
from model.form.parts import Column
from model.report.values import format_value, parse_value

_WHOLE = {"元": 1, "百元": 100, "千元": 1000, "万元": 10**4, "百万元": 10**6, "亿元": 10**8}
UNITS = {**_WHOLE, **{unit.removesuffix("元"): n for unit, n in _WHOLE.items() if unit != "元"}}
"""All units that accounts are kept in, in 元, whether or not a form uses them; 万 is 万元."""
_ANY = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_IN_LABEL = re.compile(rf"[(\[【]?(?:(?:计量|金额)?单位[:：]?)?(?:人民币)?({_ANY})[)\]】]?")
_BRACKET = re.compile(r"(.*)([(\[【][^()\[\]【】]*[)\]】])(.*)")
_BEHIND = re.compile(rf"(?:人民币|[¥￥])?([-+]?[\d,.]+)({_ANY})?(?:整|人民币)?")


@dataclass(frozen=True)
class Converted:
    """A figure in the form's unit, and the unit that it was written in."""

    text: str
    unit: str


def unit_in_label(text: str) -> tuple[str, str]:
    """Return a label without a bracket that names a unit of money, and that unit or ""."""
    plain = bare(text)
    match = _BRACKET.fullmatch(plain)
    unit = _IN_LABEL.match(match[2]) if match else None
    if match is None or unit is None:
        return plain, ""
    return match[1] + match[3], unit[1]


def unit_alone(text: str) -> str:
    """Return the unit that a text such as 单位：元 names and nothing else, or ""."""
    plain = bare(text)
    match = _IN_LABEL.fullmatch(plain) if "单位" in plain else None
    return match[1] if match else ""


def convert(text: str, column: Column, header_unit: str) -> Converted | None:
    """Return an amount in its column's unit where it was written in another, else None.

    A unit behind the figure counts more than one in the header. None too for what is no amount.
    """
    match = _BEHIND.fullmatch(bare(text)) if column.yuan else None
    unit = (match[2] or header_unit) if match else ""
    amount = parse_value(match[1], column.kind) if match else None
    if not unit or not isinstance(amount, Decimal):
        return None
    if UNITS[unit] != column.yuan:
        return Converted(_plain(amount * UNITS[unit] / column.yuan), unit)
    return Converted(format_value(amount), unit) if match and match[2] else None


def _plain(amount: Decimal) -> str:
    """Return an amount without zeros at its end."""
    return format(amount.normalize() if amount else Decimal(0), "f")
