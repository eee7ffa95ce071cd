"""The parts of a Word package: each unpacked and parsed only when it is asked for, in limits."""

from __future__ import annotations

import posixpath
import re
from contextlib import suppress
from pathlib import Path
from typing import Self

from lxml import etree

from importers.readers.word.docx_names import STRICT, TRANSITIONAL
from importers.readers.word.flat_parts import START as FLAT_START
from importers.readers.word.flat_parts import FlatParts
from importers.readers.zip_parts import PackageLockedError, PackageTooLargeError, ZipParts
from importers.safe_xml import XmlError, XmlTooLargeError, parse_xml
from storage.errors import FileProblem, unreadable

OLE_START = b"\xd0\xcf\x11\xe0"
BLANKS = b"\xef\xbb\xbf \t\r\n"
MOST_BYTES = 200_000_000
MOST_PART_BYTES = 64_000_000
MAIN = "officeDocument"
_OWN_DATA = re.compile(r"customXml/item\d{1,2}\.xml")


class DocxPackage:
    """An open Word file; to be used in a `with` statement.

    FileProblem from any of its methods says why the file cannot be read.
    """

    def __init__(self, path: Path, name: str) -> None:
        """Open the file and find its main part; `name` is what the clerk knows it by."""
        self._name = name
        self._refuse_by_outside(path)
        try:
            self._parts = self._open(path)
        except OSError as error:
            raise unreadable(path, error) from error
        except Exception as error:
            raise self._problem(error) from error
        try:
            self._main = self._targets("")[MAIN]
            self._related = self._targets(self._main)
        except KeyError as error:
            self._parts.close()
            raise self._problem(error) from error
        except FileProblem:
            self._parts.close()
            raise

    def __enter__(self) -> Self:
        """Return the open package."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._parts.close()

    def document(self) -> etree._Element:
        """Return the root of the main part; FileProblem if it is no XML or far too large."""
        return self._tree(self._read(self._main))

    def has(self, kind: str) -> bool:
        """Return whether the main part refers to a part such as "numbering"."""
        return self._related.get(kind, "") in self._parts.infos

    def part(self, kind: str, mentioned: str = "") -> etree._Element | None:
        """Return the root of a part such as "styles"; None without it or what it should mention.

        FileProblem if it is no XML or far too large.
        """
        if not self.has(kind):
            return None
        blob = self._read(self._related[kind])
        return self._tree(blob) if mentioned.encode() in blob else None

    def own_data(self, mark: bytes) -> bytes:
        """Return the custom XML part that holds the mark, b"" where none does or can be read."""
        for name in self._parts.infos:
            if _OWN_DATA.fullmatch(name):
                with suppress(FileProblem):
                    blob = self._read(name)
                    if mark in blob:
                        return blob
        return b""

    def _refuse_by_outside(self, path: Path) -> None:
        """Refuse what its size and first bytes tell to be no package."""
        try:
            size = path.stat().st_size
            with path.open("rb") as file:
                start = file.read(4)
        except OSError as error:
            raise unreadable(path, error) from error
        if size > MOST_BYTES:
            raise self._problem(PackageTooLargeError())
        if start == OLE_START:
            raise FileProblem(
                f"「{self._name}」是旧式的 Office 文件，里面却没有 Word 文档。请确认选对了文件，"
                "用 Word 或 WPS 打开后另存为 .docx 再导入。"
            )

    def _open(self, path: Path) -> ZipParts | FlatParts:
        with path.open("rb") as file:
            start = file.read(16).lstrip(BLANKS)
        return FlatParts(path) if start.startswith(FLAT_START) else ZipParts(path)

    def _targets(self, source: str) -> dict[str, str]:
        """Return the names of the parts that a part refers to by kind; "" is the package itself."""
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", name + ".rels")
        if relations not in self._parts.infos:
            return {}
        return {
            item.get("Type", "").rsplit("/", 1)[-1]: _joined(folder, item.get("Target", ""))
            for item in self._tree(self._read(relations)).iterchildren("{*}Relationship")
            if item.get("TargetMode") != "External"
        }

    def _read(self, name: str) -> bytes:
        try:
            return self._parts.read(name, MOST_PART_BYTES)
        except Exception as error:
            # zipfile and zlib raise many kinds; whatever they say, the way out is the same.
            raise self._problem(error) from error

    def _tree(self, blob: bytes) -> etree._Element:
        """Return the root of a part's XML; what declares entities is refused, as Word does."""
        if STRICT.encode() in blob:
            blob = blob.replace(STRICT.encode(), TRANSITIONAL.encode())
        try:
            return parse_xml(blob)
        except XmlError as error:
            raise self._problem(error) from error

    def _problem(self, error: Exception) -> FileProblem:
        if isinstance(error, PackageTooLargeError | XmlTooLargeError):
            return FileProblem(
                f"「{self._name}」展开后太大，不像一份年度报告。"
                "请把年度报告的内容复制到一个新的 Word 文档，另存为 .docx 后再导入。"
            )
        if isinstance(error, PackageLockedError):
            return FileProblem(
                f"「{self._name}」设有打开密码，请先用 Word 或 WPS 打开并去掉密码，再导入。"
            )
        return FileProblem(
            f"「{self._name}」不是 Word 文档，或文件已损坏。"
            "请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
        )


def _joined(folder: str, target: str) -> str:
    """Return the name of a part from a reference, which starts at its folder or at the root."""
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
