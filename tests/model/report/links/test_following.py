from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linked_reports import (
    PERSON,
    TOTAL,
    assert_true,
    linked_report,
    much_linked_report,
    words_of_links,
)
from model.form.form import Form
from model.report.edit_to import edit_to
from model.report.edits import (
    Change,
    Edit,
    LinksChange,
    PrintedChange,
    TextChange,
    apply,
    set_cells,
)
from model.report.links.following import fitting
from model.report.links.link import UNFILLED, Link
from model.report.report import Report, ReusedText
from model.report.rollover import start_draft
from model.report.values import Value
from model.report.year_change import move_in_texts, years_to_move
from model.signing.code import verification_code
from storage.form_store import load_form

FORM = load_form("2021")
INPUTS = [(table.key, key) for table in FORM.tables for key in table.inputs]
CELLS = [(table.key, key) for table in FORM.tables for key in table.keys]
START = much_linked_report()


def text(report: Report) -> str:
    return report.sections["overview"]


def typed(report: Report, at: int, words: str, taken: int = 0) -> TextChange:
    old = text(report)
    return TextChange("overview", old[:at] + words + old[at + taken :])


def set_person(report: Report, value: Value) -> Edit:
    return set_cells("改数", "requests", [(PERSON, value)])


def test_a_figure_follows_its_cell_there_and_back() -> None:
    report = linked_report()
    before = text(report)
    changes = apply(report, set_person(report, 1234))
    assert text(report).endswith("收到申请1234件。")
    assert "overview" in changes.sections
    apply(report, changes.inverse)
    assert text(report) == before
    assert words_of_links(report) == ["12"]


@pytest.mark.parametrize(("value", "words"), [(None, UNFILLED), (0, "0"), ("三\n件", "三 件")])
def test_a_blank_is_no_nought_and_what_was_typed_is_said_as_typed(
    form: Form, value: Value, words: str
) -> None:
    report = Report(form, sections={"overview": "许可0件。"}, tables={})
    report.tables["proactive_disclosure"]["licences.decisions"] = 0
    link = Link("overview", 2, 1, "proactive_disclosure", "licences.decisions")
    apply(report, Edit("链接", (LinksChange((link,)),)))
    apply(report, set_cells("改数", "proactive_disclosure", [("licences.decisions", value)]))
    assert text(report) == f"许可{words}件。"
    assert_true(report)


def test_a_total_that_a_source_printed_over_blanks_is_said_as_it_is_printed(form: Form) -> None:
    report = Report(form, sections={"overview": f"收到{UNFILLED}件。"})
    apply(report, Edit("链接", (LinksChange((Link("overview", 2, 2, *TOTAL),)),)))
    back = apply(report, Edit("印的", (PrintedChange(*TOTAL, 11),))).inverse
    assert text(report) == "收到11件。"
    apply(report, back)
    assert text(report) == f"收到{UNFILLED}件。"


@pytest.mark.parametrize("words", ["共", "，", "A", "\n", "（", "。"])
def test_what_is_typed_beside_a_figure_leaves_it_linked(words: str) -> None:
    for beside in (0, 2):
        report = linked_report()
        (link,) = report.links
        changes = apply(report, Edit("键入", (typed(report, link.start + beside, words),)))
        assert changes.lost == ()
        apply(report, set_person(report, 5))
        assert f"{words}5件" in text(report) if beside == 0 else f"5{words}件" in text(report)


@pytest.mark.parametrize(
    ("at", "words", "taken"),
    [(1, "3", 0), (0, "3", 0), (2, "3", 0), (2, ".5", 0), (0, "-", 0), (0, "", 1), (0, "两", 2)],
)
def test_what_touches_the_figure_ends_the_link_and_is_told(at: int, words: str, taken: int) -> None:
    report = linked_report()
    before, (link,) = text(report), report.links
    change = typed(report, link.start + at, words, taken)
    changes = apply(report, Edit("键入", (change,)))
    assert report.links == ()
    assert [(lost.link, lost.words) for lost in changes.lost] == [(link, "12")]
    apply(report, set_person(report, 5))
    assert text(report) == change.text
    apply(report, set_person(report, 12))
    again = apply(report, changes.inverse).inverse
    assert (text(report), list(report.links)) == (before, [link])
    apply(report, again)
    assert (text(report), list(report.links)) == (change.text, [])


