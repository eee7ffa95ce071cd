"""Problems and measures in a text, and of how many parts it says that the report is made."""

from __future__ import annotations

import re
from functools import lru_cache

from model.texts.word_lists import any_of

Words = tuple[str, ...]
_CLAUSE = re.compile(r"[^，,。；;：:！？!?\n]+")
_PARTS = re.compile(
    r"(?:由|分为|分|包括|包含|共)(?P<list>[^。；\n]*?)"
    r"(?P<count>[一二两三四五六七八九十]|\d{1,2})\s*个?(?:大)?(?:部分|方面)"
    r"(?P<end>组成|构成|的?内容|(?=[，,。]|$))"
)
_NUMBERS = {word: number for number, word in enumerate("〇一二三四五六七八九十")} | {"两": 2}


@lru_cache(maxsize=64)
def has_problems(text: str, problem_words: Words) -> bool:
    """Return whether a text on problems and measures names a problem, or that there is none."""
    return bool(any_of(problem_words).search(text))


@lru_cache(maxsize=64)
def has_measures(text: str, problem_words: Words, sure_words: Words, words: Words) -> bool:
    """Return whether a text on problems and measures says what is done about them.

    有待加强 and its like are problems: words of improvement count outside of such clauses only.
    """
    if any_of(sure_words).search(text):
        return True
    clauses = [match[0] for match in _CLAUSE.finditer(text)]
    return any(
        any_of(words).search(clause) and not any_of(problem_words).search(clause)
        for clause in clauses
    )


@lru_cache(maxsize=64)
def stated_part_counts(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return (start, end, count) wherever a text says of how many parts the report is made."""
    return tuple(
        (match.start("count"), match.end(), _number(match["count"]))
        for match in _PARTS.finditer(text)
        if _is_of_the_report(text, match)
    )


def _number(written: str) -> int:
    return _NUMBERS[written] if written in _NUMBERS else int(written)


def _is_of_the_report(text: str, match: re.Match[str]) -> bool:
    """Return whether a count of parts is the report's, by the word 报告 in its sentence."""
    start = max(text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
    words = text[start : match.end()]
    if "总体情况" in words:
        return True
    return bool(match["end"] and re.search(r"报告[^，。]{0,6}$", text[start : match.start()]))
