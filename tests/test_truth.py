"""The tests themselves: none that cannot fail, and nothing they lean on that is not installed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from places import ROOT

FILES = sorted((ROOT / "tests").rglob("test_*.py"))
AWAITED = ("raises", "fail", "waitSignal", "waitUntil")
HANDED_IN = {"tests/exporters/test_stand_in_fonts.py"}
"""Where the families are handed to the program instead of being asked of the computer."""
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8")


def each_test(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def helpers_that_assert(path: Path) -> set[str]:
    """Return the functions of a file, and those imported, whose name says that they assert."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and any(map(_claims, ast.walk(node)))
    }
    return own | {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name.startswith("assert_")
    }


def _claims(node: ast.AST) -> bool:
    """Return whether something is claimed there: asserted, or awaited to be raised or sent."""
    if isinstance(node, ast.Assert):
        return not isinstance(node.test, ast.Constant)
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in AWAITED


def claims_nothing(path: Path) -> Iterator[str]:
    helpers = helpers_that_assert(path)
    for test in each_test(path):
        called = {
            node.func.id
            for node in ast.walk(test)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        if not any(map(_claims, ast.walk(test))) and not called & helpers:
            yield test.name


def test_every_test_claims_something() -> None:
    assert FILES
    assert {str(path): found for path in FILES if (found := list(claims_nothing(path)))} == {}


def test_no_two_tests_of_a_file_have_one_name() -> None:
    for path in FILES:
        names = [test.name for test in each_test(path)]
        assert len(names) == len(set(names)), path


def test_no_font_is_taken_for_granted() -> None:
    """The families that are named in tests are only ones that no computer has."""
    named = re.compile(r"(?:Noto|WenQuanYi|Source Han|Microsoft YaHei|SimSun|SimHei|DejaVu) ?\w*")
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("*.py")
        if path != Path(__file__) and named.search(path.read_text(encoding="utf-8"))
    }
    assert found == HANDED_IN


def pinned() -> set[str]:
    lines = (line.partition("#")[0].strip() for line in PINS.splitlines())
    pins = [Requirement(line) for line in lines if line]
    for pin in pins:
        assert [one.operator for one in pin.specifier] == ["=="], pin
    return {canonicalize_name(pin.name) for pin in pins}


def test_every_dependency_is_installed_in_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert {canonicalize_name(Requirement(line).name) for line in lines} <= pinned()


def test_what_these_depend_on_is_pinned_too() -> None:
    from importlib.metadata import requires

    pins = pinned()
    for name in pins:
        for line in requires(name) or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                assert canonicalize_name(requirement.name) in pins, name


IMPORTING = """
import importlib, pathlib, sys
roads = ["scripts", *sys.path[1:]]
for script in sorted(pathlib.Path("scripts").glob("*.py")):
    sys.path[:] = roads
    importlib.import_module(script.stem)
    for name in [*sys.modules]:
        if "/tests/support/" in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]
    sys.modules.pop("source_roots", None)
"""


@pytest.mark.thorough
def test_every_script_finds_what_it_needs() -> None:
    """Outside the suite nobody would notice that a module which they import was moved."""
    command = [sys.executable, "-B", "-c", IMPORTING]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
