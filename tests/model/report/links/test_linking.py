from __future__ import annotations

import pytest

from linked_reports import TOTAL, assert_true, linked_report, much_linked_report, words_of_links
from model.checks import Finding, run_checks
from model.form.form import Form
from model.judging.fix_preview import fix_preview
from model.report.edits import Edit, LinksChange, TextChange, apply, set_cells
from model.report.links.choices import named_figures, ready_sentences, unknown_cells
from model.report.links.link import UNFILLED
from model.report.links.linking import (
    Glued,
    Replacement,
    cells_in,
    insert,
    link_at,
    place_of,
    replacing,
    source_name,
    told_lost,
    unlink,
)
from model.report.links.stated import link_all, link_one, linkables, name_of
from model.report.report import Report
from model.report.values import Value
from sample_reports import sample_report
from storage.form_store import editions, load_form

PATTERN = place_of(TOTAL)


def with_text(words: str, section: str = "overview") -> Report:
    report = sample_report()
    apply(report, Edit("文字", (TextChange(section, words),)))
    return report


def on_figures(report: Report) -> list[Finding]:
    return [finding for finding in run_checks(report) if finding.code == "text-figure"]


def linking_choices(finding: Finding) -> list[Edit]:
    """Return the edits among its choices that let words follow the table."""
    linking = [
        any(isinstance(part, LinksChange) for part in one.changes) for one in finding.choices
    ]
    return [one for one, is_linking in zip(finding.choices, linking, strict=True) if is_linking]


def test_a_figure_is_put_where_the_cursor_is_and_follows() -> None:
    report = with_text("本年新收件。")
    edit = insert(report, "overview", 4, 4, PATTERN, "插入本年新收")
    back = apply(report, edit).inverse
    assert report.sections["overview"] == "本年新收12件。"
    apply(report, set_cells("改数", "requests", [("new_received.natural_person", 3)]))
    assert report.sections["overview"] == "本年新收3件。"
    apply(report, set_cells("改数", "requests", [("new_received.natural_person", 12)]))
    apply(report, back)
    assert (report.sections["overview"], report.links) == ("本年新收件。", ())


def test_a_figure_takes_the_place_of_the_words_that_were_selected() -> None:
    report = linked_report()
    (old,) = report.links
    apply(report, insert(report, "overview", old.start, old.end, PATTERN, "插入"))
    assert report.sections["overview"].endswith("收到申请12件。")
    assert words_of_links(report) == ["12"]


@pytest.mark.parametrize(("words", "place"), [("新收3件", 2), ("新收3件", 3), ("新收3.5件", 4)])
def test_a_figure_is_not_put_where_it_would_make_another_number(words: str, place: int) -> None:
    report = with_text(words)
    with pytest.raises(Glued, match="连成一个数"):
        insert(report, "overview", place, place, PATTERN, "插入")


def test_links_before_and_behind_keep_their_figures() -> None:
    report = much_linked_report()
    count = len(report.links)
    middle = report.sections["overview"].index("件，上年结转") + 1
    apply(report, insert(report, "overview", middle, middle, f"（{PATTERN}件）", "插入"))
    assert len(report.links) == count + 1
    assert_true(report)


def test_several_replacements_at_once_take_only_the_links_that_they_replace() -> None:
    report = much_linked_report()
    old, count = report.sections["overview"], len(report.links)
    first = report.links[0]
    words = [
        Replacement(first.start, first.end, "若干"),
        Replacement(0, 0, "一。"),
        Replacement(len(old), len(old), "完"),
    ]
    apply(report, Edit("替换", replacing(report, "overview", words)))
    assert report.sections["overview"].startswith("一。（一）")
    assert report.sections["overview"].endswith("完")
    assert len(report.links) == count - 1
    assert_true(report)


def test_a_link_is_taken_off_and_the_words_stay() -> None:
    report = linked_report()
    (link,) = report.links
    edit = unlink(report, link)
    assert edit.name == "「12」不再随表更新"
    before = report.sections["overview"]
    changes = apply(report, edit)
    assert (report.links, report.sections["overview"], changes.lost) == ((), before, ())


