from __future__ import annotations

import copy
import itertools
import re
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from model.checks import run_checks
from model.form.basis import Basis, in_force
from model.form.form import Form
from model.form.language import Language, with_own_words
from model.form.parts import FormError
from model.form.reading import basis_from_mapping, form_from_mapping
from model.report.report import Report, Tables
from model.texts.figures.spoken_reading import spoken_of
from storage.form_store import editions, load_form
from storage.program import RESOURCES
from tests.model.checks.check_cases import codes


def parsed(edition: str = "2021") -> dict[str, Any]:
    with (RESOURCES / "forms" / f"{edition}.toml").open("rb") as file:
        return copy.deepcopy(tomllib.load(file))


def basis(from_year: int, to_year: int | None = None) -> Basis:
    data = {**parsed(), "edition": str(from_year), "from_year": from_year, "to_year": to_year}
    return basis_from_mapping(data)


def test_the_edition_in_force_is_the_newest_that_is_meant_for_the_year() -> None:
    trial = basis(2025, 2026)
    bases = [basis(2031), trial, basis(2019, 2020), basis(2021)]
    years = {2010: 2019, 2020: 2019, 2021: 2021, 2024: 2021, 2025: 2025, 2027: 2021, 2040: 2031}
    assert {year: in_force(bases, year).from_year for year in years} == years
    assert in_force(bases, None).from_year == 2031
    assert in_force([trial], 2030) is trial


def test_a_form_alone_rests_on_its_own_basis() -> None:
    form = form_from_mapping(parsed())
    assert form.basis_of(1999) is form.basis
    assert load_form("2021").basis_of(2020) == load_form("2019").basis


def test_names_of_papers_follow_from_the_notice(form: Form) -> None:
    assert form.basis.names == (
        "国务院办公厅政府信息与政务公开办公室",
        "中华人民共和国政府信息公开工作年度报告格式",
        "中华人民共和国政府信息公开条例",
    )


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("notice", {"number": "30号", "name": ""}),
        ("notice", {"number": "国办〔2021〕30号"}),
        ("notice", {"number": "国办〔2021〕30号", "name": "", "year": 3}),
        ("replaced", {"number": "国办[2019]60号", "name": ""}),
        ("regulations", {"name": "", "order": "令", "replaced": "第1号", "revised": 2019}),
    ],
)
def test_a_basis_that_cannot_be_is_refused(place: str, value: dict[str, Any]) -> None:
    data = parsed()
    data["basis"][place] = value
    with pytest.raises(FormError):
        form_from_mapping(data)


def test_a_notice_of_another_office_is_held_to_its_number() -> None:
    data = parsed()
    data["basis"]["notice"]["number"] = "国数发〔2026〕5号"
    form = form_from_mapping(data, lambda: Language(shared_words()))
    report = Report(form, year=2026)

    def found(number: str) -> list[object]:
        report.sections["preamble"] = f"按照年度报告格式的通知（{number}）编制。"
        return [item.expected for item in run_checks(report) if item.code == "text-basis"]

    assert found("国数发〔2026〕5号") == []
    assert found("国数发〔2026〕6号") == ["国数发〔2026〕5号"]
    assert found("国办公开办函〔2021〕30号") == ["国数发〔2026〕5号"]


def shared_words() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in ("checks", "statements"):
        with (RESOURCES / f"{name}.toml").open("rb") as file:
            found |= tomllib.load(file)
    return found


# ---------------------------------------------------------------- an edition's own words


def test_an_edition_s_own_words_come_before_the_shared_ones() -> None:
    shared = {"words": {"a": ["1"], "b": ["2"]}, "statements": [{"key": "x"}, {"key": "y"}]}
    own = {"words": {"b": ["3"]}, "statements": [{"key": "x", "names": ["甲"]}, {"key": "z"}]}
    merged = with_own_words(shared, own)
    assert merged["words"] == {"a": ["1"], "b": ["3"]}
    assert [item["key"] for item in merged["statements"]] == ["x", "y", "z"]
    assert merged["statements"][0]["names"] == ["甲"]


def test_an_edition_may_ask_for_other_parts_of_the_overview() -> None:
    data = parsed()
    data["words"] = {
        "overview_parts": ["proactive", "safety"],
        "part_names": ["主动公开", "数据安全"],
        "part_safety": ["数据安全"],
        "heads_safety": ["数据安全"],
        "names_safety": ["数据安全"],
    }
    form = form_from_mapping(data, lambda: Language(shared_words()))
    report = Report(form, sections={"overview": "全年主动公开信息。", "other_matters": "无收费。"})
    (finding,) = [
        item
        for item in run_checks(report)
        if (item.code, item.section) == ("text-part-missing", "overview")
    ]
    assert finding.expected == "数据安全"


# ---------------------------------------------------------------- an edition that has less


