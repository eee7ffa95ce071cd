"""Everything that the making of one bundle needs, in one place."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bundling.fetching import Store
from bundling.folder import Build
from bundling.interpreter import build_python, linux_python
from bundling.versions import Versions
from bundling.workshop import BuildRoot, run

WORK = "bundle"
"""The folder inside the build root where a bundle is put together."""


@dataclass(frozen=True)
class Shop:
    """One bundle in the making: what is wanted, what is fetched, where it is built."""

    build: Build
    versions: Versions
    contents: dict[str, Any]
    root: BuildRoot
    store: Store
    cache: Path

    def python(self, target: str = "") -> Path:
        """Return the folder of the CPython for a target, this bundle's own where none is named."""
        wanted = target or self.build.target
        return linux_python(wanted, self.versions, self.root, self.store, self.cache)

    def unpacked(self, use: str, to: Path) -> list[Path]:
        """Unpack the packages of Debian for a use, and return the files they are taken for."""
        taken: list[Path] = []
        for one in self.versions.debian_for(self.build.target, use):
            folder = to / one.name
            folder.mkdir(parents=True, exist_ok=True)
            run(["dpkg-deb", "-x", self.store.debian(one, self.build.target), folder])
            taken += [next(folder.rglob(name)) for name in one.takes]
        return taken

    def lay_fonts(self, folder: Path) -> None:
        """Put the fonts that stand in for official ones into the program's resources."""
        fonts = folder / "app" / "resources" / "fonts"
        fonts.mkdir()
        for path in self.unpacked("fonts", self.root.path / WORK / "debian"):
            shutil.copy(path, fonts)

    def compile(self, folder: str) -> None:
        """Compile every module under a folder of the root, so that starting need not."""
        python = build_python(self.python("linux-x86_64"), self.root)
        options = ["-E", "-s", "-m", "compileall", "-qf", "--invalidation-mode", "unchecked-hash"]
        self.root.run([python, *options, "-s", folder, folder])

    def bring_in(self, source: Path, name: str) -> Path:
        """Copy a file or folder of the repository into the root, and return where it lies."""
        target = self.root.path / WORK / name
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
        return target
