"""Last year's figures beside this year's: whether they are shown, and what is shown."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from model.report.report import Report
from model.report.values import Value, format_value


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


def last_and_change(report: Report, table: str, key: str) -> tuple[str, str]:
    """Return last year's figure and the change since as +3 or −3.

    The figure is "" where last year's is not known, the change where there is none to tell: the
    figure stayed the same, or one of both is blank or no number.
    """
    if report.previous is None:
        return "", ""
    last, now = report.previous.value(table, key), report.value(table, key)
    return format_value(last), _change(last, now)


def _change(last: Value, now: Value) -> str:
    if not isinstance(last, (int, Decimal)) or not isinstance(now, (int, Decimal)):
        return ""
    change = Decimal(now) - Decimal(last)
    sign = "+" if change > 0 else "−"
    return f"{sign}{format_value(abs(change))}" if change else ""
