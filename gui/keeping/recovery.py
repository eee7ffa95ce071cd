"""The question at the start: what a window that ended badly had not saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gui import below
from gui.document.document import Document
from gui.keeping.autosave import Autosave
from gui.keeping.file_guard import FileGuard, Hold
from gui.keeping.sessions import LeftBehind, Session, left_behind
from gui.messages import Messages
from gui.work.tasks import Tasks
from storage.errors import FileProblem

if TYPE_CHECKING:
    from storage.seen import Seen
    from storage.snapshots import Snapshot
    from storage.versions import Versions

MOST_SHOWN = 6
"""Differences that the question lists; more of them are only counted."""

UNSAVED = "没有存成文件的报告.nianbao"
"""Under this name versions of reports that never had a file are kept."""


@dataclass
class Offer:
    """One snapshot that was left, and how it stands to its file: told before it is brought back."""

    session: Session
    snapshot: Snapshot
    told: list[str] = field(default_factory=list)


class Recovery:
    """Brings back what was not saved, as a change of its file that is still to be saved."""

    def __init__(
        self,
        document: Document,
        guard: FileGuard,
        autosave: Autosave,
        messages: Messages,
        folder: Path,
        versions: Callable[[], Versions],
        tasks: Tasks,
    ) -> None:
        self._document = document
        self._guard = guard
        self._autosave = autosave
        self._messages = messages
        self._folder = folder
        self._versions = versions
        self._tasks = tasks

    def offer(self, then: Callable[[bool], None]) -> None:
        """Ask about what was left behind, newest first, and hand on whether one was brought back.

        One window holds one report: after that the others are left for the next start.
        """
        look = partial(_look, self._folder)
        self._tasks.run("查找未保存的内容", look, partial(self._ask, then))

    def _ask(self, then: Callable[[bool], None], found: tuple[LeftBehind, list[Offer]]) -> None:
        left, offers = found
        self._tell_unreadable(left)
        for number, offer in enumerate(offers):
            snapshot = offer.snapshot
            answer = self._messages.ask_recover(
                snapshot.report.organization,
                snapshot.report.year,
                snapshot.taken,
                snapshot.path,
                offer.told,
            )
            if answer == "restore":
                for other in offers[number + 1 :]:
                    other.session.release()
                self._restore(offer, then)
                return
            if answer == "discard":
                self._throw_away(offer)
            else:
                offer.session.release()
        then(False)

    def _tell_unreadable(self, left: LeftBehind) -> None:
        if left.damaged:
            places = "\n".join(str(file) for file in left.damaged)
            self._messages.problem(
                "有留存读不出来",
                f"上次留下的 {len(left.damaged)} 份未保存内容已损坏，不能恢复。"
                f"文件留在：\n{places}",
            )
        if left.newer:
            self._messages.problem(
                "有留存要用新版程序恢复",
                f"有 {len(left.newer)} 份未保存的内容由更新版本的程序留下，这个版本恢复不了。\n"
                "它们没有动，请用那个版本的程序打开。",
            )

    def _throw_away(self, offer: Offer) -> None:
        """Remove a snapshot once it is kept among the versions, from where it can come back."""
        snapshot, session = offer.snapshot, offer.session
        path = snapshot.path or self._folder / UNSAVED
        note = below.VersionNote(changed="没有保存、恢复时不要的内容", is_thrown=True)

        def work() -> None:
            if self._versions().keep(path, below.report_to_bytes(snapshot.report), note):
                session.remove()
            session.release()

        self._tasks.run("收起不要的内容", work, lambda _: None, is_quiet=True)

    def _restore(self, offer: Offer, then: Callable[[bool], None]) -> None:
        snapshot = offer.snapshot

        def reach() -> tuple[Hold | None, Seen | None]:
            if snapshot.path is None:
                return None, None
            # What the file is on by now; what it held is what the snapshot was a change of.
            look = _look_at(snapshot.path)
            device = look.device if look is not None else 0
            seen = below.Seen(snapshot.base, device) if snapshot.base else None
            return self._guard.reach(snapshot.path), seen

        def show(reached: tuple[Hold | None, Seen | None]) -> None:
            hold, seen = reached
            path = snapshot.path
            if hold is not None and not hold.is_free:
                # Another window works on the file by now: this one goes on without it.
                hold, path = None, None
            if hold is not None:
                hold.seen = seen
            self._autosave.adopt(offer.session)
            self._guard.adopt(hold)
            self._document.open(snapshot.report, path, snapshot.records, is_unsaved=True)
            then(True)

        self._tasks.run("恢复未保存的内容", reach, show)


def _look(folder: Path) -> tuple[LeftBehind, list[Offer]]:
    """Return what was left behind, each compared with its file."""
    left = left_behind(folder)
    return left, [_offer(session, snapshot) for session, snapshot in left.found]


def _offer(session: Session, snapshot: Snapshot) -> Offer:
    offer = Offer(session, snapshot)
    if snapshot.path is None:
        return offer
    try:
        look = below.look_at(snapshot.path)
    except (FileProblem, OSError):
        look = None
    if look is None:
        offer.told.append("原来的文件现在找不到，或者读不出来。")
        return offer
    if snapshot.base and look.seen.digest != snapshot.base:
        offer.told.append("注意：文件在这之后又被改过，恢复后保存会先问。")
    try:
        report = below.report_from_bytes(look.content, snapshot.path).report
    except FileProblem:
        return offer
    found = list(below.differences(report, snapshot.report, below.Sides("文件里", "留存里")))
    offer.told += found[:MOST_SHOWN]
    if len(found) > MOST_SHOWN:
        offer.told.append(f"还有 {len(found) - MOST_SHOWN} 处不同。")
    return offer


def _look_at(path: Path) -> Seen | None:
    try:
        look = below.look_at(path)
    except (FileProblem, OSError):
        return None
    return None if look is None else look.seen
