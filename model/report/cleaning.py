"""The one place where texts are freed of what no document can carry, before a report holds them.

A report is cleaned when it is built and every edit when it is applied, so that what is held, shown,
marked, signed and saved is the same text, by whatever way it came in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from model.form.form import Form
from model.report.values import clean_text

Held = TypeVar("Held")


def cleaned(held: Held) -> Held:
    """Return the same with every text in it clean, however deep it stands.

    Tuples, lists, mappings and dataclasses are gone through, but for the edition of the form; what
    is no text stays as it is.
    """
    found: Any = held
    match held:
        case None | int() | Decimal():
            return held  # nearly every cell, so told apart first
        case Form():
            return held  # the official words are none of the report's own texts
        case str():
            found = clean_text(held)
        case tuple() | list():
            found = type(held)(map(cleaned, held))
        case Mapping():
            found = {cleaned(key): cleaned(value) for key, value in held.items()}
        case _ if is_dataclass(held) and not isinstance(held, type):
            names = [field.name for field in fields(held)]
            found = replace(held, **{name: cleaned(getattr(held, name)) for name in names})
    result: Held = found
    return result
