"""How the kinds of files are told by what is in them; loads nothing that reading them takes.

No two of these hold of one file, but for packages that are both: what is asked first has it.
"""

from __future__ import annotations

import re

from importers.file_content import FileContent

_PACKAGE = "[content_types].xml"
_OFD = "ofd.xml"
_HTML = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->|<!\[[^>]*\]>)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|style|table|div|p|span|font|center)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(
    r"\s*(?:mime-version|from|content-type|subject|date|x-[\w-]+|snapshot-content-location):"
    r".*?content-type:\s*(?:multipart/related|text/html|multipart/alternative)",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_ALONE = re.compile(r"\s*content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE)
_WORD_XML = re.compile(
    r"<\?mso-application\s+progid=[\"']Word|<w:wordDocument|<pkg:package", re.IGNORECASE
)
_BOOK_XML = re.compile(
    r"<\?mso-application\s+progid=[\"']Excel|<(?:ss:)?Workbook[\s>]", re.IGNORECASE
)
_FLAT_ODF = re.compile(r"<office:document\s")
_ODF_BOOK = b"opendocument.spreadsheet"
"""Stands at the very beginning of a package, and among the first attributes of flat XML."""
_PICTURES = (
    *(b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM"),
    *(b"\0\0\1\0", b"RIFF", b"\0\0\0\x18ftyphei", b"\0\0\0\x1cftyphei"),
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PDF, _PDF_WITHIN = b"%PDF-", 1024
"""Some programs put a few bytes before the mark of a PDF, which readers put up with."""


def is_docx(content: FileContent) -> bool:
    """Return whether the file is a package with a Word document."""
    return _has_part(content, "word/")


def is_xlsx(content: FileContent) -> bool:
    """Return whether the file is a package with a workbook."""
    return _has_part(content, "xl/")


def is_doc(content: FileContent) -> bool:
    """Return whether the file is an old Word file, or one of WPS that Word can open."""
    return "worddocument" in content.streams and not is_locked(content)


def is_xls(content: FileContent) -> bool:
    """Return whether the file is an old workbook, and no Word file that holds one."""
    is_book = bool(content.streams & {"workbook", "book"})
    return is_book and not is_doc(content) and not is_locked(content)


def is_ofd(content: FileContent) -> bool:
    """Return whether the file is in the national fixed-page format."""
    return _OFD in content.parts and _PACKAGE not in content.parts


def is_pdf(content: FileContent) -> bool:
    """Return whether the file is a PDF file."""
    return not (content.is_ole or content.is_zip) and _PDF in content.head[:_PDF_WITHIN]


def is_page(content: FileContent) -> bool:
    """Return whether the file begins as a web page."""
    return not is_pdf(content) and bool(_HTML.match(content.text))


def is_mail(content: FileContent) -> bool:
    """Return whether the file is a web page saved as one mail."""
    text = content.text
    is_one = bool(_MAIL.match(text) or _MAIL_ALONE.match(text))
    return is_one and not (is_pdf(content) or is_page(content) or is_word_xml(content))


def is_text(content: FileContent) -> bool:
    """Return whether the file is text without any of the marks above."""
    kinds = (is_pdf, is_rtf, is_page, is_mail, is_word_xml, is_book_xml, is_odt, is_ods)
    return bool(content.text.strip()) and not any(is_kind(content) for is_kind in kinds)


def is_only_named(content: FileContent) -> bool:
    """Return False: nothing in such a file tells it from any other text."""
    return content.head is None


def is_locked(content: FileContent) -> bool:
    """Return whether the file is a package behind a password."""
    return "encryptedpackage" in content.streams


def is_rtf(content: FileContent) -> bool:
    """Return whether the file is in the Rich Text Format."""
    return content.head.lstrip().startswith(b"{\\rtf")


def is_word_xml(content: FileContent) -> bool:
    """Return whether the file is a Word document in one piece of XML."""
    return bool(_WORD_XML.search(content.text)) and not is_page(content)


def is_book_xml(content: FileContent) -> bool:
    """Return whether the file is an Excel workbook in one piece of XML."""
    return bool(_BOOK_XML.search(content.text)) and not is_page(content)


def is_odt(content: FileContent) -> bool:
    """Return whether the file is an OpenDocument text, or any other OpenDocument but a workbook."""
    return _is_odf(content) and _ODF_BOOK not in content.head


def is_ods(content: FileContent) -> bool:
    """Return whether the file is an OpenDocument workbook."""
    return _is_odf(content) and _ODF_BOOK in content.head


def _is_odf(content: FileContent) -> bool:
    is_package = "content.xml" in content.parts and _PACKAGE not in content.parts
    return is_package or bool(_FLAT_ODF.search(content.text))


def is_picture(content: FileContent) -> bool:
    """Return whether the file is a picture, as a scanner or a telephone makes them."""
    return content.head.startswith(_PICTURES)


def is_slides(content: FileContent) -> bool:
    """Return whether the file holds slides, new or old."""
    return "powerpoint document" in content.streams or _has_part(content, "ppt/")


def is_archive(content: FileContent) -> bool:
    """Return whether the file is a packed folder, and none of the packages that are documents."""
    is_folder = bool(content.parts) and _PACKAGE not in content.parts
    is_document = is_ofd(content) or _is_odf(content)
    return content.head.startswith(_ARCHIVES) or (is_folder and not is_document)


def is_empty(content: FileContent) -> bool:
    """Return whether nothing but blanks stands in the file's first bytes."""
    return not content.head.strip()


def _has_part(content: FileContent, folder: str) -> bool:
    return _PACKAGE in content.parts and any(name.startswith(folder) for name in content.parts)
