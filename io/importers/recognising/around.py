"""Words that stand around a report: a site's lines, frames of tables, subjects of headings."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from importers.recognising.labels import bare
from storage.program import own_text

_FILE = "around.toml"
_MOST_FIELD = 120
"""Characters of a line of a site's fields; a sentence is longer or ends with a full stop."""
_RULE = re.compile(r"[│┃|｜¦─━—–\-_=＝~～┌┐└┘├┤┬┴┼+*.…]*")
_FEWEST_RULE = 4
_BARS = "│┃|｜¦"
_BETWEEN = r"[\[\]【】()|｜/·>》:,、\s]*"


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(tomllib.loads(own_text(_FILE))[name])


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{word})" for word in _words(name)), re.IGNORECASE)


@cache
def _fields() -> re.Pattern[str]:
    """Return a pattern of a line of fields, each a name, a colon and what belongs to it."""
    return re.compile(rf"{_BETWEEN}(?:{_any_of('furniture_fields').pattern}){_BETWEEN}:.*")


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN}(?:(?:{_any_of('furniture_buttons').pattern}){_BETWEEN})+")


def is_furniture(text: str) -> bool:
    """Return whether a line is a site's own: when it was put there, from where, and buttons."""
    plain = bare(text)
    if not plain or len(plain) > _MOST_FIELD or plain.endswith(("。", ";")):
        return False
    return bool(_fields().fullmatch(plain) or _buttons().fullmatch(plain) or is_end(text))


def is_end(text: str) -> bool:
    """Return whether a line begins what a site puts behind a report."""
    plain = bare(text)
    return len(plain) <= _MOST_FIELD and bool(_any_of("furniture_end").fullmatch(plain))


def is_page_number(text: str) -> bool:
    """Return whether a line is a page's number."""
    return bool(_any_of("page_lines").fullmatch(bare(text)))


def is_frame_line(text: str) -> bool:
    """Return whether a line is drawn, says that a table goes on, or in what its figures count."""
    plain = bare(text)
    if _RULE.fullmatch(plain):
        return len(plain) >= _FEWEST_RULE or any(bar in plain for bar in _BARS)
    return bool(_any_of("frame_lines").fullmatch(plain))


def without_bars(text: str) -> str:
    """Return a line without the bars that a copy of a table leaves at its ends."""
    return text.strip(_BARS + " \u3000\t")


def without_caption_lead(text: str) -> str:
    """Return the name in a table's caption such as 附表1：…, or the text itself."""
    found = _any_of("caption_leads").match(bare(text))
    return bare(text)[found.end() :] if found else text


def without_subject(text: str) -> str:
    """Return a heading without the subject before it, such as 政府信息公开工作的, or itself."""
    found = _any_of("heading_leads").match(bare(text))
    return bare(text)[found.end() :] if found else text


def begins_overview(text: str) -> bool:
    """Return whether a paragraph is the first of the overview, by its own sub-heading."""
    return bool(_any_of("first_words").match(bare(text)))


def heads_contents(text: str) -> bool:
    """Return whether a line stands above a list of the parts."""
    return bool(_any_of("contents_words").fullmatch(bare(text)))
