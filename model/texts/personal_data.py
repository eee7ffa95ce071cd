"""Personal and classified matter in a text: identity numbers, mobile numbers, secrecy marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from model.texts.width import narrow
from model.texts.word_lists import any_of

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
    r"|[（(【\[](?:绝密|机密|秘密)[）)】\]]"
    rf"|(?:绝密|机密|秘密)[ \t\u3000]*★|内部(?:资料|文件|材料)[，, \u3000]*(?:{_KEEP})"
)
_NEAR = 6
IDENTITY, MOBILE, SECRET = "identity", "mobile", "secret"


@dataclass(frozen=True)
class Private:
    """Words that should not be published, by their place in a line, and what kind they are."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class PrivateWords:
    """Lists of words around numbers.

    `contact`: a mobile number in a sentence with one of these is the office's own, unless one of
    `owners` such as 申请人 stands there. `labels`: a number after one of these is no person's.
    """

    contact: Words
    owners: Words
    labels: Words


@lru_cache(maxsize=2048)
def private_words(line: str, words: PrivateWords) -> tuple[Private, ...]:
    """Return the identity numbers, mobile numbers and secrecy marks of a line."""
    plain = narrow(line)
    return (
        *_identities(plain, words.labels),
        *_mobiles(plain, words),
        *(Private(*match.span(), SECRET) for match in _SECRET.finditer(line)),
    )


def _identities(line: str, labels: Words) -> Iterator[Private]:
    for match in _IDENTITY.finditer(line):
        is_labelled = any_of(labels).search(line[max(0, match.start() - _NEAR) : match.start()])
        if not is_labelled and _is_a_day(*(int(part) for part in match.groups())):
            yield Private(*match.span(), IDENTITY)


def _is_a_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _mobiles(line: str, words: PrivateWords) -> Iterator[Private]:
    for match in _MOBILE.finditer(line):
        sentence = re.split("[。！？]", line[: match.start()])[-1]
        is_contact = any_of(words.contact).search(sentence)
        if not is_contact or any_of(words.owners).search(sentence):
            yield Private(*match.span(), MOBILE)
