"""What is added to the pages that Qt wrote: characters, language, bookmarks and page labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from exporters.lines.placed import Letters, Page
from exporters.paged.fonts import FontBook
from exporters.paged.text_map import set_true_characters

LANGUAGE = "zh-CN"


def finished(
    pdf: bytes, pages: Sequence[Page], fonts: FontBook, headings: Sequence[str], author: str = ""
) -> bytes:
    """Return the file of Qt for those pages, made complete; `headings` are the bookmarks' names.

    `author` is the unit, which Qt notes from 6.9 on only. PdfError where Qt wrote what cannot be
    read.
    """
    whole = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        set_true_characters(document, _first_painted(pages, fonts))
        if author:
            document.docinfo.Author = String(author)
        document.Root.Lang = String(LANGUAGE)
        document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _add_bookmarks(document, pages, headings)
        _label_pages(document, pages)
        document.save(whole)
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
