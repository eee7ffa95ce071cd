"""Old Word files that our converter cannot read, handed to an office program where one is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "LibreOffice/program/soffice.exe",
    Path("/opt/libreoffice/program/soffice"),
)
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IS_WINDOWS = sys.platform == "win32"


def office_command() -> list[str]:
    """Return how LibreOffice is started on this machine, [] where it is not installed."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        found = next((str(place) for place in _PLACES if place.is_file()), None)
    return [found] if found else []


def convert_by_office(source: Path, target: Path, seconds: float) -> bool:
    """Write an old Word file as .docx by LibreOffice; return whether that was done.

    It works in the folder of the target, with settings of its own there, on a copy of the file;
    macros do not run without being asked for. It is ended after so many seconds. OSError is the
    system's own.
    """
    command = office_command()
    with source.open("rb") as file:
        if not command or file.read(len(_OLE_START)) != _OLE_START:
            return False
    copy = target.with_name("source.doc")
    shutil.copyfile(source, copy)
    settings = (target.parent / "settings").as_uri()
    options = [f"-env:UserInstallation={settings}", "--headless", "--norestore", "--nolockcheck"]
    options += ["--convert-to", "docx", "--outdir", str(target.parent), str(copy)]
    if not _run([*command, *options], seconds):
        return False
    made = copy.with_suffix(".docx")
    if not made.is_file():
        return False
    made.replace(target)
    return True


def _run(command: list[str], seconds: float) -> bool:
    """Run a program with all that it starts; return whether it ended well in its time."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=not _IS_WINDOWS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return False
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],
                check=False,
                capture_output=True,
                creationflags=subprocess.CREATE_NO_WINDOW,
            )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
