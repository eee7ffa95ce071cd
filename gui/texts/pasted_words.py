"""What the clipboard brings for a text: words as the report will hold them, and linked figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from gui.fields.line_field import holds_files
from gui.texts.linked_words import links_of
from model.report.links.link import Link
from model.report.values import clean_text

COPIED_FILE = "剪贴板里是文件，不是文字，没有粘贴。要打开它，请用「文件→打开」。"
NOTHING = "剪贴板里没有可以粘贴的文字。"


@dataclass(frozen=True)
class Pasted:
    """Words to be put into a text, the figures in them that follow the tables, and what to tell.

    Without words there is nothing to paste, and `told` says why.
    """

    words: str = ""
    links: tuple[Link, ...] = ()
    told: str = ""


def pasted(source: QMimeData) -> Pasted:
    """Return what is pasted: Qt keeps Unicode's line ends within one paragraph.

    Of what comes as a web page alone its words are taken; a file is refused.
    """
    if holds_files(source):
        return Pasted(told=COPIED_FILE)
    text = source.text()
    if not text and source.hasHtml():
        text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    words = clean_text(text)
    if not words:
        return Pasted(told=NOTHING)
    # Places count only where cleaning left the words as they were copied.
    return Pasted(words, links_of(source, words) if words == source.text() else ())
