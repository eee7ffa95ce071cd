from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import command_line
from gui import settings
from sample_reports import sample_report
from storage import form_store, program
from storage import program_version as versioning
from storage.errors import FileProblem
from storage.program import own_interpreter, portable_folder, program_licences
from storage.program_version import program_version
from storage.report_file import load_report, report_to_text, save_report


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Have the program as it is shipped: app/resources below the folder with the starter."""
    resources = tmp_path / "program" / "app" / "resources"
    resources.mkdir(parents=True)
    (resources / "version.txt").write_text("1.2.3\n", encoding="utf-8")
    (resources / "build.toml").write_text('date = "2026-01-31"\ncommit = "abc1234"\n', "utf-8")
    monkeypatch.setattr(program, "RESOURCES", resources)
    monkeypatch.setattr(program, "BUILD", resources / "build.toml")
    monkeypatch.setattr(versioning, "BUILD", resources / "build.toml")
    program_version.cache_clear()
    settings._own_portable.cache_clear()
    yield tmp_path / "program"
    program_version.cache_clear()
    settings._own_portable.cache_clear()


def test_version_names_build_and_editions(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.run(["--version"]) == 0
    shown = capsys.readouterr().out
    assert program_version().number in shown
    assert "2019、2021 年版" in shown


def test_what_is_shipped_says_when_it_was_built(shipped: Path) -> None:
    assert program_version().text == "1.2.3（2026-01-31 构建，abc1234）"


def test_further_processes_are_started_with_an_interpreter(shipped: Path) -> None:
    starter = str(shipped / "nianbao.exe")
    assert own_interpreter(starter) == starter
    (shipped / "runtime").mkdir()
    (shipped / "runtime" / "python.exe").touch()
    assert own_interpreter(starter) == str(shipped / "runtime" / "python.exe")


def test_data_stay_with_a_portable_program_only(shipped: Path) -> None:
    assert portable_folder() is None
    usual = settings.data_folder(), settings.settings_path()
    settings._own_portable.cache_clear()
    (shipped / "portable").touch()
    assert portable_folder() == shipped / "data"
    assert settings.data_folder() == shipped / "data" != usual[0]
    assert settings.settings_path() == shipped / "data" / "settings.ini" != usual[1]
    assert settings.kept_elsewhere() == ""


def test_a_stick_that_cannot_be_written_to_is_told(shipped: Path) -> None:
    (shipped / "portable").touch()
    # A file in the folder's place refuses even those who may write everywhere.
    (shipped / "data").touch()
    assert settings.data_folder() != shipped / "data"
    assert str(settings.data_folder()) in settings.kept_elsewhere()


def test_licences_of_what_is_shipped_are_shown(shipped: Path) -> None:
    with pytest.raises(FileProblem, match="程序文件不全"):
        program_licences()
    (shipped / "许可.txt").write_text("LGPL", encoding="utf-8")
    assert program_licences() == "LGPL"


def test_a_missing_file_of_the_program_is_told_as_such(
    shipped: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(form_store, "FORMS", shipped / "app" / "resources" / "forms")
    save_path = tmp_path / "年报.nianbao"
    save_path.write_text('{"format": "nianbao", "version": 1, "edition": "2021"}', "utf-8")
    with pytest.raises(FileProblem, match="程序文件不全.*重新安装.*您的文件没有问题"):
        load_report(save_path)
    assert command_line.run(["--help"]) == 2
    assert "程序文件不全" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"version": 2}, "升级到9.1.0 或更新的版本"),
        ({"edition": "2031"}, "升级到9.1.0 或更新的版本"),
    ],
)
def test_a_file_of_a_newer_version_says_which_is_needed(
    tmp_path: Path, changed: dict[str, object], told: str
) -> None:
    data = json.loads(report_to_text(sample_report())) | {"saved_with": "9.1.0"} | changed
    path = tmp_path / "年报.nianbao"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(FileProblem, match=told) as told_all:
        load_report(path)
    assert f"现在是 {program_version().number}" in str(told_all.value)


@pytest.mark.parametrize("saved_with", ["0.0.1", "", "x", 7, None, "1" * 5000])
def test_an_unknown_edition_of_no_newer_version_is_told_by_its_name(
    tmp_path: Path, saved_with: object
) -> None:
    path = tmp_path / "年报.nianbao"
    data = {"format": "nianbao", "version": 1, "edition": "1999", "saved_with": saved_with}
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(FileProblem, match="「1999」版格式，本程序还没有这一版"):
        load_report(path)


def test_a_file_says_which_version_saved_it_last(tmp_path: Path) -> None:
    path = tmp_path / "年报.nianbao"
    data = json.loads(report_to_text(sample_report())) | {"saved_with": "0.0.1"}
    path.write_text(json.dumps(data), encoding="utf-8")
    save_report(load_report(path), path)
    assert json.loads(path.read_text("utf-8"))["saved_with"] == program_version().number
