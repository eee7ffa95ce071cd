"""The years in a report's texts that go with its year, where that is corrected afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from model.report.edits import Change, Edit, ReusedChange, TextChange
from model.report.report import Report, ReusedText
from model.report.rollover import moving_words
from model.texts.years.moved_years import MOVED_NEXT, YearMove, move_years


@dataclass(frozen=True)
class YearInText:
    """A year in a section (key) that goes with the report's, and whether it surely does.

    Where the texts speak of the year after as often as of the old one, it may be the report's
    title alone that was wrong; the year after is then left to the clerk.
    """

    section: str
    move: YearMove
    is_sure: bool = True


def years_to_move(report: Report, old: int, new: int) -> tuple[YearInText, ...]:
    """Return the years of the texts that would move with the report's from `old` to `new`.

    Rule: those of the draft from last year's report. () where no text names the old year.
    """
    words = moving_words(report)
    found = [
        YearInText(key, move)
        for key, text in report.sections.items()
        for move in move_years(text, old, new, words)[1]
        if move.before != move.after
    ]
    later = sum(item.move.reason == MOVED_NEXT for item in found)
    if later == len(found):
        return ()
    is_sure = 2 * later < len(found)
    return tuple(replace(item, is_sure=is_sure or item.move.reason != MOVED_NEXT) for item in found)


def move_in_texts(report: Report, chosen: Iterable[YearInText], new: int) -> Edit:
    """Return the edit that moves these years, as one step; text marked 沿用上年 stays marked."""
    places: dict[str, list[YearMove]] = {}
    for item in chosen:
        places.setdefault(item.section, []).append(item.move)
    texts = {key: _moved(report.sections[key], moves) for key, moves in places.items()}
    changes: list[Change] = [TextChange(key, text) for key, text in texts.items()]
    reused = tuple(_marked(report, piece, texts) for piece in report.reused)
    if reused != report.reused:
        changes.append(ReusedChange(reused))
    return Edit(f"正文里的年份改为{new}年", tuple(changes))


def _moved(text: str, moves: Sequence[YearMove]) -> str:
    """Return the text with its years moved; they keep their length, so that places stay."""
    letters = list(text)
    for move in moves:
        letters[move.start : move.start + len(move.year)] = move.year
    return "".join(letters)


def _marked(report: Report, piece: ReusedText, texts: dict[str, str]) -> ReusedText:
    """Return a piece of last year's text as it reads now."""
    start = report.sections.get(piece.section, "").find(piece.text)
    if start < 0 or piece.section not in texts:
        return piece
    return replace(piece, text=texts[piece.section][start : start + len(piece.text)])
