"""What is told of sentences made by a grammar: the wrong ones nearly all, the sound ones never."""

from __future__ import annotations

import pytest

from model.form.form import Form
from sentence_measuring import KINDS, OF_PART_TWO, drawn_example, findings_on, measured
from sentence_styles import HELD_OUT, HELD_OUT_AGAIN, STYLES
from sentence_writer import Style

ON_TABLES = [kind for kind in KINDS if kind not in OF_PART_TWO]
LEAST_TOLD = 0.95
EVERY = {"all": STYLES, "held out": HELD_OUT, "held out again": HELD_OUT_AGAIN}
ALL_STYLES = STYLES | HELD_OUT | HELD_OUT_AGAIN


@pytest.mark.parametrize("styles", EVERY.values(), ids=EVERY)
def test_wrong_statements_are_told_and_little_else(form: Form, styles: dict[str, Style]) -> None:
    score = measured(form, styles, range(90_000, 90_080), wrong_share=1)
    assert score.share(ON_TABLES) >= LEAST_TOLD, score.missed
    assert score.precision >= LEAST_TOLD, score.false_alarms


@pytest.mark.parametrize("styles", EVERY.values(), ids=EVERY)
def test_sound_sentences_have_no_finding(form: Form, styles: dict[str, Style]) -> None:
    score = measured(form, styles, range(90_000, 90_060), wrong_share=0)
    assert score.false_alarms == []


@pytest.mark.parametrize("name", sorted(ALL_STYLES))
def test_every_style_is_told_wrong_somewhere(form: Form, name: str) -> None:
    """Hold that a style's claims stand where the text says them."""
    style = {name: ALL_STYLES[name]}
    if name == "other matters":
        example = drawn_example(1, form, style, is_wrong=False)
        assert example.written.claims == ()
        assert findings_on(example.report) == []
        return
    found = [
        findings_on(drawn_example(seed, form, style, is_wrong=True).report) for seed in range(3)
    ]
    assert any(found)
