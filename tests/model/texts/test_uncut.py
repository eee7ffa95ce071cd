from __future__ import annotations

import pytest

from model.texts.uncut import uncut
from model.texts.years.moved_years import move_years

TEXT = "本报告统计期限自2021年1月1日起至2021年12月31日止，共1,234件。"


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        (10, 14, "2021年1月1日"),
        (0, 9, "本报告统计期限自2021年1月1日"),
        (0, 5, "本报告统计"),
        (TEXT.index("234"), len(TEXT), "1,234件。"),
        (TEXT.index("止"), len(TEXT), "止，共1,234件。"),
        (0, len(TEXT), TEXT),
    ],
)
def test_a_piece_cuts_no_date_and_no_figure(start: int, end: int, whole: str) -> None:
    first, last = uncut(TEXT, start, end)
    assert TEXT[first:last] == whole


def test_the_list_of_moved_years_cuts_no_date() -> None:
    _, moves = move_years(TEXT, 2021, 2022)
    assert len(moves) == 2
    assert all("21年" not in move.before.replace("2021年", "") for move in moves)
