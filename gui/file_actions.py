"""New, open, save and export, with the questions before anything is thrown away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.copied import NOTHING_COPIED, copied_content
from gui.dialogs.file_chooser import EXCEL_KIND, OWN_KIND, WORD_KIND, FileChooser, usual_name
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.dialogs.notes_dialog import NotesDialog, Records
from gui.dialogs.report_dialogs import NewFromLastDialog, NewReportDialog
from gui.dialogs.versions_dialog import VersionsDialog
from gui.document import Document
from gui.file_guard import FileGuard
from gui.messages import Messages
from gui.services import Kinds, OpenedFile, Services
from gui.settings import Settings
from gui.tasks import Tasks
from model.checks import Level
from model.edits import apply
from model.report import Report
from storage.guarded_save import Saved, save_guarded
from storage.report_file import load_report
from storage.snapshots import fingerprint
from storage.versions import Version, Versions

Then = Callable[[], None]


class FileActions(QObject):
    """The ways of a report between the window and its files."""

    said = Signal(str)
    leaving = Signal()
    """The report is about to be written or left: what is being typed must be taken over."""
    recent_changed = Signal()

    def __init__(
        self,
        document: Document,
        services: Services,
        window: QWidget,
        settings: Settings,
        messages: Messages,
        chooser: FileChooser,
        guard: FileGuard,
    ) -> None:
        super().__init__(window)
        self._guard = guard
        self._versions = Versions(services.data_folder / "versions")
        self._document = document
        self._services = services
        self._window = window
        self._settings = settings
        self._messages = messages
        self._chooser = chooser
        self.tasks = Tasks(window, messages.problem)

    # ------------------------------------------------------------ new

    def new_blank(self) -> None:
        """Ask for unit and year and begin a blank report."""
        self.after_saving(self._new_blank)

    def _new_blank(self) -> None:
        known = self._document.report.organization if self._document.is_open else ""
        dialog = NewReportDialog(self._window, known)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        form, year = self._services.form, dialog.year.value()
        report = Report(form, dialog.unit.text().strip(), year, form.title.format(year=year))
        self._document.open(report, None)

    def new_from_last(self) -> None:
        """Ask for last year's report and begin this year's draft from it."""
        self.after_saving(self._new_from_last)

    def _new_from_last(self) -> None:
        report = self._document.report
        dialog = NewFromLastDialog(
            self._window,
            lambda: self._choose_open("选择上年的报告"),
            self._services.open_kinds,
            self.name() if self._document.is_open else "",
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        year = dialog.chosen_year
        if dialog.uses_open:
            self._start_draft(report, (), year)
        elif dialog.path is not None:
            path = dialog.path
            self.tasks.run(
                "读取上年报告",
                lambda: self._services.open_report(path),
                partial(self._last_read, path.name, year),
            )

    def _start_draft(self, last: Report, records: Records, year: int | None) -> None:
        try:
            draft = self._services.start_draft(last, year)
        except ValueError as error:
            self._messages.problem("不能生成草稿", str(error))
            return
        records = (("从上年带来的内容", draft.report.notes), *records)
        self._document.open(draft.report, None, records)
        self.show_notes("本年草稿已生成", "请看一遍年份是怎样移动的；以后可在「报告→记录」里再看。")

    # ------------------------------------------------------------ open

    def open(self) -> None:
        """Ask for a file of any readable kind and open it."""
        self.after_saving(self._open)

    def _open(self) -> None:
        path = self._choose_open("打开报告")
        if path is not None:
            self.load(path)

    def open_path(self, path: Path) -> None:
        """Open a file that is already known, such as a recent one."""
        self.after_saving(partial(self.load, path))

    def load(self, path: Path) -> None:
        """Read a file beside the window and show it; on a problem all stays as it was."""

        def work() -> tuple[OpenedFile, str]:
            # Taken before reading: what is written in between is then noticed when saving.
            base = fingerprint(path)
            return self._services.open_report(path), base

        self.tasks.run(f"打开「{path.name}」", work, partial(self._loaded, path))

    def open_copied(self) -> None:
        """Read the report that was copied in a browser, Word or WPS, or the file copied as such."""
        self.after_saving(self._open_copied)

    def _open_copied(self) -> None:
        copied = copied_content(QApplication.clipboard().mimeData())
        if copied.file is not None:
            self.load(copied.file)
        elif copied.is_empty:
            self._messages.problem("从剪贴板导入没有成功", NOTHING_COPIED)
        else:
            work = partial(self._services.open_copied, copied.html, copied.text)
            self.tasks.run("从剪贴板导入", work, partial(self.take_over, "剪贴板"))

    def _loaded(self, path: Path, read: tuple[OpenedFile, str]) -> None:
        opened, base = read
        if opened.is_own_file:
            self._show_own(opened.report, path, base)
        else:
            self._settings.note_folder(path)
            self.take_over(path.name, opened)
        self.recent_changed.emit()

    def take_over(
        self, name: str, opened: OpenedFile, year: int | None = None, *, is_last_year: bool = False
    ) -> None:
        """Show what was read of a foreign source and do with it what the clerk says."""
        dialog = ImportReviewDialog(self._window, name, opened, is_last_year=is_last_year)
        dialog.exec()
        if dialog.use is Use.CANCEL:
            return
        apply(opened.report, dialog.corrections())
        if dialog.use is Use.LAST_YEAR:
            self._start_draft(opened.report, _records(opened), year)
        else:
            self._document.open(opened.report, None, _records(opened))
            self.said.emit(f"已从「{name}」读入，保存时另取名字；读入的记录在「报告→记录」里。")

    def _last_read(self, name: str, year: int | None, opened: OpenedFile) -> None:
        """Start the draft, after a review where something of last year's file is doubtful."""
        if opened.doubts or opened.unplaced:
            self.take_over(name, opened, year, is_last_year=True)
        else:
            self._start_draft(opened.report, _records(opened), year)

    def _show_own(self, report: Report, path: Path, base: str) -> None:
        self._settings.note_file(path)
        if self._guard.claim(path):
            self._document.open(report, path)
            self._guard.base = base
        elif self._messages.ask_copy(path.name):
            self._document.open(report, None)

    def open_version(self) -> None:
        """Let the clerk open a replaced version of the open file, or of any, as unsaved."""
        path = self._document.path
        versions = self._versions.all() if path is None else self._versions.of(path)
        dialog = VersionsDialog(self._window, versions, path.name if path else "")
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen is not None:
            self.after_saving(partial(self._load_version, dialog.chosen))

    def _load_version(self, version: Version) -> None:
        self.tasks.run(
            "打开以前保存的版本",
            partial(load_report, version.file),
            lambda report: self._document.open(report, None),
        )

    def _choose_open(self, title: str) -> Path | None:
        folder = self._settings.last_folder
        path = self._chooser.open_name(title, folder, self._services.open_kinds)
        if path is not None:
            self._settings.note_folder(path)
        return path

    def show_notes(self, title: str, lead: str = "") -> None:
        """Show what is recorded on how the report was made."""
        records = self._document.records
        told = {line for _, lines in records for line in lines}
        notes = tuple(line for line in self._document.report.notes if line not in told)
        if notes:
            records = (*records, ("报告的来历", notes))
        NotesDialog(self._window, title, records, lead).exec()

    # ------------------------------------------------------------ save

    def save(self) -> None:
        """Save the report to its file, asking for one where there is none."""
        self.save_then(lambda: None)

    def save_then(self, then: Then) -> None:
        """Save, and go on only if that succeeded."""
        self.leaving.emit()
        if self._document.path is None:
            self.save_as(then)
        else:
            self._save_to(self._document.path, then, self._guard.base)

    def save_as(self, then: Then = lambda: None) -> None:
        """Ask for a file and save the report to it."""
        self.leaving.emit()
        proposal = self._document.path or self._settings.last_folder / self._file_name(".nianbao")
        path = self._chooser.save_name("保存报告", proposal, OWN_KIND)
        if path is not None:
            # The file dialog has asked already whether an existing file may be replaced.
            self._save_to(path, then, None)

    def _save_to(self, path: Path, then: Then, base: str | None) -> None:
        if not self._guard.claim(path):
            told = f"「{path.name}」正在另一个窗口里编辑，不能覆盖。请换一个文件名保存。"
            self._messages.problem("保存没有成功", told)
            return
        report, index = self._document.snapshot()
        save, versions = self._services.save_report, self._versions
        self.tasks.run(
            "保存",
            partial(save_guarded, report, path, base, versions, save),
            lambda saved: self._saved(path, index, then, saved),
        )

    def _saved(self, path: Path, index: int, then: Then, saved: Saved) -> None:
        if saved.is_foreign:
            self._ask_overwrite(path, then)
            return
        self._guard.base = saved.base
        self._document.mark_saved(path, index)
        self._settings.note_file(path)
        self.recent_changed.emit()
        more = "" if saved.is_kept else "保存前的版本没有留下来（本机磁盘写不进去）。"
        self.said.emit(f"已保存到「{path.name}」。{more}")
        then()

    def _ask_overwrite(self, path: Path, then: Then) -> None:
        answer = self._messages.ask_overwrite(path.name)
        if answer == "overwrite":
            self._save_to(path, then, None)
        elif answer == "save_as":
            self.save_as(then)

    def after_saving(self, then: Then) -> None:
        """Go on at once, or after asking what to do with changes that are not saved."""
        if self.tasks.is_busy:
            return
        self.leaving.emit()
        if not self._document.is_modified:
            then()
            return
        answer = self._messages.ask_save(self.name())
        if answer == "save":
            self.save_then(then)
        elif answer == "discard":
            then()

    # ------------------------------------------------------------ export

    def export_word(self) -> None:
        """Export the report as a Word document."""
        self._export("导出 Word 文档", WORD_KIND)

    def export_excel(self) -> None:
        """Export the report's tables as a workbook."""
        self._export("导出 Excel 工作簿", EXCEL_KIND)

    def _export(self, title: str, kinds: Kinds) -> None:
        self.leaving.emit()
        errors = self._document.count(Level.ERROR)
        queries = self._document.count(Level.QUERY)
        if errors and not self._messages.confirm_export(errors, queries):
            return
        own = self._document.path
        folder = own.parent if own is not None else self._settings.last_folder
        path = self._chooser.save_name(title, folder / self._file_name(kinds[0][1][0]), kinds)
        if path is None:
            return
        report, _ = self._document.snapshot()

        def exported(_: None) -> None:
            self._settings.note_folder(path)
            self.said.emit(f"已导出「{path.name}」。")
            self._messages.offer_folder(path)

        self.tasks.run(title, partial(self._services.export_report, report, path), exported)

    # ------------------------------------------------------------ names

    def name(self) -> str:
        """Return the report's name as it is spoken of."""
        report = self._document.report
        year = f"{report.year}年" if report.year else ""
        return f"{report.organization or '未填单位'}{year}报告"

    def _file_name(self, extension: str) -> str:
        report = self._document.report
        return usual_name(report.organization, report.year, report.title, extension)


def _records(opened: OpenedFile) -> Records:
    return (
        ("没有放进报告、请自己核对的内容", tuple(opened.unplaced)),
        ("识别结果", tuple(opened.summary)),
    )
