"""Figures with blanks between their digits: one that a narrow cell broke, or several in a cell."""

from __future__ import annotations

import re

from model.texts.width import narrow

_TOKEN = r"[-+]?\d[\d,.]*件?"
_SEVERAL = re.compile(rf"(?:{_TOKEN}|[-/—–])(?:\s+(?:{_TOKEN}|[-/—–]))+")
_BETWEEN_DIGITS = re.compile(r"[\d,.]\s+[\d,.]")


def figures_in(text: str) -> list[str]:
    """Return the figures that a cell holds, parted by blanks; [] if it holds one or none."""
    plain = narrow(text).strip()
    return plain.split() if _SEVERAL.fullmatch(plain) else []


def is_broken(text: str) -> bool:
    """Return whether blanks or line ends stand between the digits of a cell."""
    return bool(_BETWEEN_DIGITS.search(narrow(text).strip()))
