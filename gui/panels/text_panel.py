"""The editor of a part's text: one paragraph a line, reused and doubtful words highlighted."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.document.document import Document
from gui.frame.elided import ElidedLabel
from gui.look.fitting import keep_height, space
from gui.look.palette import colours
from gui.look.text_styles import label
from gui.look.theme import follow
from gui.panels.identity_panel import is_undo_key
from gui.panels.kept_selections import KeptSelections
from gui.panels.marked_editor import MarkedEditor, text_before, units
from gui.panels.text_marks import linked_marks, repeated_marks
from gui.panels.text_places import TextPlaces
from gui.texts.linking_deeds import LinkingDeeds
from model.checks import Finding
from model.report.edits import Change, Edit, TextChange, confirm_reused
from model.report.links.following import links_in
from model.report.links.link import UNFILLED, Link
from model.report.links.linking import insert, replacing, source_name
from model.report.report import ReusedText
from model.report.values import clean_text
from model.texts.sentences import Sentence

FOOT = 40
LONGEST_SELECTION = 40
"""Characters of a finding that are selected when it is chosen."""


class TextPanel(QWidget):
    """Edits one part's text; typing is one step of work per pause."""

    _typed_text: str | None = None
    """What the editor holds, while a key in it is made a step."""

    def __init__(self, document: Document, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._section = section
        self.editor = MarkedEditor()
        self._chosen: Finding | None = None
        self._selections = KeptSelections(self.editor)
        self._repeats: Callable[[str], Iterable[Sentence]] = lambda _: ()
        self.editor.setUndoRedoEnabled(False)
        self.editor.setTabChangesFocus(True)
        what = document.report.form.section(section)
        # Where the line above is taken by the sub-headings, what belongs here is said in the text.
        lead = f"{what.help}\n" if what.headings else ""
        self.editor.setPlaceholderText(f"{lead}在这里输入，一段一行；可以从 WPS 复制粘贴文字。")
        self.editor.installEventFilter(self)
        self.editor.source_of = lambda link: (
            f"随表更新，取自{source_name(document.report.form, link.cell)}"
        )
        self.linking = LinkingDeeds(document, section, self.editor, self.editor.selection)
        self.linking.told.connect(self.editor.refused)
        self.count = label()
        self.linked = label()
        self.reused = ElidedLabel()
        self.confirm_one = QPushButton("确认这一段")
        self.confirm_all = QPushButton("全部确认")
        self.frame_button = QPushButton("填入写作框架")
        self.frame_button.setToolTip("先填入各项的写法，＿＿处改成本单位的情况。")
        self._lay_out()
        self.editor.textChanged.connect(self._typed)
        self.editor.menu_wanted.connect(lambda at, place: self.menu(place).exec(at))
        self.confirm_one.clicked.connect(self.confirm_at_cursor)
        self.confirm_all.clicked.connect(self.confirm_section)
        self.frame_button.clicked.connect(self.fill_in_frame)
        document.sections_changed.connect(self._section_changed)
        document.reused_changed.connect(self._show_marks)
        document.findings_changed.connect(self._show_marks)
        self._links: tuple[Link, ...] = ()
        self._show_text()
        follow(self, self._show_marks)
        self.editor.moveCursor(QTextCursor.MoveOperation.Start)

    def _lay_out(self) -> None:
        foot = QWidget(self)
        keep_height(foot, FOOT)
        bar = QHBoxLayout(foot)
        space(bar, 12, gap=12)
        bar.addWidget(self.count)
        bar.addWidget(self.linked)
        bar.addWidget(self.reused, 1)
        bar.addStretch()
        for widget in (self.frame_button, self.confirm_one, self.confirm_all):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        space(layout)
        layout.addWidget(self.editor, 1)
        layout.addWidget(foot)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in this order."""
        return [self.editor, self.frame_button, self.confirm_one, self.confirm_all]

    def menu(self, place: int) -> QMenu:
        """Return what can be done at a place of the text, in characters."""
        menu, editor = QMenu(self), self.editor
        menu.aboutToHide.connect(menu.deleteLater)
        has_words = editor.textCursor().hasSelection()
        for words, deed, is_on in (
            ("剪切", editor.cut, has_words),
            ("复制", editor.copy, has_words),
            ("粘贴", editor.paste, editor.canPaste()),
            ("全选", editor.selectAll, True),
        ):
            menu.addAction(words, deed).setEnabled(is_on)
        menu.addSeparator()
        self.linking.offer(menu, place)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the one stack of the document."""
        return is_undo_key(event) or bool(super().eventFilter(watched, event))

    # ------------------------------------------------------------ text

    def _typed(self) -> None:
        text = self._without_controls()
        report = self._document.report
        if text != report.sections[self._section]:
            name = report.form.section(self._section).name
            self._selections.keep(report.sections[self._section])
            edit = Edit(f"修改「{name}」", self._changes(text))
            self._typed_text = text
            try:
                self._document.push(edit, merge=f"text {self._section}")
            finally:
                self._typed_text = None
            self._tell_followed(text)
        self._selections.note()

    def _changes(self, text: str) -> tuple[Change, ...]:
        """Return the change to what is in the editor now; pasted figures may follow the tables."""
        inserted = self.editor.inserted
        if inserted is not None and inserted.links:
            changes = replacing(self._document.report, self._section, [inserted])
            if changes[0].text == text:
                return changes
        return (TextChange(self._section, text),)

    def _tell_followed(self, text: str) -> None:
        """Tell that pasted figures were written as the tables are here."""
        if self.editor.inserted is not None and self._document.report.sections[
            self._section
        ] not in (text, ""):
            self.editor.refused.emit("粘贴的文字里随表更新的数，已按本报告的表格改写。")

    def _without_controls(self) -> str:
        """Return what stands in the editor.

        What the report will not hold is taken out at once, so that marks stay on their words.
        """
        shown = self.editor.toPlainText()
        text = clean_text(shown)
        if text == shown:
            return text
        cursor = self.editor.textCursor()
        before = clean_text(text_before(shown, cursor.position()))
        with QSignalBlocker(self.editor):
            self._replace_difference(shown, text)
        cursor.setPosition(units(text, len(before)))
        self.editor.setTextCursor(cursor)
        return text

    def _section_changed(self, sections: frozenset[str]) -> None:
        if self._section in sections:
            self._show_text()

    def _show_text(self) -> None:
        """Put the report's text into the editor, touching only what differs."""
        text = self._document.report.sections[self._section]
        shown, self._typed_text = self._typed_text or self.editor.toPlainText(), None
        if shown != text:
            with QSignalBlocker(self.editor):
                self._replace_difference(shown, text)
            self._selections.restore(text)
        # What is typed here moves the marks on it along, until it is checked again.
        if shown != text or self._links != links_in(self._document.report, self._section):
            self._show_marks()
        self._show_count()

    def _replace_difference(self, old: str, new: str) -> None:
        start = _common(old, new)
        end = _common(old[start:][::-1], new[start:][::-1])
        cursor = self.editor.textCursor()
        cursor.setPosition(units(old, start))
        cursor.setPosition(units(old, len(old) - end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[start : len(new) - end])
        self.editor.setTextCursor(cursor)

    def _show_count(self) -> None:
        text = self._document.report.sections[self._section]
        letters = len("".join(text.split()))
        paragraphs = sum(1 for line in text.split("\n") if line.strip())
        self.count.setText(f"{letters} 字，{paragraphs} 段")
        frame = self._document.report.form.section(self._section).frame
        self.frame_button.setVisible(bool(frame) and not letters)

    def fill_in_frame(self) -> None:
        """Put the frame of the part into its empty text, with the report's year."""
        report = self._document.report
        section = report.form.section(self._section)
        frame = section.frame.replace("{year}", str(report.year or UNFILLED))
        name = f"填入「{section.name}」的写作框架"
        end = len(report.sections[section.key])
        self._document.push(insert(report, section.key, 0, end, frame, name))
        self.editor.setFocus()

    # ------------------------------------------------------------ marks

    def _show_marks(self) -> None:
        reused = self._document.section_reused(self._section)
        paragraphs = sum(1 for piece in reused if not piece.is_figure)
        figures = len(reused) - paragraphs
        words = [f"{paragraphs} 段文字"] if paragraphs else []
        words += [f"{figures} 处数字"] if figures else []
        self.reused.setText(f"沿用上年：{'、'.join(words)}")
        for widget in (self.reused, self.confirm_one, self.confirm_all):
            widget.setVisible(bool(reused))
        found = self._findings_on_words()
        self._places = TextPlaces(self.editor.document(), self.editor.toPlainText())
        self.editor.show_findings(found)
        self._links = links = links_in(self._document.report, self._section)
        self.editor.show_links(links)
        self._show_linked(len(links))
        self._show_copied(reused)
        self._frame_chosen()
        self.editor.setExtraSelections(
            [
                *self._reused_marks(reused),
                *self._repeated_marks(),
                *linked_marks(self._places, links),
                *self._chosen_marks(),
                *self._finding_marks(found),
            ],
        )

    def _show_linked(self, count: int) -> None:
        """Show how many figures follow the tables, tinted as they are."""
        self.linked.setVisible(bool(count))
        style = f"background:{colours.linked.name()}; color:{colours.text.name()}"
        self.linked.setText(f"<span style='{style}'>&nbsp;{count} 处&nbsp;</span> 随表更新")
        self.linked.setAccessibleName(f"{count} 处数字随表更新")

    def _show_copied(self, reused: list[ReusedText]) -> None:
        """Show beside the text which paragraphs are last year's."""
        text = self.editor.toPlainText()
        spans = [
            (start, start + len(piece.text))
            for piece in reused
            if not piece.is_figure
            for start in _places(text, piece)
        ]
        self.editor.show_copied([start for start, _ in spans], [end for _, end in spans])

    def _frame_chosen(self) -> None:
        chosen = self._chosen
        is_here = chosen is not None and chosen.start >= 0
        self.editor.show_chosen(
            chosen.start if chosen is not None and is_here else 0,
            chosen.length if chosen is not None and is_here else 0,
        )

    def mark_repeats(self, repeats: Callable[[str], Iterable[Sentence]]) -> None:
        """Mark the sentences that a function picks out of the text, now and from now on."""
        self._repeats = repeats
        self._show_marks()

    def _repeated_marks(self) -> list[QTextEdit.ExtraSelection]:
        text = self.editor.toPlainText()
        return repeated_marks(self.editor, text, self._repeats(text))

    def _reused_marks(self, reused: list[ReusedText]) -> list[QTextEdit.ExtraSelection]:
        text = self.editor.toPlainText()
        marks: list[QTextEdit.ExtraSelection] = []
        for piece in sorted(reused, key=lambda piece: piece.is_figure):
            marks += [
                self._mark(start, len(piece.text), background=colours.copied)
                for start in _places(text, piece)
            ]
        return marks

    def _findings_on_words(self) -> list[Finding]:
        """Return the findings on words of this text, none on a paragraph's empty end."""
        return [
            item
            for item in self._document.section_findings(self._section)
            if item.section == self._section and item.length > 0 and item.start >= 0
        ]

    def _finding_marks(self, findings: list[Finding]) -> list[QTextEdit.ExtraSelection]:
        return [
            self._mark(
                item.start,
                item.length,
                background=colours.level_ground(item.level),
                underline=colours.level(item.level),
            )
            for item in findings
        ]

    def _chosen_marks(self) -> list[QTextEdit.ExtraSelection]:
        chosen = self._chosen
        if chosen is None or chosen.start < 0 or not chosen.length:
            return []
        return [self._mark(chosen.start, chosen.length, background=colours.qsoft)]

    def _mark(
        self,
        start: int,
        length: int,
        background: QColor | None = None,
        underline: QColor | None = None,
    ) -> QTextEdit.ExtraSelection:
        style = QTextCharFormat()
        if background is not None:
            style.setBackground(background)
        if underline is not None:
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            style.setUnderlineColor(underline)
            style.setProperty(QTextFormat.Property.TextUnderlineColor, underline)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._places.cursor(start, length)
        mark.format = style
        return mark

    def mark(self, finding: Finding | None) -> None:
        """Lay a colour under the words of the chosen finding, and under no others."""
        chosen = finding if finding is not None and finding.section == self._section else None
        if chosen != self._chosen:
            self._chosen = chosen
            self._show_marks()

    def show_finding(self, finding: Finding) -> None:
        """Bring the words of a finding into view, selected where they are short.

        A whole paragraph is not selected: the next key would replace it.
        """
        if finding.start >= 0:
            length = finding.length if finding.length <= LONGEST_SELECTION else 0
            self.editor.setTextCursor(self.editor.range_cursor(finding.start, length))
            self.editor.centre()
        self.editor.setFocus()

    # ------------------------------------------------------------ reused text

    def confirm_at_cursor(self) -> None:
        """Confirm the reused pieces of the paragraph that the cursor is in."""
        line = self.editor.textCursor().block().text()
        pieces = [
            piece
            for piece in self._document.section_reused(self._section)
            if (piece.text in line if piece.is_figure else piece.text == line)
        ]
        if pieces:
            self._document.push(confirm_reused(self._document.report, pieces))
        self.editor.setFocus()

    def confirm_section(self) -> None:
        """Confirm every reused piece of this part."""
        pieces = self._document.section_reused(self._section)
        if pieces:
            self._document.push(confirm_reused(self._document.report, pieces))


def _places(text: str, piece: ReusedText) -> list[int]:
    """Return where a reused piece stands: a paragraph as a whole line, a figure anywhere."""
    found, start = [], text.find(piece.text)
    while start >= 0 and piece.text:
        end = start + len(piece.text)
        begins = start == 0 or text[start - 1] == "\n"
        if piece.is_figure or (begins and text[end : end + 1] in ("", "\n")):
            found.append(start)
        start = text.find(piece.text, end)
    return found


def _common(one: str, other: str) -> int:
    """Return how many first characters two texts share."""
    limit = min(len(one), len(other))
    return next((i for i in range(limit) if one[i] != other[i]), limit)
