"""What an office sets for its reports: its kind, limits for texts, and the day they are due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.texts.unit_kind import (
    CITY_OR_ABOVE,
    COUNTY_DEPARTMENT,
    COUNTY_GOVERNMENT,
    DEPARTMENT,
    STREET,
    TOWN,
    ZONE,
)

KINDS: Mapping[str, str] = {
    TOWN: "镇乡政府",
    STREET: "街道办事处",
    COUNTY_DEPARTMENT: "县区部门",
    COUNTY_GOVERNMENT: "县区政府",
    CITY_OR_ABOVE: "市级及以上政府",
    DEPARTMENT: "市级及以上部门",
    ZONE: "开发区管委会",
}
"""The kinds of unit that can be set, with their names for the clerk."""

LONGEST_OVERVIEW = 1000
"""Characters that several cities ask 一 to stay within, unless the office sets another limit."""

REPEATED_SHARE = 80
"""Percent of a section that may repeat last year's, unless the office sets another share."""


@dataclass(frozen=True)
class Office:
    """The settings of an office; a report keeps them and hands them to next year's.

    `kind` is one of `KINDS` or "" (judged by the unit's name). `longest_overview` is in characters,
    None for no limit. `deadline` is None for the usual day.
    """

    kind: str = ""
    longest_overview: int | None = LONGEST_OVERVIEW
    repeated_share: int = REPEATED_SHARE
    deadline: date | None = None


def usual_deadline(year: int, kind: str) -> date:
    """Return the day by which the report on a year is published.

    Rule (条例第四十九、五十条): departments by 31 January, governments of counties and above by
    31 March of the next year; a town's own day is set by its county, so the departments' day
    stands in for it.
    """
    is_government = kind in (COUNTY_GOVERNMENT, CITY_OR_ABOVE)
    return date(year + 1, 3, 31) if is_government else date(year + 1, 1, 31)
