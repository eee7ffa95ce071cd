from __future__ import annotations

import pytest

from model.texts.figures.spoken_reading import spoken_of
from storage.form_store import editions, load_form


@pytest.mark.parametrize("edition", editions())
def test_every_way_to_say_a_figure_can_be_searched(edition: str) -> None:
    """A pattern is compiled only when it is needed, so that a wrong one would be found late."""
    phrasings = [
        phrasing for item in spoken_of(load_form(edition)).statements for phrasing in item.phrasings
    ]
    assert len(phrasings) > 50
    for phrasing in phrasings:
        assert phrasing.before.pattern.endswith("$")
        assert phrasing.after.pattern == phrasing.after_pattern
        assert (phrasing.trigger is None) == (phrasing.trigger_pattern == "")
