"""Whether a report file still holds what was saved: a checksum, totals that fit, no cell missing.

`checksum` is {by, sha256}: the version of the program that wrote it, and the SHA-256 of all other
members as JSON with sorted names and without blanks. It counts only where that version is also the
file's saved_with: an older version that does not know it keeps it beside a changed content.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from model.form.form import Form
from model.form.table import Table
from model.report.totals import recalculate
from model.report.values import Value, format_value, value_from_json
from storage.errors import printable
from storage.form_store import load_form
from storage.program_version import program_version

_MEMBER = "checksum"


def checksum_of(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the checksum over a file's members, itself left out."""
    return {"by": program_version().number, "sha256": _digest(data)}


def _digest(data: Mapping[str, Any]) -> str:
    whole = {key: value for key, value in data.items() if key != _MEMBER}
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(printable(text).encode("utf-8")).hexdigest()


def doubts_on(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return one sentence where a file does not hold what was saved in it, else nothing.

    The members have been read as a report before, so that each is what it should be.
    """
    kept = data.get(_MEMBER)
    form = load_form(data["edition"])
    found = [*_missing(data, form), *_totals(data, form)]
    if isinstance(kept, dict) and kept.get("by") == data.get("saved_with"):
        if kept.get("sha256") == _digest(data):
            return ()
        found.insert(0, "内容和保存时的不一样")
    if not found:
        return ()
    return (
        (
            f"「{name}」{'；'.join(found)}。文件可能被别的程序改过，也可能磁盘出了错。"
            "请逐项看一遍；「文件→历史版本」里有以前保存的内容。"
        ),
    )


def _missing(data: Mapping[str, Any], form: Form) -> Iterator[str]:
    """Yield which cells that a person types the file does not name, where it has tables at all."""
    given = data.get("tables") or {}
    for table in form.tables if given else ():
        cells = given.get(table.key)
        if cells is None:
            yield f"里面没有{table.name}"
            continue
        gone = [key for key in table.inputs if key not in cells]
        if gone:
            yield f"里面缺少{table.name}的 {len(gone)} 格（第一格是{table.cell_name(gone[0])}）"


def _totals(data: Mapping[str, Any], form: Form) -> Iterator[str]:
    given = data.get("tables") or {}
    for table in form.tables:
        wrong = list(_wrong_totals(table, given.get(table.key) or {}))
        if wrong:
            key, stored, computed = wrong[0]
            sums = f"存的是{format_value(stored)}，加起来是{format_value(computed) or '空白'}"
            yield (
                f"{table.name}里有 {len(wrong)} 个合计和各组成部分加起来不同"
                f"（{table.cell_name(key)}{sums}）"
            )


def _wrong_totals(table: Table, cells: Mapping[str, Any]) -> Iterator[tuple[str, Value, Value]]:
    stored = {key: value_from_json(cells.get(key), table.column(key)) for key in table.keys}
    computed = dict(stored)
    recalculate(table, computed)
    for key in table.sums:
        if stored[key] not in (None, computed[key]):
            yield key, stored[key], computed[key]
