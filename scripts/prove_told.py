"""Damages sound papers in random ways, reads them, and shows what was read wrong without a word.

Usage: .venv/bin/python scripts/prove_told.py [first seed] [papers] [--show N]
       One paper in five is written as a file and read again (docx, html, xlsx and txt in turn).
       As many sound papers again, a tenth of the number, must give no doubt at all.
Ends with 1 where anything was wrong or lost without a word, or a sound paper raised a doubt.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

import source_roots  # noqa: F401
from silence_judge import KINDS, Trial, shown, sound_trial, trial

WAYS = ("neutral", "docx", "html", "xlsx", "txt")


def way_of(seed: int) -> str:
    """Return how the page of a seed is read: four of five from memory, others as files."""
    return WAYS[1 + seed // 5 % 4] if seed % 5 == 0 else "neutral"


def main() -> int:
    """Print how papers were read by the first damage that was done to them, and every fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("first", nargs="?", type=int, default=1000)
    parser.add_argument("papers", nargs="?", type=int, default=1000)
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.papers)
    with tempfile.TemporaryDirectory() as folder:
        trials = [trial(seed, way_of(seed), Path(folder)) for seed in seeds]
        sound = [
            sound_trial(seed, way_of(seed // 10), Path(folder)) for seed in seeds if seed % 10 == 0
        ]
    _print_table(trials)
    loud = [one for one in sound if one.noise or one.faults]
    print(f"sound papers: {len(sound)}, with a doubt: {len(loud)}")
    faults = [*shown(trials), *shown(sound)]
    faults += [f"{one.seed} {one.way} sound: {line}" for one in loud for line in one.noise]
    print("\n".join(faults[: options.show]))
    return int(bool(faults))


def _print_table(trials: list[Trial]) -> None:
    counts: dict[str, Counter[str]] = {}
    for one in trials:
        for name in (one.damages[0] if one.damages else "none", one.way, "all"):
            counts.setdefault(name, Counter())[one.kind] += 1
    print(f"{'first damage, or file':<34}" + "".join(f"{kind:>9}" for kind in KINDS))
    order = sorted(counts, key=lambda name: (name == "all", name in WAYS, name))
    for name in order:
        print(f"{name:<34}" + "".join(f"{counts[name][kind]:>9}" for kind in KINDS))


if __name__ == "__main__":
    sys.exit(main())
