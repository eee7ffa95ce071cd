"""`check --json` says of a file with one mistake exactly that, in the promised shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import command_line
from model.checks import run_checks
from model.judging.acknowledging import acknowledge
from model.report.edits import apply
from model.report.report import Report
from storage.form_store import load_form
from storage.report_file import save_report
from tests.model.checks.check_cases import CLEAN_TEXTS, LAW, NEW, ROW_OF_ONE, Case
from tests.model.checks.test_checks import HITS

FORM = load_form("2021")
FIRST_HITS = dict(reversed(HITS))
MEMBERS = [
    "file",
    "code",
    "level",
    "message",
    "table",
    "cells",
    "section",
    "quote",
    "start",
    "length",
    "expected",
    "actual",
    "acknowledged",
]


def checked(
    capsys: pytest.CaptureFixture[str], status: int, *arguments: str
) -> list[dict[str, Any]]:
    assert command_line.run(["check", *arguments, "--json"]) == status
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def saved(report: Report, path: Path) -> str:
    save_report(report, path)
    return str(path)


@pytest.mark.parametrize("code", FIRST_HITS)
def test_one_mistake_in_a_file_is_one_finding(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = FIRST_HITS[code].report(FORM)
    (finding,) = run_checks(report)
    path = saved(report, tmp_path / "甲.nianbao")
    (row,) = checked(capsys, int(finding.level == "error"), path)
    assert list(row) == MEMBERS
    assert (row["file"], row["code"], row["level"]) == (path, code, finding.level.value)
    tables = {name for name, _ in finding.cells}
    single = len(tables) == 1
    assert row["table"] == (tables.pop() if single else None)
    assert row["cells"] == [key if single else f"{name}/{key}" for name, key in finding.cells]
    assert row["section"] == (finding.section or None)
    if row["quote"] is not None:
        text = report.sections[row["section"]] if row["section"] else report.title
        assert text[row["start"] : row["start"] + row["length"]] == row["quote"]
    assert row["acknowledged"] is None
    assert row["message"].strip()


def test_reports_of_a_folder_that_are_alike_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {"overview": f"红星镇认真公开。\n{CLEAN_TEXTS['overview']}"}
    report = Case(sections=texts).report(FORM)
    saved(report, tmp_path / "甲.nianbao")
    other = Case(organization="阿城区蓝天镇").report(FORM)
    other.sections["overview"] = texts["overview"].replace("红星镇", "蓝天镇")
    second = saved(other, tmp_path / "乙.nianbao")
    rows = checked(capsys, 0, str(tmp_path))
    assert [row["code"] for row in rows] == ["text-like-other-unit"] * 2
    assert {row["file"] for row in rows} == {str(tmp_path / "甲.nianbao"), second}
    assert {row["actual"] for row in rows} == {"阿城区红星镇", "阿城区蓝天镇"}
    other.sections["overview"] = "我镇情况不同。" + PROBLEMS_OF_ITS_OWN
    saved(other, tmp_path / "乙.nianbao")
    assert "text-like-other-unit" not in [row["code"] for row in checked(capsys, 0, str(tmp_path))]


PROBLEMS_OF_ITS_OWN = "".join(f"第{number}项任务由专人完成。" for number in range(30))


def report_of_last_year() -> Report:
    last = Case({"requests/carried_forward.natural_person": 2}).report(FORM)
    last.year = 2022
    last.sections = dict.fromkeys(last.sections, "")
    return last


def test_last_years_file_may_be_given_beside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = report_of_last_year()
    last_path = saved(last, tmp_path / "上年.nianbao")
    path = saved(Case().report(FORM), tmp_path / "本年.nianbao")
    assert checked(capsys, 0, path) == []
    (row,) = checked(capsys, 0, path, "--previous", last_path)
    assert row["code"] == "carried-over-mismatch"
    assert row["cells"] == ["carried_over.natural_person"]
    assert (row["expected"], row["actual"]) == (2, 0)


def test_a_declared_error_has_its_reason_and_does_not_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = Case({NEW + "natural_person": 2}).report(FORM)
    (finding,) = run_checks(report)
    assert checked(capsys, 1, saved(report, tmp_path / "甲.nianbao"))
    apply(report, acknowledge(report, finding, "上年漏报"))
    (row,) = checked(capsys, 0, saved(report, tmp_path / "甲.nianbao"))
    assert row["acknowledged"] == "上年漏报"


def test_folders_are_checked_file_by_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = tmp_path / "全区" / "乙镇"
    inside.mkdir(parents=True)
    saved(Case(ROW_OF_ONE).report(FORM), inside / "甲.nianbao")
    saved(Case({LAW + "in_force": 2}).report(FORM), tmp_path / "全区" / "丙.nianbao")
    (inside / "~$甲.docx").write_bytes(b"x")
    (inside / "说明.ini").write_text("x", encoding="utf-8")
    (row,) = checked(capsys, 0, str(tmp_path / "全区"))
    assert row["file"] == str(tmp_path / "全区" / "丙.nianbao")
    (inside / "坏.docx").write_bytes(b"PK broken")
    rows = checked(capsys, 2, str(tmp_path / "全区"))
    assert [row["code"] for row in rows] == ["regulations-not-zero"]


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "空").mkdir()
    assert command_line.run(["check", str(tmp_path / "空")]) == 2
    assert "空" in capsys.readouterr().err


def test_last_years_report_of_another_unit_or_year_is_not_used_silently(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = report_of_last_year()
    last.organization = "另一镇"
    last_path = saved(last, tmp_path / "上年.nianbao")
    one = saved(Case().report(FORM), tmp_path / "甲.nianbao")
    other = saved(Case(organization="另一镇").report(FORM), tmp_path / "乙.nianbao")
    assert command_line.run(["check", one, other, "--previous", last_path, "--json"]) == 0
    out, err = capsys.readouterr()
    compared = [row for row in json.loads(out) if row["code"] != "text-like-other-unit"]
    assert [row["file"] for row in compared] == [other]
    assert "甲.nianbao" in err
    last.year = 2020
    saved(last, tmp_path / "上年.nianbao")
    assert command_line.run(["check", other, "--previous", last_path]) == 0
    assert "2020" in capsys.readouterr().err


def test_the_lines_for_a_person_name_level_and_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = Case({LAW + "in_force": 2}).report(FORM)
    apply(report, acknowledge(report, run_checks(report)[0], "上级授权"))
    assert command_line.run(["check", saved(report, tmp_path / "甲.nianbao")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "甲.nianbao：1个问题"
    assert lines[1].startswith("  【请核实】")
    assert lines[1].endswith("（情况属实：上级授权）")
