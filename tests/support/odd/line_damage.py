"""Damage to the lines of a page: headings cut, runs struck, lines and tables out of their place."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from sound_pages import Page

TEXT_PARTS = ("overview", "problems", "other_matters")


def _places(page: Page, *, headings: bool = False) -> list[int]:
    """Return where lines of the text stand, or the headings of parts."""
    wanted = [f"heading:{key}" for key in TEXT_PARTS] if headings else TEXT_PARTS
    return [at for at, (part, _) in enumerate(page.lines) if part in wanted]


def _with(page: Page, at: int, *new: tuple[str, str], taken: int = 1) -> Page:
    return replace(page, lines=(*page.lines[:at], *new, *page.lines[at + taken :]))


def _line_dropped(page: Page, dice: random.Random) -> Page | None:
    return _with(page, dice.choice(_places(page)))


def _line_doubled(page: Page, dice: random.Random) -> Page | None:
    at = dice.choice(_places(page))
    return _with(page, at, page.lines[at], page.lines[at])


def _lines_swapped(page: Page, dice: random.Random) -> Page | None:
    one, two = dice.sample(_places(page), 2)
    first, second = page.lines[one], page.lines[two]
    page = _with(page, one, (first[0], second[1]))
    return _with(page, two, (second[0], first[1]))


def _lines_joined(page: Page, dice: random.Random) -> Page | None:
    places = [at for at in _places(page) if page.lines[at][0] == page.lines[at + 1][0]]
    if not places:
        return None
    at = dice.choice(places)
    part, text = page.lines[at]
    return _with(page, at, (part, text + page.lines[at + 1][1]), taken=2)


def _run_struck(page: Page, dice: random.Random) -> Page | None:
    text = page.lines[dice.choice(_places(page))][1]
    at = dice.randrange(2, len(text) - 8)
    run = text[at : at + dice.randrange(3, 7)]
    if run in page.struck or sum(run in line for _, line in page.lines) != 1:
        return None
    return replace(page, struck=(*page.struck, run))


def _heading_lost(page: Page, dice: random.Random) -> Page | None:
    places = _places(page, headings=True)
    return _with(page, dice.choice(places)) if places else None


def _heading_cut(page: Page, dice: random.Random) -> Page | None:
    """Leave the first half of a heading, or the second."""
    places = _places(page, headings=True)
    if not places:
        return None
    at = dice.choice(places)
    part, text = page.lines[at]
    half = len(text) // 2
    return _with(
        page, at, (part.replace("heading", "cut"), dice.choice((text[:half], text[half:])))
    )


def _heading_glued(page: Page, dice: random.Random) -> Page | None:
    """Put the heading and the first line below it in one paragraph."""
    places = [at for at in _places(page, headings=True) if page.lines[at + 1][0] in TEXT_PARTS]
    if not places:
        return None
    at = dice.choice(places)
    (part, text), (_, line) = page.lines[at : at + 2]
    return _with(page, at, (part.replace("heading", "glued"), f"{text} {line}"), taken=2)


def _table_behind(page: Page, dice: random.Random) -> Page | None:
    places = [at for at, (part, _) in enumerate(page.lines) if part.startswith("table:")]
    at = dice.choice(places)
    line = page.lines[at]
    page = _with(page, at)
    return replace(page, lines=(*page.lines, line))


LINE_DAMAGES: dict[str, Callable[[Page, random.Random], Page | None]] = {
    "line dropped": _line_dropped,
    "line doubled": _line_doubled,
    "lines swapped": _lines_swapped,
    "lines joined": _lines_joined,
    "run struck": _run_struck,
    "heading lost": _heading_lost,
    "heading cut": _heading_cut,
    "heading glued": _heading_glued,
    "table behind the signature": _table_behind,
}
