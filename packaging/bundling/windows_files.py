"""The folder, the installer and the portable zip for Windows, all made on Linux."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bundling.folder import lay_packages, lay_program, make_readable, remove
from bundling.interpreter import windows_python
from bundling.shop import WORK, Shop
from bundling.versions import PACKAGING

_SOURCE = PACKAGING / "windows"
_ICON = PACKAGING.parent / "resources" / "icons" / "nianbao.ico"
_COMPILER = "x86_64-w64-mingw32-"


def lay_windows_folder(shop: Shop) -> Path:
    """Return the finished folder inside the build root."""
    folder = shop.root.path / WORK / "nianbao"
    lay_program(shop.build, shop.contents, folder)
    shop.lay_fonts(folder)
    runtime = folder / "runtime"
    runtime.mkdir()
    windows_python(shop.versions, shop.store, runtime)
    remove(runtime, shop.contents["windows_python"]["without"])
    (dll,) = (path for path in runtime.glob("python3*.dll") if path.stem != "python3")
    # Where this file stands, nothing of the computer's own Python is looked at.
    places = f"{dll.stem}.zip\r\n.\r\n..\\lib\r\n..\\app\r\n"
    (runtime / f"{dll.stem}._pth").write_bytes(places.encode())
    wheels = shop.store.wheels(shop.build.target)
    lay_packages(shop.build, shop.contents, wheels, folder / "lib")
    shop.python("linux-x86_64")
    for part in ("app", "lib"):
        shop.compile(f"/{WORK}/nianbao/{part}")
    shutil.copy(_ICON, folder)
    _compile_launchers(shop, dll.name)
    make_readable(folder)
    return folder


def make_setup(shop: Shop, folder: Path) -> Path:
    """Return the installer, inside the build root."""
    name = f"nianbao-{shop.build.version}-setup.exe"
    shop.bring_in(_SOURCE / "setup.nsi", "setup.nsi")
    size = sum(path.stat().st_size for path in _files(folder)) // 1024
    values = {
        "SOURCE": f"/{WORK}/nianbao",
        "OUT": f"/{WORK}/{name}",
        "ICON": f"/{WORK}/nianbao/nianbao.ico",
        "VERSION": shop.build.version,
        "KILOBYTES": str(size),
    }
    given = [f"-D{key}={value}" for key, value in values.items()]
    shop.root.run(["makensis", "-V2", "-WX", *given, f"/{WORK}/setup.nsi"])
    return folder.parent / name


def make_zip(shop: Shop, folder: Path) -> Path:
    """Return the portable zip, inside the build root: data and settings stay in its own folder."""
    top = f"nianbao-{shop.build.version}"
    path = folder.parent / f"{top}-portable.zip"
    year, month, day = map(int, shop.build.date.split("-"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in _members(folder):
            info = zipfile.ZipInfo(f"{top}/{name}", (year, month, day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    return path


def _members(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield "portable", b""
    for path in _files(folder):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _files(folder: Path) -> list[Path]:
    return sorted(Path(base) / name for base, _, names in os.walk(folder) for name in names)


def _compile_launchers(shop: Shop, dll: str) -> None:
    """Compile the two small programs that the clerk, or a script, starts."""
    shop.bring_in(_SOURCE, "launcher")
    shutil.copy(_ICON, shop.root.path / WORK / "launcher")
    place = f"/{WORK}/launcher"
    numbers = shop.build.version.replace(".", ",") + ",0"
    named = [f"-DVERSION_NUMBERS={numbers}", f'-DVERSION_TEXT=\\"{shop.build.version}\\"']
    shop.root.run([f"{_COMPILER}windres", *named, "launcher.rc", "resource.o"], place)
    options = ["-O2", "-s", "-municode", "-Wl,--no-insert-timestamp", f'-DPYTHON_DLL=L"{dll}"']
    for name, kind in (("nianbao", ["-mwindows", "-DWINDOWED"]), ("nianbao-console", [])):
        out = f"/{WORK}/nianbao/{name}.exe"
        shop.root.run(
            [f"{_COMPILER}gcc", *options, *kind, "launcher.c", "resource.o", "-o", out], place
        )
