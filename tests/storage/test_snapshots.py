from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path

import pytest

from model.report.report import Report
from storage.atomic import remove_leftovers
from storage.errors import FileProblem
from storage.form_store import load_form
from storage.guarded_save import REPLACING, save_guarded
from storage.report_file import report_to_text, save_report
from storage.seen import fingerprint
from storage.snapshots import (
    Snapshot,
    is_overtaken,
    note_saving,
    read_snapshot,
    saving_file,
    write_snapshot,
)
from storage.versions import Versions

NOW = datetime(2024, 1, 5, 9, 30).astimezone()


@pytest.fixture
def report() -> Report:
    report = Report(load_form("2021"), "红星镇人民政府", 2023, "2023年政府信息公开工作年度报告")
    report.sections["overview"] = "第一段"
    return report


def test_a_snapshot_comes_back_whole(tmp_path: Path, report: Report) -> None:
    records = (("没有放进报告的内容", ("第一行", "第二行")),)
    snapshot = Snapshot(report, tmp_path / "甲.nianbao", "abc", NOW, records)
    file = tmp_path / "a.json"
    write_snapshot(snapshot, file)
    found = read_snapshot(file)
    assert report_to_text(found.report) == report_to_text(report)
    assert (found.path, found.base, found.taken) == (snapshot.path, "abc", NOW)
    assert found.records == records
    write_snapshot(Snapshot(report, None, "", NOW), file)
    assert read_snapshot(file).path is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"snapshot": 2}', '{"snapshot": 1}', '{"snapshot": 1, "path": 3}']
)
def test_what_is_no_snapshot_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblem):
        read_snapshot(file)
    with pytest.raises(FileProblem):
        read_snapshot(tmp_path / "none.json")


def test_what_its_file_holds_already_is_known(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "甲.nianbao"
    assert not Snapshot(report, path, "", NOW).is_in_its_file
    save_report(report, path)
    assert Snapshot(report, path, "", NOW).is_in_its_file
    report.sections["overview"] = "改过"
    assert not Snapshot(report, path, "", NOW).is_in_its_file
    assert not Snapshot(report, None, "", NOW).is_in_its_file


def test_a_name_that_utf_8_cannot_write_does_no_harm(tmp_path: Path, report: Report) -> None:
    path = tmp_path / os.fsdecode(b"\xc4\xea\xb1\xa8.nianbao")
    write_snapshot(Snapshot(report, path, "", NOW, ((path.name, (path.name,)),)), tmp_path / "a")
    found = read_snapshot(tmp_path / "a")
    assert (found.path, found.records) == (path, (("?걨.nianbao", ("?걨.nianbao",)),))
    versions = Versions(tmp_path / "versions")
    for text in ("旧", "新"):
        report.sections["overview"] = text
        assert save_guarded(report, path, None, versions, REPLACING).is_kept
    assert [version.origin for version in versions.all()] == [path]


def test_a_snapshot_older_than_what_was_saved_last_is_known(tmp_path: Path, report: Report) -> None:
    """The program was killed after the file was replaced, and before the snapshot was removed."""
    path, file = tmp_path / "甲.nianbao", tmp_path / "a.json"
    save_report(report, path)
    note_saving(file, fingerprint(path), revision=8)
    for revision, is_older in ((7, True), (8, True), (9, False)):
        snapshot = Snapshot(report, path, "", NOW, revision=revision)
        assert is_overtaken(snapshot, file) is is_older
    path.write_text("没有写成", encoding="utf-8")
    assert not is_overtaken(Snapshot(report, path, "", NOW, revision=7), file)
    saving_file(file).write_text("{", encoding="utf-8")
    assert not is_overtaken(Snapshot(report, path, "", NOW, revision=7), file)


def test_only_old_temporary_files_are_removed(tmp_path: Path) -> None:
    names = [".0123456789ab.json", ".ba9876543210.json", "a.json", ".0123456789ab.docx"]
    for name in names:
        (tmp_path / name).touch()
        if name != names[1]:
            os.utime(tmp_path / name, (time.time() - 7200, time.time() - 7200))
    future = tmp_path / ".00000000000f.json"
    future.touch()
    os.utime(future, (time.time() + 7200, time.time() + 7200))
    remove_leftovers(tmp_path, ".json")
    remove_leftovers(tmp_path / "none", ".json")
    assert {path.name for path in tmp_path.iterdir()} == set(names[1:])
