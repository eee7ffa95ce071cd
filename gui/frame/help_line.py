"""The line below a table on what the current cell means, always as high."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.frame.elided import ElidedLabel
from gui.look.fitting import ground, keep_height, space
from gui.look.icons import sign
from gui.look.sizes import SECOND
from gui.look.text_styles import label

HEIGHT = 24


class HelpLine(QWidget):
    """Shows a sign, the words, and at the right what the small figures are."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "surface")
        keep_height(self, HEIGHT)
        self.words = ElidedLabel()
        self.aside = label("", SECOND, role="text2")
        line = QHBoxLayout(self)
        space(line, 12, gap=8)
        line.addWidget(sign("info", "accent"))
        line.addWidget(self.words, 1)
        line.addWidget(self.aside)
