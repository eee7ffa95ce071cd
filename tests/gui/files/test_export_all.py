from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from exporters.web import txt_writer
from gui.files.export_all import other_names
from gui_bench import Bench
from model.report.report import Report
from report_sources import open_clipboard, open_report
from sample_reports import sample_report

NAME = "青山县红星镇人民政府2023年政府信息公开工作年度报告"
ENDS = {".docx", ".xlsx", ".pdf", ".html", ".txt"}
NAMES = {*(NAME + end for end in ENDS), f"{NAME}（公开）.docx"}


@pytest.fixture
def ready(bench: Bench) -> Bench:
    """Return a window with a report, whose fonts are not told of and whose folder is chosen."""
    bench.open(sample_report())
    bench.files.to_fill = bench.folder / "导出"
    bench.files.to_fill.mkdir()
    return bench


def folder_of(bench: Bench) -> Path:
    assert bench.files.to_fill is not None
    return bench.files.to_fill


def export_all(bench: Bench) -> dict[str, Path]:
    bench.window.actions_.export_all.trigger()
    bench.wait_for_work()
    return {path.name: path for path in folder_of(bench).iterdir()}


def test_every_format_is_written_under_the_usual_name(ready: Bench) -> None:
    steps: list[str] = []
    ready.window.files.tasks._signals.advanced.connect(lambda *news: steps.append(news[2]))
    files = export_all(ready)
    assert sorted(steps) == sorted(files)
    assert set(files) == NAMES
    assert sorted(ready.messages.written) == sorted(files.values())
    for path in files.values():
        assert open_report(path).report.tables == sample_report().tables
    assert ready.window.statusBar().currentMessage() == "已导出 6 个文件到「导出」。"


def test_nothing_is_written_without_a_folder(ready: Bench) -> None:
    folder = folder_of(ready)
    ready.files.to_fill = None
    ready.window.actions_.export_all.trigger()
    assert list(folder.iterdir()) == []
    assert ready.messages.written == []


def test_files_that_are_there_are_asked_about_once(ready: Bench) -> None:
    old = folder_of(ready) / f"{NAME}.txt"
    old.write_text("旧", encoding="utf-8")
    assert set(export_all(ready)) == {old.name}
    assert old.read_text(encoding="utf-8") == "旧"
    assert ready.messages.asked == [old.name]
    ready.messages.replace = "rename"
    files = export_all(ready)
    assert set(files) == {
        *(old.name, f"{NAME}（公开）（2）.docx"),
        *(f"{NAME}（2）{end}" for end in ENDS),
    }
    assert old.read_text(encoding="utf-8") == "旧"
    ready.messages.replace = "overwrite"
    files = export_all(ready)
    assert len(files) == 2 * len(NAMES)
    assert old.read_text(encoding="utf-8") != "旧"


def test_the_number_in_the_names_is_free_for_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "a（2）.txt").touch()
    (tmp_path / "a（3）.docx").touch()
    names = [path.name for path in other_names([tmp_path / "a.docx", tmp_path / "a.txt"])]
    assert names == ["a（4）.docx", "a（4）.txt"]


def test_the_file_for_the_website_holds_nothing_unseen_and_the_folder_is_remembered(
    ready: Bench,
) -> None:
    files = export_all(ready)
    hidden = {}
    for name in (f"{NAME}.docx", f"{NAME}（公开）.docx"):
        with zipfile.ZipFile(files[name]) as archive:
            hidden[name] = [part for part in archive.namelist() if "customXml" in part]
    assert hidden[f"{NAME}.docx"]
    assert hidden[f"{NAME}（公开）.docx"] == []
    assert "放到网站上，用名字里有「（公开）」的" in ready.messages.told[-1]
    assert ready.window.files.desk.settings.choice("export_folder") == str(folder_of(ready))


