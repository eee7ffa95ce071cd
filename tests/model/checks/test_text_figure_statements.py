from __future__ import annotations

import pytest

from model.form.form import Form
from model.texts.figures.guards import Setting
from model.texts.figures.spoken_reading import spoken_of
from model.texts.figures.stated_figures import stated_figures
from tests.model.checks.spoken_other_matters import OTHER_MATTERS
from tests.model.checks.spoken_paragraphs import PARAGRAPHS
from tests.model.checks.spoken_sentences import SILENT, SPOKEN


def said_of(form: Form, text: str, organization: str = "阿城区红星镇") -> list[str]:
    """Return the words and the statement of each figure, in the report of the year it names."""
    setting = Setting(organization, 2021 if "2021年" in text else 2023)
    found = []
    for start, stated in stated_figures(text, "", spoken_of(form), setting):
        found.append(f"{text[start + stated.start : start + stated.end]} {stated.statement.key}")
    return found


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_figures_are_understood(form: Form, text: str, expected: str) -> None:
    assert "|".join(said_of(form, text)) == expected


@pytest.mark.parametrize("text", SILENT)
def test_figures_of_other_matters_are_left_alone(form: Form, text: str) -> None:
    assert said_of(form, text) == []


@pytest.mark.parametrize(("organization", "text", "expected"), PARAGRAPHS)
def test_figures_of_every_kind_of_office_are_understood(
    form: Form, organization: str, text: str, expected: list[str]
) -> None:
    assert said_of(form, text, organization) == expected


@pytest.mark.parametrize(("organization", "text"), OTHER_MATTERS)
def test_other_matters_of_every_kind_of_office_are_left_alone(
    form: Form, organization: str, text: str
) -> None:
    assert said_of(form, text, organization) == []
