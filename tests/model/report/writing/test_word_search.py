"""Words found and replaced everywhere in a report."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from linked_reports import assert_true, linked_report, much_linked_report, words_of_links
from model.report.edits import Edit, FigureSourceChange, TextChange, apply
from model.report.report import Report
from model.report.writing.word_search import Hit, replace_words, search
from sample_reports import sample_report


def told(hit: Hit) -> str:
    return f"{hit.place.name}：{hit.before}[{hit.words}]{hit.after}"


def noted_report() -> Report:
    report = sample_report()
    words = "2023年全年公开，２０２３年底办结。\n上段2023年，下段2023年。"
    note = FigureSourceChange("requests", "granted", "司法所（2023年台账）")
    apply(report, Edit("文字", (TextChange("overview", words), note)))
    return report


def test_words_are_found_in_every_part_and_note_and_in_the_title() -> None:
    assert [told(hit) for hit in search(noted_report(), "2023年")] == [
        "标题：[2023年]政府信息公开工作年度报告",
        "一、总体情况：[2023年]全年公开，２０２３年底办",
        "一、总体情况：2023年全年公开，[２０２３年]底办结。",
        "一、总体情况：上段[2023年]，下段2023年。",
        "一、总体情况：上段2023年，下段[2023年]。",
        "「（一）予以公开」整行的数字来源：司法所（[2023年]台账）",
        "六、其他需要报告的事项：[2023年]发出收费通知0件。",
    ]


def test_widths_are_told_apart_where_that_is_wanted() -> None:
    found = search(noted_report(), "2023年", is_width_equal=False)
    assert "２０２３年" not in {hit.words for hit in found}
    assert len(found) == 6


def test_nothing_is_found_where_nothing_is_asked() -> None:
    assert search(noted_report(), "") == ()
    assert replace_words(noted_report(), (), "甲").changes == ()


def test_words_that_overlap_themselves_are_found_one_after_the_other() -> None:
    report = sample_report()
    apply(report, Edit("文字", (TextChange("overview", "镇镇镇镇镇"),)))
    starts = [hit.start for hit in search(report, "镇镇") if hit.place.section == "overview"]
    assert starts == [0, 2]


def test_all_are_replaced_in_one_step_and_taken_back_by_one() -> None:
    report = noted_report()
    before = (dict(report.sections), report.title, dict(report.figure_sources["requests"]))
    edit = replace_words(report, search(report, "2023年"), "2024年")
    assert edit.name == "替换「2023年」（7处）"
    changes = apply(report, edit)
    assert search(report, "2023年") == ()
    assert report.title == "2024年政府信息公开工作年度报告"
    assert report.figure_source("requests", "granted.total") == "司法所（2024年台账）"
    assert report.sections["overview"].endswith("上段2024年，下段2024年。")
    apply(report, changes.inverse)
    assert (report.sections, report.title, report.figure_sources["requests"]) == before


def test_the_unit_is_replaced_too() -> None:
    report = noted_report()
    apply(report, replace_words(report, search(report, "红星镇"), "白云镇"))
    assert report.organization == "青山县白云镇人民政府"
    assert report.sections["signature"].startswith("青山县白云镇")


def test_linked_figures_stay_and_those_around_stay_linked() -> None:
    report = much_linked_report()
    count = len(report.links)
    found = search(report, "0")
    assert {hit.is_linked for hit in found} == {True, False}
    changes = apply(report, replace_words(report, found, "零"))
    assert (changes.lost, len(report.links)) == ((), count)
    assert_true(report)
    assert "主动公开信息3零条" in report.sections["overview"]


def test_words_replaced_around_figures_in_many_places_lose_none() -> None:
    report = much_linked_report()
    count = len(report.links)
    changes = apply(report, replace_words(report, search(report, "件，"), "（件）；"))
    assert (changes.lost, len(report.links)) == ((), count)
    assert_true(report)


def test_a_figure_that_would_join_the_new_words_is_lost_and_told() -> None:
    report = linked_report()
    changes = apply(report, replace_words(report, search(report, "收到申请"), "收到1"))
    assert [lost.words for lost in changes.lost]
    assert words_of_links(report) == []


@settings(max_examples=60, deadline=None)
@given(
    st.text("件，年0１1", min_size=1, max_size=2),
    st.text("件，年 0", max_size=3),
    st.booleans(),
)
def test_only_what_was_found_changes(wanted: str, words: str, is_equal: bool) -> None:
    report = much_linked_report()
    links, old = report.links, dict(report.sections)
    hits = search(report, wanted, is_width_equal=is_equal)
    edit = replace_words(report, hits, words)
    result = apply(report, edit)
    assert_true(report)
    assert len(links) == len(report.links) + len(result.lost)
    free = [hit for hit in hits if not hit.is_linked and hit.place.section]
    for section, text in old.items():
        for hit in sorted((h for h in free if h.place.section == section), key=_backwards):
            assert text[hit.start : hit.end] == hit.words
            text = text[: hit.start] + words + text[hit.end :]
        assert report.sections[section] == text
    apply(report, result.inverse)
    assert (report.sections, report.links) == (old, links)


def _backwards(hit: Hit) -> int:
    return -hit.start
