"""The list of formats that a report is written in, and the one door to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exporters.page_style import OFFICIAL, PageStyle
from exporters.report_blocks import report_blocks
from model.report import Report
from storage.atomic import replacing
from storage.errors import FileProblem


def _write_docx(report: Report, path: Path, style: PageStyle) -> None:
    # Imported only here: the libraries are slow to load, and most starts write nothing.
    from exporters.docx_writer import write_docx
    from storage.report_data import report_to_xml

    write_docx(report_blocks(report), path, style, data=report_to_xml(report))


def _write_xlsx(report: Report, path: Path, _: PageStyle) -> None:
    from exporters.xlsx_writer import write_xlsx

    write_xlsx(report_blocks(report), path)


def _write_pdf(report: Report, path: Path, style: PageStyle) -> None:
    from exporters.paged.pdf_writer import write_pdf

    write_pdf(report_blocks(report), path, style)


def _write_html(report: Report, path: Path, _: PageStyle) -> None:
    from exporters.html_writer import write_html

    write_html(report_blocks(report), path)


def _write_txt(report: Report, path: Path, _: PageStyle) -> None:
    from exporters.txt_writer import write_txt

    write_txt(report_blocks(report), path)


@dataclass(frozen=True)
class Writer:
    """A format: its Chinese name, its extensions, and the function that writes it."""

    name: str
    extensions: tuple[str, ...]
    write: Callable[[Report, Path, PageStyle], None]


WRITERS: tuple[Writer, ...] = (
    Writer("Word 文档", (".docx",), _write_docx),
    Writer("Excel 工作簿", (".xlsx",), _write_xlsx),
    Writer("PDF 文件", (".pdf",), _write_pdf),
    Writer("网页", (".html", ".htm"), _write_html),
    Writer("文本", (".txt",), _write_txt),
)

TARGET_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (writer.name, writer.extensions) for writer in WRITERS
)
"""Chinese name and extensions of each format, in the order of the file dialog."""


def export_report(report: Report, path: Path, style: PageStyle = OFFICIAL) -> None:
    """Write the report in the format of the extension; the target is replaced whole or not at all.

    The page style counts for what is printed: Word and PDF.

    FileProblem where the extension is unknown or the file cannot be written.
    """
    writer = _writer_for(path)
    with replacing(path) as temporary:
        writer.write(report, temporary, style)


def export_with_extras(report: Report, path: Path) -> None:
    """Write the workbook with last year's figures and the findings on sheets of their own.

    FileProblem where the file cannot be written.
    """
    from exporters.extra_blocks import report_extras
    from exporters.xlsx_writer import write_xlsx

    with replacing(path) as temporary:
        write_xlsx(report_blocks(report), temporary, extras=report_extras(report))


def copied_content(report: Report) -> tuple[str, str]:
    """Return the report as HTML for a site's editor or Word, and as plain text."""
    from exporters.html_writer import html_content
    from exporters.txt_writer import plain_text

    blocks = report_blocks(report)
    # As browsers do: without it some programs take the copied bytes for another encoding.
    return f'<meta charset="utf-8">\n{html_content(blocks)}', plain_text(blocks)


def _writer_for(path: Path) -> Writer:
    for writer in WRITERS:
        if path.suffix.lower() in writer.extensions:
            return writer
    known = "、".join(f"{name}（{'、'.join(ends)}）" for name, ends in TARGET_KINDS)
    raise FileProblem(
        f"「{path.name}」的扩展名不能识别，没有保存。可以保存为：{known}。请改用其中一种扩展名。"
    )
