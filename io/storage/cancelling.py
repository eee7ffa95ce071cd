"""A piece of work that the clerk gave up writes nothing more.

Each thread knows its own work; the writing of files asks before it puts a file in its place.
"""

from __future__ import annotations

import threading


class Cancelled(Exception):  # noqa: N818 - it is a wish, not a fault
    """The work was given up; nobody waits for what it would have come to."""


_here = threading.local()


def work_for(cancelled: threading.Event | None) -> None:
    """Note what tells that this thread's work is given up; None for work that cannot be."""
    _here.cancelled = cancelled


def stop_if_cancelled() -> None:
    """Raise Cancelled where this thread's work was given up."""
    cancelled: threading.Event | None = getattr(_here, "cancelled", None)
    if cancelled is not None and cancelled.is_set():
        raise Cancelled
