"""Papers whose headings, tables and title stand oddly, as portals and offices leave them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from neutral_papers import laid_out
from papers import Paper, PaperCell, PaperTable

Change = Callable[[Paper, random.Random], Paper]
Lines = list[str | PaperTable]

BEFORE = (
    "发布时间：2024-01-20 09:30 来源：{unit} 浏览次数：1024",
    "来源：{unit}    字号：[ 大 中 小 ]",
    "【字体：大 中 小】 打印 关闭",
    "发布日期：2024-01-20",
    "作者：党政办　　责任编辑：张三　　阅读量：88 次",
    "分享到：微信 微博",
    "索引号：00112/2024-00031",
    "信息来源：{unit} 发布日期：2024年1月20日 点击数：17",
)
AFTER = (
    "打印本页 关闭窗口",
    "【打印】【关闭】",
    "上一篇：关于调整办公时间的通知",
    "下一篇：没有了",
    "下一条：{unit}2019年政府信息公开工作年度报告",
    "扫一扫在手机打开当前页",
    "版权所有：{unit}",
    "主办单位：{unit}办公室　技术支持：某某公司",
    "黑ICP备05001234号-1　公安备案号：23010202010023",
    "网站标识码：2301120001",
    "网站地图 | 联系我们 | 关于本站",
    "分享到：",
)


@dataclass(frozen=True)
class Family:
    """Papers of one oddity; a sound one must be read without a doubt or note."""

    name: str
    change: Change
    is_sound: bool = False
    in_files: tuple[str, ...] = ("docx", "html", "xlsx", "txt")


def _with(paper: Paper, blocks: Lines) -> Paper:
    return replace(paper, blocks=tuple(blocks), parts=())


def _headings(paper: Paper) -> list[int]:
    return list(paper.parts)


def _index_of(paper: Paper, kind: int) -> int:
    """Return the block of the table of part 二, 三 or 四, counted from 0."""
    tables = [n for n, block in enumerate(paper.blocks) if isinstance(block, PaperTable)]
    return tables[kind]


def tables_at_the_end(paper: Paper, dice: random.Random) -> Paper:
    """All headings and texts first, the tables after the signature."""
    lines = [block for block in paper.blocks if isinstance(block, str)]
    tables = [block for block in paper.blocks if isinstance(block, PaperTable)]
    return _with(paper, [*lines, *tables])


def captioned_tables_at_the_end(paper: Paper, dice: random.Random) -> Paper:
    """As before, each table under a line that says whose it is."""
    lines = [block for block in paper.blocks if isinstance(block, str)]
    tables = [block for block in paper.blocks if isinstance(block, PaperTable)]
    mark = dice.choice(("附件{n}：", "附表{n}", "表{n} "))
    titles = [s.title.split("、", 1)[1] for s in paper.truth.form.sections if s.table]
    found: Lines = list(lines)
    for number, (title, table) in enumerate(zip(titles, tables, strict=True), start=1):
        found += [mark.format(n=number) + title, table]
    return _with(paper, found)


def tables_before_headings(paper: Paper, dice: random.Random) -> Paper:
    """Each table stands above the heading of its part."""
    blocks: Lines = list(paper.blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, PaperTable):
            blocks[place - 1], blocks[place] = blocks[place], blocks[place - 1]
    return _with(paper, blocks)


def all_tables_behind_the_last_heading(paper: Paper, dice: random.Random) -> Paper:
    """The three headings follow one another, then come the three tables, then 五 and 六."""
    first, last = paper.parts[1], paper.parts[4]
    inner = paper.blocks[first:last]
    lines = [block for block in inner if isinstance(block, str)]
    tables = [block for block in inner if isinstance(block, PaperTable)]
    return _with(paper, [*paper.blocks[:first], *lines, *tables, *paper.blocks[last:]])


def in_one_cell(paper: Paper, dice: random.Random) -> Paper:
    """Each run of lines between tables stands in a table of one cell."""
    blocks: Lines = []
    run: list[str] = []
    for block in (*paper.blocks, None):
        if isinstance(block, str):
            run.append(block)
            continue
        if run:
            blocks.append(one_cell("\n".join(run)))
        run = []
        if block is not None:
            blocks.append(block)
    return _with(paper, blocks)


def one_cell(text: str) -> PaperTable:
    return PaperTable((PaperCell(0, 0, 1, 1, text),), (150.0,))


def heading_in_paragraph(paper: Paper, dice: random.Random) -> Paper:
    """The first heading, or 五 or 六, stands in the middle of a paragraph."""
    blocks: Lines = list(paper.blocks)
    chosen = dice.sample((0, 4, 5), dice.randrange(1, 4))
    for part in sorted(chosen, reverse=True):
        at = paper.parts[part]
        before, after = blocks[at - 1], blocks[at + 1]
        if isinstance(after, str):
            gap = dice.choice((" ", "\u3000", ""))
            glued = (
                f"{blocks[at]}{gap}{after}"
                if after[0] not in "（1" or gap
                else f"{blocks[at]} {after}"
            )
            if isinstance(before, str):
                blocks[at - 1 : at + 2] = [before + dice.choice(("", " ")) + glued]
            else:
                blocks[at : at + 2] = [glued]
    return _with(paper, blocks)


def one_paragraph(paper: Paper, dice: random.Random) -> Paper:
    """All lines between two tables run together, a blank around each heading."""
    blocks: Lines = list(paper.blocks[:2])
    run: list[str] = []
    for block in (*paper.blocks[2:], None):
        if isinstance(block, str):
            run.append(block)
            continue
        if run:
            blocks.append(" ".join(run))
        run = []
        if block is not None:
            blocks.append(block)
    paper = _with(paper, blocks)
    truth = paper.truth
    sections = {key: text.replace("\n", " ") for key, text in truth.sections.items()}
    sections["other_matters"], sections["signature"] = (
        f"{sections['other_matters']} {sections['signature']}",
        "",
    )
    return replace(paper, truth=replace(truth, sections=sections))


_OTHER_WORDS = {
    0: (
        "一、政府信息公开工作的基本情况",
        "一、政府信息公开工作总体情况",
        "一、2023年政府信息公开工作基本情况",
    ),
    4: ("五、政府信息公开工作存在的主要问题及改进情况", "五、存在问题及改进情况"),
    5: ("六、其他需要报告的事项。", "六、需要报告的其他事项"),
}


def other_words(paper: Paper, dice: random.Random) -> Paper:
    """Headings with the subject in front of them."""
    blocks: Lines = list(paper.blocks)
    for part, words in _OTHER_WORDS.items():
        blocks[paper.parts[part]] = dice.choice(words)
    return _with(paper, blocks)


def no_first_heading(paper: Paper, dice: random.Random) -> Paper:
    """Without 一 the text begins with its first sub-heading."""
    sections = dict(paper.truth.sections)
    lead = dice.choice(("（一）主动公开。", "（一）主动公开情况", "(一)主动公开政府信息情况。"))
    sections["overview"] = f"{lead}全年公开信息87条。\n" + sections["overview"]
    made = laid_out(paper, replace(paper.truth, sections=sections))
    return _with(made, [b for n, b in enumerate(made.blocks) if n != made.parts[0]])


def heading_behind_a_cell(paper: Paper, dice: random.Random) -> Paper:
    """A heading hangs on the last figure of the table above it, or stands in its last row."""
    blocks: Lines = list(paper.blocks)
    is_own_row = dice.random() < 0.4
    for part in sorted(dice.sample((2, 3, 4), dice.randrange(1, 3)), reverse=True):
        at = paper.parts[part]
        table = blocks[at - 1]
        if not isinstance(table, PaperTable):
            continue
        heading = str(blocks[at])
        last = table.cells[-1]
        gap = dice.choice((" ", "\n", ""))
        cell = replace(last, text=f"{last.text}{gap}{heading}")
        cells = (*table.cells[:-1], cell)
        if is_own_row:
            cells = (*table.cells, PaperCell(table.row_count, 0, 1, 1, heading))
            width = max(c.column + c.column_span for c in table.cells)
            cells += tuple(PaperCell(table.row_count, n, 1, 1, "") for n in range(1, width))
        blocks[at - 1 : at + 1] = [replace(table, cells=cells)]
    return _with(paper, blocks)


def heading_in_the_corner(paper: Paper, dice: random.Random) -> Paper:
    """A heading stands in the table's first row, beside or above its header."""
    blocks: Lines = list(paper.blocks)
    for part in sorted(dice.sample((1, 2, 3), dice.randrange(1, 3)), reverse=True):
        at = paper.parts[part]
        table = blocks[at + 1]
        if not isinstance(table, PaperTable):
            continue
        heading = str(blocks[at])
        first = table.cells[0]
        cell = replace(first, text=f"{heading}{dice.choice((' ', chr(10)))}{first.text}")
        blocks[at : at + 2] = [replace(table, cells=(cell, *table.cells[1:]))]
    return _with(paper, blocks)


