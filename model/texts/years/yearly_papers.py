"""Papers that set a year's tasks, as a text cites them, with the year that they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.width import narrow
from model.texts.word_lists import any_of

_TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》)*》")
_NUMBER = re.compile(
    r"\s*[（(][^（()）。；，]{0,14}[〔﹝\[(【]\s*(20\d{2})\s*[〕﹞\])】][^（()）。；]{0,8}[）)]"
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d|\s*年?(?:[—–\-－~～至.]|以[来后]))")
_SPAN_OF_YEARS = re.compile(r"20\d{2}\s*年?\s*[—–\-－~～至到]+\s*20\d{2}")
_LOOSE = re.compile(
    r"(?<!\d)(20\d{2})年(?:度)?[^，。；《》\d]{0,12}?(?:工作要点|任务分工|任务分解)"
)
_ONE_YEAR = "政务公开|政府信息公开"


@dataclass(frozen=True)
class YearlyPaper:
    """A paper with the year of its tasks; the place is that of its name and number."""

    start: int
    end: int
    year: int


@lru_cache(maxsize=2048)
def yearly_papers(line: str, task_words: tuple[str, ...]) -> tuple[YearlyPaper, ...]:
    """Return the papers of one year's tasks that a line cites.

    `task_words` are what such papers are called. The year is the one in the name, or that of the
    number where a paper on open government names none; papers for several years are left out.
    """
    if "20" not in narrow(line):
        return ()
    found = list(_in_titles(line, task_words))
    return (*found, *_outside_titles(line))


def _in_titles(line: str, task_words: tuple[str, ...]) -> Iterator[YearlyPaper]:
    tasks = any_of(task_words)
    plain = narrow(line)
    for title in _TITLE.finditer(line):
        words = plain[title.start() : title.end()]
        if not tasks.search(words) or _SPAN_OF_YEARS.search(words):
            continue
        number = _NUMBER.match(plain, title.end())
        year = _year_of(words, number, tasks)
        if year:
            yield YearlyPaper(title.start(), number.end() if number else title.end(), year)


def _year_of(words: str, number: re.Match[str] | None, tasks: re.Pattern[str]) -> int:
    """Return the year of the tasks that a title is about, or 0."""
    named = list(_YEAR.finditer(words))
    if named:
        is_before_the_tasks = tasks.search(words, named[-1].end())
        return int(named[-1][1]) if is_before_the_tasks else 0
    if number and re.search(_ONE_YEAR, words) and re.search("要点|任务", words):
        return int(number[1])
    return 0


def _outside_titles(line: str) -> Iterator[YearlyPaper]:
    """Yield the papers named without 《》, such as 按照2020年政务公开工作要点."""
    titles = [match.span() for match in _TITLE.finditer(line)]
    for match in _LOOSE.finditer(narrow(line)):
        if not any(start <= match.start() < end for start, end in titles):
            yield YearlyPaper(match.start(), match.end(), int(match[1]))
