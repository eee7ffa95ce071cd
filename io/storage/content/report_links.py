"""Figures that follow the tables, to and from a report file.

`links`: by section a list of {start, length, cell}, in code points of the section's text, the cell
as table/row.column; the text itself always holds the figure. `linked_texts`: by section the
beginning of the SHA-256 of the text that the links were written for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.form.form import Form
from model.report.links.link import Link
from model.report.links.linking import source_name
from model.report.report import Report
from storage.errors import printable

LINKS, TEXTS = "links", "linked_texts"
_DIGITS = 16
_MOST_NAMED = 3


def links_to_json(links: Sequence[Link]) -> dict[str, list[dict[str, Any]]]:
    """Return the links by section, in the order of the report."""
    found: dict[str, list[dict[str, Any]]] = {}
    for link in links:
        found.setdefault(link.section, []).append(
            {"start": link.start, "length": link.length, "cell": f"{link.table}/{link.key}"}
        )
    return found


def linked_texts_to_json(report: Report) -> dict[str, str]:
    """Return what tells whether the texts were changed by one that knows no links."""
    sections = dict.fromkeys(link.section for link in report.links)
    return {section: _digest(report.sections[section]) for section in sections}


def _digest(text: str) -> str:
    return hashlib.sha256(printable(text).encode("utf-8")).hexdigest()[:_DIGITS]


def links_from_json(raw: object, form: Form) -> tuple[Link, ...]:
    """Return the links that can be read; whether they fit their texts is not looked at."""
    return tuple(
        link
        for section, item in _items(raw)
        if section in form.section_keys and (link := _link(section, item)) is not None
    )


def _items(raw: object) -> Iterator[tuple[str, object]]:
    given = raw if isinstance(raw, dict) else {}
    for section, items in given.items():
        for item in items if isinstance(items, list) else [items]:
            yield section, item


def _link(section: str, item: object) -> Link | None:
    data = item if isinstance(item, dict) else {}
    start, length, cell = data.get("start"), data.get("length"), data.get("cell")
    if type(start) is not int or type(length) is not int or not isinstance(cell, str):
        return None
    table, _, key = cell.partition("/")
    return Link(section, start, length, table, key)


def told_of_links(data: Mapping[str, Any], report: Report) -> tuple[str, ...]:
    """Return a sentence on each part whose figures no longer all follow the tables as they did.

    A file that an older program or another hand has changed may hold links that fit no more.
    """
    listed: dict[str, list[object]] = {}
    for section, item in _items(data.get(LINKS)):
        listed.setdefault(section, []).append(item)
    return tuple(
        sentence
        for section, items in listed.items()
        for sentence in _told(report, section, items, data.get(TEXTS))
    )


def _told(report: Report, section: str, items: list[object], texts: object) -> Iterator[str]:
    kept = [link for link in report.links if link.section == section]
    known = section in report.form.section_keys
    name = report.form.section(section).name if known else section
    lost = [item for item in items if _link(section, item) not in kept]
    if lost:
        yield (
            f"「{name}」里有{len(lost)}处数字不再随表更新{_sources(report, section, lost)}："
            "文字或数字在别处改过。文字照原样保留，请核对这些数。"
        )
    if kept and _is_changed(report, section, texts):
        yield (
            f"「{name}」的文字在别处改过，还有{len(kept)}处数字随表更新，"
            "请核对它们说的是不是原来那一格。"
        )


def _is_changed(report: Report, section: str, texts: object) -> bool:
    """Return whether the text is not the one that the links were written for, if that is told."""
    digest = texts.get(section) if isinstance(texts, dict) else None
    return digest is not None and digest != _digest(report.sections[section])


def _sources(report: Report, section: str, lost: list[object]) -> str:
    cells = [link.cell for item in lost if (link := _link(section, item)) is not None]
    known = [source_name(report.form, cell) for cell in cells if cell in report.form.cells]
    names = list(dict.fromkeys(known))
    more = "等" if len(names) > _MOST_NAMED else ""
    return f"（取自{'、'.join(names[:_MOST_NAMED])}{more}）" if names else ""