_FRAMES = (
    "（续表）",
    "续表",
    "（续上表）",
    "续表三",
    "表三（续）",
    "单位：件",
    "────────────",
    "│  │",
    "—— ——",
)


def frame_lines(paper: Paper, dice: random.Random) -> Paper:
    """Lines that only belong to the frame stand around the tables."""
    blocks: Lines = list(paper.blocks)
    for number in (2, 1, 0):
        at = _index_of(paper, number)
        if dice.random() < 0.5:
            blocks.insert(at + 1, dice.choice(_FRAMES))
        if number == 0 and dice.random() < 0.7:
            blocks.insert(
                at,
                dice.choice(
                    ("第二十条第(一)项 | |||", "第二十条第（一）项", "第二十条 第（一）项｜｜｜")
                ),
            )
        elif dice.random() < 0.7:
            blocks.insert(at, dice.choice(_FRAMES))
    return _with(paper, blocks)


def header_on_the_page_before(paper: Paper, dice: random.Random) -> Paper:
    """Words of a header stand as lines above the table of the next page, which has it whole."""
    blocks: Lines = list(paper.blocks)
    for number in (2, 1):
        at = _index_of(paper, number)
        table = blocks[at]
        assert isinstance(table, PaperTable)
        words = [c.text for c in table.cells if c.row < table.header_rows]
        how = dice.randrange(3)
        lines = [words[: dice.randrange(1, len(words))], [" ".join(words)], ["".join(words[1:3])]][
            how
        ]
        blocks[at:at] = lines
    return _with(paper, blocks)


