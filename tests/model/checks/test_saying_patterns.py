from __future__ import annotations

import pytest

from storage.form_store import load_form


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_way_to_say_a_figure_can_be_searched(edition: str) -> None:
    """A pattern is compiled only when it is needed, so that a wrong one would be found late."""
    phrasings = [
        phrasing for item in load_form(edition).spoken.statements for phrasing in item.phrasings
    ]
    assert len(phrasings) > 50
    for phrasing in phrasings:
        assert phrasing.before.pattern.endswith("$")
        assert phrasing.after.pattern == phrasing.after_pattern
        assert (phrasing.trigger is None) == (phrasing.trigger_pattern == "")
