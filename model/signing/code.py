"""The verification code of what a report prints.

A code has sixteen letters, ten bytes of a SHA-256. Reports made final by an older version have one
of eight, over the texts as they were then; it still holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

from model.form.form import Form
from model.report.report import Report
from model.report.values import format_value
from model.signing.folding import folded

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_UNUSED = "0O1I"
"""No letters of a code, because they are mistaken for one another on paper."""

_GROUP = 4
LENGTH = 16
OLDER_LENGTH = 8


def verification_code(report: Report) -> str:
    """Return the short code of all that the report prints, as in 7K3M-Q2XD-9WHF-AB4C.

    Blanks at the ends of lines and empty lines do not count, because no paper shows them; notes,
    reasons and settings do not count either. One letter changed gives another code, in a label of
    the form too; characters that look the same on paper count as the same.
    """
    form = report.form
    labels = (cell.text for table in form.tables for cell in table.grid if not cell.key)
    content = [*_content(form, *_parts(report)), *("".join(label.split()) for label in labels)]
    return _code(map(folded, content), 10, LENGTH)


def older_code(
    form: Form,
    organization: str,
    title: str,
    sections: Mapping[str, str],
    value: Callable[[str, str], str],
) -> str:
    """Return the code of eight letters that an older version gave to these texts as they stand.

    `value` gives what is printed in a cell, by table and key.
    """
    return _code(_content(form, organization, title, sections, value), 8, OLDER_LENGTH)


def _parts(
    report: Report,
) -> tuple[str, str, Mapping[str, str], Callable[[str, str], str]]:
    def value(table: str, key: str) -> str:
        return format_value(report.effective_value(table, key))

    return report.organization, report.title, report.sections, value


def _code(content: Iterator[str], most_bytes: int, length: int) -> str:
    digest = hashlib.sha256("\x1e".join(content).encode("utf-8", "replace")).digest()
    number = int.from_bytes(digest[:most_bytes], "big")
    letters = ""
    for _ in range(length):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return grouped(letters)


def grouped(letters: str) -> str:
    """Return the letters of a code with a dash after every four."""
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _content(
    form: Form,
    organization: str,
    title: str,
    sections: Mapping[str, str],
    value: Callable[[str, str], str],
) -> Iterator[str]:
    yield form.edition
    yield "".join(organization.split())
    yield "".join(title.split())
    for key in form.section_keys:
        lines = (line.strip() for line in sections[key].split("\n"))
        yield key + "\x1f" + "\n".join(line for line in lines if line)
    for table in form.tables:
        for key in table.keys:
            yield f"{table.key}/{key}\x1f{value(table.key, key).strip()}"


def is_code_of(report: Report, code: str) -> bool:
    """Return whether a code, typed in small or capital letters with or without dash, is its own."""
    typed = grouped("".join(char for char in code.upper() if char.isalnum()))
    if typed == verification_code(report) or typed == older_code(report.form, *_parts(report)):
        return True
    final = report.sign_off.final
    return final is not None and typed == final.code and bool(matches_signed(report))


def code_problem(letters: str) -> str:
    """Return why letters are no code, or ""."""
    wrong = "、".join(dict.fromkeys(letter for letter in letters if letter in _UNUSED))
    if wrong:
        return f"校验码里没有 {wrong}，请再看一遍纸上的字。"
    if len(letters) not in (LENGTH, OLDER_LENGTH):
        return (
            f"校验码是 {LENGTH} 个字母和数字（旧版本程序的是 {OLDER_LENGTH} 个），"
            f"现在有 {len(letters)} 个。"
        )
    return ""


def matches_signed(report: Report) -> bool | None:
    """Return whether the content is the one that was signed, None where none was."""
    final = report.sign_off.final
    if final is None:
        return None
    if final.same_as:
        return final.same_as == verification_code(report)
    if len(final.code.replace("-", "")) == OLDER_LENGTH:
        return final.code == older_code(report.form, *_parts(report))
    return final.code == verification_code(report)


def shown_code(report: Report) -> str:
    """Return the code that is printed: for what was signed and is unchanged, that of its paper."""
    final = report.sign_off.final
    return final.code if final is not None and matches_signed(report) else verification_code(report)
