"""What counts as saved is the content that was written, whatever was done since."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.document.document import Document
from gui_bench import Bench
from model.report.edits import CellChange, Edit, TextChange, set_cells
from sample_reports import sample_report


def write(document: Document, text: str) -> None:
    document.push(Edit("改", (TextChange("problems", text),)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "甲.nianbao"


def test_undoing_and_typing_anew_during_a_save_is_not_saved(document: Document, file: Path) -> None:
    write(document, "写进文件的")
    _, state = document.snapshot()
    document.undo()
    write(document, "另写的")
    document.mark_saved(file, state)
    assert document.is_modified


def test_typing_on_during_a_save_is_not_saved_nor_is_what_was_there_before(
    document: Document, file: Path
) -> None:
    document.mark_saved(file, document.snapshot()[1])
    write(document, "一")
    _, state = document.snapshot()
    write(document, "二")
    document.mark_saved(file, state)
    assert document.is_modified
    document.undo()
    assert not document.is_modified
    document.undo()
    assert document.is_modified


def test_undoing_and_redoing_during_a_save_is_saved(document: Document, file: Path) -> None:
    write(document, "一")
    _, state = document.snapshot()
    document.undo()
    document.redo()
    document.mark_saved(file, state)
    assert not document.is_modified


def test_letters_that_join_a_step_make_it_another_content(document: Document, file: Path) -> None:
    for text in ("存", "存在"):
        document.push(Edit("改", (TextChange("problems", text),)), merge="text")
    assert document.stack.count() == 1
    told: list[bool] = []
    document.modified_changed.connect(told.append)
    document.mark_saved(file, document.snapshot()[1])
    document.push(Edit("改", (TextChange("problems", "存在问"),)), merge="text")
    document.push(Edit("改", (TextChange("problems", "存在问题"),)), merge="text")
    assert told == [False, True]
    document.undo()
    assert told == [False, True, False]


# ---------------------------------------------------------------- errors within a step


def test_an_edit_that_fails_leaves_the_report_and_the_stack(document: Document) -> None:
    write(document, "一")
    with pytest.raises(KeyError):
        document.push(set_cells("填写", "requests", [("no.such", 1)]))
    assert document.stack.count() == 1
    with pytest.raises(KeyError):
        document.push(Edit("改", (TextChange("none", "字"),)), merge="text")
    write(document, "二")
    document.undo()
    assert document.report.sections["problems"] == "一"


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_a_step_that_cannot_be_taken_is_thrown_away(
    document: Document, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    write(document, "一")
    write(document, "二")
    if way == "redo":
        document.undo()

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("model.report.edits.apply", broken)
        with pytest.raises(ZeroDivisionError):
            getattr(document, way)()
    assert document.stack.count() == 1
    document.undo()
    write(document, "三")
    assert document.report.sections["problems"] == "三"


def test_where_only_the_telling_fails_the_step_stands(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(document, "announce", broken)
        with pytest.raises(ZeroDivisionError):
            write(document, "一")
    assert document.report.sections["problems"] == "一"
    document.undo()
    assert document.report.sections["problems"] == ""


# ---------------------------------------------------------------- what is still in a field


def test_a_cell_in_hand_is_in_the_draft_and_no_step(document: Document, file: Path) -> None:
    document.mark_saved(file, document.snapshot()[1])
    document.hold(CellChange("requests", "granted.natural_person", 7))
    assert document.has_unkept
    assert not document.is_modified
    assert document.draft().value("requests", "granted.total") == 7
    assert document.report.value("requests", "granted.total") is None
    document.let_go()
    assert not document.has_unkept


def test_a_report_that_is_only_read_refuses_and_says_why(document: Document, file: Path) -> None:
    document.open(document.report, file, read_only="张三正在编辑。")
    said: list[str] = []
    document.refused.connect(said.append)
    write(document, "改")
    assert document.report.sections["problems"] == ""
    assert said == ["张三正在编辑。"]


def test_a_file_that_is_only_looked_at_says_so_at_the_foot(bench: Bench) -> None:
    reason = "只读：别处正打开着这份报告。"
    bench.document.open(sample_report(), bench.folder / "报告.nianbao", read_only=reason)
    state = bench.window.state
    assert (state.saved.text(), state.saved.toolTip()) == ("只读，不能改", reason)
    bench.open(sample_report(), bench.folder / "报告.nianbao")
    assert (state.saved.text(), state.saved.toolTip()) == ("已保存", "")
