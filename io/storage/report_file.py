"""The program's own file, extension .nianbao: UTF-8 JSON, stable in order, readable in a diff.

Version 1: format, version, edition, organization, year, title, sections, tables, printed; beside
these saved_with (the version of the program), previous (last year's report), copied (text still
marked 沿用上年), notes (where the report came from), the members of `report_members` and checksum
(see `report_integrity`). Members that this version does not know are kept, however deep they
stand, and written back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.report.report import Previous, Report
from model.report.values import value_to_json
from storage.atomic import write_whole
from storage.content.report_links import told_of_links
from storage.content.report_members import members_to_json
from storage.content.report_parsing import Misfit, UnknownEdition, report_from_data
from storage.content.unknown_members import put_back
from storage.damage.report_integrity import checksum_of, doubts_on
from storage.damage.report_rescue import rescued_members, without_misfits
from storage.errors import FileProblem, printable
from storage.form_store import editions
from storage.program_version import is_newer, program_version
from storage.regular_files import read_regular
from storage.seen import MOST_BYTES, TOO_LARGE

VERSION = 1


@dataclass(frozen=True)
class ReadReport:
    """A report that was read, and what does not fit in its file, one sentence each."""

    report: Report
    warnings: tuple[str, ...] = ()


class DamagedFile(FileProblem):
    """A report file that is damaged but partly readable.

    `report` holds what could be read, `lost` says line by line what could not.
    """

    def __init__(self, text: str, report: Report, lost: tuple[str, ...]) -> None:
        super().__init__(text)
        self.report = report
        self.lost = lost


def save_report(report: Report, path: Path) -> None:
    """Write the report file in UTF-8; on FileProblem the old file stands as it was."""
    write_whole(path, report_to_bytes(report))


def report_to_bytes(report: Report) -> bytes:
    """Return the content of the report's file."""
    return report_to_text(report).encode("utf-8")


def load_report(path: Path) -> Report:
    """Return the report that a report file holds, its totals calculated anew.

    FileProblem says what is wrong: not there, not ours, damaged, of a newer version of the program,
    or of an edition that this one does not have.
    """
    return read_report(path).report


def read_report(path: Path) -> ReadReport:
    """Return the report in a file with what does not fit in it; FileProblem as `load_report`.

    DamagedFile where the file as such cannot be read but some of what it held can.
    """
    content, _ = read_regular(path, MOST_BYTES, TOO_LARGE)
    return report_from_bytes(content, path)


def report_from_bytes(content: bytes, path: Path) -> ReadReport:
    """Return the report in a file's content; `path` only names the file in messages."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _rescue(content.decode("utf-8-sig", "replace"), path)
    return read_text(text, path)


def _damaged(path: Path, reason: str) -> FileProblem:
    return FileProblem(
        f"「{path.name}」无法打开：{reason}。"
        "请打开「文件→历史版本」里的版本、备份或原来的 Word 文件。"
    )


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
        "sections": dict(report.sections),
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
    put_back(data, report.extra)
    data["checksum"] = checksum_of(data)
    # A file of an older version may hold half a letter, which no file can be written with.
    return printable(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


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
    return read_text(text, path).report


def read_text(text: str, path: Path) -> ReadReport:
    """Return the report in a report file's text with what does not fit in it."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return _rescue(text, path)
    if not isinstance(data, dict) or data.get("format") != "nianbao":
        raise _not_ours(path, data)
    _refuse_other_versions(data, path)
    try:
        report = report_from_data(data)
        return ReadReport(report, (*doubts_on(data, path.name), *told_of_links(data, report)))
    except UnknownEdition as error:
        raise _without_edition(path, error) from error
    except Misfit as error:
        raise _partly(path, data, str(error)) from error


def _not_ours(path: Path, data: object) -> FileProblem:
    """Return what to tell of JSON that does not call itself a report; it may be a damaged one."""
    reason = "不是本程序保存的年报文件"
    is_like_one = isinstance(data, dict) and {"edition", "sections", "tables"} <= data.keys()
    if isinstance(data, dict) and is_like_one:
        return _partly(path, data, reason)
    return _damaged(path, reason)


def _rescue(text: str, path: Path) -> ReadReport:
    """Raise what to tell of a file that is no JSON, with what can be read of it all the same."""
    data, lost = rescued_members(text)
    if data.get("format") != "nianbao" or data.get("edition") not in editions():
        raise _damaged(path, "文件内容已损坏，或不是本程序保存的年报文件")
    _refuse_other_versions({"version": VERSION, **data}, path)
    raise _partly(path, data, "文件内容已损坏", lost)


def _partly(
    path: Path, data: Mapping[str, Any], reason: str, lost: tuple[str, ...] = ()
) -> FileProblem:
    """Return what to tell of a damaged file, with its readable members where there are any."""
    report, dropped = without_misfits(data)
    problem = _damaged(path, reason)
    if report is None:
        return problem
    return DamagedFile(str(problem), report, (*lost, *dropped, *told_of_links(data, report)))


def _refuse_other_versions(data: Mapping[str, Any], path: Path) -> None:
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _damaged(path, "文件没有写明版本")
    has_newer_edition = data.get("edition") not in editions() and is_newer(data.get("saved_with"))
    if version > VERSION or has_newer_edition:
        raise _too_new(path, data)


def _without_edition(path: Path, whose: UnknownEdition) -> FileProblem:
    known = "".join(f"「{name}」" for name in editions())
    return FileProblem(
        f"「{path.name}」{whose}版格式，本程序还没有这一版，只有{known}。"
        "请升级本程序后再打开，文件没有改动。"
    )
