"""XML of a foreign file made a tree within limits, with nothing fetched and nothing expanded."""

from __future__ import annotations

from lxml import etree

MOST_MARKUP = 600_000
"""Tags and attributes of a part: each takes a hundred bytes and more once it is parsed."""
_DOCTYPE = b"<!DOCTYPE"
_WIDE_STARTS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


class XmlError(Exception):
    """The bytes are no XML, or declare a document type, which no office program writes."""


class XmlTooLargeError(XmlError):
    """The bytes hold more markup than anybody would put into a report."""


def declares_type(data: bytes) -> bool:
    """Return whether XML declares a document type, the one place where entities can be defined."""
    if data[:2] in _WIDE_STARTS:
        data = data.replace(b"\0", b"")
    return _DOCTYPE in data


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML document.

    XmlTooLargeError above MOST_MARKUP tags and attributes; XmlError for what is no XML, is nested
    deeper than the parser follows, or declares a document type. Nothing outside is read, and no
    entity but the five of XML itself is resolved.
    """
    if len(data) > MOST_MARKUP and data.count(b"<") + data.count(b"=") > MOST_MARKUP:
        raise XmlTooLargeError
    if declares_type(data):
        raise XmlError
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise XmlError from error
    if root.getroottree().docinfo.internalDTD is not None:
        # Written in an encoding in which the search above does not see it.
        raise XmlError
    return root
