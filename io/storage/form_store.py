"""The editions of the form that the program carries, loaded from its resources."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from model.form.form import Form
from model.form.reading import form_from_mapping
from storage.program import RESOURCES, incomplete, own_text

DEFAULT_EDITION = "2021"


@cache
def load_form(edition: str = DEFAULT_EDITION) -> Form:
    """Return the form of an edition such as "2021", read once.

    KeyError if the program has none of that name; FormError if its file contradicts itself. The
    file says which official notice it follows.
    """
    if edition not in editions():
        raise KeyError(edition)
    return form_from_mapping(_read(f"forms/{edition}.toml"), _read_language)


def _read_language() -> dict[str, Any]:
    return {**_read("checks.toml"), **_read("statements.toml")}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(own_text(name))


@cache
def editions() -> tuple[str, ...]:
    """Return the names of the editions that can be loaded, oldest first."""
    found = sorted(path.stem for path in (RESOURCES / "forms").glob("*.toml"))
    if DEFAULT_EDITION not in found:
        raise incomplete(f"{DEFAULT_EDITION}.toml")
    return tuple(found)
