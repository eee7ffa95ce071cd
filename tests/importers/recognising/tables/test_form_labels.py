"""The labels of a form are built once, whatever is read with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from importers.readers.text.txt_reader import text_document
from importers.recognising.labels import LabelIndex
from importers.recognising.recogniser import recognise
from importers.recognising.tables import form_labels
from importers.recognising.tables.form_labels import labels_of
from sample_reports import sample_report
from storage.form_store import load_form
from text_layouts import LAYOUTS, report_text


def test_the_labels_of_a_form_are_the_same_ones() -> None:
    form = load_form("2021")
    assert labels_of(form) is labels_of(form)
    assert labels_of(form) is not labels_of(load_form("2019"))


def test_a_form_made_of_another_has_labels_of_its_own() -> None:
    form = load_form("2021")
    other = replace(form, tables=form.tables[:1])
    assert len(labels_of(other).tables) == 1
    assert len(labels_of(form).tables) == len(form.tables)


def test_no_import_builds_labels_again(monkeypatch: pytest.MonkeyPatch) -> None:
    form = load_form("2021")
    labels_of(form)
    built: list[object] = []
    monkeypatch.setattr(form_labels, "TableLabels", built.append)
    for layout in LAYOUTS:
        text = report_text(sample_report(), layout)
        assert recognise(text_document(text, "年报.txt"), form).report.tables
    assert built == []


def test_forms_that_come_and_go_are_forgotten() -> None:
    form = load_form("2021")
    for _ in range(3 * form_labels.MOST_FORMS):
        labels_of(replace(form))
        assert len(form_labels._built) <= form_labels.MOST_FORMS


def test_an_index_keeps_a_bounded_number_of_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.recognising.labels.MOST_FOUND", 5)
    index = LabelIndex({"a": ["行政复议"]})
    for number in range(20):
        assert index.find(f"第{number}种") is None
    assert index.find("行政复议") is not None
    assert len(index._found) <= 5
