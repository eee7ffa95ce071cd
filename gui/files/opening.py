"""Opening a report: its own file, or any file or clipboard that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from gui import below
from gui.files.clipboard_content import EMPTY_CLIPBOARD, clipboard_content
from gui.files.desk import FileDesk
from gui.files.looking_back import LookingBack
from gui.files.reading import read_one
from gui.files.saving import Saving
from gui.files.taking_over import TakingOver
from gui.keeping.file_guard import Hold
from gui.services import OpenedFile
from storage.cancelling import stop_if_cancelled
from storage.errors import FileProblem, printable
from storage.program import REPORT

if TYPE_CHECKING:
    from model.checks import Checker, Finding
    from model.report.report import Report
    from storage.report_file import DamagedFile
    from storage.seen import Look

UNLOCKED = "这个文件夹不能写入，别的电脑看不到您正打开着它；改过的内容请另存到别处。"


@dataclass(frozen=True)
class Reading:
    """What came of reading a file beside the window: the report, checked, and who has the file.

    `hold` and `look` are None for a file of another program.
    """

    opened: OpenedFile
    checked: tuple[Checker, tuple[Finding, ...]]
    hold: Hold | None = None
    look: Look | None = None


class Opening:
    """Brings a report into the window; on a problem all stays as it was."""

    def __init__(
        self, desk: FileDesk, saving: Saving, taking_over: TakingOver, looking_back: LookingBack
    ) -> None:
        self._desk = desk
        self._saving = saving
        self._taking_over = taking_over
        self._looking_back = looking_back

    def open(self) -> None:
        """Ask for a file of any readable kind and open it."""
        self._saving.after_saving("打开", self._open)

    def _open(self) -> None:
        path = self._desk.choose_open("打开报告")
        if path is not None:
            self.load(path)

    def open_path(self, path: Path) -> None:
        """Open a file that is already known, such as a recent one."""
        name = f"打开「{printable(path.name)}」"
        self._saving.after_saving(name, partial(self.load, path))

    def load(self, path: Path) -> None:
        """Read a file beside the window and show it."""
        read_one(
            self._desk,
            f"打开「{printable(path.name)}」",
            lambda picks: self._read(path, picks=picks),
            self._saving.asking_again(partial(self._loaded, path)),
            fails=partial(self._unread, path, self._saving.asking_again(self._show_rescued)),
        )

    def _read(self, path: Path, held: Hold | None = None, picks: Sequence[int] = ()) -> Reading:
        """Read and check a report beside the window.

        The file is got before it is read, and its content taken before it is understood: what
        somebody writes in between is then noticed when saving.
        """
        if path.suffix.lower() != REPORT:
            opened = self._desk.services.open_report(path, picks)
            return Reading(opened, _checked(opened.report))
        look = below.look_at(path)
        hold = held or self._desk.guard.reach(path)
        try:
            opened = self._desk.services.open_report(path)
            reading = Reading(opened, _checked(opened.report), hold, look)
            stop_if_cancelled()
        except BaseException:
            self._desk.guard.drop(hold)
            raise
        return reading

    def _unread(self, path: Path, show: object, problem: FileProblem) -> None:
        """Tell why a file was not opened; of a damaged one offer what can be read."""
        desk = self._desk
        if not isinstance(problem, below.DamagedFile) or not callable(show):
            desk.messages.problem(f"打开「{printable(path.name)}」没有成功", str(problem))
            return
        answer = desk.messages.ask_damaged(str(problem), problem.lost)
        if answer == "rescue":
            show((path, problem))
        elif answer == "versions":
            self._looking_back.show_of(path)

    def _show_rescued(self, rescued: tuple[Path, DamagedFile]) -> None:
        path, problem = rescued
        records = ((f"「{printable(path.name)}」里没有读出的内容", problem.lost),)
        self._desk.document.open(problem.report, None, records)
        self._desk.notified.emit(
            "已打开能读出的部分，请逐项核对后另存；没有读出的在「报告→读入和起稿的记录」里。"
        )

    def _loaded(self, path: Path, reading: Reading) -> None:
        if reading.hold is not None:
            self._show_own(path, reading, reading.hold)
        else:
            self._desk.settings.note_folder(path)
            self._taking_over.review(path.name, reading.opened)
        self._desk.recent_changed.emit()

    def _show_own(self, path: Path, reading: Reading, hold: Hold) -> None:
        desk = self._desk
        desk.settings.note_file(path)
        if hold.is_free:
            self._show(path, reading, hold)
            return
        can_take = hold.holder is not None and hold.holder.is_stale
        who = hold.holder_words + hold.age_words
        answer = desk.messages.ask_held(printable(path.name), who, can_take_over=can_take)
        if answer == "read":
            words = f"只读：{hold.holder_words}正打开着这份报告，这里只能看，可以另存为副本再改。"
            desk.document.open(
                reading.opened.report, path, checked=reading.checked, read_only=words
            )
        elif answer == "copy":
            desk.document.open(reading.opened.report, None, checked=reading.checked)
        elif answer == "take":
            self._take_over(path, hold)

    def _take_over(self, path: Path, hold: Hold) -> None:
        """Take the file from a holder that is gone, and read it once more under the own lock."""

        def work() -> Reading:
            return self._read(path, self._desk.guard.take_over(hold))

        show = self._saving.asking_again(partial(self._loaded, path))
        self._desk.tasks.run(f"打开「{printable(path.name)}」", work, show)

    def _show(self, path: Path, reading: Reading, hold: Hold) -> None:
        desk, look = self._desk, reading.look
        hold.seen = None if look is None else look.seen
        desk.guard.adopt(hold)
        desk.document.open(reading.opened.report, path, checked=reading.checked)
        if look is not None:
            desk.keep_version(path, reading.opened.report, look.content)
        if not hold.beside.is_written:
            desk.notified.emit(UNLOCKED)
        warnings = reading.opened.warnings
        if warnings and desk.messages.tell_doubtful("\n".join(warnings)):
            self._looking_back.show()

    def open_clipboard(self) -> None:
        """Read the report that was copied in a browser, Word or WPS, or the file copied as such."""
        self._saving.after_saving("从剪贴板导入", self._open_clipboard)

    def _open_clipboard(self) -> None:
        desk = self._desk
        content = clipboard_content(QApplication.clipboard().mimeData())
        if content.file is not None:
            self.load(content.file)
        elif content.is_empty:
            desk.messages.problem("从剪贴板导入没有成功", EMPTY_CLIPBOARD)
        else:
            read = partial(desk.services.open_clipboard, content.html, content.text)
            review = partial(self._taking_over.review, "剪贴板", is_file=False)
            read_one(desk, "从剪贴板导入", read, self._saving.asking_again(review))


def _checked(report: Report) -> tuple[Checker, tuple[Finding, ...]]:
    """Return a checker that has looked at the report, with what it found."""
    checker = below.Checker()
    return checker, checker.check(report)
