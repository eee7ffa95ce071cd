from __future__ import annotations

import random

import pytest

from model.texts.repetition import Comparable, repetition
from model.texts.sentences import sentences

ONE = "全年依托政府网站公开各类政策文件。"
TWO = "规范办理流程，及时答复每一位申请人。"


def test_sentences_keep_their_places_and_closing_marks() -> None:
    text = " 甲。乙！”\n丙\n \n（丁。）"
    assert [(item.start, item.text) for item in sentences(text)] == [
        (1, "甲。"),
        (3, "乙！”"),
        (7, "丙"),
        (11, "（丁。）"),
    ]
    assert sentences("") == ()


def test_the_share_is_by_letters_and_the_repeated_sentences_are_named() -> None:
    found = repetition(ONE + TWO, ONE + "另外一句完全不同的话。")
    assert [item.text for item in found.repeated] == [ONE]
    assert found.share == len(ONE) * 100 // len(ONE + TWO)


@pytest.mark.parametrize(
    ("now", "before", "share"),
    [
        ("2023年依托政府网站公开政策文件。", "2022年依托政府网站公开政策文件。", 100),
        ("全年依托政府网站公开各类政策文件", ONE, 100),
        ("全年依托政府网站公开各项政策文件。", ONE, 100),
        ("全年公开政府信息120条，同比增长。", "全年公开政府信息110条，同比增长。", 0),
        (ONE, "", 0),
        ("", ONE, 0),
        ("（一）主动公开。", "（一）主动公开。", 0),
        ("截然不同的一句话，与上年毫无关系。", ONE, 0),
    ],
)
def test_years_do_not_count_and_figures_do(now: str, before: str, share: int) -> None:
    assert repetition(now, before).share == share


def test_a_run_without_an_end_is_cut_where_it_is_no_sentence_any_more() -> None:
    pieces = sentences("甲" * 2500 + "。")
    assert [(item.start, len(item.text)) for item in pieces] == [
        (0, 1000),
        (1000, 1000),
        (2000, 501),
    ]


SENTENCES = (
    "全年主动公开政府信息120条。",
    "全年主动公开政府信息121条。",
    "政府网站更新及时，群众反映良好，没有发生问题。",
    "政府网站更新及时，群众反映很好，没有发生问题。",
    "组织培训三次，覆盖全部科室。",
    "2023年的工作有序推进，制度不断健全。",
    "2024年的工作有序推进，制度不断健全。",
    "短句。",
    "收到申请3件，均在期限内答复。",
    "下一步将完善目录，加强审查。",
)


@pytest.mark.parametrize("seed", range(40))
def test_a_comparable_text_shares_what_a_repetition_says(seed: int) -> None:
    chosen = random.Random(seed)
    one, other = ("".join(chosen.choices(SENTENCES, k=chosen.randint(0, 12))) for _ in range(2))
    share = repetition(one, other).share
    said = {
        percent: Comparable(one).shares_at_least(percent, Comparable(other))
        for percent in (*range(0, 101, 5), share, share + 1)
    }
    assert said == {percent: share >= percent for percent in said}
