"""Reports and page set-ups that together try what an office may do to a page, and more.

Margins up to both ends of what the dialog takes, fonts that no computer has, texts up to 20,000
characters a part, figures of 1 to 13 digits, units as long as names get.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, cycle, product
from typing import Any

from exporters.blocks import Block, Heading, Signature, TableBlock, Title
from exporters.page_style import OFFICIAL, ROLES, Font, Margins, PageStyle
from exporters.paragraph_layout import is_kept_heading
from exporters.report_blocks import report_blocks
from model.report.report import Report
from model.report.values import Value
from storage.form_store import load_form

MARGINS = {
    "official": OFFICIAL.margins,
    "least": Margins(10, 10, 10, 10),
    "most": Margins(50, 50, 50, 50),
    "narrow": Margins(12.7, 12.7, 12.7, 12.7),
    "uneven": Margins(50, 10, 10, 50),
}
LENGTHS = (0, 300, 2_000, 20_000)
DIGITS = (1, 4, 7, 10, 13)
UNITS = {
    "short": "红星镇人民政府",
    "long": "黑龙江省齐齐哈尔市梅里斯达斡尔族区达呼店镇人民政府综合行政执法和应急管理办公室",
}
EDITIONS = ("2021", "2019")
NOWHERE = "没有这种字体"
_SENTENCES = (
    "全年主动公开信息{n}条，其中政策文件{m}条、财政信息{m}条。",
    "通过政府网站（http://www.example.gov.cn/zwgk/{n}/index.html）和公开栏发布。",
    "坚持“先审查、后公开”“谁公开、谁负责”，明确专人负责，做到应公开、尽公开。",
    "收到申请{m}件，均在法定期限内答复。",
    "联系电话：0451-{n}；邮编：150300。",
)


@dataclass(frozen=True)
class Case:
    """One report on one page set-up; `is_bare` is a page style whose fonts no computer has."""

    margins: str
    is_bare: bool
    length: int
    digits: int
    unit: str
    edition: str

    @property
    def name(self) -> str:
        fonts = "bare" if self.is_bare else "fonts"
        return f"{self.margins}-{fonts}-{self.length}-{self.digits}-{self.unit}-{self.edition}"

    def style(self) -> PageStyle:
        style = OFFICIAL.with_margins(MARGINS[self.margins])
        if not self.is_bare:
            return style
        bare: dict[str, Any] = {r: Font(NOWHERE, NOWHERE, style.font(r).size) for r in ROLES}
        return replace(style, **bare)

    def report(self) -> Report:
        form = load_form(self.edition)
        dice = random.Random(self.name)

        def figure() -> Value:
            return dice.randrange(10 ** (self.digits - 1), 10**self.digits)

        tables = {t.key: {key: figure() for key in t.inputs} for t in form.tables}
        sections = {s.key: _text(dice, self.length) for s in form.sections}
        sections[form.roles.signature] = f"{UNITS[self.unit]}\n2024年1月20日"
        title = form.title.format(year=2023)
        return Report(form, UNITS[self.unit], 2023, title, sections, tables)


def _text(dice: random.Random, length: int) -> str:
    """A text of about so many characters: headings, short paragraphs and one of 1,500."""
    lines: list[str] = []
    numbers = cycle("一二三四五六七八九")
    while sum(map(len, lines)) < length:
        if len(lines) % 4 == 0:
            lines.append(f"（{next(numbers)}）工作开展情况")
        goal = 1_500 if len(lines) == 5 else dice.randrange(10, 220)
        lines.append(_paragraph(dice, goal))
    return "\n".join(lines)


def _paragraph(dice: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += dice.choice(_SENTENCES).format(n=dice.randrange(10**8), m=dice.randrange(100))
    return text


def all_cases() -> list[Case]:
    """Every combination of margins, fonts, lengths, digits, units and editions."""
    return [Case(*values) for values in product(*_VALUES)]


_VALUES: tuple[Sequence[Any], ...] = (
    tuple(MARGINS),
    (False, True),
    LENGTHS,
    DIGITS,
    tuple(UNITS),
    EDITIONS,
)


def paired_cases() -> list[Case]:
    """The few cases in which every two values of two different kinds meet at least once."""
    left = set(_pairs_of(_VALUES))
    chosen: list[Case] = []
    cases = all_cases()
    while left:
        best = max(cases, key=lambda case: len(left & _pairs(case)))
        chosen.append(best)
        left -= _pairs(best)
    return chosen


_Pair = tuple[int, object, int, object]


def _pairs_of(values: Sequence[Sequence[Any]]) -> Iterator[_Pair]:
    for (i, some), (j, others) in combinations(enumerate(values), 2):
        yield from ((i, one, j, other) for one, other in product(some, others))


def _pairs(case: Case) -> set[_Pair]:
    values = (case.margins, case.is_bare, case.length, case.digits, case.unit, case.edition)
    return set(_pairs_of([[value] for value in values]))


# ---------------------------------------------------------------- what pages must show


def headings(report: Report) -> frozenset[str]:
    """Every heading that heads something, without blanks."""
    blocks = report_blocks(report)
    return frozenset(
        "".join(block.text.split())
        for block, after in zip(blocks, [*blocks[1:], None], strict=True)
        if isinstance(block, Heading) and is_kept_heading(block, after)
    )


def text_lines(report: Report) -> list[str]:
    """What stands outside the tables, in order."""
    return [line for block in report_blocks(report) for line in _lines(block)]


def _lines(block: Block) -> tuple[str, ...]:
    if isinstance(block, TableBlock):
        return ()
    return block.lines if isinstance(block, Title | Signature) else (block.text,)


def cell_texts(report: Report) -> list[str]:
    """What the tables' cells show, without blanks; blank cells are left out."""
    tables = [block for block in report_blocks(report) if isinstance(block, TableBlock)]
    texts = ["".join(cell.text.split()) for table in tables for cell in table.cells]
    return [text for text in texts if text]
