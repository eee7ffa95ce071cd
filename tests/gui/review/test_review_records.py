"""What was corrected in the review stays with the report, and can be read again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import text_layouts
from dialog_clicks import in_dialog
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.review.doubt_list import READ_AS
from gui_bench import Bench
from importers.recognising.proof.rechecking import recheck
from model.report.edits import apply, set_cells
from report_sources import open_report
from sample_reports import sample_report


def test_corrections_stay_in_the_notes_of_the_report(bench: Bench) -> None:
    text = text_layouts.report_text(sample_report(), text_layouts.tabbed_cells)
    path = bench.folder / "上年.txt"
    path.write_text(text.replace("\t2.重复申请\n\t/\n", "\t2.重复申请\n\t约3\n"), encoding="utf-8")

    def correct(dialog: ImportReviewDialog) -> None:
        item = dialog.doubts.item(0, READ_AS)
        assert item is not None
        item.setText("0")
        deed = next(deed for deed in dialog.deeds if deed.objectName() == Use.THIS_YEAR.name)
        QTest.mouseClick(deed, Qt.MouseButton.LeftButton)

    in_dialog(bench.window, ImportReviewDialog, correct)
    bench.window.files.open_path(path)
    bench.wait_for_work()
    report = bench.document.report
    assert report.value("requests", "unprocessed_repeated.natural_person") == 0
    (note,) = (line for line in report.notes if line.startswith("读入时更正"))
    assert "读到的是约3，改为0" in note
    assert "来源这一行：2.重复申请 ｜ 约3" in note
    assert bench.document.records[0] == ("读入时的更正", (note,))


def test_the_proof_runs_again_on_what_was_corrected(bench: Bench) -> None:
    report = sample_report()
    apply(report, set_cells("填", "requests", [("new_received.commercial_enterprise", 3)]))
    path = bench.folder / "不平.txt"
    path.write_text(text_layouts.report_text(report, text_layouts.tabbed_cells), encoding="utf-8")
    opened = open_report(path)
    (proven,) = (place for place, doubt in enumerate(opened.doubts) if doubt.code)
    assert not recheck(opened.report, opened.doubts).standings[proven].is_settled
    apply(opened.report, set_cells("改", "requests", [("new_received.commercial_enterprise", 0)]))
    assert recheck(opened.report, opened.doubts).standings[proven].is_settled
    apply(opened.report, set_cells("改", "requests", [("granted.commercial_enterprise", 2)]))
    assert "办多2" in recheck(opened.report, opened.doubts).standings[proven].reason
    fewer = opened.doubts[:proven] + opened.doubts[proven + 1 :]
    assert recheck(opened.report, fewer).new[-1].code == opened.doubts[proven].code
