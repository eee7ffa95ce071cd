from __future__ import annotations

from dataclasses import replace

import pytest

from final_reports import ready_report
from model.form.form import Form
from model.report.edits import apply, set_cells
from model.report.report import Report
from model.signing.code import code_problem, verification_code
from model.signing.code_comparison import MOST_SHOWN, compare_with_code
from model.signing.differences import differences

NEW = "new_received.natural_person"


def letters(report: Report) -> str:
    return verification_code(report).replace("-", "")


def changed(form: Form, key: str, value: int) -> Report:
    report = ready_report(form)
    apply(report, set_cells("改", "requests", [(key, value)]))
    return report


def test_the_same_content_is_told_as_the_signed_one(form: Form) -> None:
    report = ready_report(form)
    result = compare_with_code("甲.docx", report, letters(report), None)
    assert result.is_same
    assert verification_code(report) in result.sentences[0]


def test_what_the_code_does_not_cover_is_listed(form: Form) -> None:
    report = ready_report(form)
    result = compare_with_code("甲.docx", report, letters(report), None, ["页脚里的文字：「另」"])
    assert result.is_same
    assert result.has_more
    assert result.heading == "数字和文字一致，另有 1 处不属于签过的稿子"
    assert result.found == ("页脚里的文字：「另」",)


def test_differences_are_told_where_the_signed_report_is_open(form: Form) -> None:
    signed, other = ready_report(form), changed(form, NEW, 5)
    result = compare_with_code("甲.docx", other, letters(signed), signed)
    assert not result.is_same
    assert verification_code(other) in result.sentences[0]
    table = form.table("requests")
    told = f"{table.name}，{table.cell_name(NEW)}：签字的是0，文件里是5。"
    assert result.found == (told,)


def test_no_differences_are_told_against_another_report(form: Form) -> None:
    signed, other = ready_report(form), changed(form, NEW, 5)
    for known in (None, other):
        result = compare_with_code("甲.docx", other, letters(signed), known)
        assert result.found == ()
        assert "打开签字的那一稿" in result.sentences[-1]


def test_what_was_read_with_doubt_is_told(form: Form) -> None:
    signed, other = ready_report(form), changed(form, NEW, 5)
    result = compare_with_code("甲.pdf", other, letters(signed), None, ["一格看不清"])
    assert "有 1 处没有把握" in result.sentences[1]
    assert result.found == ("一格看不清",)
    sure = compare_with_code("甲.pdf", other, letters(signed), None)
    assert not any("没有把握" in words for words in sure.sentences)


def test_many_differences_are_counted(form: Form) -> None:
    signed, other = ready_report(form), ready_report(form)
    table = form.table("requests")
    apply(other, set_cells("改", "requests", [(key, 1) for key in table.inputs[: MOST_SHOWN + 5]]))
    found = compare_with_code("甲", other, letters(signed), signed).found
    assert len(found) == MOST_SHOWN + 1
    assert found[-1] == "还有 5 处。"


def test_texts_title_and_unit_that_differ(form: Form) -> None:
    signed, other = ready_report(form), ready_report(form)
    signed.sections["overview"] = "第一段。\n" + "长" * 40 + "收到3件申请，全部办结，按期答复。"
    other.sections["overview"] = "第一段。\n\n " + "长" * 40 + "收到4件申请，全部办结，按期答复。"
    other.sections["problems"] = ""
    other.organization, other.title = "青山县 红星镇人民政府", "2023年 政府信息公开工作年度报告"
    unit, overview, problems = differences(signed, other)
    assert unit == "单位：签字的是「红星镇人民政府」，文件里是「青山县 红星镇人民政府」。"
    assert "第 2 段：签字的是「…长长长长长长收到3件申请" in overview
    assert "文件里是「…长长长长长长收到4件申请" in overview
    assert problems.endswith("文件里是没有这一段。")


def test_blanks_that_no_paper_shows_are_no_difference(form: Form) -> None:
    signed, other = ready_report(form), ready_report(form)
    other.sections["overview"] = "\n " + other.sections["overview"] + " \n\n"
    other.title = " ".join(other.title)
    assert list(differences(signed, other)) == []
    assert verification_code(signed) == verification_code(other)


def test_a_printed_total_alone_is_a_difference(form: Form) -> None:
    signed, other = ready_report(form), ready_report(form)
    total = "reconsideration.total"
    other.tables["review"][total] = 9
    assert ["文件里是9" in line for line in differences(signed, other)] == [True]


def test_another_edition_is_told_at_once(form: Form) -> None:
    signed = ready_report(form)
    other = ready_report(replace(form, edition="2030"))
    assert list(differences(signed, other)) == ["两份报告用的不是同一版格式。"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [("7K3MQ2XD", ""), ("7K3M0Q2O", "没有 0、O"), ("7K3M", "现在有 4 个"), ("", "现在有 0 个")],
)
def test_letters_that_are_no_code(typed: str, words: str) -> None:
    assert words in code_problem(typed)
    assert bool(code_problem(typed)) == bool(words)
