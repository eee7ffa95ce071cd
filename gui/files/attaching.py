"""Last year's report beside the open one: attach it, look at it, take it off."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from gui import below, late
from gui.files.desk import FileDesk
from gui.files.reading import read_one
from gui.files.taking_over import TakingOver
from gui.services import OpenedFile

TITLE = "附上上年报告"


class Attaching:
    """Attaches any readable report as last year's; each step can be undone."""

    def __init__(self, desk: FileDesk, taking_over: TakingOver) -> None:
        self._desk = desk
        self._taking_over = taking_over

    def attach(self) -> None:
        """Ask for last year's file and attach what it holds."""
        self._desk.when_free(TITLE, self._attach)

    def _attach(self) -> None:
        self._desk.document.finish_typing()
        path = self._desk.choose_open("选择要附上的上年报告")
        if path is not None:
            self._attach_path(path)

    def attach_path(self, path: Path) -> None:
        """Attach what a file holds that is known already."""
        self._desk.when_free(TITLE, partial(self._attach_path, path))

    def _attach_path(self, path: Path) -> None:
        self._desk.document.finish_typing()
        read = partial(self._desk.services.open_report, path)
        read_one(self._desk, "读取上年报告", read, partial(self._read, path.name))

    def _read(self, name: str, opened: OpenedFile) -> None:
        """Attach, after a review where something of the file is doubtful."""
        if opened.doubts or opened.unplaced:
            self._taking_over.review(name, opened, uses=(late.Use.ATTACH,))
        else:
            self._taking_over.attach(opened.report)

    def remove(self) -> None:
        """Take last year's report off."""
        document = self._desk.document
        edit = below.Edit("取下上年报告", (below.PreviousChange(None),))
        if document.report.previous is not None and document.push(edit):
            self._desk.notified.emit("已取下上年报告，可以撤销。原来的文件没有改动。")

    def show(self) -> None:
        """Show last year's report, or tell how it is attached."""
        desk = self._desk
        previous = desk.document.report.previous
        if previous is None:
            desk.notified.emit("这份报告没有带上年报告。可用「报告→附上上年报告」附上。")
            return
        late.PreviousDialog(desk.window, previous).exec()
