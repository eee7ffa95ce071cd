"""What is told of the day a report is due."""

from __future__ import annotations

from datetime import date

import pytest

from model.report.deadline import DaysLeft, days_left

TODAY = date(2024, 1, 20)


@pytest.mark.parametrize(
    ("deadline", "told"),
    [
        (date(2024, 1, 31), DaysLeft("距报送期限（1月31日）还有 11 天")),
        (date(2024, 1, 27), DaysLeft("距报送期限（1月27日）还有 7 天", is_urgent=True)),
        (date(2024, 1, 20), DaysLeft("今天是报送期限（1月20日）", is_urgent=True)),
        (date(2024, 1, 17), DaysLeft("报送期限（1月17日）已过 3 天", is_urgent=True)),
        (date(2023, 11, 21), DaysLeft("报送期限（11月21日）已过 60 天", is_urgent=True)),
        (date(2023, 11, 20), DaysLeft()),
        (date(2025, 1, 31), DaysLeft("距报送期限（2025年1月31日）还有 377 天")),
        (None, DaysLeft()),
    ],
)
def test_days_are_told_calmly_until_they_are_few(deadline: date | None, told: DaysLeft) -> None:
    assert days_left(deadline, TODAY) == told
