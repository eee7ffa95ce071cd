"""Opens a report from any file that the program can read, its own or a foreign one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from importers.reading import READERS, import_html, import_report, import_text
from importers.recognising.proof.import_review import Doubt, TableCount
from importers.recognising.recogniser import Recognised
from model.report.report import Report
from storage.errors import FileProblem
from storage.report_file import EXTENSION, load_report

CLIPBOARD = "剪贴板"
"""The name of a source that is no file."""

SOURCE_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("年报文件", (EXTENSION,)),
    *((reader.name, reader.extensions) for reader in READERS),
)


@dataclass(frozen=True)
class Opened:
    """A report from a file, with what was recognised and what could not be placed, in Chinese.

    `kind`, `counts` and `doubts` serve the review of a foreign source before it is used.
    """

    report: Report
    summary: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    is_own_file: bool = False
    kind: str = ""
    counts: tuple[TableCount, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def open_report(path: Path) -> Opened:
    """Return the report in a file of any readable kind; FileProblem says why not.

    The kind is told by the content, but for the program's own files, which go by their extension.
    The notes on a foreign source stay with the report.
    """
    if path.suffix.lower() == EXTENSION:
        return Opened(load_report(path), is_own_file=True)
    return _opened(import_report(path), path.name)


def open_clipboard(html: str, text: str) -> Opened:
    """Return the report that was copied from a page or document, from its HTML if that holds one.

    FileProblem if neither the HTML nor the plain text holds a report.
    """
    if html.strip():
        try:
            return _opened(import_html(html, CLIPBOARD), CLIPBOARD)
        except FileProblem:
            if not text.strip():
                raise
    return _opened(import_text(text, CLIPBOARD), CLIPBOARD)


def _opened(found: Recognised, name: str) -> Opened:
    notes = (
        f"从「{name}」导入",
        *found.summary,
        *(f"未录入：{line}" for line in found.unplaced),
    )
    return Opened(
        replace(found.report, notes=notes),
        found.summary,
        found.unplaced,
        kind=found.kind,
        counts=found.counts,
        doubts=found.doubts,
    )
