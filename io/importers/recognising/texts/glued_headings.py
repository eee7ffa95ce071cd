"""Headings that are glued to a sentence or to a cell, made paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from importers.recognising.around import heads_contents
from importers.recognising.labels import bare
from importers.recognising.texts.section_finder import LONGEST_HEADING, SURE, heading_score
from importers.recognising.texts.title_finder import find_title
from importers.source_document import Block, Paragraph, SourceCell, SourceDocument, SourceTable
from model.form.form import Form
from model.form.parts import Section

CONTENTS_LEFT_OUT = "报告前面的目录，没有录入"
FEWEST_CONTENTS = 4
FEWEST_ROWS = 2
_GAP = r"[\s\u3000]*"
_MARKS = r"[、.．，,]"
_BEFORE = re.compile(r"[。；;！!？?：:|｜\s\u3000\d%件元项]$")
_LISTED = re.compile(
    r"[\s\u3000]*(?:[；;，,、)）]|等[^级]|和|及|以及|共?[一二三四五六七]个?(?:部分|方面|章))"
)
_ONLY_MARKS = re.compile(r"[\s\u3000；;，,、。]*")
_PAGE = re.compile(r"[\s.…·\-—_]*\d{0,3}$")
_TITLE_END = re.compile(r"(?:报告|年报)[\s\u3000]+")


@dataclass(frozen=True)
class _Found:
    """A heading inside a text: of which part, and where it begins and ends."""

    section: str
    start: int
    end: int


def with_parted_headings(document: SourceDocument, form: Form) -> SourceDocument:
    """Return the document with headings that stand in a sentence or a cell as paragraphs.

    Only parts that have no heading on a line of its own are looked for. A list of the parts with
    their pages is left out, with a note.
    """
    document = _with_whole_headings(without_contents(document, form), form)
    wanted = _without_heading(document, form)
    blocks: list[Block] = []
    starts = {}
    for index, block in enumerate(document.blocks):
        starts[index] = len(blocks)
        if isinstance(block, Paragraph):
            blocks += _parted(block, wanted, is_first=not any(map(_is_worded, blocks)))
        else:
            blocks += _freed(block, wanted)
    sheets = tuple(starts.get(index, len(blocks)) for index in document.sheets)
    return replace(document, blocks=tuple(blocks), sheets=sheets)


def _is_worded(block: Block) -> bool:
    return isinstance(block, SourceTable) or bool(bare(block.text))


# ---------------------------------------------------------------- lists of the parts


def without_contents(document: SourceDocument, form: Form) -> SourceDocument:
    """Leave out the list of the parts that stands before them."""
    run = _contents(document.blocks, form)
    if not run:
        return document
    blocks = tuple(b for index, b in enumerate(document.blocks) if index not in run)
    sheets = tuple(start - sum(index < start for index in run) for start in document.sheets)
    return replace(
        document, blocks=blocks, sheets=sheets, notes=(*document.notes, CONTENTS_LEFT_OUT)
    )


def _contents(blocks: Sequence[Block], form: Form) -> frozenset[int]:
    """Return the blocks of a list of parts, all of which have a heading again behind it."""
    lines = [(n, part) for n, block in enumerate(blocks) if (part := _listed_part(block, form))]
    for first in range(len(lines)):
        run = _run(lines[first:], blocks)
        later = {part for _, part in lines[first + len(run) :]}
        if len(run) >= FEWEST_CONTENTS and {part for _, part in run} <= later:
            return frozenset((*(index for index, _ in run), *_head_of(blocks, run[0][0])))
    return frozenset()


def _run(lines: Sequence[tuple[int, str]], blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Return the first lines, of different parts, that nothing stands between."""
    run: list[tuple[int, str]] = []
    for index, part in lines:
        is_next = not run or _only_blank(blocks[run[-1][0] + 1 : index])
        if not is_next or part in {known for _, known in run}:
            break
        run.append((index, part))
    return run


def _only_blank(blocks: Sequence[Block]) -> bool:
    return not any(map(_is_worded, blocks))


