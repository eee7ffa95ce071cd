from __future__ import annotations

import pytest

from storage.form_store import load_form


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_way_to_say_a_figure_can_be_searched(edition: str) -> None:
    """A pattern is compiled only when it is needed, so that a wrong one would be found late."""
    sayings = [saying for item in load_form(edition).spoken.statements for saying in item.sayings]
    assert len(sayings) > 50
    for saying in sayings:
        assert saying.before.pattern.endswith("$")
        assert saying.after.pattern == saying.after_pattern
        assert (saying.trigger is None) == (saying.trigger_pattern == "")
