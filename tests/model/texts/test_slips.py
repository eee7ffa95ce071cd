"""Slips of the pen: where exactly they stand, and what is no slip."""

from __future__ import annotations

import pytest

from model.texts.doubled_words import DoubledLists, doubled_words
from model.texts.official_basis import wrong_basis
from storage.form_store import load_form

LISTS = DoubledLists(("公开公开",), ("政信息",), ("案件", "情况"))
NAME = "中华人民共和国政府信息公开条例"
BASIS = load_form("2021").basis


@pytest.mark.parametrize(
    ("line", "words", "right"),
    [
        ("全年没有行政复议、行政复议案件。", "行政复议、行政复议", None),
        ("全年没有行政复议、行政复议。", "行政复议、行政复议", None),
        ("做好公开公开工作。", "公开公开", "公开"),
        ("加强督促检查督促检查。", "督促检查督促检查", "督促检查"),
        ("及时更新，及时更新。", "及时更新，及时更新", "及时更新"),
        ("内容丰富。。", "。。", "。"),
        ("健全政信息制度。", "政信息", None),
    ],
)
def test_words_that_stand_twice_are_quoted_whole(line: str, words: str, right: str | None) -> None:
    (found,) = doubled_words(line, LISTS)
    assert line[found.start : found.end] == words
    assert found.right == right


@pytest.mark.parametrize(
    "line",
    ["全年没有行政复议、行政复议申请人。", "好的，好的。", "督促、检查。", "三三三三。"],
)
def test_lawful_doubles_stay(line: str) -> None:
    assert doubled_words(line, LISTS) == ()


@pytest.mark.parametrize(
    ("written", "is_slip"),
    [
        ("中华人民共和国政府信息公开条列", True),
        ("中华人民共和国政府信息公开条", True),
        ("中华人民共和国政务信息公开条例", True),
        ("中华人民共和国政府信息公开条例", False),
        ("中华人民共和国政府信息公开", False),
        ("中华人民共和国档案条例", False),
        ("中华人民共和国政府信息公开条例实施办法", False),
    ],
)
def test_a_name_with_a_slip_in_it_is_told(written: str, is_slip: bool) -> None:
    found = wrong_basis(f"根据《{written}》要求编制。", BASIS)
    assert [(cited.mistake, cited.right) for cited in found] == [("name", NAME)] * is_slip
    assert all(f"根据《{written}》"[cited.start : cited.end] == written for cited in found)
