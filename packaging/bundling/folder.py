"""Lays the folder that is shipped: the interpreter, the packages trimmed, the program as it is."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from bundling.versions import PACKAGING, platform_of
from bundling.workshop import run

REPOSITORY = PACKAGING.parent


@dataclass(frozen=True)
class Build:
    """Which state of the program is shipped, for which machine."""

    target: str
    version: str
    date: str
    commit: str

    @property
    def platform(self) -> str:
        """Return linux or windows."""
        return platform_of(self.target)


def current_build(target: str) -> Build:
    """Return the build of the last commit; the date is the commit's, so that it is repeatable."""
    shown = run(["git", "-C", REPOSITORY, "log", "-1", "--format=%cs %h"]).split()
    number = (REPOSITORY / "resources" / "version.txt").read_text(encoding="utf-8").strip()
    return Build(target, number, shown[0], shown[1])


def lay_program(build: Build, contents: dict[str, Any], folder: Path) -> None:
    """Put the program's files as they were committed into `app`, and what build it is."""
    app = folder / "app"
    app.mkdir(parents=True)
    wanted = contents["program"]["files"]
    archive = folder / "program.tar"
    run(["git", "-C", REPOSITORY, "archive", "-o", archive, "HEAD", *wanted])
    run(["tar", "-xf", archive, "-C", app])
    archive.unlink()
    lines = [f'date = "{build.date}"\n', f'commit = "{build.commit}"\n']
    (app / "resources" / "build.toml").write_text("".join(lines), encoding="utf-8")


def lay_packages(build: Build, contents: dict[str, Any], wheels: Iterable[Path], to: Path) -> None:
    """Unpack the packages of Python into `lib`, without what is not used."""
    to.mkdir(parents=True)
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(to)
    remove(to, contents["packages"]["without"])
    qt = contents["qt"]
    keep_only(to / "PySide6", kept_of_qt(qt, build.platform))


def kept_of_qt(qt: dict[str, Any], platform: str) -> list[str]:
    """Return the patterns of what is kept of PySide6, its modules among them."""
    ending = "abi3.so" if platform == "linux" else "pyd"
    return [*qt[platform]["keep"], *(f"{module}.{ending}" for module in qt["modules"])]


def lay_linux_python(python: Path, contents: dict[str, Any], folder: Path) -> None:
    """Copy the built interpreter into `runtime`, without what is not used."""
    runtime = folder / "runtime"
    (runtime / "bin").mkdir(parents=True)
    (library,) = python.glob("lib/python3.*")
    (shared,) = python.glob("lib/libpython3.*.so.1.0")
    (runtime / "lib").mkdir()
    shutil.copy(python / "bin" / library.name, runtime / "bin" / "python3")
    shutil.copy(shared, runtime / "lib")
    # Installing it compiled everything three times over; what is shipped is compiled once, later.
    compiled = shutil.ignore_patterns("__pycache__")
    shutil.copytree(library, runtime / "lib" / library.name, symlinks=True, ignore=compiled)
    remove(runtime / "lib" / library.name, contents["standard_library"]["without"])
    own = runtime / "lib" / library.name / "site-packages"
    own.mkdir()
    # Relative to this folder; so nothing need be told to the interpreter in the environment.
    (own / "nianbao.pth").write_text("../../../../lib\n../../../../app\n", encoding="utf-8")


def remove(folder: Path, patterns: Iterable[str]) -> None:
    """Remove what the patterns name, relative to the folder."""
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def keep_only(folder: Path, patterns: Iterable[str]) -> None:
    """Remove every file that no pattern names, and the folders that are empty then."""
    wanted = list(patterns)
    for path in _files(folder):
        name = path.relative_to(folder)
        if not any(_matches(name, pattern) for pattern in wanted):
            path.unlink()
    for base, _, _ in os.walk(folder, topdown=False):
        if not os.listdir(base):  # noqa: PTH208 - os.walk gives names
            Path(base).rmdir()


def make_readable(folder: Path) -> None:
    """Let everybody read what only its owner could: some packages carry such files."""
    for base, _, names in os.walk(folder):
        Path(base).chmod(0o755)
        for name in names:
            path = Path(base) / name
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)


def slow_modules(folder: Path) -> list[Path]:
    """Return the modules that would be compiled at every start on the clerk's computer.

    What a .pyc says of itself is in its second word: 1 where it counts whatever the date of its
    source is. Archives change dates, and the program may not write what it compiled.
    """
    found = []
    for path in _files(folder):
        if path.suffix == ".py":
            compiled = list((path.parent / "__pycache__").glob(f"{path.stem}.cpython-*.pyc"))
            if [one.read_bytes()[4:8] for one in compiled] != [b"\x01\x00\x00\x00"]:
                found.append(path)
    return found


def _files(folder: Path) -> Iterator[Path]:
    for base, _, names in os.walk(folder):
        yield from (Path(base) / name for name in names)


def _matches(name: Path, pattern: str) -> bool:
    """Return whether a pattern names a file; `*` stays within one folder."""
    parts = pattern.split("/")
    return len(parts) == len(name.parts) and all(map(fnmatch, name.parts, parts))
