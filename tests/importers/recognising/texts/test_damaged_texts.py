"""Sound papers damaged by chance: whatever goes astray is told."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from damaged_texts import DAMAGES, astray, damaged
from importers.reading import recognise_document
from importers.recognising.import_notes import cautions
from neutral_papers import neutral, plain_paper, silent, told_lines, verdicts
from papers import Paper
from report_sources import Opened, opened
from storage.errors import FileProblem

pytestmark = pytest.mark.thorough

SEEDS = 40
MANY_SEEDS = 60


def read(paper: Paper) -> Opened | None:
    """Return what was read of a paper, None where it is refused, which is no silence."""
    try:
        return opened(recognise_document(neutral(paper)), "来源.docx")
    except FileProblem:
        return None


def faults(seed: int, most: int) -> tuple[str, list[str]]:
    """Return how a damaged paper was taken, and what is wrong in it without a word."""
    paper, names = damaged(plain_paper(seed), random.Random(f"damage {seed} {most}"), most)
    found = read(paper)
    if found is None:
        return "refused", []
    cells = [fault for fault in silent(verdicts(found, paper)) if "/" in fault]
    failed = [f"{seed} {names}: {fault}" for fault in (*astray(found, paper), *cells)]
    return "silent" if failed else "told" if told_lines(found) else "clean", failed


def test_what_goes_astray_is_told() -> None:
    assert [fault for seed in range(SEEDS) for fault in faults(seed, 1)[1]] == []


@pytest.mark.thorough
def test_many_damaged_texts(capsys: pytest.CaptureFixture[str], many: int) -> None:
    number = MANY_SEEDS * many
    results = [faults(seed, 1) for seed in range(1000, 1000 + number)]
    with capsys.disabled():
        counts = Counter(kind for kind, _ in results)
        print(f"\n{number} damaged papers ({len(DAMAGES)} damages): {dict(counts)}")
    assert [fault for _, failed in results for fault in failed] == []


def test_a_site_line_within_a_part_is_kept_and_told() -> None:
    paper = plain_paper(1)
    blocks = list(paper.blocks)
    blocks.insert(paper.parts[4] + 1, "浏览次数：31")
    found = read(Paper(tuple(blocks), paper.truth, ()))
    assert found is not None
    assert found.report.sections["problems"].startswith("浏览次数：31")
    (line,) = cautions(found.summary)
    assert "浏览次数：31" in line
    assert "五、存在的主要问题及改进情况" in line


def test_a_heading_met_again_names_the_parts_to_look_at() -> None:
    paper = plain_paper(1)
    blocks = list(paper.blocks)
    blocks.insert(paper.parts[0] + 2, "二、主动公开政府信息情况")
    found = read(Paper(tuple(blocks), paper.truth, ()))
    assert found is not None
    (line,) = cautions(found.summary)
    assert "「一、总体情况」" in line
    assert "「二、主动公开政府信息情况」" in line
