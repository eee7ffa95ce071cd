"""Which elements of a page are not shown, where the page's whole text is not among them."""

from __future__ import annotations

from lxml import etree

from importers.readers.html.html_names import Element, is_never_text
from importers.readers.html.html_styles import PageStyles

LEAST_WHOLE = 200
"""Characters: what is shorter is no report that waits for a script."""

MOST_COUNTED = 200
"""Elements whose words are counted; a page that nests more of them is no saved one."""


class Unseen:
    """Tells what is not shown.

    An element with most of the page's words cannot be meant to stay unseen: a script shows it
    once the page is open, and saved pages stand still before that.
    """

    def __init__(self, root: Element, styles: PageStyles) -> None:
        """Take the page; its words are counted once something is not shown."""
        self._root = root
        self._styles = styles
        self._whole = -1
        self._left = MOST_COUNTED
        self.shown_by_script = False

    def __call__(self, element: Element) -> bool:
        """Return whether the element as a whole is not shown."""
        if not self._styles.is_unseen(element):
            return False
        if self._whole < 0:
            self._whole = _words_in(self._root)
        if self._left <= 0:
            return True
        self._left -= 1
        size = _words_in(element)
        if size < LEAST_WHOLE or size * 2 < self._whole:
            return True
        self.shown_by_script = True
        return False


def _words_in(root: Element) -> int:
    """Return how many characters of text an element holds, scripts and blanks left out."""
    size = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            size += len((element.tail or "").strip()) if element is not root else 0
        elif is_never_text(element) and element is not root:
            walker.skip_subtree()
        else:
            size += len((element.text or "").strip())
    return size
