"""Where characters of a text stand in Qt's editors, which count in UTF-16 units."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtGui import QTextCursor, QTextDocument

_LAST_OF_ONE_UNIT = "\uffff"


class TextPlaces:
    """The places of a text as it stands now; worked out once for all marks on it."""

    def __init__(self, document: QTextDocument, text: str) -> None:
        self._document = document
        self._length = len(text)
        # Hardly any text has a character of two units; without one the places are the same.
        is_plain = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
        widths = () if is_plain else (2 if char > _LAST_OF_ONE_UNIT else 1 for char in text)
        self._units = tuple(accumulate(widths, initial=0))
        self._is_plain = is_plain

    def unit(self, place: int) -> int:
        """Return a place in characters as Qt counts it; one behind the end is the end."""
        place = min(place, self._length)
        return place if self._is_plain else self._units[place]

    def cursor(self, start: int, length: int) -> QTextCursor:
        """Return a cursor over a range in characters."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(self.unit(start))
        cursor.setPosition(self.unit(start + length), QTextCursor.MoveMode.KeepAnchor)
        return cursor
