"""Figures that follow the tables, as they are copied from a text and pasted into one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

from model.report.links.link import Link

KIND = "application/x-nianbao-links"
"""The clipboard's name for the figures in copied words; other programs take the words alone."""


def put_links(data: QMimeData, links: Iterable[Link], start: int, end: int) -> None:
    """Add to copied words those links that lie in them whole; places in code points."""
    inside = [link for link in links if start <= link.start and link.end <= end]
    listed = [[link.start - start, link.length, link.table, link.key] for link in inside]
    data.setData(KIND, json.dumps(listed).encode())


def links_of(data: QMimeData, words: str) -> tuple[Link, ...]:
    """Return the links in copied words, placed from their beginning; none that are damaged."""
    try:
        listed = json.loads(bytes(data.data(KIND).data()).decode() or "[]")
        links = [Link("", *item) for item in listed]
    except (ValueError, TypeError):
        return ()
    return tuple(link for link in links if _is_in(link, words))


def _is_in(link: Link, words: str) -> bool:
    kinds: Sequence[object] = (link.start, link.length)
    is_placed = all(type(place) is int for place in kinds)
    return is_placed and 0 <= link.start < link.end <= len(words)
