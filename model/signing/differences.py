"""Where the content of a file differs from the report that was signed, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.report.report import Report
from model.report.values import Value, format_value
from model.signing.folding import folded
from model.texts.uncut import uncut

BLANK = "（空白）"
LONGEST_QUOTE = 24
"""Characters quoted of a paragraph around the first place that differs."""


@dataclass(frozen=True)
class Sides:
    """What the two reports are called in the sentences, as in 签字的是1，文件里是2."""

    one: str = "签字的"
    two: str = "文件里"


SIGNED = Sides()


def differences(signed: Report, other: Report, sides: Sides = SIGNED) -> Iterator[str]:
    """Yield a sentence on each thing that differs, in the order of the report.

    Blanks and empty lines that no paper shows do not count, as they do not in the code.
    """
    if signed.form.edition != other.form.edition:
        yield "两份报告用的不是同一版格式。"
        return
    yield from _identity(signed, other, sides)
    for section in signed.form.sections:
        texts = signed.sections[section.key], other.sections[section.key]
        yield from _text(section.name, *texts, sides)
        if section.table:
            yield from _cells(signed, other, section.table, sides)


def _identity(signed: Report, other: Report, sides: Sides) -> Iterator[str]:
    for name, one, two in (
        ("单位", signed.organization, other.organization),
        ("标题", signed.title, other.title),
    ):
        if folded("".join(one.split())) != folded("".join(two.split())):
            yield f"{name}：{sides.one}是「{one}」，{sides.two}是「{two}」。"


def _cells(signed: Report, other: Report, key: str, sides: Sides) -> Iterator[str]:
    """Yield the typed cells that differ; totals only where none does, since they follow."""
    table = signed.form.table(key)
    totals = tuple(cell for cell in table.keys if cell in table.sums)
    typed = [*_figures(signed, other, key, table.inputs, sides)]
    yield from typed or _figures(signed, other, key, totals, sides)


def _figures(
    signed: Report, other: Report, key: str, cells: Iterable[str], sides: Sides
) -> Iterator[str]:
    table = signed.form.table(key)
    for cell in cells:
        one = _shown(signed.effective_value(key, cell))
        two = _shown(other.effective_value(key, cell))
        if one != two:
            yield (
                f"{table.name}，{table.cell_name(cell)}：{sides.one}是{one or BLANK}，"
                f"{sides.two}是{two or BLANK}。"
            )


def _shown(value: Value) -> str:
    return folded(format_value(value).strip())


def _text(name: str, signed: str, other: str, sides: Sides) -> Iterator[str]:
    one, two = _lines(signed), _lines(other)
    if one == two:
        return
    both = zip(one, two, strict=False)
    shared = min(len(one), len(two))
    number = next((n for n, (a, b) in enumerate(both) if a != b), shared)
    ours, theirs = _quotes(_at(one, number), _at(two, number))
    yield f"「{name}」第 {number + 1} 段：{sides.one}是{ours}，{sides.two}是{theirs}。"


def _lines(text: str) -> list[str]:
    return [folded(line.strip()) for line in text.split("\n") if line.strip()]


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
    start, end = uncut(text, start, min(start + LONGEST_QUOTE, len(text)))
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"「{before}{text[start:end]}{after}」"
