from __future__ import annotations

import copy
import tomllib
from typing import Any

import pytest

from model.form.form import Form
from model.form.parts import FormError
from model.form.reading import form_from_mapping
from storage.program import RESOURCES


@pytest.fixture
def data() -> dict[str, Any]:
    with (RESOURCES / "forms" / "2021.toml").open("rb") as file:
        return copy.deepcopy(tomllib.load(file))


def test_tables_have_the_official_number_of_values(form: Form) -> None:
    sizes = [(len(table.keys), len(table.inputs)) for table in form.tables]
    assert sizes == [(10, 10), (175, 144), (15, 12)]


def test_grids_are_tiled(form: Form) -> None:
    for table in form.tables:
        places = [
            (row, column)
            for cell in table.grid
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(places) == len(set(places)) == table.grid_rows * table.grid_columns
        assert set(table.positions) == table.key_set


def test_grid_sizes_and_header_rows(form: Form) -> None:
    assert [(t.grid_rows, t.grid_columns, t.header_rows) for t in form.tables] == [
        (14, 4, 0),
        (28, 10, 3),
        (4, 15, 3),
    ]


def test_names_are_read_off_the_paper(form: Form) -> None:
    table = form.table("requests")
    assert table.cell_name("outcome_total.total") == "「（七）总计」的「总计」"
    assert table.row_name("refused_state_secret.total") == "（三）不予公开1.属于国家秘密"
    assert form.table("proactive_disclosure").column_name("fees.amount") == "本年收费金额"
    assert table.block("granted.total") is table.blocks[0]
    assert form.section("problems").name == "五、存在的主要问题及改进情况"


def test_leaf_parts_and_dependents(form: Form) -> None:
    table = form.table("requests")
    assert len(table.leaf_parts("outcome_total.total")) == 21 * 6
    assert table.dependents["granted.natural_person"] == (
        "granted.total",
        "outcome_total.natural_person",
        "outcome_total.total",
    )


@pytest.mark.parametrize("key", ["nothing", ""])
def test_unknown_keys(form: Form, key: str) -> None:
    with pytest.raises(KeyError):
        form.table(key)


def test_form_without_a_member_is_refused(data: dict[str, Any]) -> None:
    del data["tables"][0]["widths"]
    with pytest.raises(FormError, match="widths"):
        form_from_mapping(data)


def test_balance_of_unknown_rows_is_refused(data: dict[str, Any]) -> None:
    data["tables"][1]["balances"][0]["left"] = ["nothing"]
    with pytest.raises(FormError, match="nothing"):
        form_from_mapping(data)


def test_key_that_stands_twice_is_refused(data: dict[str, Any]) -> None:
    data["tables"][1]["blocks"][0]["rows"].append({"key": "granted", "label": "甲"})
    with pytest.raises(FormError, match="stands twice"):
        form_from_mapping(data)


def test_row_wider_than_the_grid_is_refused(data: dict[str, Any]) -> None:
    data["tables"][2]["widths"] = [10.0, 10.0]
    with pytest.raises(FormError, match="grid columns"):
        form_from_mapping(data)


def test_a_form_is_named_by_its_edition(form: Form) -> None:
    assert repr(form) == "Form('2021')"
