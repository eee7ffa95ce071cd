"""The text of a workbook's cell as a person reads it on the sheet."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

_DECIMALS = re.compile(r"\.([0?#]+)")
_SIGNIFICANT = 15
"""Digits that a spreadsheet keeps of a number."""


def number_text(value: float, number_format: str = "") -> str:
    """Return a number without digits that only the computer made, decimals kept as formatted.

    It is never rounded to its format: what the cell holds counts, not what fits its width. Digits
    beyond the fifteenth are none of the cell's: spreadsheets keep no more.
    """
    plain = Decimal(f"{value:.{_SIGNIFICANT}g}") if isinstance(value, float) else Decimal(value)
    if plain == plain.to_integral_value():
        plain = plain.quantize(Decimal(1)) if abs(plain) < 10**_SIGNIFICANT else plain
    wanted = _format_decimals(number_format)
    exponent = plain.as_tuple().exponent
    if isinstance(exponent, int) and -exponent < wanted and abs(plain) < 10**_SIGNIFICANT:
        plain = plain.quantize(Decimal(1).scaleb(-wanted))
    return f"{plain:f}"


def _format_decimals(number_format: str) -> int:
    """Return the decimals that a format always shows; 0 for General and for dates."""
    match = _DECIMALS.search(re.sub(r'"[^"]*"', "", number_format.split(";")[0]))
    return match[1].count("0") if match else 0


def date_text(value: dt.date | dt.time) -> str:
    """Return a date as it stands in a report, and a time of the day as digits."""
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return value.isoformat(timespec="minutes")
