"""Web pages from bytes to a parsed tree: encodings as they are, not as a page claims."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from storage.errors import FileProblem, unreadable

MOST_BYTES = 30_000_000
MOST_TAGS = 200_000
MOST_PAGES = 60
"""Of a mail; a workbook with more sheets is no report."""
MOST_ATTRIBUTES = 2_000
"""In one tag; a picture that stands in its own tag is one long attribute."""
MOST_UNREADABLE = 0.002
_BIG5 = re.compile(rb"""charset\s*=\s*["']?\s*(?:big5|cp950)""", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{8000,}")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_BLANKS = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True)
class Page:
    """The HTML of a page, and how many of its characters could not be read."""

    html: str
    lost: int = 0


def read_pages(path: Path) -> list[Page]:
    """Return the HTML in a page, or of every page in a file that was saved as one mail.

    FileProblem if the file cannot be read or its encoding cannot be told.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，不像一份年度报告的网页，请确认选对了文件。")
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    pages = _pages_of_mail(data, path.name) if _is_mail(data) else [data]
    return [decode_page(page, path.name) for page in pages]


def _is_mail(data: bytes) -> bool:
    return b"content-type:" in data[:8192].lower() and not data.lstrip(_BLANKS).startswith(b"<")


def _pages_of_mail(data: bytes, name: str) -> list[bytes]:
    """Return the pages among the parts of a mail, which are frames, or sheets of a workbook."""
    message = email.message_from_bytes(data.lstrip(_BLANKS), policy=email.policy.compat32)
    found: list[bytes] = []
    for part in message.walk():
        if part.get_content_type() != "text/html" or len(found) >= MOST_PAGES:
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and b"<" in payload:
            found.append(payload)
    if found:
        return found
    raise FileProblem(
        f"「{name}」里没有网页正文，请用浏览器打开原网页，另存为网页（.html）后再导入。"
    )


def decode_page(data: bytes, name: str) -> Page:
    """Return the text of a page; FileProblem if too much of it cannot be read.

    Chinese text that is flawless UTF-8 is UTF-8, whatever the page declares.
    """
    encodings = ["utf-8-sig", *(["big5"] if _BIG5.search(data[:8192]) else []), "gb18030"]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            return Page(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    pages = (data.decode(encoding, "replace") for encoding in encodings)
    html = min(pages, key=lambda text: text.count("\ufffd"))
    lost = html.count("\ufffd")
    if lost > MOST_UNREADABLE * len(html):
        raise FileProblem(
            f"「{name}」的文字编码无法识别。请用浏览器打开这个网页，全选复制，"
            "粘贴到 Word 或 WPS 里，另存为 .docx 后再导入。"
        )
    return Page(html, lost)


def _has_crowded_tag(html: str) -> bool:
    """Return whether a tag has more attributes than any page; the parser compares each with all."""
    tags = (match[0] for match in _LONG_TAG.finditer(html))
    return any(len(tag.split()) > MOST_ATTRIBUTES for tag in tags)


def parse_page(html: str, name: str) -> etree._Element:
    """Return the root of the page's tree; FileProblem if it holds nothing or is too complex.

    Nothing is fetched, no entity of a page's own is resolved, and no page is read in part only.
    """
    if html.count("<") > MOST_TAGS or _has_crowded_tag(html):
        raise _too_complex(name)
    text = _DECLARATION.sub("", _CONTROLS.sub("", html.lstrip("\ufeff")), count=1)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except etree.LxmlError as error:
        raise _empty(name) from error
    # The parser stops at its limits without a word, and what comes later would be missing.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _too_complex(name)
    if root is None:
        raise _empty(name)
    return root


def _too_complex(name: str) -> FileProblem:
    return FileProblem(
        f"「{name}」的网页代码过于复杂，没有读到底。请用浏览器打开，"
        "全选复制，粘贴到 Word 或 WPS 里，另存为 .docx 后再导入。"
    )


def _empty(name: str) -> FileProblem:
    return FileProblem(f"「{name}」里没有可以读的内容，请确认网页保存完整。")
