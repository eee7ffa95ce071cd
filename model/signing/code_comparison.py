"""Whether a report is the one that was signed under a code, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from model.report.report import Report
from model.signing.code import is_code_of, verification_code
from model.signing.differences import differences

MOST_SHOWN = 10
"""Differences that are listed; more of them are only counted."""


@dataclass(frozen=True)
class CodeComparison:
    """How a file stands to a code: a heading, sentences and the differences that can be named."""

    is_same: bool
    heading: str
    sentences: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


def compare_with_code(
    name: str, report: Report, code: str, signed: Report | None, doubtful: int = 0
) -> CodeComparison:
    """Return how the report of a file stands to a code of eight letters.

    `signed` is the open report, None where there is none; the differences are named only where it
    is the one that the code belongs to. `doubtful` places of the file were read without being sure.
    """
    code = f"{code[:4]}-{code[4:]}"
    if is_code_of(report, code):
        return CodeComparison(True, "一致", (f"「{name}」就是校验码 {code} 的那一稿。",))
    own = verification_code(report)
    sentences = [f"「{name}」不是校验码 {code} 的那一稿，它自己的校验码是 {own}。"]
    if doubtful:
        sentences.append(
            f"读这份文件时有 {doubtful} 处没有把握或没有录入，不一致也可能由此而来，"
            "请对着纸看一遍。"
        )
    found: tuple[str, ...] = ()
    if signed is not None and is_code_of(signed, code):
        sentences.append("与打开的报告（就是签字的那一稿）比较，不同的地方：")
        found = _first(differences(signed, report))
    else:
        sentences.append("打开签字的那一稿的年报文件再核对，可以看到哪里不同。")
    return CodeComparison(False, "不一致", tuple(sentences), found)


def _first(found: Iterable[str]) -> tuple[str, ...]:
    lines = tuple(found)
    more = len(lines) - MOST_SHOWN
    shown = lines[:MOST_SHOWN]
    return (*shown, f"还有 {more} 处不同。") if more > 0 else shown
