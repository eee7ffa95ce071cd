"""Writes sentences with what each of their figures says, true or, at one place, not."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sentence_facts import Facts, Office

YEAR = 2023
_HAN = "零一二三四五六七八九"
_NARROW = str.maketrans("，；：（）", ",;:()")


@dataclass(frozen=True)
class Claim:
    """What words of a text say of the tables: their place, of what kind it is, and if wrongly."""

    start: int
    end: int
    kind: str
    is_wrong: bool


@dataclass(frozen=True)
class Written:
    """A text of one or more sentences with its claims, and the style that it is written in."""

    text: str
    claims: tuple[Claim, ...]
    style: str


class Writer:
    """Puts words and figures one after the other; the figure of number `wrong_at` is falsified."""

    def __init__(
        self, dice: random.Random, facts: Facts, office: Office, wrong_at: int | None = None
    ) -> None:
        self.dice, self.facts, self.office = dice, facts, office
        self.wrong_at = wrong_at
        self.text = ""
        self.claims: list[Claim] = []
        self.unit = self.drawn_unit()
        self.has_wide_digits = dice.random() < 0.03
        self.has_numerals = dice.random() < 0.03
        self.is_spaced = dice.random() < 0.03
        self.is_narrow = dice.random() < 0.08

    def drawn_unit(self) -> str:
        """Return a measure word, mostly 件."""
        return self.dice.choices("件条份宗次起例", (80, 4, 5, 4, 3, 3, 1))[0]

    def any(self, *words: str) -> str:
        """Return one of some words."""
        return self.dice.choice(words)

    def maybe(self, words: str, share: float = 0.5) -> str:
        """Return the words, or nothing."""
        return words if self.dice.random() < share else ""

    def say(self, *words: str) -> None:
        """Write one of some words."""
        self.text += self.dice.choice(words)

    def count(
        self, kind: str, true: int, *also: int, unit: str | None = None, after: str = ""
    ) -> None:
        """Write a figure that says `true`; `also` are other figures that it could rightly say."""
        is_wrong = len(self.claims) == self.wrong_at
        value = self._false(true, also) if is_wrong else true
        start = len(self.text)
        space = " " if self.is_spaced else ""
        self.text += space + self._digits(value) + space + (self.unit if unit is None else unit)
        self.claims.append(Claim(start, len(self.text), kind, is_wrong))
        self.text += after

    def none(self, words: str, *kinds: tuple[str, int]) -> None:
        """Write that there were none of some kinds; wrong where there were, as the counts say."""
        start = len(self.text)
        self.text += words
        for kind, count in kinds:
            self.claims.append(Claim(start, len(self.text), kind, count > 0))

    def _false(self, true: int, also: Sequence[int]) -> int:
        right = {true, *also}
        near = [true + step for step in (1, 2, 3, 5, 10, -1, -2) if true + step >= 0]
        return self.dice.choice([value for value in near if value not in right] or [max(right) + 7])

    def _digits(self, value: int) -> str:
        if self.has_wide_digits:
            return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))
        if self.has_numerals and value < 100:
            return _numeral(value)
        return str(value)

    def written(self, style: str) -> Written:
        """Return the text with its claims; some writers use half-width marks throughout."""
        text = re.sub(r"，$", "", self.text)
        text += "" if text.endswith("。") else "。"
        if self.is_narrow:
            text = text.translate(_NARROW)
        return Written(text, tuple(self.claims), style)


def _numeral(value: int) -> str:
    tens, ones = divmod(value, 10)
    if not tens:
        return _HAN[ones]
    return (_HAN[tens] if tens > 1 else "") + "十" + (_HAN[ones] if ones else "")


Style = Callable[[Writer], None]
