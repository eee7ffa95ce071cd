"""The line at the foot of the window: saved or not, what is selected, days left, zoom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui import below
from gui.document.document import Document
from gui.frame.elided import ElidedLabel
from gui.look.fitting import keep_height, keep_width, space
from gui.look.icons import SIGN, picture, show_icon
from gui.look.text_styles import deadline_role, label, tint
from gui.look.theme import follow, look

HEIGHT, BUTTON = 24, 26
NO_REPORT = "没有打开报告"
UNSAVED, SAVED, READ_IN = "未保存", "已保存", "读入的，还没有存成年报文件"
READ_ONLY = "只读，不能改"


class StateLine(QWidget):
    """Tells how the report stands; a notice stands between for as long as it takes to read it."""

    def __init__(
        self, document: Document, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._today = today
        self._sign = ("", "")
        self._saved_at: datetime | None = None
        keep_height(self, HEIGHT)
        self.sign = QLabel()
        self.saved = label("", is_bold=True)
        self.signed = label("", is_bold=True)
        self.selection = ElidedLabel()
        self.notice = ElidedLabel()
        self.deadline = label()
        self.percent = label()
        self.smaller = _zoom_button("zoom-out", "缩小", lambda: look.step(-1))
        self.larger = _zoom_button("zoom-in", "放大", lambda: look.step(1))
        self._lay_out()
        self._connect()
        self._show_saved()

    def _lay_out(self) -> None:
        self._line = line = QHBoxLayout(self)
        space(line, 12, gap=12, right=8)
        for widget in (self.sign, self.saved, self.signed):
            line.addWidget(widget)
        line.addWidget(self.selection, 2)
        line.addWidget(self.notice, 3)
        line.addWidget(self.deadline)
        zoom = QHBoxLayout()
        space(zoom)
        zoom.addWidget(self.smaller)
        zoom.addWidget(self.percent)
        zoom.addWidget(self.larger)
        line.addLayout(zoom)

    def _connect(self) -> None:
        document = self._document
        document.modified_changed.connect(self._show_saved)
        document.saved.connect(self._note_saved)
        document.replaced.connect(self._begin)
        for signal in (document.replaced, document.identity_changed, document.office_changed):
            signal.connect(self._show_deadline)
        for signal in (document.replaced, document.findings_changed, document.sign_off_changed):
            signal.connect(self._show_signed)
        # Every check looks at the day again: a window may stay open over midnight.
        document.findings_changed.connect(self._show_deadline)
        follow(self, self._show_look)

    def _show_look(self) -> None:
        words = "大字 " if look.percent > 100 else ""
        self.percent.setText(f"{words}{look.percent}%")
        if self._sign[0]:
            self.sign.setPixmap(picture(*self._sign, SIGN))

    # ------------------------------------------------------------ saved or not

    def _begin(self) -> None:
        self._saved_at = None
        self._show_saved()

    def _note_saved(self) -> None:
        self._saved_at = datetime.now().astimezone()
        self._show_saved()

    def _show_saved(self, *_: object) -> None:
        if not self._document.is_open:
            self._show_state("", "text", NO_REPORT)
        elif self._document.read_only:
            self._show_state("locked", "query", READ_ONLY)
        elif self._document.is_modified:
            self._show_state("unsaved", "query", UNSAVED)
        elif self._document.is_read_in:
            self._show_state("import", "text", READ_IN)
        else:
            at = f" {self._saved_at.hour}:{self._saved_at:%M}" if self._saved_at else ""
            self._show_state("done", "ok", f"{SAVED}{at}")

    def _show_state(self, icon: str, role: str, words: str) -> None:
        self._sign = (icon, role)
        self.sign.setVisible(bool(icon))
        self.saved.setText(words)
        self.saved.setToolTip(self._document.read_only)
        tint(self.saved, role if role == "query" else "text")
        self._show_look()

    def _show_signed(self) -> None:
        now = below.standing_notice(self._document.report)
        self.signed.setText(now.mark)
        self.signed.setToolTip(now.sentence)
        self.signed.setVisible(bool(now.mark))
        tint(self.signed, "query" if now.is_warning else "ok")

    # ------------------------------------------------------------ the rest

    def show_notice(self, text: str) -> None:
        """Show a line, or none; what is selected gives way to it."""
        self.notice.setText(text)
        self.selection.setVisible(not text)

    def add_sign(self, sign: QWidget) -> None:
        """Let a lasting sign stand behind what tells whether the report is saved."""
        self._line.insertWidget(3, sign)

    def show_selection(self, words: str) -> None:
        """Show what the selected cells add up to; "" for a single one."""
        self.selection.setText(words)

    def _show_deadline(self) -> None:
        if not self._document.is_open:
            return
        left = below.days_left(self._document.report.deadline, self._today())
        self.deadline.setText(left.words)
        self.deadline.setVisible(bool(left.words))
        tint(self.deadline, deadline_role(left))
        self.deadline.setToolTip("期限可在「报告→本单位设置」里改")


def _zoom_button(icon: str, name: str, deed: Callable[[], None]) -> QPushButton:
    button = QPushButton()
    button.setProperty("bare", True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(lambda: deed())
    show_icon(button, icon)
    keep_width(button, BUTTON)
    return button