def furniture(paper: Paper, dice: random.Random) -> Paper:
    """A portal's lines stand between title and text, and behind the end."""
    unit = dice.choice(("青山县人民政府办公室", paper.truth.organization))
    before = [line.format(unit=unit) for line in dice.sample(BEFORE, dice.randrange(1, 4))]
    after = [line.format(unit=unit) for line in dice.sample(AFTER, dice.randrange(1, 5))]
    return _with(paper, [*paper.blocks[:2], *before, *paper.blocks[2:], *after])


def furniture_without_signature(paper: Paper, dice: random.Random) -> Paper:
    """As before, in a report that nobody signed."""
    sections = {**paper.truth.sections, "signature": ""}
    return furniture(laid_out(paper, replace(paper.truth, sections=sections)), dice)


def furniture_without_preamble(paper: Paper, dice: random.Random) -> Paper:
    """A portal's lines stand right above 一."""
    sections = {**paper.truth.sections, "preamble": ""}
    return furniture(laid_out(paper, replace(paper.truth, sections=sections)), dice)


def two_titles(paper: Paper, dice: random.Random) -> Paper:
    """A site's name for the report stands above or below its title."""
    year = paper.truth.year
    other = dice.choice(
        (
            f"{year}年度政府信息公开年报",
            f"{paper.truth.organization}{year}年度信息公开年报",
            f"关于{year}年政务公开信息公开工作的报告",
            f"信息公开年报（{year}年）",
        )
    )
    head: Lines = list(paper.blocks[:2])
    return _with(
        paper, [*([other, *head] if dice.random() < 0.6 else [*head, other]), *paper.blocks[2:]]
    )


