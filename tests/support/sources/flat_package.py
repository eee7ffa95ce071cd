"""A Word package written as one piece of XML, as Word saves it under "Word XML"."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path

_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat_package(source: Path, target: Path) -> Path:
    """Write the parts of a .docx as a flat package."""
    with zipfile.ZipFile(source) as package:
        parts = "".join(_part(name, package.read(name)) for name in package.namelist())
    head = '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>'
    target.write_text(f'{head}<pkg:package xmlns:pkg="{_PKG}">{parts}</pkg:package>', "utf-8")
    return target


def _part(name: str, data: bytes) -> str:
    if name == "[Content_Types].xml":
        return ""
    if name.endswith((".xml", ".rels")):
        text = data.decode("utf-8").lstrip("\ufeff")
        inner = text.partition("?>")[2] if text.startswith("<?xml") else text
        return f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{inner}</pkg:xmlData></pkg:part>'
    binary = base64.b64encode(data).decode()
    return f'<pkg:part pkg:name="/{name}"><pkg:binaryData>{binary}</pkg:binaryData></pkg:part>'
