"""The editions of the form that the program carries, loaded from its resources."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from model.form.form import Form
from model.form.reading import form_from_mapping

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DEFAULT_EDITION = "2021"


@cache
def load_form(edition: str = DEFAULT_EDITION) -> Form:
    """Return the form of an edition such as "2021", read once.

    KeyError if the program has none of that name; FormError if its file contradicts itself. The
    file says which official notice it follows.
    """
    path = RESOURCES / "forms" / f"{edition}.toml"
    if edition not in editions():
        raise KeyError(edition)
    return form_from_mapping(_read(path), _read_language)


def _read_language() -> dict[str, Any]:
    return {**_read(RESOURCES / "checks.toml"), **_read(RESOURCES / "statements.toml")}


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


@cache
def editions() -> tuple[str, ...]:
    """Return the names of the editions that can be loaded, oldest first."""
    return tuple(sorted(path.stem for path in (RESOURCES / "forms").glob("*.toml")))
