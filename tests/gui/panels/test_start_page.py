from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.services import Services
from gui.settings import Settings
from gui.start.recent_reports import RecentReport
from gui_bench import GivenFiles, SilentMessages
from model.report.deadline import DaysLeft
from model.report.office import Office
from sample_reports import sample_report
from storage.report_file import save_report

TODAY = date(2024, 1, 27)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Four recent files: due soon, due later, long past, and damaged."""
    report = sample_report()
    reports = {
        "本年": report,
        "三月": replace(report, office=Office(deadline=date(2024, 3, 5))),
        "旧的": replace(report, year=2020),
    }
    found = {name: tmp_path / f"{name}.nianbao" for name in (*reports, "坏的")}
    for name, item in reports.items():
        save_report(item, found[name])
    found["坏的"].write_text("{", encoding="utf-8")
    return found


@pytest.fixture
def window(
    services: Services, qtbot: QtBot, tmp_path: Path, files: dict[str, Path]
) -> Iterator[MainWindow]:
    settings = Settings(tmp_path / "settings.ini")
    for path in files.values():
        settings.note_file(path)
    services = replace(services, today=lambda: TODAY)
    window = MainWindow(services, settings, SilentMessages(), GivenFiles())
    qtbot.addWidget(window)
    with qtbot.waitSignals([window.recent.read] * 3, timeout=20_000):
        window.show()
    yield window
    window.close()


def state(window: MainWindow, path: Path) -> str:
    row = next(row for row in window.start.recent_buttons if row.path == path)
    return row.report.left.words if row.report is not None else ""


def test_recent_files_tell_whose_they_are_and_when_they_are_due(
    window: MainWindow, files: dict[str, Path]
) -> None:
    assert state(window, files["本年"]) == "距报送期限（1月31日）还有 4 天"
    assert state(window, files["三月"]) == "距报送期限（3月5日）还有 38 天"
    assert state(window, files["旧的"]) == ""
    first = next(row for row in window.start.recent_buttons if row.path == files["本年"])
    assert first.text() == "青山县红星镇人民政府"
    assert first.report is not None
    assert (first.report.year, first.report.state) == ("2023年", "编写中，还空1格")
    assert "还空1格" in first.accessibleName()


def test_a_file_that_cannot_be_read_stays_in_the_list_without_a_word(
    window: MainWindow, files: dict[str, Path]
) -> None:
    window.recent.wait()
    assert state(window, files["坏的"]) == ""
    assert "坏的" in {button.text() for button in window.start.recent_buttons}


def test_what_is_read_of_a_file_that_left_the_list_is_dropped(
    window: MainWindow, files: dict[str, Path]
) -> None:
    window.start.show_recent([files["三月"]])
    window.start.show_state(RecentReport(files["本年"], "某镇", "2023年", DaysLeft("距报送期限")))
    assert state(window, files["三月"]) == ""
    assert len(window.start.recent_buttons) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_what_has_the_keys(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    start = window.start
    for signal in (start.new_from_last_chosen, start.open_chosen, start.file_chosen):
        signal.disconnect()
    for button, wanted in (
        (start.main, start.new_from_last_chosen),
        (start.ways[0], start.open_chosen),
        (start.recent_buttons[0], start.file_chosen),
    ):
        with qtbot.waitSignal(wanted, timeout=500):
            QTest.keyClick(button, key)
