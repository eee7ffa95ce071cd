"""The start of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from exporters.paged.families import register_stand_ins
from file_kinds import SOURCE_KINDS, TARGET_KINDS
from gui import below, late
from gui.crash_guard import CrashGuard
from gui.dialogs.file_chooser import FileChooser
from gui.keeping.endings import Endings
from gui.late import when_called
from gui.look.sizes import chinese_font_name
from gui.look.theme import look
from gui.main_window import MainWindow
from gui.messages import Messages
from gui.native_crashes import NativeCrashes
from gui.printing.font_files import FONT_FOLDER, register_kept
from gui.services import Services
from gui.settings import Settings, data_folder, kept_elsewhere
from gui.work.garbage import GarbageCollector
from storage.program import RESOURCES

DESK_NAME = "nianbao"
"""The task bar matches a window with its entry in the start menu by this name."""


def run_window(files: Sequence[str]) -> int:
    """Show the window, with the first of the files opened, and return the exit status."""
    application = QApplication([DESK_NAME])
    translator = dress(application)
    register_kept(data_folder() / FONT_FOLDER)
    garbage = GarbageCollector(application)
    settings, messages = Settings(), Messages()
    window = MainWindow(make_services(), settings, messages, FileChooser())
    CrashGuard(window, messages, settings.log_path).install()
    native = NativeCrashes(settings.log_path)
    native.begin()
    endings = Endings(application, window.autosave.keep_now, window.end_from_outside)
    window.show()
    if not chinese_font_name():
        messages.problem(
            "没有中文字体",
            "这台电脑上没有找到中文字体，汉字可能显示成方框，或暂用程序自带的仿宋。"
            "请先安装一种中文字体，再打开本程序。",
        )
    if kept_elsewhere():
        messages.problem("便携方式", kept_elsewhere())
    if native.left:
        messages.problem("上次程序意外中断", native.left)
    window.begin(Path(files[0]).absolute() if files else None)
    status = application.exec()
    window.files.tasks.wait()
    endings.end()
    native.end()
    garbage.end()
    application.removeTranslator(translator)
    return status


def dress(application: QApplication) -> QTranslator:
    """Give the application its name, its language and its looks; the caller keeps what is returned.

    The tests call it too: sizes and pictures are only worth testing in the program's own font.
    """
    application.setApplicationName(DESK_NAME)
    application.setDesktopFileName(DESK_NAME)
    application.setWindowIcon(_icon())
    translator = _speak_chinese(application)
    register_stand_ins()
    look.begin(application)
    return translator


def make_services() -> Services:
    """Return the reading and writing that the window works with."""
    return Services(
        open_report=when_called(lambda: late.open_report),
        open_clipboard=when_called(lambda: late.open_clipboard),
        save_report=when_called(lambda: below.save_guarded),
        export_report=when_called(lambda: late.export_report),
        export_with_extras=when_called(lambda: late.export_with_extras),
        clipboard_formats=when_called(lambda: late.clipboard_formats),
        export_kinds=TARGET_KINDS,
        start_draft=lambda last, year: below.start_draft(last, year, below.form_of_year),
        form_of_year=when_called(lambda: below.form_of_year),
        find_strays=when_called(lambda: late.find_strays),
        open_kinds=SOURCE_KINDS,
        data_folder=data_folder(),
    )


def _icon() -> QIcon:
    icon = QIcon()
    for path in sorted((RESOURCES / "icons").glob("nianbao-*.png")):
        icon.addFile(str(path))
    return icon


def _speak_chinese(application: QApplication) -> QTranslator:
    """Return the translator that puts Qt's own dialogs into Chinese, where Qt has it."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)
    return translator
