"""Whether a report is the one that was signed under a code, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from model.report.report import Report
from model.signing.code import grouped, is_code_of, verification_code
from model.signing.differences import differences

MOST_SHOWN = 30
"""Places that are listed; more of them are only counted."""


GUARD = "校验码防的是拿错稿、改漏了，不是签名：存心要改的人可以另算一个码。"


@dataclass(frozen=True)
class CodeComparison:
    """How a file stands to a code: a heading, sentences and what can be named.

    `is_same`: figures and texts are those of the code; `has_more`: the file holds other things too.
    """

    is_same: bool
    heading: str
    sentences: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    has_more: bool = False


def compare_with_code(
    name: str, report: Report, code: str, signed: Report | None, strays: Iterable[str] = ()
) -> CodeComparison:
    """Return how the report of a file stands to a code of sixteen letters, or of eight.

    `signed` is the open report, None where there is none; the differences are named only where it
    is the one that the code belongs to. `strays` are what the file holds besides the report, or
    what was read without being sure.
    """
    code, strays = grouped(code), tuple(strays)
    if is_code_of(report, code):
        return _same(name, code, strays)
    own = verification_code(report)
    sentences = [f"「{name}」不是校验码 {code} 的那一稿，它自己的校验码是 {own}。"]
    if strays:
        sentences.append(
            f"读这份文件时有 {len(strays)} 处没有把握或没有录入，不一致也可能由此而来，"
            "请对着纸看一遍。"
        )
    found: tuple[str, ...] = ()
    if signed is not None and is_code_of(signed, code):
        sentences.append("与打开的报告（就是签字的那一稿）比较，不同的地方：")
        found = _first(differences(signed, report))
    else:
        sentences.append("打开签字的那一稿的年报文件再核对，可以看到哪里不同。")
        found = _first(strays)
    return CodeComparison(False, "不一致", tuple(sentences), found)


def _same(name: str, code: str, strays: tuple[str, ...]) -> CodeComparison:
    whole = f"「{name}」就是校验码 {code} 的那一稿。"
    if not strays:
        return CodeComparison(True, "一致", (whole, GUARD))
    return CodeComparison(
        is_same=True,
        heading=f"数字和文字一致，另有 {len(strays)} 处不属于签过的稿子",
        sentences=("报告的数字和文字与这个校验码相符，但文件里还有下面这些，请对着纸看：",),
        found=_first(strays),
        has_more=True,
    )


def _first(found: Iterable[str]) -> tuple[str, ...]:
    lines = tuple(found)
    more = len(lines) - MOST_SHOWN
    shown = lines[:MOST_SHOWN]
    return (*shown, f"还有 {more} 处。") if more > 0 else shown
