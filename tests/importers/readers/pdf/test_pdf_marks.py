"""What a PDF page shows that is no part of its text."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from importers.marked_notes import with_marked_notes
from importers.readers.paged.page_marks import watermark
from importers.readers.pdf.pdf_reader import read_pdf
from importers.source_document import SourceDocument
from storage.errors import FileProblem

WORDS = "BT /F 12 Tf 100 700 Td (Reports of the offices are here, all of them) Tj ET"


def write_pdf(path: Path, *contents: str, shown: list[int] | None = None) -> Path:
    """Write pages with one plain font; `shown` is the box that they are cropped to."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for content in contents:
        made = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[0, 0, 595, 842],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)),
            Contents=pdf.make_stream(content.encode()),
            CropBox=shown or [0, 0, 595, 842],
        )
        pdf.pages.append(pikepdf.Page(made))
    pdf.save(path)
    return path


def read(path: Path) -> SourceDocument:
    return with_marked_notes(read_pdf(path))


def texts(document: SourceDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


ASIDES = {
    "struck": ("BT /F 12 Tf 100 600 Td (12) Tj ET 0.5 w 100 604 m 106.6 604 l S", "划掉的「1」"),
    "white": ("BT /F 12 Tf 100 600 Td 1 g (1) Tj 0 g (2) Tj ET", "看不见的「1」"),
    "raised": ("BT /F 12 Tf 100 600 Td (2) Tj /F 7 Tf 5 Ts (1) Tj ET", "上标「1」"),
    "small": ("BT /F 12 Tf 100 600 Td (2) Tj /F 7 Tf 1.5 Ts (1) Tj ET", "字号特别小的「1」"),
}


@pytest.mark.parametrize("name", ASIDES)
def test_an_aside_of_a_page_is_dropped_and_told(name: str, tmp_path: Path) -> None:
    content, words = ASIDES[name]
    document = read(write_pdf(tmp_path / "a.pdf", f"{WORDS} {content}"))
    assert texts(document)[-1] == "2"
    assert any(words in note for note in document.notes)


def test_white_letters_on_a_colour_are_read(tmp_path: Path) -> None:
    content = "0 0 1 rg 90 590 100 30 re f 1 g BT /F 12 Tf 100 600 Td (12) Tj ET"
    document = read(write_pdf(tmp_path / "a.pdf", f"{WORDS} {content}"))
    assert texts(document)[-1] == "12"
    assert document.notes == ()


def test_what_lies_outside_the_crop_box_is_told(tmp_path: Path) -> None:
    content = f"{WORDS} BT /F 12 Tf 100 20 Td (cut) Tj ET"
    path = write_pdf(tmp_path / "a.pdf", content, shown=[0, 50, 595, 842])
    document = read(path)
    assert not any("cut" in text for text in texts(document))
    assert any("裁切范围以外有3个字" in note for note in document.notes)


TURNS = {90: "0 1 -1 0 300 100", 180: "-1 0 0 -1 400 700", 270: "0 -1 1 0 300 700"}


@pytest.mark.parametrize("angle", TURNS)
def test_pages_on_their_side_are_read(angle: int, tmp_path: Path) -> None:
    content = (
        f"BT /F 12 Tf 14 TL {TURNS[angle]} Tm (Reports of the offices are here) Tj T* (12, 3) Tj ET"
    )
    assert texts(read(write_pdf(tmp_path / "a.pdf", content))) == [
        "Reports of the offices are here12, 3"
    ]


def test_slanted_pages_are_refused_with_their_own_reason(tmp_path: Path) -> None:
    content = "BT /F 12 Tf 0.7 0.7 -0.7 0.7 300 100 Tm (Reports of the offices are here, all) Tj ET"
    with pytest.raises(FileProblem, match="斜放"):
        read(write_pdf(tmp_path / "a.pdf", content))


def test_large_letters_in_one_place_on_all_pages_are_a_watermark(tmp_path: Path) -> None:
    seal = "BT /F 60 Tf 150 400 Td (Seal) Tj ET"
    head = "BT /F 12 Tf 100 500 Td (Total) Tj ET"
    document = read(write_pdf(tmp_path / "a.pdf", *[f"{WORDS} {seal} {head}"] * 3))
    joined = "".join(texts(document))
    assert any("水印" in note for note in document.notes)
    assert "Seal" not in joined
    assert joined.count("Total") == 3
    assert watermark([[]]) == set()
    alone = "".join(texts(read(write_pdf(tmp_path / "b.pdf", f"{WORDS} {seal}"))))
    assert "Seal" in alone
