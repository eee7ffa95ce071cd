"""How runs of text look, and which of them a person would not read as part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.source_document import Mark, Marked

SMALL = 0.7
"""Of the size of the text around them: digits so small that they are notes to it."""
_NOTE = re.compile(r"[\[［(（〔【]?\s*注?\s*(?:\d{1,3}|[a-z*※†‡①-⑳])\s*[\]］)）〕】]?")
_DIGITS = re.compile(r"\s*\d{1,3}\s*")
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


@dataclass(frozen=True)
class Look:
    """How a run is printed; `size` in any one unit, 0 where the source does not say."""

    is_struck: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_inserted: bool = False
    shift: int = 0
    size: float = 0.0

    @property
    def outside(self) -> Mark | None:
        """Return what takes the run out of the text whatever stands around it, else None."""
        if self.is_deleted:
            return Mark.DELETED
        if self.is_hidden:
            return Mark.HIDDEN
        return Mark.STRUCK if self.is_struck else None


PLAIN = Look()
Run = tuple[str, Look]


@dataclass
class ShownText:
    """The text that a person reads in some runs, and what was left out of it."""

    text: str = ""
    marked: list[Marked] = field(default_factory=list)

    def mark(self, mark: Mark, text: str) -> None:
        """Note words by their looks; blanks are none."""
        words = " ".join(text.split())
        if not words:
            return
        if self.marked and self.marked[-1].mark is mark:
            self.marked[-1] = Marked(mark, self.marked[-1].text + words)
        else:
            self.marked.append(Marked(mark, words))

    def take(self, run: Run, mark: Mark | None, *, has_level: bool) -> None:
        """Add a run, or note what takes it out; `has_level` says that not all text is raised."""
        text, look = run
        if mark is not None:
            self.mark(mark, text)
            return
        self.text += _written(self.text, text, look) if has_level else text
        if look.is_inserted:
            self.mark(Mark.INSERTED, text)


def shown_text(runs: Sequence[Run]) -> ShownText:
    """Return what a person reads in the runs of one paragraph, cell or line.

    Struck, hidden and deleted words go; so do raised, lowered and much smaller digits and note
    marks beside other text. Behind a letter they belong to it, as in m² and PM2.5.
    """
    found = ShownText()
    if _is_even(runs):
        found.text = "".join([text for text, _ in runs])
        return found
    merged = list(_merged(runs))
    visible = [run for run in merged if run[1].outside is None and run[0].strip()]
    has_level = any(look.shift == 0 for _, look in visible)
    for run in merged:
        mark = run[1].outside
        if mark is None and has_level:
            mark = _aside(found.text, run, _beside(visible, run))
        found.take(run, mark, has_level=has_level)
    return found


def _is_even(runs: Sequence[Run]) -> bool:
    """Return whether all runs look alike and belong to the text."""
    first = runs[0][1] if runs else PLAIN
    if any(look is not first and look != first for _, look in runs):
        return False
    return first.outside is None and not first.is_inserted


def _merged(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs with neighbours of one look as one."""
    held, look = "", PLAIN
    for text, following in runs:
        if following == look:
            held += text
            continue
        if held:
            yield held, look
        held, look = text, following
    if held:
        yield held, look


def _beside(runs: Sequence[Run], run: Run) -> float:
    """Return the size of the larger digits that a run touches; 0 if it touches none."""
    place = next((index for index, other in enumerate(runs) if other is run), -1)
    if place < 0:
        return 0.0
    sizes = [0.0]
    if place and runs[place - 1][0][-1:].isdigit():
        sizes.append(runs[place - 1][1].size)
    if place + 1 < len(runs) and runs[place + 1][0][:1].isdigit():
        sizes.append(runs[place + 1][1].size)
    return max(sizes)


def _aside(before: str, run: Run, beside: float) -> Mark | None:
    """Return what makes a visible run no part of the text, None if it is one."""
    text, look = run
    if _is_letter(before[-1:]):
        return None
    if look.shift and _NOTE.fullmatch(text.strip()):
        return Mark.RAISED if look.shift > 0 else Mark.LOWERED
    if 0 < look.size <= SMALL * beside and _DIGITS.fullmatch(text):
        return Mark.SMALL
    return None


def _written(before: str, text: str, look: Look) -> str:
    """Return a visible run as plain characters can show it: m² stays what it is."""
    is_power = look.shift > 0 and _is_letter(before[-1:])
    return text.translate(_SUPERSCRIPTS) if is_power else text


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
