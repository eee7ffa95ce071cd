"""Chinese lines on an import: what was recognised, and what the report has no place for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from importers.recognising.labels import bare
from importers.recognising.tables.table_read import TableRead
from importers.recognising.texts.section_finder import Heading
from importers.recognising.texts.title_finder import Title
from importers.source_document import SourceDocument, SourceTable
from model.form.form import Form
from model.form.table import Table
from model.report.report import Report

_PLAIN = re.compile(r"标题：.*|版式：.*|正文：认出.*|[^：「」]*：认出\d+行（共\d+行）.*")
"""Lines that are said of every source, sound or not."""


def cautions(summary: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of a summary that ask to be looked at."""
    return tuple(line for line in summary if not _PLAIN.fullmatch(line))


def summary_lines(
    form: Form,
    report: Report,
    reads: Mapping[str, TableRead],
    title: Title | None,
    headings: Sequence[Heading],
) -> Iterable[str]:
    """Yield what was recognised: identity, tables with their rows, parts of the text."""
    if title:
        yield f"标题：{title.unit or '（没有写单位）'}，{title.title}"
    else:
        yield "没有找到标题，单位、年度和标题请自己核对、填写"
    yield f"版式：{form.name}"
    for table in form.tables:
        yield from _table_lines(table, report, reads[table.key])
    yield from _printed_lines(report)
    yield from _section_lines(form, report, headings)


def _table_lines(table: Table, report: Report, read: TableRead) -> Iterable[str]:
    blanks = sum(report.value(table.key, key) is None for key in table.keys)
    line = f"{table.name}：认出{len(read.rows)}行（共{len(table.rows)}行）"
    yield line + (f"，{blanks}格空白" if blanks else "")
    if read.missing_rows and read.rows:
        yield f"{table.name}：缺少{'、'.join(f'「{name}」' for name in read.missing_rows)}"
    yield from (f"{table.name}：{remark}" for remark in read.remarks)


def _printed_lines(report: Report) -> Iterable[str]:
    for table, key, printed in report.differing_totals():
        ours = report.value(table.key, key)
        yield (
            f"{table.name}：{table.cell_name(key)}来源印的是{printed}，"
            f"按各项相加是{'空白' if ours is None else ours}"
        )


def _section_lines(form: Form, report: Report, headings: Sequence[Heading]) -> Iterable[str]:
    found = {heading.section for heading in headings if not heading.is_guessed}
    titled = [section for section in form.sections if section.title]
    missing = [section.name for section in titled if section.key not in found]
    counted = sum(len(text.split("\n")) for text in report.sections.values() if text)
    yield f"正文：认出{len(titled) - len(missing)}个部分，共{counted}段"
    if missing:
        yield f"没有找到标题：{'、'.join(missing)}"
    yield from _other_wordings(form, headings)


def _other_wordings(form: Form, headings: Sequence[Heading]) -> Iterable[str]:
    for heading in headings:
        if heading.is_guessed:
            name = form.section(heading.section).name
            opening = form.section(form.roles.opening).name
            yield (
                f"「{name}」没有标题，从「{shortened(heading.rest)}」起按这一部分读取，"
                f"之前的文字在「{opening}」里，请核对"
            )
        if heading.wording:
            name = form.section(heading.section).name
            yield f"来源的标题「{shortened(heading.wording)}」按「{name}」读取"


def unplaced_lines(
    document: SourceDocument,
    reads: Mapping[str, TableRead],
    before_title: Sequence[str],
    loose: Sequence[SourceTable],
) -> Iterable[str]:
    """Yield what the source holds and the report does not."""
    for line in filter(None, before_title):
        yield f"标题之前的文字「{shortened(line)}」，没有录入"
    for read in reads.values():
        yield from read.unplaced
    for table in loose:
        words = [bare(cell.text) for cell in table.cells if bare(cell.text)]
        if words:
            yield f"一张不属于规定格式的表格（{shortened('、'.join(words))}），没有录入"
    yield from document.notes


def text_cautions(
    form: Form, inside: Sequence[tuple[str, str]], doubled: Sequence[tuple[str, str]]
) -> Iterable[str]:
    """Yield what was kept in the texts and may be none of theirs."""
    names = [section.name for section in form.sections]
    for line, section in inside:
        name = form.section(section).name
        yield f"「{shortened(line)}」像是网页上的文字或残缺的标题，留在了「{name}」里，请核对"
    for part, section in dict.fromkeys(doubled):
        name = form.section(part).name
        near = dict.fromkeys((names[names.index(name) - 1], name, form.section(section).name))
        listed = "、".join(f"「{name}」" for name in near)
        yield f"标题「{name}」不止一处，请核对{listed}的文字是否分得对"


def around_lines(around: Sequence[str], behind: Sequence[str]) -> Iterable[str]:
    """Yield what stands around the report, and what behind its signature."""
    for line in filter(None, around):
        yield f"不属于报告正文的「{shortened(line)}」，没有录入"
    for line in filter(None, behind):
        yield f"落款之后的文字「{shortened(line)}」，没有录入"


def shortened(text: str) -> str:
    """Return a text short enough to be quoted in a line."""
    return text if len(text) <= 40 else text[:40] + "…"
