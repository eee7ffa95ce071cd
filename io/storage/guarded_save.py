"""Saving over a file that somebody else may have changed, moved or taken away.

Nothing is ever written over a content that the program has not seen, unless the clerk said so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from model.report.report import Report
from storage.atomic import write_whole
from storage.cancelling import stop_if_cancelled
from storage.errors import FileProblem
from storage.report_file import report_to_bytes
from storage.seen import MOST_BYTES, Look, Seen, device_of, digest_of, look_at
from storage.versions import VersionNote, Versions


class Doubt(Enum):
    """Why the clerk is asked before a file is written."""

    FOREIGN = "changed by others since it was seen"
    GONE = "removed or renamed"
    MOVED = "another disk is at its place"
    UNREADABLE = "there, but cannot be read"
    PROTECTED = "marked read-only"
    TAKEN = "being edited by somebody else by now"


REPLACING = frozenset({Doubt.FOREIGN, Doubt.GONE, Doubt.MOVED})
"""What the clerk has agreed to who chose the file in the dialog for saving."""


@dataclass(frozen=True)
class Saved:
    """How a saving ended: what the file is like now, or why it was left alone.

    `is_safe`: the disk has confirmed to have it. `is_kept`: what others had written could be kept.
    """

    seen: Seen | None = None
    doubt: Doubt | None = None
    is_safe: bool = True
    is_kept: bool = True


class _Changed(Exception):  # noqa: N818
    """Somebody wrote the file, or took it over, while it was being saved."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt.name)
        self.doubt = doubt


@dataclass(frozen=True)
class SaveHooks:
    """What is asked and told on the way: both are called beside the window.

    `is_ours` says whether the file is still this window's to write. `about_to_replace` is given the
    digest of the bytes that are going to stand there, before they do.
    """

    is_ours: Callable[[], bool] = lambda: True
    about_to_replace: Callable[[str], None] = lambda _: None


def save_guarded(
    report: Report,
    path: Path,
    seen: Seen | None,
    versions: Versions,
    allowed: frozenset[Doubt] = frozenset(),
    hooks: SaveHooks = SaveHooks(),  # noqa: B008 - frozen
) -> Saved:
    """Save a report and return how it ended; FileProblem if the file cannot be written.

    `seen` is what the file was like when it was read or written last, None for a file that was
    never seen. What is `allowed` is not asked about. An old version that could not be kept is no
    error and is said in the answer.
    """
    content = report_to_bytes(report)
    if len(content) > MOST_BYTES:
        raise FileProblem(f"「{path.name}」没有保存：正文太长，请删去多余的文字。")
    try:
        now = _look(path, allowed)
        doubt = _doubt(path, now, seen) if hooks.is_ours() else Doubt.TAKEN
        if doubt is not None and doubt not in allowed:
            return Saved(doubt=doubt)
        is_kept = _keep(path, now, versions, is_readable=doubt is not Doubt.UNREADABLE)
        hooks.about_to_replace(digest_of(content))

        def check() -> None:
            stop_if_cancelled()
            _compare_again(path, now, allowed, hooks)

        is_safe = write_whole(path, content, check)
    except _Changed as changed:
        return Saved(doubt=changed.doubt)
    return Saved(Seen(digest_of(content), _device(path)), is_safe=is_safe, is_kept=is_kept)


def _look(path: Path, allowed: frozenset[Doubt]) -> Look | None:
    try:
        return look_at(path)
    except FileProblem:
        if path.is_dir():
            return None  # writing says so
        if Doubt.UNREADABLE not in allowed:
            raise _Changed(Doubt.UNREADABLE) from None
        return None
    except OSError:
        return None  # the place itself cannot be asked: writing says why


def _doubt(path: Path, now: Look | None, seen: Seen | None) -> Doubt | None:
    """Return the gravest reason to ask before a file is written, None where there is none."""
    if now is None:
        return _doubt_of_missing(path, seen)
    if seen is None or now.seen.digest != seen.digest:
        return Doubt.FOREIGN
    if now.seen.device != seen.device:
        return Doubt.MOVED
    return Doubt.PROTECTED if now.is_protected else None


def _doubt_of_missing(path: Path, seen: Seen | None) -> Doubt | None:
    if seen is None or not path.parent.is_dir():
        return None
    return Doubt.GONE if device_of(path.parent) == seen.device else Doubt.MOVED


def _keep(path: Path, now: Look | None, versions: Versions, *, is_readable: bool) -> bool:
    """Keep what is replaced, where it is none of what was kept when it was written or opened."""
    if now is None:
        return is_readable
    note = VersionNote(changed="被换下的、别的程序或别人写的内容")
    return versions.has(path, now.seen.digest) or versions.keep(path, now.content, note)


def _compare_again(
    path: Path, before: Look | None, allowed: frozenset[Doubt], hooks: SaveHooks
) -> None:
    """Raise where somebody came in between, at the last moment before the file is replaced."""
    if not hooks.is_ours() and Doubt.TAKEN not in allowed:
        raise _Changed(Doubt.TAKEN)
    now = _look(path, allowed)
    if (now and now.seen.digest) != (before and before.seen.digest):
        raise _Changed(Doubt.FOREIGN if now else Doubt.GONE)


def _device(path: Path) -> int:
    try:
        return device_of(path.parent)
    except OSError:
        return 0
