"""What a final report lets through: pure rules that the one door for changes asks."""

from __future__ import annotations

from model.report.edits import (
    AcknowledgedChange,
    CellChange,
    Changes,
    Edit,
    FigureSourceChange,
    IdentityChange,
    OfficeChange,
    PreviousChange,
    PrintedChange,
    ReusedChange,
    SignOffChange,
    TextChange,
)
from model.report.report import Report
from model.signing.final import unlock

_NOT_PRINTED = (SignOffChange, OfficeChange, FigureSourceChange)
"""Changes of what no page of the report and no state of its checks shows."""


def needs_unlocking(report: Report, edit: Edit) -> bool:
    """Return whether an edit changes what was signed while the report is final."""
    is_content = any(not isinstance(change, _NOT_PRINTED) for change in edit.changes)
    return report.sign_off.is_locked and is_content


def lifts_lock(report: Report, edit: Edit) -> bool:
    """Return whether an edit changes what was signed, or leaves the report final no more."""
    signed = [change for change in edit.changes if isinstance(change, SignOffChange)]
    is_left = any(not change.sign_off.is_locked for change in signed)
    return needs_unlocking(report, edit) or (report.sign_off.is_locked and is_left)


def with_unlocking(report: Report, edit: Edit) -> Edit:
    """Return the edit that unlocks the report and makes the change, as one step."""
    return Edit(f"{edit.name}（解除定稿）", (*unlock(report).changes, *edit.changes))


def touched(edit: Edit) -> Changes:
    """Return what an edit that is not made would have changed, so that views show it again."""
    kinds = {type(change) for change in edit.changes}
    figures = [c for c in edit.changes if isinstance(c, (CellChange, PrintedChange))]
    return Changes(
        inverse=Edit(edit.name, ()),
        cells=frozenset((change.table, change.key) for change in figures),
        sections=frozenset(c.section for c in edit.changes if isinstance(c, TextChange)),
        has_identity=IdentityChange in kinds,
        has_reused=ReusedChange in kinds,
        has_previous=PreviousChange in kinds,
        has_acknowledged=AcknowledgedChange in kinds,
    )
