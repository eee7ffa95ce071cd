"""Beginning a report: a blank one, or this year's draft from last year's report."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog

from gui import below, late
from gui.files.desk import FileDesk
from gui.files.last_read import LastRead
from gui.files.reading import read_one
from gui.files.saving import Saving
from gui.files.taking_over import TakingOver, records_of
from gui.services import OpenedFile


class Beginning:
    """Asks for what a new report needs and begins it."""

    def __init__(self, desk: FileDesk, saving: Saving, taking_over: TakingOver) -> None:
        self._desk = desk
        self._saving = saving
        self._taking_over = taking_over

    def new_blank(self) -> None:
        """Ask for unit and year and begin a blank report."""
        self._saving.after_saving("新建空白报告", self._new_blank)

    def _new_blank(self) -> None:
        document = self._desk.document
        known = document.report.organization if document.is_open else ""
        dialog = late.NewReportDialog(self._desk.window, known, self._desk.services.today())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        year = dialog.year.value()
        form = self._desk.services.form_of_year(year)
        report = below.Report(form, dialog.unit.text().strip(), year, form.title.format(year=year))
        document.open(report, None)

    def new_from_last(self) -> None:
        """Ask for last year's report and begin this year's draft from it."""
        self._saving.after_saving("以上年报告为模板新建", self._new_from_last)

    def _new_from_last(self) -> None:
        desk = self._desk
        report = desk.document.report
        dialog = late.NewFromLastDialog(
            desk.window,
            lambda: desk.choose_open("选择上年的报告"),
            desk.services.open_kinds,
            desk.name() if desk.document.is_open else "",
            report.year if desk.document.is_open else None,
        )
        reading = LastRead(desk, dialog)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        reading.end()
        if not is_wanted:
            return
        year = dialog.chosen_year
        if dialog.uses_open:
            self._taking_over.start_draft(report, (), year)
        elif reading.opened is not None and dialog.path is not None:
            self._last_read(dialog.path.name, year, reading.opened)
        elif dialog.path is not None:
            path = dialog.path
            read_one(
                desk,
                "读取上年报告",
                partial(desk.services.open_report, path),
                self._saving.asking_again(partial(self._last_read, path.name, year)),
            )

    def _last_read(self, name: str, year: int | None, opened: OpenedFile) -> None:
        """Start the draft, after a review where something of last year's file is doubtful."""
        if opened.doubts or opened.unplaced:
            self._taking_over.review(name, opened, year, uses=(late.Use.LAST_YEAR,))
        else:
            self._taking_over.start_draft(opened.report, records_of(opened), year)
