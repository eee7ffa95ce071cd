"""A corpus of odd sources with the truth beside each: every cell is right, or blank and told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

import pytest

import text_layouts
from importers.readers.text.txt_reader import text_document
from importers.recognising.edition_finder import recognise_edition
from importers.recognising.recogniser import Recognised
from model.form.table import Table
from model.report.report import Report, Tables
from sample_reports import sample_report
from storage.form_store import load_form

Dirt = Callable[[str], str]
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ALIASES = {
    "社会公益组织": "社会组织",
    "行政规范性文件": "规范性文件",
    "四、结转下年度继续办理": "四、结转下一年度继续办理",
    "（七）总计": "（七）合计",
    "2.其他法律行政法规禁止公开": "2.其他法律、行政法规禁止公开",
}
BROKEN = {"三、本年度办理结果": "三、本年 度办理结果", "（三）不予公开": "（三）不 予公 开"}


def truth(edition: str = "2021", *, is_sparse: bool = False) -> Report:
    """Return a report whose figures differ from their neighbours, or are mostly zeros."""
    form = load_form(edition)
    sample = sample_report()

    def figure(number: int) -> int:
        return (number % 9) * (number % 4 == 0) if is_sparse else number * 13 + 1000

    tables: Tables = {
        table.key: {key: figure(number) for number, key in enumerate(table.inputs)}
        for table in form.tables
    }
    if edition == "2021":
        tables["proactive_disclosure"]["fees.amount"] = Decimal("7730.28")
    return Report(form, sample.organization, 2023, sample.title, sample.sections, tables)


def in_cells(change: Callable[[str], str]) -> Dirt:
    """Return a change of every cell that holds nothing but digits."""
    pattern = re.compile(r"(?<![^\t|\n ])\d+(?:\.\d+)?(?![^\t|\n ])")
    return lambda text: pattern.sub(lambda match: change(match[0]), text)


def with_commas(figure: str) -> str:
    whole, dot, rest = figure.partition(".")
    return f"{int(whole):,}{dot}{rest}"


def replaced(pairs: dict[str, str], text: str) -> str:
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text


DIRTS: dict[str, Dirt] = {
    "clean": str,
    "thousands separators": in_cells(with_commas),
    "full-width digits": in_cells(lambda figure: figure.translate(_FULL_WIDTH)),
    "units": in_cells(lambda figure: figure if "." in figure else figure + "件"),
    "blanks around": in_cells(lambda figure: f" {figure}\u00a0"),
    "half-width brackets": lambda text: text.replace("（", "(").replace("）", ")"),
    "aliases": partial(replaced, ALIASES),
    "broken labels": partial(replaced, BROKEN),
    "metadata first": lambda text: "索引号\t1234\n发布日期\t2024-01-20\n\n" + text,
    "marks of a converter": lambda text: text.replace("一、", "[bookmark: _GoBack]一、"),
}
ZEROS: dict[str, str | None] = {"blank": "", "slash": "/", "dash": "—"}


def read(text: str) -> Recognised:
    return recognise_edition(text_document(text, "来源.txt"))


def judge(found: Recognised, expected: Report) -> Counter[str]:
    """Count cells right, blank and told, and wrong or silently lost."""
    counts: Counter[str] = Counter()
    told = "".join((*found.unplaced, *found.summary))
    for table in expected.form.tables:
        for key in table.keys:
            wanted = expected.value(table.key, key)
            got = found.report.value(table.key, key)
            counts[judgement(table, key, wanted == got, got is None, told)] += 1
    return counts


def judgement(table: Table, key: str, is_right: bool, is_blank: bool, told: str) -> str:
    if is_right:
        return "right"
    is_told = table.row_name(key) in told or table.name in told
    return "blank and told" if is_blank and is_told else "wrong"


def cases() -> Iterator[tuple[str, str, Report]]:
    """Yield (name, text, truth) of every source of the corpus."""
    for layout in text_layouts.LAYOUTS:
        for edition in ("2021", "2019"):
            report = truth(edition)
            text = text_layouts.report_text(report, layout)
            for name, dirt in DIRTS.items():
                if name == "units" and edition == "2019":
                    continue  # its 采购总金额 is written freely, so that a unit belongs to it
                yield f"{layout.__name__}, {edition}, {name}", dirt(text), report
    for layout in (text_layouts.tabbed_cells, text_layouts.tabbed_rows, text_layouts.piped_rows):
        for name, mark in ZEROS.items():
            report = truth(is_sparse=True)
            for values in report.tables.values():
                values.update({key: mark or None for key in values if values[key] == 0})
            marked = Report(
                report.form, report.organization, 2023, report.title, report.sections, report.tables
            )
            yield (
                f"{layout.__name__}, zeros as {name}",
                text_layouts.report_text(marked, layout),
                marked,
            )


@pytest.mark.thorough
def test_no_cell_of_the_corpus_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    total: Counter[str] = Counter()
    failed = []
    count = 0
    for name, text, expected in cases():
        counts = judge(read(text), expected)
        total += counts
        count += 1
        if counts["wrong"]:
            failed.append((name, counts))
    cells = sum(total.values())
    shares = "，".join(f"{kind} {total[kind] / cells:.2%}" for kind in sorted(total))
    with capsys.disabled():
        print(f"\ncorpus of {count} sources, {cells} cells: {shares}")
    assert failed == []
    assert total["right"] / cells > 0.99
