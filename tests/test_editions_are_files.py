"""All that an edition of the form says stands in its own file: held by reading code and words."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from places import ROOT
from storage.form_store import editions, load_form
from storage.program import RESOURCES

FILES = [path for name in ("model", "io", "gui") for path in sorted((ROOT / name).rglob("*.py"))]
SHARED = [
    path
    for path in sorted(RESOURCES.rglob("*"))
    if path.suffix in (".toml", ".txt", ".html") and path.parent != RESOURCES / "forms"
]
FORMS = [load_form(edition) for edition in editions()]
NUMBER = re.compile(r"[〔\[［(（]\s*\d{4}\s*[〕\]］)）]\s*\d+\s*号")
YEARS = {
    year
    for form in FORMS
    for year in (form.basis.from_year, form.basis.to_year, form.basis.regulations.revised)
}
_A_YEAR = re.compile(rf"(?<!\d)(?:{'|'.join(map(str, YEARS - {None}))})(?!\d)")
DECREES = {number for f in FORMS for number in (f.basis.regulations.order_number,)}


@cache
def constants(path: Path) -> tuple[object, ...]:
    """Return every string and number that stands in a module's code, but for docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return tuple(n.value for n in nodes if isinstance(n, ast.Constant) and id(n) not in told)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _of_an_edition(path: Path) -> list[object]:
    """Return the notices' and decrees' numbers and the editions' years in a module's code."""
    found = list(constants(path))
    texts = [value for value in found if isinstance(value, str)]
    decrees = [f"令第{number}号" for number in DECREES]
    return [
        *(text for text in texts if NUMBER.search(text) or _A_YEAR.search(text)),
        *(text for text in texts if any(decree in text for decree in decrees)),
        *(value for value in found if type(value) is int and value in YEARS),
        *NUMBER.findall(path.read_text(encoding="utf-8")),
    ]


def test_no_notice_and_no_year_of_an_edition_stands_in_code() -> None:
    assert FILES
    assert {name(path): found for path in FILES if (found := _of_an_edition(path))} == {}


def test_no_part_of_an_edition_is_named_in_code() -> None:
    """Code asks a form for the part that has a role, and for the table that stands in it."""
    keys = {key for form in FORMS for key in form.section_keys}
    keys |= {table.key for form in FORMS for table in form.tables}
    texts = {name(path): {v for v in constants(path) if isinstance(v, str)} for path in FILES}
    assert {place: keys & found for place, found in texts.items() if keys & found} == {}


@pytest.mark.parametrize("path", SHARED, ids=name)
def test_no_notice_and_no_year_of_an_edition_stands_in_shared_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert NUMBER.findall(text) == []
    assert _A_YEAR.findall(text) == []


def test_the_numbers_are_found_where_they_stand() -> None:
    """The patterns above would find what they forbid."""
    for form in FORMS:
        text = (RESOURCES / "forms" / f"{form.edition}.toml").read_text(encoding="utf-8")
        assert NUMBER.search(text)
        assert _A_YEAR.search(text)
