"""The report's own data as a custom XML part of a Word document, where Word keeps it."""

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


def embed_data(document: Document, data: bytes, namespace: str) -> None:
    """Put the data, XML of that namespace, into the document as a part of its own."""
    package = document.part.package
    part = Part(_DATA_NAME, CONTENT_TYPE.XML, data, package)
    properties = _PROPERTIES.format(uri=namespace).encode()
    described = Part(_PROPERTIES_NAME, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties, package)
    part.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
