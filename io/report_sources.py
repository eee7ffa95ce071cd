"""Opens a report from any file that the program can read, its own or a foreign one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from importers.reading import import_html, import_report, import_text
from importers.recognising.figures.causes import Cause
from importers.recognising.import_notes import cautions
from importers.recognising.proof.import_review import Doubt, TableCount
from importers.recognising.proof.rechecking import Rechecked, recheck
from importers.recognising.recogniser import Recognised
from model.report.report import Report
from storage.errors import FileProblem, SeveralFound
from storage.program import REPORT
from storage.report_file import read_report

CLIPBOARD = "剪贴板"
"""The name of a source that is no file."""


@dataclass(frozen=True)
class Opened:
    """A report from a file, with what was recognised and what could not be placed, in Chinese.

    `warnings` say what does not fit in a file of the program's own. `kind`, `counts`, `causes` and
    `doubts` serve the review of a foreign source before it is used; `cautions` are the lines of the
    summary that ask to be looked at, `asides` the lines of `unplaced` on what the reader left out
    or decided without asking.
    """

    report: Report
    summary: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    is_own_file: bool = False
    kind: str = ""
    counts: tuple[TableCount, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    causes: tuple[Cause, ...] = ()
    warnings: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()

    def recheck(self, report: Report, doubts: Sequence[Doubt]) -> Rechecked:
        """Return how doubts stand on the report once it was corrected."""
        return recheck(report, doubts)

    @property
    def decided(self) -> tuple[str, ...]:
        """Return what was left out or decided without asking: looks, units, other wordings."""
        tables = self.report.form.table
        shown = {cause.text for cause in self.causes} | {doubt.reason for doubt in self.doubts}
        shown |= {tables(doubt.table).cell_name(doubt.key) for doubt in self.doubts}
        lines = (line for line in self.cautions if not any(text in line for text in shown))
        return (*self.asides, *lines)

    @property
    def cautions(self) -> tuple[str, ...]:
        """Return the lines of the summary that ask to be looked at."""
        return cautions(self.summary)

    @property
    def note_lines(self) -> tuple[str, ...]:
        """Return what to look at, each doubt by its row and column, and what was left out."""
        tables = self.report.form.table
        return (
            *(f"注意：{line}" for line in (*self.warnings, *self.cautions)),
            *(
                f"存疑：{tables(doubt.table).name}：{tables(doubt.table).cell_name(doubt.key)}："
                f"{doubt.reason}"
                for doubt in self.doubts
            ),
            *(f"未录入：{line}" for line in self.unplaced),
        )


def open_report(path: Path, picks: Sequence[int] = ()) -> Opened:
    """Return the report in a file of any readable kind; FileProblem says why not.

    SeveralFound asks which of several is meant; `picks` are the answers so far, by place.

    The kind is told by the content, but for the program's own files, which go by their extension.
    The notes on a foreign source stay with the report.
    """
    if path.suffix.lower() == REPORT:
        read = read_report(path)
        return Opened(read.report, is_own_file=True, warnings=read.warnings)
    return opened(import_report(path, picks), path.name)


def open_clipboard(html: str, text: str, picks: Sequence[int] = ()) -> Opened:
    """Return the report that was copied from a page or document, from its HTML if that holds one.

    SeveralFound and `picks` as in `open_report`.

    FileProblem if neither the HTML nor the plain text holds a report.
    """
    if html.strip():
        try:
            return opened(import_html(html, CLIPBOARD, picks), CLIPBOARD)
        except SeveralFound:
            raise
        except FileProblem:
            if not text.strip():
                raise
    return opened(import_text(text, CLIPBOARD, picks), CLIPBOARD)


def opened(found: Recognised, name: str) -> Opened:
    """Return what was recognised in a source of that name, with notes that stay with the report."""
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
        causes=found.causes,
        asides=found.asides,
    )
