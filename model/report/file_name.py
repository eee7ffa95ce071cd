"""What the file of a report is called."""

from __future__ import annotations

LONGEST_NAME = 80
"""Characters before the extension; some systems take no more than 255 bytes in all."""

_FORBIDDEN = '\\/:*?"<>|'


def usual_name(organization: str, year: int | None, title: str, extension: str) -> str:
    """Return the usual file name of a report, <单位>YYYY年政府信息公开工作年度报告, made safe."""
    words = title or f"{year or ''}年度报告"
    name = f"{organization}{words}"
    safe = "".join(" " if c in _FORBIDDEN or ord(c) < 32 else c for c in name).strip(" .")
    return f"{safe[:LONGEST_NAME] or '年度报告'}{extension}"
