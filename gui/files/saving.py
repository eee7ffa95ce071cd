"""Saving the report, and the questions before anything is thrown away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from gui.dialogs.file_chooser import OWN_KIND
from gui.files.desk import FileDesk
from storage.guarded_save import Saved, save_guarded

Then = Callable[[], None]
Result = TypeVar("Result")


class Saving:
    """Writes the report to its file; an older or another's content is never lost by it."""

    def __init__(self, desk: FileDesk) -> None:
        self._desk = desk

    def save(self) -> None:
        """Save the report to its file, asking for one where there is none."""
        self._desk.when_free("保存", self._save)

    def save_then(self, then: Then) -> None:
        """Save, and go on only if that succeeded."""
        self._desk.when_free("保存并继续", partial(self._save, then))

    def save_as(self) -> None:
        """Ask for a file and save the report to it."""
        self._desk.when_free("另存为", self._save_as)

    def _save(self, then: Then = lambda: None) -> None:
        desk = self._desk
        desk.document.finish_typing()
        if desk.document.path is None:
            self._save_as(then)
        else:
            self._save_to(desk.document.path, then, desk.guard.base)

    def _save_as(self, then: Then = lambda: None) -> None:
        desk = self._desk
        desk.document.finish_typing()
        proposal = desk.document.path or desk.settings.last_folder / desk.file_name(".nianbao")
        path = desk.chooser.save_name("保存报告", proposal, OWN_KIND)
        if path is not None:
            # The file dialog has asked already whether an existing file may be replaced.
            self._save_to(path, then, None)

    def _save_to(self, path: Path, then: Then, base: str | None) -> None:
        desk = self._desk
        if not desk.guard.claim(path):
            reason = f"「{path.name}」正在另一个窗口里编辑，不能覆盖。请换一个文件名保存。"
            desk.messages.problem("保存没有成功", reason)
            return
        report, index = desk.document.snapshot()
        save, versions = desk.services.save_report, desk.versions
        desk.tasks.run(
            "保存",
            partial(save_guarded, report, path, base, versions, save),
            lambda saved: self._saved(path, index, then, saved),
        )

    def _saved(self, path: Path, index: int, then: Then, saved: Saved) -> None:
        desk = self._desk
        if saved.is_foreign:
            self._ask_overwrite(path, then)
            return
        desk.guard.base = saved.base
        desk.document.mark_saved(path, index)
        desk.settings.note_file(path)
        desk.recent_changed.emit()
        more = "" if saved.is_kept else "保存前的版本没有留下来（本机磁盘写不进去）。"
        desk.notified.emit(f"已保存到「{path.name}」。{more}")
        then()

    def _ask_overwrite(self, path: Path, then: Then) -> None:
        answer = self._desk.messages.ask_overwrite(path.name)
        if answer == "overwrite":
            self._save_to(path, then, None)
        elif answer == "save_as":
            self._save_as(then)

    def after_saving(self, name: str, then: Then) -> None:
        """Go on at once, or after asking what to do with changes that are not saved."""
        self._desk.when_free(name, partial(self._after_saving, then), is_on_report=False)

    def _after_saving(self, then: Then) -> None:
        desk = self._desk
        desk.document.finish_typing()
        if not desk.document.is_modified:
            then()
            return
        answer = desk.messages.ask_save(desk.name())
        if answer == "save":
            self._save(then)
        elif answer == "discard":
            then()

    def asking_again(self, then: Callable[[Result], None]) -> Callable[[Result], None]:
        """Return `then` for a result that takes the open report's place.

        Where the report was changed since, while the result was being read, it asks again first.
        """
        document = self._desk.document
        known = document.revision

        def go_on(result: Result) -> None:
            document.finish_typing()
            if document.revision == known:
                then(result)
            else:
                self._after_saving(partial(then, result))

        return go_on
