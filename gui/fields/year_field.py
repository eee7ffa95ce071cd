"""The field of a report's year, which shows whatever stands there and takes years of reports."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QSpinBox, QWidget

from gui.look.text_styles import tint
from model.report.year_range import FIRST_YEAR, LAST_YEAR, is_report_year
from model.texts.width import narrow

_NONE = 0
"""The field's lowest number; it stands for a year that is not known."""
_LARGEST = 9999
_DIGITS = 4
_State = QValidator.State
_Step = QAbstractSpinBox.StepEnabledFlag


class YearField(QSpinBox):
    """A year of four digits; `without` is what is shown for none, "" where one must be given."""

    refused = Signal(str)
    """What was typed is no year of a report; the words say so, and the old year stands again."""

    def __init__(self, without: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._without = without
        self.setRange(_NONE if without else 1, _LARGEST)
        self.setSpecialValueText(without)
        # Whoever types 2023 does not mean the year 2, 20 or 202.
        self.setKeyboardTracking(False)
        # Qt would give the keys to what the wheel turns over, and turn the year with them.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def year(self) -> int | None:
        """Return the year, or None where none is set."""
        return self.value() or None

    def show_year(self, year: int | None) -> None:
        """Show the year that stands in the report, also one that could not be typed here."""
        with QSignalBlocker(self):
            self.setValue(year or self.minimum())

    @property
    def problem(self) -> str:
        """Return why what is typed cannot be taken, or ""."""
        if self.hasAcceptableInput():
            return ""
        return _refusal(self._typed(self.text()))

    def _typed(self, text: str) -> str:
        return narrow(text).removesuffix(self.suffix()).strip()

    # ------------------------------------------------------------ Qt

    def validate(self, text: str, position: int) -> tuple[_State, str, int]:
        """Take years of reports and the year that stands there; refuse what is no digit."""
        typed = self._typed(text)
        if self._without and typed == self._without:
            return _State.Acceptable, text, position
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) <= _DIGITS):
            return _State.Invalid, text, position
        is_year = len(typed) == _DIGITS and is_report_year(int(typed))
        is_right = is_year or typed == str(self.value())
        return _State.Acceptable if is_right else _State.Intermediate, narrow(text), position

    def fixup(self, text: str) -> str:
        """Tell that what was typed is no year; Qt then shows the old one again."""
        typed = self._typed(text)
        if typed:
            self.refused.emit(f"没有采用。{_refusal(typed)}")
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from closing a dialog with another year than the one that was typed."""
        is_right = self.hasAcceptableInput()
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_right:
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone unless the field was chosen before."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def stepBy(self, steps: int) -> None:
        """Go up and down among the years of reports, and below the first one to none."""
        year = self.value() + steps
        if year < FIRST_YEAR and steps < 0 and self._without:
            self.setValue(_NONE)
        else:
            self.setValue(min(LAST_YEAR, max(FIRST_YEAR, year)))

    def stepEnabled(self) -> _Step:
        """Return where the arrows lead on."""
        lowest = _NONE if self._without else FIRST_YEAR
        up = _Step.StepUpEnabled if self.value() < LAST_YEAR else _Step.StepNone
        return up | (_Step.StepDownEnabled if self.value() > lowest else _Step.StepNone)


class YearHint(QLabel):
    """A line below a year's field that says why what was typed is no year, till the next key.

    Where a dialog could be accepted meanwhile it speaks `while_typing`, too.
    """

    def __init__(self, field: YearField, *, while_typing: bool = False) -> None:
        super().__init__()
        self.setWordWrap(True)
        tint(self, "error")
        self.hide()
        field.lineEdit().textChanged.connect(
            lambda: self._show(field.problem if while_typing else "")
        )
        # Queued: the old year, which Qt shows in its place, must not take the words away.
        field.refused.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, words: str) -> None:
        self.setText(words)
        self.setVisible(bool(words))


def _refusal(typed: str) -> str:
    return f"「{typed}」不是报告的年度，年度是{FIRST_YEAR}到{LAST_YEAR}之间的四位数字。"
