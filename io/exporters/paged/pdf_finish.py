"""What is added to the pages that Qt wrote: characters, language, tags, bookmarks, page labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, PdfError, String

from exporters.blocks import Content, heading_names
from exporters.lines.placed import Letters, Page
from exporters.paged.fonts import FontBook
from exporters.paged.pdf_archive import make_archival
from exporters.paged.pdf_tags import add_tags
from exporters.paged.text_map import set_true_characters
from storage.errors import FileProblem

LANGUAGE = "zh-CN"
UNREADABLE = (
    "PDF 的页面已经排好，但补上文字、书签的时候没有读懂它，没有写出。"
    "请再导出一次；还不行，请先导出 Word 文档，再另存为 PDF。"
)


def finished(
    pdf: bytes,
    pages: Sequence[Page],
    fonts: FontBook,
    contents: Sequence[Content],
    author: str = "",
) -> bytes:
    """Return the file of Qt for those pages, made complete; `contents` are what was laid on them.

    `author` is the unit, which Qt notes from 6.9 on only. FileProblem where Qt wrote what cannot be
    read.
    """
    try:
        return _finished(pdf, pages, fonts, contents, author)
    except PdfError as error:
        raise FileProblem(UNREADABLE) from error


def _finished(
    pdf: bytes, pages: Sequence[Page], fonts: FontBook, contents: Sequence[Content], author: str
) -> bytes:
    whole = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        set_true_characters(document, _first_painted(pages, fonts))
        if author:
            document.docinfo.Author = String(author)
        document.Root.Lang = String(LANGUAGE)
        document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _add_bookmarks(document, pages, heading_names(contents))
        _label_pages(document, pages)
        add_tags(document, contents, pages, fonts)
        make_archival(document, is_complete=not fonts.without_glyph)
        document.save(whole, min_version="1.7")
    return whole.getvalue()


def _first_painted(pages: Iterable[Page], fonts: FontBook) -> Iterable[list[str]]:
    """Return for each family its characters in the order in which their glyphs are painted.

    The box that stands for a missing character is in every font from the start.
    """
    found: dict[str, dict[int, str]] = {}
    for page in pages:
        for letters in page.letters:
            for char in letters.text:
                glyph = fonts.glyph(char, letters.role)
                if glyph.index:
                    found.setdefault(glyph.family, {}).setdefault(glyph.index, char)
    return [list(characters.values()) for characters in found.values()]


# ---------------------------------------------------------------- bookmarks and labels


def _add_bookmarks(document: Pdf, pages: Sequence[Page], headings: Sequence[str]) -> None:
    """Let each heading lead to its line; one that stands on none of the pages has no bookmark."""
    wanted = list(headings)
    with document.open_outline() as outline:
        for place, page in enumerate(pages):
            height = float(document.pages[place].MediaBox[3])
            for letters in _heading_lines(page):
                name = next((name for name in wanted if name.startswith(letters.text)), "")
                if name:
                    wanted.remove(name)
                    top = height - letters.y + letters.size * 1.5
                    outline.root.append(OutlineItem(name, place, "XYZ", top=top))
    if outline.root:
        document.Root.PageMode = Name.UseOutlines


def _heading_lines(page: Page) -> Iterator[Letters]:
    """Yield what stands in the font of headings, the first stretch of each line."""
    titled = (letters for letters in page.letters if letters.role == "heading_1")
    for _, line in groupby(titled, key=lambda letters: letters.y):
        yield next(line)


def _label_pages(document: Pdf, pages: Sequence[Page]) -> None:
    """Give the pages the numbers that they have on paper; a sheet for signing bears no number."""
    labels = Array()
    is_numbered: bool | None = None
    for place, page in enumerate(pages):
        printed = _printed_number(page)
        if (printed > 0) != is_numbered:
            is_numbered = printed > 0
            numbered = Dictionary(S=Name.D, St=printed)
            labels.append(place)
            labels.append(numbered if is_numbered else Dictionary(P=String("审签单")))
    document.Root.PageLabels = Dictionary(Nums=labels)


def _printed_number(page: Page) -> int:
    """Return the number at the foot of a page, 0 for none."""
    texts = (letters.text for letters in page.letters if letters.role == "page_number")
    marked = (text.strip("— ") for text in texts if text.startswith("—"))
    return next((int(text) for text in marked if text.isdigit()), 0)
