"""The open report and the one door for every change to it, with undo and re-checking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from gui.document.edit_step import EditStep
from model.checks import Checker, Finding, Level
from model.judging.acknowledging import acknowledge, withdraw
from model.judging.sorted_findings import SortedFindings
from model.report.edits import Changes, Edit, apply
from model.report.report import Report, ReusedText
from model.signing.final_lock import needs_unlocking, touched, with_unlocking

TYPING_PAUSE = 1200
"""Milliseconds without typing after which the next letter begins a new step."""

CHECK_DELAY = 150
"""Milliseconds from a change to the re-check, so that fast typing is never held up."""


class Document(QObject):
    """The report that is open, its file, its undo stack and its findings.

    `records` are titled lists of lines on how the report was made, for the clerk to read again.
    `may_change` is asked before a final report is unlocked by a change.
    """

    cells_changed = Signal(str, object)
    sections_changed = Signal(object)
    identity_changed = Signal()
    reused_changed = Signal()
    figure_sources_changed = Signal()
    office_changed = Signal()
    previous_changed = Signal()
    sign_off_changed = Signal()
    findings_changed = Signal()
    modified_changed = Signal(bool)
    replaced = Signal()
    changed = Signal()
    """An edit was applied, taken back or done again, whatever it was on."""
    revisited = Signal(object)
    """An edit was taken back or done again; its place should be shown."""
    saved = Signal()

    def __init__(
        self, report: Report, checker: Checker | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.report = report
        self.path: Path | None = None
        self.is_open = False
        self.records: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self.stack = QUndoStack(self)
        self.stack.cleanChanged.connect(self._tell_modified)
        self.may_change: Callable[[], bool] = lambda: True
        self._is_asking = False
        self._checker = checker or Checker()
        self._sorted = SortedFindings(report, ())
        self._unchecked: list[Changes] = []
        self._merge = ""
        self._burst = 0
        self._is_pushing = False
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_DELAY)
        self._timer.timeout.connect(self.check_now)

    # ------------------------------------------------------------ opening and saving

    def open(
        self,
        report: Report,
        path: Path | None,
        records: tuple[tuple[str, tuple[str, ...]], ...] = (),
        is_unsaved: bool = False,
    ) -> None:
        """Take another report; without a path it counts as not yet saved in any case."""
        self.report = report
        self.path = path
        self.records = records
        self.is_open = True
        self._merge = ""
        self.stack.clear()
        if path is None or is_unsaved:
            self.stack.resetClean()
        self._judge(self._checker.check(report))
        self.replaced.emit()
        self.findings_changed.emit()
        self.modified_changed.emit(self.is_modified)

    @property
    def is_modified(self) -> bool:
        """Return whether there is anything that a file does not hold yet."""
        return self.is_open and not self.stack.isClean()

    def snapshot(self) -> tuple[Report, int]:
        """Return a copy that a worker may read while typing goes on, and its place in time."""
        self._merge = ""
        return self.copy(), self.stack.index()

    def copy(self) -> Report:
        """Return a copy of the report that stays as it is while typing goes on."""
        printed = {key: dict(values) for key, values in self.report.printed.items()}
        return replace(self.report, printed=printed)

    def mark_saved(self, path: Path, index: int) -> None:
        """Note that the report as it was at that place in time now stands in a file."""
        self.path = path
        if self.stack.index() == index:
            self.stack.setClean()
        self.saved.emit()
        self.modified_changed.emit(self.is_modified)

    # ------------------------------------------------------------ changes

    def push(self, edit: Edit, merge: str = "") -> bool:
        """Apply an edit as one step and return True; False where a final report stays as it is.

        Edits of one `merge` name join until there is a pause.
        """
        if not edit.changes:
            return True
        if needs_unlocking(self.report, edit):
            if not self._is_allowed():
                self._announce(touched(edit), self.report.remaining_reused())
                return False
            # A step of its own: merging would take the unlocking out of it.
            edit, merge = with_unlocking(self.report, edit), ""
        self._push(edit, merge)
        return True

    def _is_allowed(self) -> bool:
        """Return whether a final report may be changed; not by what comes during the question."""
        if self._is_asking:
            return False
        self._is_asking = True
        try:
            return self.may_change()
        finally:
            self._is_asking = False

    def undo(self) -> None:
        """Take the last step back; where that takes the lock off, only if it may be changed."""
        step = self.stack.command(self.stack.index() - 1)
        is_final = self.report.sign_off.is_locked
        if (
            isinstance(step, EditStep)
            and is_final
            and step.takes_lock_off
            and not self._is_allowed()
        ):
            return
        self.stack.undo()

    def _push(self, edit: Edit, merge: str) -> None:
        joins = bool(merge) and merge == self._merge and self._clock.elapsed() < TYPING_PAUSE
        if not joins:
            self._burst += 1
        self._is_pushing = True
        self.stack.push(EditStep(self._run, edit, self._burst if merge else -1))
        self._is_pushing = False
        self._merge = merge
        self._clock.restart()

    def _run(self, edit: Edit) -> Edit:
        before = self.report.remaining_reused()
        changes = apply(self.report, edit)
        self._merge = ""
        self._unchecked.append(changes)
        self._announce(changes, before)
        self._timer.start()
        self.changed.emit()
        if not self._is_pushing:
            self.revisited.emit(edit)
        return changes.inverse

    def _announce(self, changes: Changes, reused: tuple[ReusedText, ...]) -> None:
        for table in {table for table, _ in changes.cells}:
            keys = frozenset(key for name, key in changes.cells if name == table)
            self.cells_changed.emit(table, keys)
        if changes.sections:
            self.sections_changed.emit(changes.sections)
        has_reused = changes.has_reused or reused != self.report.remaining_reused()
        for has_changed, signal in (
            (changes.has_identity, self.identity_changed),
            (changes.has_figure_sources, self.figure_sources_changed),
            (changes.has_office, self.office_changed),
            (changes.has_previous, self.previous_changed),
            (changes.has_sign_off, self.sign_off_changed),
            (has_reused, self.reused_changed),
        ):
            if has_changed:
                signal.emit()

    def _tell_modified(self) -> None:
        self.modified_changed.emit(self.is_modified)

    # ------------------------------------------------------------ findings

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings on the report as it stands now, those declared right left out."""
        self._check_if_due()
        return self._sorted.open

    @property
    def acknowledged(self) -> tuple[tuple[Finding, str], ...]:
        """Return the findings that the clerk declared right, with the reason."""
        self._check_if_due()
        return self._sorted.acknowledged

    def acknowledge(self, finding: Finding, reason: str) -> bool:
        """Declare a finding right for a reason, as one step, and return whether that was done."""
        is_done = self.push(acknowledge(self.report, finding, reason))
        self.check_now()
        return is_done

    def withdraw(self, finding: Finding) -> bool:
        """Take it back that a finding was declared right, and return whether that was done."""
        is_done = self.push(withdraw(self.report, finding))
        self.check_now()
        return is_done

    def check_now(self) -> None:
        """Check what was touched at once instead of after the short delay."""
        self._judge(self._checker.recheck(self.report, self._unchecked))
        self.findings_changed.emit()

    def _check_if_due(self) -> None:
        if self._timer.isActive():
            self.check_now()

    def _judge(self, findings: tuple[Finding, ...]) -> None:
        self._timer.stop()
        self._unchecked.clear()
        self._sorted = SortedFindings(self.report, findings)

    def cell_level(self, table: str, key: str) -> Level | None:
        """Return the gravest level among the findings on a cell, or None."""
        return self._sorted.level(table, key)

    def cell_messages(self, table: str, key: str) -> list[str]:
        """Return what the findings say about a cell."""
        return self._sorted.messages(table, key)

    def cell_reasons(self, table: str, key: str) -> list[str]:
        """Return why the findings on a cell were declared right."""
        return self._sorted.reasons(table, key)

    def count(self, level: Level) -> int:
        """Return how many findings of a level there are, those declared right left out."""
        self._check_if_due()
        return self._sorted.count(level)

    def section_findings(self, section: str) -> list[Finding]:
        """Return the findings on a part: on its text and on its table's cells."""
        return self._sorted.in_section(section)

    def section_reused(self, section: str) -> list[ReusedText]:
        """Return the pieces of last year's text that still stand in a part."""
        return [piece for piece in self.report.remaining_reused() if piece.section == section]
