"""Texts that look the same on paper are one text where they are compared, and in the code."""

from __future__ import annotations

import unicodedata

_SIMPLIFIED = (
    "⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞"
    "⻝食⻢马⻣骨⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
)
"""Radicals that browsers print in place of a character and that Unicode gives no plain form for, or
one that is not simplified, each before its character."""

_RADICALS = dict(zip(map(ord, _SIMPLIFIED[::2]), _SIMPLIFIED[1::2], strict=True)) | {
    place: unicodedata.normalize("NFKC", chr(place)) for place in range(0x2F00, 0x2FD6)
}


def folded(text: str) -> str:
    """Return a text with radicals as the characters they stand for, in Unicode's form NFC.

    NFC itself makes one of the two signs that both look like an angle bracket.
    """
    return unicodedata.normalize("NFC", text.translate(_RADICALS))
