from dataclasses import fields, is_dataclass, replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.document.document import Document
from model.form.form import Form
from model.report.edits import (
    Edit,
    FigureSourceChange,
    PrintedChange,
    TextChange,
    apply,
    confirm_reused,
    set_cells,
)
from model.report.report import Previous, Report, ReusedText


def test_totals_and_cells_are_announced(document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.cells_changed) as caught:
        document.push(set_cells("填写", "requests", [("granted.natural_person", 3)]))
    table, keys = caught.args or ("", frozenset())
    assert table == "requests"
    assert {"granted.natural_person", "granted.total", "outcome_total.total"} <= keys
    assert document.report.value("requests", "outcome_total.total") == 3


def test_undo_and_redo_carry_the_name_of_the_step(document: Document) -> None:
    document.push(set_cells("填写甲", "requests", [("granted.natural_person", 3)]))
    assert document.stack.undoText() == "填写甲"
    document.stack.undo()
    assert document.report.value("requests", "outcome_total.total") is None
    assert document.stack.redoText() == "填写甲"
    document.stack.redo()
    assert document.report.value("requests", "granted.total") == 3


def typing(text: str) -> Edit:
    return Edit("修改", (TextChange("problems", text),))


def test_typing_without_a_pause_is_one_step(document: Document) -> None:
    for text in ("存", "存在", "存在问题"):
        document.push(typing(text), merge="text problems")
    assert document.stack.count() == 1
    document.stack.undo()
    assert document.report.sections["problems"] == ""
    document.stack.redo()
    assert document.report.sections["problems"] == "存在问题"


def test_typing_after_other_work_or_undo_is_a_new_step(document: Document) -> None:
    document.push(typing("甲"), merge="text problems")
    document.push(set_cells("填写", "requests", [("granted.natural_person", 3)]))
    document.push(typing("甲乙"), merge="text problems")
    assert document.stack.count() == 3
    document.stack.undo()
    document.push(typing("甲丙"), merge="text problems")
    document.push(typing("甲丙丁"), merge="text problems")
    assert document.stack.count() == 3
    document.stack.undo()
    assert document.report.sections["problems"] == "甲"


def test_saving_ends_a_step_of_typing(document: Document, tmp_path: Path) -> None:
    document.push(typing("甲"), merge="text problems")
    _, index = document.snapshot()
    document.push(typing("甲乙"), merge="text problems")
    document.mark_saved(tmp_path / "a.nianbao", index)
    assert document.is_modified


def test_a_snapshot_does_not_follow_later_typing(document: Document) -> None:
    document.report.printed["review"] = {"reconsideration.total": 4}
    snapshot, _ = document.snapshot()
    document.push(set_cells("填写", "requests", [("granted.natural_person", 3)]))
    document.push(typing("甲"))
    document.report.printed["review"].clear()
    assert snapshot.value("requests", "granted.natural_person") is None
    assert snapshot.sections["problems"] == ""
    assert snapshot.printed == {"review": {"reconsideration.total": 4}}


def shared(one: object, other: object) -> list[object]:
    """Return what can change and is held by both, however deep; the form never changes."""
    if isinstance(one, Form | Previous) or not isinstance(one, type(other)):
        return []
    if isinstance(one, dict) and isinstance(other, dict):
        return [one] * (one is other) + [x for key in one for x in shared(one[key], other[key])]
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        here: list[object] = [one] if one is other and isinstance(one, list) else []
        return here + [x for pair in zip(one, other, strict=True) for x in shared(*pair)]
    if is_dataclass(one) and not isinstance(one, type):
        names = [field.name for field in fields(one)]
        return [x for name in names for x in shared(getattr(one, name), getattr(other, name))]
    return []


def test_a_snapshot_shares_nothing_that_changes(report: Report, qtbot: QtBot) -> None:
    note = FigureSourceChange("requests", "granted", "司法所")
    apply(report, Edit("注", (note, PrintedChange("requests", "granted.total", 4))))
    report = replace(
        report,
        extra={"links": [{"cells": ["a"]}]},
        source_labels={"requests": {"甲": "乙"}},
        previous=report.as_previous(),
    )
    document = Document(report)
    document.open(report, None)
    snapshot, _ = document.snapshot()
    assert snapshot == report
    assert snapshot is not report
    assert shared(snapshot, report) == []
    assert snapshot.form is report.form
    document.push(Edit("注", (replace(note, note="财政所"), replace(note, place="granted.total"))))
    assert snapshot.figure_sources == {"requests": {"granted": "司法所"}}


def test_modified_follows_saving_and_undo(document: Document, tmp_path: Path) -> None:
    assert document.is_modified
    document.mark_saved(tmp_path / "a.nianbao", document.snapshot()[1])
    assert not document.is_modified
    document.push(typing("甲"))
    assert document.is_modified
    document.stack.undo()
    assert not document.is_modified


def test_copied_marks_go_when_the_paragraph_is_edited_or_confirmed(
    report: Report, document: Document, qtbot: QtBot
) -> None:
    report.sections["problems"] = "旧话一。\n旧话二。"
    report.reused = (ReusedText("problems", "旧话一。"), ReusedText("problems", "旧话二。"))
    with qtbot.waitSignal(document.reused_changed):
        document.push(typing("新话一。\n旧话二。"))
    assert [piece.text for piece in document.section_reused("problems")] == ["旧话二。"]
    with qtbot.waitSignal(document.reused_changed):
        document.push(confirm_reused(report, document.section_reused("problems")))
    assert document.section_reused("problems") == []
    document.stack.undo()
    assert len(document.section_reused("problems")) == 1


def test_findings_are_up_to_date_when_asked_for(document: Document) -> None:
    document.push(set_cells("填写", "requests", [("granted.natural_person", "abc")]))
    assert any(("requests", "granted.natural_person") in item.cells for item in document.findings)
    assert document.cell_level("requests", "granted.natural_person") is not None
    assert document.cell_messages("requests", "granted.natural_person")
