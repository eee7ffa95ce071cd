"""Old Word files converted in a process of its own, which limits and a cancelled import can end."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("doc_conversion.py")
MOST_MEMORY = 1_500_000_000
"""Bytes of addresses, where the system can limit them; a usual file takes some 50 million."""
SPARE_SECONDS = 5
"""Of the processor, beyond what the clock allows: enough to tell the two ends apart."""


class Failure(StrEnum):
    """Why a file was not converted; the first three are what the process itself answers."""

    LOCKED = "locked"
    BROKEN = "broken"
    MEMORY = "memory"
    TOO_LONG = "too long"
    NOT_STARTED = "not started"
    STOPPED = "stopped"


class ConversionError(Exception):
    """The file was not converted."""

    def __init__(self, reason: Failure) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class _Request:
    """What the converting process is asked; all its files lie in one folder of its own."""

    source: Path
    target: Path
    seconds: float

    @property
    def answer(self) -> Path:
        return self.target.with_name("answer.json")

    def line(self) -> bytes:
        """Return the request as the line that the process reads."""
        fields = {
            "path": sys.path,
            "source": str(self.source),
            "target": str(self.target),
            "answer": str(self.answer),
            "seconds": SPARE_SECONDS + max(0, round(self.seconds)),
            "memory": MOST_MEMORY,
        }
        return json.dumps(fields).encode() + b"\n"


def convert_apart(source: Path, target: Path, seconds: float) -> Iterable[str]:
    """Write an old Word file as .docx into a folder of its own; return the converter's codes.

    ConversionError says why nothing was written; OSError is the system's own. However this ends,
    by an interruption too, the process has ended before.
    """
    request = _Request(source.resolve(), target, seconds)
    _run(request)
    try:
        answer: dict[str, Any] = json.loads(request.answer.read_text())
    except (OSError, ValueError) as error:
        raise ConversionError(Failure.STOPPED) from error
    if answer.get("problem") == "system":
        raise OSError(answer["errno"], "conversion")
    if "problem" in answer:
        raise ConversionError(Failure(answer["problem"]))
    return list(answer["codes"])


def _run(request: _Request) -> None:
    process = _started()
    pipe = process.stdin
    try:
        # The pipe stays open: its end is how the process learns that nobody waits any more.
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.write(request.line())
                pipe.flush()
        status = process.wait(request.seconds)
    except subprocess.TimeoutExpired as error:
        raise ConversionError(Failure.TOO_LONG) from error
    finally:
        process.kill()
        process.wait()
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    if status != 0:
        raise ConversionError(Failure.STOPPED)


def _started() -> subprocess.Popen[bytes]:
    """Return the process, isolated from the user's settings; the folders of modules are sent."""
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-S", str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Windows would open a black window for it.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ConversionError(Failure.NOT_STARTED) from error
