"""Labels as they are compared: without blanks, brackets' width, quotes and numbering marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from model.texts.width import narrow

CLOSE = 0.85
CLOSE_MARGIN = 0.08
SHORTEST_CLOSE = 6
MOST_FOUND = 10_000
"""Texts whose match is kept; an index lives as long as the program."""
_BLANKS = re.compile(r"[\s\u00a0\u200b-\u200f\u2060\ufeff]+")
_CONVERTER_MARK = re.compile(r"\[bookmark:[^\]]*\]", re.IGNORECASE)
_NUMBERING = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,2}[、.]|\d{1,2}(?:[、.)]|(?=\D))"
    r"|[\u2460-\u2473])"
)
_PUNCTUATION = re.compile(r"[\"'“”‘’「」『』《》〈〉<>、，,。.：:；;（）()【】\[\]·•…—–\-_*]+")
_VALUE = re.compile(r"[-+]?[\d,.]*\d(?:件|元|万元|万)?|[-—–/\\.]+|空|无")


def without_marks(text: str) -> str:
    """Return the text without marks that converters leave, such as `[bookmark: …]`."""
    return _CONVERTER_MARK.sub("", text)


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Return the text without any blanks, in half width."""
    return narrow(_BLANKS.sub("", without_marks(text)))


def numbering(text: str) -> str:
    """Return the numbering mark that a text begins with, such as 一、 or (一), or ""."""
    match = _NUMBERING.match(bare(text))
    return match[0] if match else ""


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """Return the label as it is compared: blanks, numbering and punctuation dropped."""
    plain = bare(text)
    return _PUNCTUATION.sub("", _NUMBERING.sub("", plain, count=1))


@lru_cache(maxsize=8192)
def is_value_like(text: str) -> bool:
    """Return whether a cell's text is a figure, a placeholder or blank, rather than a label."""
    plain = bare(text)
    return not plain or bool(_VALUE.fullmatch(plain))


@dataclass(frozen=True)
class Match:
    """A label that was found: its key, and whether it was matched closely rather than exactly."""

    key: str
    is_close: bool = False


class LabelIndex:
    """Official labels and their aliases, looked up by normalised text."""

    def __init__(self, labels: Mapping[str, Iterable[str]]) -> None:
        """Index (key -> its label and aliases); an earlier key wins a shared wording."""
        self._keys: dict[str, str] = {}
        for key, wordings in labels.items():
            for wording in wordings:
                self._keys.setdefault(normalise(wording), key)
        self._keys.pop("", None)
        self._found: dict[str, Match | None] = {}

    def exact(self, text: str) -> str:
        """Return the key whose wording the text is, or ""."""
        return self._keys.get(normalise(text), "")

    def find(self, text: str) -> Match | None:
        """Return the exact match of a text, else its one close match, else None."""
        label = normalise(text)
        if label not in self._found:
            if len(self._found) >= MOST_FOUND:
                self._found.clear()
            self._found[label] = self._match(label)
        return self._found[label]

    def _match(self, label: str) -> Match | None:
        if label in self._keys:
            return Match(self._keys[label])
        key = self._close(label) if len(label) >= SHORTEST_CLOSE else ""
        return Match(key, is_close=True) if key else None

    def _close(self, label: str) -> str:
        best: dict[str, float] = {}
        for wording, key in self._keys.items():
            if len(wording) >= SHORTEST_CLOSE:
                best[key] = max(best.get(key, 0.0), similarity(label, wording))
        ranked = sorted(best.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < CLOSE:
            return ""
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLOSE_MARGIN:
            return ""
        return ranked[0][0]

    def has_part(self, text: str) -> bool:
        """Return whether the text is a piece (two characters or more) of a wording."""
        label = normalise(text)
        return len(label) > 1 and any(label in wording for wording in self._keys)


def similarity(first: str, second: str) -> float:
    """Return how alike two texts are, from 0 to 1: the share of characters in common order.

    That is twice the longest common subsequence by the sum of the lengths.
    """
    return fuzz.ratio(first, second) / 100
