"""The same report saved by other office programs in every format gives the same figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from office import needs_office
from paper_corpus import FORMATS, OWN, read_format, write_format
from paper_files import write_one_sheet, write_page, write_sheets, write_word
from paper_judge import faults
from papers import DIRTS, Paper, make_paper
from report_sources import open_report

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


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("place", "kind"),
    [
        pytest.param(
            *(place, kind),
            id=f"{place}.{kind.split(':')[0]}",
            marks=() if kind == OWN[place] else needs_office,
        )
        for place, kind in FORMATS
    ],
)
def test_every_dirt_is_read_alike(place: str, kind: str, tmp_path: Path) -> None:
    made = papers()
    counts, failed = read_format(write_format(tmp_path, place, kind, made), made)
    assert failed == []
    assert counts.total() > len(made)


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
