"""Where the content of a file differs from the report that was signed, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.report.report import Report
from model.report.values import Value, format_value

BLANK = "（空白）"
LONGEST_QUOTE = 24
"""Characters quoted of a paragraph around the first place that differs."""


def differences(signed: Report, other: Report) -> Iterator[str]:
    """Yield a sentence on each thing that differs, in the order of the report.

    Blanks and empty lines that no paper shows do not count, as they do not in the code.
    """
    if signed.form.edition != other.form.edition:
        yield "两份报告用的不是同一版格式。"
        return
    yield from _identity(signed, other)
    for section in signed.form.sections:
        yield from _text(section.name, signed.sections[section.key], other.sections[section.key])
        if section.table:
            yield from _cells(signed, other, section.table)


def _identity(signed: Report, other: Report) -> Iterator[str]:
    for name, one, two in (
        ("单位", signed.organization, other.organization),
        ("标题", signed.title, other.title),
    ):
        if "".join(one.split()) != "".join(two.split()):
            yield f"{name}：签字的是「{one}」，文件里是「{two}」。"


def _cells(signed: Report, other: Report, key: str) -> Iterator[str]:
    """Yield the typed cells that differ; totals only where none does, since they follow."""
    table = signed.form.table(key)
    totals = tuple(cell for cell in table.keys if cell in table.sums)
    typed = [*_figures(signed, other, key, table.inputs)]
    yield from typed or _figures(signed, other, key, totals)


def _figures(signed: Report, other: Report, key: str, cells: Iterable[str]) -> Iterator[str]:
    table = signed.form.table(key)
    for cell in cells:
        one = _shown(signed.effective_value(key, cell))
        two = _shown(other.effective_value(key, cell))
        if one != two:
            yield (
                f"{table.name}，{table.cell_name(cell)}：签字的是{one or BLANK}，"
                f"文件里是{two or BLANK}。"
            )


def _shown(value: Value) -> str:
    return format_value(value).strip()


def _text(name: str, signed: str, other: str) -> Iterator[str]:
    one, two = _lines(signed), _lines(other)
    if one == two:
        return
    both = zip(one, two, strict=False)
    shared = min(len(one), len(two))
    number = next((n for n, (a, b) in enumerate(both) if a != b), shared)
    ours, theirs = _quotes(_at(one, number), _at(two, number))
    yield f"「{name}」第 {number + 1} 段：签字的是{ours}，文件里是{theirs}。"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _at(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _quotes(one: str, two: str) -> tuple[str, str]:
    """Return both paragraphs, cut to the words around the first place that differs."""
    shortest = min(len(one), len(two))
    place = next((n for n in range(shortest) if one[n] != two[n]), shortest)
    start = max(0, place - LONGEST_QUOTE // 3)
    return _quote(one, start), _quote(two, start)


def _quote(text: str, start: int) -> str:
    if not text:
        return "没有这一段"
    end = start + LONGEST_QUOTE
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"「{before}{text[start:end]}{after}」"
