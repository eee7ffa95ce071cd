"""A file that is not as it was left is asked about, and nothing is written before."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from model.report.report import Report
from storage import atomic, guarded_save
from storage.errors import FileProblem
from storage.form_store import load_form
from storage.guarded_save import REPLACING, Doubt, Saved, SaveHooks, save_guarded
from storage.report_file import load_report, report_to_bytes
from storage.seen import Seen, digest_of, look_at
from storage.versions import Versions


@pytest.fixture
def report() -> Report:
    report = Report(load_form("2021"), "红星镇人民政府", 2023, "2023年政府信息公开工作年度报告")
    report.sections["overview"] = "第一次"
    return report


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "versions")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "盘"
    folder.mkdir()
    return folder / "甲.nianbao"


@pytest.fixture
def seen(report: Report, path: Path, versions: Versions) -> Seen:
    """Return what the file was like after it was saved first; the report is changed then."""
    saved = save_guarded(report, path, None, versions)
    assert saved.seen is not None
    report.sections["overview"] = "第二次"
    return saved.seen


def test_saving_over_what_was_seen_asks_nothing(
    report: Report, path: Path, versions: Versions, seen: Seen
) -> None:
    saved = save_guarded(report, path, seen, versions)
    assert saved.doubt is None
    assert saved.is_safe
    assert saved.seen == replace(seen, digest=digest_of(path.read_bytes()))
    assert load_report(path).sections["overview"] == "第二次"


def by_others(path: Path) -> None:
    path.write_text("别人的", encoding="utf-8")


def renamed(path: Path) -> None:
    path.rename(path.with_name("乙.nianbao"))


def protected(path: Path) -> None:
    path.chmod(0o444)


@pytest.mark.parametrize(
    ("happens", "doubt"),
    [(by_others, Doubt.FOREIGN), (renamed, Doubt.GONE), (protected, Doubt.PROTECTED)],
)
def test_what_happened_to_the_file_is_asked_about(
    report: Report,
    path: Path,
    versions: Versions,
    seen: Seen,
    happens: Callable[[Path], None],
    doubt: Doubt,
) -> None:
    happens(path)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert save_guarded(report, path, seen, versions) == Saved(doubt=doubt)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
    allowed = frozenset({doubt})
    assert save_guarded(report, path, seen, versions, allowed).seen is not None
    assert load_report(path).sections["overview"] == "第二次"
    if doubt is Doubt.PROTECTED:
        assert path.stat().st_mode & 0o777 == 0o644


def test_a_stick_that_was_pulled_is_not_taken_for_its_empty_folder(
    report: Report, path: Path, versions: Versions, seen: Seen
) -> None:
    on_stick = replace(seen, device=seen.device + 1)
    path.unlink()
    assert save_guarded(report, path, on_stick, versions).doubt is Doubt.MOVED
    assert list(path.parent.iterdir()) == []


def test_another_disk_with_the_same_content_is_asked_about(
    report: Report, path: Path, versions: Versions, seen: Seen
) -> None:
    on_stick = replace(seen, device=seen.device + 1)
    assert save_guarded(report, path, on_stick, versions).doubt is Doubt.MOVED


def test_a_file_that_cannot_be_read_now_is_not_taken_for_none(
    report: Report,
    path: Path,
    versions: Versions,
    seen: Seen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unreadable(_: Path) -> None:
        raise FileProblem("读不出来")

    by_others(path)
    with monkeypatch.context() as patch:
        patch.setattr(guarded_save, "look_at", unreadable)
        assert save_guarded(report, path, seen, versions).doubt is Doubt.UNREADABLE
        assert path.read_text(encoding="utf-8") == "别人的"


def test_a_file_that_was_never_seen_is_replaced_only_where_that_was_chosen(
    report: Report, path: Path, versions: Versions
) -> None:
    by_others(path)
    assert save_guarded(report, path, None, versions).doubt is Doubt.FOREIGN
    assert save_guarded(report, path, None, versions, REPLACING).is_kept
    assert versions.of(path)[0].file.read_text(encoding="utf-8") == "别人的"


def test_who_comes_in_between_is_not_written_over(
    report: Report,
    path: Path,
    versions: Versions,
    seen: Seen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Slow syncing gives others time; the file is compared again just before it is replaced."""
    sync = os.fsync

    def slow(handle: int) -> None:
        by_others(path)
        sync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    assert save_guarded(report, path, seen, versions).doubt is Doubt.FOREIGN
    assert path.read_text(encoding="utf-8") == "别人的"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_taken_over_by_another_computer_is_left(
    report: Report, path: Path, versions: Versions, seen: Seen
) -> None:
    answers = iter([True, False])
    hooks = SaveHooks(is_ours=lambda: next(answers))
    assert save_guarded(report, path, seen, versions, hooks=hooks).doubt is Doubt.TAKEN
    assert load_report(path).sections["overview"] == "第一次"


def test_what_is_about_to_stand_there_is_told_before(
    report: Report, path: Path, versions: Versions, seen: Seen
) -> None:
    told: list[tuple[str, str]] = []
    hooks = SaveHooks(about_to_replace=lambda digest: told.append((digest, _digest(path))))
    save_guarded(report, path, seen, versions, hooks=hooks)
    assert told == [(_digest(path), seen.digest)]


def _digest(path: Path) -> str:
    look = look_at(path)
    assert look is not None
    return look.seen.digest


def test_saving_goes_on_where_no_version_can_be_kept(
    report: Report, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "versions").write_text("in the way")
    by_others(path)
    saved = save_guarded(report, path, None, Versions(tmp_path / "versions"), REPLACING)
    assert not saved.is_kept
    assert path.read_bytes() == report_to_bytes(report)


def test_a_disk_that_cannot_confirm_saves_and_says_so(
    report: Report,
    path: Path,
    versions: Versions,
    seen: Seen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Some network file systems answer EINVAL to fsync, which refused every saving."""

    def unknown(_: int) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", unknown)
    saved = save_guarded(report, path, seen, versions)
    assert saved.doubt is None
    assert not saved.is_safe
    assert load_report(path).sections["overview"] == "第二次"


def test_a_scanner_that_holds_the_file_is_waited_for(
    report: Report,
    path: Path,
    versions: Versions,
    seen: Seen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put, tries = Path.replace, []

    def held(self: Path, target: Path) -> Path:
        tries.append(target)
        if target == path and tries.count(path) < 3:
            error = PermissionError(13, "held")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        return put(self, target)

    monkeypatch.setattr(atomic, "_PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(Path, "replace", held)
    assert save_guarded(report, path, seen, versions).doubt is None
    assert tries.count(path) == 3
