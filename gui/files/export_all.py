"""Writing the report in every format at once, into one folder, under the usual names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gui.files.desk import FileDesk
from gui.files.exporting import Exporting
from gui.printing.page_choice import chosen_style
from storage.errors import FileProblem

TITLE = "全部导出"


@dataclass(frozen=True)
class Exported:
    """A file that was to be written, why it was not, and what is to be known of it, or ""."""

    path: Path
    problem: str = ""
    note: str = ""

    @property
    def shown(self) -> str:
        """Return the file's name, with what is to be known of it."""
        return f"{self.path.name}（{self.note}）" if self.note else self.path.name


class ExportingAll:
    """Exports all formats; each file is written whole or not at all, one does not stop another."""

    def __init__(self, desk: FileDesk, exporting: Exporting) -> None:
        self._desk = desk
        self._exporting = exporting

    def export_all(self) -> None:
        """Ask for a folder and write every format into it."""
        self._desk.when_free(TITLE, self._export_all)

    def _export_all(self) -> None:
        desk = self._desk
        desk.document.finish_typing()
        if not self._exporting.is_confirmed():
            return
        self._exporting.tell_fonts()
        own = desk.document.path
        start = own.parent if own is not None else desk.settings.last_folder
        folder = desk.chooser.folder_name("选择导出到哪个文件夹", start)
        if folder is None:
            return
        paths = self._paths(folder)
        if paths:
            self._write(folder, paths)

    def _paths(self, folder: Path) -> list[Path]:
        """Return where to write; none where the clerk keeps files that are there already."""
        extensions = [group[0] for _, group in self._desk.services.export_kinds]
        usual = [folder / self._desk.file_name(extension) for extension in extensions]
        there = [path.name for path in usual if path.exists()]
        if not there:
            return usual
        answer = self._desk.messages.ask_replace(there)
        if answer == "cancel":
            return []
        return usual if answer == "overwrite" else other_names(usual)

    def _write(self, folder: Path, paths: list[Path]) -> None:
        report, _ = self._desk.document.snapshot()
        style = chosen_style(self._desk.settings)
        export = self._desk.services.export_report

        def write(path: Path) -> Exported:
            try:
                note = export(report, path, style)
            except FileProblem as problem:
                return Exported(path, str(problem))
            return Exported(path, note=note)

        steps = [(path.name, partial(write, path)) for path in paths]
        self._desk.tasks.run_each(TITLE, steps, partial(self._written, folder))

    def _written(self, folder: Path, files: list[Exported]) -> None:
        desk = self._desk
        done = [file for file in files if not file.problem]
        problems = [file.problem for file in files if file.problem]
        if done:
            desk.settings.note_folder(done[0].path)
        desk.notified.emit(f"已导出 {len(done)} 个文件到「{folder.name or folder}」。")
        desk.messages.tell_exported(folder, [file.shown for file in done], problems)


def other_names(paths: list[Path]) -> list[Path]:
    """Return the paths with the least number in their names with which none is there yet."""
    number = 2
    while True:
        tried = [path.with_name(f"{path.stem}（{number}）{path.suffix}") for path in paths]
        if not any(path.exists() for path in tried):
            return tried
        number += 1
