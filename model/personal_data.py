"""Personal and classified matter in a text: identity numbers, mobile numbers, secrecy marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from model.values import narrow
from model.word_lists import any_of

Words = tuple[str, ...]
_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}"
    r"((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx](?![0-9A-Za-z])"
)
_MOBILE = re.compile(r"(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d([- ]?)\d{4}\1\d{4}(?![\d-])")
_KEEP = "注意保[存密]|不得外传|请勿外传|严禁外传"
_SECRET = re.compile(
    r"^[ \t\u3000]*(?:(?:绝密|机密|秘密)[ \t\u3000]*(?:[★☆*].{0,8}|$)"
    rf"|内部(?:资料|文件|材料)[ \t\u3000，,、：:—-]*(?:{_KEEP}|$))"
    rf"|(?:绝密|机密|秘密)[ \t\u3000]*★|内部(?:资料|文件|材料)[，, \u3000]*(?:{_KEEP})"
)
IDENTITY, MOBILE, SECRET = "identity", "mobile", "secret"


@dataclass(frozen=True)
class Private:
    """Words that should not be published, by their place in a line, and what kind they are."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=2048)
def private_words(line: str, contact_words: Words, private_owners: Words) -> tuple[Private, ...]:
    """Return the identity numbers, mobile numbers and secrecy marks of a line.

    A mobile number in a clause with a word of `contact_words` is the office's own, unless the
    clause names one of `private_owners` such as 申请人.
    """
    plain = narrow(line)
    return (
        *_identities(plain),
        *_mobiles(plain, contact_words, private_owners),
        *(Private(*match.span(), SECRET) for match in _SECRET.finditer(line)),
    )


def _identities(line: str) -> Iterator[Private]:
    for match in _IDENTITY.finditer(line):
        if _is_a_day(*(int(part) for part in match.groups())):
            yield Private(*match.span(), IDENTITY)


def _is_a_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _mobiles(line: str, contact_words: Words, private_owners: Words) -> Iterator[Private]:
    for match in _MOBILE.finditer(line):
        sentence = re.split("[。！？]", line[: match.start()])[-1]
        is_contact = any_of(contact_words).search(sentence)
        if not is_contact or any_of(private_owners).search(sentence):
            yield Private(*match.span(), MOBILE)
