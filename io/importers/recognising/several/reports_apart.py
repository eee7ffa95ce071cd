"""A second report in one source: where each begins and ends, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.recognising.labels import bare
from importers.recognising.several.choices import Answers
from importers.recognising.several.table_rows import TableRow, table_rows
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.texts.section_finder import SURE, heading_score
from importers.recognising.texts.signature_finder import is_date
from importers.recognising.texts.title_finder import Title, find_title
from importers.source_document import Block, Paragraph, SourceDocument
from model.form.form import Form

QUESTION = "有{count}份年度报告，不知道读哪一份"
DROPPED = "来源里有{count}份年度报告：读的是{kept}，{others}没有录入"
SAME = "来源里有{count}份内容相同的年度报告，读了第一份"
FEWEST_PARTS = 3
"""Headings of different parts, or rows of tables' worth, that make lines a report of their own."""
FEWEST_REPEATED = 2
FEWEST_ROWS = 12
LONGEST_NAME = 45


@dataclass(frozen=True)
class _Piece:
    """The blocks of one report: from the first to the one behind its last, and its title."""

    first: int
    end: int
    title: Title | None


def without_other_reports(
    document: SourceDocument, labels: FormLabels, answers: Answers
) -> SourceDocument:
    """Return the document with one report only; SeveralFound where there are more than one."""
    pieces = _pieces(document, labels)
    if len(pieces) < 2:
        return document
    names = [_name(document, piece, number) for number, piece in enumerate(pieces, start=1)]
    texts = {_text(document.blocks[piece.first : piece.end]) for piece in pieces}
    if len(texts) == 1:
        return _only(document, pieces[0], SAME.format(count=len(pieces)))
    place = answers.pick(QUESTION.format(count=len(pieces)), names)
    others = "、".join(name for name in names if name != names[place])
    note = DROPPED.format(count=len(pieces), kept=names[place], others=others)
    return _only(document, pieces[place], note)


def _only(document: SourceDocument, piece: _Piece, note: str) -> SourceDocument:
    """Return the document with the blocks of one report, and the sheets that they stand on."""
    ends = (*document.sheets[1:], len(document.blocks))
    kept = [
        (max(start - piece.first, 0), number)
        for number, (start, end) in enumerate(zip(document.sheets, ends, strict=False))
        if start < piece.end and end > piece.first
    ]
    names = dict(enumerate(document.sheet_names))
    return replace(
        document,
        blocks=document.blocks[piece.first : piece.end],
        notes=(*document.notes, note),
        sheets=tuple(start for start, _ in kept),
        sheet_names=tuple(names.get(number, "") for _, number in kept),
        data=b"",
    )


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(
        bare(block.text)
        if isinstance(block, Paragraph)
        else "\t".join(bare(cell.text) for cell in block.cells)
        for block in blocks
        if not isinstance(block, Paragraph) or bare(block.text)
    )


# ---------------------------------------------------------------- where they begin


@dataclass(frozen=True)
class _Marks:
    """What tells reports apart: headings by block, titles, and the blocks of rows of tables."""

    headings: tuple[tuple[int, str], ...]
    titles: tuple[Title, ...]
    rows: tuple[TableRow, ...]

    def is_whole(self, first: int, end: int) -> bool:
        """Return whether there is a report between two blocks."""
        parts, rows = self._parts(first, end), self._rows(first, end)
        return len(parts) >= FEWEST_PARTS or len(rows) >= FEWEST_ROWS

    def repeats(self, first: int, end: int) -> bool:
        """Return whether parts or rows between two blocks stood above them already."""
        parts = self._parts(first, end) & self._parts(0, first)
        rows = self._rows(first, end) & self._rows(0, first)
        return len(parts) >= FEWEST_REPEATED or len(rows) >= FEWEST_ROWS

    def _parts(self, first: int, end: int) -> set[str]:
        return {part for n, part in self.headings if first <= n < end}

    def _rows(self, first: int, end: int) -> set[tuple[str, str]]:
        return {(row.table, row.key) for row in self.rows if first <= row.block < end}

    def title(self, first: int, end: int) -> Title | None:
        """Return the first title between two blocks."""
        return next((title for title in self.titles if first <= title.first < end), None)


def _pieces(document: SourceDocument, labels: FormLabels) -> list[_Piece]:
    """Return the reports: each with headings of its own, or with whole tables under its title."""
    form, blocks = labels.form, document.blocks
    headings = [(n, part) for n, block in enumerate(blocks) if (part := _heading(block, form))]
    titles = tuple(_titles(document, form))
    starts = _starts(blocks, form, headings, titles)
    if len(starts) < 2:
        return []
    marks = _Marks(tuple(headings), titles, tuple(table_rows(document, labels)))
    whole = [0]
    for first, end in zip(starts[1:], (*starts[2:], len(blocks)), strict=True):
        if marks.is_whole(first, end) and marks.repeats(first, end):
            whole.append(first)
    ends = (*whole[1:], len(blocks))
    if not marks.is_whole(0, ends[0]):
        return []
    pieces = zip(whole, ends, strict=True)
    return [_Piece(first, end, marks.title(first, end)) for first, end in pieces]


def _starts(
    blocks: Sequence[Block],
    form: Form,
    headings: Sequence[tuple[int, str]],
    titles: Sequence[Title],
) -> list[int]:
    """Return where a report can begin: at a title, else at the heading of the overview."""
    overviews = [n for n, part in headings if part == form.roles.overview]
    starts = {0}
    for overview in overviews[1:]:
        behind = max(n for n, _ in headings if n < overview)
        starts.add(_start_above(blocks, behind, overview, titles))
    for title in titles[1:]:
        if all(abs(title.first - start) > 1 for start in starts):
            starts.add(title.first)
    return sorted(starts)


def _start_above(
    blocks: Sequence[Block], behind: int, overview: int, titles: Sequence[Title]
) -> int:
    """Return the title above an overview, else the line behind a signature's date, else itself."""
    above = [title.first for title in titles if behind < title.first < overview]
    dates = [n + 1 for n in range(behind + 1, overview) if _is_date(blocks[n])]
    return above[0] if above else dates[-1] if dates else overview


def _is_date(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_date(block.text)


def _heading(block: Block, form: Form) -> str:
    """Return the part whose numbered heading a block is, or ""."""
    if not isinstance(block, Paragraph):
        return ""
    for section in form.sections:
        score, _, wording = heading_score(section, block.text) if section.title else (0.0, "", "")
        if score > SURE and not wording:
            return section.key
    return ""


def _titles(document: SourceDocument, form: Form) -> Iterator[Title]:
    """Yield the titles, each once, wherever they stand."""
    run: list[tuple[int, str]] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            run += [(index, block.text)] if bare(block.text) else []
        else:
            yield from _titles_of(run, form)
            run = []
    yield from _titles_of(run, form)


def _titles_of(run: Sequence[tuple[int, str]], form: Form) -> Iterator[Title]:
    """Yield the titles among lines; what stands close above or below one is the same one."""
    last = -2
    for place, (index, _) in enumerate(run):
        title = find_title(run[max(0, place - 2) : place + 1], form.title)
        if title and title.last == index and title.year and title.first > last + 1:
            last = index
            yield title


def _name(document: SourceDocument, piece: _Piece, number: int) -> str:
    if piece.title is not None:
        return f"第{number}份「{piece.title.unit}{piece.title.title}」"
    lines = (b.text for b in document.blocks[piece.first : piece.end] if isinstance(b, Paragraph))
    begun = next((bare(line) for line in lines if bare(line)), "")
    return f"第{number}份（开头是「{begun[:LONGEST_NAME]}」）"
