"""Saving the report, and the questions before anything is thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from gui import below
from gui.dialogs.file_chooser import OWN_KIND
from gui.files.desk import FileDesk
from gui.keeping.file_guard import Hold
from storage.errors import FileProblem, printable

if TYPE_CHECKING:
    from model.report.report import Report
    from storage.guarded_save import Doubt, Saved

Then = Callable[[], None]
Result = TypeVar("Result")

UNSAFE = "这个位置（多半是网络盘）不能确认文件已经写到磁盘上，请稍后再看一次，或另存一份到本机。"
NOT_KEPT = "别人写的那一份没有留下来（本机磁盘写不进去）。"


@dataclass(frozen=True)
class _Wish:
    """What is to be saved: which content, under which name of it, and what comes after."""

    report: Report
    state: int
    revision: int
    then: Then


class Saving:
    """Writes the report to its file; an older or another's content is never lost by it.

    Nothing is shown while a file is written: the clerk types on, what was typed since is not saved,
    and what is asked for meanwhile waits.
    """

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
        path = desk.document.path
        if path is None or desk.document.read_only:
            self._save_as(then)
        else:
            self._save_to(path, then)

    def _save_as(self, then: Then = lambda: None) -> None:
        desk = self._desk
        desk.document.finish_typing()
        proposal = desk.document.path or desk.settings.last_folder / desk.file_name(".nianbao")
        path = desk.chooser.save_name("保存报告", proposal, OWN_KIND)
        if path is not None:
            # The file dialog has asked already whether an existing file may be replaced.
            self._save_to(path, then, below.REPLACING)

    def _save_to(self, path: Path, then: Then, allowed: frozenset[Doubt] = frozenset()) -> None:
        desk = self._desk
        report, state = desk.document.snapshot()
        wish = _Wish(report, state, desk.document.revision, then)
        desk.notified.emit(f"正在保存「{printable(path.name)}」……")
        desk.tasks.run(
            "保存",
            partial(self._write, wish, path, allowed),
            partial(self._saved, wish, path, allowed),
            fails=partial(self._failed, then),
            is_quiet=True,
        )

    def _write(self, wish: _Wish, path: Path, allowed: frozenset[Doubt]) -> tuple[Hold, Saved]:
        """Write the file beside the window; a hold that was only got for it is given back."""
        desk = self._desk
        hold = desk.guard.reach(path)
        is_open_one = desk.guard.hold is not None and desk.guard.hold.key == hold.key
        saved = below.Saved(doubt=below.Doubt.TAKEN)
        try:
            if hold.is_free:
                hooks = below.SaveHooks(
                    hold.beside.may_write,
                    lambda digest: desk.note_saving(digest, wish.revision),
                )
                saved = desk.services.save_report(
                    wish.report, path, hold.seen, desk.versions, allowed, hooks
                )
        finally:
            if saved.doubt is below.Doubt.TAKEN and hold.is_free:
                hold.holder = hold.beside.holder()
            if saved.seen is None and not is_open_one:
                hold.release()
        return hold, saved

    def _failed(self, then: Then, problem: FileProblem) -> None:
        """Tell why nothing was saved, and lead to another place at once."""
        if self._desk.messages.offer_elsewhere("保存没有成功", str(problem)):
            self._save_as(then)

    def _saved(
        self, wish: _Wish, path: Path, allowed: frozenset[Doubt], done: tuple[Hold, Saved]
    ) -> None:
        desk = self._desk
        hold, saved = done
        if saved.doubt is not None:
            self._ask(wish, path, allowed, saved.doubt, hold)
            return
        hold.seen = saved.seen
        desk.document.read_only = ""
        desk.guard.adopt(hold)
        desk.document.mark_saved(path, wish.state)
        desk.settings.note_file(path)
        desk.recent_changed.emit()
        more = ("" if saved.is_safe else UNSAFE) + ("" if saved.is_kept else NOT_KEPT)
        desk.notified.emit(f"已保存到「{printable(path.name)}」。{more}")
        desk.keep_version(path, wish.report)
        wish.then()

    def _ask(
        self, wish: _Wish, path: Path, allowed: frozenset[Doubt], doubt: Doubt, hold: Hold
    ) -> None:
        """Ask what to do with a file that is not as it was left; nothing was written."""
        name = printable(path.name)
        if not hold.is_free:
            reason = f"「{name}」{hold.holder_words}正打开着{hold.age_words}，不能覆盖。"
            self._failed(wish.then, FileProblem(f"{reason}请换一个文件名保存。"))
            return
        answer = self._desk.messages.ask_overwrite(name, doubt)
        if answer == "overwrite":
            self._save_to(path, wish.then, allowed | {doubt})
        elif answer == "save_as":
            self._save_as(wish.then)

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
            self._save(partial(self._when_saved, then))
        elif answer == "discard":
            then()
        else:
            desk.guard.drop_pending()

    def _when_saved(self, then: Then) -> None:
        """Go on where nothing was typed while the file was written; else ask again."""
        self._after_saving(then)

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
