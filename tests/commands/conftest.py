"""What every test of a command stands on."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _an_application_is_there(qapp: object) -> None:
    """Let no command make an application of its own, whose end would take the window's look along.

    Outside of the tests a command and a window never share a process.
    """
