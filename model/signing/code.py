"""The verification code of what a report prints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from model.report.report import Report
from model.report.values import format_value

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_UNUSED = "0O1I"
"""No letters of a code, because they are mistaken for one another on paper."""

_GROUPS, _GROUP = 2, 4
_LENGTH = _GROUPS * _GROUP


def verification_code(report: Report) -> str:
    """Return the short code of all that the report prints, as in 7K3M-Q2XD.

    Blanks at the ends of lines and empty lines do not count, because no paper shows them; notes,
    reasons and settings do not count either. One letter changed gives another code.
    """
    digest = hashlib.sha256("\x1e".join(_content(report)).encode("utf-8", "replace")).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = ""
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _content(report: Report) -> Iterator[str]:
    yield report.form.edition
    yield "".join(report.organization.split())
    yield "".join(report.title.split())
    for key in report.form.section_keys:
        lines = (line.strip() for line in report.sections[key].split("\n"))
        yield key + "\x1f" + "\n".join(line for line in lines if line)
    for table in report.form.tables:
        for key in table.keys:
            value = format_value(report.effective_value(table.key, key))
            yield f"{table.key}/{key}\x1f{value.strip()}"


def is_code_of(report: Report, code: str) -> bool:
    """Return whether a code, typed in small or capital letters with or without dash, is its own."""
    typed = "".join(char for char in code.upper() if char.isalnum())
    return typed == verification_code(report).replace("-", "")


def code_problem(letters: str) -> str:
    """Return why letters are no code, or ""."""
    wrong = "、".join(dict.fromkeys(letter for letter in letters if letter in _UNUSED))
    if wrong:
        return f"校验码里没有 {wrong}，请再看一遍纸上的字。"
    if len(letters) != _LENGTH:
        return f"校验码是 {_LENGTH} 个字母和数字，现在有 {len(letters)} 个。"
    return ""


def matches_signed(report: Report) -> bool | None:
    """Return whether the content is the one that was signed, None where none was."""
    final = report.sign_off.final
    return None if final is None else final.code == verification_code(report)
