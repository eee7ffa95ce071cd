"""Whether a window can be opened, asked before Qt is, which would end the process in English."""

from __future__ import annotations

import os
import sys

from gui import below


def has_screen() -> bool:
    """Return whether there is a desktop that lets this user open a window on it."""
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return True
    return below.has_wayland() or below.has_x()
