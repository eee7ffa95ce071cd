"""Short names of units, listed wrong words and years that move, taken by themselves."""

from __future__ import annotations

import pytest

from model.form.form import Form
from model.report.balances import column_balance
from model.texts.unit_kind import local_name
from model.texts.wrong_words import wrong_words
from model.texts.years.moved_years import move_years
from tests.model.checks.check_cases import Case


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("青山县红星镇人民政府", "红星镇人民政府"),
        ("青山县人民政府", "青山县人民政府"),
        ("红星镇人民政府", "红星镇人民政府"),
        ("", ""),
    ],
)
def test_a_unit_below_a_county_goes_by_its_own_name(name: str, short: str) -> None:
    assert local_name(name) == short


def test_of_wrong_words_that_overlap_the_longer_one_is_told() -> None:
    listed = ("公干信息>公开信息", "干信>开信", "参予>参与")
    found = wrong_words("主动公干信息，参予评议", listed)
    assert [(word.start, word.end, word.right) for word in found] == [
        (2, 6, "公开信息"),
        (7, 9, "参与"),
    ]


def test_years_move_without_any_words_of_an_edition() -> None:
    moved, fates = move_years("2023年收到3件，2019年没有。", 2023, 2024)
    assert moved == "2024年收到3件，2019年没有。"
    assert len(fates) == 2
    assert move_years("20191月1日至201912月31日", 2023, 2024)[0] == "20191月1日至201912月31日"
    assert move_years("20231月1日至202312月31日", 2023, 2024)[0] == "20241月1日至202412月31日"


@pytest.mark.parametrize(
    ("received", "handled", "words"), [(3, 3, "平"), (4, 3, "收多1"), (3, 5, "办多2")]
)
def test_a_balance_is_told_in_one_way(form: Form, received: int, handled: int, words: str) -> None:
    table = form.table("requests")
    report = Case(
        {
            "requests/new_received.natural_person": received,
            "requests/granted.natural_person": handled,
        }
    ).report(form)
    (rule,) = table.balances
    assert column_balance(report, table, rule, "natural_person").words == words
