from __future__ import annotations

from model.form.form import Form
from model.report.edits import apply
from model.report.report import Report, ReusedText
from model.report.year_change import move_in_texts, years_to_move

OVERVIEW = "2023年，全镇共公开信息12条。\n2024年将继续努力。\n依据2019年修订的条例。"


def report_of(form: Form, overview: str) -> Report:
    report = Report(form, "红星镇人民政府", 2024, "2024年政府信息公开工作年度报告")
    report.sections["overview"] = overview
    report.sections["preamble"] = "自2023年1月1日起至2023年12月31日止。"
    report.reused = (ReusedText("overview", "2023年，全镇共公开信息12条。"),)
    return report


def test_the_years_that_go_with_the_reports_move_and_others_stay(form: Form) -> None:
    report = report_of(form, OVERVIEW)
    found = years_to_move(report, 2023, 2024)
    assert [item.section for item in found] == ["preamble", "preamble", "overview", "overview"]
    undo = apply(report, move_in_texts(report, found, 2024)).inverse
    assert report.sections["preamble"] == "自2024年1月1日起至2024年12月31日止。"
    assert report.sections["overview"] == OVERVIEW.replace("2024", "2025").replace("2023", "2024")
    apply(report, undo)
    assert report.sections["overview"] == OVERVIEW


def test_what_was_marked_as_last_years_stays_marked(form: Form) -> None:
    report = report_of(form, OVERVIEW)
    apply(report, move_in_texts(report, years_to_move(report, 2023, 2024), 2024))
    assert [piece.text for piece in report.remaining_reused()] == ["2024年，全镇共公开信息12条。"]


def test_only_the_chosen_ones_move(form: Form) -> None:
    report = report_of(form, OVERVIEW)
    first = years_to_move(report, 2023, 2024)[:1]
    apply(report, move_in_texts(report, first, 2024))
    assert report.sections["preamble"] == "自2024年1月1日起至2023年12月31日止。"
    assert report.sections["overview"] == OVERVIEW


def test_texts_that_speak_of_the_new_year_already_are_left_to_the_clerk(form: Form) -> None:
    report = report_of(form, "2024年公开12条，2024年答复3件，2024年培训2次。")
    found = years_to_move(report, 2023, 2024)
    assert [item.is_sure for item in found] == [True, True, False, False, False]
    report.sections["preamble"] = ""
    assert years_to_move(report, 2023, 2024) == ()
