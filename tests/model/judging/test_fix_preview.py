"""What a fix would change is shown before it is made: as it stands now, and as it would stand."""

from __future__ import annotations

import pytest

from model.form.form import Form
from model.judging.fix_preview import fix_preview
from model.report.edits import (
    CellChange,
    Change,
    Edit,
    IdentityChange,
    PrintedChange,
    ReusedChange,
    TextChange,
)
from model.report.report import Report
from tests.model.checks.check_cases import Case

KEY = "granted.natural_person"


@pytest.fixture
def report(form: Form) -> Report:
    report = Case({f"requests/{KEY}": 3}, title="2023年政府信息公开工作年度报告").report(form)
    report.printed = {"requests": {"granted.total": 7}}
    return report


def shown(report: Report, *changes: Change) -> list[str]:
    lines = fix_preview(report, Edit("改正", changes))
    return [] if lines is None else [line.text for line in lines]


def test_a_cell_is_shown_under_the_name_of_its_row(report: Report) -> None:
    now, then = shown(report, CellChange("requests", KEY, 4))
    assert (now, then) == ("（一）予以公开：3", "（一）予以公开：4")
    assert shown(report, CellChange("requests", KEY, None))[1] == "（一）予以公开：空"


def test_of_a_long_name_the_end_is_shown(report: Report) -> None:
    key = "new_received.natural_person"
    name = report.form.table("requests").row_name(key)
    now, _ = shown(report, CellChange("requests", key, 1))
    assert now.endswith("：0")
    assert len(now) <= 12
    assert now.startswith("…") == (len(name) > 9)


def test_a_printed_total_gives_way_to_the_computed_one(report: Report) -> None:
    change = PrintedChange("requests", "granted.total", None)
    assert shown(report, change) == ["（一）予以公开：7", "（一）予以公开：3"]


def test_only_the_words_that_differ_are_shown_with_a_few_around_them(report: Report) -> None:
    report.sections["overview"] = "第一段在前\n去年我单位收到申请12件，均已办结。\n第三段"
    changed = report.sections["overview"].replace("12件", "3件")
    lines = fix_preview(report, Edit("改正", (TextChange("overview", changed),)))
    assert lines is not None
    now, then = lines
    assert (now.changed, then.changed) == ("12", "3")
    assert now.before == then.before == "…单位收到申请"
    assert now.after == then.after == "件，均已办结"


def test_a_long_change_is_cut_and_stays_on_one_line(report: Report) -> None:
    report.sections["overview"] = ""
    long = "很长的一段文字\n" * 9
    _, then = shown(report, TextChange("overview", long))
    assert len(then) == 24
    assert then.endswith("…")
    assert "\n" not in then


def test_the_title_is_shown_where_it_changes(report: Report) -> None:
    new = IdentityChange(report.organization, 2023, "2022年政府信息公开工作年度报告")
    assert shown(report, new) == ["2023年政府信息公", "2022年政府信息公"]
    same = IdentityChange("另一单位", 2023, report.title)
    assert shown(report, same) == []


def test_what_shows_nothing_is_passed_over(report: Report) -> None:
    assert shown(report, ReusedChange(())) == []
    lines = shown(report, ReusedChange(()), CellChange("requests", KEY, 5))
    assert lines[1] == "（一）予以公开：5"


def test_of_several_cells_the_first_is_shown_with_their_number(report: Report) -> None:
    changes = (CellChange("requests", KEY, 4), CellChange("requests", "new_received.legal", 1))
    assert [line.endswith("（共2格）") for line in shown(report, *changes)] == [True, True]


def test_a_figure_of_several_digits_is_shown_whole(report: Report) -> None:
    report.sections["overview"] = "收到申请123件。"
    changed = report.sections["overview"].replace("123", "143")
    lines = fix_preview(report, Edit("改正", (TextChange("overview", changed),)))
    assert lines is not None
    assert [line.changed for line in lines] == ["123", "143"]
