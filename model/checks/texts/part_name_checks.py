"""The check on how the official parts are named, and that there are no more of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import Reads, check
from model.report.report import Report

_NUMERALS = "一二三四五六七八九十"
_HEADING = re.compile(
    rf"^[ \t\u3000]*([{_NUMERALS}])、[ \t\u3000]*([^，。；：:\n]{{2,20}})$", re.MULTILINE
)


@check(
    "text-part-name",
    rule="报告由格式规定的各部分组成，名称与格式一致，不另加部分。",
    reads=Reads.TEXTS,
)
def wrong_part_name(report: Report) -> Iterator[Finding]:
    """Yield the headings of parts that the form does not have, and parts named otherwise.

    What a source called a part is noted when it is read.
    """
    count = sum(bool(section.title) for section in report.form.sections)
    for section, text in report.sections.items():
        for match in _HEADING.finditer(text):
            if _NUMERALS.index(match[1]) >= count:
                yield _one_more(section, match, count)
    for part in report.form.sections:
        printed = report.part_names.get(part.key)
        if printed:
            yield Finding(
                "text-part-name",
                Level.QUERY,
                f"来源文件里这一部分叫「{printed}」，格式规定的名称是「{part.title}」。"
                "导出时用规定的名称；请核对这一部分的内容。",
                section=part.key,
                expected=part.title,
                actual=printed,
            )


def _one_more(section: str, match: re.Match[str], count: int) -> Finding:
    words = match[0].strip()
    start = match.start() + match[0].index(words)
    return Finding(
        "text-part-name",
        Level.QUERY,
        f"格式规定的是{count}个部分，这里多出「{words}」。请并入规定的部分，或者删去序号。",
        section=section,
        quote=words,
        start=start,
        length=len(words),
    )
