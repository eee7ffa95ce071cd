"""Writing the report in every format at once, into one folder, under the usual names."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gui import late
from gui.dialogs.file_chooser import WORD_KIND
from gui.files.desk import FileDesk
from gui.files.exporting import PUBLIC, Exporting
from storage.errors import FileProblem

TITLE = "全部导出"
FAULT = "「{name}」：程序出错了，没有写出；其他文件不受影响。"
FOLDER = "export_folder"
"""Under which name the folder chosen last is remembered."""
HINT = (
    f"\n放到网站上，用名字里有「{PUBLIC}」的 Word 文档，或者 PDF：里面没有隐藏的数据。\n"
    "另一份 Word 文档带着原始数据，留着存档、报上级、以后再读入。"
)


@dataclass(frozen=True)
class Exported:
    """A file that was to be written, why it was not, and what is to be known of it, or "".

    `fault` is an error of the program itself.
    """

    path: Path
    problem: str = ""
    note: str = ""
    fault: Exception | None = None

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
        folder = desk.chooser.folder_name("选择导出到哪个文件夹", self._start())
        if folder is None:
            return
        desk.settings.note_choice(FOLDER, str(folder))
        paths = self._paths(folder)
        if paths:
            self._write(folder, paths)

    def _start(self) -> Path:
        """Return the folder that was chosen last, else that of the report's own file."""
        last = self._desk.settings.choice(FOLDER)
        if last and Path(last).is_dir():
            return Path(last)
        own = self._desk.document.path
        return own.parent if own is not None else self._desk.settings.last_folder

    def _paths(self, folder: Path) -> list[Path]:
        """Return where to write; none where the clerk keeps files that are there already."""
        extensions = [group[0] for _, group in self._desk.services.export_kinds]
        usual = [folder / self._desk.file_name(extension) for extension in extensions]
        word = folder / self._desk.file_name(WORD_KIND[0][1][0])
        usual.append(word.with_name(f"{word.stem}{PUBLIC}{word.suffix}"))
        there = [path.name for path in usual if path.exists()]
        if not there:
            return usual
        answer = self._desk.messages.ask_replace(there)
        if answer == "cancel":
            return []
        return usual if answer == "overwrite" else other_names(usual)

    def _write(self, folder: Path, paths: list[Path]) -> None:
        report, _ = self._desk.document.snapshot()
        style = late.chosen_style(self._desk.settings)
        export = self._desk.services.export_report

        def write(path: Path, is_public: bool) -> Exported:
            try:
                note = export(report, path, style, is_public=is_public)
            except FileProblem as problem:
                return Exported(path, str(problem))
            except Exception as fault:  # noqa: BLE001 - raised again once the others are written
                fault.add_note(traceback.format_exc())
                return Exported(path, FAULT.format(name=path.name), fault=fault)
            return Exported(path, note=note)

        # The one for the website is the last.
        public = paths[-1]
        steps = [(path.name, partial(write, path, path is public)) for path in paths]
        self._desk.tasks.run_each(TITLE, steps, partial(self._written, folder))

    def _written(self, folder: Path, files: list[Exported]) -> None:
        desk = self._desk
        done = [file for file in files if not file.problem]
        problems = [file.problem for file in files if file.problem]
        if done:
            desk.settings.note_folder(done[0].path)
        desk.notified.emit(f"已导出 {len(done)} 个文件到「{folder.name or folder}」。")
        desk.messages.tell_exported(folder, [file.shown for file in done], problems, HINT)
        for file in files:
            if file.fault is not None:
                raise file.fault


def other_names(paths: list[Path]) -> list[Path]:
    """Return the paths with the least number in their names with which none is there yet."""
    number = 2
    while True:
        tried = [path.with_name(f"{path.stem}（{number}）{path.suffix}") for path in paths]
        if not any(path.exists() for path in tried):
            return tried
        number += 1
