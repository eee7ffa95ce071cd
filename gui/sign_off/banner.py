"""The words in the part's head on a final report and on changes made after signing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.document.document import Document
from gui.frame.elided import ElidedLabel
from gui.frame.part_head import head_button
from gui.look.fitting import space
from gui.look.icons import picture
from gui.look.sizes import SECOND
from gui.look.text_styles import label, tint
from gui.look.theme import follow
from model.signing.standing import Standing, StandingNotice, standing_notice


class SignOffBanner(QWidget):
    """Is not there until a report was made final; takes no line of its own."""

    unlock_wanted = Signal()
    final_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: StandingNotice | None = None
        self.padlock = QLabel()
        self.mark = label("", is_bold=True)
        self.words = ElidedLabel(size=SECOND, role="text2")
        self.unlock = head_button("解除定稿…", "unlock")
        self.again = head_button("重新定稿…", "final")
        line = QHBoxLayout(self)
        space(line, gap=8)
        line.addWidget(self.padlock)
        line.addWidget(self.mark)
        line.addWidget(self.words, 1)
        for button in (self.unlock, self.again):
            # A clicked button that then hides would hand the keys to a field of the report.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        self.unlock.clicked.connect(self.unlock_wanted)
        self.again.clicked.connect(self.final_wanted)
        for signal in (document.findings_changed, document.sign_off_changed):
            signal.connect(self.refresh)
        self.refresh()
        follow(self, self._show_sign)

    @property
    def is_closed(self) -> bool:
        """Return whether the padlock is shown closed."""
        return self._document.report.sign_off.is_locked

    def refresh(self) -> None:
        """Show how the report stands now."""
        now = standing_notice(self._document.report)
        if now == self._shown:
            return
        self._shown = now
        self.mark.setText(now.mark)
        self.words.setText(now.sentence)
        self.unlock.setVisible(self.is_closed)
        self.again.setVisible(not self.is_closed)
        tint(self.mark, "query" if now.is_warning else "ok")
        self._show_sign()
        self.setVisible(now.standing is not Standing.NONE)

    def _show_sign(self) -> None:
        is_warning = self._shown is not None and self._shown.is_warning
        icon = "locked" if self.is_closed else "unlock"
        self.padlock.setPixmap(picture(icon, "query" if is_warning else "ok"))
