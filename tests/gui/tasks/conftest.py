"""The clerk and a report of zeros, for the tasks of a clerk's year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from clerk import Clerk
from gui_bench import Bench
from model.report.edits import apply, zero_fill
from model.report.report import Report


@pytest.fixture
def clerk(bench: Bench) -> Iterator[Clerk]:
    yield Clerk(bench)
    QApplication.clipboard().clear()


@pytest.fixture
def zeros(report: Report) -> Report:
    for table in report.form.tables:
        apply(report, zero_fill(report, table.key))
    return report
