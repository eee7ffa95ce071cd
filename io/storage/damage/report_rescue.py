"""What can still be read of a report file that is damaged, and a list of what cannot.

The file is written with one value a line, indented by its depth; a line that is damaged takes
nothing but its own value with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from model.form.form import Form
from model.report.report import Report
from storage.content.report_parsing import Misfit, UnknownEdition, report_from_data
from storage.form_store import editions, load_form

_LINE = re.compile(r'( *)"((?:[^"\\]|\\.)*)": (.*)')
_DEPTHS = {2: 0, 4: 1, 6: 2}
_PLAIN = ("format", "version", "saved_with", "edition", "organization", "year", "title")
_NESTED = ("sections", "tables", "printed", "sign_off", "office", "figure_sources", "source_labels")
_UNREADABLE = "\ufffd"


def rescued_members(text: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the members whose lines can be read, and a line on each that cannot.

    Only what a report consists of is looked for: identity, texts, figures, sign-off, settings.
    """
    data: dict[str, Any] = {}
    lost: list[str] = []
    path: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line.rstrip())
        depth = _DEPTHS.get(len(match[1])) if match else None
        if match is None or depth is None or depth > len(path):
            if line.strip() not in _BRACKETS:
                lost.append(_lost(number, line))
            continue
        name = match[2]
        del path[depth:]
        if match[3] in ("{", "["):
            path.append(name)
        elif not _note(data, [*path, name], match[3]):
            lost.append(_lost(number, line))
    return data, tuple(_without_lists(lost, data))


_BRACKETS = frozenset({"", "{", "}", "},", "[", "]", "],"})


def _lost(number: int, line: str) -> str:
    shown = " ".join(line.split())
    return f"第 {number} 行：{shown[:60]}{'…' if len(shown) > 60 else ''}"


def _note(data: dict[str, Any], path: list[str], raw: str) -> bool:
    """Put the value of a line at its place; False where it cannot be read."""
    if path[0] not in (*_PLAIN, *_NESTED):
        return True
    if _UNREADABLE in raw or any(_UNREADABLE in name for name in path):
        return False
    try:
        value = json.loads(raw.removesuffix(","))
    except (ValueError, RecursionError):
        return False
    here = data
    for name in path[:-1]:
        here = here.setdefault(name, {})
        if not isinstance(here, dict):
            return False
    here[path[-1]] = value
    return True


def _without_lists(lost: list[str], data: Mapping[str, Any]) -> list[str]:
    """Return the lines, with one that says what is never looked for in a damaged file."""
    more = "附的上年报告、情况属实的说明、沿用上年和随表更新的标记没有取出，要另外补上"
    return [*lost, more] if data else lost


def without_misfits(data: Mapping[str, Any]) -> tuple[Report | None, tuple[str, ...]]:
    """Return the report without the members that cannot be part of one, and a line on each.

    None where not even its edition is known.
    """
    if data.get("edition") not in editions():
        return None, ()
    form = load_form(data["edition"])
    lost: list[str] = []
    kept: dict[str, Any] = {}
    for name, value in data.items():
        kept[name] = value
        if not _fits(data["edition"], kept, name):
            del kept[name]
            found, gone = _parts_that_fit(form, name, value)
            lost += gone
            if found:
                kept[name] = found
    kept["edition"] = data["edition"]
    try:
        return report_from_data(kept), tuple(lost)
    except (Misfit, UnknownEdition):
        return None, ()


def _fits(edition: str, members: Mapping[str, Any], name: str) -> bool:
    try:
        report_from_data({"edition": edition, name: members[name]})
    except (Misfit, UnknownEdition):
        return False
    return True


def _parts_that_fit(form: Form, name: str, value: object) -> tuple[dict[str, Any], list[str]]:
    """Return what is readable in a member that is not, one level after the other."""
    if not isinstance(value, dict) or name not in ("sections", "tables", "printed"):
        return {}, [f"{_NAMES.get(name, '一项内容')}没有读出来"]
    found: dict[str, Any] = {}
    lost: list[str] = []
    tables = {table.key for table in form.tables}
    for key, inside in value.items():
        if _fits(form.edition, {name: {key: inside}}, name):
            found[key] = inside
        elif isinstance(inside, dict) and key in tables:
            found[key], gone = _cells_that_fit(form, name, key, inside)
            lost += gone
        else:
            lost.append(f"{_part_name(form, key)}没有读出来")
    return found, lost


def _cells_that_fit(
    form: Form, name: str, key: str, figures: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Return the figures of a table that can be read, and a line on each that cannot."""
    table = form.table(key)
    kept: dict[str, Any] = {}
    lost: list[str] = []
    for cell, figure in figures.items():
        if _fits(form.edition, {name: {key: {cell: figure}}}, name):
            kept[cell] = figure
        elif cell in table.key_set:
            lost.append(f"{table.name}，{table.cell_name(cell)}：没有读出来，按空白处理")
    return kept, lost


_NAMES = {
    "year": "年度",
    "title": "标题",
    "organization": "单位",
    "previous": "附的上年报告",
    "copied": "沿用上年的标记",
    "sections": "正文",
    "tables": "表格",
    "printed": "来源印的合计",
}


def _part_name(form: Form, key: str) -> str:
    names = {section.key: section.name for section in form.sections}
    names |= {table.key: table.name for table in form.tables}
    return f"「{names.get(key, '一部分内容')}」"
