from __future__ import annotations

from model.checks.like_units import CODE, OwnText, like_other_units, own_text
from model.form.form import Form
from tests.model.checks.check_cases import CLEAN_TEXTS, Case

WORDS = CLEAN_TEXTS["overview"].replace("全年围绕", "红星镇围绕")


def town(form: Form, name: str, overview: str, problems: str | None = None) -> OwnText:
    report = Case(organization=f"阿城区{name}", sections={"overview": overview}).report(form)
    report.sections["problems"] = report.sections["problems"] if problems is None else problems
    return own_text(report)


def test_reports_alike_but_for_the_name_are_told_once_each(form: Form) -> None:
    reports = [
        town(form, "红星镇", WORDS),
        town(form, "蓝天镇", WORDS.replace("红星", "蓝天")),
        town(form, "绿水镇", WORDS.replace("红星", "绿水")),
    ]
    found = like_other_units(reports)
    assert sorted(found) == [0, 1, 2]
    assert {item.code for item in found.values()} == {CODE}
    assert (found[0].expected, found[0].actual) == ("阿城区红星镇", "阿城区蓝天镇")


def test_other_texts_short_ones_and_ones_own_are_not(form: Form) -> None:
    own = "".join(f"第{number}项任务由专班完成并公开。" for number in range(20))
    one = town(form, "红星镇", WORDS)
    assert like_other_units([one, town(form, "红星镇", WORDS)]) == {}
    assert like_other_units([one, town(form, "蓝天镇", own)]) == {}
    words = ("没有收到申请。", "更新不及时，下步改进。")
    short = [town(form, name, *words) for name in ("红星镇", "蓝天镇")]
    assert like_other_units(short) == {}
