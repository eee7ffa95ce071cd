"""Every dialog of the window with something in it, for pictures and for what must hold of all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

import text_layouts
from exporters.page_style import OFFICIAL
from exporters.sign_off_blocks import SignOffCopy
from file_kinds import SOURCE_KINDS
from final_reports import final_report, ready_report
from gui.dialogs.about_dialog import AboutDialog
from gui.dialogs.choice_dialog import ChoiceDialog
from gui.dialogs.figure_source_dialog import FigureSourceDialog
from gui.dialogs.help_dialog import PAGES, HelpDialog
from gui.dialogs.import_review_dialog import ImportReviewDialog
from gui.dialogs.notes_dialog import NotesDialog
from gui.dialogs.office_dialog import OfficeDialog
from gui.dialogs.previous_dialog import PreviousDialog
from gui.dialogs.reason_dialog import ReasonDialog
from gui.dialogs.report_dialogs import NewFromLastDialog, NewReportDialog
from gui.dialogs.unit_dialog import UnitDialog
from gui.dialogs.versions_dialog import VersionsDialog
from gui.dialogs.years_dialog import YearsDialog
from gui.pasting import preview_dialog as pasting
from gui.pasting.reading import reading_by_labels
from gui.printing.font_dialog import FontDialog
from gui.printing.page_choice import PageSetup
from gui.printing.page_setup_dialog import PageSetupDialog
from gui.printing.preview_dialog import PreviewDialog
from gui.printing.print_dialog import PrintDialog
from gui.printing.sheets import Sheets
from gui.sign_off.check_dialog import CheckDialog
from gui.sign_off.check_result import ResultDialog
from gui.sign_off.final_dialog import FinalDialog, ObstaclesDialog
from gui.sign_off.names_dialog import NamesDialog
from gui.sign_off.sign_off_copy_dialog import SignOffCopyDialog
from gui.texts.figure_chooser import FigureChooser
from importers.placing import place_copied
from model.checks.checker import Checker
from model.form.form import Form
from model.report.report import Report
from model.report.values import format_value
from model.report.year_change import years_to_move
from model.signing.code import verification_code
from model.signing.code_comparison import CodeComparison, compare_with_code
from model.signing.final import obstacles
from report_sources import open_report
from sample_reports import sample_report
from storage.errors import SeveralFound
from storage.form_store import load_form
from storage.versions import Version, VersionNote

DAY = date(2024, 1, 20)
NAME = "青山县红星镇人民政府2023年政府信息公开工作年度报告.docx"
_ROW = "granted"


def dialogs(folder: Path) -> dict[str, Callable[[], QDialog]]:
    """Return by name what makes each dialog; `folder` takes the files that some of them read."""
    made: dict[str, Callable[[], QDialog]] = {
        "about": AboutDialog,
        "choice": lambda: ChoiceDialog(None, _several()),
        "figure-source": _figure_source,
        "last-year": lambda: PreviousDialog(None, sample_report().as_previous()),
        "new": lambda: NewReportDialog(None, "", DAY),
        "new-from-last": lambda: _new_from_last(folder),
        "new-from-open": lambda: NewFromLastDialog(
            None, _none, SOURCE_KINDS, "红星镇2023年报告", 2023
        ),
        "unit": lambda: UnitDialog(None, "青山县红星镇人民政府", 2023),
        "notes": lambda: NotesDialog(None, "报告信息", _records(), "这份报告是这样来的。"),
        "office": lambda: OfficeDialog(None, sample_report(), DAY),
        "reason": _reason,
        "review": lambda: _review(folder),
        "versions": lambda: _versions(folder),
        "no-versions": lambda: VersionsDialog(None, (), NAME, None, _unread, can_restore=False),
        "years": _years,
        "figure-chooser": lambda: FigureChooser(None, sample_report()),
        "paste": _paste,
    }
    for number, page in enumerate(PAGES, start=1):
        made[f"help-{number}"] = partial(HelpDialog, None, page)
    return made | _for_paper() | _for_signing(folder)


def _for_paper() -> dict[str, Callable[[], QDialog]]:
    return {
        "page-setup": lambda: PageSetupDialog(None, PageSetup(OFFICIAL.margins)),
        "fonts": lambda: FontDialog(None, {"body": "别处的字体"}, list),
        "preview": lambda: PreviewDialog(None, _Printing()),
        "print": lambda: PrintDialog(None, 5, 2),
    }


def _for_signing(folder: Path) -> dict[str, Callable[[], QDialog]]:
    return {
        "check-code": lambda: CheckDialog(None, _none, _code()),
        "check-same": lambda: ResultDialog(None, _compared(final_report(_form()))),
        "check-other": lambda: ResultDialog(None, _compared(sample_report())),
        "obstacles": _obstacles,
        "final": lambda: FinalDialog(None, ready_report(_form()), DAY, 2),
        "names": lambda: NamesDialog(None, sample_report()),
        "sign-off-copy": lambda: SignOffCopyDialog(None, final_report(_form()), SignOffCopy()),
    }


class _Printing:
    """Deeds of the preview that do nothing."""

    def sheets(self) -> Sheets:
        return Sheets(sample_report(), OFFICIAL)

    def print_sheets(self, sheets: Sheets, page: int, parent: QWidget) -> None:
        """Print nothing."""

    def save_pdf(self) -> None:
        """Save nothing."""

    def set_up_page(self, parent: QWidget) -> bool:
        return False

    def choose_fonts(self, parent: QWidget) -> bool:
        return False


def _form() -> Form:
    return load_form("2021")


def _none() -> None:
    return None


def _unread(_: Version) -> None:
    return None


def _code() -> str:
    return verification_code(final_report(_form()))


def _compared(report: Report) -> CodeComparison:
    return compare_with_code(NAME, report, _code(), final_report(_form()))


def _several() -> SeveralFound:
    choices = [
        f"第{number}份：青山县{town}人民政府2023年报告"
        for number, town in enumerate(("红星镇", "白塔镇", "东风乡"), start=1)
    ]
    return SeveralFound(NAME, "有3份年度报告，要读入哪一份", choices)


def _records() -> tuple[tuple[str, tuple[str, ...]], ...]:
    read = ("单位：青山县红星镇人民政府", "表三读到175格，2格存疑")
    return (("读入", read), ("没有录入", ("第3页页脚的网页文字：当前位置：首页＞信息公开",)))


def _figure_source() -> QDialog:
    report = sample_report()
    keys = report.form.table("requests").row_keys(_ROW)[:2]
    return FigureSourceDialog(None, report, report.form.table("requests"), keys)


def _new_from_last(folder: Path) -> QDialog:
    dialog = NewFromLastDialog(None, lambda: folder / NAME, SOURCE_KINDS)
    dialog.choose.click()
    return dialog


def _reason() -> QDialog:
    report = sample_report()
    finding = next(iter(Checker().check(report)))
    return ReasonDialog(None, finding, ["上年有更正", "机构合并"])


def _review(folder: Path) -> QDialog:
    """Return the review of a source in which one row has six figures for seven columns."""
    report = sample_report()
    table = report.form.table("requests")
    row = [format_value(report.value("requests", cell)) for cell in table.row_keys(_ROW)]
    text = text_layouts.report_text(report, text_layouts.tabbed_cells)
    whole, short = ("\n\t".join(cells) for cells in (row, row[:2] + row[3:]))
    label = next(line.label for line in table.rows if line.key == _ROW)
    path = folder / "上年.txt"
    path.write_text(
        text.replace(f"\t{label}\n\t{whole}\n", f"\t{label}\n\t{short}\n"), encoding="utf-8"
    )
    return ImportReviewDialog(None, path.name, open_report(path))


def _versions(folder: Path) -> QDialog:
    note = VersionNote("未定稿", "1处必须改，2处请核实", "三、改了4格")
    last = datetime(2024, 1, 20, 9, 41).astimezone()
    found = [
        Version(
            folder / f"{number}.nianbao",
            folder / "报告.nianbao",
            last - timedelta(days=number),
            number,
            "",
            note,
        )
        for number in range(8)
    ]
    changed = sample_report()
    changed.tables["requests"]["granted.natural_person"] = 9
    changed.sections["problems"] = ""
    return VersionsDialog(
        None, found, "报告.nianbao", sample_report(), lambda _: changed, can_restore=True
    )


def _years() -> QDialog:
    report = sample_report()
    report.sections["overview"] = "2022年公开30条，比2021年多2条。2022年12月收到申请12件。"
    return YearsDialog(None, report.form, years_to_move(report, 2022, 2023), 2022, 2023)


def _obstacles() -> QDialog:
    report = sample_report()
    found = obstacles(report, Checker().check(report))
    return ObstaclesDialog(None, found, "另有2项，改好必须改的以后再检查")


def _paste() -> QDialog:
    report = sample_report()
    labels = {row.key: row.label for row in report.form.table("requests").rows}
    rows = {_ROW: "8 1 0 0 0 0 90", "partly_granted": "2 0 0 0 0 0 2"}
    text = "\n".join("\t".join([labels[key], *rows[key].split()]) for key in rows)
    reading = reading_by_labels(
        report.form, place_copied("", f"{text}\n备注\t含电话申请2件", report.form)
    )
    why = "从「剪贴板」按行名、列名对好，没有列出的行不变；原文件不会改动。"
    return pasting.PreviewDialog(None, report, (reading,), why)
