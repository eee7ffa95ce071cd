"""The report as a web page: headings, paragraphs and tables, and nothing that a site strips off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from exporters.blocks import Block, Heading, Paragraph, Run, Signature, TableBlock, Title
from exporters.page_style import OFFICIAL, PageStyle
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
_LOOKS = """body {{ font-family: "{body}", "{fallback}", serif; line-height: 1.8; }}
main {{ max-width: 60em; margin: 0 auto; padding: 1em; }}
h1 {{ text-align: center; }}
h2, h3 {{ font-size: 1.1em; }}
p, h2, h3 {{ text-indent: 2em; margin: 0; }}
table {{ width: 100%; margin: 1em 0; line-height: 1.4; }}
caption {{ font-weight: bold; padding: 0.3em; }}
th, td {{ padding: 0.3em; text-align: center; font-weight: normal; }}
th[scope="rowgroup"][colspan] {{ background: #{fill}; }}"""
_SIGNED = "\nmain > p:last-child { text-align: right; }"


def write_html(blocks: Sequence[Block], path: Path, style: PageStyle = OFFICIAL) -> None:
    """Write the blocks as a page of its own, in UTF-8; OSError where the system refuses."""
    path.write_bytes(html_page(blocks, style).encode("utf-8"))


def html_page(blocks: Sequence[Block], style: PageStyle = OFFICIAL) -> str:
    """Return the whole page, with a head and the looks for reading it by itself."""
    title = next((block for block in blocks if isinstance(block, Title)), Title("", ""))
    looks = _LOOKS.format(
        body=style.body.name, fallback=style.body.fallback, fill=style.caption_fill
    )
    if blocks and isinstance(blocks[-1], Signature):
        looks += _SIGNED
    return _PAGE.format(
        title=escape("".join(title.lines), quote=False), looks=looks, content=html_content(blocks)
    )


def html_content(blocks: Sequence[Block]) -> str:
    """Return what stands in the page's body, to be pasted into a site's editor or into Word."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, TableBlock):
        yield from table_lines(block)
    elif isinstance(block, Title):
        yield f"<h1>{_broken(block.lines)}</h1>"
    elif isinstance(block, Heading):
        # The title is the first level.
        yield f"<h{block.level + 1}>{words(block.text)}</h{block.level + 1}>"
    elif isinstance(block, Paragraph):
        yield f"<p>{''.join(map(_run, block.runs))}</p>"
    else:
        yield f"<p>{_broken(block.lines)}</p>"


def _run(run: Run) -> str:
    text = words(run.text)
    return text if run.role == "body" else f"<b>{text}</b>"


def _broken(lines: Sequence[str]) -> str:
    return "<br>".join(map(words, lines))
