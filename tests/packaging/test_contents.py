"""What the program can load stands in the folder that is shipped."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from bundling.folder import kept_of_qt
from bundling.versions import TARGETS, load_contents, load_versions

pytestmark = pytest.mark.thorough

TOP = Path(__file__).resolve().parents[2]
CONTENTS = load_contents()
VERSIONS = load_versions()
ROOMS = ("gui", "io", "model")
OWN = {path.name.removesuffix(".py") for room in (TOP, TOP / "io") for path in room.iterdir()}


def sources() -> Iterator[Path]:
    yield TOP / "main.py"
    for room in ROOMS:
        yield from (TOP / room).rglob("*.py")


def imported(path: Path) -> Iterator[str]:
    """Yield every module that a file names in an import, wherever that stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            if node.module == "PySide6":
                yield from (f"PySide6.{alias.name}" for alias in node.names)


def named() -> set[str]:
    return {name for path in sources() for name in imported(path)}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed_distributions() -> dict[str, str]:
    """Return what the program depends on, and that in turn, with the version installed here."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting, found = [*project["dependencies"]], dict[str, str]()
    while waiting:
        requirement = waiting.pop()
        name = normal(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])
        if "extra ==" in requirement or name in found:
            continue
        distribution = importlib.metadata.distribution(name)
        found[name] = distribution.version
        waiting += distribution.requires or []
    return found


@pytest.fixture(scope="module")
def loaded() -> list[str]:
    """Every module that is loaded once each module of the program is."""
    names = [
        ".".join(path.relative_to(TOP).with_suffix("").parts)
        .removeprefix("io.")
        .removesuffix(".__init__")
        for path in sources()
    ]
    code = (
        "import importlib, json, sys; sys.path[:0] = sys.argv[1:3]\n"
        "for name in json.loads(sys.argv[3]): importlib.import_module(name)\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(TOP), str(TOP / "io"), json.dumps(names)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: list[str] = json.loads(done.stdout)
    return result


def test_modules_of_qt_that_are_imported_are_kept(loaded: list[str]) -> None:
    asked = {name.split(".")[1] for name in {*loaded, *named()} if re.match(r"PySide6\.Qt", name)}
    assert asked == set(CONTENTS["qt"]["modules"])


def test_no_module_is_loaded_that_is_left_out(loaded: list[str]) -> None:
    left_out = [
        *CONTENTS["standard_library"]["without"],
        *(name.removesuffix(".pyd") for name in CONTENTS["windows_python"]["without"]),
        *CONTENTS["packages"]["without"],
    ]
    # What is missing is done without: hashlib says so itself, and what guesses the encoding of
    # a PDF's words leaves those out that are not there.
    optional = {"_hashlib", "_codecs_iso2022", "_codecs_jp", "_codecs_kr"}
    for name in {*loaded, *named()} - optional:
        path = name.replace(".", "/")
        for pattern in left_out:
            top = pattern.removesuffix(".py").removeprefix("lib-dynload/")
            assert not fnmatch(path, top), f"{name} is left out by {pattern}"
            assert not fnmatch(path, f"{top}/*"), f"{name} is left out by {pattern}"


def test_every_package_that_is_imported_is_fetched_for_every_target() -> None:
    by_top = importlib.metadata.packages_distributions()
    tops = {name.partition(".")[0] for name in named()} - set(sys.stdlib_module_names) - OWN
    assert tops
    for target in TARGETS:
        fetched = {normal(wheel.name) for wheel in VERSIONS.wheels_for(target)}
        for top in tops:
            assert {normal(name) for name in by_top[top]} & fetched, f"{top} for {target}"


@pytest.mark.parametrize("target", TARGETS)
def test_all_that_the_program_depends_on_is_fetched_and_nothing_else(target: str) -> None:
    fetched = {normal(wheel.name) for wheel in VERSIONS.wheels_for(target)}
    assert fetched == set(needed_distributions())


@pytest.mark.parametrize("platform", ["linux", "windows"])
def test_qt_keeps_what_opens_a_window_and_speaks_chinese(platform: str) -> None:
    kept = kept_of_qt(CONTENTS["qt"], platform)
    for part in ("Core", "Gui", "Widgets", "PrintSupport", "Svg"):
        assert any(f"Qt6{part}." in name for name in kept)
    for plugin in ("xcb" if platform == "linux" else "windows", "offscreen"):
        assert any(re.search(rf"platforms/(lib)?q{plugin}\.", name) for name in kept)
    assert any(name.endswith("qtbase_zh_CN.qm") for name in kept)


def test_every_file_of_the_program_stands_below_what_is_copied() -> None:
    command = ["git", "-C", str(TOP), "ls-files", "main.py", "resources", *ROOMS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    copied = CONTENTS["program"]["files"]
    for name in done.stdout.splitlines():
        assert name in copied or name.partition("/")[0] in copied


def test_resources_named_in_the_code_are_there() -> None:
    for path in sources():
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r'"((?:help|icons|forms)/[\w.-]+|\w+\.toml)"', text):
            if name not in {"build.toml"}:
                assert (TOP / "resources" / name).is_file(), f"{name} in {path.name}"


def test_what_is_shipped_is_what_is_tested() -> None:
    """Only Qt is another one: the newest that old systems can load."""
    text = (TOP / "constraints.txt").read_text(encoding="utf-8")
    tested = {normal(name): number for name, number in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)}
    for wheel in VERSIONS.wheels:
        if normal(wheel.name) not in {"pyside6-essentials", "shiboken6"}:
            assert tested[normal(wheel.name)] == wheel.version
