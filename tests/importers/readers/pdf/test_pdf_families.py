"""PDF files that are odd in one way are read in the right order, told, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawn_pdf import Habits, draw_paper
from importers.readers.paged.drawn_page import DrawnPage, Mark, placed
from importers.readers.paged.page_lines import Char, read_lines
from importers.readers.paged.paged_reading import PagesRead, paged_document, read_pages
from importers.readers.paged.unreadable import share_unreadable, unreadable_notes
from importers.source_document import Paragraph, SourceTable
from paper_judge import faults
from papers import make_paper
from pdf_families import FAMILIES, change_pdf
from report_sources import Opened, open_report
from storage.errors import FileProblem
from table_judge import silent

BY_NAME = {family.name: family for family in FAMILIES}
SEED = 3
WORDS = {
    "watermark askew": "斜排",
    "watermark over the text": "盖在正文上面的文字「内部资料",
    "see-through watermark on one page": "半透明的文字「内部资料",
    "small watermark": "每页同一位置都有的文字「请勿外传",
    "seal": "公开专用章",
    "words outside the crop box": "裁切范围以外",
    "sheets of a booklet": "页码",
}
"""What is said of pages on which something is left out, or moved."""


PAPER = make_paper(frozenset(["clean"]), SEED)


@pytest.fixture(scope="module")
def drawn(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> dict[Habits, Path]:
    """Return the paper drawn in each of the ways that families ask for."""
    del qapp
    folder = tmp_path_factory.mktemp("drawn")
    ways = dict.fromkeys(family.habits for family in FAMILIES)
    return {way: draw_paper(PAPER, folder / f"{n}.pdf", way) for n, way in enumerate(ways)}


def made(name: str, drawn: dict[Habits, Path], folder: Path) -> Path:
    family = BY_NAME[name]
    return change_pdf(family, drawn[family.habits], folder / "a.pdf", SEED)


def told(opened: Opened) -> tuple[str, ...]:
    return (*opened.summary, *opened.unplaced, *opened.asides, *opened.decided)


@pytest.mark.thorough
@pytest.mark.parametrize("name", [family.name for family in FAMILIES if family.is_sound])
def test_a_page_that_a_person_reads_without_doubt_is_read_so(
    name: str, drawn: dict[Habits, Path], tmp_path: Path
) -> None:
    opened = open_report(made(name, drawn, tmp_path))
    assert faults(opened, PAPER.truth) == []
    assert (opened.doubts, opened.causes) == ((), ())
    assert any(WORDS.get(name, "") in line for line in told(opened))


@pytest.mark.thorough
def test_a_table_without_rules_between_columns_is_told(
    drawn: dict[Habits, Path], tmp_path: Path
) -> None:
    opened = open_report(made("no rules between columns", drawn, tmp_path))
    assert silent(opened, PAPER.truth) == []
    assert opened.causes


@pytest.mark.thorough
def test_fonts_without_codes_are_refused_and_wrong_ones_told_in_texts_too(
    drawn: dict[Habits, Path], tmp_path: Path
) -> None:
    with pytest.raises(FileProblem, match="乱码"):
        open_report(made("fonts without codes", drawn, tmp_path))
    opened = open_report(made("fonts with wrong codes", drawn, tmp_path))
    assert silent(opened, PAPER.truth) == []
    assert "\ufffd" in "".join(opened.report.sections.values())
    assert any("没有编码信息" in line for line in told(opened))


# ---------------------------------------------------------------- the parts


def mark(text: str, x: float, top: float, **more: float | tuple[float, ...]) -> Mark:
    size = 10.0
    place = placed((x, top, x + size, top + size))
    kept = {"text": text, "size": size, "matrix": (1, 0, 0, 1, 0, 0), "fontname": "甲"}
    return {**place, **kept, "non_stroking_color": (0.0,), "object_type": "char", **more}


def words(text: str, x: float, top: float, **more: float | tuple[float, ...]) -> list[Mark]:
    return [mark(char, x + 10 * place, top, **more) for place, char in enumerate(text)]


def page_of(*chars: list[Mark]) -> DrawnPage:
    return DrawnPage({"char": [char for line in chars for char in line]}, (0, 0, 600, 800))


def texts(found: PagesRead) -> list[str]:
    document = paged_document("a.pdf", "PDF 文件", found)
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def notes(found: PagesRead) -> str:
    return "\n".join(paged_document("a.pdf", "PDF 文件", found).notes)


LEFT, RIGHT = "左边这一栏的正文先读，", "右边这一栏的正文后读，"


def test_columns_below_a_whole_line_are_read_one_after_the_other() -> None:
    head = words("某某镇人民政府二〇二三年政府信息公开工作年度报告全文如下请查阅。", 120, 100)
    rows = [words(LEFT, 100, 200 + 20 * n) + words(RIGHT, 320, 200 + 20 * n) for n in range(5)]
    found = texts(read_pages([page_of(head, *rows)], 1))
    joined = "".join(found)
    assert joined.index("年度报告") < joined.index("左边")
    assert joined.rindex("左边") < joined.index("右边")


def test_columns_that_cannot_be_told_apart_are_said_so() -> None:
    rows = [
        words(LEFT, 60, 200 + 20 * n) + words(RIGHT, 200 + 17 * n, 200 + 20 * n) for n in range(5)
    ]
    assert "像是并排的两栏" in notes(read_pages([page_of(*rows)], 1))


def test_a_figure_beside_labels_is_no_column() -> None:
    rows = [
        words("本机关不掌握相关政府信息", 60, 100 + 20 * n) + words("12", 320, 100 + 20 * n)
        for n in range(9)
    ]
    found = read_pages([page_of(*rows)], 1)
    assert all("12" in text for text in texts(found))
    assert len(found.pages) == 1


def test_words_of_another_colour_over_figures_are_told_and_left_out() -> None:
    body = words("本年新收政府信息公开申请的数量是这样多 12", 60, 100)
    stamp = words("作废", 250, 102, non_stroking_color=(1.0, 0.0, 0.0))
    found = read_pages([page_of(body, stamp)], 1)
    assert not any("作" in text for text in texts(found))
    assert "「作废」" in notes(found)


LETTERS = "本年新收政府信息公开申请的数量如下"


def test_words_that_the_page_shows_through_are_told_wherever_they_stand() -> None:
    body = [words(LETTERS, 60, 100 + 20 * n) for n in range(3)]
    found = read_pages([page_of(*body, words("内部资料", 60, 400, opacity=0.3))], 1)
    assert not any("内部" in text for text in texts(found))
    assert "半透明的文字「内部资料」" in notes(found)


def test_a_page_printed_half_clear_all_over_is_read_and_told() -> None:
    lines = [words(LETTERS, 60, 100 + 20 * n, opacity=0.4) for n in (0, 1)]
    found = read_pages([page_of(*lines)], 1)
    assert "".join(texts(found)).count(LETTERS) == 2
    assert "第1页的文字大多是半透明的" in notes(found)


def test_letters_that_leave_no_mark_are_left_out_and_told() -> None:
    unseen = words("看不见的一行字", 60, 300, opacity=0.0)
    found = read_pages([page_of(words(LETTERS, 60, 100), words(LETTERS, 60, 120), unseen)], 1)
    blocks = paged_document("a.pdf", "PDF 文件", found).blocks
    assert "看不见" not in "".join(texts(found))
    marked = [one.text for block in blocks if isinstance(block, Paragraph) for one in block.marked]
    assert marked == ["看不见的一行字"]


def on_end(text: str, x: float, top: float, way: int) -> list[Mark]:
    """Return words that stand on end, from the bottom up (90) or the top down (270)."""
    along = {90: (0, 1, -1, 0, 0, 0), 270: (0, -1, 1, 0, 0, 0)}[way]
    order = text[::-1] if way == 90 else text
    return [mark(char, x, top + 10 * place, matrix=along) for place, char in enumerate(order)]


def gridded(*chars: list[Mark]) -> DrawnPage:
    """Return a page with a grid of two rows, 100 high, and three columns, 100 wide."""
    page = page_of(words(LETTERS, 60, 40), words(LETTERS, 60, 60), *chars)
    rules = [(100.0, y, 400.0, y) for y in (100.0, 200.0, 300.0)]
    sides = [(x, 100.0, x, 300.0) for x in (100.0, 200.0, 300.0, 400.0)]
    lines = [{**placed(box), "object_type": "line"} for box in (*rules, *sides)]
    return DrawnPage({**page.objects, "line": lines}, page.bbox)


@pytest.mark.parametrize("way", [90, 270])
def test_a_label_that_stands_on_end_in_a_cell_is_read_there(way: int) -> None:
    label = on_end("不予公开", 140, 120, way)
    found = read_pages([gridded(label, words("12", 220, 130))], 1)
    document = paged_document("a.pdf", "PDF 文件", found)
    (table,) = [block for block in document.blocks if isinstance(block, SourceTable)]
    first = table.cells[0]
    assert (first.row, first.column, first.text) == (0, 0, "不予公开")
    assert not any("横放" in note for note in document.notes)


def test_words_on_end_over_the_edge_of_a_cell_or_beside_figures_are_told_by_name() -> None:
    across = on_end("各部门共同填写", 140, 160, 270)
    beside = on_end("本栏", 250, 120, 90)
    found = read_pages([gridded(across, beside, words("12", 220, 130))], 1)
    assert "横放的文字「本栏」、「各部门共同填写」没有读取" in notes(found)


def test_a_line_at_the_edge_of_two_pages_is_told() -> None:
    pages = [
        page_of(words("政务公开工作情况", 60, 20), words("这一页的正文" + of * 20, 60, 300))
        for of in "甲乙"
    ]
    found = read_pages(pages, 2)
    assert "政务公开工作情况" not in "".join(texts(found))
    assert "页边上「政务公开工作情况」两页都有" in notes(found)


def test_words_that_repeat_and_look_like_the_text_stay_and_are_told() -> None:
    pages = [
        page_of(
            words("各页都有的一行", 60, 300),
            words("这一页的正文是" + "甲乙丙"[n] * 9, 60, 200 + 30 * n),
        )
        for n in range(3)
    ]
    found = read_pages(pages, 3)
    assert "".join(texts(found)).count("各页都有的一行") == 3
    assert "「各页都有的一行」" in notes(found)


@pytest.mark.parametrize("opacity", [1.0, 0.0])
def test_text_over_a_picture_of_the_page_is_told_to_be_recognised(opacity: float) -> None:
    text = "政府信息公开工作年度报告的正文在这里，一共二十多个字。"
    page = page_of(words(text, 60, 100, opacity=opacity))
    picture = {**placed((0, 0, 600, 800)), "object_type": "image"}
    drawn = DrawnPage({**page.objects, "image": [picture]}, page.bbox)
    found = read_pages([drawn], 1)
    assert text in texts(found)
    assert "第1页是扫描的图片" in notes(found)


@pytest.mark.parametrize(
    ("images", "reason"),
    [([], "转成了线条"), ([{**placed((0, 0, 9, 9)), "object_type": "image"}], "扫描件或图片")],
)
def test_pages_without_text_are_refused_with_their_own_reason(
    images: list[Mark], reason: str
) -> None:
    page = DrawnPage({"char": [], "image": images}, (0, 0, 600, 800))
    with pytest.raises(FileProblem, match=reason):
        paged_document("a.pdf", "PDF 文件", read_pages([page], 1))


def digits(*places: float) -> str:
    chars = [Char("0", x, x + 5, 10, 20, 10) for x in places]
    (line,) = read_lines(chars)
    return line.text


def test_digits_that_stand_apart_are_several_figures() -> None:
    assert digits(10, 15, 20) == "000"
    assert digits(10, 20, 30) == "0 0 0"
    assert digits(10, 18.5, 27) == "0 0 0"


def test_digits_of_a_spread_line_are_one_figure() -> None:
    spread = [
        Char(text, 10 + 16 * n, 20 + 16 * n, 10, 20, 10) for n, text in enumerate("申请共12件，")
    ]
    (line,) = read_lines(spread)
    assert line.text == "申请共12件，"


def test_letters_of_no_language_are_told() -> None:
    sound = "全年收到政府信息公开申请十二件，喆、玥、堃三人办理。" * 9
    assert list(unreadable_notes([sound])) == []
    assert share_unreadable(sound) == 0
    broken = "ꋊꌠꑷꋅ"
    assert any("ꋊ" in line for line in unreadable_notes(["全年收到申请十二件" + broken]))
    assert share_unreadable(broken * 9) == 1