def test_one_file_that_cannot_be_written_does_not_stop_the_others(ready: Bench) -> None:
    ready.messages.replace = "overwrite"
    (folder_of(ready) / f"{NAME}.xlsx").mkdir()
    files = export_all(ready)
    assert set(files) == NAMES
    assert files[f"{NAME}.xlsx"].is_dir()
    assert len(ready.messages.written) == len(NAMES) - 1
    assert "已经有一个同名的文件夹" in ready.messages.told[-1]
    assert "已导出 5 个文件" in ready.window.statusBar().currentMessage()


def test_a_fault_in_one_writer_does_not_stop_the_others(
    ready: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(txt_writer, "write_txt", dict[Path, Path]().__getitem__)
    with ready.bot.captureExceptions() as faults:
        files = export_all(ready)
    assert set(files) == NAMES - {f"{NAME}.txt"}
    assert f"「{NAME}.txt」：程序出错了" in ready.messages.told[-1]
    assert [kind for kind, *_ in faults] == [TypeError]


@pytest.mark.parametrize("margin", ["10", "12.7", "50"])
def test_every_format_is_written_with_any_margin(ready: Bench, margin: str) -> None:
    for side in ("top", "bottom", "left", "right"):
        ready.window.files.desk.settings.note_choice(f"margin_{side}", margin)
    files = export_all(ready)
    assert set(files) == NAMES


def test_characters_that_no_file_name_may_have(ready: Bench) -> None:
    report = sample_report()
    report.organization = 'a/b:c*"d"<e>|'
    ready.open(report)
    assert all(name.startswith("a b c  d  e  2023年") for name in export_all(ready))


def test_a_workbook_with_last_year_and_findings_only_where_asked_for(ready: Bench) -> None:
    target = folder_of(ready) / "a.xlsx"
    ready.files.to_save = target
    sheets = []
    for action in (ready.window.actions_.export_excel, ready.window.actions_.other_exports[0]):
        action.trigger()
        ready.wait_for_work()
        sheets.append(load_workbook(target).sheetnames)
    assert sheets[1] == [*sheets[0], "上年数", "校验"]


@pytest.mark.parametrize(("index", "end"), [(1, ".html"), (2, ".txt")])
def test_a_page_or_a_text_alone(ready: Bench, index: int, end: str) -> None:
    ready.files.to_save = folder_of(ready) / f"a{end}"
    ready.window.actions_.other_exports[index].trigger()
    ready.wait_for_work()
    assert ready.files.proposals[-1].name == NAME + end
    assert open_report(ready.files.to_save).report.tables == sample_report().tables


def test_the_copied_page_holds_the_whole_report(ready: Bench) -> None:
    ready.window.actions_.copy_page.trigger()
    content = QApplication.clipboard().mimeData()
    assert content.html().startswith('<meta charset="utf-8">\n<h1 ')
    assert "<head" not in content.html()
    for html, text in ((content.html(), ""), ("", content.text())):
        found = open_clipboard(html, text).report
        assert found.tables == sample_report().tables
        assert found.sections == sample_report().sections


def test_copying_a_report_with_errors_is_asked_about(ready: Bench) -> None:
    report = sample_report()
    report.tables["requests"]["new_received.natural_person"] = -1
    ready.open(Report(report.form, report.organization, 2023, tables=report.tables))
    QApplication.clipboard().setText("旧")
    ready.messages.will_export = False
    ready.window.actions_.copy_page.trigger()
    assert QApplication.clipboard().text() == "旧"
    assert ready.messages.asked


def test_a_word_file_alone_says_what_it_is_for(ready: Bench) -> None:
    ready.files.to_save = ready.folder / "a.docx"
    ready.window.actions_.export_word.trigger()
    ready.wait_for_work()
    ready.files.to_save = ready.folder / "b.docx"
    ready.window.actions_.export_public.trigger()
    ready.wait_for_work()
    assert ["原始数据" in hint for hint in ready.messages.hints] == [True, False]
    assert "没有隐藏的数据" in ready.messages.hints[1]
