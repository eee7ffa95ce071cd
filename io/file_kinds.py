"""The kinds of file that the program reads and writes, as file dialogs name them.

Nothing that reads or writes is loaded with this.
"""

from __future__ import annotations

from exporters.writer_list import WRITERS
from importers.reader_list import READERS
from storage.program import REPORT

Kinds = tuple[tuple[str, tuple[str, ...]], ...]

SOURCE_KINDS: Kinds = (
    ("年报文件", (REPORT,)),
    *((reader.name, reader.extensions) for reader in READERS),
)
"""Chinese name and extensions of each kind that can be read."""
TARGET_KINDS: Kinds = tuple((writer.name, writer.extensions) for writer in WRITERS)
"""Chinese name and extensions of each format, in the order of the file dialog."""
