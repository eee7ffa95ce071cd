"""Where a bundle is built: the cache folder, the build root and the commands run there."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bundling.versions import BundleProblem, Versions

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
_PINNED = Path("usr/share/keyrings/pinned.gpg")


def say(text: str) -> None:
    """Tell the person who builds what is being done."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def cache_folder() -> Path:
    """Return the folder that keeps what was fetched and what is slow to build."""
    named = os.environ.get("NIANBAO_CACHE", "")
    folder = Path(named) if named else Path.home() / ".cache" / "nianbao-bundle"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def run(command: Sequence[str | Path], **options: object) -> str:
    """Return what a command prints; BundleProblem with its complaints where it fails."""
    done = subprocess.run(  # type: ignore[call-overload]
        [str(part) for part in command],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        **options,
    )
    if done.returncode:
        shown = " ".join(str(part) for part in command)[:200]
        raise BundleProblem(f"{shown}\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}")
    return str(done.stdout)


def fingerprint(*parts: str) -> str:
    """Return a short name for what parts determine; another one where any of them changed."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


class BuildRoot:
    """A minimal Debian of its own with compilers, made once and kept in the cache folder."""

    def __init__(self, versions: Versions, cache: Path) -> None:
        self._wanted = versions.root
        self._suites = {one.suite for one in versions.debian} | {versions.cpython["suite"]}
        name = fingerprint(repr(sorted(self._wanted.items())), repr(sorted(self._suites)))
        self.path = cache / f"root-{name}"

    def prepare(self) -> None:
        """Make the root where it is not there yet; root's rights are needed."""
        if self.path.is_dir():
            return
        if os.geteuid() != 0:
            raise BundleProblem("建立构建环境（debootstrap、chroot）需要 root 权限。")
        making = self.path.with_name(self.path.name + ".new")
        shutil.rmtree(making, ignore_errors=True)
        suite = self._wanted["suite"]
        say(f"建立构建环境（Debian {suite}）……")
        run(["debootstrap", "--variant=minbase", suite, making])
        self._offer_suites(making)
        run(["chroot", making, "dpkg", "--add-architecture", "arm64"])
        run(["chroot", making, "apt-get", "update", "-q"])
        environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        packages = self._wanted["packages"]
        run(
            ["chroot", making, "apt-get", "install", "-yq", "--no-install-recommends", *packages],
            env=environment,
        )
        making.rename(self.path)

    def _offer_suites(self, root: Path) -> None:
        """Let files of newer suites be fetched, though nothing be installed from them."""
        shutil.copy(KEYRING, root / _PINNED)
        listed = (root / "etc/apt/sources.list").read_text(encoding="utf-8")
        mirror = next(line.split()[1] for line in listed.splitlines() if line.startswith("deb "))
        newer = sorted(self._suites - {self._wanted["suite"]})
        lines = [
            f"{kind} [signed-by=/{_PINNED}] {mirror} {suite} main\n"
            for suite in newer
            for kind in ("deb", "deb-src")
        ]
        (root / "etc/apt/sources.list.d/pinned.list").write_text("".join(lines), encoding="utf-8")
        never = "".join(f"Package: *\nPin: release n={s}\nPin-Priority: -1\n\n" for s in newer)
        (root / "etc/apt/preferences.d/pinned").write_text(never, encoding="utf-8")

    @contextmanager
    def folder(self, name: str) -> Iterator[Path]:
        """Have an empty folder inside the root, gone afterwards."""
        folder = self.path / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def run(self, command: Sequence[str | Path], folder: str = "/") -> str:
        """Return what a command prints inside the root."""
        inside = ["env", "-C", folder, *command]
        return run(["chroot", self.path, *inside])
