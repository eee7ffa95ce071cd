"""Loading Qt without what it does to every import after it."""

from __future__ import annotations

import builtins
from importlib import import_module


def load_qt(module: str) -> None:
    """Load a module of Qt, and leave importing as it was.

    PySide6 puts its own import in the place of Python's, which reads the source of every module
    that is imported later to see whether it asks for other names of Qt's functions. Nothing here
    does, and reading all that would be a tenth of a start and stay in memory.
    """
    plain = builtins.__import__
    import_module(module)
    builtins.__import__ = plain
