from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from model.report.acknowledged import Acknowledged
from model.report.office import Office
from model.report.report import Report
from model.report.sign_off_record import Final, SignOff
from sample_reports import sample_report
from storage.report_file import report_from_text, report_to_text

DECLARED = Acknowledged(
    "in-force-mismatch",
    "上年漏报",
    cells=(("proactive_disclosure", "normative_documents.in_force"),),
    rests_on=(
        ("proactive_disclosure", "fees.amount", Decimal("12.3400")),
        ("proactive_disclosure", "normative_documents.in_force", 6),
        ("requests", "granted.natural_person", "/"),
        ("requests", "granted.total", None),
    ),
    section="overview",
    quote="6件",
    words="现行有效6件。",
    expected="5",
)


def full_report() -> Report:
    report = sample_report()
    report.acknowledged = (DECLARED,)
    report.office = Office("town", 1000, 70, date(2025, 1, 20))
    report.figure_sources = {"requests": {"granted": "司法所", "granted.natural_person": "台账"}}
    report.source_labels = {"requests": {"社会公益组织": "社会组织"}}
    final = Final(date(2025, 1, 10), "7K3M-Q2XD", is_unlocked=True)
    report.sign_off = SignOff((("drafted", "张三"), ("issued", "李四")), "加急", final)
    return report


def again(data: dict[str, Any]) -> Report:
    return report_from_text(json.dumps(data), Path("甲.nianbao"))


def test_what_stands_beside_the_report_comes_back() -> None:
    report = full_report()
    read = report_from_text(report_to_text(report), Path("甲.nianbao"))
    assert read.acknowledged == report.acknowledged
    assert read.office == report.office
    assert read.figure_sources == report.figure_sources
    assert read.source_labels == report.source_labels
    assert read.sign_off == report.sign_off


def test_usual_settings_are_not_written() -> None:
    data = json.loads(report_to_text(sample_report()))
    assert not {"office", "acknowledged", "figure_sources", "source_labels", "sign_off"} & set(data)


@pytest.mark.parametrize(
    ("member", "damaged"),
    [
        ("acknowledged", {}),
        ("acknowledged", ["x", {"cells": ["requests/none.total"]}, {"cells": 1}]),
        ("acknowledged", [{"rests_on": {"requests/granted.total": [1]}}]),
        ("acknowledged", [{"rests_on": []}]),
        ("office", []),
        ("office", {"kind": "x", "longest_overview": "x", "repeated_share": -1, "deadline": 1}),
        ("figure_sources", {"requests": [], "nowhere": {}}),
        ("source_labels", {"review": {"甲": 1}}),
        ("sign_off", {"names": {"drafted": 1, "none": "甲"}, "remark": 1, "final": {"day": "x"}}),
        ("sign_off", {"names": [], "final": {"day": "2025-01-10", "code": 7}}),
    ],
)
def test_a_damaged_member_does_not_keep_the_report_from_opening(
    member: str, damaged: object
) -> None:
    data = json.loads(report_to_text(sample_report()))
    report = again(data | {member: damaged})
    assert report.tables == sample_report().tables
    assert report.acknowledged == ()
    assert report.office == Office()
    assert report.sign_off == SignOff()
    assert not any(report.figure_sources.values())
    assert not any(report.source_labels.values())
