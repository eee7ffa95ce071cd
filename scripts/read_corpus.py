"""Reads chance mixtures of dirt in every format, and prints the shares of cells by how they went.

Usage: .venv/bin/python scripts/read_corpus.py [first seed] [number of papers]
Needs LibreOffice. Ends with 1 where a cell was wrong or silently lost, or a text went astray.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

import source_roots  # noqa: F401
from paper_corpus import FORMATS, read_format, shares, write_format
from papers import DIRTS, Paper, make_paper

EXCLUDING = (("edition 2019", "single last group"), ("blanks for zeros", "slashes for zeros"))


def mixture(seed: int) -> frozenset[str]:
    """Return some kinds of dirt that can stand in one paper."""
    dice = random.Random(seed)
    chosen = set(dice.sample(DIRTS, dice.randint(0, len(DIRTS) - 1)))
    for kept, dropped in EXCLUDING:
        if kept in chosen:
            chosen.discard(dropped)
    return frozenset(chosen)


def main() -> int:
    """Print the shares by format, and every fault."""
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    made: dict[str, Paper] = {
        f"{seed:05}": make_paper(mixture(seed), seed) for seed in range(first, first + count)
    }
    by_format: dict[str, Counter[str]] = {}
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for place, kind in FORMATS:
            paths = write_format(Path(folder), place, kind, made)
            name = f"{place}{paths[0].suffix}"
            by_format[name], faults = read_format(paths, made)
            failed += faults
    print(shares("format", by_format))
    for fault in failed:
        print(fault, sorted(mixture(int(Path(fault.split(":")[0]).stem))))
    print(f"{count} papers, {len(failed)} faults")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
