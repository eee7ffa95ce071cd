"""install.sh of the .tar.xz, with a program that only says its version."""

from __future__ import annotations

import platform
import shutil
import subprocess
from pathlib import Path

import pytest

from bundling.linux_files import ICON_SIZES
from bundling.versions import PACKAGING

pytestmark = pytest.mark.thorough

SOURCE = PACKAGING / "linux"


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """What the archive unpacks to."""
    folder = tmp_path / "unpacked"
    (folder / "icons").mkdir(parents=True)
    for name in ("install.sh", "desk.sh", "nianbao.xml"):
        shutil.copy(SOURCE / name, folder)
    for name in ("nianbao.desktop", "z-nianbao-open.desktop"):
        (folder / name).write_text("[Desktop Entry]\nExec=@PROGRAM@ %f\n")
    for size in ICON_SIZES:
        (folder / "icons" / f"{size}.png").touch()
    (folder / "machine").write_text(platform.machine())
    program = folder / "program" / "nianbao"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 0.1.0\n")
    program.chmod(0o755)
    return folder


def run(script: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # As in a session of a desktop, and not in this one's.
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    command = ["sh", str(script), *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_what_is_installed_can_be_removed_without_a_trace(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "家"
    report = home / ".config" / "nianbao" / "settings.ini"
    report.parent.mkdir(parents=True)
    report.touch()
    done = run(unpacked / "install.sh", home)
    assert done.returncode == 0, done.stderr
    to = home / ".local" / "share" / "nianbao-program"
    entry = home / ".local" / "share" / "applications" / "nianbao.desktop"
    assert f'Exec="{to}/nianbao" %f' in entry.read_text(encoding="utf-8")
    # The stick is gone by now: the program removes itself.
    shutil.rmtree(unpacked)
    done = run(to / "install.sh", home, "--remove")
    assert done.returncode == 0, done.stderr
    assert "已卸载" in done.stdout
    assert files(home) == {".config/nianbao/settings.ini"}


def test_what_others_installed_stays(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    share = home / ".local" / "share"
    kept = {
        share / "applications" / "other.desktop": "[Desktop Entry]\n",
        share / "mime" / "packages" / "other.xml": '<?xml version="1.0"?>\n<mime-info xmlns="'
        'http://www.freedesktop.org/standards/shared-mime-info"/>\n',
        home / ".config" / "mimeapps.list": "[Default Applications]\ntext/html=other.desktop\n",
    }
    for path, text in kept.items():
        path.parent.mkdir(parents=True)
        path.write_text(text)
    assert run(unpacked / "install.sh", home).returncode == 0
    assert run(share / "nianbao-program" / "install.sh", home, "--remove").returncode == 0
    for path in list(kept)[:2]:
        assert path.read_text() == kept[path]
    # Where there is a desktop, its tool has written the file anew.
    associations = (home / ".config" / "mimeapps.list").read_text().splitlines()
    assert "text/html=other.desktop" in [line.rstrip(";") for line in associations]
    assert not any("nianbao" in line for line in associations)


def test_another_machine_is_refused_before_anything_is_written(
    unpacked: Path, tmp_path: Path
) -> None:
    (unpacked / "machine").write_text("loongarch64")
    home = tmp_path / "home"
    home.mkdir()
    done = run(unpacked / "install.sh", home)
    assert done.returncode == 1
    assert "loongarch64" in done.stderr
    assert files(home) == set()


def test_a_program_that_does_not_start_leaves_the_older_one(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run(unpacked / "install.sh", home).returncode == 0
    before = files(home)
    (unpacked / "program" / "nianbao").write_text("#!/bin/sh\nexit 127\n")
    done = run(unpacked / "install.sh", home)
    assert done.returncode == 1
    assert "系统太旧" in done.stderr
    assert files(home) == before
    program = home / ".local" / "share" / "nianbao-program" / "nianbao"
    assert "echo 0.1.0" in program.read_text()
