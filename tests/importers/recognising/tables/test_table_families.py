"""Papers with odd tables: every figure is right or told, and sound papers raise no doubt."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import text_layouts
from importers.readers.text.txt_reader import text_document
from importers.recognising.edition_finder import recognise_edition
from importers.recognising.figures.causes import CauseKind
from importers.recognising.recogniser import Recognised
from model.report.values import format_value
from report_sources import open_report
from sample_reports import sample_report
from table_families import FAMILIES, Family, can_be_written, make
from table_judge import silent
from table_writers import WITHOUT_BLANKS, WRITERS, neutral

pytestmark = pytest.mark.thorough

BY_NAME = {family.name: family for family in FAMILIES}
SEEDS = (31, 32)


def read(name: str, seed: int) -> Recognised:
    return recognise_edition(neutral(make(BY_NAME[name], seed)))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_no_figure_of_an_odd_table_is_wrong_without_a_word(family: Family) -> None:
    for seed in SEEDS:
        paper = make(family, seed)
        found = recognise_edition(neutral(paper))
        assert silent(found, paper.truth) == []
        if family.is_sound:
            assert (found.doubts, found.causes) == ((), ())


@pytest.mark.parametrize("way", WRITERS)
@pytest.mark.parametrize("number", range(0, len(FAMILIES), 4))
def test_no_format_changes_that(way: str, number: int, tmp_path: Path) -> None:
    ending, write = WRITERS[way]
    family = FAMILIES[(number + list(WRITERS).index(way)) % len(FAMILIES)]
    if not can_be_written(family, way):
        family = BY_NAME["clean"]
    paper = make(family, 33, with_blanks=way not in WITHOUT_BLANKS)
    opened = open_report(write(paper, tmp_path / f"a{ending}"))
    assert silent(opened, paper.truth) == []
    if family.is_sound:
        assert (opened.doubts, opened.causes) == ((), ())


def headers_doubted(name: str, seed: int) -> bool:
    """Return whether the header of the long table is a cause, all of its cells being doubted."""
    paper = make(BY_NAME[name], seed)
    found = recognise_edition(neutral(paper))
    assert found.report.tables == paper.truth.tables
    causes = [cause for cause in found.causes if cause.kind is CauseKind.HEADER]
    doubted = {doubt.key for doubt in found.doubts if doubt.cause in causes}
    inputs = set(paper.truth.form.table("requests").inputs)
    assert doubted == (inputs if causes else set())
    return bool(causes)


def test_a_torn_header_gives_the_official_order_and_doubts_the_whole_table() -> None:
    # Halves that stand below one another are whole words; others name no column.
    told = [headers_doubted("headers torn over rows", seed) for seed in range(31, 41)]
    assert {True, False} == set(told)


def test_a_lost_header_doubts_the_whole_table() -> None:
    assert headers_doubted("header lost", 31)


def test_a_group_row_followed_by_its_rows_is_no_row() -> None:
    found = read("subtotal of a group", 31)
    paper = make(BY_NAME["subtotal of a group"], 31)
    assert found.report.tables["requests"] == paper.truth.tables["requests"]
    told = any("小计" in line for line in (*found.summary, *found.unplaced))
    assert told or any(cause.kind is CauseKind.SUBTOTAL for cause in found.causes)


def test_a_row_that_the_form_has_not_is_listed_with_its_figures() -> None:
    found = read("row the form has not", 31)
    assert any("31、32、33" in line for line in found.unplaced)


def test_an_amount_in_another_unit_is_converted_and_told() -> None:
    papers = {seed: make(BY_NAME["unit of the fee"], seed) for seed in range(40, 50)}
    for paper in papers.values():
        found = recognise_edition(neutral(paper))
        assert found.report.value("proactive_disclosure", "fees.amount") == paper.truth.value(
            "proactive_disclosure", "fees.amount"
        )
    kinds = [
        cause.kind
        for paper in papers.values()
        for cause in recognise_edition(neutral(paper)).causes
    ]
    assert CauseKind.UNIT in kinds
    assert set(kinds) == {CauseKind.UNIT}


@pytest.mark.parametrize("seed", range(31, 36))
def test_a_report_without_its_tables_is_read_with_blank_ones_and_told(seed: int) -> None:
    paper = make(BY_NAME["tables as pictures"], seed)
    found = recognise_edition(neutral(paper))
    assert found.report.tables == paper.truth.tables
    assert found.report.sections["overview"] == paper.truth.sections["overview"]
    assert any(cause.kind is CauseKind.NO_TABLE for cause in found.causes)
    assert any("可能是图片" in line for line in found.summary)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("84565元", "8.4565"),
        ("8.4万", "8.4"),
        ("84千元", "8.4"),
        ("0.12亿元", "1200"),
        ("0元", "0"),
        ("无", "无"),
    ],
)
def test_a_fee_with_a_unit_swallows_nothing_behind_it(written: str, meant: str) -> None:
    truth = sample_report()
    truth.tables["proactive_disclosure"]["fees.amount"] = Decimal("77.3")
    text = text_layouts.report_text(truth, text_layouts.tabbed_cells)
    found = recognise_edition(text_document(text.replace("\t77.3\n", f"\t{written}\n"), "甲.txt"))
    value = found.report.value("proactive_disclosure", "fees.amount")
    assert format_value(value) == meant
    assert found.report.tables["requests"] == truth.tables["requests"]
    assert found.report.sections == truth.sections
    assert found.unplaced == ()


def test_a_blank_row_that_stands_again_with_a_figure_is_told(tmp_path: Path) -> None:
    paper = make(BY_NAME["row twice"], 4003)
    _, write = WRITERS["txt, tabs"]
    assert silent(open_report(write(paper, tmp_path / "a.txt")), paper.truth) == []
