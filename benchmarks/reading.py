"""How long reading takes, as ratios measured in turn in one run.

Usage: .venv/bin/python benchmarks/reading.py [rounds]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "io"), str(ROOT / "tests" / "support")]

from lxml import etree  # noqa: E402

from exporters.writing import export_report  # noqa: E402
from importers.readers.word.docx_reader import read_docx  # noqa: E402
from importers.recognising.recogniser import recognise  # noqa: E402
from sample_reports import sample_report  # noqa: E402
from storage.form_store import load_form  # noqa: E402

Task = Callable[[], object]


def seconds(task: Task) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def ratio(task: Task, base: Task, rounds: int) -> tuple[float, float, float]:
    """Return least, median and greatest ratio of pairs measured in turn, after one warm-up."""
    task()
    base()
    found = sorted(seconds(task) / seconds(base) for _ in range(rounds))
    return found[0], statistics.median(found), found[-1]


def parse_only(path: Path) -> object:
    """Unzip document.xml and parse it, as the least that any reader must do."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    form = load_form()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        export_report(sample_report(), path)
        others = ROOT / "tests" / "samples"
        names = ("other_word_processor.docx", "web_page_saved_as_word.docx")
        samples = [path, *(others / name for name in names)]
        for sample in samples:

            def base(sample: Path = sample) -> object:
                return parse_only(sample)

            def read(sample: Path = sample) -> object:
                return read_docx(sample)

            def whole(sample: Path = sample) -> object:
                return recognise(read_docx(sample), form)

            for name, task in (("reader", read), ("reader and recogniser", whole)):
                least, middle, most = ratio(task, base, rounds)
                print(
                    f"{sample.name}: {name} / unzip and parse: "
                    f"{middle:.2f} (least {least:.2f}, most {most:.2f})"
                )


if __name__ == "__main__":
    main()
