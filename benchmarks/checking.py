"""Times re-checking after one edit as a share of checking the whole report, in one run.

Asked for: at most a tenth for a cell, a third for a sentence, on a report with 8,000 characters of
text. Checking the whole report is timed as at its opening: nothing known yet of its texts.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "io"), str(ROOT / "tests" / "support")]

from model.checks import Checker  # noqa: E402
from model.report.edits import CellChange, Edit, TextChange, apply  # noqa: E402
from model.report.report import Report  # noqa: E402
from model.report.rollover import start_draft  # noqa: E402
from sample_reports import sample_report  # noqa: E402

LETTERS = 8000
ROUNDS = 40


def long_report(variant: int) -> Report:
    """Return a report whose texts have 8,000 characters, other words for every variant."""
    report = start_draft(sample_report()).report
    for table in report.form.tables:
        for key in table.inputs:
            report.tables[table.key][key] = 0
    sections = {"preamble": 400, "overview": 5200, "problems": 1900, "other_matters": 500}
    for section, letters in sections.items():
        report.sections[section] = text(letters, variant, section)
    assert sum(map(len, report.sections.values())) >= LETTERS
    return report


def text(letters: int, variant: int, section: str) -> str:
    """Return sentences such as reports have, each another, until there are enough letters."""
    lines: list[str] = []
    number = 0
    while sum(map(len, lines)) < letters:
        number += 1
        mark = f"{section[:2]}{variant}第{number}项"
        lines.append(
            f"（{number}）{mark}工作。全年通过政府网站主动公开信息{variant + number}条，其中"
            f"{mark}类{number}条；收到政府信息公开申请{number}件，均在法定期限内答复，没有结转下年度办理。"
            f"同比上年增加{number}%，{mark}有序推进，制度不断健全，群众满意度持续提升。"
        )
    return "\n".join(lines)


def seconds(run: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    """Print the median times and the two shares."""
    whole, cell, sentence = [], [], []
    for variant in range(ROUNDS):
        report = long_report(variant)
        checker = Checker()
        whole.append(seconds(lambda: checker.check(report)))  # noqa: B023
        key = "granted.natural_person"
        edit = apply(report, Edit("改", (CellChange("requests", key, variant + 1),)))
        cell.append(seconds(lambda: checker.recheck(report, [edit])))  # noqa: B023
        words = report.sections["overview"].replace("第9项工作。", "第9项，工作有变化。", 1)
        edit = apply(report, Edit("改", (TextChange("overview", words),)))
        sentence.append(seconds(lambda: checker.recheck(report, [edit])))  # noqa: B023
    one, two, three = (statistics.median(times) for times in (whole, cell, sentence))
    print(f"whole report   {one * 1000:8.2f} ms")
    print(f"one cell       {two * 1000:8.2f} ms  {two / one:.3f} of the whole (asked: 0.100)")
    print(f"one sentence   {three * 1000:8.2f} ms  {three / one:.3f} of the whole (asked: 0.333)")


if __name__ == "__main__":
    main()
