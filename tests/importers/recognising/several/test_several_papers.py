"""Sources of several reports, tables or years: the one that is meant is read, or asked for."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from importers.reading import recognise_document
from importers.source_document import SourceDocument
from neutral_papers import counted, neutral_block, silent, told_lines, verdicts, write_text
from paper_files import lay_out, write_page, write_word
from papers import Paper
from report_sources import Opened, open_report, opened
from several_papers import MAKERS, Several
from storage.errors import SeveralFound

pytestmark = pytest.mark.thorough

SEEDS = 3
MANY_SEEDS = 5
Read = Callable[[Sequence[int]], Opened]


def made(name: str, seed: int) -> Several:
    return MAKERS[name][0](seed, random.Random(f"{name} {seed}"))


def from_memory(several: Several) -> Read:
    document = SourceDocument(
        *("来源.docx", "Word 文档", tuple(map(neutral_block, several.blocks))),
        sheets=tuple(several.sheets.values()),
        sheet_names=tuple(several.sheets),
    )
    return lambda picks: opened(recognise_document(document, picks), "来源.docx")


def judged(several: Several, read: Read) -> tuple[Counter[str], list[str]]:
    """Return how all that may be meant was read, and what is wrong, lost, or not asked."""
    total: Counter[str] = Counter()
    failed = []
    if several.is_asked:
        try:
            read(())
            failed.append("not asked")
        except SeveralFound as found:
            total["asked"] += 1
            failed += [] if len(found.choices) == len(several.meant) else ["other choices"]
    for place, paper in enumerate(several.meant):
        found_one = read((place,) if several.is_asked else ())
        verdict = verdicts(found_one, paper)
        total += counted(verdict)
        failed += silent(verdict)
        failed += [] if told_lines(found_one) else ["nothing said of what was left out"]
    return total, failed


@pytest.mark.parametrize("name", MAKERS)
def test_the_one_that_is_meant_is_read(name: str) -> None:
    results = [made(name, seed) for seed in range(SEEDS)]
    assert [judged(several, from_memory(several))[1] for several in results] == [[]] * SEEDS


@pytest.mark.thorough
def test_many_sources_of_several(capsys: pytest.CaptureFixture[str], many: int) -> None:
    number = MANY_SEEDS * many
    failed = []
    for name in MAKERS:
        total: Counter[str] = Counter()
        for seed in range(100, 100 + number):
            several = made(name, seed)
            counts, faults = judged(several, from_memory(several))
            total += counts
            failed += [f"{name} {seed}: {fault}" for fault in faults]
        with capsys.disabled():
            print(f"\n{name:32}{number} sources: {dict(total)}", end="")
    assert failed == []


def write_sheets(several: Several, path: Path) -> Path:
    """Write a workbook, everything on one sheet or on those that the source names."""
    book = Workbook()
    book.remove(book.worksheets[0])
    names = several.sheets or {"报告": 0}
    ends = (*list(names.values())[1:], len(several.blocks))
    for (name, start), end in zip(names.items(), ends, strict=True):
        lay_out(book.create_sheet(name), several.blocks[start:end])
    book.save(path)
    return path


def written(several: Several, path: Path) -> Path:
    paper = Paper(several.blocks, several.meant[0].truth, ())
    match path.suffix:
        case ".docx":
            return write_word(paper, path)
        case ".html":
            return write_page(paper, path)
        case ".xlsx":
            return write_sheets(several, path)
        case _:
            return write_text(paper, path)


@pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for name, (_, kinds) in MAKERS.items() for kind in kinds]
)
def test_files_that_hold_several(name: str, kind: str, tmp_path: Path) -> None:
    several = made(name, 500)
    path = written(several, tmp_path / f"a.{kind}")
    assert judged(several, lambda picks: open_report(path, picks))[1] == []
