"""A copy for a worker stays as it was while the report is edited."""

from __future__ import annotations

from dataclasses import fields

from sample_reports import sample_report


def test_no_edit_of_the_report_reaches_the_copy() -> None:
    report = sample_report()
    taken = report.detached()
    before = {
        member.name: repr(held)
        for member in fields(report)
        if isinstance(held := getattr(taken, member.name), dict)
    }
    for name in before:
        held = getattr(report, name)
        for part in held.values():
            if isinstance(part, dict):
                part.clear()
        held.clear()
    assert before["tables"]
    assert {name: repr(getattr(taken, name)) for name in before} == before
