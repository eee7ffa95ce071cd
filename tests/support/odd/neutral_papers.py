"""Papers as neutral documents and as plain text, and how the sentences of a paper were read."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from importers.source_document import Block, Paragraph, SourceCell, SourceDocument, SourceTable
from paper_judge import judged_cells
from papers import Paper, PaperTable, make_paper
from report_sources import Opened

_UNITS = ("青山县红星镇人民政府", "阿城区亚沟街道办事处", "白云县司法局", "临河市双桥乡人民政府")
_SENTENCES = (
    "全年通过门户网站主动公开各类信息{n}条，及时回应群众关切。",
    "修订完善了第{n}号信息发布审核办法，落实先审后发。",
    "组织业务培训{n}次，参训人员覆盖各站所。",
    "第{n}期公开栏按季度更新，内容包括财务和项目。",
    "对政务新媒体账号开展第{n}轮自查，未发现错误。",
    "梳理办事指南{n}项，方便群众对照办理。",
)
_QUIET = re.compile(
    r"标题：.*|版式：.*|正文：认出6个部分，.*|第.部分表格：认出(\d+)行（共\1行）(，\d+格空白)?"
)
"""What is said of every sound source."""
_STARTS = (
    "",
    "",
    "",
    "（一）主动公开。",
    "1.",
    "一是",
    "（二）依申请公开。",
    "（三）政府信息管理。",
)


@dataclass(frozen=True)
class Verdict:
    """What of a paper was read how: (what it is, right, told, wrong or lost)."""

    what: str
    kind: str


def plain_paper(seed: int, dirts: frozenset[str] = frozenset(["clean"])) -> Paper:
    """Return a paper on which no two sentences are alike, with a signature under the last part."""
    dice = random.Random(f"sentences {seed}")
    base = make_paper(dirts, seed)
    numbers = iter(dice.sample(range(100, 999), 60))

    def text(count: int) -> str:
        lines = (
            dice.choice(_STARTS) + dice.choice(_SENTENCES).format(n=next(numbers))
            for _ in range(count)
        )
        return "\n".join(lines)

    year = base.truth.year or 0
    unit = dice.choice(_UNITS)
    sections = {
        "preamble": f"根据《中华人民共和国政府信息公开条例》，{unit}编制本报告。所列数据的统计期限"
        f"自{year}年1月1日起至{year}年12月31日止。",
        "overview": text(dice.randrange(2, 6)),
        "problems": text(dice.randrange(1, 4)),
        "other_matters": f"{year}年发出收费通知{next(numbers)}件。",
        "signature": f"{unit}\n{year + 1}年1月{dice.randrange(5, 29)}日",
    }
    truth = replace(base.truth, organization=unit, sections=sections)
    return laid_out(base, replace(truth, printed=base.truth.printed))


def laid_out(base: Paper, truth: object) -> Paper:
    """Return a paper with the tables of another and the texts of the truth."""
    from model.report.report import Report

    assert isinstance(truth, Report)
    tables = iter([block for block in base.blocks if isinstance(block, PaperTable)])
    blocks: list[str | PaperTable] = [truth.organization, truth.title]
    parts = []
    for section in truth.form.sections:
        if section.title:
            parts.append(len(blocks))
            blocks.append(section.title)
        blocks += filter(None, truth.sections[section.key].split("\n"))
        if section.table:
            blocks.append(next(tables))
    return Paper(tuple(blocks), truth, tuple(parts))


def neutral(paper: Paper, *, name: str = "来源.docx", kind: str = "Word 文档") -> SourceDocument:
    """Return the paper as a reader without faults would give it."""
    return SourceDocument(name, kind, tuple(map(neutral_block, paper.blocks)))


def neutral_block(block: str | PaperTable) -> Block:
    """Return a printed line or table as a reader without faults would give it."""
    if isinstance(block, str):
        return Paragraph(block)
    return SourceTable(
        tuple(SourceCell(c.row, c.column, c.text, c.row_span, c.column_span) for c in block.cells)
    )


def write_text(paper: Paper, path: Path) -> Path:
    """Write the paper as a text file, its tables as rows parted by tabs."""
    lines: list[str] = []
    for block in paper.blocks:
        lines += [block] if isinstance(block, str) else ["", *_tab_rows(block), ""]
    path.write_text("\n".join(lines), "utf-8")
    return path


def _tab_rows(table: PaperTable) -> Iterator[str]:
    width = max(cell.column + cell.column_span for cell in table.cells)
    for row in range(table.row_count):
        texts = {
            cell.column: cell.text.replace("\n", "") for cell in table.cells if cell.row == row
        }
        yield "\t".join(texts.get(column, "") for column in range(width))


# ---------------------------------------------------------------- judging


def verdicts(opened: Opened, paper: Paper) -> list[Verdict]:
    """Return how every figure, sentence and part of the identity of a paper was read."""
    return [
        *_cell_verdicts(opened, paper),
        *_sentence_verdicts(opened, paper),
        *_identity_verdicts(opened, paper),
    ]


def counted(found: Sequence[Verdict]) -> Counter[str]:
    """Return how many were read how."""
    return Counter(verdict.kind for verdict in found)


def silent(found: Sequence[Verdict]) -> list[str]:
    """Return what is wrong or lost without a word."""
    return [f"{v.kind}: {v.what}" for v in found if v.kind in ("wrong", "lost")]


def _cell_verdicts(opened: Opened, paper: Paper) -> Iterator[Verdict]:
    kinds = {"blank": "right", "reported": "told"}
    for what, kind in judged_cells(opened, paper.truth):
        table = what.split("/")[0]
        is_told = kind == "wrong" and any(doubt.table == table for doubt in opened.doubts)
        yield Verdict(what, "told" if is_told else kinds.get(kind, kind))


def told_lines(opened: Opened) -> str:
    """Return all that is said of a source but what is said of every sound one."""
    summary = [line for line in opened.summary if not _QUIET.fullmatch(line)]
    return "\n".join((*opened.unplaced, *summary))


def _sentence_verdicts(opened: Opened, paper: Paper) -> Iterator[Verdict]:
    """Judge each sentence by where it landed; one that the truth does not have is wrong there."""
    told = told_lines(opened)
    names = {section.key: section.name for section in paper.truth.form.sections}
    left = {key: Counter(_lines(text)) for key, text in opened.report.sections.items()}
    for key, text in paper.truth.sections.items():
        for line in _lines(text):
            if left[key][line]:
                left[key][line] -= 1
                yield Verdict(line, "right")
                continue
            elsewhere = next((other for other in left if left[other][line]), "")
            if elsewhere:
                left[elsewhere][line] -= 1
            is_told = line[:20] in told or "没有找到标题" in told and names[key] in told
            kind = "told" if is_told else "wrong" if elsewhere else "lost"
            yield Verdict(f"{key}→{elsewhere}: {line}", kind)
    for key, lines in left.items():
        for line in lines.elements():
            yield Verdict(f"+{key}: {line}", "told" if line[:20] in told else "wrong")


def _lines(text: str) -> list[str]:
    joined = ("".join(line.split()) for line in text.split("\n"))
    return [line for line in joined if line]


def _identity_verdicts(opened: Opened, paper: Paper) -> Iterator[Verdict]:
    told = told_lines(opened)
    for name in ("organization", "year", "title"):
        wanted, got = getattr(paper.truth, name), getattr(opened.report, name)
        is_told = not got and "没有找到标题" in told
        kind = "right" if got == wanted else "told" if is_told else "wrong"
        yield Verdict(f"{name}: {got!r} for {wanted!r}", kind)
