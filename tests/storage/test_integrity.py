"""What a report file holds beside what is known, and whether it is still what was saved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from final_reports import DAY, ready_report
from model.report.edits import Edit, TextChange, apply
from model.report.report import Report
from model.report.sign_off_record import Final, SignOff
from model.report.values import format_value
from model.signing.code import older_code
from model.signing.standing import Standing, standing
from sample_reports import sample_report
from storage.form_store import load_form
from storage.report_file import (
    DamagedFile,
    read_text,
    report_from_text,
    report_to_bytes,
    report_to_text,
    save_report,
)

PATH = Path("甲.nianbao")
FORM = load_form("2021")


def parsed(report: Report) -> dict[str, Any]:
    data = json.loads(report_to_text(report))
    assert isinstance(data, dict)
    return data


def warnings(data: dict[str, Any]) -> tuple[str, ...]:
    return read_text(json.dumps(data), PATH).warnings


def test_what_was_saved_gives_no_warning_however_it_is_laid_out() -> None:
    data = parsed(sample_report())
    assert warnings(data) == ()
    assert read_text(json.dumps(data, indent=7, sort_keys=True), PATH).warnings == ()


def test_another_figure_or_word_than_was_saved_is_told() -> None:
    figure, word = parsed(sample_report()), parsed(sample_report())
    figure["tables"]["requests"]["granted.natural_person"] = 77
    word["sections"]["overview"] = "别的字"
    for data in (figure, word):
        (told,) = warnings(data)
        assert "内容和保存时的不一样" in told
        assert "历史版本" in told


def test_a_checksum_counts_only_beside_the_version_that_wrote_it() -> None:
    """An older version keeps the member that it does not know beside a content it has changed."""
    data = parsed(sample_report())
    data["sections"]["overview"] = "由旧版本改过"
    data["saved_with"] = "0.1"
    assert warnings(data) == ()
    del data["checksum"]
    assert warnings(data) == ()


def test_totals_that_do_not_fit_are_told_in_a_file_without_a_checksum() -> None:
    data = parsed(sample_report())
    del data["checksum"]
    data["tables"]["requests"]["granted.total"] = 99
    (told,) = warnings(data)
    assert "存的是99，加起来是7" in told


def test_a_cell_or_table_that_lost_its_name_is_told() -> None:
    data = parsed(sample_report())
    del data["checksum"]
    cells = data["tables"]["requests"]
    cells["grunted.natural_person"] = cells.pop("granted.natural_person")
    # The totals fit all the same where the sum was renamed too; the cell is missed.
    assert "缺少" in warnings(data)[0]
    data["tables"]["raquests"] = data["tables"].pop("requests")
    assert "里面没有" in warnings(data)[0]


def test_unknown_members_are_kept_however_deep_they_stand() -> None:
    data = parsed(sample_report())
    data["sections"]["appendix"] = "附录"
    data["tables"]["fees"] = {"a.b": 1}
    data["tables"]["requests"]["granted.robots"] = 3
    data["office"] = {"kind": "town", "colour": "red"}
    data["sign_off"] = {
        "names": {"drafted": "张三"},
        "stamp": {"x": 1},
        "final": {"day": "2024-01-09", "code": "AAAA-BBBB", "by": "李四"},
    }
    data["marks"] = {"a": [1]}
    report = report_from_text(json.dumps(data), PATH)
    apply(report, Edit("改", (TextChange("overview", "改过"),)))
    again = parsed(report_from_text(report_to_text(report), PATH))
    assert again["sections"]["appendix"] == "附录"
    assert again["tables"]["fees"] == {"a.b": 1}
    assert again["tables"]["requests"]["granted.robots"] == 3
    assert again["office"] == {"kind": "town", "colour": "red"}
    assert again["sign_off"]["stamp"] == {"x": 1}
    assert again["sign_off"]["final"]["by"] == "李四"
    assert again["marks"] == {"a": [1]}
    assert again["sections"]["overview"] == "改过"


def test_half_a_letter_in_an_unknown_member_can_be_saved(tmp_path: Path) -> None:
    """Ctrl+S did nothing at all with it."""
    data = parsed(sample_report())
    data["later"] = {"\udcc4": ["\ud800"]}
    report = report_from_text(json.dumps(data), PATH)
    save_report(report, tmp_path / "a.nianbao")
    report.extra["later"] = "\udcc4"
    assert report_to_bytes(report)


# ---------------------------------------------------------------- damaged files


def test_of_a_file_cut_off_all_that_is_there_is_read() -> None:
    text = report_to_text(sample_report())
    end = text.index('"granted.natural_person"')
    with pytest.raises(DamagedFile) as caught:
        read_text(text[:end] + '"granted.nat', PATH)
    report = caught.value.report
    assert report.sections == sample_report().sections
    assert report.tables["proactive_disclosure"] == sample_report().tables["proactive_disclosure"]
    assert report.value("requests", "granted.natural_person") is None
    assert any("granted.nat" in line for line in caught.value.lost)


def test_a_member_that_cannot_be_is_left_out_and_named() -> None:
    data = parsed(sample_report())
    data["tables"]["requests"]["granted.natural_person"] = [1]
    data["sections"]["problems"] = 3
    with pytest.raises(DamagedFile) as caught:
        read_text(json.dumps(data), PATH)
    lost = "\n".join(caught.value.lost)
    assert FORM.table("requests").cell_name("granted.natural_person") in lost
    assert caught.value.report.sections["overview"] == sample_report().sections["overview"]
    assert caught.value.report.value("requests", "carried_over.natural_person") is not None


# ---------------------------------------------------------------- codes of an older version


@pytest.mark.parametrize("raw", ["公开\u00a030条。", "一\r\n二", "三\u2028四", "五\x07六"])
def test_a_report_made_final_over_uncleaned_texts_opens_as_final(raw: str) -> None:
    report = ready_report(FORM)
    sections = {**report.sections, "overview": raw}

    def value(table: str, key: str) -> str:
        return format_value(report.effective_value(table, key))

    code = older_code(FORM, report.organization, report.title, sections, value)
    report.sign_off = SignOff(final=Final(DAY, code))
    data = parsed(report)
    data["sections"]["overview"] = raw
    del data["checksum"]
    opened = report_from_text(json.dumps(data), PATH)
    assert standing(opened) is Standing.LOCKED
    again = report_from_text(report_to_text(opened), PATH)
    assert standing(again) is Standing.LOCKED
    again.sections["overview"] += "改"
    assert standing(again) is Standing.BROKEN
    data["sections"]["problems"] = "别处改过"
    assert standing(report_from_text(json.dumps(data), PATH)) is Standing.BROKEN
