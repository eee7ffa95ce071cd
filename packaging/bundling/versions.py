"""What a bundle is made of: packaging/versions.toml and packaging/contents.toml as objects."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGING = Path(__file__).resolve().parents[1]
TARGETS = ("linux-x86_64", "linux-arm64", "windows")
DEBIAN_NAMES = {"linux-x86_64": "amd64", "linux-arm64": "arm64"}
"""Targets under the name that Debian has for the machine."""


class BundleProblem(Exception):  # noqa: N818 - a message for a person
    """Why a bundle cannot be made, in a sentence for the person who builds."""


@dataclass(frozen=True)
class Fetched:
    """One package that is fetched, for the targets that it has a SHA-256 for."""

    name: str
    version: str
    sha256: Mapping[str, str]
    suite: str = ""
    use: str = ""
    takes: tuple[str, ...] = ()

    def sum_for(self, target: str) -> str:
        """Return the SHA-256 of the file for a target, "" where the target does not take it."""
        return self.sha256.get(target, self.sha256.get("any", ""))


@dataclass(frozen=True)
class Versions:
    """Everything in versions.toml."""

    python: str
    cpython: Mapping[str, Any]
    windows_python: Mapping[str, Any]
    root: Mapping[str, Any]
    debian: tuple[Fetched, ...]
    wheels: tuple[Fetched, ...]

    def wheels_for(self, target: str) -> list[Fetched]:
        """Return the packages of Python that a target takes."""
        return [wheel for wheel in self.wheels if wheel.sum_for(target)]

    def debian_for(self, target: str, use: str) -> list[Fetched]:
        """Return the packages of Debian that a target takes for a use."""
        return [one for one in self.debian if one.use == use and one.sum_for(target)]


def load_versions() -> Versions:
    """Return what versions.toml says."""
    data = _read("versions.toml")
    return Versions(
        python=data["python"],
        cpython=data["cpython"],
        windows_python=data["windows_python"],
        root=data["root"],
        debian=tuple(_fetched(entry) for entry in data["debian"]),
        wheels=tuple(_fetched(entry) for entry in data["wheel"]),
    )


def load_contents() -> dict[str, Any]:
    """Return what contents.toml says: what stands in the folder."""
    return _read("contents.toml")


def platform_of(target: str) -> str:
    """Return linux or windows."""
    return target.partition("-")[0]


def _fetched(entry: Mapping[str, Any]) -> Fetched:
    return Fetched(
        name=entry["name"],
        version=entry["version"],
        sha256=entry["sha256"],
        suite=entry.get("suite", ""),
        use=entry.get("use", ""),
        takes=tuple(entry.get("takes", ())),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((PACKAGING / name).read_text(encoding="utf-8"))
