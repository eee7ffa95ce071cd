"""The days left until a report is due, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SOON = 7
"""Days before the deadline from which it is told strongly."""

LONG_PAST = 60
"""Days after the deadline from which nothing is told: the report is an old one."""


@dataclass(frozen=True)
class DaysLeft:
    """What is told of a deadline, and whether strongly; nothing where `words` is ""."""

    words: str = ""
    is_urgent: bool = False


def days_left(deadline: date | None, today: date) -> DaysLeft:
    """Return what to tell of a deadline today; nothing without one or long after it."""
    if deadline is None:
        return DaysLeft()
    days = (deadline - today).days
    if days < -LONG_PAST:
        return DaysLeft()
    day = day_words(deadline, today)
    if days < 0:
        return DaysLeft(f"报送期限（{day}）已过 {-days} 天", is_urgent=True)
    if days == 0:
        return DaysLeft(f"今天是报送期限（{day}）", is_urgent=True)
    return DaysLeft(f"距报送期限（{day}）还有 {days} 天", is_urgent=days <= SOON)


def day_words(day: date, today: date) -> str:
    """Return a day as a clerk writes it; the year only where it may be taken for another."""
    year = "" if abs((day - today).days) < 180 else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"
