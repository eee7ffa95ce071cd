"""What is told of a version in the list of them: its state, its findings, what it changed."""

from __future__ import annotations

from pathlib import Path

from model.checks import Checker, Level
from model.judging.sorted_findings import SortedFindings
from model.report.report import Report
from model.signing.differences import Sides, differences
from storage.atomic import remove_leftovers
from storage.errors import FileProblem
from storage.report_file import report_from_bytes, report_to_bytes
from storage.versions import VersionNote, Versions

LARGEST = 300_000
"""Characters of text beyond which a report is not checked for the sake of a list."""


def keep_with_note(versions: Versions, path: Path, report: Report, content: bytes = b"") -> bool:
    """Keep a report as the newest version of its file and return whether that was possible.

    `content` is the file's where it was read, b"" where the report has just been written.
    """
    content = content or report_to_bytes(report)
    note = note_on(report, _newest(versions, path))
    is_kept = versions.keep(path, content, note)
    remove_leftovers(path.parent, path.suffix)
    return is_kept


def note_on(report: Report, before: Report | None) -> VersionNote:
    """Return what is told of a report that came after another, None where it is the first."""
    state = "定稿" if report.sign_off.is_locked else "草稿"
    if before is None:
        return VersionNote(state, _findings(report))
    found = list(differences(before, report, Sides("原来", "这次")))
    more = f"等 {len(found)} 处" if len(found) > 1 else ""
    changed = f"{found[0].rstrip('。')}{more}" if found else "数字和文字没有变"
    return VersionNote(state, _findings(report), changed)


def _findings(report: Report) -> str:
    if sum(map(len, report.sections.values())) > LARGEST:
        return ""
    found = SortedFindings(report, Checker().check(report))
    counts = [f"{level.label} {found.count(level)}" for level in Level if found.count(level)]
    return "、".join(counts) or "检查通过"


def _newest(versions: Versions, path: Path) -> Report | None:
    known = [version for version in versions.of(path) if not version.note.is_thrown]
    try:
        return report_from_bytes(known[0].file.read_bytes(), path).report if known else None
    except (OSError, FileProblem):
        return None
