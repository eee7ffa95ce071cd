"""「共…其中…」 lists of a sentence: the whole and its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from model.texts.figures.guards import Context, Setting, hide_names
from model.texts.figures.numbers import Figure
from model.texts.figures.spoken import Spoken
from model.texts.figures.statements import Reading, readings


@dataclass(frozen=True)
class PartList:
    """A figure and its parts; `is_closed` where they are the whole by the tables' categories."""

    whole: Figure
    parts: tuple[Figure, ...]
    is_closed: bool = False

    @property
    def sum(self) -> Decimal:
        """Return what the parts come to."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def adds_up(self) -> bool:
        """Return whether the parts may be parts of the whole."""
        return self.sum == self.whole.value if self.is_closed else self.sum <= self.whole.value


@lru_cache(maxsize=4096)
def part_lists(
    text: str, context: Context, spoken: Spoken, setting: Setting
) -> tuple[PartList, ...]:
    """Return the lists of a sentence whose parts may be summed; lists of channels may not."""
    found = readings(text, context, spoken, setting)
    text = hide_names(text)
    return tuple(
        part_list
        for number, whole in enumerate(found)
        for part_list in _lists(text, spoken, found, number, whole)
    )


def _lists(
    text: str, spoken: Spoken, found: Sequence[Reading], number: int, whole: Reading
) -> Iterator[PartList]:
    parts = list(_parts(text, spoken, found, number))
    if not parts or not _may_be_summed(text, spoken, [whole, *parts]):
        return
    is_wholly_stated = all(part.statement for part in parts)
    for kind, alike in _by_kind(parts).items():
        is_closed = is_wholly_stated and _is_closed(alike, spoken)
        if is_closed or kind != _MAIN:
            yield PartList(whole.figure, tuple(part.figure for part in alike), is_closed)


_MAIN = "main"


def _may_be_summed(text: str, spoken: Spoken, found: Sequence[Reading]) -> bool:
    """Return whether all figures are exact, and none is counted once a channel."""
    if any(item.figure.is_vague for item in found):
        return False
    words = text[found[0].figure.start : found[-1].figure.end + 8]
    return not spoken.words_of("channels").search(words)


def _by_kind(parts: Sequence[Reading]) -> dict[str, list[Reading]]:
    """Return the parts that may be summed, by what sort they are."""
    kinds = dict.fromkeys(_kind(part) for part in parts)
    return {
        kind: _without_details([part for part in parts if _kind(part) == kind]) for kind in kinds
    }


def _is_closed(parts: Sequence[Reading], spoken: Spoken) -> bool:
    """Return whether the parts are all that the tables have of their whole."""
    keys = {part.statement.key for part in parts if part.statement}
    return any(closed <= keys for closed in spoken.closed)


def _kind(part: Reading) -> str:
    """Return what sort of part it is; only parts of one sort are summed."""
    if part.statement is None:
        return ""
    if part.statement.is_main:
        return _MAIN
    return "columns" if part.statement.columns else "rows"


def _parts(text: str, spoken: Spoken, found: Sequence[Reading], number: int) -> Iterator[Reading]:
    """Yield the parts of a figure, up to where the sentence turns to something else."""
    whole = found[number]
    if whole.owner is not None and not _is_in_bracket(text, whole.figure.end):
        return
    end = whole.figure.end
    for part in found[number + 1 :]:
        if part.is_aside or part.figure.start < end:
            return
        between = text[end : part.figure.start]
        if part.owner == number:
            if _turns(spoken, part, between):
                return
            if part.figure.unit in ("", whole.figure.unit):
                yield part
        end = part.figure.end


def _is_in_bracket(text: str, end: int) -> bool:
    """Return whether the parts stand in a bracket of their own."""
    return text[end : end + 1] in {"（", "("}


def _turns(spoken: Spoken, part: Reading, between: str) -> bool:
    return part.statement is None and bool(spoken.words_of("part_ends").search(between))


def _without_details(parts: Sequence[Reading]) -> list[Reading]:
    """Return the parts but those whose cells lie within another's: 不予公开, and why."""
    cells = [
        frozenset(cell for term in part.formulas[0] for cell in term.cells)
        if part.formulas
        else frozenset()
        for part in parts
    ]
    return [
        part
        for part, own in zip(parts, cells, strict=True)
        if not any(own < other for other in cells if own)
    ]
