"""The window in tests: no screen, no message boxes, files answered by the test."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from exporters.writing import (
    clipboard_formats,
    export_report,
    export_with_extras,
)
from file_kinds import SOURCE_KINDS, TARGET_KINDS
from gui.document.document import Document
from gui.main_window import MainWindow
from gui.services import Services
from gui.settings import Settings
from gui_bench import Bench, GivenFiles, SilentMessages
from model.form.form import Form
from model.report.report import Report
from model.report.rollover import start_draft
from paper_strays import find_strays
from report_sources import open_clipboard, open_report
from storage.form_store import form_of_year, load_form
from storage.guarded_save import save_guarded

HERE = Path(__file__).parent
FIRST_WALK = HERE / "test_window.py"
"""The tests of the whole window that are run at the desk too."""


# Before pytest leaves out what was not asked for.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what opens the whole window, and ignore what the screenless platform says of itself."""
    for item in items:
        if not item.path.is_relative_to(HERE):
            continue
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
        if "bench" in getattr(item, "fixturenames", ()) and item.path != FIRST_WALK:
            item.add_marker(pytest.mark.window)


@pytest.fixture(autouse=True)
def _garbage_in_this_thread() -> Iterator[None]:
    """Collect as the program does: never in a worker, where a window must not be thrown away.

    The windows of the tests before go now: without a loop of events nothing else lets them go, and
    each change of the look would reach them all.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def form() -> Form:
    return load_form("2021")


@pytest.fixture
def report(form: Form) -> Report:
    return Report(form, "红星镇人民政府", 2023, "2023年政府信息公开工作年度报告")


@pytest.fixture
def document(report: Report, qtbot: QtBot) -> Document:
    document = Document(report)
    document.open(report, None)
    return document


@pytest.fixture
def services(form: Form, tmp_path: Path) -> Services:
    return Services(
        open_report=open_report,
        open_clipboard=open_clipboard,
        save_report=save_guarded,
        export_report=export_report,
        export_with_extras=export_with_extras,
        clipboard_formats=clipboard_formats,
        export_kinds=TARGET_KINDS,
        start_draft=partial(start_draft, form_of_year=form_of_year),
        form_of_year=form_of_year,
        find_strays=find_strays,
        open_kinds=SOURCE_KINDS,
        data_folder=tmp_path / "data",
        today=lambda: date(2024, 1, 20),
    )


@pytest.fixture
def bench(services: Services, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    messages, files = SilentMessages(), GivenFiles()
    settings = Settings(tmp_path / "settings" / "settings.ini")
    window = MainWindow(services, settings, messages, files)
    qtbot.addWidget(window, before_close_func=_forget_changes)
    window.resize(1366, 698)
    window.show()
    yield Bench(window, messages, files, qtbot, tmp_path)
    window.files.tasks.wait()
    window.autosave.end()


def _forget_changes(window: MainWindow) -> None:
    window.document.is_open = False
