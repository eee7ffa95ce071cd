"""Report files damaged by chance, and what the program makes of each."""

from __future__ import annotations

import random
from pathlib import Path

from model.report.report import Report
from storage.errors import FileProblem
from storage.report_file import DamagedFile, report_from_bytes, report_to_bytes

PATH = Path("甲.nianbao")


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Return the bytes with a bit turned, a stretch cut or doubled, or a line moved."""
    changed = bytearray(content)
    at = dice.randrange(len(changed))
    end = min(len(changed), at + dice.randrange(1, 200))
    match dice.randrange(6):
        case 0 | 1:
            changed[at] ^= 1 << dice.randrange(8)
        case 2:
            del changed[at:end]
        case 3:
            changed[at:at] = changed[at:end]
        case 4:
            del changed[at:]
        case _:
            lines = changed.split(b"\n")
            one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            changed = bytearray(b"\n".join(lines))
    return bytes(changed)


def outcome(content: bytes, sound: Report) -> str:
    """Return what comes of opening a damaged file: "same", "told", "rescued" or "refused".

    AssertionError where other figures or texts are shown without a word, or what is shown cannot be
    saved and opened again.
    """
    try:
        read = report_from_bytes(content, PATH)
    except DamagedFile as problem:
        _assert_saves(problem.report)
        return "rescued"
    except FileProblem:
        return "refused"
    _assert_saves(read.report)
    if read.warnings:
        return "told"
    assert _shown(read.report) == _shown(sound)
    return "same"


def _shown(report: Report) -> object:
    names = report.organization, report.title, report.year
    return names, report.sections, report.tables, report.kept_printed()


def _assert_saves(report: Report) -> None:
    again = report_from_bytes(report_to_bytes(report), PATH)
    assert again.warnings == ()
    assert _shown(again.report) == _shown(report)
