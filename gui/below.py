"""What a start does without of the model, of the storage and of Qt: loaded when first asked for.

Every module of the window says `below.NAME` for these. `PLACES` is the list; the imports above it
are for the type checker, and a test holds the two together. What of the window itself is late
stands in `gui.late`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256 as sha256

    from PySide6.QtWidgets import QFileDialog as QFileDialog

    from gui.displays import has_wayland as has_wayland
    from gui.displays import has_x as has_x
    from gui.doubt_words import DOUBT_WORDS as DOUBT_WORDS
    from model.checks import Checker as Checker
    from model.checks import Level as Level
    from model.judging.acknowledging import acknowledge as acknowledge
    from model.judging.acknowledging import withdraw as withdraw
    from model.judging.sorted_findings import SortedFindings as SortedFindings
    from model.judging.sorted_findings import waiting_words as waiting_words
    from model.report.comparison import LAST as LAST
    from model.report.comparison import name_of_last as name_of_last
    from model.report.deadline import days_left as days_left
    from model.report.edit_to import edit_to as edit_to
    from model.report.edits import Edit as Edit
    from model.report.edits import PreviousChange as PreviousChange
    from model.report.edits import apply as apply
    from model.report.figure_sources import sources_listed as sources_listed
    from model.report.file_name import usual_name as usual_name
    from model.report.links.linking import told_lost as told_lost
    from model.report.misfits import misfits as misfits
    from model.report.report import Report as Report
    from model.report.rollover import start_draft as start_draft
    from model.signing.code_comparison import compare_with_code as compare_with_code
    from model.signing.differences import Sides as Sides
    from model.signing.differences import differences as differences
    from model.signing.final import make_final as make_final
    from model.signing.final import obstacles as obstacles
    from model.signing.final import unlock as unlock
    from model.signing.final_lock import lifts_lock as lifts_lock
    from model.signing.final_lock import needs_unlocking as needs_unlocking
    from model.signing.final_lock import touched as touched
    from model.signing.final_lock import with_unlocking as with_unlocking
    from model.signing.standing import day_words as day_words
    from model.signing.standing import standing_notice as standing_notice
    from storage.form_store import form_of_year as form_of_year
    from storage.guarded_save import REPLACING as REPLACING
    from storage.guarded_save import Doubt as Doubt
    from storage.guarded_save import Saved as Saved
    from storage.guarded_save import SaveHooks as SaveHooks
    from storage.guarded_save import save_guarded as save_guarded
    from storage.report_file import DamagedFile as DamagedFile
    from storage.report_file import report_from_bytes as report_from_bytes
    from storage.report_file import report_to_bytes as report_to_bytes
    from storage.report_locks import BEAT as BEAT
    from storage.report_locks import ReportLock as ReportLock
    from storage.seen import Seen as Seen
    from storage.seen import look_at as look_at
    from storage.snapshots import NewerSnapshot as NewerSnapshot
    from storage.snapshots import Snapshot as Snapshot
    from storage.snapshots import is_overtaken as is_overtaken
    from storage.snapshots import note_saving as note_saving
    from storage.snapshots import read_snapshot as read_snapshot
    from storage.snapshots import saving_file as saving_file
    from storage.snapshots import write_snapshot as write_snapshot
    from storage.version_notes import keep_with_note as keep_with_note
    from storage.versions import VersionNote as VersionNote
    from storage.versions import Versions as Versions
    from storage.versions import place_key as place_key

PLACES: dict[str, tuple[str, ...]] = {
    "PySide6.QtWidgets": ("QFileDialog",),
    "gui.displays": (
        "has_wayland",
        "has_x",
    ),
    "gui.doubt_words": ("DOUBT_WORDS",),
    "hashlib": ("sha256",),
    "model.checks": (
        "Checker",
        "Level",
    ),
    "model.judging.acknowledging": (
        "acknowledge",
        "withdraw",
    ),
    "model.judging.sorted_findings": ("SortedFindings", "waiting_words"),
    "model.report.comparison": ("LAST", "name_of_last"),
    "model.report.deadline": ("days_left",),
    "model.report.edit_to": ("edit_to",),
    "model.report.edits": (
        "Edit",
        "PreviousChange",
        "apply",
    ),
    "model.report.figure_sources": ("sources_listed",),
    "model.report.file_name": ("usual_name",),
    "model.report.links.linking": ("told_lost",),
    "model.report.misfits": ("misfits",),
    "model.report.report": ("Report",),
    "model.report.rollover": ("start_draft",),
    "model.signing.code_comparison": ("compare_with_code",),
    "model.signing.differences": (
        "Sides",
        "differences",
    ),
    "model.signing.final": (
        "make_final",
        "obstacles",
        "unlock",
    ),
    "model.signing.final_lock": (
        "lifts_lock",
        "needs_unlocking",
        "touched",
        "with_unlocking",
    ),
    "model.signing.standing": (
        "day_words",
        "standing_notice",
    ),
    "storage.form_store": ("form_of_year",),
    "storage.guarded_save": (
        "REPLACING",
        "Doubt",
        "SaveHooks",
        "Saved",
        "save_guarded",
    ),
    "storage.report_file": (
        "DamagedFile",
        "report_from_bytes",
        "report_to_bytes",
    ),
    "storage.report_locks": (
        "BEAT",
        "ReportLock",
    ),
    "storage.seen": (
        "Seen",
        "look_at",
    ),
    "storage.snapshots": (
        *("NewerSnapshot", "Snapshot", "is_overtaken", "note_saving", "read_snapshot"),
        *("saving_file", "write_snapshot"),
    ),
    "storage.version_notes": ("keep_with_note",),
    "storage.versions": (
        "VersionNote",
        "Versions",
        "place_key",
    ),
}
"""The late names by their modules."""


def loads(module: str, places: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """Return the `__getattr__` (PEP 562) of a module that loads names from where they stand.

    It raises AttributeError where nothing of that name is late.
    """
    place_of = {name: place for place, names in places.items() for name in names}

    def load(name: str) -> object:
        if name not in place_of:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        return getattr(import_module(place_of[name]), name)

    return load


if not TYPE_CHECKING:  # else the type checker would believe every name
    __getattr__ = loads(__name__, PLACES)
