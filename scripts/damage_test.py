"""Opens report files that were damaged by chance.

    .venv/bin/python scripts/damage_test.py [FILES [SEED]]

Any error, any other figure without a word, and anything that cannot be saved again ends the run.
"""

from __future__ import annotations

import random
import sys
from collections import Counter

import source_roots  # noqa: F401
from damaged_files import damaged, outcome
from sample_reports import sample_report
from storage.report_file import report_to_bytes


def main(files: int, seed: int) -> int:
    dice, counts = random.Random(seed), Counter[str]()
    report = sample_report()
    report.previous = sample_report().as_previous()
    content = report_to_bytes(report)
    for _ in range(files):
        counts[outcome(damaged(content, dice), report)] += 1
    print(f"{files} 个损坏的文件，种子 {seed}：{dict(counts)}")
    return 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [10_000, 1][len(given) :])))
