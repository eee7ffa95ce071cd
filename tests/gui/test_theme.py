from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.look.theme import look


@pytest.mark.usefixtures("qapp")
def test_no_menu_or_list_keeps_a_font_of_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a style sheet brings the desktop's fonts for menus and lists back.

    Only the font of the application sends them away; there is no such desktop here to see it on.
    """
    calls: list[str] = []
    for name in ("setFont", "setPalette", "setStyleSheet"):
        monkeypatch.setattr(QApplication, name, lambda *_, name=name: calls.append(name))
    before = look.percent
    look.step(1)
    monkeypatch.undo()
    look.set_percent(before)
    assert sorted(calls) == ["setFont", "setPalette", "setStyleSheet"]
    assert calls[-1] == "setFont"
