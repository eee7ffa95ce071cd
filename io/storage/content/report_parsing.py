"""From the members of a report file to the report; a member that cannot be one raises Misfit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from model.form.form import Form
from model.report.links.following import fitting
from model.report.report import Previous, Report, ReusedText, Tables
from model.report.values import clean_text, format_value, value_from_json
from model.signing.code import matches_signed, older_code, verification_code
from storage.content.report_members import MEMBERS, members_from_json
from storage.content.unknown_members import unknown_members
from storage.form_store import editions, load_form

KNOWN = frozenset(
    {
        "format",
        "version",
        "saved_with",
        "checksum",
        "edition",
        "organization",
        "year",
        "title",
        "sections",
        "tables",
        "printed",
        "previous",
        "copied",
        "notes",
        *MEMBERS,
    }
)
"""The members of a file that this version reads."""


class Misfit(Exception):  # noqa: N818
    """A member of the file that cannot be what it should; the text says which."""


class UnknownEdition(Exception):  # noqa: N818
    """An edition of the form that the program does not carry, in words: which, and whose it is."""


def report_from_data(data: Mapping[str, Any]) -> Report:
    """Return the report in a file's members, what is unknown in them kept.

    Misfit for a member that cannot be what it should, UnknownEdition for an edition not carried.
    """
    form = _form(data.get("edition"))
    previous = data.get("previous")
    report = Report(
        form=form,
        organization=_text(data, "organization"),
        year=_year(data.get("year")),
        title=_text(data, "title"),
        sections=_sections(data.get("sections"), form),
        tables=_tables(data.get("tables"), form),
        printed=_printed(data.get("printed"), form),
        previous=None if previous is None else _previous(_mapping(previous, "上年报告")),
        reused=_reused(data.get("copied"), form),
        notes=_notes(data.get("notes")),
        **members_from_json(data, form),
        extra=unknown_members(data, form, KNOWN),
    )
    report.links = fitting(report)
    _recognise_older_code(report, data)
    return report


def _recognise_older_code(report: Report, data: Mapping[str, Any]) -> None:
    """Note that a report is the one that an older version made final over the same texts uncleaned.

    That version kept control characters, odd line ends and unbreakable blanks, and its code was
    made with them; no paper shows a difference.
    """
    final = report.sign_off.final
    if final is None or matches_signed(report):
        return
    sections = _sections(data.get("sections"), report.form)

    def value(table: str, key: str) -> str:
        shown = report.effective_value(table, key)
        raw = _mapping(_mapping(data.get("tables"), "").get(table), "").get(key)
        return raw if isinstance(shown, str) and isinstance(raw, str) else format_value(shown)

    texts = _text(data, "organization"), _text(data, "title")
    if older_code(report.form, *texts, sections, value) == final.code:
        known = replace(final, same_as=verification_code(report))
        report.sign_off = replace(report.sign_off, final=known)


def _form(edition: object, whose: str = "") -> Form:
    if not isinstance(edition, str) or not edition.strip():
        raise Misfit("没有写明用的是哪一版格式")
    if edition not in editions():
        raise UnknownEdition(f"{whose}用的是「{edition}」")
    return load_form(edition)


def _mapping(raw: object, name: str) -> Mapping[str, Any]:
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        raise Misfit(f"「{name}」部分的内容不对")
    return raw


def _text(data: Mapping[str, Any], key: str) -> str:
    raw = data.get(key)
    if raw is None:
        return ""
    if not isinstance(raw, str):
        raise Misfit("单位或标题的内容不对")
    return raw


def _year(raw: object) -> int | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int) or not 1900 <= raw <= 9999:
        raise Misfit("年度不是四位数字")
    return raw


def _sections(raw: object, form: Form) -> dict[str, str]:
    texts = _mapping(raw, "正文")
    found = {key: texts.get(key, "") or "" for key in form.section_keys}
    if not all(isinstance(text, str) for text in found.values()):
        raise Misfit("正文的内容不对")
    return found


def _tables(raw: object, form: Form) -> Tables:
    given = _mapping(raw, "表格")
    found: Tables = {}
    for table in form.tables:
        values = _mapping(given.get(table.key), table.name)
        try:
            found[table.key] = {
                key: value_from_json(values.get(key), table.column(key)) for key in table.keys
            }
        except ValueError as error:
            raise Misfit(f"{table.name}里有不是数字也不是文字的内容") from error
    return found


def _printed(raw: object, form: Form) -> Tables:
    given = _mapping(raw, "来源合计")
    kept = {name: _mapping(values, "来源合计") for name, values in given.items()}
    whole = _tables(kept, form)
    return {
        table.key: {k: v for k, v in whole[table.key].items() if v is not None and k in table.sums}
        for table in form.tables
        if table.key in kept
    }


def _previous(data: Mapping[str, Any]) -> Previous:
    form = _form(data.get("edition"), "附的上年报告")
    # Built as a report, so that last year's totals are calculated like any others.
    report = Report(
        form,
        _text(data, "organization"),
        _year(data.get("year")),
        sections=_sections(data.get("sections"), form),
        tables=_tables(data.get("tables"), form),
        printed=_printed(data.get("printed"), form),
    )
    return report.as_previous()


def _reused(raw: object, form: Form) -> tuple[ReusedText, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list):
        raise Misfit("「沿用上年」的标记不对")
    pieces = [
        item for item in raw if isinstance(item, dict) and item.get("section") in form.section_keys
    ]
    return tuple(found for piece in pieces for found in _reused_piece(piece))


def _reused_piece(piece: Mapping[str, Any]) -> Iterator[ReusedText]:
    """Yield a piece as it stands in the cleaned text, where one paragraph may have become two."""
    text, is_figure = clean_text(str(piece.get("text", ""))), bool(piece.get("figure"))
    for part in (text,) if is_figure else text.split("\n"):
        yield ReusedText(piece["section"], part, is_figure)


def _notes(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list):
        return ()
    return tuple(line for line in raw if isinstance(line, str))
