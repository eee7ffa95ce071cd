"""OFD files: the characters and rules of their pages, as producers write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import hostile_ofd
from importers.readers.ofd.ofd_names import joined, matrix_of, moved, numbers, point
from importers.readers.ofd.ofd_reader import read_ofd
from importers.readers.ofd.ofd_text import steps
from importers.reading import reader_of
from importers.source_document import Paragraph, SourceDocument, SourceTable
from ofd_files import HABITS, ofd_of_pdf, part_of, small_ofd, write_ofd
from paper_judge import faults
from report_sources import open_report
from storage.errors import FileProblem

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LONG = "本机关全年主动公开政府信息，认真办理依申请公开"


def text(words: str, x: float = 20, y: float = 30, more: str = "", inside: str = "") -> str:
    return (
        f'<o:TextObject Boundary="{x} {y} 100 5" Size="4"{more}>{inside}'
        f'<o:TextCode X="0" Y="4">{words}</o:TextCode></o:TextObject>'
    )


def read(path: Path, content: str, common: str = "", **more: str) -> SourceDocument:
    parts = {f"Doc_0/{name}.xml": part for name, part in more.items()}
    return read_ofd(small_ofd(path / "a.ofd", content, common=common, more=parts))


def texts(document: SourceDocument) -> list[str]:
    lines = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    return [line for line in lines if line]


@pytest.mark.thorough
@pytest.mark.parametrize("name", HABITS)
def test_a_report_is_read_however_a_program_writes_it(name: str, tmp_path: Path) -> None:
    source = SAMPLES / "table_torn_over_pages.pdf"
    wanted = open_report(source)
    opened = open_report(ofd_of_pdf(source, tmp_path / "a.ofd", HABITS[name]))
    assert faults(opened, wanted.report) == []
    assert (opened.doubts, opened.causes) == (wanted.doubts, wanted.causes)
    assert opened.kind == "OFD 版式文件"


def test_the_figures_of_a_table_stand_in_its_grid(tmp_path: Path) -> None:
    rules = "".join(
        f'<o:PathObject Boundary="20 {y} 100 0.3" LineWidth="0.3">'
        "<o:AbbreviatedData>M 0 0 L 100 0.1</o:AbbreviatedData></o:PathObject>"
        for y in (40, 50, 60)
    ) + "".join(
        f'<o:PathObject Boundary="{x} 40 0.3 20" Stroke="false" Fill="true"><o:AbbreviatedData>'
        "S 0 0 L 0.3 0 L 0.3 20 L 0 20 C</o:AbbreviatedData></o:PathObject>"
        for x in (20, 70, 120)
    )
    cells = text("自然人", 25, 43) + text("总计", 75, 43) + text("12", 25, 53) + text("0", 75, 53)
    document = read(tmp_path, text(LONG) + rules + cells)
    (table,) = (block for block in document.blocks if isinstance(block, SourceTable))
    assert [[cell.text for cell in row] for row in table.rows] == [["自然人", "总计"], ["12", "0"]]
    assert texts(document) == [LONG]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1 2 3", [1, 2, 3]),
        ("g 2 3.5 4", [3.5, 3.5, 4]),
        ("g 999999999 1", [1.0] * 9),
        ("1.00000000000000001e1", [10.0]),
        ("", []),
        ("g", []),
        ("x 2", [2]),
    ],
)
def test_steps_are_written_one_by_one_or_in_runs(written: str, found: list[float]) -> None:
    assert steps(written, 9) == found


def test_numbers_of_any_length_are_one_number() -> None:
    assert numbers("85.00000000000000000001 -.5 1e9999 nan 12") == [85.0, -0.5, 12.0]


def test_matrices_are_joined_from_the_inside_out() -> None:
    whole = joined(matrix_of("2 0 0 2 1 1"), moved(10, 0))
    assert point(whole, 3, 4) == (17, 9)
    assert matrix_of("1 2") == matrix_of(None)


ASIDES = {
    "unseen": (text("看不见", 20, 60, ' Visible="false"'), "看不见"),
    "white": (text("白字", 20, 60, "", '<o:FillColor Value="255 255 255"/>'), "白字"),
    "let through": (text("白字", 20, 60, "", '<o:FillColor Value="0 0 0" Alpha="0"/>'), "白字"),
    "neither filled nor stroked": (text("空字", 20, 60, ' Fill="false"'), "空字"),
    "askew": (text("斜字", 20, 60, ' CTM="0.7 0.7 -0.7 0.7 0 0"'), "斜字"),
    "pale over the text": (
        text("内部资料", 22, 30, "", '<o:FillColor Value="200 200 200"/>'),
        "内部资料",
    ),
}


@pytest.mark.parametrize("name", ASIDES)
def test_what_is_no_text_is_left_out(name: str, tmp_path: Path) -> None:
    content, words = ASIDES[name]
    assert not any(words in line for line in texts(read(tmp_path, text(LONG) + content)))


def test_a_page_on_its_side_is_turned(tmp_path: Path) -> None:
    lines = "".join(
        text(f"第{n}行，{LONG}", 60 - 8 * n, 20, ' CTM="0 1 -1 0 0 0"') for n in range(3)
    )
    assert texts(read(tmp_path, lines)) == ["".join(f"第{n}行，{LONG}" for n in range(3))]


def test_drawings_templates_and_blocks_belong_to_the_page(tmp_path: Path) -> None:
    unit = f'<o:CompositeGraphicUnit ID="5"><o:Content>{text("图里的字", 0, 0)}</o:Content>'
    resources = part_of(
        "Res",
        '<o:DrawParams><o:DrawParam ID="8"><o:FillColor Value="255 255 255"/></o:DrawParam>'
        '<o:DrawParam ID="9" Relative="8"/></o:DrawParams>'
        f"<o:CompositeGraphicUnits>{unit}</o:CompositeGraphicUnit></o:CompositeGraphicUnits>",
    )
    content = (
        text(LONG)
        + '<o:CompositeObject ResourceID="5" Boundary="20 80 50 5"/>'
        + f"<o:PageBlock><o:PageBlock>{text('块里的字', 20, 120)}</o:PageBlock></o:PageBlock>"
        + text("照参数是白的", 20, 160, ' DrawParam="9"')
    )
    common = "<o:PublicRes>/Doc_0/Res.xml</o:PublicRes>"
    assert texts(read(tmp_path, content, common, Res=resources)) == [LONG, "图里的字", "块里的字"]


def document_of(words: str) -> tuple[str, str]:
    """Return a document and its page; its list of annotations lies beside it."""
    document = part_of(
        "Document",
        '<o:Pages><o:Page BaseLoc="Page.xml"/></o:Pages><o:Annotations>Notes.xml</o:Annotations>',
    )
    layer = f"<o:Content><o:Layer>{text(words, 20, 90)}</o:Layer></o:Content>"
    return document, part_of("Page", layer)


def test_several_documents_and_what_was_written_on_pages_later_are_told(tmp_path: Path) -> None:
    roots = ("Doc_0/Document.xml", "Doc_1/Document.xml")
    bodies = "".join(f"<o:DocBody><o:DocRoot>{root}</o:DocRoot></o:DocBody>" for root in roots)
    first, second = document_of(f"第一份，{LONG}"), document_of(f"第二份，{LONG}")
    stamp = f"<o:Annot><o:Appearance>{text('请勿外传')}</o:Appearance></o:Annot>"
    parts = {
        "OFD.xml": part_of("OFD", bodies),
        **dict(zip(("Doc_0/Document.xml", "Doc_0/Page.xml"), first, strict=True)),
        **dict(zip(("Doc_1/Document.xml", "Doc_1/Page.xml"), second, strict=True)),
        "Doc_0/Notes.xml": part_of(
            "Annotations", '<o:Page PageID="1"><o:FileLoc>Note.xml</o:FileLoc></o:Page>'
        ),
        "Doc_0/Note.xml": part_of("PageAnnot", stamp),
    }
    found = read_ofd(write_ofd(tmp_path / "a.ofd", parts))
    assert any("「请勿外传」" in line for line in found.notes)
    assert any("2个文档" in line for line in found.notes)
    joined_text = "".join(texts(found))
    assert joined_text.index("第一份") < joined_text.index("第二份")


def test_characters_of_a_private_area_are_told_and_keep_their_place(tmp_path: Path) -> None:
    found = read(tmp_path, text(f"{LONG}\ue123十二件"))
    assert texts(found) == [f"{LONG}\ufffd十二件"]
    assert any("没有编码信息" in line for line in found.notes)


@pytest.mark.parametrize(
    "content", ["", '<o:ImageObject Boundary="0 0 210 297" ResourceID="3"/>', "<o:PathObject/>"]
)
def test_a_page_without_text_is_refused(content: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="扫描件" if "Image" in content else "转成了线条"):
        read(tmp_path, content)


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (hostile_ofd.ofd_bomb, "太多"),
        (hostile_ofd.ofd_of_letters, "太多"),
        (hostile_ofd.ofd_of_drawings, "太多"),
        (hostile_ofd.ofd_of_itself, "太多"),
        (lambda path: hostile_ofd.ofd_of_blocks(path, 50), "太多"),
        (lambda path: hostile_ofd.ofd_of_blocks(path, 1000), "已损坏"),
        (hostile_ofd.ofd_of_rules, "太多"),
        (lambda path: hostile_ofd.ofd_of_pages(path, 300), "300 页"),
        (hostile_ofd.ofd_with_entities, "已损坏"),
        (hostile_ofd.locked_ofd, "加了密"),
        (hostile_ofd.ofd_without_document, "一页也没有"),
    ],
)
def test_a_harmful_file_is_refused_with_its_reason(
    build: Callable[[Path], Path], words: str, tmp_path: Path
) -> None:
    with pytest.raises(FileProblem, match=words):
        open_report(build(tmp_path / "a.ofd"))


def test_steps_without_an_end_do_no_harm(tmp_path: Path) -> None:
    assert texts(read_ofd(hostile_ofd.ofd_of_steps(tmp_path / "a.ofd")))


def test_the_format_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    path = small_ofd(tmp_path / "a.docx", text(LONG))
    assert reader_of(path).kind == "ofd"
