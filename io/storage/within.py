"""A short question to a disk that may not answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


def within(seconds: float, ask: Callable[[], Answer], otherwise: Answer) -> Answer:
    """Return what is answered within so many seconds, else, or on OSError, the other answer.

    Only for questions that are answered at once wherever the disk is well; the asking goes on in a
    thread of its own and keeps nobody from ending.
    """
    answers: list[Answer] = []

    def work() -> None:
        try:
            answers.append(ask())
        except OSError:
            answers.append(otherwise)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else otherwise
