"""A window whose questions are answered by the test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.dialogs.file_chooser import FileChooser
from gui.document.document import Document
from gui.main_window import MainWindow
from gui.messages import (
    AfterFinal,
    Answer,
    Damaged,
    Dropped,
    Held,
    Messages,
    Overwrite,
    Recover,
    Replace,
)
from gui.services import Kinds
from model.report.report import Report
from storage.guarded_save import Doubt


@dataclass
class SilentMessages(Messages):
    """Answers every question as the test says, and keeps what was told."""

    answer: Answer = "cancel"
    will_export: bool = True
    will_attach: bool = False
    will_leave_unread: bool = True
    will_fill_table: bool = False
    wants_rescue: bool = False
    wants_restart: bool = False
    wants_elsewhere: bool = False
    held: Held = "cancel"
    damaged: Damaged = "cancel"
    wants_versions: bool = False
    wants_pdf: bool = False
    recover: Recover = "later"
    overwrite: Overwrite = "cancel"
    replace: Replace = "cancel"
    dropped: Dropped = "open"
    will_change: bool = False
    will_unlock: bool = False
    after_final: AfterFinal = "later"
    can_take_over: bool = False
    waiting: list[str] = field(default_factory=list)
    compared: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def problem(self, title: str, text: str) -> None:
        self.told.append(text)

    def tell(self, title: str, text: str) -> None:
        self.told.append(text)

    def ask_save(self, name: str) -> Answer:
        self.asked.append(name)
        return self.answer

    def ask_dropped(self, name: str) -> Dropped:
        self.asked.append(name)
        return self.dropped

    def offer_elsewhere(self, title: str, text: str) -> bool:
        self.told.append(text)
        wanted, self.wants_elsewhere = self.wants_elsewhere, False
        return wanted

    def ask_recover(
        self,
        organization: str,
        year: int | None,
        taken: datetime,
        path: Path | None,
        told: Sequence[str] = (),
    ) -> Recover:
        self.asked.append(f"{organization} {year} {path}")
        self.compared += told
        return self.recover

    def ask_held(self, name: str, holder: str, *, can_take_over: bool) -> Held:
        self.asked.append(f"{name} {holder}")
        self.can_take_over = can_take_over
        return self.held

    def ask_overwrite(self, name: str, doubt: Doubt) -> Overwrite:
        self.asked.append(name)
        self.doubts.append(doubt)
        return self.overwrite

    def ask_damaged(self, text: str, lost: Sequence[str]) -> Damaged:
        self.asked.append("\n".join((text, *lost)))
        return self.damaged

    def tell_doubtful(self, text: str) -> bool:
        self.told.append(text)
        return self.wants_versions

    def offer_restart(self, log: Path) -> bool:
        self.told.append(str(log))
        return self.wants_restart

    def ask_attach(self, name: str, doubts: Sequence[str]) -> bool:
        self.asked.append("\n".join((name, *doubts)))
        return self.will_attach

    def ask_table(self, words: str) -> bool:
        self.asked.append(words)
        return self.will_fill_table

    def ask_unread(self, count: int) -> bool:
        self.asked.append(f"{count}")
        return self.will_leave_unread

    def confirm_export(self, errors: int, queries: int, waiting: str = "") -> bool:
        self.asked.append(f"{errors}")
        self.waiting.append(waiting)
        return self.will_export

    def ask_replace(self, names: Sequence[str]) -> Replace:
        self.asked.append("\n".join(names))
        return self.replace

    def tell_exported(
        self, folder: Path, names: Sequence[str], problems: Sequence[str], hint: str = ""
    ) -> None:
        self.told.append("\n".join((*names, hint, *problems)))
        self.written += [folder / name for name in names]

    def ask_change(self, day: str, code: str) -> bool:
        self.asked.append(f"{day} {code}")
        return self.will_change

    def ask_unlock(self, day: str, code: str) -> bool:
        self.asked.append(f"{day} {code}")
        return self.will_unlock

    def ask_after_final(self, code: str) -> AfterFinal:
        self.asked.append(code)
        return self.after_final

    def offer_pdf(self) -> bool:
        self.told.append("没有打印机")
        return self.wants_pdf

    def offer_folder(self, path: Path, hint: str = "") -> None:
        self.written.append(path)
        self.hints.append(hint)

    def offer_rescue(self, log: Path) -> bool:
        self.told.append(str(log))
        return self.wants_rescue


@dataclass
class GivenFiles(FileChooser):
    """Chooses the files that the test says."""

    to_open: Path | None = None
    to_save: Path | None = None
    to_fill: Path | None = None
    proposals: list[Path] = field(default_factory=list)

    def open_name(self, title: str, folder: Path, kinds: Kinds) -> Path | None:
        return self.to_open

    def folder_name(self, title: str, folder: Path) -> Path | None:
        self.proposals.append(folder)
        return self.to_fill

    def save_name(self, title: str, proposal: Path, kinds: Kinds) -> Path | None:
        self.proposals.append(proposal)
        return self.to_save


@dataclass
class Bench:
    """A window with everything around it."""

    window: MainWindow
    messages: SilentMessages
    files: GivenFiles
    bot: QtBot
    folder: Path

    @property
    def document(self) -> Document:
        return self.window.document

    def open(self, report: Report, path: Path | None = None) -> None:
        self.document.open(report, path)

    def fill_old_screen(self) -> None:
        """Give the window the size that a screen of 1366×768 leaves it, all columns in place."""
        # The screenless platform has maximised it to its own screen, which is smaller.
        self.window.showNormal()
        QApplication.processEvents()
        self.window.resize(1366, 698)
        QApplication.processEvents()

    def wait_for_work(self) -> None:
        """Wait until work beside the window has ended."""
        self.bot.waitUntil(lambda: not self.window.files.tasks.is_busy, timeout=60_000)
