"""The words by which texts are checked: those that editions share, and an edition's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from model.form.basis import Basis

Data = Mapping[str, Any]

_LISTS = (
    "words",
    "statement_words",
    "topics",
    "implying_topics",
    "figure_words",
    "figure_lists",
)
_STATEMENTS = "statements"
_OWN = ("named_figures", "ready_sentences")
"""Lists that name the cells of one edition, so that no other shares them."""


@dataclass(frozen=True)
class Language:
    """The words as parsed data, and what every edition that is known rests on."""

    data: Data = field(default_factory=dict)
    bases: tuple[Basis, ...] = ()


def with_own_words(shared: Data, own: Data) -> dict[str, Any]:
    """Return the shared words with an edition's own in place of those of the same name.

    A statement is replaced by the edition's own of the same key; further ones come last.
    """
    found = {name: {**shared.get(name, {}), **own.get(name, {})} for name in _LISTS}
    statements = {item["key"]: item for data in (shared, own) for item in data.get(_STATEMENTS, ())}
    only_own = {name: own.get(name, ()) for name in _OWN}
    return {**found, **only_own, _STATEMENTS: list(statements.values())}
