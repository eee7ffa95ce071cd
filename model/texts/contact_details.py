"""The office's contact details in a text: phones without area code, addresses without postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.width import narrow

_PHONE = re.compile(
    r"(?:电话|座机|传真)(?:号码)?(?:为|是)?\s*[:]?\s*(?:[(][^()\d]{0,8}[)])?\s*"
    r"(?<![\d-])([2-9]\d{6,7})(?![\d-]|\s*[(]?\s*\d)"
)
_AREA_CODE = re.compile(
    r"(?<!\d)[(]?0\d{2,3}\s*(?:[)—–-]|\s)\s*\d{7,8}|区号\D{0,3}0\d{2,3}|(?<!\d)0\d{9,11}"
)
_ADDRESS = re.compile(
    r"(?<!网站)(?<!邮箱)(?<!网页)(?<!邮件)(?<!链接)地\s*址\s*[:](?=\s*\S)|(?<!网站)(?<!网页)(?:地址|位于)(?:为|是|在)?[^,。;:]{2,24}(?:号|村|楼|室|屯|组)"
)
_PHONE_LABEL = re.compile(r"(?:电话|联系方式)(?:号码)?(?:为|是)?\s*[:]?\s*[(]?\d")
_POSTCODE = re.compile(r"邮\s*(?:政\s*)?编\s*码?\D{0,6}(\d+)|(?<!\d)\d{6}(?!\d)")
_POSTCODE_DIGITS = 6
_MOBILE = re.compile(r"(?:电话|联系方式)(?:号码)?(?:为|是)?\s*[:]?\s*(1[3-9]\d{9})(?!\d)")
_ANY_CONTACT = re.compile(
    r"(?:电话|传真|邮箱|邮编|邮政编码|热线)(?:号码)?(?:为|是)?\s*[:(]?\s*[(]?\s*[\dA-Za-z]"
    r"|0\d{2,3}-\d{7,8}|[\w.-]+@[\w-]+\.|地址\s*[:]"
)
NO_AREA_CODE, NO_POSTCODE, WRONG_POSTCODE = "area code", "no postcode", "postcode"
A_MOBILE, TWO_POSTCODES = "mobile", "two postcodes"


@dataclass(frozen=True)
class ContactGap:
    """Contact details that lack something: their place, and what it is."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=64)
def contact_gaps(text: str) -> tuple[ContactGap, ...]:
    """Return what the contact details in a text lack; a text without any lacks nothing."""
    if "电话" not in text and "联系" not in text and "编" not in text:
        return ()
    plain = narrow(text)
    return (*_phones(plain), *_postcodes(plain))


def has_contact(text: str) -> bool:
    """Return whether a text gives a phone, an address or another way to reach the office."""
    return bool(_ANY_CONTACT.search(narrow(text)))


def _phones(text: str) -> Iterator[ContactGap]:
    for match in _MOBILE.finditer(text):
        yield ContactGap(*match.span(1), A_MOBILE)
    if _AREA_CODE.search(text):
        return
    for match in _PHONE.finditer(text):
        yield ContactGap(*match.span(1), NO_AREA_CODE)


def _postcodes(text: str) -> Iterator[ContactGap]:
    codes: set[str] = set()
    for match in _POSTCODE.finditer(text):
        if match[1] and len(match[1]) != _POSTCODE_DIGITS:
            yield ContactGap(*match.span(1), WRONG_POSTCODE)
        elif match[1]:
            if codes - {match[1]}:
                yield ContactGap(*match.span(1), TWO_POSTCODES)
            codes.add(match[1])
    address = _ADDRESS.search(text)
    if address and _PHONE_LABEL.search(text) and not _POSTCODE.search(text):
        yield ContactGap(*address.span(), NO_POSTCODE)
