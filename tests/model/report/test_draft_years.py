"""Drafts from generated texts: what becomes of every year, and that all that stays is listed."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.form.form import Form
from model.report.report import Report
from model.report.rollover import start_draft
from storage.form_store import load_form

FORM = load_form("2021")
OLD, NEW = 2023, 2024


@dataclass(frozen=True)
class Piece:
    """A sentence of last year's report, and as it must stand in the draft."""

    before: str
    after: str


def moves(pattern: str) -> Piece:
    """Return a sentence whose years, as {0} the report's, {-1} and {1} beside it, all move."""
    return Piece(_written(pattern, OLD), _written(pattern, NEW))


def stays(text: str) -> Piece:
    return Piece(text, text)


def _written(pattern: str, year: int) -> str:
    return re.sub(r"\{(-?1|0)\}", lambda match: str(year + int(match[1])), pattern)


MOVING = [
    moves("{0}年，我镇认真做好政务公开工作。"),
    moves("本报告的统计期限为{0}年1月1日至{0}年12月31日。"),
    moves("本报告的统计期限为{0}1月1日至{0}12月31日。"),
    moves("{0}共收到申请3件。"),
    moves("{0}度我镇没有收到申请。"),
    moves("按时公开{0}年预算和{-1}年决算。"),
    moves("按时公开了{-1}年度部门决算、{0}年度部门预算。"),
    moves("公开的信息较{-1}年增加20条。"),
    moves("公开数量与{-1}年持平。"),
    moves("{-1}年结转申请2件，结转{1}年继续办理1件。"),
    moves("改进情况：{1}年，我镇将进一步加强学习。"),
    moves("现公布《红星镇{0}年政府信息公开工作年度报告》。"),
    moves("本报告反映红星镇{0}年度政府信息公开工作情况。"),
    moves("截至{0}年12月底，公开信息12条。"),
]
STAYING = [
    stays("依据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号编制。"),
    stays("落实《青山县2023年政务公开工作要点》。"),
    stays("学习《蓝天镇2023年政府信息公开工作年度报告》。"),
    stays("按照2021—2025年的规划推进。"),
    stays("条例于2019年修订。"),
    stays("补充公开了2019年部门决算。"),
    stays("我镇2008年开通政务公开专栏。"),
    stays("制度于2023年4月15日印发。"),
    stays("办法自2023年5月1日起施行。"),
    stays("发布时间：2023-01-15"),
    stays("索引号：2023-00012 来源：镇政府"),
    stays("网址为http://www.example.cn/2023/a.html。"),
    stays("与2019年相比，公开的信息增长明显。"),
]


def report_of(text: str) -> Report:
    return Report(
        FORM,
        "青山县红星镇人民政府",
        OLD,
        f"{OLD}年政府信息公开工作年度报告",
        sections={"overview": text},
    )


@pytest.mark.parametrize("piece", [*MOVING, *STAYING], ids=lambda piece: piece.before)
def test_the_years_of_a_sentence_move_or_stay(form: Form, piece: Piece) -> None:
    assert start_draft(report_of(piece.before)).report.sections["overview"] == piece.after


@settings(deadline=None)
@given(st.lists(st.sampled_from([*MOVING, *STAYING]), min_size=1, max_size=8))
def test_every_year_moves_as_it_should_and_the_rest_is_listed(pieces: list[Piece]) -> None:
    before = "\n".join(piece.before for piece in pieces)
    draft = start_draft(report_of(before))
    after = draft.report.sections["overview"]
    assert after == "\n".join(piece.after for piece in pieces)
    left = [
        move for move in draft.moves if move.section == "overview" and move.before == move.after
    ]
    kept = [
        year
        for piece in pieces
        if piece.before == piece.after
        for year in re.findall(r"(?<!\d)20\d\d(?!\d)", piece.before)
    ]
    assert len(left) == len(kept)
    assert all(any(move.before in note for note in draft.report.notes) for move in left)


def test_a_damaged_year_is_moved_and_named(form: Form) -> None:
    notes = start_draft(report_of("统计期限为20231月1日至202312月31日。")).report.notes
    assert sum("少了「年」字" in note for note in notes) == 2
