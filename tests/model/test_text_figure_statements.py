from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.form import Form
from model.text_guards import Setting
from model.text_nones import nones
from model.text_statements import Said, readings, stated
from model.text_topics import with_topics
from tests.model.spoken_sentences import SILENT, SPOKEN


def said_of(form: Form, text: str) -> Iterator[str]:
    """Yield the words and the statement of each figure, in the report of the year it names."""
    setting = Setting("阿城区红星镇", 2021 if "2021年" in text else 2023)
    for sentence, topic in with_topics(text, "", form.spoken):
        found: list[Said] = [
            *stated(readings(sentence.text, topic, form.spoken, setting)),
            *nones(sentence.text, topic, form.spoken, setting),
        ]
        for said in found:
            yield f"{sentence.text[said.start : said.end]} {said.statement.key}"


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_figures_are_understood(form: Form, text: str, expected: str) -> None:
    assert "|".join(said_of(form, text)) == expected


@pytest.mark.parametrize("text", SILENT)
def test_figures_of_other_matters_are_left_alone(form: Form, text: str) -> None:
    assert list(said_of(form, text)) == []