def _head_of(blocks: Sequence[Block], first: int) -> Iterator[int]:
    """Yield the line 目录 above a list, if it is there."""
    for index in range(first - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Paragraph) and bare(block.text):
            if heads_contents(block.text):
                yield index
            return


def _listed_part(block: Block, form: Form) -> str:
    """Return the part that a line names, with or without a page number behind it, or ""."""
    if not isinstance(block, Paragraph) or block.part:
        return ""
    text = _PAGE.sub("", block.text.strip())
    titled = (section for section in form.sections if section.title)
    return next((section.key for section in titled if _is_heading(section, text)), "")


# ---------------------------------------------------------------- broken over two lines


def _with_whole_headings(document: SourceDocument, form: Form) -> SourceDocument:
    """Return the document with two lines joined where they make up a numbered heading."""
    blocks = list(document.blocks)
    worded = [n for n, b in enumerate(blocks) if isinstance(b, SourceTable) or bare(b.text)]
    for first, second in pairwise(worded):
        above, below = blocks[first], blocks[second]
        if isinstance(above, SourceTable) or isinstance(below, SourceTable) or above.part:
            continue
        whole = f"{above.text.strip()}{below.text.strip()}"
        if len(whole) <= LONGEST_HEADING and _is_numbered_heading(form, whole):
            blocks[first], blocks[second] = Paragraph(""), Paragraph(whole)
    return replace(document, blocks=tuple(blocks))


def _is_numbered_heading(form: Form, text: str) -> bool:
    titled = (section for section in form.sections if section.title)
    return any(_pattern(section).fullmatch(bare(text)) for section in titled)


# ---------------------------------------------------------------- which are looked for


def _without_heading(document: SourceDocument, form: Form) -> list[Section]:
    """Return the parts of which no line is the heading, and that the source names nowhere."""
    lines = [line for block in document.blocks for line in _lines_of(block)]
    named = {getattr(block, "part", "") for block in document.blocks}
    missing = [section for section in form.sections if section.key not in named]
    return [s for s in missing if s.title and not any(_begins(s, line) for line in lines)]


def _lines_of(block: Block) -> Iterator[str]:
    """Yield the lines of a paragraph, or those that stand alone in a row of a table."""
    for text in [block.text] if isinstance(block, Paragraph) else _lone_texts(block):
        yield from text.split("\n")


def _lone_texts(table: SourceTable) -> Iterator[str]:
    """Yield the texts that stand alone in a row, which are made paragraphs elsewhere."""
    for row in table.rows:
        texts = [cell.text for cell in row if bare(cell.text)]
        if len(texts) == 1:
            yield texts[0]


def _begins(section: Section, line: str) -> bool:
    """Return whether a line is or begins with the heading."""
    score, _, wording = heading_score(section, line)
    return score >= SURE and not wording


def _is_heading(section: Section, line: str) -> bool:
    score, rest, wording = heading_score(section, line)
    return score >= SURE and not wording and not rest


@lru_cache(maxsize=64)
def _pattern(section: Section) -> re.Pattern[str]:
    """Return a pattern of a part's numbered heading in any of its wordings, blanks between."""
    mark, _, _ = section.title.partition("、")
    names = [title.partition("、")[2] or title for title in (section.title, *section.aliases)]
    names = sorted(set(names), key=len, reverse=True)
    wordings = "|".join(_GAP.join(map(re.escape, name)) for name in names)
    return re.compile(f"{_GAP.join(mark)}{_GAP}{_MARKS}{_GAP}(?:{wordings})")


