"""Keeps the pictures that were used last, as many as a number of bytes allows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtGui import QImage


class PictureStore:
    """Pictures by a key; the one that was used longest ago goes first."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._pictures: OrderedDict[Hashable, QImage] = OrderedDict()
        self.bytes_held = 0

    def picture(self, key: Hashable, paint: Callable[[], QImage]) -> QImage:
        """Return the picture of a key, painted if it is not held; a too large one is not kept."""
        held = self._pictures.get(key)
        if held is not None:
            self._pictures.move_to_end(key)
            return held
        picture = paint()
        if picture.sizeInBytes() <= self._most_bytes:
            self._make_room(picture.sizeInBytes())
            self._pictures[key] = picture
            self.bytes_held += picture.sizeInBytes()
        return picture

    def _make_room(self, needed: int) -> None:
        while self.bytes_held + needed > self._most_bytes:
            _, oldest = self._pictures.popitem(last=False)
            self.bytes_held -= oldest.sizeInBytes()

    def clear(self) -> None:
        """Let go of all pictures."""
        self._pictures.clear()
        self.bytes_held = 0
