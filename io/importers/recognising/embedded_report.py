"""The report's own data inside a document, against what the document shows.

What is seen wins: a figure that somebody changed in Word afterwards is taken as it stands there,
and told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from importers.recognising.recogniser import Recognised
from importers.safe_xml import XmlError, parse_xml
from model.report.report import Report
from model.report.values import format_value
from storage.content.report_data import report_from_tree

EXACT = "文件里带有本程序写入的原始数据，和文件上看到的一致，按原样读入。"
CHANGED = "导出后有人改过：{what}，按文件上看到的读入。"
UNIT_AND_TITLE = "单位或标题"
MOST_BYTES = 5_000_000


def with_embedded(found: Recognised, data: bytes) -> Recognised:
    """Return what was recognised, made exact by the data that the document carries.

    Where both say the same, the data's own form of it is taken (decimals, line breaks); where they
    differ, what is seen stays and a line tells it. Data of another edition are left aside.
    """
    own = read_embedded(data)
    if own is None or own.form.edition != found.report.form.edition:
        return found
    seen = found.report
    changes = [*_changed_cells(seen, own), *_changed_texts(seen, own)]
    _take_over(seen, own)
    lines = [CHANGED.format(what=what) for what in changes] or [EXACT]
    return replace(found, summary=(*found.summary, *lines))


def read_embedded(data: bytes) -> Report | None:
    """Return the report in a document's own data; None where they are damaged or no such data."""
    if len(data) > MOST_BYTES:
        return None
    try:
        root = parse_xml(data)
    except XmlError:
        return None
    return report_from_tree(root)


def _changed_cells(seen: Report, own: Report) -> Iterator[str]:
    for table in seen.form.tables:
        for key in table.keys:
            now, before = _shown(seen, table.key, key), _shown(own, table.key, key)
            if now != before:
                yield (f"{table.cell_name(key)}原来是{before or '空白'}，现在是{now or '空白'}")


def _shown(report: Report, table: str, key: str) -> str:
    """Return what the page shows in a cell: a total as it was printed, not as we add it up."""
    printed = report.printed.get(table, {}).get(key)
    return format_value(report.value(table, key) if printed is None else printed)


def _changed_texts(seen: Report, own: Report) -> Iterator[str]:
    if _bare(seen.organization + seen.title) != _bare(own.organization + own.title):
        yield UNIT_AND_TITLE
    for section in seen.form.sections:
        if _bare(seen.sections[section.key]) != _bare(own.sections[section.key]):
            yield f"「{section.name}」的文字"


def _take_over(seen: Report, own: Report) -> None:
    """Put the data's form of every text that reads the same in its place."""
    if _bare(seen.organization) == _bare(own.organization):
        seen.organization = own.organization
    if _bare(seen.title) == _bare(own.title):
        seen.title = own.title
    for key, text in own.sections.items():
        if _bare(seen.sections[key]) == _bare(text):
            seen.sections[key] = text


def _bare(text: str) -> str:
    return "".join(text.split())
