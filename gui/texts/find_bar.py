"""The bar that finds words in all parts of the report and puts others in their place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.document.document import Document
from gui.fields.line_field import LineField
from gui.look.fitting import ground, keep_height, space
from gui.look.icons import show_icon
from gui.look.sizes import SECOND
from gui.look.text_styles import label
from gui.texts.hit_delegate import HIT, HitDelegate
from model.report.writing.word_search import Hit, replace_words, search

LIST = 118
"""Pixels at 100 % of the list of what was found."""
LINKED = "随表更新，改表格"


class FindBar(QWidget):
    """Lists what was found by parts; each row leads there. A replacement is one step of work."""

    hit_chosen = Signal(object)
    notified = Signal(str)
    closed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._hits: tuple[Hit, ...] = ()
        self.wanted, self.words = LineField(), LineField()
        self.previous, self.next = QPushButton("上一处"), QPushButton("下一处")
        self.replace_one = QPushButton("替换这一处")
        self.replace_all = QPushButton("全部替换")
        self.close_button = QPushButton("关闭")
        self.equal = QCheckBox("全角、半角不分")
        self.told = label(size=SECOND, role="text2")
        self.list = QListWidget()
        ground(self, "window")
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self.equal.setChecked(True)
        self.list.setAccessibleName("找到的各处")
        self.list.setItemDelegate(HitDelegate(self.list))
        self.wanted.setAccessibleName("查找")
        self.words.setAccessibleName("替换为")
        keep_height(self.list, LIST)
        layout = QVBoxLayout(self)
        space(layout, 12, 8, 8)
        buttons = ((self.previous, self.next, self.equal), (self.replace_one, self.replace_all))
        ends = (self.close_button, self.told)
        fields = (("查找", self.wanted), ("替换为", self.words))
        width = max(QLabel(name).sizeHint().width() for name, _ in fields)
        for (name, field), here, last in zip(fields, buttons, ends, strict=True):
            row = QHBoxLayout()
            space(row, gap=8)
            words = QLabel(name)
            words.setMinimumWidth(width)
            words.setBuddy(field)
            for widget in (words, field, *here, last):
                row.addWidget(widget, 1 if widget is field else 0)
            layout.addLayout(row)
        layout.addWidget(self.list)
        show_icon(self.next, "down")

    def _connect(self) -> None:
        self.wanted.textChanged.connect(self.refresh)
        self.equal.toggled.connect(self.refresh)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.replace_one.clicked.connect(self.replace_current)
        self.replace_all.clicked.connect(self.replace_every)
        self.close_button.clicked.connect(self.leave)
        self.list.itemClicked.connect(lambda _: self._lead())
        self.list.itemActivated.connect(lambda _: self._lead())
        self._document.changed.connect(self._follow)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in this order."""
        first = [self.wanted, self.previous, self.next, self.equal, self.words]
        return [*first, self.replace_one, self.replace_all, self.list, self.close_button]

    # ------------------------------------------------------------ opening and leaving

    def begin(self, words: str, *, is_replacing: bool) -> None:
        """Show the bar, with words to look for where there are any, and give it the keys."""
        self.show()
        if words:
            self.wanted.setText(words)
        self.refresh()
        field = self.words if is_replacing and self.wanted.text() else self.wanted
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def leave(self) -> None:
        """Close the bar and give the keys back to the part."""
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Esc here, which over the parts takes the frame off a finding."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next place by Enter in a field, with Shift to the one before; leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ what is found

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """List what is found as the report is now, keeping the chosen row."""
        row, wanted = self.list.currentRow(), self.wanted.text()
        report = self._document.report
        self._hits = search(report, wanted, is_width_equal=self.equal.isChecked())
        with QSignalBlocker(self.list):
            self.list.clear()
            for hit in self._hits:
                self.list.addItem(_item(hit))
            self.list.setCurrentRow(min(row, len(self._hits) - 1))
        self.told.setText(self._count(wanted))
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._hits))
        can_replace = any(not hit.is_linked for hit in self._hits)
        self.replace_one.setEnabled(can_replace)
        self.replace_all.setEnabled(can_replace)

    def _count(self, wanted: str) -> str:
        if not wanted:
            return "在各部分正文、标题、单位和数字来源里找"
        if not self._hits:
            return "没有找到"
        parts = len({hit.place for hit in self._hits})
        linked = sum(hit.is_linked for hit in self._hits)
        kept = f"，其中{linked}处随表更新，不替换" if linked else ""
        return f"共{len(self._hits)}处，在{parts}个地方{kept}"

    @property
    def current(self) -> Hit | None:
        """Return the place that is chosen, or None."""
        row = self.list.currentRow()
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def go(self, step: int) -> None:
        """Lead to the next place, or the one before; after the last the first comes again."""
        self._document.finish_typing()
        if not self._hits:
            return
        row = self.list.currentRow()
        first = 0 if step > 0 else len(self._hits) - 1
        self.list.setCurrentRow(first if row < 0 else (row + step) % len(self._hits))
        self._lead()

    def _lead(self) -> None:
        if self.current is not None:
            self.hit_chosen.emit(self.current)

    # ------------------------------------------------------------ replacing

    def replace_current(self) -> None:
        """Replace the chosen place and lead to the next; where none is chosen, lead to one."""
        self._document.finish_typing()
        hit = self.current
        if hit is None:
            self.go(1)
            return
        if hit.is_linked:
            self.notified.emit("这个数随表更新，要改请改表格；没有替换。")
            self.go(1)
            return
        row, words = self.list.currentRow(), self.words.text()
        if self._document.push(replace_words(self._document.report, [hit], words)):
            self._go_behind(hit, row)

    def _go_behind(self, done: Hit, row: int) -> None:
        """Lead to the first place behind what was just put there, which may hold the words too."""
        end = done.start + len(self.words.text())
        here = [hit for hit in self._hits if hit.place == done.place]
        inside = sum(done.start <= hit.start < end for hit in here)
        if self._hits:
            self.list.setCurrentRow((row + inside) % len(self._hits))
            self._lead()

    def replace_every(self) -> None:
        """Replace all places as one step, but for figures that follow a table."""
        self._document.finish_typing()
        hits = [hit for hit in self._hits if not hit.is_linked]
        kept = len(self._hits) - len(hits)
        if hits and self._document.push(
            replace_words(self._document.report, hits, self.words.text())
        ):
            more = f"；{kept}处随表更新的数没有替换，要改请改表格" if kept else ""
            self.notified.emit(f"已替换{len(hits)}处{more}。可以撤销（Ctrl+Z）。")


def _item(hit: Hit) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(HIT, hit)
    linked = f"（{LINKED}）" if hit.is_linked else ""
    words = f"{hit.place.name}：{hit.before}{hit.words}{hit.after}{linked}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
    item.setToolTip(words)
    return item
