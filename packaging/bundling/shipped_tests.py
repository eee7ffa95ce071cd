"""Prepares the shipped folder for the test suite: scripts/test --shipped."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

from bundling.fetching import Store, wheel_options
from bundling.folder import REPOSITORY
from bundling.interpreter import linux_python
from bundling.versions import BundleProblem, load_versions
from bundling.workshop import BuildRoot, cache_folder, run, say

TARGET = "linux-x86_64"
FOLDER = REPOSITORY / "build" / "shipped"
_NOT_FOR_RUNNING = ("mypy", "ruff", "lxml-stubs", "types-")
# What the test tools need and the program does not.
_MODULES = ("unittest", "_pyrepl", "pydoc_data", "test")
_QT = ("PySide6/QtTest.abi3.so", "PySide6/Qt/lib/libQt6Test.so.6")


def prepare() -> Path:
    """Return the interpreter of the unpacked shipped folder, with the test tools beside it."""
    version = (REPOSITORY / "resources" / "version.txt").read_text(encoding="utf-8").strip()
    archive = REPOSITORY / "dist" / f"nianbao-{version}-x86_64.tar.xz"
    if not archive.is_file():
        raise BundleProblem(f"没有 dist/{archive.name}，先运行 scripts/bundle {TARGET}。")
    say(f"解开 {archive.name}……")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    run(["tar", "-xf", archive, "-C", FOLDER, "--strip-components=1"])
    program = FOLDER / "program"
    _add_modules(program)
    _add_tools(FOLDER / "tools")
    return program / "runtime" / "bin" / "python3"


def _add_modules(program: Path) -> None:
    versions, cache = load_versions(), cache_folder()
    root = BuildRoot(versions, cache)
    store = Store(cache, versions, root)
    python = linux_python(TARGET, versions, root, store, cache)
    (library,) = (program / "runtime" / "lib").glob("python3.*")
    for name in _MODULES:
        source = python / "lib" / library.name / name
        if source.is_dir():
            shutil.copytree(source, library / name, dirs_exist_ok=True)
    (wheel,) = (path for path in store.wheels(TARGET) if path.name.startswith("PySide6"))
    with zipfile.ZipFile(wheel) as archive:
        for name in _QT:
            archive.extract(name, program / "lib")


def _add_tools(folder: Path) -> None:
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(text)["project"]["optional-dependencies"]["test"]
    wanted = [one for one in listed if not re.match("|".join(_NOT_FOR_RUNNING), one)]
    options = wheel_options(TARGET, load_versions().python)
    kept = ["-c", str(REPOSITORY / "constraints.txt")]
    command = [sys.executable, "-m", "pip", "install", "-q", "--target", str(folder)]
    run([*command, *options, *kept, *wanted])


if __name__ == "__main__":
    try:
        sys.stdout.write(str(prepare()) + "\n")
    except BundleProblem as problem:
        say(str(problem))
        sys.exit(2)
