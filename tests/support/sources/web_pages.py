"""A report written as web pages in the ways in which offices' sites and Word write them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from model.form.table import Table
from model.report.report import Report
from model.report.values import format_value

Inline = Callable[[str], str]


def plain(text: str) -> str:
    """Write text as it is."""
    return escape(text)


def char_by_char(text: str) -> str:
    """Write each character as Word's markup does after many pastes, lines broken in the tags."""
    spans = [
        f"<span\nlang=EN-US style='font-size:16.0pt;\nfont-family:仿宋'>{escape(mark)}</span>"
        for mark in text
    ]
    return "".join(spans) + "<span lang=EN-US><o:p></o:p></span>"


def table_html(report: Report, table: Table, inline: Inline = plain, blank: str = "") -> str:
    """Write a table with the spans of the form."""
    rows = [""] * table.grid_rows
    for cell in table.grid:
        text = format_value(report.value(table.key, cell.key)) if cell.key else cell.text
        spans = "".join(
            f" {name}={count}"
            for name, count in (("colspan", cell.column_span), ("rowspan", cell.row_span))
            if count > 1
        )
        words = "".join(f"<p class=MsoNormal>{inline(line)}</p>" for line in text.split("\n"))
        rows[cell.row] += f"<td{spans}>{words if text else blank}</td>\n"
    return "<table border=1>" + "".join(f"<tr>\n{row}</tr>" for row in rows) + "</table>"


def article(report: Report, inline: Inline = plain, blank: str = "") -> str:
    """Write the report's title, texts and tables."""
    lines = [f"<h1>{inline(report.organization)}<br>{inline(report.title)}</h1>"]
    for section in report.form.sections:
        lines += [f"<p>{inline(section.title)}</p>"] if section.title else []
        texts = report.sections.get(section.key, "").split("\n")
        lines += [f"<p>\n　　{inline(text)}\n</p>" for text in texts if text]
        lines += [
            table_html(report, table, inline, blank)
            for table in report.form.tables
            if table.section == section.key
        ]
    return "\n".join(lines)


def bare_page(report: Report) -> str:
    """Write the article and nothing else, without a head, a body or a declaration."""
    return article(report)


def site_page(report: Report) -> str:
    """Write the article into a site: navigation, a metadata table, and the site's words around."""
    links = "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(9))
    numbers = "".join(f"<td><a href='/p{n}'>{n}</a></td>" for n in range(1, 4))
    return (
        "<!DOCTYPE html><html><head>"
        "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>"
        "<title>政府信息公开</title><style>.a{}</style><script>var 数=1;</script></head><body>"
        f"<ul>{links}</ul><div>当前位置：<a href='/'>首页</a> &gt; <a href='/g'>年报</a></div>"
        "<table><tr><td>索引号</td><td>00123/2024</td><td>主题分类</td><td>政务公开</td></tr>"
        "<tr><td>发布机构</td><td>红星镇</td><td>文　　号</td><td>无</td></tr></table>"
        f"<table width=100%><tr><td><div id=zoom>{article(report, blank='&nbsp;')}"
        "<p>附件：<a href='a.docx'>年报.docx</a></p>"
        "<p>【<a href='#'>打印</a>】【<a href='#'>关闭</a>】</p></div></td></tr></table>"
        f"<table><tr>{numbers}</tr></table>"
        "<div style='display: none'>不显示的话</div>"
        "<div>主办：红星镇人民政府　<a href='/m'>网站地图</a>　备案号1234567</div></body></html>"
    )


def layout_page(report: Report) -> str:
    """Write the article into tables in tables, the navigation in a cell beside it."""
    links = "".join(f"<tr><td><a href='/{n}'>栏目{n}</a></td></tr>" for n in range(12))
    return (
        "<html><body><table><tr><td colspan=2>红星镇政府网</td></tr>"
        f"<tr><td><table>{links}</table></td><td><table><tbody><tr><td>{article(report)}"
        "</td></tr></tbody></table></td></tr></table></body></html>"
    )


def word_page(report: Report) -> str:
    """Write the article as Word saves or pastes it."""
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns:w='
        '"urn:schemas-microsoft-com:office:word"><head>'
        '<meta name=Generator content="Microsoft Word 15">'
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>"
        '<![endif]--><style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head>'
        "<body lang=ZH-CN><div class=WordSection1>"
        f"{article(report, char_by_char, '<p class=MsoNormal><o:p>&nbsp;</o:p></p>')}"
        "<![if !supportMisalignedColumns]><![endif]></div></body></html>"
    )


def broken_lines_page(report: Report) -> str:
    """Write the texts in one element, lines parted by br, the tables between."""
    return article(report).replace("<p>", "").replace("</p>", "<br>").replace("<br></td>", "</td>")


PAGES = (bare_page, site_page, layout_page, word_page, broken_lines_page)
