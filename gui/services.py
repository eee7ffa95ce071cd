"""What the window needs from the rest of the program, handed in so that nothing is global."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from exporters.page_style import PageStyle
    from exporters.sign_off_blocks import SignOffCopy
    from importers.recognising.figures.causes import Cause
    from importers.recognising.proof.import_review import Doubt as ReadingDoubt
    from importers.recognising.proof.rechecking import Rechecked
    from model.form.form import Form
    from model.report.report import Report
    from storage.guarded_save import Doubt, Saved, SaveHooks
    from storage.seen import Seen
    from storage.versions import Versions

Kinds = tuple[tuple[str, tuple[str, ...]], ...]
"""Chinese name and extensions of each kind of file."""
Records = tuple[tuple[str, tuple[str, ...]], ...]
"""Titled lists of lines for the clerk to read."""


class Counted(Protocol):
    """How the cells of one table were read."""

    @property
    def name(self) -> str:
        """The table's name."""

    @property
    def cells(self) -> int:
        """How many cells the table has."""

    @property
    def read(self) -> int:
        """How many were read."""

    @property
    def blank(self) -> int:
        """How many are blank."""

    @property
    def doubtful(self) -> int:
        """How many should be looked at."""

    @property
    def unplaced(self) -> int:
        """How many places of the source found no cell."""


class OpenedFile(Protocol):
    """What a file of any readable kind turned out to hold."""

    @property
    def report(self) -> Report:
        """The report."""

    @property
    def summary(self) -> tuple[str, ...]:
        """What was recognised, line by line."""

    @property
    def unplaced(self) -> tuple[str, ...]:
        """What has no place in the form, line by line."""

    @property
    def is_own_file(self) -> bool:
        """Whether it is the program's own file."""

    @property
    def kind(self) -> str:
        """The format of a foreign file."""

    @property
    def counts(self) -> tuple[Counted, ...]:
        """How the tables were read."""

    @property
    def doubts(self) -> tuple[ReadingDoubt, ...]:
        """The cells that should be looked at."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What does not fit in a file of the program's own, one sentence each."""

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What in the source raised doubts on cells or on a whole table."""

    @property
    def asides(self) -> tuple[str, ...]:
        """Those lines of `unplaced` that tell of what was left out or decided without asking."""

    @property
    def decided(self) -> tuple[str, ...]:
        """What was left out or decided without asking, line by line."""

    def recheck(self, report: Report, doubts: Sequence[ReadingDoubt]) -> Rechecked:
        """Return how doubts stand on the report once it was corrected."""


class OpenReport(Protocol):
    """Reads a file of any readable kind."""

    def __call__(self, path: Path, picks: Sequence[int] = ...) -> OpenedFile:
        """Return what the file holds; FileProblem says why not.

        SeveralFound asks which of several is meant; `picks` are the answers so far, by place.
        """


class OpenClipboard(Protocol):
    """Reads the report in HTML and plain text that were copied."""

    def __call__(self, html: str, text: str, picks: Sequence[int] = ...) -> OpenedFile:
        """Return what was copied, as `OpenReport` does."""


class Export(Protocol):
    """Writes a report as a document of another program, by the path's extension."""

    def __call__(
        self,
        report: Report,
        path: Path,
        style: PageStyle = ...,
        signed_copy: SignOffCopy | None = ...,
        is_public: bool = ...,
    ) -> str:
        """Write the file; return what the clerk should know of it, or "".

        The style is that of Word and PDF files.
        With a `signed_copy` it is the one to be signed; `is_public` leaves out what is not printed.
        """


class SaveReport(Protocol):
    """Writes a report's own file, unless there is a reason to ask before."""

    def __call__(
        self,
        report: Report,
        path: Path,
        seen: Seen | None,
        versions: Versions,
        allowed: frozenset[Doubt] = ...,
        hooks: SaveHooks = ...,
    ) -> Saved:
        """Write the file and return how it ended, as `storage.guarded_save` says."""


class NewDraft(Protocol):
    """This year's draft made from last year's report."""

    @property
    def report(self) -> Report:
        """The draft."""


@dataclass(frozen=True)
class Services:
    """Reading, writing and starting a report; files raise FileProblem.

    `form_of_year` gives the edition for a new report on a year. `find_strays` tells what a foreign
    file holds besides its report. `open_kinds` and `export_kinds` are (Chinese name, extensions) of
    the files that can be read and written; `open_clipboard` takes HTML and plain text,
    `clipboard_formats` returns them. `export_with_extras` writes a workbook with last year's
    figures and the findings. In `data_folder` the program keeps what is not saved yet, versions and
    locks. `today` is told days left by.
    """

    open_report: OpenReport
    open_clipboard: OpenClipboard
    save_report: SaveReport
    export_report: Export
    export_with_extras: Callable[[Report, Path], None]
    clipboard_formats: Callable[[Report], tuple[str, str]]
    export_kinds: Kinds
    start_draft: Callable[[Report, int | None], NewDraft]
    form_of_year: Callable[[int | None], Form]
    find_strays: Callable[[Path, OpenedFile], tuple[str, ...]]
    open_kinds: Kinds
    data_folder: Path
    today: Callable[[], date] = date.today
