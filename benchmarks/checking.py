"""Checking again after one change held against checking the whole of a long report.

The whole is checked as at its opening: nothing is known yet of its texts. So every round has a
report with other words.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

from comparing import Comparison, Gauge, timed
from model.checks import Checker
from model.report.edits import CellChange, Change, Edit, TextChange, apply
from model.report.report import Report
from model.report.rollover import start_draft
from sample_reports import sample_report

LETTERS = {"preamble": 400, "overview": 5200, "problems": 1900, "other_matters": 500}
"""Of each section: 8,000 together, more than reports have."""
SENTENCE = "第9项工作。"
KEY = "granted.natural_person"


def comparisons(_folder: Path) -> list[Comparison]:
    """Return re-checking after a cell and after a sentence; the issue's limits."""
    return [
        Comparison("改一格后再检查 ÷ 检查全文", *_rounds(by_cell=True), limit=0.1),
        Comparison("改一句后再检查 ÷ 检查全文", *_rounds(by_cell=False), limit=0.333),
    ]


def _rounds(*, by_cell: bool) -> tuple[Gauge, Gauge]:
    """Return what checks again and what checks all, each round with reports of other words."""
    numbers = count()

    def again() -> float:
        number = next(numbers)
        report, checker = long_report(number), Checker()
        checker.check(report)
        change = _cell(number) if by_cell else _sentence(report)
        edit = apply(report, Edit("改", (change,)))
        return timed(lambda: checker.recheck(report, [edit]))()

    def whole() -> float:
        report, checker = long_report(next(numbers)), Checker()
        return timed(lambda: checker.check(report))()

    return again, whole


def _cell(number: int) -> Change:
    return CellChange("requests", KEY, number + 1)


def _sentence(report: Report) -> Change:
    words = report.sections["overview"]
    return TextChange("overview", words.replace(SENTENCE, "第9项，工作有变化。", 1))


def long_report(variant: int) -> Report:
    """Return a report whose texts have 8,000 characters, other words for every variant."""
    report = start_draft(sample_report()).report
    for table in report.form.tables:
        for key in table.inputs:
            report.tables[table.key][key] = 0
    for section, letters in LETTERS.items():
        report.sections[section] = _text(letters, variant, section)
    return report


def _text(letters: int, variant: int, section: str) -> str:
    """Return sentences such as reports have, each another, until there are enough letters."""
    lines: list[str] = []
    number = 0
    while sum(map(len, lines)) < letters:
        number += 1
        mark = f"{section[:2]}{variant}第{number}项"
        lines.append(
            f"（{number}）{mark}工作。全年通过政府网站主动公开信息{variant + number}条，其中"
            f"{mark}类{number}条；收到政府信息公开申请{number}件，均在法定期限内答复，没有结转下年度办理。"
            f"同比上年增加{number}%，{mark}有序推进，制度不断健全，群众满意度持续提升。"
        )
    return "\n".join(lines)
