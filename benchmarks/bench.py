"""Every benchmark in one table. Started by scripts/bench."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[1]
SUPPORT = ROOT / "tests" / "support"
sys.path[:0] = [str(ROOT), str(ROOT / "io"), str(SUPPORT), str(SUPPORT / "sources")]

import checking  # noqa: E402
import exporting  # noqa: E402
import long_use  # noqa: E402
import processes  # noqa: E402
import reading  # noqa: E402
import reading_others  # noqa: E402
import saving  # noqa: E402
import window  # noqa: E402
from comparing import Comparison, Result, measure  # noqa: E402

RESULTS = Path(__file__).with_name("results.md")
UNREACHED = Path(__file__).with_name("unreached.md")
"""What could not be reached, with where the time goes; it ends the page of results."""
GROUPS = (window, long_use, saving, checking, reading, reading_others, exporting, processes)
LIBRARIES = ("PySide6_Essentials", "openpyxl", "python-docx", "lxml", "pdfplumber")
HEAD = ("什么 ÷ 什么", "比", "最小", "最大", "本程序", "99%", "对照", "要求")


def chosen(folder: Path, words: Sequence[str]) -> Iterator[Comparison]:
    """Yield the comparisons with one of these words in their name, or all where none is given."""
    for group in GROUPS:
        for comparison in group.comparisons(folder):
            if not words or any(word in comparison.name for word in words):
                yield comparison


def line(result: Result) -> tuple[str, ...]:
    """Return what is told of a result, in the order of the head."""
    comparison = result.comparison
    return (
        comparison.name,
        f"{result.middle:.2f}",
        f"{result.ratios[0]:.2f}",
        f"{result.ratios[-1]:.2f}",
        *(f"{value:.4g} {comparison.unit}" for value in (result.own, result.worst, result.base)),
        f"{_asked(comparison)}{'，超过' if result.is_exceeded else ''}",
    )


def _asked(comparison: Comparison) -> str:
    asked = (
        ("", comparison.limit, ""),
        ("本程序 ", comparison.most, f" {comparison.unit}"),
        ("99% ", comparison.worst_most, f" {comparison.unit}"),
    )
    return "，".join(f"{what}≤ {limit:g}{unit}" for what, limit, unit in asked if limit is not None)


def machine() -> str:
    """Return what the figures depend on, without names."""
    libraries = "，".join(f"{name} {version(name)}" for name in LIBRARIES)
    system = f"{platform.system()} {platform.machine()}，{os.cpu_count()} 核"
    return f"{system}，Python {platform.python_version()}，{libraries}"


def written(lines: Sequence[Sequence[str]], rounds: int) -> str:
    """Return the page that keeps the figures."""
    rows = [f"| {' | '.join(cells)} |" for cells in (HEAD, ["---"] * len(HEAD), *lines)]
    return (
        "# 快慢与内存\n\n"
        f"`./scripts/bench --write` 写成，{date.today():%Y年%-m月%-d日}，{rounds} 轮。"  # noqa: DTZ011
        f"{machine()}。\n\n"
        "两边轮流测，比是每一轮两个数之比的中位数；本程序和对照是各自的中位数，"
        "99% 是本程序百次里只有一次超过的数。"
        "启动、内存、整个进程各在自己的进程里，编译好的文件在，没有屏幕。\n\n"
        + "\n".join(rows)
        + f"\n\n{UNREACHED.read_text(encoding='utf-8')}"
    )


def main() -> int:
    """Print each line as soon as it is measured; 1 where more came out than is asked for."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description="快慢与内存，都是比。")
    parser.add_argument("words", nargs="*", help="只测名称里有这些字的")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--write", action="store_true", help=f"写进 benchmarks/{RESULTS.name}")
    given = parser.parse_args()
    if given.write and given.words:
        parser.error("--write 要测全部")
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        print("  ".join(HEAD), flush=True)
        for comparison in chosen(Path(folder), given.words):
            results.append(measure(comparison, given.rounds))
            print("  ".join(line(results[-1])), flush=True)
    if given.write:
        RESULTS.write_text(written([line(one) for one in results], given.rounds), encoding="utf-8")
    return int(any(result.is_exceeded for result in results))


if __name__ == "__main__":
    # Windows that are still there when Python ends would be thrown away in any order.
    status = main()
    sys.stdout.flush()
    os._exit(status)
