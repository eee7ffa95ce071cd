"""Members of a report file that this version does not know, however deep, kept as they are.

They are held in the report's `extra` under the same names as in the file: a name that the program
knows leads to the unknown ones inside it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from model.form.form import Form

_FINAL = ("day", "code", "unlocked", "same_as")
_SIGN_OFF = ("names", "remark", "final", "rows")
_OFFICE = ("kind", "longest_overview", "repeated_share", "deadline")


def unknown_members(data: Mapping[str, Any], form: Form, known: Collection[str]) -> dict[str, Any]:
    """Return what a file holds and the program does not know: whole members, and parts of them."""
    found = {key: value for key, value in data.items() if key not in known}
    return found | {name: inside for name, inside in _inside(data, form).items() if inside}


def _inside(data: Mapping[str, Any], form: Form) -> dict[str, dict[str, Any]]:
    sign_off = _without(data.get("sign_off"), _SIGN_OFF)
    final = _without(_mapping(data.get("sign_off")).get("final"), _FINAL)
    return {
        "sections": _without(data.get("sections"), form.section_keys),
        "tables": _in_tables(data.get("tables"), form),
        "office": _without(data.get("office"), _OFFICE),
        "sign_off": {**sign_off, **({"final": final} if final else {})},
    }


def _in_tables(raw: object, form: Form) -> dict[str, Any]:
    given = _mapping(raw)
    found = _without(given, [table.key for table in form.tables])
    for table in form.tables:
        cells = _without(given.get(table.key), table.key_set)
        if cells:
            found[table.key] = cells
    return found


def _mapping(raw: object) -> Mapping[str, Any]:
    return raw if isinstance(raw, dict) else {}


def _without(raw: object, known: Collection[str]) -> dict[str, Any]:
    return {key: value for key, value in _mapping(raw).items() if key not in known}


def put_back(data: dict[str, Any], unknown: Mapping[str, Any]) -> None:
    """Add to a file's members what it held besides; nothing that stands there is replaced."""
    for key, value in unknown.items():
        here = data.setdefault(key, value)
        if here is not value and isinstance(here, dict) and isinstance(value, dict):
            put_back(here, value)
