"""Whether last year's figures are shown beside this year's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ComparisonSwitch(QObject):
    """Whether the cells show last year's figure; one switch for all tables of the window."""

    toggled = Signal(bool)

    def __init__(self, is_on: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = is_on

    def turn(self, is_on: bool) -> None:
        """Show last year's figures, or no longer."""
        if is_on != self.is_on:
            self.is_on = is_on
            self.toggled.emit(is_on)
