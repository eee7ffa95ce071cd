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
from storage.guarded_save import save_guarded
from storage.report_file import load_report, report_to_text, save_report
from storage.snapshots import Snapshot, fingerprint, read_snapshot, write_snapshot
from storage.versions import MOST_VERSIONS, Versions

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


def test_the_last_versions_are_kept_byte_by_byte(tmp_path: Path) -> None:
    versions, path = Versions(tmp_path / "versions"), tmp_path / "甲.nianbao"
    for number in range(MOST_VERSIONS + 3):
        path.write_bytes(b"\xff%d" % number)
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
        assert versions.keep(path)
        assert versions.keep(path)
    found = versions.of(path)
    assert len(found) == MOST_VERSIONS
    assert found[0].file.read_bytes() == b"\xff%d" % (MOST_VERSIONS + 2)
    assert found[-1].file.read_bytes() == b"\xff3"
    assert found[0].origin == path
    assert found[0].saved.timestamp() == 1_700_000_000 + MOST_VERSIONS + 2
    assert versions.of(tmp_path / "乙.nianbao") == ()


def test_a_name_that_utf_8_cannot_write_does_no_harm(tmp_path: Path, report: Report) -> None:
    path = tmp_path / os.fsdecode(b"\xc4\xea\xb1\xa8.nianbao")
    write_snapshot(Snapshot(report, path, "", NOW, ((path.name, (path.name,)),)), tmp_path / "a")
    found = read_snapshot(tmp_path / "a")
    assert (found.path, found.records) == (path, ((path.name, (path.name,)),))
    versions = Versions(tmp_path / "versions")
    for text in ("旧", "新"):
        report.sections["overview"] = text
        saved = save_guarded(report, path, None, versions, save_report)
        assert saved.is_kept
    assert [version.origin for version in versions.all()] == [path]


def test_versions_of_all_files_stand_newest_first(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "versions")
    assert versions.all() == ()
    for name in ("甲", "乙"):
        path = tmp_path / f"{name}.nianbao"
        path.write_text(name, encoding="utf-8")
        versions.keep(path)
    assert [version.origin.stem for version in versions.all()] == ["乙", "甲"]
    assert versions.keep(tmp_path / "丙.nianbao")
    assert len(versions.all()) == 2


def test_saving_keeps_what_it_replaces(tmp_path: Path, report: Report) -> None:
    versions, path = Versions(tmp_path / "versions"), tmp_path / "甲.nianbao"
    first = save_guarded(report, path, None, versions, save_report)
    assert first.base == fingerprint(path)
    report.sections["overview"] = "第二次"
    second = save_guarded(report, path, first.base, versions, save_report)
    assert second.is_kept
    assert not second.is_foreign
    assert load_report(path).sections["overview"] == "第二次"
    assert load_report(versions.of(path)[0].file).sections["overview"] == "第一段"


def test_a_file_changed_by_others_is_left_alone(tmp_path: Path, report: Report) -> None:
    versions, path = Versions(tmp_path / "versions"), tmp_path / "甲.nianbao"
    base = save_guarded(report, path, None, versions, save_report).base
    path.write_text("别人的", encoding="utf-8")
    assert save_guarded(report, path, base, versions, save_report).is_foreign
    assert path.read_text(encoding="utf-8") == "别人的"
    assert not save_guarded(report, path, None, versions, save_report).is_foreign
    assert versions.of(path)[0].file.read_text(encoding="utf-8") == "别人的"


def test_a_file_that_is_gone_is_written_again(tmp_path: Path, report: Report) -> None:
    versions, path = Versions(tmp_path / "versions"), tmp_path / "甲.nianbao"
    base = save_guarded(report, path, None, versions, save_report).base
    path.unlink()
    assert not save_guarded(report, path, base, versions, save_report).is_foreign
    assert path.exists()


def test_saving_goes_on_where_no_version_can_be_kept(tmp_path: Path, report: Report) -> None:
    (tmp_path / "versions").write_text("in the way")
    versions, path = Versions(tmp_path / "versions"), tmp_path / "甲.nianbao"
    path.write_text("旧", encoding="utf-8")
    assert not save_guarded(report, path, None, versions, save_report).is_kept
    assert load_report(path).organization == "红星镇人民政府"


def test_only_old_temporary_files_are_removed(tmp_path: Path) -> None:
    names = [".0123456789ab.json", ".ba9876543210.json", "a.json", ".0123456789ab.docx"]
    for name in names:
        (tmp_path / name).touch()
        if name != names[1]:
            os.utime(tmp_path / name, (time.time() - 7200, time.time() - 7200))
    remove_leftovers(tmp_path, ".json")
    remove_leftovers(tmp_path / "none", ".json")
    assert {path.name for path in tmp_path.iterdir()} == set(names[1:])