def test_years_moved_in_several_places_leave_the_figures_linked() -> None:
    report = linked_report()
    old = "2022年，全镇收到信息公开申请12件，2022年底前办结。2022年没有诉讼。"
    apply(report, Edit("文字", (TextChange("overview", old),)))
    start = old.index("12件")
    apply(report, Edit("链接", (LinksChange((Link("overview", start, 2, *TOTAL),)),)))
    changes = apply(report, Edit("年份", (TextChange("overview", old.replace("2022", "2023")),)))
    assert changes.lost == ()
    apply(report, set_person(report, 7))
    assert "收到信息公开申请7件，2023年底" in text(report)


def test_years_of_a_corrected_report_move_around_its_figures() -> None:
    report = much_linked_report()
    words = text(report).replace("本年", "2023年").replace("全年", "2023年，全镇")
    ends = len(words)
    links = report.links
    apply(report, Edit("文字", (TextChange("overview", words),)))
    assert len(report.links) == len(links)
    changes = apply(report, move_in_texts(report, years_to_move(report, 2023, 2024), 2024))
    assert (changes.lost, len(report.links), len(text(report))) == ((), len(links), ends)
    assert "2024年收到政府信息公开申请12件" in text(report)


def test_clauses_put_in_another_order_do_not_hand_on_a_link() -> None:
    report = linked_report()
    old = "新收12件，结转12件，完"
    apply(report, Edit("文字", (TextChange("overview", old),)))
    apply(report, Edit("链接", (LinksChange((Link("overview", 2, 2, *TOTAL),)),)))
    changes = apply(report, Edit("文字", (TextChange("overview", "结转12件，新收12件。"),)))
    assert len(changes.lost) == 1
    assert report.links == ()


def test_a_short_clause_among_changes_is_not_taken_for_the_one_that_was_there() -> None:
    report = linked_report()
    old = "甲甲，12件，乙乙"
    apply(report, Edit("文字", (TextChange("overview", old),)))
    apply(report, Edit("链接", (LinksChange((Link("overview", 3, 2, *TOTAL),)),)))
    changes = apply(report, Edit("文字", (TextChange("overview", "丙丙，12件，丁丁"),)))
    assert len(changes.lost) == 1


def test_a_change_within_the_clause_keeps_what_is_long_enough_to_be_sure() -> None:
    report = linked_report()
    old = "甲。全镇共收到信息公开申请12件。乙"
    apply(report, Edit("文字", (TextChange("overview", old),)))
    start = old.index("12")
    apply(report, Edit("链接", (LinksChange((Link("overview", start, 2, *TOTAL),)),)))
    new = "丙。镇共收到信息公开申请12件。丁"
    assert apply(report, Edit("文字", (TextChange("overview", new),))).lost == ()
    assert words_of_links(report) == ["12"]


def test_links_that_have_no_place_or_no_cell_are_dropped_and_told() -> None:
    report = linked_report()
    (good,) = report.links
    bad = (
        Link("nowhere", 0, 1, *TOTAL),
        Link("overview", -1, 2, *TOTAL),
        Link("overview", 3, 0, *TOTAL),
        Link("overview", 0, 9999, *TOTAL),
        Link("overview", 0, 1, "requests", "nothing.total"),
        Link("overview", good.start + 1, 2, *TOTAL),
    )
    changes = apply(report, Edit("链接", (LinksChange((*bad, good)),)))
    assert report.links == (good,)
    assert len(changes.lost) == len(bad)


def test_only_links_on_their_figure_fit() -> None:
    report = linked_report()
    (good,) = report.links
    report.links = (Link("overview", 0, 2, *TOTAL), good)
    assert fitting(report) == (good,)


