"""Figures that follow the tables in a report file, changed by an older program or another hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linked_reports import linked_report, much_linked_report, words_of_links
from storage.report_file import DamagedFile, read_text, report_from_text, report_to_text

PATH = Path("甲.nianbao")


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    data = json.loads(report_to_text(linked_report()))
    change(data)
    del data["checksum"]
    return json.dumps(data)


def test_links_stand_beside_the_rendered_text() -> None:
    report = linked_report()
    data = json.loads(report_to_text(report))
    start = data["sections"]["overview"].index("12件")
    assert data["links"] == {
        "overview": [{"start": start, "length": 2, "cell": "requests/new_received.total"}]
    }
    assert list(data).index("links") > list(data).index("printed")


def test_links_come_back_and_the_same_report_gives_the_same_text() -> None:
    report = much_linked_report()
    text = report_to_text(report)
    read = read_text(text, PATH)
    assert (read.report.links, read.warnings) == (report.links, ())
    assert report_to_text(read.report) == text


def test_a_report_without_links_says_nothing_of_them() -> None:
    data = json.loads(changed(lambda data: data.pop("links")))
    assert "links" not in json.loads(report_to_text(report_from_text(json.dumps(data), PATH)))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["sections"].update(overview="又" + data["sections"]["overview"]),
        lambda data: data["sections"].update(overview=""),
        lambda data: data["tables"]["requests"].update({"new_received.natural_person": 13}),
        lambda data: data["links"]["overview"][0].update(cell="requests/nothing.total"),
        lambda data: data["links"]["overview"][0].update(cell=7),
        lambda data: data["links"]["overview"][0].update(start="34"),
        lambda data: data["links"]["overview"][0].update(length=True),
        lambda data: data["links"]["overview"][0].update(length=3),
        lambda data: data["links"].update(overview=["12"]),
        lambda data: data["links"].update(overview=12),
        lambda data: data["links"].update(nowhere=data["links"].pop("overview")),
    ],
)
def test_a_link_that_fits_no_more_is_dropped_and_told(
    change: Callable[[dict[str, Any]], object],
) -> None:
    read = read_text(changed(change), PATH)
    assert read.report.links == ()
    assert any("里有1处数字不再随表更新" in told for told in read.warnings)


def test_what_is_no_list_of_links_holds_none() -> None:
    read = read_text(changed(lambda data: data.update(links=[1])), PATH)
    assert (read.report.links, read.warnings) == ((), ())


def test_a_text_changed_elsewhere_leaves_the_links_that_fit_and_tells_it() -> None:
    def change(data: dict[str, Any]) -> None:
        data["sections"]["overview"] += "又及。"

    read = read_text(changed(change), PATH)
    assert words_of_links(read.report) == ["12"]
    assert [told for told in read.warnings if "还有1处数字随表更新" in told]


def test_links_of_another_program_are_taken_without_more() -> None:
    read = read_text(changed(lambda data: data.pop("linked_texts")), PATH)
    assert (words_of_links(read.report), read.warnings) == (["12"], ())


def test_where_the_figures_came_from_is_named_but_not_without_end() -> None:
    data = json.loads(report_to_text(much_linked_report()))
    data["sections"]["overview"] = ""
    (told,) = [x for x in read_text(json.dumps(data), PATH).warnings if "随表更新" in x]
    assert told.count("第三部分表格") == 3
    assert "等）：文字或数字在别处改过" in told


def test_a_damaged_file_tells_of_its_links_too() -> None:
    text = changed(lambda data: data["sections"].update(overview=7))
    with pytest.raises(DamagedFile) as caught:
        read_text(text, PATH)
    assert any("不再随表更新" in line for line in caught.value.lost)
    assert caught.value.report.links == ()
