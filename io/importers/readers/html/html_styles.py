"""How the elements of a page are shown, by their own style and the page's simple rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from importers.readers.html.html_names import BLOCKS, Element, name_of, text_of
from importers.readers.looks import PLAIN, Look

MOST_RULES = 5_000
LONGEST_STYLE = 500_000
_USUAL_SIZE = 16.0
_FAR = -500.0
"""Pixels: what is set so far to the left or above stands outside the window."""
_FAINT = 0.05
_NESTED = re.compile(r"@[^{};@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%|cm|mm|in|pc)?")
_UNITS = {"pt": 4 / 3, "cm": 37.8, "mm": 3.78, "in": 96.0, "pc": 16.0}
_WORDS = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0}
_FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_WHITE = ("white", "#fff", "#ffffff", "rgb(255,255,255)")
_NOTE_LINK = re.compile(r"#(?:_(?:ftn|edn)|sd(?:foot|end)note|fn)\w*", re.IGNORECASE)
_STRUCK, _DELETED = ("s", "strike"), "del"
_SHIFTS = {"sup": 1, "sub": -1, "super": 1}
_OWN = {"s", "strike", "del", "ins", "sup", "sub", "small", "font", "a"}


@dataclass(frozen=True)
class Shown:
    """How text right in an element is shown: its look, in pixels; is it white, and on what."""

    look: Look = PLAIN
    size: float = _USUAL_SIZE
    is_white: bool = False
    has_ground: bool = False


USUAL = Shown()


class PageStyles:
    """The rules in a page that name an element, a class or an identity and nothing else."""

    def __init__(self, root: etree._Element) -> None:
        """Gather the rules of the page's own style sheets; what lies elsewhere is never read."""
        self._rules: dict[str, dict[str, str]] = {}
        self._has_foreign = False
        # An element is asked for twice in a row: is it seen, and how does it look.
        self._last: Element | None = None
        self._found: Mapping[str, str] = {}
        for element in root.iter("style", "link"):
            if name_of(element) == "link":
                is_sheet = "stylesheet" in element.get("rel", "").lower()
                self._has_foreign = self._has_foreign or is_sheet
            elif len(text := text_of(element)) <= LONGEST_STYLE:
                self._take(text)

    def _take(self, text: str) -> None:
        text = _NESTED.sub("", _COMMENT.sub("", text))
        # Parted by hand: a pattern would go over a text without any brace again from each place.
        for block in text.split("}")[:-1]:
            before, brace, body = block.rpartition("{")
            selectors = before.rpartition("{")[2] if brace else "@"
            declared = _declarations(body)
            for selector in map(str.strip, selectors.split(",")):
                if len(self._rules) < MOST_RULES and _SELECTOR.fullmatch(selector):
                    self._rules.setdefault(selector.lower(), {}).update(declared)

    def of(self, element: etree._Element) -> Mapping[str, str]:
        """Return what is declared for an element, its own style last."""
        if element is not self._last:
            self._last, self._found = element, self._declared(element)
        return self._found

    def _declared(self, element: etree._Element) -> Mapping[str, str]:
        style = element.get("style")
        if not self._rules:
            return _declarations(style) if style else {}
        found: dict[str, str] = {}
        for key in _keys(element):
            found.update(self._rules.get(key, {}))
        return {**found, **_declarations(style)} if style else found

    def is_unseen(self, element: etree._Element) -> bool:
        """Return whether the element as a whole is not shown or stands outside the window."""
        if element.get("hidden") is not None:
            return True
        declared = self.of(element)
        return bool(declared) and _is_unseen(declared)

    def within(self, outer: Shown, element: etree._Element) -> Shown:
        """Return how text in an element is shown, from how its parent's is."""
        name, declared = name_of(element), self.of(element)
        ground = self._has_ground(element, declared)
        if not (declared or ground or name in _OWN):
            return outer
        size = _size(outer.size, name, element, declared)
        color = _color(name, element, declared)
        is_white = color in _WHITE if color else outer.is_white
        has_ground = outer.has_ground or ground
        is_hidden = size < 1 or (is_white and not has_ground) or color == "transparent"
        look = _styled(_own_look(name, element, outer.look), name, declared)
        look = replace(look, size=size, is_hidden=is_hidden)
        return Shown(look, size, is_white, has_ground)

    def _has_ground(self, element: etree._Element, declared: Mapping[str, str]) -> bool:
        """Return whether something may lie behind the text that makes white letters visible."""
        if element.get("bgcolor") or element.get("background"):
            return True
        if self._has_foreign and element.get("class"):
            return True
        grounds = (value for key, value in declared.items() if key.startswith("background"))
        return any(value not in (*_WHITE, "none", "transparent", "inherit") for value in grounds)