def test_a_paragraph_of_last_year_is_still_last_years_after_a_figure_followed() -> None:
    report = linked_report()
    line = text(report).split("\n")[1]
    other = ReusedText("problems", line)
    clause = ReusedText("overview", "收到申请12件", is_figure=True)
    report.reused = (ReusedText("overview", text(report).split("\n")[2]), clause, other)
    before = report.reused
    changes = apply(report, set_person(report, 9))
    assert changes.has_reused
    assert report.remaining_reused()[:2] == (
        ReusedText("overview", "（二）依申请公开。收到申请9件。"),
        ReusedText("overview", "收到申请9件", is_figure=True),
    )
    assert other in report.reused
    apply(report, changes.inverse)
    assert report.reused == before


def test_what_stands_twice_stays_last_years_where_it_did_not_follow() -> None:
    report = linked_report()
    twice = text(report) + "\n收到申请12件，很好。"
    apply(report, Edit("文字", (TextChange("overview", twice),)))
    piece = ReusedText("overview", "收到申请12件", is_figure=True)
    report.reused = (piece,)
    apply(report, set_person(report, 9))
    both = [piece, ReusedText("overview", "收到申请9件", is_figure=True)]
    assert list(report.reused) == both


def test_a_text_typed_in_a_cell_that_makes_clauses_leaves_the_marks_alone() -> None:
    report = linked_report()
    link = Link("overview", report.links[0].start, 2, "requests", PERSON)
    apply(report, Edit("链接", (LinksChange((link,)),)))
    piece = ReusedText("overview", "收到申请12件", is_figure=True)
    report.reused = (piece,)
    apply(report, set_person(report, "三、四"))
    assert text(report).endswith("收到申请三、四件。")
    assert report.reused == (piece,)


def test_links_are_nothing_that_is_printed() -> None:
    report = linked_report()
    code = verification_code(report)
    apply(report, Edit("链接", (LinksChange(()),)))
    assert verification_code(report) == code


def test_an_edit_to_another_report_brings_its_links() -> None:
    one, other = linked_report(), much_linked_report()
    apply(one, set_person(one, 3))
    back = apply(one, edit_to(one, other, "恢复")).inverse
    assert (one.links, one.sections) == (other.links, other.sections)
    assert edit_to(one, other, "恢复").changes == ()
    apply(one, back)
    assert words_of_links(one) == ["3"]


def test_next_years_draft_keeps_the_links_and_fills_itself() -> None:
    last = much_linked_report()
    draft = start_draft(last).report
    assert len(draft.links) == len(last.links)
    assert_true(draft)
    assert f"本年收到政府信息公开申请{UNFILLED}件，上年结转4件" in text(draft)
    apply(draft, set_cells("填", "requests", [(PERSON, 31)]))
    assert "本年收到政府信息公开申请31件" in text(draft)
    # What follows the table is this year's; what does not is last year's still.
    figures = [piece.text for piece in draft.remaining_reused() if piece.is_figure]
    assert figures == ["全年主动公开信息30条", "2024年发出收费通知0件"]
    assert any(f"有{len(last.links)}处数字随表更新" in note for note in draft.notes)


def test_a_clause_with_another_figure_is_still_marked_as_last_years() -> None:
    last = linked_report()
    apply(last, Edit("文字", (typed(last, last.links[0].end + 1, "另有咨询5次"),)))
    pieces = start_draft(last).report.remaining_reused()
    assert ReusedText("overview", f"收到申请{UNFILLED}件另有咨询5次", is_figure=True) in pieces


def test_what_the_new_edition_has_no_cell_for_is_told() -> None:
    last = much_linked_report()
    draft = start_draft(last, form_of_year=lambda _: load_form("2019")).report
    assert_true(draft)
    lost = [note for note in draft.notes if "不再随表更新" in note]
    assert len(lost) == len(last.links) - len(draft.links) > 0
    assert any("「行政规范性文件」的「本年制发件数」" in note for note in lost)


VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.integers(-3, 120), st.sampled_from(["/", "1.5", "三、四"])
)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, int, int, str, tuple[str, str], Value]:
    """Return what is done and where; which of it counts depends on the kind."""
    return (
        draw(st.sampled_from(["cell", "text", "link", "text"])),
        draw(st.integers(0, 400)),
        draw(st.integers(0, 5)),
        draw(st.text("12.-件，\n共＿申", max_size=4)),
        draw(st.sampled_from(INPUTS)),
        draw(VALUES),
    )


def made(report: Report, step: tuple[str, int, int, str, tuple[str, str], Value]) -> Edit:
    kind, place, length, words, (table, key), value = step
    if kind == "cell":
        return set_cells("改数", table, [(key, value)])
    old = text(report)
    start = min(place, len(old))
    if kind == "text":
        end = min(start + length, len(old))
        return Edit("键入", (TextChange("overview", old[:start] + words + old[end:]),))
    link = Link("overview", start, length, *CELLS[place % len(CELLS)])
    change: Change = LinksChange((*report.links, link))
    return Edit("链接", (change,))


@settings(max_examples=120, deadline=None)
@given(st.lists(changes(), max_size=10))
def test_a_linked_figure_is_the_tables_or_is_gone_and_told(
    steps: list[tuple[str, int, int, str, tuple[str, str], Value]],
) -> None:
    report = START.detached()
    done: list[tuple[object, Edit]] = []
    for step in steps:
        before, links = state(report), report.links
        result = apply(report, made(report, step))
        assert_true(report)
        if step[0] != "link":
            assert len(links) == len(report.links) + len(result.lost)
        done.append((before, result.inverse))
    again = []
    for before, inverse in reversed(done):
        after = state(report)
        again.append((after, apply(report, inverse).inverse))
        assert state(report) == before
        assert_true(report)
    for after, edit in reversed(again):
        apply(report, edit)
        assert state(report) == after


def state(report: Report) -> object:
    return deepcopy((report.sections, report.tables, report.links, report.reused))


@pytest.mark.parametrize("between", ["", "．", ".", ","])
def test_two_blanks_side_by_side_never_become_one_number(form: Form, between: str) -> None:
    cells = [("proactive_disclosure", f"{name}.decisions") for name in ("licences", "penalties")]
    words = f"许可{UNFILLED}{between}{UNFILLED}件。"
    report = Report(form, sections={"overview": words}, tables={"proactive_disclosure": {}})
    second = 2 + len(UNFILLED) + len(between)
    links = tuple(
        Link("overview", start, len(UNFILLED), *cell)
        for start, cell in zip((2, second), cells, strict=True)
    )
    apply(report, Edit("链接", (LinksChange(links),)))
    assert report.links == links
    first, later = cells
    lost = apply(report, set_cells("改数", later[0], [(later[1], 3)])).lost
    assert [one.link.cell for one in lost] == [first]
    assert_true(report)
    assert apply(report, set_cells("改数", first[0], [(first[1], 12)])).lost == ()
    assert text(report) == f"许可{UNFILLED}{between}3件。"


def test_of_two_figures_that_would_become_one_the_later_ends(form: Form) -> None:
    cells = [("proactive_disclosure", f"{name}.decisions") for name in ("licences", "penalties")]
    values: dict[str, Value] = {key: "无" for _, key in cells}
    report = Report(
        form, sections={"overview": "许可无无件。"}, tables={"proactive_disclosure": values}
    )
    links = tuple(Link("overview", at, 1, *cell) for at, cell in zip((2, 3), cells, strict=True))
    apply(report, Edit("链接", (LinksChange(links),)))
    lost = apply(
        report,
        set_cells("改数", cells[0][0], [(cell[1], number) for number, cell in enumerate(cells)]),
    ).lost
    assert [one.link.cell for one in lost] == [cells[1]]
    assert text(report) == "许可0无件。"
    assert_true(report)
