"""Collects Python's garbage in the window's own thread only.

Python collects in whatever thread happens to make objects. A widget that is thrown away by a worker
ends its timers in the wrong thread, which Qt forbids and which can end the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 1_000
"""Milliseconds between two looks at how much garbage there may be."""


class GarbageCollector(QObject):
    """Switches the automatic collection off and collects by a timer, as often as Python would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(PAUSE)

    def collect(self) -> None:
        """Collect the oldest generation that is due, and with it all younger ones."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [
            generation
            for generation, (count, limit) in enumerate(zip(counts, limits, strict=True))
            if count > limit
        ]
        if due:
            gc.collect(due[-1])

    def end(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()
