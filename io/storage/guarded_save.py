"""Saving over a file that somebody else may have changed, with its old version kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from model.report.report import Report
from storage.atomic import remove_leftovers
from storage.snapshots import fingerprint
from storage.versions import Versions

Save = Callable[[Report, Path], None]


@dataclass(frozen=True)
class Saved:
    """How a saving ended: the file's new fingerprint (`base`), or that it was left alone.

    `is_foreign`: the file was changed by somebody else and nothing was written.
    `is_kept`: the version that was replaced could be kept.
    """

    base: str = ""
    is_foreign: bool = False
    is_kept: bool = True


def save_guarded(
    report: Report, path: Path, base: str | None, versions: Versions, save: Save
) -> Saved:
    """Save a report and return how it ended; FileProblem if the file cannot be written.

    `base` is the fingerprint that the file had when it was read, None replaces whatever is there,
    and a file that is gone by now is written anew. `save` is what writes the file and raises the
    FileProblem; an old version that could not be kept is no error and is said in the answer.
    """
    current = fingerprint(path)
    if base is not None and current not in ("", base):
        return Saved(is_foreign=True)
    is_kept = versions.keep(path)
    save(report, path)
    remove_leftovers(path.parent, path.suffix)
    return Saved(base=fingerprint(path), is_kept=is_kept)
