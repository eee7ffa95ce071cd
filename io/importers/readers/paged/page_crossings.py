"""Rules that cross so often that no table is meant, refused before a grid is made of them."""

from __future__ import annotations

from typing import Protocol

from importers.readers.paged.drawn_page import Mark

MOST_CROSSINGS = 100_000
_NEAR = 3.0


class Ruled(Protocol):
    """A page that tells the lines, and the sides of boxes, on it."""

    @property
    def edges(self) -> list[Mark]:
        """Return them as pdfplumber has them."""


class TooManyCrossingsError(Exception):
    """The rules of a page cross more often than those of any table."""


def refuse_crossings(page: Ruled) -> None:
    """Raise TooManyCrossingsError for a page whose rules cross more often than any table's."""
    places: dict[str, set[int]] = {"v": set(), "h": set()}
    for edge in page.edges:
        # The sides of a slanted outline, as of a watermark that is drawn, are no rules.
        if edge["orientation"] not in places:
            continue
        side = edge["x0"] if edge["orientation"] == "v" else edge["top"]
        places[edge["orientation"]].add(round(side / _NEAR))
    if len(places["v"]) * len(places["h"]) > MOST_CROSSINGS:
        raise TooManyCrossingsError
