"""The wheel with Ctrl makes everything larger or smaller, wherever the mouse is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

from gui.look.theme import look


def zooms(event: QWheelEvent) -> bool:
    """Change the zoom by a turn of the wheel with Ctrl, and return whether it was one."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    turn = event.angleDelta().y()
    if turn:
        look.step(1 if turn > 0 else -1)
    event.accept()
    return True
