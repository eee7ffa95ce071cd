"""Finds words in a text, where wanted whether they are written in half or in full width."""

from __future__ import annotations

from model.texts.width import narrow


def places(text: str, wanted: str, *, is_width_equal: bool) -> tuple[int, ...]:
    """Return where words begin in a text, from left to right, none upon another."""
    if is_width_equal:
        text, wanted = narrow(text), narrow(wanted)
    found: list[int] = []
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        found.append(start)
        start = text.find(wanted, start + len(wanted))
    return tuple(found)