def test_a_link_is_found_at_a_place() -> None:
    report = linked_report()
    (link,) = report.links
    for start, end in ((0, 1), (link.start, link.start), (link.end, link.end)):
        assert link_at(report, "overview", start, end) == (link if start else None)
    assert link_at(report, "overview", 0, 999) == link
    assert link_at(report, "problems", link.start, link.end) is None


def test_where_a_figure_comes_from_is_said_by_printed_names(form: Form) -> None:
    assert source_name(form, TOTAL) == "第三部分表格「一、本年新收」的「总计」"


# ---------------------------------------------------------------- what is offered


@pytest.mark.parametrize("edition", editions())
def test_an_edition_offers_figures_that_it_has(edition: str) -> None:
    form = load_form(edition)
    assert list(unknown_cells(form)) == []
    names = [figure.name for figure in named_figures(form)]
    assert len(names) == len(set(names)) > 10
    assert len(ready_sentences(form)) >= 5


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("least", [0, 3])
def test_no_ready_sentence_is_found_wrong(edition: str, least: int) -> None:
    """Each figure is its cell's, so a finding on one would be false."""
    form = load_form(edition)
    for item in ready_sentences(form):
        for section in form.section_keys:
            report = filled_report(form, least)
            before = findings_but_missing(report)
            apply(report, insert(report, section, 0, 0, item.pattern, item.name))
            new = findings_but_missing(report) - before
            assert new == set(), (item.name, section)


def filled_report(form: Form, least: int) -> Report:
    tables: dict[str, dict[str, Value]] = {
        table.key: {key: least and least + place % 5 for place, key in enumerate(table.inputs)}
        for table in form.tables
    }
    return Report(form, "青山县水务局", 2023, form.title.format(year=2023), tables=tables)


def findings_but_missing(report: Report) -> set[tuple[str, str]]:
    """Return the findings but those on what a part must also say, which one sentence does not."""
    others = {"text-part-missing", "text-fee", "text-contact", "text-too-short"}
    found = run_checks(report)
    return {(item.code, item.message) for item in found if item.code not in others}


@pytest.mark.parametrize("edition", editions())
def test_a_blank_that_fills_itself_is_told_in_the_table_alone(edition: str) -> None:
    form = load_form(edition)
    for item in ready_sentences(form):
        report = Report(form, "青山县水务局", 2023, form.title.format(year=2023))
        apply(report, insert(report, "overview", 0, 0, item.pattern, item.name))
        assert report.sections["overview"].count(UNFILLED) == len(cells_in(item.pattern))
        assert "text-guidance-left" not in {finding.code for finding in run_checks(report)}
        apply(report, Edit("键入", (TextChange("overview", f"{UNFILLED}人"),)))
        assert "text-guidance-left" in {finding.code for finding in run_checks(report)}


# ---------------------------------------------------------------- what a text states


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("收到政府信息公开申请12件，办结8件，结转下年度4件。", ["12件", "8件", "4件"]),
        ("收到政府信息公开申请11件。", []),
        ("收到政府信息公开申请十二件。", []),
        ("收到政府信息公开申请１２件。", []),
        ("未收到政府信息公开申请。", []),
        ("办理政府信息公开申请8件。", []),
        ("不予公开政府信息公开申请0件。", []),
    ],
)
def test_equal_figures_that_are_sure_can_be_linked(words: str, found: list[str]) -> None:
    report = with_text(words)
    section = report.form.section("overview")
    assert [item.words for item in linkables(report, section)] == found


def test_amounts_are_linked_in_the_measure_of_their_cell_alone() -> None:
    report = with_text("行政事业性收费12.3400万元，即行政事业性收费123400元。")
    (found,) = linkables(report, report.form.section("overview"))
    assert found.words == "12.3400万元"


def test_all_equal_figures_of_a_part_are_linked_in_one_step() -> None:
    report = with_text("收到政府信息公开申请12件，办结8件，结转下年度4件。")
    section = report.form.section("overview")
    before = report.sections["overview"]
    apply(report, link_all(report, linkables(report, section), "随表更新"))
    assert report.sections["overview"] == before
    assert words_of_links(report) == ["12", "8", "4"]
    assert list(linkables(report, section)) == []


