"""What every test stands on: no screen, the program's own looks, and what the machine has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest

from office import OFFICE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

REAL_REPORTS = Path(__file__).resolve().parents[2] / "shared" / "reports"
"""What offices published is not ours to give away; it lies beside the checkout, or it does not."""
collect_ignore = [] if REAL_REPORTS.is_dir() else ["importers/test_real_reports.py"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the integration machine ask for every test."""
    parser.addoption("--complete", action="store_true", help="a test that is skipped is a failure")
    parser.addoption("--many", type=int, default=1, help="so many times the generated papers")


@pytest.fixture(scope="session")
def many(request: pytest.FixtureRequest) -> int:
    """Return by how much the generated papers of the suite are to be multiplied."""
    return int(request.config.getoption("--many"))


def pytest_report_header() -> list[str]:
    """Say what of the machine decides which tests can run."""
    return [
        f"another office program: {OFFICE or 'none, tests that ask it are skipped'}",
        f"real reports beside the checkout: {'yes' if REAL_REPORTS.is_dir() else 'no'}",
    ]


# Before pytest-xdist reads the groups.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, and skip what asks an office program that is not there."""
    items.sort(key=lambda item: item.get_closest_marker("office") is None)
    missing = pytest.mark.skip(reason="LibreOffice (soffice) is not installed")
    for item in items:
        if item.get_closest_marker("office") and OFFICE is None:
            item.add_marker(missing)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where tests were skipped that had to run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("complete") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def no_office_for_old_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test depend on whether LibreOffice could read what our converter cannot."""
    monkeypatch.setattr("importers.readers.word.doc_office.office_command", list)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application in the language, font and style that the program has itself."""
    from gui.application import dress
    from gui.look.sizes import chinese_font_name

    if not chinese_font_name():
        pytest.exit("需要一种中文字体：fonts-wqy-microhei 或 fonts-noto-cjk", returncode=2)
    translator = dress(qapp)
    yield qapp
    # The screenless platform lets copied content go after the interpreter is gone, and crashes.
    qapp.clipboard().clear()
    qapp.removeTranslator(translator)
