"""The parts of an OpenDocument file: unpacked and parsed in limits, whole or in one piece."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from importers.readers.odf.odf_names import OFFICE, Element
from importers.readers.zip_parts import PackageLockedError, PackageTooLargeError, ZipParts
from importers.safe_xml import XmlError, XmlTooLargeError, parse_xml
from storage.errors import FileProblem, unreadable

MOST_BYTES = 200_000_000
MOST_PART_BYTES = 64_000_000
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_LOCKED = b"encryption-data"
_ZIP_START = b"PK\x03\x04"
_AGAIN = "请用 WPS 或 LibreOffice 打开，另存为 .docx（表格存为 .xlsx）后再导入。"


@dataclass(frozen=True)
class OdfParts:
    """The body of a document, and the roots of all that hold its styles, its own ones first."""

    body: Element
    styles: tuple[Element, ...]


def read_parts(path: Path) -> OdfParts:
    """Return the parts of an OpenDocument file, a package or one piece of XML.

    FileProblem if it cannot be opened, is locked, broken or too large.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PackageTooLargeError
        with path.open("rb") as file:
            is_package = file.read(len(_ZIP_START)) == _ZIP_START
        roots = _of_package(path) if is_package else [parse_xml(_whole(path))]
        return _parts(roots)
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # zipfile and zlib raise many kinds; whatever they say, the way out is the same.
        raise _problem(path.name, error) from error


def _of_package(path: Path) -> list[Element]:
    with ZipParts(path) as package:
        if _MANIFEST in package.infos and _LOCKED in package.read(_MANIFEST, MOST_PART_BYTES):
            raise PackageLockedError
        names = [_CONTENT, *([_STYLES] if _STYLES in package.infos else [])]
        return [parse_xml(package.read(name, MOST_PART_BYTES)) for name in names]


def _whole(path: Path) -> bytes:
    data = path.read_bytes()
    if len(data) > MOST_PART_BYTES:
        raise PackageTooLargeError
    return data


def _parts(roots: list[Element]) -> OdfParts:
    body = roots[0].find(OFFICE + "body")
    if body is None or not len(body):
        raise XmlError
    return OdfParts(body[0], tuple(roots))


def _problem(name: str, error: Exception) -> FileProblem:
    if isinstance(error, PackageTooLargeError | XmlTooLargeError):
        return FileProblem(
            f"「{name}」展开后太大，不像一份年度报告。"
            "请把年度报告的内容复制到一个新的文档，保存后再导入。"
        )
    if isinstance(error, PackageLockedError):
        return FileProblem(f"「{name}」设有打开密码，请先打开并去掉密码，再导入。")
    return FileProblem(f"「{name}」不是 OpenDocument 文档，或文件已损坏。{_AGAIN}")
