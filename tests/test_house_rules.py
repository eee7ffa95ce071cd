"""The plan of the house, held by reading the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("model", "io", "gui")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
FORBIDDEN = {
    "model": (
        "gui",
        "storage",
        "importers",
        "exporters",
        "PySide6",
        "docx",
        "openpyxl",
        "lxml",
        "report_sources",
        "command_line",
        "pathlib",
        "os",
    ),
    "io": ("gui", "PySide6"),
    "io/importers": ("exporters",),
    "io/exporters": ("importers", "report_sources"),
    "io/storage": ("importers", "exporters", "report_sources"),
}
ONLY_ROOM_WITH_QT = "io/exporters/paged/"
"""Measures and paints pages; the rest of io works where Qt cannot."""
MOST_LINES = 400
MOST_FUNCTION_LINES = 45


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_downward_only(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    banned = {
        name
        for folder, names in FORBIDDEN.items()
        if place.startswith(folder + "/")
        for name in names
        if not (name == "PySide6" and place.startswith(ONLY_ROOM_WITH_QT))
    }
    found = {name.split(".")[0] for name in imports(path)}
    assert found & banned == set()


def test_io_is_a_source_root_and_no_package() -> None:
    assert not (ROOT / "io" / "__init__.py").exists()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_rooms_are_not_crowded(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < MOST_FUNCTION_LINES, node.name


def test_main_is_short() -> None:
    assert (ROOT / "main.py").read_text(encoding="utf-8").count("\n") <= 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_label_of_the_form_stands_in_code(path: Path) -> None:
    labels = ("予以公开", "部分公开", "信访举报", "自然人", "商业企业", "行政许可", "结果维持")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    comments = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in comments
    ]
    assert [label for label in labels if any(label in text for text in strings)] == []
