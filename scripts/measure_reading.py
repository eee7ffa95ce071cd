"""Reads papers whose tables are odd in many ways, and prints how the figures were read.

Usage: .venv/bin/python scripts/measure_reading.py [first seed] [papers of each family and format]
Ends with 1 where a figure was wrong or lost without a word, or a sound paper raised a doubt.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

import source_roots  # noqa: F401
from report_sources import open_report
from storage.errors import FileProblem
from table_families import FAMILIES, Family, can_be_written, make
from table_judge import KINDS, count, silent
from table_writers import WITHOUT_BLANKS, WRITERS

COLUMNS = ("papers", "refused", "doubted", *KINDS)


def measure(family: Family, seed: int, way: str, folder: Path) -> tuple[Counter[str], list[str]]:
    """Return how one paper was read, and what is wrong with that."""
    ending, write = WRITERS[way]
    paper = make(family, seed, with_blanks=way not in WITHOUT_BLANKS)
    path = write(paper, folder / f"a{ending}")
    counts: Counter[str] = Counter(papers=1)
    try:
        opened = open_report(path)
    except FileProblem as problem:
        return counts + Counter(refused=1), [str(problem)] if family.is_sound else []
    counts += count(opened, paper.truth)
    faults = silent(opened, paper.truth)
    if opened.doubts or opened.causes:
        counts["doubted"] += 1
        if family.is_sound:
            faults.append(f"doubted: {(opened.doubts or opened.causes)[0]}")
    return counts, faults


def main() -> int:
    """Print the figures by family, and every fault."""
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    total: Counter[str] = Counter()
    failed: list[str] = []
    print(f"{'family':<28}" + "".join(f"{name:>9}" for name in COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        for family in FAMILIES:
            counts: Counter[str] = Counter()
            for way in WRITERS:
                for seed in range(first, first + number) if can_be_written(family, way) else ():
                    found, faults = measure(family, seed, way, Path(folder))
                    counts += found
                    failed += [f"{family.name}, {way}, {seed}: {fault}" for fault in faults]
            print(f"{family.name:<28}" + "".join(f"{counts[name]:>9}" for name in COLUMNS))
            total += counts
    print(f"{'all':<28}" + "".join(f"{total[name]:>9}" for name in COLUMNS))
    print("\n".join(failed))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
