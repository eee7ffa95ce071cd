"""Every job of the window without a window: convert, check and new, with messages in Chinese."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from exporters.writing import export_report
from file_kinds import TARGET_KINDS
from model.report.report import Report
from model.report.year_range import is_report_year, year_problem
from progress_line import ProgressLine
from report_sources import Opened, open_report
from storage.errors import FileProblem
from storage.form_store import editions, form_of_year
from storage.program import NAME, REPORT, own_text
from storage.program_version import program_version
from storage.report_file import save_report

DONE, FOUND_ERRORS, UNUSABLE = 0, 1, 2
HELP = ("-h", "--help")
VERSION = "--version"


class _UsageError(Exception):
    """A command line that cannot be understood; the text says why, in Chinese."""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is an exception of ours instead of English and exit."""

    def error(self, message: str) -> NoReturn:
        """Raise the complaint."""
        del message  # it is English
        raise _UsageError(f"命令写得不对。\n{_usage()}")


def run(arguments: Sequence[str]) -> int:
    """Return the exit status of a command: 0 done, 1 check found errors, 2 could not be used.

    Raises nothing: what goes wrong is one Chinese line on standard error.
    """
    _prepare_streams()
    try:
        if set(arguments) & set(HELP):
            _print_lines([_usage()])
            return DONE
        if arguments[0] == VERSION:
            _print_lines(_version_lines())
            return DONE
        options = _parser().parse_args(arguments)
        return int(options.run(options))
    except (_UsageError, FileProblem) as error:
        _print_error(str(error))
    except BrokenPipeError:
        # The reader of our output has left; there is nobody to tell.
        sys.stderr.close()
    except KeyboardInterrupt:
        _print_error("已中断。")
    except Exception as error:
        _print_error(
            f"程序内部出错（{type(error).__name__}），没有完成。请把这个文件交给维护人员。"
        )
    return UNUSABLE


def _prepare_streams() -> None:
    """Write UTF-8 into files and pipes, and never fail on a character a console lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _version_lines() -> list[str]:
    return [f"{NAME} {program_version().text}", f"官方格式：{'、'.join(editions())} 年版"]


def _usage() -> str:
    return own_text("help/command_line.txt").strip()


def _parser() -> _Parser:
    parser = _Parser(add_help=False)
    commands = parser.add_subparsers(required=True)
    convert = commands.add_parser("convert", add_help=False)
    convert.add_argument("source", type=Path)
    convert.add_argument("target", type=Path)
    convert.set_defaults(run=_convert)
    check = commands.add_parser("check", add_help=False)
    check.add_argument("files", nargs="+")
    check.add_argument("--previous", type=Path)
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=_check)
    new = commands.add_parser("new", add_help=False)
    new.add_argument("--from", dest="last", type=Path, required=True)
    new.add_argument("--year", type=int)
    new.add_argument("target", type=Path)
    new.set_defaults(run=_new)
    return parser


def _convert(options: argparse.Namespace) -> int:
    _refuse_target(options.target, options.source)
    opened = open_report(options.source)
    _write(opened.report, options.target)
    _print_lines(line for line in opened.summary if line not in opened.cautions)
    _print_notes(opened)
    _print_lines([f"已写入「{options.target.name}」"])
    return DONE


def _new(options: argparse.Namespace) -> int:
    from model.report.rollover import start_draft

    _refuse_target(options.target, options.last)
    opened = open_report(options.last)
    year = options.year
    if year is not None and not is_report_year(year):
        raise _UsageError(f"{year_problem(year)}，例如 --year 2024。")
    try:
        draft = start_draft(opened.report, year, form_of_year)
    except ValueError as error:
        raise FileProblem(f"「{options.last.name}」：{error}") from error
    _write(draft.report, options.target)
    _print_lines(draft.report.notes)
    _print_notes(opened, "上年报告")
    _print_lines([f"已写入「{options.target.name}」"])
    return DONE


def _refuse_target(target: Path, source: Path) -> None:
    """Raise FileProblem for a target that is the source itself or of no known kind."""
    with contextlib.suppress(OSError):
        if target.exists() and source.exists() and target.samefile(source):
            raise FileProblem(
                f"目标文件和来源文件是同一个文件「{source.name}」，请换一个目标文件名。"
            )
    kinds = [REPORT, *(extension for _, group in TARGET_KINDS for extension in group)]
    if target.suffix.lower() not in kinds:
        raise FileProblem(
            f"不能写「{target.name}」这种文件，目标文件名要以{'、'.join(kinds)}结尾。"
        )


def _write(report: Report, target: Path) -> None:
    if target.suffix.lower() == REPORT:
        save_report(report, target)
    else:
        note = export_report(report, target)
        if note:
            _print_error(f"「{target.name}」：{note}")


def _check(options: argparse.Namespace) -> int:
    from check_command import check_files  # only this command loads the checks on texts

    progress = ProgressLine(sys.stderr, "已检查 {done} / {whole}")

    def tell(line: str) -> None:
        progress.clear()
        _print_error(line)

    try:
        result = check_files(options.files, options.previous, tell, progress.show)
    finally:
        progress.clear()
    _print_lines([result.as_json()] if options.json else result.as_lines())
    if result.has_unusable:
        return UNUSABLE
    return FOUND_ERRORS if result.has_errors else DONE


def _print_lines(lines: Iterable[str]) -> None:
    _print(sys.stdout, lines)


def _print_error(line: str) -> None:
    _print(sys.stderr, [line])


def _print_notes(opened: Opened, whose: str = "") -> None:
    """Print what asks to be looked at, by row and column, and what was left out."""
    _print(sys.stderr, (whose + line for line in opened.note_lines))


def _print(stream: TextIO, lines: Iterable[str]) -> None:
    for line in lines:
        stream.write(line + "\n")
    stream.flush()
