"""What those hear who cannot see the pages, and what an archive asks of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from exporters.blocks import spoken_levels
from exporters.page_style import OFFICIAL
from exporters.paged.fonts import FontBook
from exporters.paged.pdf_finish import UNREADABLE, finished
from exporters.report_blocks import report_blocks
from exporters.sign_off_blocks import SignOffCopy
from exporters.writing import export_report
from model.report.report import Report
from model.report.values import format_value
from sample_reports import sample_report
from storage.errors import FileProblem
from storage.form_store import load_form

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.thorough]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    export_report(sample_report(), path)
    return path


def _elements(path: Path) -> list[dict[str, Any]]:
    """The elements of a document as another library gives them, in reading order."""
    with pdfplumber.open(path) as pdf:
        texts = {
            (number, char["mcid"]): ""
            for number, page in enumerate(pdf.pages, start=1)
            for char in page.chars
        }
        for number, page in enumerate(pdf.pages, start=1):
            for char in page.chars:
                texts[number, char["mcid"]] += char["text"]
        found = list(_flat(pdf.structure_tree, 0))
    for element in found:
        element["text"] = "".join(texts[place] for place in element["places"])
    return found


def _flat(elements: list[dict[str, Any]], page: int) -> Iterator[dict[str, Any]]:
    for element in elements:
        own = element.get("page_number", page)
        places = [(own, number) for number in element.get("mcids", ())]
        yield {**element, "places": places, "attributes": element.get("attributes", {})}
        yield from _flat(element.get("children", []), own)


def test_headings_and_paragraphs_are_told_in_their_order(written: Path) -> None:
    texts = [e for e in _elements(written) if e["type"] in ("H1", "H2", "H3", "P")]
    assert [(e["type"], e["text"]) for e in texts[:6]] == [
        ("H1", "青山县红星镇人民政府2023年政府信息公开工作年度报告"),
        ("P", "本报告根据《条例》编制。"),
        ("H2", "一、总体情况"),
        ("H3", "（一）主动公开"),
        ("P", "全年主动公开信息30条。"),
        ("P", "（二）依申请公开。收到申请12件。"),
    ]
    assert not any("— 1 —" in e["text"] for e in texts)


def test_tables_have_rows_cells_spans_and_headers_with_their_reach(written: Path) -> None:
    report = sample_report()
    elements = _elements(written)
    assert [e["type"] for e in elements].count("Table") == len(report.form.tables)
    cells = [e for e in elements if e["type"] in ("TH", "TD")]
    grids = [
        (cell, format_value(report.effective_value(table.key, cell.key)) if cell.key else cell.text)
        for table in report.form.tables
        for cell in sorted(table.grid, key=lambda cell: (cell.row, cell.column))
    ]
    # The library that reads leaves out what is empty; the file does not.
    with pikepdf.open(written) as pdf:
        kinds = [
            str(item.get("/S")) for item in pdf.objects if isinstance(item, pikepdf.Dictionary)
        ]
    assert kinds.count("/TD") + kinds.count("/TH") == len(grids)
    wanted = [(cell, text) for cell, text in grids if text]
    for (cell, text), found in zip(wanted, cells, strict=True):
        assert "".join(found["text"].split()) == "".join(text.split())
        about = found["attributes"]
        assert about.get("RowSpan", 1) == cell.row_span
        assert about.get("ColSpan", 1) == cell.column_span
        assert found["type"] == ("TD" if cell.role == "value" else "TH")
        scope = {"value": None, "label": "Row"}.get(cell.role, "Column")
        assert about.get("Scope") == scope


def test_a_third_library_finds_the_same_tree(written: Path) -> None:
    document = pypdfium2.PdfDocument(written)
    assert pdfium.FPDFCatalog_IsTagged(document)
    tree = pdfium.FPDF_StructTree_GetForPage(document[0])
    assert pdfium.FPDF_StructTree_CountChildren(tree) == 1
    pdfium.FPDF_StructTree_Close(tree)
    document.close()


def test_a_table_over_two_pages_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    report = sample_report()
    for key in ("granted.natural_person", "other_handling.natural_person"):
        report.tables["requests"][key] = "没有收到申请" * 12
    export_report(report, path)
    heads = [e["text"] for e in _elements(path) if e["type"] == "TH"]
    assert heads.count("申请人情况") == 1
    with pdfplumber.open(path) as pdf:
        assert sum("申请人情况" in (page.extract_text() or "") for page in pdf.pages) > 1


def test_a_copy_for_signing_is_tagged_too(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    export_report(sample_report(), path, signed_copy=SignOffCopy(sheet="first"))
    elements = _elements(path)
    assert [e["type"] for e in elements].count("Table") > len(sample_report().form.tables)


def test_no_level_of_headings_is_skipped() -> None:
    sections = {"preamble": "（一）说明", "overview": "（一）公开"}
    levels = spoken_levels(report_blocks(Report(load_form("2021"), sections=sections)))
    assert levels[:3] == [2, 2, 3]


def test_every_text_is_marked_or_said_to_be_none(written: Path) -> None:
    with pikepdf.open(written) as pdf:
        for page in pdf.pages:
            depth = 0
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(operator, 0)
                if operator in ("Tj", "S", "f"):
                    assert depth == 1
            assert depth == 0


def _claim(path: Path) -> tuple[str | None, str | None]:
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        return metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")


def test_the_file_is_one_for_archives(written: Path) -> None:
    assert _claim(written) == ("2", "B")
    with pikepdf.open(written) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0"
        ]
        assert fonts
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor
            assert "/CIDSet" not in descriptor
            assert font.BaseFont == font.DescendantFonts[0].BaseFont == descriptor.FontName
        assert not pdf.is_encrypted


def test_a_file_with_boxes_for_characters_claims_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    report = Report(load_form("2021"), sections={"problems": "一\U000f0000二"})
    assert export_report(report, path)
    assert _claim(path) == (None, None)


def test_pages_that_cannot_be_read_are_told_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileProblem, match="没有写出"):
        finished(b"nothing", [], FontBook(OFFICIAL), [])
    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")
    monkeypatch.setattr("exporters.paged.pdf_writer._painted", lambda *_: b"nothing")
    with pytest.raises(FileProblem) as told:
        export_report(sample_report(), path)
    assert str(told.value) == UNREADABLE
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
