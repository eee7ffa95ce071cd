from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.texts.figure_clauses import clauses, states_figure

FIGURES = (
    "收到申请1件",
    "实际收取金额0元",
    "共通过精彩老城主动公开政府信息22条",
    "办理1,234件",
    "培训３次",
    "收费3.5万元",
    "公开信息100余条",
    "收到申请零件",
    "受理十二起",
    "召开会议三次",
    "行政诉讼一起",
    "参加50人次",
    "办结率100%",
)
NO_FIGURES = (
    "2021年",
    "2021年12月31日",
    "国办公开办函〔2021〕30号",
    "联系电话0451-53729606",
    "邮编150300",
    "第二十条第",
    "从以下三个方面补短板",
    "一起推进",
    "作为一项重要工作内容来抓",
    "扎实做好两个《条例》宣传月活动",
    "20个工作日内",
    "一次性告知",
    "第3次全会",
    "单位万元",
    "办成一件事",
    "十九届二中",
    "按照一查二看三校对工作法",
)


@pytest.mark.parametrize("clause", FIGURES)
def test_clause_states_a_figure(clause: str) -> None:
    assert states_figure(clause)


@pytest.mark.parametrize("clause", NO_FIGURES)
def test_clause_states_none(clause: str) -> None:
    assert not states_figure(clause)


def test_figure_clauses_are_cut_at_marks_and_told_once() -> None:
    text = "2021年，收到申请1件（自然人1件）；办结1,234件。\n收到申请1件，未收费"
    found = dict.fromkeys(words for _, words in clauses(text) if states_figure(words))
    assert list(found) == ["收到申请1件", "自然人1件", "办结1,234件"]


@given(st.text("甲1件，。 ,2\n", max_size=40))
def test_clauses_stand_where_they_say(text: str) -> None:
    for start, clause in clauses(text):
        assert text[start : start + len(clause)] == clause
        assert clause.strip() == clause != ""