def test_an_equal_figure_is_linked_by_name() -> None:
    report = with_text("收到政府信息公开申请12件。")
    (found,) = linkables(report, report.form.section("overview"))
    assert link_one(report, found).name == name_of(report, found) == "让「12件」随表更新"


@pytest.mark.parametrize("wrong", ["21件", "十一 件", "１１件", "1,200件"])
def test_a_wrong_figure_is_mended_and_linked_by_the_fix(wrong: str) -> None:
    report = with_text(f"收到政府信息公开申请{wrong}。")
    (finding,) = on_figures(report)
    (linking,) = linking_choices(finding)
    assert linking.name == "改为「12件」并随表更新"
    lines = fix_preview(report, linking)
    assert lines is not None
    apply(report, linking)
    assert on_figures(report) == []
    apply(report, set_cells("改数", "requests", [("new_received.natural_person", 7)]))
    assert "申请7" in report.sections["overview"]


@pytest.mark.parametrize(
    "words",
    [
        "不予公开政府信息公开申请3件。",
        "收到政府信息公开申请1.5万件。",
        "行政事业性收费1.5元。",
        "因政府信息公开引发行政诉讼3件。",
        "未收到政府信息公开申请。",
    ],
)
def test_where_the_cell_is_not_sure_no_fix_is_offered(words: str) -> None:
    (finding,) = on_figures(with_text(words))
    assert linking_choices(finding) == []
    assert not finding.is_linked


def test_a_linked_figure_that_is_said_of_another_cell_leads_to_the_table() -> None:
    report = with_text("收到政府信息公开申请件。")
    carried = place_of(("requests", "carried_forward.total"))
    apply(report, insert(report, "overview", 10, 10, carried, "插入"))
    (finding,) = on_figures(report)
    assert finding.edits == ()
    assert not finding.has_words
    assert "随表更新，取自第三部分表格「四、结转下年度继续办理」的「总计」" in finding.message
    assert finding.cells == (TOTAL,)


def test_a_fix_that_would_write_over_a_linked_figure_leads_to_the_table() -> None:
    report = with_text("收到申请件。")
    cell = ("requests", "unprocessed_repeated.natural_person")
    apply(report, set_cells("改数", *_typed(cell, "０.５")))
    apply(report, insert(report, "overview", 4, 4, place_of(cell), "插入"))
    wide = [item for item in run_checks(report) if item.section == "overview" and item.is_linked]
    assert [item.edits for item in wide] == [()]
    assert wide[0].cells == (cell,)
    assert "要改请改表格" in wide[0].message


def _typed(cell: tuple[str, str], words: str) -> tuple[str, list[tuple[str, Value]]]:
    return cell[0], [(cell[1], words)]


def test_a_fix_beside_a_linked_figure_is_offered_as_before() -> None:
    report = linked_report()
    apply(report, Edit("文字", (TextChange("overview", report.sections["overview"] + "参予。"),)))
    (finding,) = [item for item in run_checks(report) if item.code == "text-wrong-word"]
    assert finding.fix is not None
    assert apply(report, finding.fix).lost == ()


def test_the_fix_that_links_is_offered_beside_other_links() -> None:
    report = linked_report()
    words = report.sections["overview"] + "收到政府信息公开申请5件。"
    apply(report, Edit("文字", (TextChange("overview", words),)))
    (finding,) = on_figures(report)
    apply(report, linking_choices(finding)[0])
    assert words_of_links(report) == ["12", "12"]


def test_the_sentence_on_what_was_lost_names_it_or_counts() -> None:
    report = much_linked_report()
    words, one = report.sections["overview"], report.links[0]
    kept = words[: one.start] + words[one.end :]
    lost = apply(report, Edit("删", (TextChange("overview", kept),))).lost
    assert "一、总体情况：「12」已改动或删去" in told_lost(report.form, lost)
    lost = apply(report, Edit("删", (TextChange("overview", ""),))).lost
    assert f"：{len(lost)}处数字已改动" in told_lost(report.form, lost)
