"""Drawn pages put together to a neutral document, with notes on what on them is no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from importers.readers.paged.drawn_page import COMMON, DrawnPage, upright
from importers.readers.paged.page_content import PageContent, read_page
from importers.readers.paged.page_flow import flow
from importers.readers.paged.page_furniture import doubtful_lines
from importers.readers.paged.page_lines import Line
from importers.readers.paged.page_marks import place_of, watermark
from importers.readers.paged.page_order import in_order
from importers.readers.paged.page_overlays import (
    Repeated,
    is_mostly_clear,
    overlays,
    repeated,
)
from importers.readers.paged.page_parts import has_unsure_columns, parts, usual_binding
from importers.readers.paged.unreadable import share_unreadable, unreadable_notes
from importers.source_document import SourceDocument
from storage.errors import FileProblem

MOST_COMPARED = 30
"""Pages that are looked at together; a report has some ten."""
FEWEST_CHARACTERS = 20
MOST_UNREADABLE = 0.1
SCANNED = 0.8
"""Of a page: a picture that covers so much of it shows the page, and its text was recognised."""
INSTEAD = "请改用这份报告的 Word 原文件；没有原文件时，"


@dataclass
class PagesRead:
    """The pages in reading order, and what was seen on the sheets that is no text.

    Sheets are counted from 1, as a person does.
    """

    pages: list[PageContent] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)
    words_over: list[str] = field(default_factory=list)
    words_repeated: list[str] = field(default_factory=list)
    words_clear: list[str] = field(default_factory=list)
    clear: list[int] = field(default_factory=list)
    """Sheets through most of whose letters the page shows."""
    more_notes: tuple[str, ...] = ()
    """What the format has beside its pages."""
    has_askew: bool = False
    has_watermark: bool = False
    is_reordered: bool = False


def read_pages(pages: Iterable[DrawnPage], count: int) -> PagesRead:
    """Return what stands on so many pages; what all have in common is looked for on few only."""
    found = PagesRead()
    large: set[tuple[str, int, int]] = set()
    common = Repeated()
    binding = 0.0
    straight: Iterable[DrawnPage] = map(upright, pages)
    if count <= MOST_COMPARED:
        straight = list(straight)
        large = watermark([page.chars for page in straight])
        common = repeated(straight)
        binding = usual_binding(straight)
    for number, page in enumerate(straight, 1):
        kept = _without_overlays(page, number, found, large, common.letters)
        _read_sheet(kept, number, found, binding)
    found.has_watermark = bool(large)
    found.words_repeated = common.words
    found.pages, found.is_reordered = in_order(found.pages)
    return found


def _without_overlays(
    page: DrawnPage,
    number: int,
    found: PagesRead,
    large: set[tuple[str, int, int]],
    common: set[tuple[str, int, int]],
) -> DrawnPage:
    """Return a page without what lies over its text, and with what all pages have marked so."""
    over = overlays(page)
    found.words_over += over.words
    found.words_clear += over.clear
    found.clear += [number] * is_mostly_clear(page)
    if not (over.letters or large or common):
        return page
    chars = [
        {**char, COMMON: True} if place_of(char) in common else char
        for char in page.chars
        if id(char) not in over.letters and place_of(char) not in large
    ]
    return DrawnPage({**page.objects, "char": chars}, page.bbox, page.cropbox)


def _read_sheet(page: DrawnPage, number: int, found: PagesRead, binding: float) -> None:
    taken = parts(page, binding)
    first = len(found.pages)
    contents = [read_page(part, first + n, number - 1) for n, part in enumerate(taken)]
    found.pages += contents
    found.has_askew = found.has_askew or any(page.has_askew for page in contents)
    words = any(map(_words, contents))
    if page.images and not words:
        found.empty.append(number)
    elif _is_scanned(page):
        found.scanned.append(number)
    if words and len(taken) == 1 and has_unsure_columns(page):
        found.unsure.append(number)


def _is_scanned(page: DrawnPage) -> bool:
    size = page.width * page.height
    return any((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) > SCANNED * size for i in page.images)


def paged_document(name: str, kind: str, found: PagesRead) -> SourceDocument:
    """Return the pages as a neutral document; FileProblem where they hold no readable text."""
    _refuse_unreadable(name, found)
    return SourceDocument(name, kind, tuple(flow(found.pages)), tuple(_notes(found)))


def _words(page: PageContent) -> str:
    return "".join("".join(_texts([page])).split())


def _texts(pages: Sequence[PageContent]) -> Iterator[str]:
    for page in pages:
        for item in page.items:
            yield from [item.text] if isinstance(item, Line) else [c.text for c in item.cells]


def _refuse_unreadable(name: str, found: PagesRead) -> None:
    if not found.pages:
        raise FileProblem(
            f"「{name}」里一页也没有，可能已经损坏。{INSTEAD}请重新下载或重新导出一份。"
        )
    text = "".join(map(_words, found.pages))
    if len(text) < FEWEST_CHARACTERS and (
        found.has_askew or any(page.on_end for page in found.pages)
    ):
        raise FileProblem(
            f"「{name}」里的文字是斜放的，没有读取。"
            f"{INSTEAD}请把页面转正（另存或打印成新的 PDF）后再导入。"
        )
    if len(text) < FEWEST_CHARACTERS and found.empty:
        raise FileProblem(
            f"「{name}」是扫描件或图片，里面没有可以读取的文字。"
            f"{INSTEAD}请先用文字识别（OCR）软件转成 Word，核对后再导入。"
        )
    if len(text) < FEWEST_CHARACTERS:
        raise FileProblem(
            f"「{name}」的{len(found.pages)}页上几乎没有文字：可能是空白页，也可能文字转成了线条。"
            f"{INSTEAD}请先用文字识别（OCR）软件转成 Word，核对后再导入。"
        )
    if share_unreadable(text) > MOST_UNREADABLE:
        raise FileProblem(
            f"「{name}」里的文字没有编码信息，复制出来是乱码，无法读取。"
            f"{INSTEAD}请用 Word 或 WPS 打开，另存为 .docx，核对后再导入。"
        )


def _notes(found: PagesRead) -> Iterator[str]:
    """Yield Chinese lines on what the text does not contain, and what in it is not certain."""
    if found.empty:
        yield f"第{_listed(found.empty)}页只有图片，没有文字，没有读取"
    if found.scanned:
        yield (
            f"第{_listed(found.scanned)}页是扫描的图片，文字是另外识别出来的，可能认错，"
            "请对着图片逐个核对数字"
        )
    if found.has_askew:
        yield "斜排的文字和印章上的文字（例如水印）没有读取"
    if found.has_watermark:
        yield "每页同一位置都有的大字（水印）没有读取"
    yield from _word_notes(found)
    yield from _order_notes(found)
    if outside := sum(page.outside for page in found.pages):
        yield f"页面裁切范围以外有{outside}个字，看不见，没有读取"
    yield from found.more_notes
    yield from unreadable_notes(_texts(found.pages))


def _word_notes(found: PagesRead) -> Iterator[str]:
    if on_end := [words for page in found.pages for words in page.on_end]:
        yield f"横放的文字{_quoted(on_end)}没有读取；如果是正文或表格里的字，请补上"
    if found.words_over:
        words = _quoted(found.words_over)
        yield f"盖在正文上面的文字{words}（水印、印章或批注）没有读取，请核对它下面的内容"
    yield from _clear_notes(found)
    if same := next((page.repeated for page in found.pages if page.repeated), ""):
        yield f"每页同一位置都有的文字「{same}」（水印）没有读取"
    if found.words_repeated:
        words = _quoted(found.words_repeated)
        yield f"每页同一位置都有{words}，样子和正文一样，已照原样读取；如果是水印，请删去"


def _clear_notes(found: PagesRead) -> Iterator[str]:
    if found.words_clear:
        yield f"半透明的文字{_quoted(found.words_clear)}（多半是水印）没有读取；如果是正文，请补上"
    if found.clear:
        yield (f"第{_listed(found.clear)}页的文字大多是半透明的，已照原样读取；如果是水印，请删去")


def _quoted(words: Sequence[str]) -> str:
    return "、".join(f"「{word}」" for word in dict.fromkeys(words))


def _order_notes(found: PagesRead) -> Iterator[str]:
    if found.unsure:
        yield (
            f"第{_listed(found.unsure)}页的文字像是并排的两栏，没有把握分开，"
            "按一行一行读的，请对照原文核对"
        )
    if found.is_reordered:
        yield "一张纸上并排印着几页，按印着的页码排了先后"
    if lines := doubtful_lines(found.pages):
        yield f"页边上{_quoted(lines)}两页都有，当作页眉、页脚没有读取；如果是正文，请补上"


def _listed(numbers: Sequence[int]) -> str:
    return "、".join(map(str, numbers))
