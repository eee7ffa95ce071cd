"""Why a report may not be the one of the year before: its unit or its year is another."""

from __future__ import annotations

import re

from model.report.report import Report

_COMMON = re.compile(r"\s|人民政府|政府|办事处|办公室")
"""What names of one unit leave out or add."""


def misfits(report: Report, last: Report) -> tuple[str, ...]:
    """Return a sentence on each thing that does not fit; none where all does."""
    year = _year_misfit(report.year, last.year)
    unit = _unit_misfit(report.organization, last.organization)
    return tuple(words for words in (year, unit) if words)


def _year_misfit(year: int | None, last: int | None) -> str:
    if last is None:
        return "没有认出它是哪一年的报告，请核对是不是上年的。"
    if year is not None and last != year - 1:
        return (
            f"正在编辑的是{year}年的报告，上年应是{year - 1}年，它却是{last}年的。"
            "年度不对的，「上年结转」等与上年的核对不会用它。"
        )
    return ""


def _unit_misfit(name: str, last: str) -> str:
    if not last:
        return "没有认出它是哪个单位的报告，请核对是不是本单位的。"
    one, other = _COMMON.sub("", name), _COMMON.sub("", last)
    if not one or one in other or other in one:
        return ""
    return f"单位不同：正在编辑的是「{name}」，它是「{last}」。机构改名或合并的，可以附上。"
