"""What the clipboard brings for a text: words as the report will hold them, and linked figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from gui.fields.line_field import holds_files
from gui.texts.linked_words import KIND, links_of
from importers.copied_words import CopiedWords, told_left_out, words_of_html
from model.report.links.link import Link
from model.report.values import clean_text

COPIED_FILE = "剪贴板里是文件，不是文字，没有粘贴。要打开它，请用「文件→打开」。"
NOTHING = "剪贴板里没有可以粘贴的文字。"


@dataclass(frozen=True)
class Pasted:
    """Words to be put into a text, the figures in them that follow the tables, and what to tell.

    Without words there is nothing to paste, and `told` says why. `has_table`: a table was left out,
    which belongs to the tables of the report.
    """

    words: str = ""
    links: tuple[Link, ...] = ()
    told: str = ""
    has_table: bool = False


def pasted(source: QMimeData) -> Pasted:
    """Return what is pasted: clean paragraphs, however they were copied; a file is refused."""
    if holds_files(source):
        return Pasted(told=COPIED_FILE)
    if source.hasFormat(KIND):
        return _of_own(source)
    found = words_of_html(source.html()) if source.hasHtml() else None
    if found is not None and (found.words or found.tables):
        return _of_page(found)
    words = clean_text(source.text())
    return Pasted(words) if words else Pasted(told=NOTHING)


def _of_own(source: QMimeData) -> Pasted:
    """Return words copied in a text of this program, with their linked figures."""
    words = clean_text(source.text())
    # Places count only where cleaning left the words as they were copied.
    return Pasted(words, links_of(source, words) if words == source.text() else ())


def _of_page(found: CopiedWords) -> Pasted:
    """Return the paragraphs of a page or document, and what of it was not pasted."""
    words = clean_text(found.words)
    told = []
    if found.tables:
        told.append(f"剪贴板里有{found.tables}张表格，没有粘到文字里")
    if found.left:
        told.append(f"没有粘贴：{told_left_out(found.left)}")
    return Pasted(words, told=f"{'；'.join(told)}。" if told else "", has_table=bool(found.tables))
