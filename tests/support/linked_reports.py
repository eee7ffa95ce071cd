"""Reports with figures in their texts that follow the tables, and what must hold of them."""

from __future__ import annotations

from model.report.edits import Edit, LinksChange, apply
from model.report.links.choices import ready_sentences
from model.report.links.link import Link, rendered, stands_alone
from model.report.links.linking import insert
from model.report.report import Report
from sample_reports import sample_report

TOTAL = ("requests", "new_received.total")
PERSON = "new_received.natural_person"


def linked_report() -> Report:
    """Return the sample report with its 12件 in 一 following the table."""
    report = sample_report()
    start = report.sections["overview"].index("12件")
    apply(report, Edit("链接", (LinksChange((Link("overview", start, 2, *TOTAL),)),)))
    return report


def much_linked_report() -> Report:
    """Return the sample report with every ready sentence at the end of 一."""
    report = linked_report()
    for item in ready_sentences(report.form):
        end = len(report.sections["overview"])
        apply(report, insert(report, "overview", end, end, item.pattern, item.name))
    return report


def words_of_links(report: Report) -> list[str]:
    """Return what stands at the place of each link."""
    return [link.words(report.sections[link.section]) for link in report.links]


def assert_true(report: Report) -> None:
    """Hold that each linked figure says what its cell says and is a number of its own."""
    last: Link | None = None
    for link in report.links:
        text = report.sections[link.section]
        assert link.words(text) == rendered(report.effective_value(*link.cell))
        assert stands_alone(text, link.start, link.end)
        if last is not None and last.section == link.section:
            assert last.end <= link.start
        last = link
