"""The editions of the form that the program carries, loaded from its resources.

An edition is a file `forms/EDITION.toml`; a further file there is a further edition.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from model.form.basis import Basis, in_force
from model.form.form import Form
from model.form.language import Language
from model.form.reading import basis_from_mapping, form_from_mapping
from storage.program import RESOURCES, incomplete

FORMS = RESOURCES / "forms"
_SHARED_WORDS = ("checks.toml", "statements.toml")


def load_form(edition: str) -> Form:
    """Return the form of an edition by its name, read once.

    KeyError if the program has none of that name; FormError if its file contradicts itself;
    FileProblem where a file of the program is gone. The file says which official notice it follows.
    """
    if edition not in editions():
        raise KeyError(edition)
    return _form(FORMS / f"{edition}.toml")


def form_of_year(year: int | None) -> Form:
    """Return the form for a new report on a year; of an unknown year, the newest."""
    return load_form(in_force(_bases(FORMS), year).edition)


def editions() -> tuple[str, ...]:
    """Return the names of the editions that can be loaded, oldest first."""
    return tuple(basis.edition for basis in _bases(FORMS))


@cache
def _form(path: Path) -> Form:
    return form_from_mapping(_read(path), partial(_language, path.parent))


def _language(folder: Path) -> Language:
    words: dict[str, Any] = {}
    for name in _SHARED_WORDS:
        words |= _read(RESOURCES / name)
    return Language(words, _bases(folder))


@cache
def _bases(folder: Path) -> tuple[Basis, ...]:
    """Return what the editions in a folder rest on, the one that began first before the others."""
    bases = [basis_from_mapping(_read(path)) for path in folder.glob("*.toml")]
    if not bases:
        raise incomplete("官方格式")
    return tuple(sorted(bases, key=lambda basis: (basis.from_year, basis.edition)))


@cache
def _read(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise incomplete(path.name) from error
