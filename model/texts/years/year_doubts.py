"""Years that do not fit where they stand: another year's work, or the report year in a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.figure_clauses import states_figure
from model.texts.sentences import Sentence, sentences
from model.texts.word_lists import any_of
from model.texts.years.named_years import NamedYear, named_years

Words = tuple[str, ...]
_LONGEST_SLIP = 6
_NEAR = 30
_BARE_CLAUSE = 3
_MONTH = re.compile(r"\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月")
_THIS_YEAR = re.compile(r"今年|本年(?!度报告)")
_UNIT = "[一-龥]{0,12}[镇乡局委办处心府关位门县区市街道院旗]"
_HEAD = re.compile(
    rf"(?:^|[，,：:；。）)\]】\s]|[一二三四五六七八九十]是|[\d一二三四五六七八九十]、)\s*(?:{_UNIT})?在?\s*$"
)
_SEGMENT = re.compile(r"[^；;]+")


@dataclass(frozen=True)
class YearWords:
    """The lists of words by which the place of a year is judged.

    `history`: the sentence looks back or compares. `subjects`: what follows the year bears it by
    right (2022年部门决算). `work`: the sentence is on the work that a report is about. `plans`: it
    is on what is to be done. `done`: it is on what is done. `own`: the year is the report's own.
    """

    history: Words
    subjects: Words
    work: Words
    plans: Words
    done: Words
    own: Words


@dataclass(frozen=True)
class YearDoubt:
    """A year that does not fit its sentence, and the year that should stand there."""

    year: NamedYear
    start: int
    expected: int
    is_in_plan: bool


@lru_cache(maxsize=4096)
def doubted_years(line: str, report_year: int, words: YearWords) -> tuple[YearDoubt, ...]:
    """Return the years of a line that do not fit a report on `report_year`."""
    if "年" not in line:
        return ()
    return tuple(
        doubt
        for sentence in sentences(line)
        for doubt in _in_sentence(sentence, report_year, words)
        if not _is_set_beside(line[: sentence.start], sentence, doubt, report_year, words)
    )


def _in_sentence(sentence: Sentence, report_year: int, words: YearWords) -> Iterator[YearDoubt]:
    for segment in _SEGMENT.finditer(sentence.text):
        for year in named_years(segment[0]):
            expected = _expected(segment[0], sentence.text, year, report_year, words)
            if expected:
                start = sentence.start + segment.start() + year.start
                yield YearDoubt(year, start, expected, year.value == report_year)


def _is_set_beside(
    before: str, sentence: Sentence, doubt: YearDoubt, report_year: int, words: YearWords
) -> bool:
    """Return whether the year before is told after the report's, to compare them.

    2022年收到7件。2021年收到1件，同比增加…: the sentences stand in one paragraph.
    """
    if doubt.year.value != report_year - 1 or not _names_report_year(before, report_year):
        return False
    rest = sentence.text[doubt.start - sentence.start :]
    return bool(any_of(words.history).search(rest))


def _expected(
    segment: str, sentence: str, year: NamedYear, report_year: int, words: YearWords
) -> int:
    """Return the year that should stand in place of one, or 0 where it fits."""
    if year.value == report_year:
        return report_year + 1 if _is_plan(segment, year, words) else 0
    around = segment[: year.start][-_NEAR:] + "□" + segment[year.end :][:_NEAR]
    if any_of(words.own).search(around):
        return 0 if _looks_back(segment, year, words) else report_year
    if year.value > report_year:
        return report_year if _is_done_later(segment, sentence, year, words) else 0
    if report_year - year.value > _LONGEST_SLIP or _names_report_year(sentence, report_year):
        return 0
    return report_year if _is_on_work(segment, year, words) else 0


def _is_plan(segment: str, year: NamedYear, words: YearWords) -> bool:
    """Return whether the report year heads a plan: 2021年，全镇将深入贯彻…."""
    rest = segment[year.end :]
    is_head = _HEAD.search(segment[: year.start])
    clauses = _first_clauses(rest)
    has_plan = any_of(words.plans).search(clauses)
    return bool(is_head and has_plan and not any_of(words.done).search(clauses))


def _first_clauses(rest: str) -> str:
    """Return the words up to the second comma: the clause that a year heads."""
    return "，".join(re.split("[，,]", rest)[:2])


def _looks_back(segment: str, year: NamedYear, words: YearWords) -> bool:
    is_dated = _MONTH.match(segment, year.end)
    return bool(is_dated or any_of(words.history).search(_context(segment, year)))


def _context(segment: str, year: NamedYear) -> str:
    """Return the clause of a year, with the next one where the year stands alone in its own."""
    start = max(segment.rfind(mark, 0, year.start) for mark in "，,") + 1
    clauses = re.split("[，,]", segment[year.end :])
    is_bare = len(clauses[0].strip()) <= _BARE_CLAUSE
    rest = "，".join(clauses[: 1 + is_bare])
    return segment[start : year.end] + rest


def _names_report_year(sentence: str, report_year: int) -> bool:
    """Return whether a sentence sets the report year beside another one."""
    named = any(year.value == report_year for year in named_years(sentence))
    return named or bool(_THIS_YEAR.search(sentence))


def _is_done_later(segment: str, sentence: str, year: NamedYear, words: YearWords) -> bool:
    """Return whether a year to come is said to be done: 2024年，我镇共收到申请3件."""
    if any_of(words.plans).search(sentence) or _MONTH.match(segment, year.end):
        return False
    is_done = any_of(words.done).search(segment) or states_figure(segment)
    return bool(
        is_done
        and _HEAD.search(segment[: year.start])
        and any_of(words.work).search(segment)
        and not any_of(words.history).search(_context(segment, year))
    )


def _is_on_work(segment: str, year: NamedYear, words: YearWords) -> bool:
    """Return whether the work of an earlier year is told as if it were the report year's."""
    context = _context(segment, year)
    if not _HEAD.search(segment[: year.start]) or any_of(words.history).search(context):
        return False
    if any_of(words.subjects).match(_after(segment, year)):
        return False
    return bool(any_of(words.work).search(segment))


def _after(segment: str, year: NamedYear) -> str:
    """Return what follows a year, without 年 and 度."""
    return re.sub(r"^\s*年度?", "", segment[year.end :])
