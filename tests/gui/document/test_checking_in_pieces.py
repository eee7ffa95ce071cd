"""The delayed check lets what is typed come first, and still tells of the report as it stands."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.document import document as document_module
from gui.document.document import Document
from model.checks import run_checks
from model.checks.registry import Check
from model.report.edits import Edit, TextChange


def typing(text: str) -> Edit:
    return Edit("修改", (TextChange("problems", text),))


def test_what_is_typed_between_two_pieces_is_checked_too(
    document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.check_now()
    monkeypatch.setattr(document_module, "CHECK_PIECE", 0)
    ran: list[str] = []
    told: list[int] = []
    document.findings_changed.connect(lambda: told.append(len(ran)))

    def hear(check: Check, unit: str) -> None:
        ran.append(unit)
        if len(ran) == 5:
            document.push(typing("存在的问题，，还有。。"))

    document._checker.listen = hear
    document.push(typing("存在问题。"))
    with qtbot.waitSignal(document.findings_changed):
        pass
    assert told == [len(ran)]
    assert document.findings == run_checks(document.report)
    assert {finding.section for finding in document.findings} >= {"problems"}


def test_findings_that_are_asked_for_between_two_pieces_are_those_of_now(
    document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.check_now()
    monkeypatch.setattr(document_module, "CHECK_PIECE", 0)
    ran: list[str] = []
    document._checker.listen = lambda _, unit: ran.append(unit)
    document.push(typing("存在的问题，，还有。。"))
    qtbot.waitUntil(lambda: len(ran) >= 2)
    assert document.findings == run_checks(document.report)
