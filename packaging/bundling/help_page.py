"""The page for the clerk, as one file that any browser shows: the program's help with pictures."""

from __future__ import annotations

import base64
import re
from pathlib import Path

NAME = "使用说明.html"
_PAGES = ("desk.html", "window.html", "keys.html")
_HEAD = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>政府信息公开年报编辑：使用说明</title>
<style>
body { max-width: 52em; margin: 2em auto; padding: 0 1em; line-height: 1.7; color: #1f2933;
    font-family: "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; }
table { border-collapse: collapse; }
td { padding: 4px 8px; vertical-align: top; }
img { max-width: 100%; border: 1px solid #aab4bf; }
code { background: #f1f4f7; padding: 1px 4px; }
h2 { color: #1f5fa8; border-bottom: 1px solid #cbd2d9; }
</style>
</head>
<body>
<h1>政府信息公开年报编辑：使用说明</h1>
"""


def write_help(folder: Path) -> None:
    """Write the page into the folder, from the help that the program itself shows."""
    (folder / NAME).write_text(help_page(folder / "app" / "resources" / "help"), encoding="utf-8")


def help_page(source: Path) -> str:
    """Return the page; its pictures stand inside, so that the one file can be passed on."""
    bodies = [(source / name).read_text(encoding="utf-8") for name in _PAGES]
    return _HEAD + _with_pictures("\n".join(bodies), source) + "</body>\n</html>\n"


def _with_pictures(text: str, folder: Path) -> str:
    def inside(found: re.Match[str]) -> str:
        data = base64.b64encode((folder / found[1]).read_bytes()).decode("ascii")
        return f'src="data:image/png;base64,{data}"'

    return re.sub(r'src="(images/[^"]+\.png)"', inside, text)
