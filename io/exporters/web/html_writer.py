"""The report as a web page: headings, paragraphs and tables, and nothing that a site strips off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from html import escape
from pathlib import Path

from exporters.blocks import Block, Heading, Paragraph, Run, TableBlock, Title, spoken_levels
from exporters.page_style import OFFICIAL, PageStyle
from exporters.paragraph_layout import signature_gaps
from exporters.web.html_table import table_lines, words

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{looks}
</style>
</head>
<body>
<main>
{content}
</main>
</body>
</html>
"""
# Only for the page opened by itself: where the content is taken into a site, the site's own holds.
_SCREEN = """body {{ font-family: "{body}", "{fallback}", serif; line-height: 1.8; }}
main {{ max-width: 60em; margin: 0 auto; padding: 1em; overflow-wrap: anywhere; }}"""
# Inline looks stand above a sheet's, save where it insists.
_PAPER = """@page {{ size: A4; margin: {top}mm {right}mm {bottom}mm {left}mm; }}
@media print {{
  body {{ font-size: {size}pt; line-height: 1.6; }}
  main {{ max-width: none; padding: 0; }}
  * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
  h1, h2, h3 {{ break-after: avoid; }}
  p {{ orphans: 2; widows: 2; }}
  div {{ overflow-x: visible !important; break-inside: avoid; }}
  table {{ min-width: 0 !important; margin: 4pt 0 !important; font-size: 9pt !important; }}
  table {{ line-height: 1.25 !important; }}
  th, td {{ padding: 1pt 2pt !important; }}
  tr {{ break-inside: avoid; }}
}}"""
_TITLE_LOOK = "text-align:center;font-size:1.5em;line-height:1.5;margin:0.6em 0"
_HEADING_LOOK = "text-indent:2em;font-size:1.1em;font-weight:{weight};margin:0.4em 0"
_WEIGHTS = {1: "bold", 2: "normal"}
_TEXT_LOOK = "text-indent:2em;text-align:justify;margin:0"
_SIGNED_LOOK = "text-align:right;padding-right:{gap:g}em;margin:0"
WIDEST_GAP = 8.0
"""Characters: more room beside a date would be missing on a narrow screen."""


def write_html(blocks: Sequence[Block], path: Path, style: PageStyle = OFFICIAL) -> None:
    """Write the blocks as a page of its own, in UTF-8; OSError where the system refuses."""
    path.write_bytes(html_page(blocks, style).encode("utf-8"))


def html_page(blocks: Sequence[Block], style: PageStyle = OFFICIAL) -> str:
    """Return the whole page, with a head and the looks for reading it by itself."""
    title = next((block for block in blocks if isinstance(block, Title)), Title("", ""))
    looks = "\n".join((_SCREEN, _PAPER)).format(
        body=style.body.name,
        fallback=style.body.fallback,
        size=style.body.size,
        **asdict(style.margins),
    )
    content = html_content(blocks, style)
    heading = escape("".join(title.lines), quote=False)
    return _PAGE.format(title=heading, looks=looks, content=content)


def html_content(blocks: Sequence[Block], style: PageStyle = OFFICIAL) -> str:
    """Return what stands in the page's body, to be pasted into a site's editor or into Word."""
    levels = iter(spoken_levels(blocks))
    return "\n".join(
        line
        for block in blocks
        for line in _lines(block, style, next(levels) if isinstance(block, Heading) else 1)
    )


def _lines(block: Block, style: PageStyle, level: int) -> Iterator[str]:
    if isinstance(block, TableBlock):
        yield from table_lines(block, style)
    elif isinstance(block, Title):
        yield f'<h1 style="{_TITLE_LOOK}">{"<br>".join(map(words, block.lines))}</h1>'
    elif isinstance(block, Heading):
        # The title is the first level.
        look = _HEADING_LOOK.format(weight=_WEIGHTS[block.level])
        yield f'<h{level} style="{look}">{words(block.text)}</h{level}>'
    elif isinstance(block, Paragraph):
        yield f'<p style="{_TEXT_LOOK}">{"".join(map(_run, block.runs))}</p>'
    else:
        for line, gap in zip(block.lines, signature_gaps(block, style), strict=True):
            look = _SIGNED_LOOK.format(gap=min(gap, WIDEST_GAP))
            yield f'<p style="{look}">{words(line)}</p>'


def _run(run: Run) -> str:
    text = words(run.text)
    return text if run.role == "body" else f"<b>{text}</b>"
