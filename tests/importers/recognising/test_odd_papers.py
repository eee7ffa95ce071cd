"""Papers whose headings, tables and title stand oddly: nothing is wrong or lost silently."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from importers.reading import recognise_document
from neutral_papers import counted, neutral, plain_paper, silent, told_lines, verdicts, write_text
from odd_papers import FAMILIES, Family
from paper_files import write_one_sheet, write_page, write_word
from papers import Paper
from report_sources import open_report, opened

pytestmark = pytest.mark.thorough

SEEDS = 4
MANY_SEEDS = 5
WRITERS: dict[str, Callable[[Paper, Path], Path]] = {
    "docx": write_word,
    "html": write_page,
    "xlsx": write_one_sheet,
    "txt": write_text,
}


def odd_paper(family: Family, seed: int) -> Paper:
    return family.change(plain_paper(seed), random.Random(f"{family.name} {seed}"))


def judged(family: Family, seed: int) -> tuple[Counter[str], list[str]]:
    """Return how the parts of a paper were read, and what is wrong, lost, or told for nothing."""
    paper = odd_paper(family, seed)
    found = opened(recognise_document(neutral(paper)), "来源.docx")
    verdict = verdicts(found, paper)
    noise = [told_lines(found), *map(str, found.doubts)] if family.is_sound else []
    return counted(verdict), [f"{seed}: {fault}" for fault in (*silent(verdict), *noise) if fault]


@pytest.mark.parametrize("name", FAMILIES)
def test_what_stands_oddly_is_read_or_told(name: str) -> None:
    results = [judged(FAMILIES[name], seed) for seed in range(SEEDS)]
    assert [fault for _, faults in results for fault in faults] == []


@pytest.mark.thorough
def test_many_odd_papers(capsys: pytest.CaptureFixture[str], many: int) -> None:
    number = MANY_SEEDS * many
    failed: list[str] = []
    for name, family in FAMILIES.items():
        results = [judged(family, seed) for seed in range(100, 100 + number)]
        total = sum((counts for counts, _ in results), Counter[str]())
        failed += [f"{name} {fault}" for _, faults in results for fault in faults]
        with capsys.disabled():
            print(f"\n{name:32}{number} papers: {dict(total)}", end="")
    assert failed == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [(family.name, kind) for family in FAMILIES.values() for kind in family.in_files],
)
def test_files_of_odd_papers(name: str, kind: str, tmp_path: Path) -> None:
    paper = odd_paper(FAMILIES[name], 500)
    found = open_report(WRITERS[kind](paper, tmp_path / f"a.{kind}"))
    assert silent(verdicts(found, paper)) == []
    assert not FAMILIES[name].is_sound or told_lines(found) == ""
