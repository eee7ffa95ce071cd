"""How the doubts of an import stand once the clerk has corrected some of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.recognising.proof.import_review import NO_FIGURE, Doubt, total_reason
from importers.recognising.proof.reading_proof import proven_doubts
from model.report.report import Report
from model.report.values import Value


@dataclass(frozen=True)
class Standing:
    """A doubt on the report as it is now: the reason in words, and whether it is gone."""

    reason: str
    is_settled: bool = False


@dataclass(frozen=True)
class Rechecked:
    """How each doubt stands, in the order asked, and what the corrections made doubtful anew."""

    standings: tuple[Standing, ...]
    new: tuple[Doubt, ...] = ()


def recheck(report: Report, doubts: Sequence[Doubt]) -> Rechecked:
    """Return how doubts stand on a corrected report: what proved them is looked at again.

    `report.printed` still holds what the source printed. A doubt that only the look of the source
    raised stays as it is; nothing but the clerk can settle it.
    """
    proven = {(doubt.table, doubt.key, doubt.code): doubt for doubt in proven_doubts(report)}
    known = {(doubt.table, doubt.key, doubt.code) for doubt in doubts}
    standings = tuple(
        _proven_standing(proven.get((doubt.table, doubt.key, doubt.code)))
        if doubt.code
        else _standing(report, doubt)
        for doubt in doubts
    )
    return Rechecked(standings, tuple(new for at, new in proven.items() if at not in known))


def _proven_standing(now: Doubt | None) -> Standing:
    return Standing(now.reason) if now else Standing("现在对得上了", is_settled=True)


def _standing(report: Report, doubt: Doubt) -> Standing:
    value: Value = report.value(doubt.table, doubt.key)
    printed = report.printed.get(doubt.table, {}).get(doubt.key)
    if doubt.key in report.form.table(doubt.table).sums:
        if printed is None or printed == value:
            return Standing("现在与来源印的合计一致", is_settled=True)
        return Standing(total_reason(printed, value))
    if doubt.reason == NO_FIGURE and not isinstance(value, str):
        return Standing("已改成数字", is_settled=True)
    return Standing(doubt.reason)
