"""The program's own file, extension .nianbao: UTF-8 JSON, stable in order, readable in a diff.

Version 1: format, version, edition, organization, year, title, sections, tables, printed; beside
these saved_with (the version of the program), previous (last year's report), copied (text still
marked 沿用上年), notes (where the report came from) and the members of `report_members`. Members
that this version does not know are kept and written back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from model.form.form import Form
from model.report.report import Previous, Report, ReusedText, Tables
from model.report.values import clean_text, value_from_json, value_to_json
from storage.atomic import replacing
from storage.errors import FileProblem, unreadable
from storage.form_store import editions, load_form
from storage.program import is_newer, program_version
from storage.report_members import MEMBERS, members_from_json, members_to_json

EXTENSION = ".nianbao"
VERSION = 1
MOST_BYTES = 50_000_000
"""A larger file is none of ours; it is not even read."""
_KNOWN = frozenset(
    {
        "format",
        "version",
        "saved_with",
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


def save_report(report: Report, path: Path) -> None:
    """Write the report file in UTF-8; on FileProblem the old file stands as it was."""
    text = report_to_text(report)
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def load_report(path: Path) -> Report:
    """Return the report that a report file holds, its totals calculated anew.

    FileProblem says what is wrong: not there, not ours, damaged, of a newer version of the program,
    or of an edition that this one does not have.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，不是本程序保存的年报文件。")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _damaged(path, "不是本程序保存的年报文件") from error
    except OSError as error:
        raise unreadable(path, error) from error
    return report_from_text(text, path)


def _damaged(path: Path, reason: str) -> FileProblem:
    return FileProblem(f"「{path.name}」无法打开：{reason}。请打开备份或原来的 Word 文件。")


def _too_new(path: Path, data: Mapping[str, Any]) -> FileProblem:
    """Return what to tell of a file that a newer version saved: which version opens it."""
    saved, own = data.get("saved_with"), program_version().number
    needed = f"{saved} 或更新的版本" if isinstance(saved, str) and saved else "更新的版本"
    return FileProblem(
        f"「{path.name}」由更新版本的程序保存，请把本程序（现在是 {own}）升级到{needed}，再打开它。"
    )


def report_to_text(report: Report) -> str:
    """Return the report file's text: the same report gives the same text, byte by byte.

    Counts are JSON numbers, amounts decimal strings with their decimals kept, a blank is null.
    """
    data: dict[str, Any] = {
        "format": "nianbao",
        "version": VERSION,
        "edition": report.form.edition,
        "organization": report.organization,
        "year": report.year,
        "title": report.title,
        "sections": report.sections,
        "tables": _tables_to_json(report.tables),
        "printed": _tables_to_json(report.kept_printed()),
        "saved_with": program_version().number,
    }
    if report.previous:
        data["previous"] = _previous_to_json(report.previous)
    reused = report.remaining_reused()
    if reused:
        data["copied"] = [
            {"section": piece.section, "text": piece.text, "figure": piece.is_figure}
            for piece in reused
        ]
    if report.notes:
        data["notes"] = list(report.notes)
    data.update(members_to_json(report))
    data.update({key: value for key, value in report.extra.items() if key not in data})
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _tables_to_json(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {
        name: {key: value_to_json(value) for key, value in values.items()}
        for name, values in tables.items()
    }


def _previous_to_json(previous: Previous) -> dict[str, Any]:
    return {
        "edition": previous.form.edition,
        "organization": previous.organization,
        "year": previous.year,
        "sections": dict(previous.sections),
        "tables": _tables_to_json(previous.tables),
        "printed": _tables_to_json(previous.printed),
    }


def report_from_text(text: str, path: Path) -> Report:
    """Return the report in a report file's text; `path` only names the file in messages.

    FileProblem where the text is no JSON, not a report's, of a newer version, or where a member
    cannot be what it should be.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(path, "文件内容已损坏，或不是本程序保存的年报文件") from error
    if not isinstance(data, dict) or data.get("format") != "nianbao":
        raise _damaged(path, "不是本程序保存的年报文件")
    _refuse_other_versions(data, path)
    try:
        return _report(data)
    except _UnknownEdition as error:
        raise _without_edition(path, error) from error
    except _Misfit as error:
        raise _damaged(path, str(error)) from error


def _refuse_other_versions(data: Mapping[str, Any], path: Path) -> None:
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _damaged(path, "文件没有写明版本")
    has_newer_edition = data.get("edition") not in editions() and is_newer(data.get("saved_with"))
    if version > VERSION or has_newer_edition:
        raise _too_new(path, data)


class _Misfit(Exception):  # noqa: N818
    """A member of the file that cannot be what it should; the text says which."""


class _UnknownEdition(Exception):  # noqa: N818
    """An edition of the form that the program does not carry, in words: which, and whose it is."""


def _without_edition(path: Path, whose: _UnknownEdition) -> FileProblem:
    known = "".join(f"「{name}」" for name in editions())
    return FileProblem(
        f"「{path.name}」{whose}版格式，本程序还没有这一版，只有{known}。"
        "请升级本程序后再打开，文件没有改动。"
    )


def _report(data: Mapping[str, Any]) -> Report:
    form = _form(data.get("edition"))
    previous = data.get("previous")
    return Report(
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
        extra={key: value for key, value in data.items() if key not in _KNOWN},
    )


def _form(edition: object, whose: str = "") -> Form:
    if not isinstance(edition, str) or not edition.strip():
        raise _Misfit("没有写明用的是哪一版格式")
    if edition not in editions():
        raise _UnknownEdition(f"{whose}用的是「{edition}」")
    return load_form(edition)


def _mapping(raw: object, name: str) -> Mapping[str, Any]:
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        raise _Misfit(f"「{name}」部分的内容不对")
    return raw


def _text(data: Mapping[str, Any], key: str) -> str:
    raw = data.get(key)
    if raw is None:
        return ""
    if not isinstance(raw, str):
        raise _Misfit("单位或标题的内容不对")
    return raw


def _year(raw: object) -> int | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int) or not 1900 <= raw <= 9999:
        raise _Misfit("年度不是四位数字")
    return raw


def _sections(raw: object, form: Form) -> dict[str, str]:
    texts = _mapping(raw, "正文")
    found = {key: texts.get(key, "") or "" for key in form.section_keys}
    if not all(isinstance(text, str) for text in found.values()):
        raise _Misfit("正文的内容不对")
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
            raise _Misfit(f"{table.name}里有不是数字也不是文字的内容") from error
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
        raise _Misfit("「沿用上年」的标记不对")
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
