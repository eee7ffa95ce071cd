from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.lines.line_breaking import (
    HANGING,
    NO_END,
    NO_START,
    Letter,
    break_lines,
    has_gap,
    is_word_letter,
)


def _letters(text: str) -> list[Letter]:
    """Letters ten points wide, those of words half as wide."""
    return [Letter(char, 5.0 if is_word_letter(char) or char == " " else 10.0) for char in text]


def _broken(text: str, width: float = 60.0, indent: float = 0.0, may_hang: bool = True) -> str:
    lines = break_lines(_letters(text), width, indent, may_hang=may_hang)
    return "|".join(text[line.start : line.end] for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("全年主动公开信息三十条", "全年主动公开|信息三十条"),
        ("全年主动公开。信息", "全年主动公开。|信息"),
        ("全年主动公开，”信息", "全年主动公|开，”信息"),
        ("全年主动公“公开”", "全年主动公|“公开”"),
        ("全年主动（公开）信息", "全年主动（公|开）信息"),
        ("全年主动公（公开）", "全年主动公|（公开）"),
        ("全年主动公开）信息", "全年主动公|开）信息"),
        ("全年主动公——信息", "全年主动公|——信息"),
        ("全年公开2023年信息", "全年公开2023|年信息"),
        ("全年主动公2023年", "全年主动公|2023年"),
        ("全年主动公12.5%以上", "全年主动公|12.5%以上"),
        ("网站http://a.cn公开", "网站|http://a.cn|公开"),
        ("见http://www.gov.cn/公开", "见|http://www.|gov.cn/公开"),
        ("电话：0451-50000000", "电话：0451-|50000000"),
        ("网a@example.gov.cn信息", "网a@example.|gov.cn信息"),
        ("到123456789.123456", "到|123456789.12|3456"),
        ("1234567890123456789", "123456789012|3456789"),
        ("主动 公开 信息 三十条", "主动 公开 信|息 三十条"),
        ("全年主动公开 信息", "全年主动公开 |信息"),
    ],
)
def test_lines_end_where_chinese_lines_may_end(text: str, lines: str) -> None:
    assert _broken(text) == lines


def test_the_first_line_is_shorter_by_its_indent() -> None:
    assert _broken("全年主动公开信息三十条", indent=20.0) == "全年主动|公开信息三十|条"


def test_in_a_cell_no_mark_hangs_over_the_border() -> None:
    assert _broken("全年主动公开。信息", may_hang=False) == "全年主动公|开。信息"


def test_an_empty_paragraph_is_one_empty_line() -> None:
    assert break_lines([], 60.0) == [(0, 0, False)]


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ("年", "1", True),
        ("1", "年", True),
        ("站", "h", True),
        ("，", "1", False),
        ("1", "，", False),
        ("第", "（", False),
        ("收", "到", False),
        ("1", "2", False),
    ],
)
def test_a_gap_stands_between_chinese_and_figures_only(before: str, after: str, gap: bool) -> None:
    assert has_gap(before, after) is gap


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("公开信息，。、；“”（）《》—…1290abc/.-% ，"), max_size=120),
    st.integers(4, 30),
)
def test_lines_hold_every_letter_once_and_never_overflow(text: str, characters: int) -> None:
    width = characters * 10.0
    letters = _letters(text)
    lines = break_lines(letters, width)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        inside = line.end - 1 if line.is_hanging else line.end
        shown = text[line.start : inside].rstrip(" ")
        assert sum(letter.advance for letter in _letters(shown)) <= width + 0.1
        if line.is_hanging:
            assert text[inside] in HANGING


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("公开信息的了，。“”（）《》、"), max_size=90))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str) -> None:
    lines = break_lines(_letters(text), 140.0)
    for line, after in zip(lines, lines[1:], strict=False):
        # A row of marks longer than a line has to be broken somewhere.
        marks = NO_START | NO_END
        if any(char not in marks for char in text[line.start : line.end - 1]):
            assert text[after.start] not in NO_START
            assert text[line.end - 1] not in NO_END
