"""The actions on the texts of the open report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from gui import late
from gui.menus.actions import Actions
from gui.menus.file_actions import FileActions
from gui.menus.menu_of_report import MenuOfReport


class TextActions(MenuOfReport):
    """Adds to the menu of editing what is done with the words of a part."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        files: FileActions,
        workspace: Callable[[], late.Workspace | None],
    ) -> None:
        super().__init__(window, files, workspace)
        make = actions.make
        self.insert = make(
            "插入表内数据…",
            self._insert,
            "Ctrl+Shift+I",
            tip="把表里的数、常用的整句放到正文的光标处，以后随表更新",
        )
        self.link_equal = make(
            "本部分与表一致的数随表更新",
            self._link_equal,
            tip="正文里认得准、又与表一致的数，以后随表更新",
        )
        self.find = make("查找…", self._find, "Ctrl+F")
        self.replace = make("替换…", self._replace, "Ctrl+H")
        self.find_next = make("查找下一处", lambda: self._step(1), "F3")
        self.find_previous = make("查找上一处", lambda: self._step(-1), "Shift+F3")
        actions.add_to_editing([self.find, self.replace, self.find_next, self.find_previous])
        actions.add_to_editing([self.insert, self.link_equal])

    def _find(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.finder.begin()

    def _replace(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.finder.begin(is_replacing=True)

    def _step(self, step: int) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.finder.step(step)

    def _text(self) -> late.TextPanel | None:
        """Return the text of the part that is shown, brought into view."""
        workspace = self._workspace()
        if workspace is None:
            return None
        workspace.page().take_text()
        return workspace.page().text

    def _insert(self) -> None:
        text = self._text()
        if text is not None:
            text.linking.choose()

    def _link_equal(self) -> None:
        text = self._text()
        if text is not None:
            text.linking.link_equal()
