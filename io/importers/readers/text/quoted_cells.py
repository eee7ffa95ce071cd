"""Cells that a spreadsheet put in quotes when its rows were copied as text."""

from __future__ import annotations

import re

BREAK = "\ue000"
"""Stands for a line break within a cell until its row has been cut into cells."""
LONGEST = 5_000
_QUOTED = re.compile(
    rf"""(?:(?<=\t)|^)"((?:[^"\t]|""){{1,{LONGEST}}}?)"(?=[ ]*(?:\t|$))""", re.MULTILINE
)


def without_quotes(text: str) -> str:
    """Return rows parted by tabs with the quotes of their cells resolved.

    Spreadsheets quote a cell that holds a line break or a quote. Elsewhere quotes are words.
    """
    if "\t" not in text or '"' not in text:
        return text
    return _QUOTED.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    inner = match[1]
    if "\n" not in inner and '""' not in inner:
        return match[0]
    return inner.replace('""', '"').replace("\n", BREAK)
