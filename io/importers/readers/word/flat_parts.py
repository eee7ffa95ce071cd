"""A Word package written as one piece of XML (flat OPC), with its parts as those of a package."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path

from lxml import etree

from importers.readers.zip_parts import PackageError, PackageTooLargeError
from importers.safe_xml import XmlError, parse_xml

MOST_BYTES = 64_000_000
START = b"<"
_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


class FlatParts:
    """The parts of a flat package by name, unpacked only when they are asked for."""

    def __init__(self, path: Path) -> None:
        """Read the package; OSError, PackageError or XmlError if it is none."""
        data = path.read_bytes()
        if len(data) > MOST_BYTES:
            raise PackageTooLargeError
        root = parse_xml(data)
        if root.tag != _PKG + "package":
            raise PackageError
        parts = root.iterchildren(_PKG + "part")
        self.infos = {part.get(_PKG + "name", "").lstrip("/"): part for part in parts}

    def close(self) -> None:
        """Let go of nothing: the file was read whole."""

    def read(self, name: str, most: int) -> bytes:
        """Return a part; PackageError if it is missing, nonsense or larger than `most` bytes."""
        if name not in self.infos:
            raise PackageError(name)
        part = self.infos[name]
        held = part.find(_PKG + "xmlData")
        if held is not None and len(held):
            return self._checked(etree.tostring(held[0]), most)
        binary = part.findtext(_PKG + "binaryData") or ""
        try:
            return self._checked(base64.b64decode(binary), most)
        except binascii.Error as error:
            raise XmlError from error

    @staticmethod
    def _checked(data: bytes, most: int) -> bytes:
        if len(data) > most:
            raise PackageTooLargeError
        return data
