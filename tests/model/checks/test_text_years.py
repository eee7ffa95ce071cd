from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.texts.years.moved_years import MOVED, MOVED_DATE, MOVED_NEXT, move_years

MOVES = {
    "自2021年1月1日至2021年12月31日截止": "自2022年1月1日至2022年12月31日截止",
    "2021.1.1-2021.12.31": "2022.1.1-2022.12.31",
    "2021-01-01至2021-12-31": "2022-01-01至2022-12-31",
    "2021/12/31": "2022/12/31",
    "２０２１年": "２０２２年",
    "二〇二一年、二○二一年、二零二一年": "二〇二二年、二○二二年、二零二二年",
    "2021 年": "2022 年",
    "2021年度": "2022年度",
    "（2021年）": "（2022年）",
    "改进情况：2022年，我中心将": "改进情况：2023年，我中心将",
}

STAYS = {
    "国办公开办函〔2021〕30号": "文号",
    "[2021]30号": "文号",
    "（2021）30号": "文号",
    "《2021年要点》": "文件名称",
    "《关于印发〈2021年要点〉的通知》": "文件名称",
    "《甲《2021年要点》的通知》": "文件名称",
    "〈2021年要点〉": "文件名称",
    "http://www.example.cn/2021/a": "网址",
    "2021—2025年": "起止",
    "2021-2025年": "起止",
    "2021年至2025年": "起止",
    "2020年12月至2021年3月": "起止",
    "2019年": "不是报告年度",
    "2021政务公开": "没有「年」字",
}


@pytest.mark.parametrize(("before", "after"), MOVES.items())
def test_years_move(before: str, after: str) -> None:
    moved, found = move_years(before, 2021, 2022)
    assert moved == after
    assert found
    assert all(item.before != item.after for item in found)


@pytest.mark.parametrize(("text", "reason"), STAYS.items())
def test_years_stay_with_a_reason(text: str, reason: str) -> None:
    moved, found = move_years(text, 2021, 2022)
    assert moved == text
    assert found
    assert all(item.before == item.after and reason in item.reason for item in found)


@pytest.mark.parametrize(
    "text", ["电话：53882021", "0451-2021", "2021条", "共20212人", "《甲1234号》"]
)
def test_numbers_are_no_years(text: str) -> None:
    assert move_years(text, 2021, 2022) == (text, ())


def test_reasons_of_moved_years() -> None:
    text = "2021年，2022年，2021年5月6日，2021年1月1日，2021.12.31，2021.5.6"
    _, found = move_years(text, 2021, 2022)
    assert [item.reason for item in found] == [
        MOVED,
        MOVED_NEXT,
        MOVED_DATE,
        MOVED,
        MOVED,
        MOVED_DATE,
    ]


def test_words_around_stay_in_the_line() -> None:
    _, (move,) = move_years("甲\n乙2021年丙\n丁", 2021, 2023)
    assert (move.before, move.after) == ("乙2021年丙", "乙2023年丙")


def test_digits_change_their_kind_with_the_year() -> None:
    assert move_years("二〇二九年", 2029, 2030)[0] == "二〇三〇年"
    assert move_years("一九九九年", 1999, 2000)[0] == "二〇〇〇年"


@given(st.text("2021年〇二月日-—《》〔〕号 \n甲，。:/.０", max_size=60), st.integers(2020, 2024))
def test_only_digits_of_years_change(text: str, new: int) -> None:
    moved, found = move_years(text, 2021, new)
    assert len(moved) == len(text)
    digits = set("0123456789０１２３４５６７８９〇一二三四五六七八九")
    assert all(a == b or {a, b} <= digits for a, b in zip(text, moved, strict=True))
    if all(item.before == item.after for item in found):
        assert moved == text


@given(st.text("甲乙，。1件", max_size=40), st.text("甲乙，。1件", max_size=40))
def test_text_outside_years_is_unchanged(left: str, right: str) -> None:
    moved, _ = move_years(f"{left}甲2021年{right}", 2021, 2022)
    assert moved == f"{left}甲2022年{right}"
