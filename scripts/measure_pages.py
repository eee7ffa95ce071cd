"""Reads PDF and OFD files that are odd in many ways, and prints how figures and texts were read.

Usage: .venv/bin/python scripts/measure_pages.py [first seed] [papers of each family and format]
Each paper is drawn, made odd and read as PDF; where it makes sense it is written as OFD and read
again, in the habits of another program each time.
Ends with 1 where a figure was wrong or lost without a word, or a sound paper raised a doubt.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
SUPPORT = ROOT / "tests" / "support"
ROOMS = (SUPPORT / name for name in ("sources", "odd", "written"))
sys.path[:0] = map(str, [ROOT, ROOT / "io", SUPPORT, *ROOMS])

from PySide6.QtGui import QGuiApplication  # noqa: E402

from drawn_pdf import draw_paper  # noqa: E402
from model.report.report import Report  # noqa: E402
from ofd_files import HABITS, ofd_of_pdf  # noqa: E402
from paper_judge import other_faults  # noqa: E402
from papers import make_paper  # noqa: E402
from pdf_families import FAMILIES, PdfFamily, change_pdf  # noqa: E402
from report_sources import Opened, open_report  # noqa: E402
from storage.errors import FileProblem  # noqa: E402
from table_judge import KINDS, count, silent  # noqa: E402

COLUMNS = ("papers", "refused", "doubted", *KINDS, "texts")


def measure(family: PdfFamily, path: Path, truth: Report) -> tuple[Counter[str], list[str]]:
    """Return how one file was read, and what is wrong with that."""
    counts: Counter[str] = Counter(papers=1)
    try:
        opened = open_report(path)
    except FileProblem as problem:
        return counts + Counter(refused=1), [str(problem)] if family.is_sound else []
    counts += count(opened, truth)
    faults = silent(opened, truth)
    texts = list(other_faults(opened, truth))
    counts["texts"] += bool(texts)
    if family.is_sound:
        faults += texts + _doubts(opened)
    counts["doubted"] += bool(_doubts(opened))
    return counts, faults


def _doubts(opened: Opened) -> list[str]:
    return [f"doubted: {doubt}" for doubt in (*opened.doubts, *opened.causes)][:1]


def files(family: PdfFamily, seed: int, folder: Path) -> tuple[Report, list[Path]]:
    """Return what a person reads on a paper, and the paper as a PDF and as an OFD file."""
    paper = make_paper(frozenset(["clean"]), seed)
    drawn = draw_paper(paper, folder / "drawn.pdf", family.habits)
    odd = change_pdf(family, drawn, folder / "a.pdf", seed)
    habits = list(HABITS.values())[seed % len(HABITS)]
    made = [odd, ofd_of_pdf(odd, folder / "a.ofd", habits)] if family.as_ofd else [odd]
    return paper.truth, made


def main() -> int:
    """Print the figures by family, and every fault."""
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    _application = QGuiApplication([])
    total: Counter[str] = Counter()
    failed: list[str] = []
    print(f"{'family':<28}" + "".join(f"{name:>9}" for name in COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        for family in FAMILIES:
            counts: Counter[str] = Counter()
            for seed in range(first, first + number):
                truth, paths = files(family, seed, Path(folder))
                for path in paths:
                    found, faults = measure(family, path, truth)
                    counts += found
                    failed += [f"{family.name}, {path.suffix}, {seed}: {f}" for f in faults]
            print(f"{family.name:<28}" + "".join(f"{counts[name]:>9}" for name in COLUMNS))
            total += counts
    print(f"{'all':<28}" + "".join(f"{total[name]:>9}" for name in COLUMNS))
    print("\n".join(failed))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
