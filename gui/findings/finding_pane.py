"""The pane below the findings: what can be done about the chosen one, always as high."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.look.fitting import ground, keep_height, space
from gui.look.icons import LEVEL_ICONS, LEVEL_ROLES, picture, show_icon
from gui.look.palette import colours
from gui.look.sizes import BODY, SECOND
from gui.look.text_styles import label, write
from gui.look.theme import follow
from gui.look.tool_tips import wrapped
from model.checks import Level
from model.judging.finding_entries import Entry
from model.judging.fix_preview import Piece, fix_preview
from model.report.edits import Edit
from model.report.report import Report

HEIGHT, PREVIEW = 268, 56
NEXT = "下一处问题　F8"
NOTHING = "点上面的一条，看看在哪里、怎样改。"


class FindingPane(QWidget):
    """Shows how things stand now and after the fix, and at its foot the deeds.

    It never changes its height, and its last button stays in its place: no button comes to lie
    under a second click.
    """

    def __init__(self) -> None:
        super().__init__()
        ground(self, "window")
        keep_height(self, HEIGHT)
        self._entry: Entry | None = None
        self._report: Report | None = None
        self.sign = QLabel()
        self.heading = label("", is_bold=True)
        self.told = label("", SECOND, role="text2")
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.now, self.then = ChangedLine(), ChangedLine()
        self.fix_button, self.go_button = QPushButton(), QPushButton()
        self.declare_button = QPushButton()
        self.next_button = QPushButton(NEXT)
        self.next_button.setProperty("primary", True)
        show_icon(self.next_button, "next", role="onaccent")
        self._lay_out()
        follow(self, self._show_look)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        space(head, gap=4)
        head.addWidget(self.sign)
        head.addWidget(self.heading, 1)
        layout = QVBoxLayout(self)
        space(layout, 12, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self._preview())
        layout.addWidget(self.told, 1)
        layout.addWidget(self.fix_button)
        pair = QHBoxLayout()
        space(pair, gap=8)
        pair.addWidget(self.go_button, 1)
        pair.addWidget(self.declare_button, 1)
        layout.addLayout(pair)
        layout.addWidget(self.next_button)

    def _preview(self) -> QWidget:
        self.preview = QFrame()
        ground(self.preview, "surface")
        self.preview.setFrameShape(QFrame.Shape.Box)
        column = QVBoxLayout(self.preview)
        space(column, 8, 3, 2)
        keep_height(self.preview, PREVIEW)
        for name, line in (("现在", self.now), ("改后", self.then)):
            row = QHBoxLayout()
            space(row, gap=8)
            row.addWidget(label(name, SECOND, role="text2"))
            row.addWidget(line, 1)
            column.addLayout(row)
        return self.preview

    def _show_look(self) -> None:
        palette = self.preview.palette()
        palette.setColor(palette.ColorRole.WindowText, colours.line)
        self.preview.setPalette(palette)
        self._show()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in this order."""
        return [self.fix_button, self.go_button, self.declare_button, self.next_button]

    def show_entry(self, entry: Entry | None, report: Report, declaring: str) -> None:
        """Show what can be done about a finding; `declaring` is what its second button says."""
        self._entry, self._report = entry, report
        self.declare_button.setText(declaring)
        self._show()

    def _show(self) -> None:
        entry = self._entry
        fix = entry.finding.fix if entry is not None and entry.reason is None else None
        self._show_fix(fix)
        self.go_button.setVisible(entry is not None)
        self.declare_button.setVisible(entry is not None)
        self.heading.setText(self._headline(has_fix=fix is not None))
        self.told.setText(self._words())
        self.told.setToolTip(wrapped(entry.finding.message if entry is not None else ""))
        self._show_sign(entry.finding.level if entry is not None else None)
        if entry is not None:
            self.go_button.setText(_leads_to(entry))

    def _show_fix(self, fix: Edit | None) -> None:
        lines = fix_preview(self._report, fix) if fix is not None and self._report else None
        self.preview.setVisible(lines is not None)
        if lines is not None:
            self.now.show_piece(lines[0], "error", "errsoft", is_struck=True)
            self.then.show_piece(lines[1], "ok", "oksoft", is_struck=False)
        self.fix_button.setVisible(fix is not None)
        self.fix_button.setText(fix.name if fix is not None else "")

    def _show_sign(self, level: Level | None) -> None:
        self.sign.setVisible(level is not None)
        if level is not None:
            self.sign.setPixmap(picture(LEVEL_ICONS[level], LEVEL_ROLES[level]))

    def _headline(self, *, has_fix: bool) -> str:
        if self._entry is None:
            return ""
        if self._entry.reason is not None:
            return "已注明情况属实"
        return "改这一处" if has_fix else self._entry.finding.level.label

    def _words(self) -> str:
        if self._entry is None:
            return NOTHING
        if self._entry.reason is not None:
            return self._entry.reason
        # Beside a fix there is room for one of both; the tip tells the rest.
        has_room = self._entry.rule and self._entry.finding.fix is None
        rule = f"依据：{self._entry.rule}" if has_room else ""
        return "\n".join(words for words in (self._entry.advice, rule) if words)


def _leads_to(entry: Entry) -> str:
    """Return what the button to the place of a finding says."""
    if entry.finding.cells and not entry.finding.has_words:
        return "看表格"
    return "看正文" if entry.finding.section else "看标题"


class ChangedLine(QLabel):
    """One line of words of which some stand out; what has no room is cut off."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        write(self, BODY)

    def show_piece(self, piece: Piece, role: str, fill: str, *, is_struck: bool) -> None:
        """Show a line whose changed words are bold on a ground, struck through or underlined."""
        line = "line-through" if is_struck else "underline"
        style = (
            f"color:{colours.of(role).name()}; background:{colours.of(fill).name()};"
            f"text-decoration:{line}; font-weight:bold"
        )
        self.setAccessibleName(piece.text)
        self.setToolTip(wrapped(piece.text))
        self.setText(
            f"{escape(piece.before)}<span style='{style}'>{escape(piece.changed)}</span>"
            f"{escape(piece.after)}"
        )
