"""A copy of the program with one more file: nothing else is changed, and every command knows it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import new_edition
from final_reports import ready_report
from model.form.form import Form
from model.report.report import Report
from new_edition import COLUMN, COLUMN_LABEL, EDITION, FIGURE, YEAR
from places import ROOT
from storage.form_store import load_form
from storage.report_file import load_report, save_report

pytestmark = pytest.mark.thorough

WITHOUT_A_WINDOW = ("model", "io", "resources")
TABLE, _ = FIGURE.split("/")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for name in WITHOUT_A_WINDOW:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "main.py", folder)
    new_edition.add_to(folder / "resources" / "forms")
    return folder


def run(program: Path, *arguments: object) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-B", program / "main.py", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


def report_of(form: Form, year: int) -> Report:
    made = ready_report(form)
    title = form.title.format(year=year)
    tables = {key: {**values} for key, values in made.tables.items()}
    tables[TABLE]["carried_forward.natural_person"] = 2
    tables[TABLE]["new_received.natural_person"] = 2
    sections = {"overview": f"{year}年公开信息30条。", "problems": "宣传不够，将加强宣传。"}
    return Report(form, made.organization, year, title, sections, tables)


def test_every_command_works_in_the_new_edition(program: Path, tmp_path: Path, form: Form) -> None:
    last, draft = tmp_path / "上年.nianbao", tmp_path / "本年.nianbao"
    save_report(report_of(load_form("2021"), YEAR - 1), last)
    status, out, _ = run(program, "new", "--from", last, "--year", YEAR, draft)
    assert (status, "本年改用" in out, "「社会团体」：上年的表里没有这一列" in out) == (
        0,
        True,
        True,
    )
    begun = load_report(draft)
    assert begun.form is form
    assert begun.value(TABLE, "carried_over.natural_person") == 2

    report = report_of(form, YEAR)
    report.tables[TABLE][f"new_received.{COLUMN}"] = 3
    own, page = tmp_path / "甲.nianbao", tmp_path / "甲.docx"
    save_report(report, own)
    assert run(program, "convert", own, page)[0] == 0
    status, out, err = run(program, "convert", page, tmp_path / "乙.nianbao")
    assert (status, f"「{COLUMN_LABEL}」列不平" in err) == (0, True)
    assert load_form(EDITION).name in out
    found = load_report(tmp_path / "乙.nianbao")
    assert found.form is form
    assert found.value(TABLE, f"new_received.{COLUMN}") == 3

    status, out, _ = run(program, "check", own, "--previous", last, "--json")
    errors = [row for row in json.loads(out) if row["level"] == "error"]
    assert status == 1
    assert [f"new_received.{COLUMN}" in row["cells"] for row in errors] == [True]


def test_the_program_without_the_file_says_what_it_lacks(tmp_path: Path, form: Form) -> None:
    save_report(report_of(form, YEAR), tmp_path / "甲.nianbao")
    status, out, err = run(ROOT, "check", tmp_path / "甲.nianbao")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert f"「甲.nianbao」用的是「{EDITION}」版格式" in err
