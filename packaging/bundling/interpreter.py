"""The CPython that is shipped: built for Linux in the build root, unpacked for Windows."""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
import zipfile
from fnmatch import fnmatch
from pathlib import Path

from bundling.fetching import Store
from bundling.versions import PACKAGING, BundleProblem, Versions
from bundling.workshop import BuildRoot, fingerprint, run, say

_SCRIPTS = PACKAGING / "cpython"


def linux_python(
    target: str, versions: Versions, root: BuildRoot, store: Store, cache: Path
) -> Path:
    """Return the folder of the finished CPython (bin, lib); it is built where it is not kept."""
    sums = repr(sorted(versions.cpython["sha256"].items()))
    scripts = [path.read_text(encoding="utf-8") for path in sorted(_SCRIPTS.iterdir())]
    kept = cache / f"cpython-{target}-{fingerprint(sums, root.path.name, *scripts)}"
    if kept.is_dir():
        return kept
    with_python = ""
    if target != "linux-x86_64":
        own = linux_python("linux-x86_64", versions, root, store, cache)
        with_python = build_python(own, root)
    root.prepare()
    say(f"编译 CPython（{target}）……")
    with root.folder("cpython") as folder:
        source = _source(versions, store, folder)
        shutil.copytree(_SCRIPTS, folder / "scripts")
        prefix = f"/python-{target}"
        command = ["sh", "/cpython/scripts/build.sh", f"/cpython/{source.name}", prefix]
        root.run([*command, *([with_python] if with_python else [])])
        shutil.copytree(root.path / prefix[1:], kept, symlinks=True)
    return kept


def build_python(folder: Path, root: BuildRoot) -> str:
    """Return the path inside the root of the Python for x86-64, which runs where it was built."""
    prefix = root.path / "python-linux-x86_64"
    if not prefix.is_dir():
        shutil.copytree(folder, prefix, symlinks=True)
    (binary,) = (path for path in (prefix / "bin").glob("python3.*") if "config" not in path.name)
    return f"/{prefix.name}/bin/{binary.name}"


def _source(versions: Versions, store: Store, folder: Path) -> Path:
    """Unpack the source and put the security mends of the distribution into it."""
    source, mends = store.cpython_source()
    run(["tar", "-xf", source, "-C", folder])
    run(["tar", "-xf", mends, "-C", folder, "debian/patches"])
    patches = folder / "debian" / "patches"
    unpacked = folder / str(versions.cpython["folder"])
    for name in (patches / "series").read_text(encoding="utf-8").split():
        if any(fnmatch(name, pattern) for pattern in versions.cpython["mends"]):
            run(["patch", "-s", "-p1", "-d", unpacked, "-i", patches / name])
    return unpacked


def windows_python(versions: Versions, store: Store, folder: Path) -> None:
    """Unpack the embeddable CPython for Windows into a folder, without its inner folder."""
    entry = versions.windows_python
    with tarfile.open(store.windows_python()) as archive:
        member = archive.extractfile(entry["member"])
        data = member.read() if member else b""
    if hashlib.sha256(data).hexdigest() != entry["member_sha256"]:
        raise BundleProblem(f"{entry['member']}：SHA-256 不是 versions.toml 里写的。")
    with zipfile.ZipFile(io.BytesIO(data)) as inner:
        for info in inner.infolist():
            if not info.is_dir():
                (folder / Path(info.filename).name).write_bytes(inner.read(info))
