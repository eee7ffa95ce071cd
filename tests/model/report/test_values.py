from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.form.parts import Column, Kind
from model.report.values import (
    Value,
    clean_text,
    format_value,
    is_placeholder,
    number_in,
    number_of,
    parse_value,
    value_from_json,
    value_to_json,
)
from model.texts.width import narrow

COUNT, AMOUNT = Column("a", "件", "count"), Column("b", "金额", "amount", decimals=4)

PARSED: list[tuple[str, Kind, Value]] = [
    ("", "count", None),
    (" \u3000\u00a0\u200b", "count", None),
    ("0", "count", 0),
    ("１２", "count", 12),
    ("1,234 件", "count", 1234),
    ("−1", "count", -1),
    ("1.5", "count", "1.5"),
    ("12,34", "count", "12,34"),
    (" 无 ", "count", "无"),
    ("1" * 16, "count", "1" * 16),
    ("1" * 15, "count", int("1" * 15)),
    ("0.0000", "amount", Decimal("0.0000")),
    (".5", "amount", Decimal("0.5")),
    ("1,234.50", "amount", Decimal("1234.50")),
    ("3万元", "amount", "3万元"),
]


@pytest.mark.parametrize(("text", "kind", "value"), PARSED)
def test_parse_value(text: str, kind: Kind, value: Value) -> None:
    parsed = parse_value(text, kind)
    assert parsed == value
    assert type(parsed) is type(value)


@pytest.mark.parametrize("text", ["/", "－", "—", "--", "空", "无", "N/A", "n a", "。"])
def test_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["", "0", "-1", "无锡", "若干"])
def test_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


def test_numbers_in_texts() -> None:
    assert number_in("１.５") == Decimal("1.5")
    assert number_in("约1") is None
    assert [number_of(value) for value in (None, "三", 2, Decimal("0.5"))] == [
        0,
        0,
        2,
        Decimal("0.5"),
    ]


def test_text_is_cleaned_and_narrowed() -> None:
    assert clean_text("a\r\nb\rc\x00") == "a\nb\nc"
    assert narrow("Ａ１　（") == "A1 ("


def test_what_ends_a_line_is_one_line_break_and_a_blank_is_a_blank() -> None:
    assert clean_text("a\vb\fc\x85d\u2028e\u2029f") == "a\nb\nc\nd\ne\nf"
    assert clean_text("a\u00a0b\u3000c\u202fd\te") == "a b\u3000c\u202fd\te"
    assert clean_text("\ufeffa\ufdd0\ufdd1\ufffeb") == "ab"


def test_no_blank_is_left_around_a_typed_text() -> None:
    blanks = "".join(filter(str.isspace, map(chr, range(0x3100)))) + "\u200b\u2060\ufeff"
    for blank in blanks:
        assert parse_value(f"\u200b{blank}\u200b无{blank}\u200b ", "count") == "无", hex(ord(blank))


@given(st.text())
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@pytest.mark.parametrize("raw", [True, [], {}])
def test_json_of_another_kind_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="."):
        value_from_json(raw, COUNT)


@given(st.none() | st.integers(-(10**15) + 1, 10**15 - 1))
def test_counts_survive_formatting_and_json(value: int | None) -> None:
    assert parse_value(format_value(value), "count") == value
    assert value_from_json(value_to_json(value), COUNT) == value


@given(st.decimals(-99999, 99999, places=4))
def test_amounts_keep_their_decimals(value: Decimal) -> None:
    back = value_from_json(value_to_json(value), AMOUNT)
    assert isinstance(back, Decimal)
    assert (back, abs(back).as_tuple()) == (value, abs(value).as_tuple())


@given(st.text(max_size=20) | st.text("0 .\u00a0\u200b\u200e\u2060\u3000\v\x00", max_size=8))
def test_any_text_parses_once_for_all(text: str) -> None:
    once = parse_value(text, "count")
    assert parse_value(format_value(once), "count") == once
