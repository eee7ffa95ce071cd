"""Another office program that opens what we write, and writes what we read."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.office
LONGEST_WAIT = 900
"""Seconds; only a program that hangs takes so long."""


def convert(sources: Sequence[Path], kind: str, folder: Path, *options: str) -> Path:
    """Have LibreOffice write the files in another format into a folder, and return the folder."""
    assert OFFICE is not None
    command = [OFFICE, f"-env:UserInstallation={_profile().as_uri()}", "--headless", *options]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST_WAIT)
    return folder


@cache
def _profile() -> Path:
    """Return this process's own settings folder; two that share one would hinder each other."""
    folder = tempfile.mkdtemp(prefix="office")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