def _found_in(text: str, wanted: Sequence[Section]) -> list[_Found]:
    """Return the headings in a text, rising; a list of the parts in a sentence has none."""
    found: list[_Found] = []
    for section in wanted:
        match = _pattern(section).search(text)
        if match and _is_apart(text, match):
            found.append(_Found(section.key, match.start(), match.end()))
    found.sort(key=lambda heading: heading.start)
    return found


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Return whether a sentence has ended before a heading, and none goes on behind it."""
    is_begun = match.start() == 0 or bool(_BEFORE.search(text[: match.start()]))
    return is_begun and not _LISTED.match(text, match.end())


def _is_listing(text: str, wanted: Sequence[Section]) -> bool:
    """Return whether parts follow one another in a text with nothing but marks between them."""
    spans = sorted(m.span() for section in wanted for m in _pattern(section).finditer(text))
    return any(
        before[1] < after[0]
        and _ONLY_MARKS.fullmatch(text[before[1] : after[0]])
        and text[before[1] : after[0]].strip()
        for before, after in zip(spans, spans[1:], strict=False)
    )


# ---------------------------------------------------------------- in paragraphs


def _parted(paragraph: Paragraph, wanted: Sequence[Section], *, is_first: bool) -> list[Paragraph]:
    """Return a paragraph as what stands before, as and behind its headings."""
    text = paragraph.text
    if paragraph.part:
        return [paragraph]
    found = [] if _is_listing(text, wanted) else _found_in(text, wanted)
    if not found:
        return [paragraph]
    edges = sorted({0, len(text), *(place for h in found for place in (h.start, h.end))})
    pieces = [text[a:b] for a, b in zip(edges, edges[1:], strict=False)]
    if is_first:
        pieces[:1] = _title_apart(pieces[0])
    return [Paragraph(_untouched(piece)) for piece in pieces if bare(piece)]


def _untouched(piece: str) -> str:
    """Return what stands behind a heading without the mark that parted them."""
    return re.sub(r"^[\s\u3000]*[:：。]?[\s\u3000]*", "", piece).rstrip()


def _title_apart(text: str) -> list[str]:
    """Return a report's first words as its title and what a blank parts from it."""
    for end in _TITLE_END.finditer(text):
        if find_title([(0, text[: end.end()])]):
            return [text[: end.end()], text[end.end() :]]
    return [text]


# ---------------------------------------------------------------- in cells


def _freed(table: SourceTable, wanted: Sequence[Section]) -> list[Block]:
    """Return a table cut where a heading hangs on one of its cells, the headings between."""
    if len(table.rows) < FEWEST_ROWS:
        return [table]
    for cell in table.cells:
        found = _found_in(cell.text, wanted)
        pieces = _cut_at(table, cell, found[0]) if len(found) == 1 else None
        if pieces is not None:
            top, title, bottom = pieces
            rest = _freed(bottom, wanted) if bottom.cells else []
            return [*([top] if top.cells else []), Paragraph(title), *rest]
    return [table]


def _cut_at(
    table: SourceTable, cell: SourceCell, heading: _Found
) -> tuple[SourceTable, str, SourceTable] | None:
    """Return what stands above a heading in a cell, the heading, and what stands below it.

    None where a cell that reaches over rows stands in the way of the cut.
    """
    before, after = cell.text[: heading.start], cell.text[heading.end :]
    is_above = not bare(before) and _is_first_of_row(table, cell)
    row = cell.row if is_above else cell.row + cell.row_span
    if any(other.row < row < other.row + other.row_span for other in table.cells):
        return None
    left = _with_text(table, cell, after if is_above else f"{before}{after}")
    title = cell.text[heading.start : heading.end]
    return part_of(left, 0, row), title, part_of(left, row, len(table.rows))


def _is_first_of_row(table: SourceTable, cell: SourceCell) -> bool:
    filled = [other for other in table.rows[cell.row] if bare(other.text)]
    return filled[:1] == [cell]


def _with_text(table: SourceTable, cell: SourceCell, text: str) -> SourceTable:
    changed = replace(cell, text=text.strip())
    return replace(table, cells=tuple(changed if c is cell else c for c in table.cells))


def part_of(table: SourceTable, first: int, end: int) -> SourceTable:
    """Return the rows of a table from one on to the one before another, as a table."""
    cells = tuple(
        replace(cell, row=cell.row - first) for cell in table.cells if first <= cell.row < end
    )
    cuts = tuple(cut - first for cut in table.cuts if first < cut < end)
    return replace(table, cells=cells, cuts=cuts)
