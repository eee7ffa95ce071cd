"""Clauses of a text, and the figures that they state."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKS = '，。；：、！？!?;:（）()“”"\n'
_SENTENCE_ENDS = "。\n"
"""Of the marks those that come seldom."""
_CLAUSE = re.compile(rf"(?:[^{_MARKS},]|(?<=\d),(?=\d{{3}}))+")
"""A run without punctuation; the comma in 1,234 is none."""

_ARABIC = r"[0-9０-９][0-9０-９,，.．]*"
_CHINESE = r"[〇零一二三四五六七八九十百千万两]"
_DIGIT = r"[〇零一二三四五六七八九十两]"
_SCALE = r"\s*(?:余|多|几)?\s*[百千万亿]{0,2}\s*"
_ARABIC_UNIT = (
    r"(?:件|条|次|宗|起|人|个(?!月|工作日|小时|自然日)|元|期|场|篇|份|页|项|家|名|例|批|户|处|部|块"
    r"|台|幅|[%％])"
)
_ARABIC_FIGURE = re.compile(rf"(?<![第0-9０-９.．]){_ARABIC}{_SCALE}{_ARABIC_UNIT}")
_CHINESE_FIGURE = re.compile(
    rf"(?<![第每任唯]|{_CHINESE})(?:"
    rf"{_DIGIT}{_CHINESE}+(?:余|多)?(?:件|条|次|宗|起|个(?!月|工作日)|元|期|场|篇|份)"
    rf"|{_DIGIT}(?:件(?!事)|次(?!性)|宗|期(?!间)|场|篇|份)"
    rf"|{_DIGIT}(?:起|条|个|元)$)"
)
"""起, 条, 个 after one digit are figures only where a clause ends: 一起, 三个方面 are none."""


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """Yield (start, clause) of each run of the text between punctuation marks, trimmed."""
    for match in _CLAUSE.finditer(text):
        clause = match[0].strip()
        if clause:
            yield match.start() + match[0].index(clause[0]), clause


def has_clause(text: str, clause: str) -> bool:
    """Return whether one of a text's clauses reads just so; 0件 is none in 10件.

    Asked at each key for each mark on a text, so only the sentences that hold the words are taken
    apart.
    """
    at = text.find(clause)
    while clause and at >= 0:
        start = max(text.rfind(mark, 0, at) for mark in _SENTENCE_ENDS) + 1
        ends = (text.find(mark, at) for mark in _SENTENCE_ENDS)
        end = min((end for end in ends if end >= 0), default=len(text))
        if any(words == clause for _, words in clauses(text[start:end])):
            return True
        at = text.find(clause, max(end, at + 1))
    return False


def states_figure(clause: str) -> bool:
    """Return whether a clause states a figure such as 1件; years, dates and 30号 are none."""
    return bool(_ARABIC_FIGURE.search(clause) or _CHINESE_FIGURE.search(clause))
