"""Lines around a table that only belong to its frame: captions, words of its header, rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from importers.recognising.around import is_frame_line, without_bars, without_caption_lead
from importers.recognising.labels import bare, is_value_like, normalise
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.loose_headers import header_texts
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_read import TableRead
from importers.source_document import Block, Paragraph
from model.form.form import Form

_TABLE_ENDS = ("统计表", "情况表", "表")


def frame_of_tables(
    labels: FormLabels,
    reads: Mapping[str, TableRead],
    blocks: Sequence[Block],
    headings: frozenset[int],
) -> frozenset[int]:
    """Return the paragraphs right above and below the tables read that belong to their frames."""
    found: set[int] = set()
    for table in labels.tables:
        for index in reads[table.table.key].blocks:
            found.update(_above(table, labels.form, blocks, index, headings))
            found.update(_below(blocks, index))
    return frozenset(found)


def is_frame(labels: TableLabels, text: str) -> bool:
    """Return whether a line is a caption or header that fell out of its table, or a rule."""
    exact = (labels.frame, labels.columns, labels.groups, labels.rows)
    plain = without_bars(text)
    return is_frame_line(text) or any(index.exact(plain) for index in exact)


def _above(
    labels: TableLabels, form: Form, blocks: Sequence[Block], table: int, headings: frozenset[int]
) -> Iterator[int]:
    """Yield the lines of the frame above a table, upwards, as far as nothing else stands there.

    Words of a header are part of it only in the form's own order; in another they may tell of
    columns that stand in another order, and are listed.
    """
    rest = "".join(map(bare, header_texts(labels)))
    for index in range(table - 1, -1, -1):
        block = blocks[index]
        if not isinstance(block, Paragraph) or index in headings:
            return
        plain = bare(block.text)
        if not plain or is_frame_line(plain) or _is_caption(form, labels, plain):
            yield index
            continue
        place = -1 if is_value_like(plain) or len(plain) < 2 else rest.rfind(plain)
        if place < 0:
            return
        rest = rest[:place]
        yield index


def _below(blocks: Sequence[Block], table: int) -> Iterator[int]:
    for index in range(table + 1, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Paragraph) or not (
            not bare(block.text) or is_frame_line(block.text)
        ):
            return
        yield index


def _is_caption(form: Form, labels: TableLabels, text: str) -> bool:
    """Return whether a line names the table's part, as 附表1：… does, or its first block."""
    if labels.frame.exact(without_bars(text)):
        return True
    section = form.section(labels.table.section)
    named = normalise(without_caption_lead(text))
    titles = {normalise(title) for title in (section.title, *section.aliases)}
    ends = (named, *(named.removesuffix(end) for end in _TABLE_ENDS))
    return any(end in titles or f"{end}情况" in titles for end in ends)
