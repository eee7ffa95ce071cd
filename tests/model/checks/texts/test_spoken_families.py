from __future__ import annotations

import pytest

from model.form.form import Form
from model.texts.figures.guards import Setting
from model.texts.figures.spoken_reading import spoken_of
from model.texts.figures.stated_figures import stated_figures
from tests.model.checks.texts.spoken_families import FAMILIES


@pytest.mark.parametrize(("organization", "text", "expected"), FAMILIES)
def test_ways_to_say_it_are_understood(
    form: Form, organization: str, text: str, expected: str
) -> None:
    found = stated_figures(text, "", spoken_of(form), Setting(organization, 2023))
    said = [
        f"{text[start + stated.start : start + stated.end]} {stated.statement.key}"
        for start, stated in found
    ]
    assert "|".join(said) == expected
