"""Sound papers whose lines were damaged by chance, and which sentences went astray silently."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from neutral_papers import told_lines
from papers import Paper, PaperTable
from report_sources import Opened

Lines = list[str | PaperTable]
Damage = Callable[[Lines, list[str], random.Random], None]
_ENDS = re.compile(r"(?<=[。；])")
_MARK = re.compile(r"^[一二三四五六]、")


def _places(blocks: Lines, headings: list[str]) -> list[int]:
    return [n for n, block in enumerate(blocks) if block in headings]


def _one(blocks: Lines, headings: list[str], dice: random.Random) -> int:
    return dice.choice(_places(blocks, headings) or [0])


def drop(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading is missing."""
    if _places(blocks, headings):
        del blocks[_one(blocks, headings, dice)]


def glue_to_next(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading runs into the line below it."""
    at = _one(blocks, headings, dice)
    if at + 1 < len(blocks) and isinstance(blocks[at + 1], str):
        gap = dice.choice(("", " ", "。", "："))
        blocks[at : at + 2] = [f"{blocks[at]}{gap}{blocks[at + 1]}"]


def glue_to_last(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading runs on behind the line above it."""
    at = _one(blocks, headings, dice)
    if at and isinstance(blocks[at - 1], str):
        blocks[at - 1 : at + 1] = [f"{blocks[at - 1]}{dice.choice(('', ' '))}{blocks[at]}"]


def glue_both(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading stands in the middle of a paragraph."""
    at = _one(blocks, headings, dice)
    around = blocks[at - 1 : at + 2]
    if at and len(around) == 3 and all(isinstance(block, str) for block in around):
        blocks[at - 1 : at + 2] = [dice.choice(("", " ")).join(map(str, around))]


def split(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading is broken over two lines."""
    at = _one(blocks, headings, dice)
    text = str(blocks[at])
    cut = dice.randrange(1, max(2, len(text) - 1))
    blocks[at : at + 1] = [text[:cut], text[cut:]]


def double(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading stands twice, at its place and somewhere else."""
    at = _one(blocks, headings, dice)
    blocks.insert(dice.choice((at, dice.randrange(2, len(blocks)))), blocks[at])


def without_number(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading lost its number."""
    at = _one(blocks, headings, dice)
    blocks[at] = _MARK.sub("", str(blocks[at]))


def wrong_number(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading has another part's number."""
    at = _one(blocks, headings, dice)
    blocks[at] = _MARK.sub(f"{dice.choice('一二三四五六七')}、", str(blocks[at]))


def other_word(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A heading lost some characters."""
    at = _one(blocks, headings, dice)
    text = str(blocks[at])
    start = dice.randrange(2, max(3, len(text) - 1))
    blocks[at] = text[:start] + text[start + dice.randrange(1, 4) :]


def site_lines(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A site's lines stand above, below or in the middle."""
    line = dice.choice(
        ("发布时间：2024-01-20", "【打印】【关闭】", "来源：某某网站 浏览次数：31", "分享到：")
    )
    blocks.insert(dice.choice((2, len(blocks), dice.randrange(2, len(blocks)))), line)


def page_lines(blocks: Lines, headings: list[str], dice: random.Random) -> None:
    """A page's number or head stands among the lines."""
    line = dice.choice(("- 3 -", "第 2 页 共 6 页", "— 4 —", str(blocks[1]), str(blocks[0])))
    blocks.insert(dice.randrange(2, len(blocks)), line)


DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (
        *(drop, glue_to_next, glue_to_last, glue_both, split, double, without_number),
        *(wrong_number, other_word, site_lines, page_lines),
    )
}


def damaged(paper: Paper, dice: random.Random, most: int = 2) -> tuple[Paper, list[str]]:
    """Return a paper with one or more damages, and which they are."""
    blocks: Lines = list(paper.blocks)
    headings = [str(paper.blocks[at]) for at in paper.parts]
    names = [dice.choice(list(DAMAGES)) for _ in range(dice.randrange(1, most + 1))]
    for name in names:
        DAMAGES[name](blocks, headings, dice)
    return replace(paper, blocks=tuple(blocks), parts=()), names


def astray(opened: Opened, paper: Paper) -> Iterator[str]:
    """Yield each sentence that is lost or in another part, and each line too many, if untold."""
    told = "".join(told_lines(opened).split())
    form = paper.truth.form
    texts = {key: "".join(opened.report.sections[key].split()) for key in form.section_keys}
    for section in form.sections:
        for sentence in _sentences(paper.truth.sections[section.key]):
            if sentence not in texts[section.key] and not _is_told(sentence, section.name, told):
                elsewhere = [key for key in texts if sentence in texts[key]]
                yield f"{section.key}→{elsewhere}: {sentence}"
    known = {s for text in paper.truth.sections.values() for s in _sentences(text)}
    for key, text in texts.items():
        rest = text
        for sentence in sorted(known, key=len, reverse=True):
            rest = rest.replace(sentence, "|")
        for piece in filter(None, rest.split("|")):
            if piece.strip("：。 ") and not _is_told(piece, form.section(key).name, told):
                yield f"too much in {key}: {piece}"


def _sentences(text: str) -> list[str]:
    pieces = (piece for line in text.split("\n") for piece in _ENDS.split("".join(line.split())))
    return [piece for piece in pieces if piece]


def _is_told(sentence: str, part: str, told: str) -> bool:
    """Return whether a note quotes the sentence, or names its part as one to be looked at."""
    return sentence[:12] in told or "".join(part.split()) in told
