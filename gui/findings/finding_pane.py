"""The pane below the findings: what can be done about the chosen one, always as high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from gui.look.icons import picture, show_icon
from gui.look.levels import LEVEL_ICONS, LEVEL_ROLES
from gui.look.palette import colours
from gui.look.sizes import BODY, SECOND
from gui.look.text_styles import label, write
from gui.look.theme import follow
from gui.look.tool_tips import wrapped
from model.checks import Level
from model.judging.finding_entries import Entry
from model.judging.fix_preview import Piece, fix_preview
from model.report.edits import Edit, TextChange
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
        self.names = tuple(label("", SECOND, role="text2") for _ in range(2))
        self.now, self.then = ChangedLine(), ChangedLine()
        self.fix_button, self.other_button = QPushButton(), QPushButton()
        self.go_button, self.table_button = QPushButton(), QPushButton("看表格")
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
        layout.addLayout(_side_by_side(self.fix_button, self.other_button))
        layout.addLayout(_side_by_side(self.go_button, self.table_button, self.declare_button))
        layout.addWidget(self.next_button)

    def _preview(self) -> QWidget:
        self.preview = QFrame()
        ground(self.preview, "surface")
        self.preview.setFrameShape(QFrame.Shape.Box)
        column = QVBoxLayout(self.preview)
        space(column, 8, 3, 2)
        keep_height(self.preview, PREVIEW)
        for name, line in zip(self.names, (self.now, self.then), strict=True):
            row = QHBoxLayout()
            space(row, gap=8)
            row.addWidget(name)
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
        deeds: list[QWidget] = [self.fix_button, self.other_button, self.go_button]
        return [*deeds, self.table_button, self.declare_button, self.next_button]

    def show_entry(self, entry: Entry | None, report: Report, declaring: str) -> None:
        """Show what can be done about a finding; `declaring` is what its second button says."""
        self._entry, self._report = entry, report
        self.declare_button.setText(declaring)
        self._show()

    def _show(self) -> None:
        entry = self._entry
        edits = entry.finding.edits if entry is not None and entry.reason is None else ()
        self._show_edits(edits)
        self.go_button.setVisible(entry is not None)
        self.declare_button.setVisible(entry is not None)
        finding = entry.finding if entry is not None else None
        has_both = finding is not None and finding.has_words and bool(finding.cells)
        self.table_button.setVisible(has_both)
        self.heading.setText(self._headline(edits))
        self.told.setText(self._words())
        self.told.setToolTip(wrapped(finding.message if finding is not None else ""))
        self._show_sign(finding.level if finding is not None else None)
        if entry is not None:
            self.go_button.setText(_leads_to(entry))

    def _show_edits(self, edits: Sequence[Edit]) -> None:
        """Show what each edit changes: one in two lines, of two each in a line of its own."""
        for number, button in enumerate((self.fix_button, self.other_button)):
            button.setVisible(number < len(edits))
            button.setText(edits[number].name if number < len(edits) else "")
        report = self._report
        found = [(edit, fix_preview(report, edit)) for edit in edits if report is not None]
        self._show_lines([(edit, lines) for edit, lines in found if lines is not None])

    def _show_lines(self, found: Sequence[tuple[Edit, tuple[Piece, Piece]]]) -> None:
        self.preview.setVisible(bool(found))
        if len(found) == 1:
            self._name_lines("现在", "改后")
            now, then = found[0][1]
            self.now.show_pieces((now, True))
            self.then.show_pieces((then, False))
        elif found:
            self._name_lines(*(_side(edit) for edit, _ in found[:2]))
            for line, (_, (now, then)) in zip((self.now, self.then), found, strict=False):
                line.show_pieces((replace(now, after=""), True), (replace(then, before=""), False))

    def _name_lines(self, *names: str) -> None:
        for words, name in zip(self.names, names, strict=True):
            words.setText(name)

    def _show_sign(self, level: Level | None) -> None:
        self.sign.setVisible(level is not None)
        if level is not None:
            self.sign.setPixmap(picture(LEVEL_ICONS[level], LEVEL_ROLES[level]))

    def _headline(self, edits: Sequence[Edit]) -> str:
        if self._entry is None:
            return ""
        if self._entry.reason is not None:
            return "已注明情况属实"
        if self._entry.finding.fix is not None:
            return "改这一处"
        if edits:
            return "改哪一处？" if len(edits) > 1 else "是不是这样？"
        return self._entry.finding.level.label

    def _words(self) -> str:
        if self._entry is None:
            return NOTHING
        if self._entry.reason is not None:
            return self._entry.reason
        # Beside a fix there is room for one of both; the tip tells the rest.
        has_room = self._entry.rule and not self._entry.finding.edits
        rule = f"依据：{self._entry.rule}" if has_room else ""
        return "\n".join(words for words in (self._entry.advice, rule) if words)


def _side_by_side(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    space(row, gap=8)
    for button in buttons:
        row.addWidget(button, 1)
    return row


def _side(edit: Edit) -> str:
    """Return which side of a contradiction an edit changes."""
    return "正文" if any(isinstance(item, TextChange) for item in edit.changes) else "表格"


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

    def show_pieces(self, *pieces: tuple[Piece, bool]) -> None:
        """Show pieces of a line; the changed words of each are bold, struck through if that is so.

        Those that are not struck through are underlined.
        """
        words = "".join(piece.text for piece, _ in pieces)
        self.setAccessibleName(words)
        self.setToolTip(wrapped(words))
        self.setText("".join(_html(piece, is_struck) for piece, is_struck in pieces))


def _html(piece: Piece, is_struck: bool) -> str:
    role, fill = ("error", "errsoft") if is_struck else ("ok", "oksoft")
    style = (
        f"color:{colours.of(role).name()}; background:{colours.of(fill).name()};"
        f"text-decoration:{'line-through' if is_struck else 'underline'}; font-weight:bold"
    )
    return (
        f"{escape(piece.before)}<span style='{style}'>{escape(piece.changed)}</span>"
        f"{escape(piece.after)}"
    )
