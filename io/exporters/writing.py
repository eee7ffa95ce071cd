"""The one door to every format that a report is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.blocks import Content
from exporters.page_style import OFFICIAL, Furniture, PageStyle
from exporters.paged.qt_loading import load_qt
from exporters.printed import printed_content
from exporters.report_blocks import report_blocks
from exporters.writer_list import WRITERS, Writer
from model.report.report import Report
from storage.atomic import replacing
from storage.errors import FileProblem

if TYPE_CHECKING:
    from exporters.sign_off_blocks import SignOffCopy


@dataclass(frozen=True)
class _Job:
    """A report to be written: how its pages look, for whom, and without anything unseen or not."""

    report: Report
    style: PageStyle = OFFICIAL
    signed_copy: SignOffCopy | None = None
    is_public: bool = False

    def content(self) -> tuple[tuple[Content, ...], Furniture]:
        """Return the blocks, and what each page bears beside them."""
        return printed_content(self.report, self.style, self.signed_copy)


def _write_docx(job: _Job, path: Path) -> None:
    # Imported only here: the libraries are slow to load, and most starts write nothing.
    from exporters.word.docx_writer import write_docx
    from storage.content.report_data import report_to_xml

    blocks, furniture = job.content()
    data = b"" if job.is_public else report_to_xml(job.report)
    write_docx(blocks, path, job.style, data, furniture, is_dated=not job.is_public)


def _write_xlsx(job: _Job, path: Path) -> None:
    from exporters.workbook.xlsx_writer import write_xlsx

    write_xlsx(report_blocks(job.report), path)


def _write_pdf(job: _Job, path: Path) -> str:
    try:
        load_qt("PySide6.QtGui")
        from exporters.paged.pdf_writer import write_pdf
    except ImportError as error:
        # On a bare system without a desktop Qt finds no graphics libraries.
        raise FileProblem(
            "这台电脑缺少写 PDF 要用的图形组件，没有写出。"
            "请先导出 Word 文档，或换一台能打开本程序窗口的电脑。"
        ) from error

    blocks, furniture = job.content()
    return write_pdf(blocks, path, job.style, furniture)


def _write_html(job: _Job, path: Path) -> None:
    from exporters.web.html_writer import write_html

    write_html(report_blocks(job.report), path)


def _write_txt(job: _Job, path: Path) -> None:
    from exporters.web.txt_writer import write_txt

    write_txt(report_blocks(job.report), path)


_WAYS: dict[str, Callable[[_Job, Path], str | None]] = {
    "docx": _write_docx,
    "xlsx": _write_xlsx,
    "pdf": _write_pdf,
    "html": _write_html,
    "txt": _write_txt,
}
"""What writes each kind; it returns what the clerk should know of the file, or nothing."""


def export_report(
    report: Report,
    path: Path,
    style: PageStyle = OFFICIAL,
    signed_copy: SignOffCopy | None = None,
    is_public: bool = False,
) -> str:
    """Write the report in the format of the extension; the target is replaced whole or not at all.

    Returns what the clerk should know of the file, such as characters that no font has, or "".
    The page style counts for what is printed: Word and PDF. With `signed_copy` the copy for signing
    is written. `is_public` keeps everything unseen out of a Word document: the report's own data
    and the times of writing.

    FileProblem where the extension is unknown, has no pages to be signed, or the file cannot be
    written.
    """
    writer = _writer_for(path)
    if signed_copy is not None and not writer.has_pages:
        raise FileProblem(
            f"送审稿要打印出来签字，只能保存为 {_kinds(w for w in WRITERS if w.has_pages)}，"
            f"「{path.name}」没有保存。请改用其中一种扩展名。"
        )
    with replacing(path) as temporary:
        return _WAYS[writer.kind](_Job(report, style, signed_copy, is_public), temporary) or ""


def export_with_extras(report: Report, path: Path) -> None:
    """Write the workbook with last year's figures and the findings on sheets of their own.

    FileProblem where the file cannot be written.
    """
    from exporters.extra_blocks import report_extras
    from exporters.workbook.xlsx_writer import write_xlsx

    with replacing(path) as temporary:
        write_xlsx(report_blocks(report), temporary, extras=report_extras(report))


def clipboard_formats(report: Report) -> tuple[str, str]:
    """Return the report as HTML for a site's editor or Word, and as plain text."""
    from exporters.web.html_writer import html_content
    from exporters.web.txt_writer import plain_text

    blocks = report_blocks(report)
    # As browsers do: without it some programs take the copied bytes for another encoding.
    return f'<meta charset="utf-8">\n{html_content(blocks)}', plain_text(blocks)


def _writer_for(path: Path) -> Writer:
    for writer in WRITERS:
        if path.suffix.lower() in writer.extensions:
            return writer
    raise FileProblem(
        f"「{path.name}」的扩展名不能识别，没有保存。"
        f"可以保存为：{_kinds(WRITERS)}。请改用其中一种扩展名。"
    )


def _kinds(writers: Iterable[Writer]) -> str:
    return "、".join(f"{writer.name}（{'、'.join(writer.extensions)}）" for writer in writers)
