"""One line on a terminal that tells how far a long work is, and leaves nothing behind."""

from __future__ import annotations

import time
from typing import TextIO

PAUSE = 0.1
"""Seconds between two looks of the line."""


class ProgressLine:
    """Stands on a terminal only: in a file or pipe nothing of it is written."""

    def __init__(self, stream: TextIO, words: str) -> None:
        self._stream = stream
        self._words = words
        self._is_shown = False
        self._next = 0.0

    def show(self, done: int, whole: int) -> None:
        """Tell how many of how many are done; `words` names both, as {done} and {whole}."""
        now = time.monotonic()
        if now < self._next or not self._stream.isatty():
            return
        self._next = now + PAUSE
        self._stream.write("\r" + self._words.format(done=done, whole=whole))
        self._stream.flush()
        self._is_shown = True

    def clear(self) -> None:
        """Take the line away, before other words are written and at the end."""
        if self._is_shown:
            # Chinese characters are two columns wide.
            room = " " * (2 * len(self._words) + 10)
            self._stream.write(f"\r{room}\r")
            self._stream.flush()
            self._is_shown = False
