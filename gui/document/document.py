"""The open report and the one door for every change to it, with undo and re-checking."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from gui import below
from gui.document.announcements import Announcements
from gui.document.history import History

if TYPE_CHECKING:
    from model.checks import Checker, Finding, Level
    from model.judging.sorted_findings import SortedFindings
    from model.report.edits import CellChange, Changes, Edit
    from model.report.report import Report, ReusedText

CHECK_DELAY = 150
"""Milliseconds from a change to the re-check, so that fast typing is never held up."""
CHECK_PIECE = 0.006
"""Seconds that the re-check takes at a time: a key that comes meanwhile waits no longer."""


class Document(Announcements):
    """The report that is open, its file, its undo stack and its findings.

    `records` are titled lists of lines on how the report was made, for the clerk to read again.
    `may_change` is asked before a final report is unlocked by a change. `revision` counts the
    changes, those taken back and done again too. `read_only` says why nothing may be changed,
    or "".
    """

    def __init__(
        self,
        report: Report | Callable[[], Report],
        checker: Checker | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._first = report
        self.path: Path | None = None
        self.is_open = False
        self.records: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self.revision = 0
        self.read_only = ""
        self._in_hand: CellChange | None = None
        self._history = History(self._run, self)
        self.stack = self._history.stack
        self._was_modified = False
        self.stack.indexChanged.connect(self._tell_modified)
        self.may_change: Callable[[], bool] = lambda: True
        self._is_asking = False
        self._is_finishing = False
        if checker is not None:
            self._checker = checker
        self._unchecked: list[Changes] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._check_some)

    @cached_property
    def report(self) -> Report:
        """The report that is open, or the first one, made when it is asked for."""
        return self._first() if callable(self._first) else self._first

    @cached_property
    def _checker(self) -> Checker:
        return below.Checker()

    @cached_property
    def _sorted(self) -> SortedFindings:
        return below.SortedFindings(self.report, ())

    # ------------------------------------------------------------ opening and saving

    def open(
        self,
        report: Report,
        path: Path | None,
        records: tuple[tuple[str, tuple[str, ...]], ...] = (),
        is_unsaved: bool = False,
        checked: tuple[Checker, tuple[Finding, ...]] | None = None,
        read_only: str = "",
        stands_elsewhere: bool = False,
    ) -> None:
        """Take another report; without a path it counts as not yet saved.

        It does not where it `stands_elsewhere` as it is, in a file of another program.
        `checked` is a checker that has looked at the report beside the window, with what it found.
        """
        # What is still being typed belongs to the report that is left, never to the next one.
        self.finish_typing()
        self._in_hand = None
        self.report = report
        self.path = path
        self.records = records
        self.read_only = read_only
        self.is_open = True
        self.revision += 1
        self._history.begin(is_saved=(path is not None or stands_elsewhere) and not is_unsaved)
        if checked is not None:
            self._checker, findings = checked
        else:
            findings = self._checker.check(report)
        self._judge(findings)
        self.replaced.emit()
        self.findings_changed.emit()
        self._tell_modified(is_new=True)

    @property
    def is_modified(self) -> bool:
        """Return whether there is anything that a file does not hold yet."""
        return self.is_open and not self._history.is_saved

    @property
    def is_read_in(self) -> bool:
        """Return whether it stands as it is in a file of another program, and in no own one."""
        return self.is_open and self.path is None and not self.is_modified

    def finish_typing(self) -> None:
        """Let every field take over what is being typed in it.

        Done before the report is saved, exported, printed, left or shown at another place.
        """
        if self._is_finishing or not self.is_open:
            return
        self._is_finishing = True
        try:
            self.typing_interrupted.emit()
        finally:
            self._is_finishing = False

    def snapshot(self) -> tuple[Report, int]:
        """Return a copy that a worker may read while typing goes on, and the name of its content.

        What is being typed is in it.
        """
        self.finish_typing()
        self._history.end_burst()
        return self.report.detached(), self._history.state

    def mark_saved(self, path: Path, state: int) -> None:
        """Note that the report as it was under that name now stands in a file."""
        self.path = path
        self._history.note_saved(state)
        self.saved.emit()
        self._tell_modified(is_new=True)

    # ------------------------------------------------------------ what is still in a field

    def hold(self, change: CellChange) -> None:
        """Note what is being typed in a cell; it is no step yet, but a snapshot has it."""
        self._in_hand = change
        self.revision += 1
        self.typed.emit()

    def let_go(self) -> None:
        """Forget what was being typed: it was taken over, or given up."""
        if self._in_hand is not None:
            self._in_hand = None
            self.typed.emit()

    @property
    def has_unkept(self) -> bool:
        """Return whether there is anything that a file does not hold, in a field or in a step."""
        return self.is_modified or (self.is_open and self._in_hand is not None)

    def draft(self) -> Report:
        """Return a copy of the report with what is being typed in it, and leave the field alone."""
        copy = self.report.detached()
        if self._in_hand is not None:
            edit = below.Edit("", (self._in_hand,))
            below.apply(
                copy,
                below.with_unlocking(copy, edit) if below.needs_unlocking(copy, edit) else edit,
            )
        return copy

    # ------------------------------------------------------------ changes

    def push(self, edit: Edit, merge: str = "") -> bool:
        """Apply an edit as one step and return True; False where a final report stays as it is.

        Edits of one `merge` name join until there is a pause.
        """
        if not edit.changes:
            return True
        if self.read_only:
            self._refuse(edit)
            return False
        if below.needs_unlocking(self.report, edit):
            if not self._is_allowed():
                self.announce(below.touched(edit), is_reuse_changed=False)
                return False
            # A step of its own: merging would take the unlocking out of it.
            edit, merge = below.with_unlocking(self.report, edit), ""
        self._history.push(edit, merge)
        return True

    def _refuse(self, edit: Edit) -> None:
        """Show again what stands there, and say why it stays."""
        self.announce(below.touched(edit), is_reuse_changed=False)
        self.refused.emit(self.read_only)

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
        """Take the last step back; where that changes a final report, only if it may be changed."""
        self.finish_typing()
        if self._may_step(self._history.edit_back):
            self._history.undo()

    def redo(self) -> None:
        """Do the step taken back again; where that changes a final report, only if it may be."""
        self.finish_typing()
        if self._may_step(self._history.edit_again):
            self._history.redo()

    def _may_step(self, edit: Edit | None) -> bool:
        return edit is not None and (not below.lifts_lock(self.report, edit) or self._is_allowed())

    def _run(self, edit: Edit) -> Edit:
        """Make an edit and return the one that takes it back.

        Raises only where nothing was changed: what goes wrong in the telling is raised later.
        """
        before = self.report.remaining_reused()
        changes = below.apply(self.report, edit)
        self.revision += 1
        self._history.end_burst()
        self._unchecked.append(changes)
        self._timer.start(CHECK_DELAY)
        try:
            self.announce(changes, before != self.report.remaining_reused())
            self.changed.emit()
            if not self._history.is_pushing:
                self.revisited.emit(edit)
            elif changes.lost:
                self.links_lost.emit(below.told_lost(self.report.form, changes.lost))
        except Exception as error:  # noqa: BLE001 - the step is done and stays on the stack
            self._history.note_error(error)
        return changes.inverse

    def _tell_modified(self, _: int = 0, *, is_new: bool = False) -> None:
        """Tell whether there is anything to save where that has changed, or is to be told anew."""
        if is_new or self.is_modified != self._was_modified:
            self._was_modified = self.is_modified
            self.modified_changed.emit(self.is_modified)

    # ------------------------------------------------------------ findings

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings on the report as it stands now, those declared right left out."""
        self._check_if_due()
        return self._sorted.open

    @property
    def waiting(self) -> tuple[Finding, ...]:
        """Return the doubts about words that can be told only once the cells below are right."""
        self._check_if_due()
        return self._checker.waiting

    @property
    def acknowledged(self) -> tuple[tuple[Finding, str], ...]:
        """Return the findings that the clerk declared right, with the reason."""
        self._check_if_due()
        return self._sorted.acknowledged

    def acknowledge(self, finding: Finding, reason: str) -> bool:
        """Declare a finding right for a reason, as one step, and return whether that was done."""
        is_done = self.push(below.acknowledge(self.report, finding, reason))
        self.check_now()
        return is_done

    def withdraw(self, finding: Finding) -> bool:
        """Take it back that a finding was declared right, and return whether that was done."""
        is_done = self.push(below.withdraw(self.report, finding))
        self.check_now()
        return is_done

    def check_now(self) -> None:
        """Check what was touched at once instead of after the short delay."""
        self._judge(self._checker.recheck(self.report, self._unchecked))
        self.findings_changed.emit()

    def _check_some(self) -> None:
        """Check a little of what was touched, and tell of the findings once nothing is due."""
        self._checker.touch(self.report, self._unchecked)
        self._unchecked.clear()
        if self._checker.run_some(self.report, CHECK_PIECE):
            self._timer.start(0)
        else:
            self.check_now()

    def _check_if_due(self) -> None:
        if self._timer.isActive():
            self.check_now()

    def _judge(self, findings: tuple[Finding, ...]) -> None:
        self._timer.stop()
        self._unchecked.clear()
        self._sorted = below.SortedFindings(self.report, findings)

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
