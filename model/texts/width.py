"""Characters that Chinese texts write in full or in half width."""

from __future__ import annotations

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}


def narrow(text: str) -> str:
    """Return the text with full-width letters, digits, signs and blanks in half width."""
    return text.translate(_WIDTH)
