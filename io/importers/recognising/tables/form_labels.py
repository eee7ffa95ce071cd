"""The labels of all tables of one form: a form never changes, so they are built once for it."""

from __future__ import annotations

from collections.abc import Mapping

from importers.recognising.tables.table_labels import TableLabels
from model.form.form import Form

MOST_FORMS = 8
"""Kept at a time; a program knows two or three editions."""


class FormLabels:
    """The labels of each table of a form, in the form's order and by the part it stands in."""

    def __init__(self, form: Form) -> None:
        """Index the wording of every table."""
        self.form = form
        self.tables: tuple[TableLabels, ...] = tuple(map(TableLabels, form.tables))
        self.by_section: Mapping[str, TableLabels] = {
            labels.table.section: labels for labels in self.tables
        }


_built: dict[int, FormLabels] = {}


def labels_of(form: Form) -> FormLabels:
    """Return the labels of a form, the same ones each time it is asked for."""
    # Two forms may be equal in their names, so that only the form itself tells them apart; it is
    # kept with its labels, and no other can get its identity meanwhile.
    found = _built.get(id(form))
    if found is None:
        if len(_built) >= MOST_FORMS:
            _built.clear()
        found = _built[id(form)] = FormLabels(form)
    return found
