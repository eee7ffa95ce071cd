"""Tells which official fonts this computer lacks, once before the first PDF file of a session."""

from __future__ import annotations

from exporters.page_style import PageStyle
from exporters.paged.fonts import FontBook
from gui.messages import Messages

INSTEAD = (
    "换一台装有这些字体的电脑打印，或先安装字体，版面会更标准。\n"
    "有字体文件的，在“字体设置”里点“用字体文件”，选一次就行；也可以在那里另选字体。"
)


def missing_sentence(fonts: FontBook) -> str:
    """Return one sentence that names the fonts that are missing and what is used, or ""."""
    missing = fonts.missing()
    if not missing:
        return ""
    lacking: dict[str, str] = {}
    for font in missing:
        lacking[font.instead] = lacking.get(font.instead, "") + f"“{font.name}”"
    parts = [f"{names}用“{instead}”代替" for instead, names in lacking.items()]
    return f"这台电脑没有装全公文字体：{'，'.join(parts)}。"


class FontNotice:
    """Tells of missing fonts no more than once for the same fonts."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._shown: set[str] = set()

    def tell_once(self, style: PageStyle) -> None:
        """Tell which fonts are missing, unless that has been told."""
        sentence = missing_sentence(FontBook(style))
        if sentence and sentence not in self._shown:
            self._shown.add(sentence)
            self._messages.tell("字体", f"{sentence}\n{INSTEAD}")