def _keys(element: etree._Element) -> Iterable[str]:
    name = name_of(element)
    yield name
    for word in element.get("class", "").lower().split():
        yield f".{word}"
        yield f"{name}.{word}"
    if identity := element.get("id", "").lower():
        yield f"#{identity}"
        yield f"{name}#{identity}"


def _declarations(style: str) -> dict[str, str]:
    found = {}
    for part in style.lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip()] = "".join(value.replace("!important", "").split())
    return found


def _is_unseen(declared: Mapping[str, str]) -> bool:
    if declared.get("display") == "none" or declared.get("mso-hide") == "all":
        return True
    if declared.get("visibility") in ("hidden", "collapse"):
        return True
    if _length(declared.get("opacity", ""), 1.0, 1.0) < _FAINT:
        return True
    if declared.get("position") in ("absolute", "fixed"):
        places = (declared.get(side, "") for side in ("left", "top", "right", "bottom"))
        return any(_length(place, 0.0, 1.0) < _FAR for place in places)
    return _length(declared.get("text-indent", ""), 0.0, 1.0) < _FAR


def _own_look(name: str, element: etree._Element, look: Look) -> Look:
    """Return the look that the element's name alone gives to what is in it."""
    if name in _STRUCK:
        return replace(look, is_struck=True)
    if name == _DELETED:
        return replace(look, is_deleted=True)
    if name == "ins":
        return replace(look, is_inserted=True)
    is_note = name == "a" and bool(_NOTE_LINK.match(element.get("href", "")))
    if is_note and "anc" not in element.get("href", "") and "ref" not in element.get("href", ""):
        return replace(look, shift=1)
    return replace(look, shift=_SHIFTS[name]) if name in ("sup", "sub") else look


def _styled(look: Look, name: str, declared: Mapping[str, str]) -> Look:
    """Return a look as its element's style changes it."""
    decoration = declared.get("text-decoration", "") + declared.get("text-decoration-line", "")
    if "line-through" in decoration:
        look = replace(look, is_struck=True)
    shift = _SHIFTS.get(declared.get("vertical-align", ""), 0)
    return replace(look, shift=shift) if shift and name not in BLOCKS else look


def _color(name: str, element: etree._Element, declared: Mapping[str, str]) -> str:
    named = element.get("color", "").lower() if name == "font" else ""
    return declared.get("color", named)


def _size(outer: float, name: str, element: etree._Element, declared: Mapping[str, str]) -> float:
    text = declared.get("font-size", "")
    if text:
        return _WORDS.get(text) or _length(text, outer, outer)
    if name == "font":
        return _FONT_SIZES.get(element.get("size", ""), outer)
    return outer * 0.83 if name == "small" else outer


def _length(text: str, default: float, whole: float) -> float:
    """Return a length in pixels; `whole` is what 1 em or 100 % stands for."""
    match = _LENGTH.fullmatch(text)
    if match is None:
        return default
    number, unit = float(match[1][:12]), match[2]
    if unit in ("em", "rem", "%"):
        return number * whole / (100.0 if unit == "%" else 1.0)
    return number * _UNITS.get(unit or "", 1.0)
