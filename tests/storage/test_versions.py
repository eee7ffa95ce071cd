from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model.report.report import Report
from storage import versions as module
from storage.form_store import load_form
from storage.report_file import report_to_bytes
from storage.seen import digest_of
from storage.version_notes import keep_with_note
from storage.versions import MOST_VERSIONS, VersionNote, Versions

NOW = datetime(2024, 3, 31, 12).astimezone()


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "versions")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "甲.nianbao"


def at(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(module, "_now", lambda: now)


def test_the_last_versions_are_kept_byte_by_byte(
    versions: Versions, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, NOW)
    for number in range(MOST_VERSIONS + 3):
        assert versions.keep(path, b"\xff%d" % number)
        assert versions.keep(path, b"\xff%d" % number)
    found = versions.of(path)
    assert len(found) == MOST_VERSIONS
    assert [version.file.read_bytes() for version in (found[0], found[-1])] == [b"\xff12", b"\xff3"]
    assert found[0].origin == path
    assert found[0].kept == NOW
    assert versions.of(path.with_name("乙.nianbao")) == ()


@pytest.mark.parametrize("ahead", [timedelta(days=400), timedelta(days=-400)])
def test_a_clock_that_ran_wrong_costs_no_version(
    versions: Versions, path: Path, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    """Versions named after the time: a clock ahead made every later one the first to go."""
    at(monkeypatch, NOW + ahead)
    for number in range(MOST_VERSIONS):
        versions.keep(path, b"wrong %d" % number)
    at(monkeypatch, NOW)
    for number in range(3):
        assert versions.keep(path, b"right %d" % number)
        assert versions.of(path)[0].file.read_bytes() == b"right %d" % number
        assert versions.has(path, digest_of(b"right %d" % number))


def test_one_a_day_is_kept_for_a_month(
    versions: Versions, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in range(60, 0, -1):
        for hour in (1, 2):
            at(monkeypatch, NOW - timedelta(days=days) + timedelta(hours=hour))
            versions.keep(path, b"%d %d" % (days, hour))
    at(monkeypatch, NOW)
    for number in range(MOST_VERSIONS):
        versions.keep(path, b"today %d" % number)
    kept = [version.file.read_bytes() for version in versions.of(path)]
    assert kept[:2] == [b"today 9", b"today 8"]
    assert kept[MOST_VERSIONS:] == [b"%d 2" % days for days in range(1, 32)]


def test_what_was_thrown_away_stays_beside_what_was_saved(versions: Versions, path: Path) -> None:
    versions.keep(path, b"thrown", VersionNote(changed="不要的", is_thrown=True))
    for number in range(3 * MOST_VERSIONS):
        versions.keep(path, b"%d" % number)
    thrown = [version for version in versions.of(path) if version.note.is_thrown]
    assert [version.file.read_bytes() for version in thrown] == [b"thrown"]
    assert thrown[0].note.changed == "不要的"


def test_versions_of_an_older_program_are_the_oldest(versions: Versions, path: Path) -> None:
    versions.keep(path, b"new")
    old = versions.of(path)[0].file.with_name("20300101-093000-123456.nianbao")
    old.write_bytes(b"old")
    os.utime(old, (1_700_000_000, 1_700_000_000))
    assert [version.file.read_bytes() for version in versions.of(path)] == [b"new", b"old"]
    assert versions.of(path)[1].kept.timestamp() == 1_700_000_000
    assert versions.keep(path, b"newer")
    assert versions.of(path)[0].file.read_bytes() == b"newer"


def test_versions_of_all_files_stand_newest_first(versions: Versions, path: Path) -> None:
    assert versions.all() == ()
    versions.keep(path, b"1")
    versions.keep(path.with_name("乙.nianbao"), b"2")
    assert [version.origin.stem for version in versions.all()] == ["乙", "甲"]


def test_what_cannot_be_kept_is_said(tmp_path: Path, path: Path) -> None:
    (tmp_path / "versions").write_text("in the way")
    assert not Versions(tmp_path / "versions").keep(path, b"1")


def test_a_version_is_named_by_state_findings_and_what_changed(
    versions: Versions, path: Path
) -> None:
    report = Report(load_form("2021"), "红星镇人民政府", 2023, "2023年政府信息公开工作年度报告")
    assert keep_with_note(versions, path, report)
    note = versions.of(path)[0].note
    assert (note.state, note.changed) == ("草稿", "")
    assert note.findings
    report.tables["requests"]["granted.natural_person"] = 4
    assert keep_with_note(versions, path, report)
    changed = versions.of(path)[0].note.changed
    assert "自然人" in changed
    assert "4" in changed
    assert versions.of(path)[0].file.read_bytes() == report_to_bytes(report)
