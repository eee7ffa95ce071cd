"""The finished files for Linux: a .deb, and a .tar.xz that installs for one user without root."""

from __future__ import annotations

import shutil
from pathlib import Path

from bundling.shop import WORK, Shop
from bundling.versions import DEBIAN_NAMES, PACKAGING

ICON_SIZES = (32, 48, 64, 128, 256)
MACHINES = {"linux-x86_64": "x86_64", "linux-arm64": "aarch64"}
_MORE_LIBRARIES = {"linux-x86_64": "", "linux-arm64": "libice6, libsm6, "}
# What the highest GLIBCXX that is asked for came with: 3.4.22 and 3.4.28.
_GCC = {"linux-x86_64": "8", "linux-arm64": "9.3"}
_SOURCE = PACKAGING / "linux"
_ICONS = PACKAGING.parent / "resources" / "icons"
_ENTRIES = ("nianbao.desktop", "z-nianbao-open.desktop")
# What else the program reads: offered under "open with", never taken over.
_OTHER_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/msword",
    "application/vnd.ms-works",
    "application/wps-office.wps",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-excel",
    "application/wps-office.et",
    "application/pdf",
    "text/html",
)


def make_deb(shop: Shop, folder: Path) -> Path:
    """Return the .deb, inside the build root; the folder is moved into it."""
    tree = folder.parent / "deb"
    control = tree / "DEBIAN"
    control.mkdir(parents=True)
    (tree / "opt").mkdir()
    folder.rename(tree / "opt" / "nianbao")
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "nianbao").symlink_to("/opt/nianbao/nianbao")
    share = tree / "usr" / "share"
    for entry in _ENTRIES:
        _put(share / "applications" / entry, _entry(entry, "/opt/nianbao/nianbao"))
    _put(share / "mime" / "packages" / "nianbao.xml", _text("nianbao.xml"))
    for size in ICON_SIZES:
        icons = share / "icons" / "hicolor" / f"{size}x{size}"
        for place in ("apps/nianbao.png", "mimetypes/application-x-nianbao.png"):
            (icons / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(_ICONS / f"nianbao-{size}.png", icons / place)
    _put(share / "doc" / "nianbao" / "copyright", "See /opt/nianbao/许可.txt\n")
    _put(control / "control", _control(shop, tree))
    desk = _text("desk.sh")
    for name in ("preinst", "prerm", "postinst"):
        _put(control / name, _text(name).replace("@DESK@", desk), 0o755)
    _put(control / "postrm", _text("postinst").replace("@DESK@", desk), 0o755)
    name = f"nianbao_{shop.build.version}_{DEBIAN_NAMES[shop.build.target]}.deb"
    # xz, because the dpkg of older systems reads no zstd.
    options = ["--root-owner-group", "-Zxz", "-z6", "-b"]
    _run_dated(shop, ["dpkg-deb", *options, f"/{WORK}/deb", f"/{WORK}/{name}"])
    (tree / "opt" / "nianbao").rename(folder)
    return folder.parent / name


def make_archive(shop: Shop, folder: Path) -> Path:
    """Return the .tar.xz, inside the build root; the folder is moved into it."""
    machine = MACHINES[shop.build.target]
    name = f"nianbao-{shop.build.version}-{machine}"
    tree = folder.parent / name
    (tree / "icons").mkdir(parents=True)
    folder.rename(tree / "program")
    for source in ("install.sh", "desk.sh", "nianbao.xml"):
        _put(tree / source, _text(source))
    _put(tree / "machine", machine)
    for entry in _ENTRIES:
        _put(tree / entry, _entry(entry, "@PROGRAM@"))
    for size in ICON_SIZES:
        shutil.copy(_ICONS / f"nianbao-{size}.png", tree / "icons" / f"{size}.png")
    shutil.copy(tree / "program" / "使用说明.html", tree)
    command = ["tar", "-C", f"/{WORK}", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]
    date = f"--mtime={shop.build.date} 00:00Z"
    shop.root.run([*command, date, "-cf", f"/{WORK}/{name}.tar", name])
    shop.root.run(["xz", "-6", "-T2", "--block-size=64MiB", f"/{WORK}/{name}.tar"])
    (tree / "program").rename(folder)
    return folder.parent / f"{name}.tar.xz"


def _entry(name: str, program: str) -> str:
    types = "".join(f"{kind};" for kind in _OTHER_TYPES)
    return _text(name).replace("@TYPES@", types).replace("@PROGRAM@", program)


def _control(shop: Shop, tree: Path) -> str:
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    values = {
        "VERSION": shop.build.version,
        "ARCHITECTURE": DEBIAN_NAMES[shop.build.target],
        "SIZE": str(size),
        "GLIBC": shop.contents["glibc"][shop.build.target],
        "STDCXX": _GCC[shop.build.target],
        "MORE": _MORE_LIBRARIES[shop.build.target],
    }
    text = _text("control")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def _run_dated(shop: Shop, command: list[str]) -> None:
    """Run a command that dates what it writes; the same build bears the same date."""
    seconds = shop.root.run(["date", "-u", "-d", f"{shop.build.date} 00:00Z", "+%s"]).strip()
    shop.root.run(["env", f"SOURCE_DATE_EPOCH={seconds}", *command])


def _put(path: Path, text: str, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def _text(name: str) -> str:
    return (_SOURCE / name).read_text(encoding="utf-8")
