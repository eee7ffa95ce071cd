from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import command_line
import text_layouts
from commands import is_command
from places import ROOT
from sample_reports import sample_report
from storage.report_file import load_report, save_report
from tests.model.checks.check_cases import CLEAN_TEXTS

KEYS = [
    key for table in sample_report().form.tables for key in (table.key, *table.keys) if "_" in key
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "上年.txt"
    text = text_layouts.report_text(sample_report(), text_layouts.tabbed_cells)
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return command_line.run([str(argument) for argument in arguments])


@pytest.mark.parametrize("extension", [".nianbao", ".docx", ".xlsx"])
def test_convert(source: Path, extension: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = source.with_suffix(extension)
    assert run("convert", source, target) == 0
    assert target.stat().st_size > 1000
    told = capsys.readouterr()
    assert "认出25行" in told.out
    (doubt,) = told.err.splitlines()
    assert doubt == "存疑：第三部分表格：「（五）不予处理2.重复申请」的「自然人」：来源里不是数字"


def test_doubts_are_told_on_standard_error_by_row_and_column(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("（一）予以公开", "（一）予以公開吧"), encoding="utf-8")
    assert run("convert", source, source.with_suffix(".nianbao")) == 0
    told = capsys.readouterr()
    assert "存疑：第三部分表格：「（一）予以公开」的「自然人」：" in told.err
    assert "注意：第三部分表格：" in told.err
    assert "公開" not in told.out
    assert run("check", source) in (0, 1)
    assert f"「{source.name}」存疑：第三部分表格：" in capsys.readouterr().err


def test_a_file_of_two_reports_is_refused_with_both_named(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = source.read_text(encoding="utf-8")
    other = text.replace("2023年", "2022年").replace("12", "13")
    source.write_text(f"{text}\n{other}", encoding="utf-8")
    target = source.with_suffix(".nianbao")
    assert run("convert", source, target) == 2
    told = capsys.readouterr().err
    assert "「青山县红星镇人民政府2023年政府信息公开工作年度报告」" in told
    assert "「青山县红星镇人民政府2022年政府信息公开工作年度报告」" in told
    assert not target.exists()


def test_what_could_not_be_placed_is_told_on_standard_error(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source.write_text("索引号：1\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("convert", source, source.with_suffix(".nianbao")) == 0
    assert "索引号" in capsys.readouterr().err


def test_odd_characters_in_a_name_or_text_keep_nothing_from_being_written(
    source: Path, tmp_path: Path
) -> None:
    odd = tmp_path / os.fsdecode(b"\xc4\xea\xb1\xa8.txt")
    text = source.read_text(encoding="utf-8").replace("红星镇", "红\x01星镇")
    odd.write_text(text, encoding="utf-8")
    target = tmp_path / "年报.nianbao"
    assert run("convert", odd, target) == 0
    assert load_report(target).organization == "青山县红星镇人民政府"
    damaged = json.loads(target.read_text(encoding="utf-8"))
    damaged["organization"] = "红\ud800星镇"
    damaged["of another version"] = ["\ud800"]
    target.write_text(json.dumps(damaged), encoding="utf-8")
    again = tmp_path / "又.nianbao"
    assert run("convert", target, again) == 0
    assert load_report(again).organization == "红星镇"
    assert load_report(again).extra == {"of another version": [""]}


@pytest.mark.parametrize("target", ["上年.txt", "a.pdfx", "无此文件夹/a.docx"])
def test_a_target_that_cannot_be(
    source: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = source.read_bytes()
    assert run("convert", source, source.parent / target) == 2
    assert source.read_bytes() == before
    assert sorted(path.name for path in source.parent.iterdir()) == ["上年.txt"]
    assert capsys.readouterr().err.strip()


def test_an_existing_target_stays_when_the_source_is_bad(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.docx"
    source.write_text("不是报告")
    target.write_bytes(b"old")
    assert run("convert", source, target) == 2
    assert target.read_bytes() == b"old"


def test_check_in_words_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = sample_report()
    report.sections |= CLEAN_TEXTS
    report.tables["requests"]["unprocessed_repeated.natural_person"] = 0
    report.tables["requests"]["other_fee_unpaid.research_institution"] = 0
    path = tmp_path / "a.nianbao"
    save_report(report, path)
    assert run("check", path, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    report.tables["requests"]["carried_forward.natural_person"] = 5
    save_report(report, path)
    assert run("check", path) == 1
    assert "自然人" in capsys.readouterr().out
    assert run("check", path, tmp_path / "无.nianbao", "--json") == 2
    told = capsys.readouterr()
    (finding,) = json.loads(told.out)
    assert finding["code"] == "requests-balance"
    assert finding["level"] == "error"
    assert finding["table"] == "requests"
    assert finding["cells"][0] == "new_received.natural_person"
    assert (finding["actual"], finding["expected"]) == (12, 13)
    assert (finding["section"], finding["quote"], finding["acknowledged"]) == (None, None, None)
    assert "无.nianbao" in told.err


def test_check_against_last_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last, this = sample_report(), sample_report()
    this.year = 2024
    save_report(last, tmp_path / "last.nianbao")
    save_report(this, tmp_path / "this.nianbao")
    run("check", tmp_path / "this.nianbao", "--previous", tmp_path / "last.nianbao", "--json")
    codes = {finding["code"] for finding in json.loads(capsys.readouterr().out)}
    assert "carried-over-mismatch" in codes


def test_new_from_last_year(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = source.with_name("今年.nianbao")
    assert run("new", "--from", source, "--year", 2024, target) == 0
    draft = load_report(target)
    assert (draft.year, draft.title) == (2024, "2024年政府信息公开工作年度报告")
    assert draft.value("requests", "carried_over.natural_person") == 4
    assert draft.value("requests", "new_received.natural_person") is None
    assert draft.previous is not None
    assert draft.sections["signature"] == "青山县红星镇人民政府"
    assert "2024年" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert"],
        ["check"],
        ["new", "a.nianbao"],
        ["convert", "a", "b", "c"],
        ["new", "--from", "a", "--year", "x", "b.nianbao"],
    ],
)
def test_a_wrong_command_is_told_in_chinese(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "命令写得不对" in told.err


def test_help_is_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert is_command(["--help"])
    assert not is_command(["上年.docx"])
    assert run("check", "--help") == 0
    assert "用法" in capsys.readouterr().out
    assert run("--unknown") == 2


def test_a_file_is_named_as_it_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_report(sample_report(), tmp_path / "a.nianbao")
    run("check", "./a.nianbao", "--json")
    assert {finding["file"] for finding in json.loads(capsys.readouterr().out)} == {"./a.nianbao"}


def test_nothing_told_shows_a_key(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = sample_report()
    report.tables["requests"]["granted.natural_person"] = "约3"
    report.tables["requests"]["refused_state_secret.natural_person"] = -1
    report.tables["proactive_disclosure"]["regulations.issued"] = 2
    report.printed = {"requests": {"carried_over.total": 3}}
    path = source.with_suffix(".nianbao")
    save_report(report, path)
    run("check", path)
    run("convert", source, source.with_suffix(".docx"))
    run("new", "--from", path, source.with_name("b.nianbao"))
    told = "".join(capsys.readouterr())
    assert "Traceback" not in told
    assert [key for key in KEYS if key in told] == []


def test_the_program_starts_from_any_folder(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.nianbao"
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "convert", source.name, str(target)],
        cwd=source.parent,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert target.exists()
    assert "已写入" in done.stdout.decode("utf-8")
