"""The members of a report file that stand beside the report itself, to and from JSON.

`acknowledged`: a list of {code, reason, cells, rests_on, section, quote, words, expected}, cells as
table/row.column. `office`: kind, longest_overview (in characters), repeated_share (in percent),
deadline (as 2025-01-31).
`links` and `linked_texts`: figures that follow the tables, see `report_links`.
`figure_sources` and `source_labels`: texts by table and by row, cell or label. `part_names`: what
a source called a part, by section, where that is not its name. `sign_off`: names by row, remark,
final: day, code, unlocked, same_as, and rows where they are not the usual ones: key, label, signed,
text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from model.form.form import Form
from model.report.acknowledged import Acknowledged
from model.report.office import KINDS, LONGEST_OVERVIEW, REPEATED_SHARE, Office
from model.report.report import Report
from model.report.sign_off_record import Final, SheetRow, SignOff
from model.report.values import value_from_json, value_to_json
from storage.content.report_links import (
    LINKS,
    TEXTS,
    linked_texts_to_json,
    links_from_json,
    links_to_json,
)

MEMBERS = (
    "acknowledged",
    "office",
    "figure_sources",
    LINKS,
    TEXTS,
    "source_labels",
    "part_names",
    "sign_off",
)


def members_to_json(report: Report) -> dict[str, Any]:
    """Return the members that say anything; those that are empty are left out."""
    found = {
        "acknowledged": [_acknowledged_to_json(item) for item in report.acknowledged],
        "office": _office_to_json(report.office),
        "figure_sources": _kept(report.figure_sources),
        LINKS: links_to_json(report.links),
        TEXTS: linked_texts_to_json(report),
        "source_labels": _kept(report.source_labels),
        "part_names": dict(report.part_names),
        "sign_off": _sign_off_to_json(report.sign_off),
    }
    return {name: value for name, value in found.items() if value}


def members_from_json(data: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """Return the members as the report holds them; what cannot be read is left out.

    None of them is a figure of the report, so that a damaged one does not keep it from opening.
    """
    return {
        "acknowledged": tuple(_acknowledged(data.get("acknowledged"), form)),
        "office": _office(data.get("office")),
        "figure_sources": _texts(data.get("figure_sources"), form),
        LINKS: links_from_json(data.get(LINKS), form),
        "source_labels": _texts(data.get("source_labels"), form),
        "part_names": _part_names(data.get("part_names"), form),
        "sign_off": _sign_off(data.get("sign_off")),
    }


def _kept(texts: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {table: dict(found) for table, found in texts.items() if found}


def _texts(raw: object, form: Form) -> dict[str, dict[str, str]]:
    given = raw if isinstance(raw, dict) else {}
    return {
        table.key: {
            place: text for place, text in given[table.key].items() if isinstance(text, str)
        }
        for table in form.tables
        if isinstance(given.get(table.key), dict)
    }


def _part_names(raw: object, form: Form) -> dict[str, str]:
    given = raw if isinstance(raw, dict) else {}
    return {key: given[key] for key in form.section_keys if isinstance(given.get(key), str)}


# ---------------------------------------------------------------- the office


def _office_to_json(office: Office) -> dict[str, Any]:
    found = {
        "kind": office.kind,
        "longest_overview": office.longest_overview,
        "repeated_share": office.repeated_share,
        "deadline": office.deadline.isoformat() if office.deadline else None,
    }
    usual = {
        "kind": "",
        "longest_overview": LONGEST_OVERVIEW,
        "repeated_share": REPEATED_SHARE,
    }
    return {key: value for key, value in found.items() if value != usual.get(key)}


def _office(raw: object) -> Office:
    data = raw if isinstance(raw, dict) else {}
    kind = data.get("kind")
    return Office(
        kind=kind if isinstance(kind, str) and kind in KINDS else "",
        longest_overview=_longest(data),
        repeated_share=_whole(data.get("repeated_share")) or REPEATED_SHARE,
        deadline=_date(data.get("deadline")),
    )


def _longest(data: Mapping[str, Any]) -> int | None:
    """Return the limit, None where it was set off; one that cannot be read is the usual one."""
    raw = data.get("longest_overview", LONGEST_OVERVIEW)
    return None if raw is None else _whole(raw) or LONGEST_OVERVIEW


def _whole(raw: object) -> int | None:
    return raw if isinstance(raw, int) and not isinstance(raw, bool) and raw > 0 else None


def _date(raw: object) -> date | None:
    try:
        return date.fromisoformat(str(raw))
    except ValueError:
        return None


# ---------------------------------------------------------------- the sign-off


def _sign_off_to_json(sign_off: SignOff) -> dict[str, Any]:
    names = {step: name for step, name in sign_off.names if name}
    found: dict[str, Any] = {"names": names, "remark": sign_off.remark}
    if sign_off.final is not None:
        final = sign_off.final
        found["final"] = {
            "day": final.day.isoformat(),
            "code": final.code,
            "unlocked": final.is_unlocked,
            **({"same_as": final.same_as} if final.same_as else {}),
        }
    found["rows"] = [
        {"key": row.key, "label": row.label, "signed": row.is_signed, "text": row.text}
        for row in sign_off.own_rows
    ]
    return {name: value for name, value in found.items() if value}


def _sign_off(raw: object) -> SignOff:
    data = raw if isinstance(raw, dict) else {}
    names = data.get("names")
    given = names if isinstance(names, dict) else {}
    remark = data.get("remark")
    rows = data.get("rows")
    own_rows = tuple(_sheet_rows(rows if isinstance(rows, list) else []))
    known = [row.key for row in SignOff(own_rows=own_rows).rows]
    return SignOff(
        names=tuple((key, given[key]) for key in known if isinstance(given.get(key), str)),
        remark=remark if isinstance(remark, str) else "",
        final=_final(data.get("final")),
        own_rows=own_rows,
    )


def _sheet_rows(raw: Iterable[object]) -> Iterator[SheetRow]:
    """Yield the rows that can be read; each has a key of its own."""
    seen: set[str] = set()
    for item in raw:
        data = item if isinstance(item, dict) else {}
        key, label, text = data.get("key"), data.get("label"), data.get("text", "")
        if isinstance(key, str) and isinstance(label, str) and label and key not in seen:
            seen.add(key)
            shown = text if isinstance(text, str) else ""
            yield SheetRow(key, label, data.get("signed") is not False, shown)


def _final(raw: object) -> Final | None:
    data = raw if isinstance(raw, dict) else {}
    day, code = _date(data.get("day")), data.get("code")
    if day is None or not isinstance(code, str):
        return None
    same_as = data.get("same_as")
    return Final(
        day,
        code,
        data.get("unlocked") is True,
        same_as=same_as if isinstance(same_as, str) else "",
    )


# ---------------------------------------------------------------- findings declared right


def _acknowledged_to_json(item: Acknowledged) -> dict[str, Any]:
    return {
        "code": item.code,
        "reason": item.reason,
        "cells": [f"{table}/{key}" for table, key in item.cells],
        "rests_on": {f"{table}/{key}": value_to_json(v) for table, key, v in item.rests_on},
        "section": item.section,
        "quote": item.quote,
        "words": item.words,
        "expected": item.expected,
    }


def _acknowledged(raw: object, form: Form) -> list[Acknowledged]:
    items = raw if isinstance(raw, list) else []
    found = [_one_acknowledged(item, form) for item in items if isinstance(item, dict)]
    return [item for item in found if item is not None]


def _one_acknowledged(item: Mapping[str, Any], form: Form) -> Acknowledged | None:
    try:
        return Acknowledged(
            **{
                name: str(item.get(name, ""))
                for name in ("code", "reason", "section", "quote", "words", "expected")
            },
            cells=tuple(_cell(place, form) for place in item.get("cells", ())),
            rests_on=tuple(
                (*cell, value_from_json(value, form.table(cell[0]).column(cell[1])))
                for place, value in item.get("rests_on", {}).items()
                for cell in (_cell(place, form),)
            ),
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def _cell(place: object, form: Form) -> tuple[str, str]:
    """Return the cell that a place names; KeyError where the form has none such."""
    table, _, key = str(place).partition("/")
    if key not in form.table(table).key_set:
        raise KeyError(place)
    return table, key
