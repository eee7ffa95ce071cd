"""Parts of a Word document beside its text: the report's own data, and the program's name."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

_DATA_NAME = PackURI("/customXml/item1.xml")
_PROPERTIES_NAME = PackURI("/customXml/itemProps1.xml")
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    f'<ds:datastoreItem xmlns:ds="{_NAMESPACE}" '
    'ds:itemID="{{5A3E2F7C-8B1D-4E60-9C47-2D6F1A0B3C58}}">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="{uri}"/></ds:schemaRefs></ds:datastoreItem>'
)


PROGRAM = "政府信息公开年报编辑"
_PROGRAM_NAME = PackURI("/docProps/app.xml")
_PROGRAM_PART = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>{PROGRAM}</Application></Properties>'
)


def name_program(document: Document) -> None:
    """Say in the document's properties which program wrote it."""
    package = document.part.package
    part = Part(
        _PROGRAM_NAME, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _PROGRAM_PART.encode(), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def embed_data(document: Document, data: bytes, namespace: str) -> None:
    """Put the data, XML of that namespace, into the document as a part of its own."""
    package = document.part.package
    part = Part(_DATA_NAME, CONTENT_TYPE.XML, data, package)
    properties = _PROPERTIES.format(uri=namespace).encode()
    described = Part(_PROPERTIES_NAME, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties, package)
    part.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