def title_without_year(paper: Paper, dice: random.Random) -> Paper:
    """The year stands in the period and the signature only."""
    title = "政府信息公开工作年度报告"
    unit = paper.truth.organization
    head: Lines = [unit, title] if dice.random() < 0.5 else [unit + title]
    truth = replace(paper.truth, title=title)
    return replace(_with(paper, [*head, *paper.blocks[2:]]), truth=truth)


def title_without_unit(paper: Paper, dice: random.Random) -> Paper:
    """The unit stands in the preamble and the signature only."""
    return _with(paper, list(paper.blocks[1:]))


def no_title(paper: Paper, dice: random.Random) -> Paper:
    """Unit and year stand in the text only."""
    truth = replace(paper.truth, title="")
    return replace(_with(paper, list(paper.blocks[2:])), truth=truth)


def broken_unit(paper: Paper, dice: random.Random) -> Paper:
    """The unit goes over two lines."""
    unit = paper.truth.organization
    at = dice.randrange(2, len(unit) - 1)
    return _with(paper, [unit[:at], unit[at:], *paper.blocks[1:]])


def contents_first(paper: Paper, dice: random.Random) -> Paper:
    """A list of the parts stands before them, with page numbers or without."""
    dots = dice.choice(("", "……{n}", "\t{n}", " {n}"))
    headings = [str(paper.blocks[at]) for at in paper.parts]
    toc = [head + dots.format(n=number * 2) for number, head in enumerate(headings, start=1)]
    return _with(paper, [*paper.blocks[:2], "目 录", *toc, *paper.blocks[2:]])


def listed_parts(paper: Paper, dice: random.Random) -> Paper:
    """The preamble lists the parts with their numbers: none of it is a heading."""
    names = [str(paper.blocks[at]) for at in paper.parts]
    sentence = f"本报告由{dice.choice(('；', '，', '、')).join(names)}六个部分组成。"
    sections = dict(paper.truth.sections)
    sections["preamble"] += sentence
    return laid_out(paper, replace(paper.truth, sections=sections))


FAMILIES: Mapping[str, Family] = {
    family.name: family
    for family in (
        Family("plain", lambda paper, dice: paper, is_sound=True),
        Family("tables at the end", tables_at_the_end, is_sound=True),
        Family("captioned tables at the end", captioned_tables_at_the_end),
        Family("tables before headings", tables_before_headings, is_sound=True),
        Family("tables behind the last heading", all_tables_behind_the_last_heading, is_sound=True),
        Family("in one cell", in_one_cell, is_sound=True, in_files=("docx", "html", "xlsx")),
        Family("heading in a paragraph", heading_in_paragraph, is_sound=True),
        Family("one paragraph", one_paragraph),
        Family("other words", other_words, is_sound=True),
        Family("no first heading", no_first_heading),
        Family("heading behind a cell", heading_behind_a_cell),
        Family("heading in the corner", heading_in_the_corner),
        Family("frame lines", frame_lines),
        Family("header on the page before", header_on_the_page_before),
        Family("furniture", furniture),
        Family("furniture without signature", furniture_without_signature),
        Family("furniture without preamble", furniture_without_preamble),
        Family("two titles", two_titles),
        Family("title without year", title_without_year),
        Family("title without unit", title_without_unit),
        Family("no title", no_title),
        Family("broken unit", broken_unit, is_sound=True),
        Family("contents first", contents_first),
        Family("listed parts", listed_parts, is_sound=True),
    )
}
