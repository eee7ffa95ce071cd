from __future__ import annotations

import pytest

from model.paper.page_ranges import PageRangeError, Sides, chosen_pages, duplex_advice, pages_from


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("1-3,5", [1, 2, 3, 5]),
        ("５，２－３、2", [2, 3, 5]),
        (" 4 ; 1 ", [1, 4]),
        ("5-5", [5]),
        ("1—5", [1, 2, 3, 4, 5]),
    ],
)
def test_pages_are_read_as_clerks_write_them(text: str, pages: list[int]) -> None:
    assert pages_from(text, 5) == pages


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("6", "没有“6”.*共 5 页"),
        ("2-6", "没有“2-6”"),
        ("0", "没有“0”"),
        ("0-2", "没有“0-2”"),
        ("3-1", "没有“3-1”"),
        ("一", "看不懂“一”"),
        ("1-", "看不懂“1-”"),
        ("12345", "看不懂"),
    ],
)
def test_pages_that_make_no_sense_are_told(text: str, said: str) -> None:
    with pytest.raises(PageRangeError, match=said):
        pages_from(text, 5)


@pytest.mark.parametrize(
    ("sides", "pages"), [("all", [1, 2, 3, 5]), ("odd", [1, 3, 5]), ("even", [2])]
)
def test_odd_and_even_pages_and_the_order(sides: Sides, pages: list[int]) -> None:
    assert chosen_pages([1, 2, 3, 5], sides) == pages
    assert chosen_pages([1, 2, 3, 5], sides, is_reversed=True) == pages[::-1]


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([1, 2, 3, 4, 5], "第 5 页背面没有内容"),
        ([3], "第 3 页背面没有内容"),
        ([1, 2, 3], "第 3 页背面没有内容"),
    ],
)
def test_advice_names_the_sheet_without_a_back(pages: list[int], told: str) -> None:
    assert told in duplex_advice(pages, "odd")


@pytest.mark.parametrize("pages", [[1, 2, 3, 4], [2, 4], []])
def test_advice_is_silent_where_every_sheet_has_a_back(pages: list[int]) -> None:
    assert "背面没有内容" not in duplex_advice(pages, "odd")


def test_advice_is_for_the_side_that_is_printed() -> None:
    assert "翻过来" in duplex_advice([1, 2], "odd")
    assert "试印" in duplex_advice([1, 2], "even")
    assert duplex_advice([1, 2], "all") == ""


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("2 3", [2, 3]),
        ("2到3", [2, 3]),
        ("第1至3页、第5页", [1, 2, 3, 5]),
        ("1 - 2  5", [1, 2, 5]),
        ("2　和 4", [2, 4]),
    ],
)
def test_pages_as_they_are_said_are_understood(text: str, pages: list[int]) -> None:
    assert pages_from(text, 30) == pages
