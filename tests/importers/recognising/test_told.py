"""A proof against silence: damaged papers, and whatever is read otherwise than a person would."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from importers.reading import recognise_document
from page_damage import DAMAGES
from page_eye import UNCLEAR, seen_figures
from papers import PaperCell
from report_sources import opened
from silence_judge import is_told, judged, noise, shown, sound_trial, trial
from sound_pages import FILES, Page, neutral, sound_page

pytestmark = pytest.mark.thorough

SEEDS = 40
FILED = 2
MANY_SEEDS = 60


def with_texts(page: Page, table: str, texts: dict[str, str]) -> Page:
    """Return the page with other texts in cells, by value key or by the label printed there."""
    cells: tuple[PaperCell, ...] = tuple(
        replace(cell, text=texts.get(cell.key or cell.text, cell.text))
        for cell in page.tables[table]
    )
    return replace(page, tables={**page.tables, table: cells})


def blank_page() -> Page:
    """Return a page with a blank in every cell."""
    page = sound_page(1)
    tables = {
        key: tuple(replace(cell, text="") if cell.key else cell for cell in cells)
        for key, cells in page.tables.items()
    }
    return replace(page, tables=tables)


def merged_down(key: str, below: str, text: str) -> Page:
    """Return a page on which a cell reaches over the one below it, which is not printed."""
    page = sound_page(1)
    cells = tuple(
        replace(cell, text=text, row_span=2) if cell.key == key else cell
        for cell in page.tables["proactive_disclosure"]
        if cell.key != below
    )
    return replace(page, tables={**page.tables, "proactive_disclosure": cells})


@pytest.mark.parametrize(("text", "value"), [("", None), ("0", 0), ("7", UNCLEAR)])
def test_a_person_reads_a_cell_over_two_rows_in_both(text: str, value: object) -> None:
    wide = merged_down("penalties.decisions", "compulsion.decisions", text)
    assert seen_figures(wide)["proactive_disclosure"]["compulsion.decisions"] == value
    beside = merged_down("regulations.issued", "normative_documents.issued", text)
    assert seen_figures(beside)["proactive_disclosure"]["normative_documents.issued"] == value


def test_damage_is_read_as_a_person_would_or_told(tmp_path: Path) -> None:
    trials = [trial(seed, "neutral", tmp_path) for seed in range(SEEDS)]
    assert list(shown(trials)) == []
    assert len({name for one in trials for name in one.damages}) > len(DAMAGES) // 2


@pytest.mark.parametrize("way", FILES)
def test_damaged_files_are_read_as_a_person_would_or_told(way: str, tmp_path: Path) -> None:
    assert list(shown([trial(seed, way, tmp_path) for seed in range(FILED)])) == []


@pytest.mark.parametrize("way", ["neutral", *FILES])
def test_sound_papers_raise_no_doubt(way: str, tmp_path: Path) -> None:
    for seed in range(3):
        one = sound_trial(seed, way, tmp_path)
        assert (one.faults, one.noise) == ((), ())


@pytest.mark.thorough
def test_many_damaged_papers(many: int, tmp_path: Path) -> None:
    seeds = range(100, 100 + MANY_SEEDS * many)
    assert list(shown([trial(seed, "neutral", tmp_path) for seed in seeds])) == []


def test_a_column_with_blanks_is_held_against_the_balance() -> None:
    texts = {"new_received.natural_person": "5", "granted.commercial_enterprise": "4"}
    page = with_texts(blank_page(), "requests", texts)
    found = opened(recognise_document(neutral(page)), "甲")
    said = [line for line in noise(found) if "列不平" in line]
    assert any("「自然人」列不平：收（一＋二）＝5，办（三＋四）＝0" in line for line in said)
    assert any("「商业企业」列不平" in line for line in said)


def test_what_last_year_handed_on_is_no_imbalance_of_its_own() -> None:
    page = with_texts(blank_page(), "requests", {"carried_over.natural_person": "5"})
    found = opened(recognise_document(neutral(page)), "甲")
    assert not any("列不平" in line for line in noise(found))


@pytest.mark.parametrize(
    ("seed", "one", "two", "key"),
    [
        (6294, "行政规范性文件", "行政强制", "normative_documents.issued"),
        (20913, "行政强制", "行政事业性收费", "compulsion.decisions"),
    ],
)
def test_a_row_below_the_header_of_another_part_is_told(
    seed: int, one: str, two: str, key: str
) -> None:
    page = with_texts(sound_page(seed), "proactive_disclosure", {one: two, two: one})
    found = opened(recognise_document(neutral(page)), "甲")
    assert is_told(found, "proactive_disclosure", key)


def test_a_figure_that_reaches_down_is_told_of_both_rows() -> None:
    page = blank_page()
    above, below = "granted.natural_person", "partly_granted.natural_person"
    cells = tuple(
        replace(cell, text="\n4", row_span=2) if cell.key == above else cell
        for cell in page.tables["requests"]
        if cell.key != below
    )
    page = replace(page, tables={**page.tables, "requests": cells})
    found = opened(recognise_document(neutral(page)), "甲")
    assert is_told(found, "requests", above)
    assert is_told(found, "requests", below)


def test_a_row_of_figures_with_a_blank_cell_twice_is_not_shifted(tmp_path: Path) -> None:
    one = trial(21455, "txt", tmp_path)
    assert one.damages == ("cell doubled",)
    assert one.faults == ()


def test_a_row_that_lost_a_cell_behind_a_wide_label_is_not_placed_by_number(
    tmp_path: Path,
) -> None:
    one = trial(30355, "txt", tmp_path)
    assert one.damages == ("row shifted", "cell dropped")
    assert one.faults == ()


def test_the_judge_finds_what_is_silent() -> None:
    page = sound_page(4)
    found = opened(recognise_document(neutral(page)), "甲")
    key, value = next((key, value) for key, value in page.sound.tables["requests"].items() if value)
    found.report.tables["requests"][key] = 9_999_999
    kinds = dict(judged(found, page))
    assert kinds[f"requests/{key} 9999999 for {value!r}"] == "wrong"
