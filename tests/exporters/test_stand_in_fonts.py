"""Fonts of the program that stand in for official ones: after the face itself, before others."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from exporters.page_style import OFFICIAL, FontRole
from exporters.paged import families, fonts
from exporters.paged.families import register_stand_ins
from exporters.paged.fonts import FontBook, Missing
from exporters.stand_ins import BOLD_SONG, FANG_SONG, KAI_TI, STAND_INS, StandIn
from exporters.writing import export_report
from sample_reports import sample_report

pytestmark = pytest.mark.usefixtures("qapp")

CARRIED = {FANG_SONG: "Carried Fang", KAI_TI: "Carried Kai", BOLD_SONG: "Carried Song"}


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the program's own fonts registered."""
    monkeypatch.setattr(fonts, "stand_in_family", lambda one: CARRIED[one])


def book(monkeypatch: pytest.MonkeyPatch, *installed: str) -> FontBook:
    monkeypatch.setattr(fonts, "installed_families", lambda: frozenset(installed))
    return FontBook(OFFICIAL)


@pytest.mark.usefixtures("carried")
@pytest.mark.parametrize("official", ["仿宋_GB2312", "仿宋", "FangSong", "STFangsong"])
def test_an_official_face_goes_before_it(monkeypatch: pytest.MonkeyPatch, official: str) -> None:
    assert book(monkeypatch, "SimSun", official).family("body") == official


@pytest.mark.usefixtures("carried")
def test_it_goes_before_other_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    found = book(monkeypatch, "宋体", "SimSun", "SimHei", "Noto Serif CJK SC")
    assert found.family("body") == "Carried Fang"
    assert found.family("heading_2") == "Carried Kai"
    assert found.family("title") == "Carried Song"
    assert found.family("table") == "宋体"
    assert found.family("heading_1") == "SimHei"


def test_without_it_another_face_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "stand_in_family", lambda one: "")
    assert book(monkeypatch, "SimSun").family("body") == "SimSun"


@pytest.mark.usefixtures("carried")
def test_a_chosen_font_goes_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "installed_families", lambda: frozenset({"宋体", "黑体"}))
    assert FontBook(OFFICIAL.with_fonts({"body": "黑体"})).family("body") == "黑体"
    assert FontBook(OFFICIAL.with_fonts({"body": "没有的"})).family("body") == "Carried Fang"


def test_what_is_missing_is_told_with_the_name_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "stand_in_family", lambda one: one.families[0])
    missing = book(monkeypatch, "宋体").missing()
    assert Missing("仿宋_GB2312", "程序自带的 Fandol 仿宋") in missing
    assert Missing("方正小标宋简体", "程序自带的 Fandol 宋体（粗）") in missing


@pytest.mark.parametrize("kind", ["docx", "html", "xlsx"])
@pytest.mark.usefixtures("carried")
def test_no_file_that_leaves_names_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"年报.{kind}"
    export_report(sample_report(), path)
    parts = [path.read_bytes()]
    if kind != "html":
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
    assert not any(b"Fandol" in part or b"Carried" in part for part in parts)


def test_its_own_fonts_are_not_counted_among_the_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = ["宋体", *(family for one in STAND_INS for family in one.families)]
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_: list(names)))
    assert families.installed_families() == {"宋体"}
    assert families.installed_chinese_families() == ["宋体"]


def test_each_file_is_registered_once_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[str] = ["FandolKai"]
    added: list[str] = []

    def add(path: str) -> int:
        added.append(Path(path).name)
        known.append("FandolFang")
        return 0

    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_: list(known)))
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", staticmethod(add))
    monkeypatch.setattr(families, "FONTS", tmp_path)
    for one in (FANG_SONG, KAI_TI):
        (tmp_path / one.file).touch()
    register_stand_ins()
    register_stand_ins()
    assert added == [FANG_SONG.file]


def test_every_stand_in_has_a_name_for_people() -> None:
    assert all(isinstance(one, StandIn) and "程序自带" in one.shown for one in STAND_INS)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("title", "方正小标宋_GBK"),
        ("title", "FZXiaoBiaoSong-B05S"),
        ("title", "FZXBSJW--GB1-0"),
        ("body", "FangSong"),
        ("body", "fangsong gb2312"),
        ("body", "STFangsong"),
        ("heading_2", "KaiTi"),
        ("heading_1", "SimHei"),
        ("table", "SimSun"),
    ],
)
@pytest.mark.usefixtures("carried")
def test_an_official_font_is_found_under_all_its_names(
    monkeypatch: pytest.MonkeyPatch, role: FontRole, name: str
) -> None:
    found = book(monkeypatch, name, "Noto Sans CJK SC")
    assert found.family(role) == name
    assert OFFICIAL.font(role).name not in {missing.name for missing in found.missing()}


@pytest.mark.usefixtures("carried")
def test_a_face_that_only_resembles_it_is_used_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = book(monkeypatch, "华文中宋")
    assert found.family("title") == "华文中宋"
    assert Missing("方正小标宋简体", "华文中宋") in found.missing()


def test_a_chosen_font_that_is_gone_is_told_though_the_official_one_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "installed_families", lambda: frozenset({"仿宋_GB2312"}))
    found = FontBook(OFFICIAL.with_fonts({"body": "别处的字体"}))
    assert found.family("body") == "仿宋_GB2312"
    assert Missing("别处的字体", "仿宋_GB2312") in found.missing()