def slim() -> Form:
    """Return an edition without a table, rows and columns of which the shared words speak."""
    data = parsed()
    data["tables"] = [table for table in data["tables"] if table["key"] == "requests"]
    (table,) = data["tables"]
    for group in ("legal_person", "unprocessed", "other"):
        del table["groups"][group]
    gone = ("legal_person", "unprocessed", "other")
    block = table["blocks"][0]
    block["columns"] = [item for item in block["columns"] if item.get("group") not in gone]
    block["rows"] = [item for item in block["rows"] if item.get("group") not in gone]
    table["widths"] = [20.0] * 5
    for section in data["sections"]:
        if section.get("table") not in (None, "requests"):
            del section["table"]
    data["sections"] = [item for item in data["sections"] if item["key"] != "review"]
    return form_from_mapping(data, lambda: Language(shared_words()))


TEXT = (
    "收到政府信息公开申请5件，其中自然人5件、商业企业1件、法人1件；予以公开3件，不予处理1件。"
    "行政复议2件，未发生行政诉讼。制发规范性文件3件，收取信息处理费5元。"
)


def test_what_is_said_of_cells_that_an_edition_has_not_is_left_alone() -> None:
    form = slim()
    zeros: Tables = {"requests": dict.fromkeys(form.table("requests").inputs, 0)}
    zeros["requests"] |= {"new_received.natural_person": 4, "granted.natural_person": 4}
    texts = {"overview": TEXT, "other_matters": TEXT}
    report = Report(form, "红星镇", 2023, sections=texts, tables=zeros)
    found = [item for item in run_checks(report) if item.code == "text-figure"]
    assert {cell for item in found for cell in item.cells} == {
        ("requests", "new_received.total"),
        ("requests", "new_received.natural_person"),
        ("requests", "granted.total"),
    }
    assert "text-fee" not in codes(tuple(found))
    keys = {statement.key for statement in spoken_of(form).statements}
    assert not keys & {"legal_person", "commercial_enterprise", "unprocessed", "review", "fees"}


# ---------------------------------------------------------------- contradictions


def role(data: dict[str, Any]) -> None:
    data["roles"]["fee"] = "nothing"


def no_role(data: dict[str, Any]) -> None:
    del data["roles"]["overview"]


def table_of_section(data: dict[str, Any]) -> None:
    data["sections"][2]["table"] = "nothing"


def section_of_table(data: dict[str, Any]) -> None:
    data["tables"][0]["section"] = "nothing"


def parent(data: dict[str, Any]) -> None:
    data["tables"][1]["groups"]["refused"]["parent"] = "nothing"


def single_row(data: dict[str, Any]) -> None:
    data["tables"][1]["groups"]["other"]["single_row"] = "nothing"


def column_group(data: dict[str, Any]) -> None:
    data["tables"][1]["blocks"][0]["columns"][0]["group"] = "nothing"


def stock(data: dict[str, Any]) -> None:
    data["tables"][0]["blocks"][0]["columns"][2]["less"] = "nothing"


def row_group(data: dict[str, Any]) -> None:
    data["tables"][1]["blocks"][0]["rows"][3]["group"] = "nothing"


def previous(data: dict[str, Any]) -> None:
    data["tables"][1]["blocks"][0]["rows"][1]["previous"] = "nothing"


def money(data: dict[str, Any]) -> None:
    data["tables"][0]["blocks"][3]["columns"][0]["unit"] = "百元"


def alias(data: dict[str, Any]) -> None:
    data["tables"][1]["blocks"][0]["columns"][0]["aliases"] = ["商业企业"]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (role, "a role"),
        (no_role, "overview"),
        (table_of_section, "a section"),
        (section_of_table, "a table"),
        (parent, "requests: a group"),
        (single_row, "requests: a group"),
        (column_group, "requests: a column"),
        (stock, "proactive_disclosure: a column"),
        (row_group, "requests: a row"),
        (previous, "requests: a row"),
        (money, "a column of money names the unknown .'百元'"),
        (alias, "natural_person goes by the label of commercial_enterprise"),
    ],
)
def test_a_form_that_contradicts_itself_is_refused(
    spoil: Callable[[dict[str, Any]], None], message: str
) -> None:
    data = parsed()
    spoil(data)
    with pytest.raises(FormError, match=message):
        form_from_mapping(data)


# ---------------------------------------------------------------- what holds between editions


@pytest.mark.parametrize("pair", list(itertools.combinations(editions(), 2)), ids="-".join)
def test_a_key_means_the_same_in_every_edition(pair: tuple[str, str]) -> None:
    """Last year's figures are set beside this year's by their keys, whatever the editions are."""
    one, other = map(load_form, pair)
    shared = one.cells & other.cells
    assert shared
    for table, key in shared:
        first, second = (form.table(table).column(key) for form in (one, other))
        assert (first.kind, first.unit, first.is_sum) == (second.kind, second.unit, second.is_sum)
    sections = [{item.key: item for item in form.sections} for form in (one, other)]
    for key in sections[0].keys() & sections[1].keys():
        assert bool(sections[0][key].title) == bool(sections[1][key].title)


@pytest.mark.parametrize("edition", editions())
def test_an_edition_is_named_as_its_file(edition: str) -> None:
    form = load_form(edition)
    assert form.edition == edition == form.basis.edition
    assert re.search(re.escape(form.basis.notice.number), form.name)
