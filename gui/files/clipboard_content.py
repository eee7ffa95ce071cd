"""What other programs put on the clipboard, as far as a report can be read from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

EMPTY_CLIPBOARD = (
    "剪贴板里没有文字。请在网页、Word 或 WPS 里打开报告，按 Ctrl+A 全选、Ctrl+C 复制，再回来导入。"
)


@dataclass(frozen=True)
class ClipboardContent:
    """HTML and plain text of the same content, or a file that was copied as such."""

    html: str = ""
    text: str = ""
    file: Path | None = None

    @property
    def is_empty(self) -> bool:
        """Return whether nothing can be read from it."""
        return not self.html.strip() and not self.text.strip() and self.file is None


def clipboard_content(data: QMimeData | None) -> ClipboardContent:
    """Return what the clipboard holds of text; a picture alone is nothing."""
    if data is None:
        return ClipboardContent()
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files and not data.hasHtml():
        return ClipboardContent(file=files[0])
    html = data.html() if data.hasHtml() else ""
    return ClipboardContent(html, data.text() if data.hasText() else "")
