"""One file with the licences of everything that is shipped, and how its Qt can be replaced."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bundling.shop import WORK, Shop
from bundling.versions import PACKAGING

NAME = "许可.txt"
_SAYING = ("Author", "License", "Home-page", "Project-URL", "Classifier: License")
_RULE = "=" * 78
_TEXTS = Path("/usr/share/common-licenses")


def write_licences(shop: Shop, folder: Path) -> None:
    """Write the file into the folder; the texts are those that came with each part."""
    parts = [(PACKAGING / "licences.txt").read_text(encoding="utf-8")]
    parts += [_part(name, text) for name, text in _texts(shop, folder)]
    (folder / NAME).write_text("\n".join(parts), encoding="utf-8")


def _texts(shop: Shop, folder: Path) -> Iterator[tuple[str, str]]:
    yield "政府信息公开年报编辑", (folder / "app" / "LICENSE").read_text(encoding="utf-8")
    yield "CPython", _of_python(shop, folder)
    for wheel in shop.store.wheels(shop.build.target):
        name, version = wheel.name.split("-")[:2]
        yield f"{name} {version}", _of_wheel(wheel)
    # What the wheels of Qt only name: the texts themselves, as every Debian has them.
    for name in ("LGPL-3", "GPL-3", "GPL-2", "LGPL-2.1"):
        yield name, (shop.root.path / _TEXTS.relative_to("/") / name).read_text(encoding="utf-8")
    for use in ("libraries", "input", "fonts"):
        for one in shop.versions.debian_for(shop.build.target, use):
            unpacked = shop.root.path / WORK / "debian" / one.name
            text = (unpacked / "usr/share/doc" / one.name / "copyright").read_text(encoding="utf-8")
            yield f"{one.name} {one.version}", text


def _of_python(shop: Shop, folder: Path) -> str:
    windows = folder / "runtime" / "LICENSE.txt"
    if windows.is_file():
        return windows.read_text(encoding="utf-8")
    (text,) = shop.python().glob("lib/python3.*/LICENSE.txt")
    return text.read_text(encoding="utf-8")


def _of_wheel(wheel: Path) -> str:
    """Return the licence texts inside a package, else what its description says of them."""
    with zipfile.ZipFile(wheel) as archive:
        about = [name for name in archive.namelist() if ".dist-info/" in name]
        found = [name for name in about if _is_licence(name)]
        if found:
            return "\n".join(_decoded(archive.read(name)) for name in sorted(found))
        (metadata,) = (name for name in about if name.endswith("/METADATA"))
        return "\n".join(_said(_decoded(archive.read(metadata)).splitlines()))


def _is_licence(name: str) -> bool:
    last = name.rpartition("/")[2].lower()
    return "/licenses/" in name or last.startswith(("licen", "copying", "notice"))


def _said(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if not line:
            return
        if line.startswith(_SAYING):
            yield line


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")


def _part(name: str, text: str) -> str:
    return f"\n{_RULE}\n{name}\n{_RULE}\n\n{text.strip()}\n"
