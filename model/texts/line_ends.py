"""Where a text's sentences end without their full stop."""

from __future__ import annotations

import re
from functools import lru_cache

_INNER_MARK = re.compile(r"[，。；！？]")
_HEADING = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\d{1,2}\s*[.、．](?!\d))"
)
_ENDING = re.compile(r"[一-龥，、]$|[0-9０-９]$|[%％]$")
_CONTACT = re.compile(
    r"(?:电话|邮编|邮政编码|传真|邮箱|网址|地址|联系人|热线|联系方式|附件|附|注|备注|单位|截图|来源)\s*[：:（(]"
    r"|[!-~]+\.(?:cn|com|net|org)"
)
_LEAST = 10
_LEAST_OPENING = 24
"""Characters: shorter lines before 一 are a title, a unit or a date."""


@lru_cache(maxsize=64)
def unfinished_lines(text: str, *, is_opening: bool = False) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the last words of each paragraph that ends without a full stop.

    A paragraph is judged where the text ends or a numbered one follows; a source broken over lines
    ends elsewhere too. Headings, contact lines, lines without any mark and 无 need none; an opening
    paragraph needs one also without a mark within.
    """
    found = []
    lines = text.rstrip("\n").split("\n")
    start = 0
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1 or bool(_HEADING.match(lines[number + 1]))
        words = line.rstrip()
        if is_last and _is_unfinished(words, is_opening=is_opening):
            end = start + len(words)
            found.append((max(start, end - 6), end))
        start += len(line) + 1
    return tuple(found)


def _is_unfinished(words: str, *, is_opening: bool) -> bool:
    if len(words) < _LEAST or not _ENDING.search(words):
        return False
    is_sentence = _INNER_MARK.search(words) or (is_opening and len(words) >= _LEAST_OPENING)
    if not is_sentence:
        return False
    last_sentence = re.split(r"[。！？]", words)[-1]
    return not _CONTACT.search(last_sentence)
