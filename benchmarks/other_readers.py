"""How long old Word files and PDF files take, as ratios measured in turn in one run.

Usage: .venv/bin/python benchmarks/other_readers.py [rounds]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [
    str(ROOT),
    str(ROOT / "io"),
    str(ROOT / "tests" / "support"),
    str(ROOT / "benchmarks"),
]

import pdfplumber  # noqa: E402
from doc2docx import convert  # noqa: E402
from reading import ratio  # noqa: E402

from importers.readers.pdf.pdf_reader import read_pdf  # noqa: E402
from importers.readers.word.doc_reader import read_doc  # noqa: E402

SAMPLES = ROOT / "tests" / "samples"


def tables_only(path: Path) -> object:
    """Extract the tables of a PDF as its library does by itself."""
    with pdfplumber.open(path) as pdf:
        return [page.extract_tables() for page in pdf.pages]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    pdf, doc = SAMPLES / "table_torn_over_pages.pdf", SAMPLES / "old_word.doc"
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "a.docx")
        figures = {
            "pdf reader / table extraction": ratio(
                lambda: read_pdf(pdf), lambda: tables_only(pdf), rounds
            ),
            "doc reader / conversion": ratio(
                lambda: read_doc(doc), lambda: convert(str(doc), target), rounds
            ),
        }
    for name, (least, middle, most) in figures.items():
        print(f"{name}: {middle:.2f} (least {least:.2f}, most {most:.2f})")


if __name__ == "__main__":
    main()
