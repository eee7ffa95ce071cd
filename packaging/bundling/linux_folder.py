"""The folder for Linux: what the general one lacks there, and a reading of every program file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from bundling.elf import Elf, is_elf, read_elf, version_numbers, with_weak_version
from bundling.folder import lay_linux_python, lay_packages, lay_program, make_readable
from bundling.shop import WORK, Shop
from bundling.versions import PACKAGING, BundleProblem

_COMPILERS = {"linux-x86_64": "gcc", "linux-arm64": "aarch64-linux-gnu-gcc"}
_TOO_NEW = ("GLIBCXX_3.4.29", "CXXABI_1.3.15")
"""What the Fcitx plugin asks of libstdc++ that came after Debian 10 and is in compat.c."""
_OF_PYTHON = ("libffi.so", "libbz2.so", "liblzma.so")


def lay_linux_folder(shop: Shop) -> Path:
    """Return the finished folder inside the build root."""
    folder = shop.root.path / WORK / "nianbao"
    lay_program(shop.build, shop.contents, folder)
    shop.lay_fonts(folder)
    lay_linux_python(shop.python(), shop.contents, folder)
    wheels = shop.store.wheels(shop.build.target)
    lay_packages(shop.build, shop.contents, wheels, folder / "lib")
    _carry_libraries(shop, folder)
    _carry_input(shop, folder)
    _set_places(shop, folder)
    shutil.copy(PACKAGING / "linux" / "nianbao", folder)
    shop.compile(f"/{WORK}/nianbao")
    make_readable(folder)
    (folder / "nianbao").chmod(0o755)
    return folder


def read_folder(folder: Path) -> dict[Path, Elf]:
    """Return what every program file under a folder asks for."""
    found = {}
    for base, _, names in os.walk(folder):
        for path in (Path(base) / name for name in names):
            if is_elf(path):
                found[path] = read_elf(path.read_bytes())
    return found


def check_folder(files: dict[Path, Elf], floor: str, outside: set[str]) -> str:
    """Return the highest versions asked for; BundleProblem where that is more than allowed."""
    highest = {name: _highest(files, name) for name in ("GLIBC", "GLIBCXX", "CXXABI")}
    too_new = [
        path.name for path, elf in files.items() if elf.highest("GLIBC") > version_numbers(floor)
    ]
    if too_new:
        raise BundleProblem(f"要求的 GLIBC 高于 {floor}：{'、'.join(too_new)}")
    carried = {path.name for path in files}
    wanted = {name for elf in files.values() for name in elf.needed} - carried
    if wanted - outside:
        raise BundleProblem(f"没有带上的库：{'、'.join(sorted(wanted - outside))}")
    shown = "，".join(f"{name} {text}" for name, text in highest.items())
    return f"{len(files)} 个程序文件，最高要求 {shown}；取自系统：{' '.join(sorted(wanted))}"


def outside_libraries(shop: Shop) -> set[str]:
    """Return the libraries that may be taken from the system."""
    listed = shop.contents["from_outside"]
    return {*listed["linux"], *listed.get(shop.build.target, ())}


def _highest(files: dict[Path, Elf], family: str) -> str:
    return ".".join(map(str, max((elf.highest(family) for elf in files.values()), default=())))


def _libraries(folder: Path) -> Path:
    return folder / "lib" / "PySide6" / "Qt" / "lib"


def _carry_libraries(shop: Shop, folder: Path) -> None:
    """Put the small libraries that old desktops lack beside Qt's own."""
    for path in shop.unpacked("libraries", shop.root.path / WORK / "debian"):
        own = path.name.startswith(_OF_PYTHON)
        shutil.copy(path, folder / "runtime" / "lib" if own else _libraries(folder))


def _carry_input(shop: Shop, folder: Path) -> None:
    """Put the Fcitx plugin in: Qt's packages bring none, and most domestic desktops run Fcitx."""
    libraries = _libraries(folder)
    plugins = libraries.parent / "plugins" / "platforminputcontexts"
    for path in shop.unpacked("input", shop.root.path / WORK / "debian"):
        to = plugins if "platforminputcontext" in path.name else libraries
        data = path.read_bytes()
        for version in _TOO_NEW:
            data = with_weak_version(data, version)
        (to / path.name).write_bytes(data)
    shop.bring_in(PACKAGING / "input" / "compat.c", "compat.c")
    inside = f"/{WORK}/nianbao/{libraries.relative_to(folder)}"
    command = [_COMPILERS[shop.build.target], "-shared", "-fPIC", "-O2", "-s", "-nostdlib"]
    shop.root.run([*command, "-o", f"{inside}/libcompat.so", f"/{WORK}/compat.c"])
    for name in ("libFcitx5Qt6DBusAddons.so.1", "libQt6WaylandClient.so.6"):
        shop.root.run(["patchelf", "--add-needed", "libcompat.so", f"{inside}/{name}"])


def _set_places(shop: Shop, folder: Path) -> None:
    """Tell every carried library where its neighbours lie, and the interpreter where its own."""
    inside = f"/{WORK}/nianbao"
    carried = [name for one in shop.versions.debian for name in one.takes]
    for path in _libraries(folder).iterdir():
        if path.name in carried or path.name == "libcompat.so":
            place = f"{inside}/{path.relative_to(folder)}"
            shop.root.run(["patchelf", "--set-rpath", "$ORIGIN", place])
    plugins = _libraries(folder).parent / "plugins" / "platforminputcontexts"
    for path in plugins.glob("libfcitx*"):
        place = f"{inside}/{path.relative_to(folder)}"
        shop.root.run(["patchelf", "--set-rpath", "$ORIGIN/../../lib", place])
    # RPATH, not RUNPATH, holds for what the modules of the interpreter need, too (libffi).
    command = ["patchelf", "--force-rpath", "--set-rpath", "$ORIGIN/../lib"]
    shop.root.run([*command, f"{inside}/runtime/bin/python3"])
