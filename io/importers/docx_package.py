"""The parts of a Word package: opened by python-docx, but parsed only where they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx.opc.pkgreader import PackageReader
from lxml import etree

from importers.docx_names import STRICT, TRANSITIONAL
from storage.errors import FileProblem, unreadable

OLE_START = b"\xd0\xcf\x11\xe0"
MAIN = "officeDocument"


@dataclass(frozen=True)
class DocxPackage:
    """The main part of a Word file, and the parts that it refers to by kind."""

    name: str
    main: bytes
    related: dict[str, bytes]

    def document(self) -> etree._Element:
        """Return the root of the main part."""
        return self._tree(self.main)

    def mentions(self, word: str, kind: str = "") -> bool:
        """Return whether a part, the main one for "", uses a name: others need not be sought."""
        return word.encode() in (self.related.get(kind, b"") if kind else self.main)

    def part(self, kind: str) -> etree._Element | None:
        """Return the root of a part such as "numbering" or "styles", or None."""
        return self._tree(self.related[kind]) if kind in self.related else None

    def _tree(self, blob: bytes) -> etree._Element:
        """Return the root of a part's XML; entities are never resolved."""
        if STRICT.encode() in blob:
            blob = blob.replace(STRICT.encode(), TRANSITIONAL.encode())
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(blob, parser)
        except etree.XMLSyntaxError as error:
            raise _broken(self.name) from error


def open_package(path: Path) -> DocxPackage:
    """Return the parts of a Word file; FileProblem if it is none."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise unreadable(path, error) from error
    if start == OLE_START:
        raise FileProblem(
            f"「{path.name}」是加密文档或旧版 Word 格式，请用 Word 或 WPS 打开，"
            "去掉密码后另存为 .docx 再导入。"
        )
    try:
        return _read(path)
    except Exception as error:
        # zipfile, zlib and lxml raise many kinds; whatever they say, it is no Word document.
        raise _broken(path.name) from error


def _read(path: Path) -> DocxPackage:
    reader = PackageReader.from_file(str(path))  # type: ignore[no-untyped-call]
    blobs = {str(name): blob for name, _, _, blob in reader.iter_sparts()}
    links = [
        (str(source), relation.reltype.rsplit("/", 1)[-1], str(relation.target_partname))
        for source, relation in reader.iter_srels()
        if not relation.is_external
    ]
    main = next(target for source, kind, target in links if source == "/" and kind == MAIN)
    related = {
        kind: blobs[target] for source, kind, target in links if source == main and target in blobs
    }
    return DocxPackage(path.name, blobs[main], related)


def _broken(name: str) -> FileProblem:
    return FileProblem(
        f"「{name}」不是 Word 文档，或文件已损坏。请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
    )
