"""OFD files made to fill the memory, or to run for ever."""

from __future__ import annotations

from pathlib import Path

from ofd_files import part_of, small_ofd, write_ofd

_TEXT = (
    '<o:TextObject Boundary="0 0 1 1" Size="3"><o:TextCode X="0" Y="3"{}>{}</o:TextCode>'
    "</o:TextObject>"
)


def ofd_bomb(path: Path) -> Path:
    """Write a page that unpacks to 100 MB."""
    return small_ofd(path, _TEXT.format("", "报" * 33_000_000))


def ofd_of_letters(path: Path) -> Path:
    """Write a page with far more letters than any."""
    return small_ofd(path, _TEXT.format("", "报" * 100_000))


def ofd_of_steps(path: Path) -> Path:
    """Write a text whose steps are repeated without an end."""
    return small_ofd(
        path, _TEXT.format(' DeltaX="g 999999999 1 g 999999999 1"', "政府信息公开" * 9)
    )


def ofd_of_drawings(path: Path) -> Path:
    """Write drawings that each use the one before ten times, down to one with a letter."""
    units = "".join(
        f'<o:CompositeGraphicUnit ID="{n}"><o:Content>'
        + (f'<o:CompositeObject ResourceID="{n - 1}"/>' * 10 if n else _TEXT.format("", "报"))
        + "</o:Content></o:CompositeGraphicUnit>"
        for n in range(12)
    )
    resources = part_of("Res", f"<o:CompositeGraphicUnits>{units}</o:CompositeGraphicUnits>")
    return small_ofd(
        path,
        '<o:CompositeObject ResourceID="11"/>',
        common="<o:PublicRes>PublicRes.xml</o:PublicRes>",
        more={"Doc_0/PublicRes.xml": resources},
    )


def ofd_of_itself(path: Path) -> Path:
    """Write a drawing that uses itself, and one hundred blocks in one another."""
    unit = '<o:CompositeGraphicUnit ID="1"><o:Content><o:CompositeObject ResourceID="1"/>'
    resources = part_of(
        "Res",
        f"<o:CompositeGraphicUnits>{unit}</o:Content></o:CompositeGraphicUnit>"
        "</o:CompositeGraphicUnits>",
    )
    return small_ofd(
        path,
        '<o:CompositeObject ResourceID="1"/>',
        common="<o:PublicRes>PublicRes.xml</o:PublicRes>",
        more={"Doc_0/PublicRes.xml": resources},
    )


def ofd_of_blocks(path: Path, depth: int) -> Path:
    """Write blocks in one another."""
    return small_ofd(path, "<o:PageBlock>" * depth + "</o:PageBlock>" * depth)


def ofd_of_rules(path: Path) -> Path:
    """Write rules that cross more often than those of any table."""
    data = "".join(f"M 0 {n} L 900 {n} M {n} 0 L {n} 900 " for n in range(0, 900, 2))
    path_object = (
        f'<o:PathObject Boundary="0 0 900 900"><o:AbbreviatedData>{data}</o:AbbreviatedData>'
    )
    return small_ofd(path, f"{path_object}</o:PathObject>")


def ofd_of_pages(path: Path, count: int) -> Path:
    """Write a file that lists one page so many times."""
    pages = '<o:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * count
    small_ofd(path, "")
    body = "<o:DocBody><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody>"
    document = part_of("Document", f"<o:CommonData/><o:Pages>{pages}</o:Pages>")
    return write_ofd(path, {"OFD.xml": part_of("OFD", body), "Doc_0/Document.xml": document})


def ofd_with_entities(path: Path) -> Path:
    """Write a file that declares an entity."""
    return write_ofd(path, {"OFD.xml": '<!DOCTYPE d [<!ENTITY a "b">]><OFD>&a;</OFD>'})


def locked_ofd(path: Path) -> Path:
    """Write a file with the list of its locked parts."""
    return small_ofd(path, "", more={"Encryptions.xml": part_of("Encryptions", "")})


def ofd_without_document(path: Path) -> Path:
    """Write a file that names no document."""
    return write_ofd(path, {"OFD.xml": part_of("OFD", "")})
