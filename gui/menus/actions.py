"""Menus, tool bar and keys of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QToolButton

from gui.document.document import Document
from gui.late import when_called
from gui.look.icons import show_icon
from gui.menus.file_actions import FileActions
from gui.menus.tool_bar import MainToolBar
from gui.settings import Settings
from storage.errors import printable

_Keys = QKeySequence.StandardKey
Handler = Callable[[], object]


class Actions:
    """Every action of the window; those that need a report are off while none is open."""

    def __init__(
        self, window: QMainWindow, document: Document, files: FileActions, settings: Settings
    ) -> None:
        self._window = window
        self._document = document
        self._files = files
        self._settings = settings
        self._needing_report: list[QAction] = []
        self._menu_buttons: list[QToolButton] = []
        self.recent_menu = QMenu("最近的文件", window)
        self.sections_menu = QMenu("转到", window)
        self._make_file_actions()
        self._make_edit_actions()
        self._build_file_menu()
        self._build_edit_menu()
        document.replaced.connect(self.refresh)
        files.desk.recent_changed.connect(self.refresh_recent)
        self.refresh()
        self.refresh_recent()

    def make(
        self,
        text: str,
        handler: Handler,
        key: QKeySequence | QKeySequence.StandardKey | str | None = None,
        tip: str = "",
        needs_report: bool = True,
    ) -> QAction:
        """Return a new action of the window."""
        action = QAction(text, self._window)
        action.triggered.connect(lambda _=False: handler())
        if key is not None:
            action.setShortcut(QKeySequence(key))
        if tip:
            action.setStatusTip(tip)
        if needs_report:
            self._needing_report.append(action)
        return action

    def _make_file_actions(self) -> None:
        files = self._files
        self.new = self.make("新建空白报告…", files.new_blank, _Keys.New, needs_report=False)
        self.new_from_last = self.make(
            "以上年报告为模板新建…", files.new_from_last, "Ctrl+Shift+N", needs_report=False
        )
        self.open = self.make("打开…", files.open, _Keys.Open, needs_report=False)
        self.open_clipboard = self.make(
            "从剪贴板导入…",
            files.open_clipboard,
            tip="在网页、Word 或 WPS 里全选并复制整篇报告，再点这里",
            needs_report=False,
        )
        self.fill_in = [
            self.make(
                "从文件填入正在编辑的报告…",
                files.fill_from_file,
                tip="只有一张表、几行数字的文件也行，填入前先看一看",
            ),
            self.make(
                "从剪贴板填入正在编辑的报告…",
                files.fill_from_clipboard,
                tip="连同左边的文字一起复制表格，再点这里；填入前先看一看",
            ),
        ]
        self.save = self.make("保存", files.save, _Keys.Save)
        self.save_as = self.make("另存为…", files.save_as, "Ctrl+Shift+S")
        self.versions = self.make("历史版本…", files.show_versions, needs_report=False)
        self.export_word = self.make("导出 Word…", files.export_word, "Ctrl+E")
        self.export_public = self.make(
            "导出 Word（网站公开用，不带隐藏数据）…",
            files.export_public,
            tip="文件里只有印出来的内容，不带报告数据、修改时间等看不见的东西",
        )
        self.export_excel = self.make("导出 Excel…", files.export_excel, "Ctrl+Shift+E")
        self.export_pdf = self.make("导出 PDF…", files.export_pdf)
        self._make_other_exports()
        self._make_print_actions()
        self.quit = self.make("退出", self._window.close, "Ctrl+Q", needs_report=False)

    def _make_other_exports(self) -> None:
        files = self._files
        self.other_exports = [
            self.make(
                "导出 Excel（附上年数和校验）…",
                files.export_with_extras,
                tip="多两张工作表：上年数与本年数对照，检查结果逐条列出",
            ),
            self.make("导出网页…", files.export_page),
            self.make("导出文本…", files.export_text),
        ]
        self.export_all = self.make(
            "全部导出到文件夹…",
            files.export_all,
            tip="Word、Excel、PDF、网页、文本各一份，用惯用的文件名",
        )
        self.copy_page = self.make(
            "复制为网页内容",
            files.copy_page,
            tip="整篇报告连同表格，可以粘贴到网站后台的编辑框或 Word、WPS 里",
        )

    def _make_print_actions(self) -> None:
        files = self._files
        set_up_page = when_called(lambda: files.printing.set_up_page)
        self.page_setup = self.make("页面设置…", set_up_page, needs_report=False)
        choose_fonts = when_called(lambda: files.printing.choose_fonts)
        self.fonts = self.make("字体设置…", choose_fonts, needs_report=False)
        preview = when_called(lambda: files.printing.preview)
        self.preview = self.make("打印预览…", preview, _Keys.Print)
        print_report = when_called(lambda: files.printing.print_report)
        self.print = self.make("打印…", print_report, "Ctrl+Shift+P")

    def _make_edit_actions(self) -> None:
        stack = self._document.stack
        self.undo = stack.createUndoAction(self._window, "撤销")
        self.redo = stack.createRedoAction(self._window, "重做")
        for action, step in ((self.undo, self._document.undo), (self.redo, self._document.redo)):
            # The stack's own way would take the lock off a final report without asking.
            action.triggered.disconnect()
            action.triggered.connect(lambda _=False, step=step: step())
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.cut = self.make("剪切", lambda: _to_focus("cut"), _Keys.Cut)
        self.copy = self.make("复制", lambda: _to_focus("copy"), _Keys.Copy)
        self.paste = self.make("粘贴", lambda: _to_focus("paste"), _Keys.Paste)
        self.select_all = self.make("全选", lambda: _to_focus("selectAll"), _Keys.SelectAll)

    def _build_file_menu(self) -> None:
        menu = self._window.menuBar().addMenu("文件(&F)")
        menu.addActions([self.new_from_last, self.new, self.open, self.open_clipboard])
        menu.addMenu(self.recent_menu)
        menu.addActions(self.fill_in)
        menu.addSeparator()
        menu.addActions([self.save, self.save_as, self.versions])
        menu.addSeparator()
        menu.addActions([self.export_word, self.export_public])
        menu.addActions([self.export_excel, self.export_pdf])
        menu.addMenu("其他导出").addActions(self.other_exports)
        menu.addActions([self.export_all, self.copy_page])
        menu.addSeparator()
        menu.addActions([self.page_setup, self.fonts, self.preview, self.print])
        menu.addSeparator()
        menu.addAction(self.quit)

    def _build_edit_menu(self) -> None:
        self._editing = menu = self._window.menuBar().addMenu("编辑(&E)")
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        menu.addActions([self.cut, self.copy, self.paste, self.select_all])

    def add_to_editing(self, actions: list[QAction]) -> None:
        """Add a group to the menu of editing."""
        self._editing.addSeparator()
        self._editing.addActions(actions)

    def add_report_menu(self, actions: list[QAction | None]) -> None:
        """Add the menu of the report, which begins with its parts."""
        menu = self.add_menu("报告(&R)", actions)
        menu.insertMenu(menu.actions()[0], self.sections_menu)

    def add_menu(self, title: str, actions: Sequence[QAction | None]) -> QMenu:
        """Return a new menu at the right; None stands for a line between two groups."""
        menu = self._window.menuBar().addMenu(title)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    def add_help_menu(self, actions: list[QAction]) -> None:
        """Add the help menu."""
        self._window.menuBar().addMenu("帮助(&H)").addActions(actions)

    def add_tool_bar(
        self,
        find: QAction,
        work: Sequence[tuple[QAction, str, str]],
        sign_off: Sequence[QAction | None],
    ) -> MainToolBar:
        """Add the tool bar and return it; `work` is (action, icon, word) of the middle group."""
        bar = MainToolBar(self._window)
        bar.add(self.open, "open", "打开")
        bar.add(self.save, "save", "保存")
        bar.addSeparator()
        bar.add(self._short("撤销", self.undo), "undo", "撤销", keeps_word=False)
        bar.add(self._short("重做", self.redo), "redo", "重做", keeps_word=False)
        bar.addSeparator()
        bar.add(find, "search", "查找", keeps_word=False)
        bar.addSeparator()
        for action, icon, word in work:
            bar.add(action, icon, word)
        bar.addSeparator()
        self._menu_buttons.append(bar.add_menu("导出", "export", self._exports()))
        bar.add(self.preview, "print", "打印预览")
        self._menu_buttons.append(bar.add_menu("审签", "sign", sign_off))
        self._window.addToolBar(bar)
        return bar

    def _exports(self) -> list[QAction | None]:
        for action, icon in (
            (self.export_word, "word"),
            (self.export_excel, "excel"),
            (self.export_pdf, "pdf"),
            (self.export_all, "folder"),
        ):
            show_icon(action, icon)
        words = [self.export_word, self.export_public, self.export_excel, self.export_pdf]
        return [*words, None, *self.other_exports, None, self.export_all, self.copy_page]

    def _short(self, text: str, action: QAction) -> QAction:
        """Return a tool bar action whose word stays short while the step's name is in the menu."""
        stack = self._document.stack
        is_undo = action is self.undo
        handler = self._document.undo if is_undo else self._document.redo
        short = self.make(text, handler, needs_report=False)
        short.setEnabled(action.isEnabled())
        (stack.canUndoChanged if is_undo else stack.canRedoChanged).connect(short.setEnabled)
        (stack.undoTextChanged if is_undo else stack.redoTextChanged).connect(short.setToolTip)
        return short

    # ------------------------------------------------------------ state

    def refresh(self) -> None:
        """Switch what needs a report on or off, and list the parts of the open one."""
        for action in self._needing_report:
            action.setEnabled(self._document.is_open)
        self.sections_menu.setEnabled(self._document.is_open)
        for button in self._menu_buttons:
            button.setEnabled(self._document.is_open)

    def refresh_recent(self) -> None:
        """List the files used last."""
        self.recent_menu.clear()
        files = self._settings.recent_files
        for path in files:
            self._add_recent(path)
        self.recent_menu.setEnabled(bool(files))

    def _add_recent(self, path: Path) -> None:
        action = self.recent_menu.addAction(printable(path.name))
        action.setStatusTip(printable(str(path)))
        action.triggered.connect(lambda _=False: self._files.open_path(path))


def _to_focus(name: str) -> None:
    """Hand cut, copy, paste and select all to whatever has the focus."""
    widget = QApplication.focusWidget()
    method = getattr(widget, name, None)
    if callable(method):
        method()
