"""The same report saved by other office programs in every format gives the same figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paper_corpus import FOLDERS, convert, read_all, shares, write_all
from paper_files import write_one_sheet, write_page, write_sheets, write_word
from paper_judge import faults
from papers import DIRTS, Paper, make_paper
from report_sources import open_report
from workbooks import needs_office

COMBINED = (
    ("aliases", "half-width brackets", "thousands separators", "wrong totals"),
    ("broken labels", "full-width digits", "metadata first", "single last group"),
    ("edition 2019", "blanks for zeros", "unbalanced column", "aliases"),
)


def papers() -> dict[str, Paper]:
    """Return the papers by name: each dirt alone, and some together."""
    mixes = [frozenset([dirt]) for dirt in DIRTS] + [frozenset(dirts) for dirts in COMBINED]
    return {
        f"{number:02} {' + '.join(sorted(mix))}": make_paper(mix, number)
        for number, mix in enumerate(mixes)
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Paper]]:
    folder = tmp_path_factory.mktemp("corpus")
    found = papers()
    write_all(folder, found)
    convert(folder)
    return folder, found


@needs_office
def test_every_format_of_every_dirt_is_read_alike(
    made: tuple[Path, dict[str, Paper]], capsys: pytest.CaptureFixture[str]
) -> None:
    by_format, by_dirt, failed = read_all(*made)
    with capsys.disabled():
        print("\n" + shares("format", by_format) + "\n" + shares("dirt", by_dirt))
    assert failed == []
    assert len(by_format) == len(FOLDERS["word"]) + len(FOLDERS["sheet"]) + 1 + 4


WRITERS: tuple[tuple[str, Callable[[Paper, Path], Path]], ...] = (
    ("a.docx", write_word),
    ("a.html", write_page),
    ("one.xlsx", write_one_sheet),
    ("each.xlsx", write_sheets),
)


@pytest.mark.parametrize(("name", "write"), WRITERS, ids=[name for name, _ in WRITERS])
@pytest.mark.parametrize("seed", range(3))
def test_dirt_in_chance_mixtures_is_read(
    name: str, write: Callable[[Paper, Path], Path], seed: int, tmp_path: Path
) -> None:
    dirts = frozenset((*DIRTS[1 + seed :: 3], "wrong totals")) - {"slashes for zeros"}
    paper = make_paper(dirts - ({"single last group"} if "edition 2019" in dirts else set()), seed)
    opened = open_report(write(paper, tmp_path / name))
    assert faults(opened, paper.truth) == []
