"""How the runs of a Word document look, by their own properties and by those of their styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from importers.attribute_numbers import whole_number
from importers.readers.looks import PLAIN, Look
from importers.readers.word.docx_names import TBL, TC, P, W, child, children, is_on, value

MOST_SIZE = 3276
"""Half points; Word's own largest size."""
_USUAL_SIZE = 20
_MOST_PARENTS = 20
_SHIFTS = {"superscript": 1, "subscript": -1}
_LEAST_RAISE = 4
"""Half points that a run is raised or lowered by hand before it counts as that."""
WHITE = "FFFFFF"
_DRAWN = W + "txbxContent"
_PROPERTIES = {P: "pPr", TC: "tcPr", TBL: "tblPr"}


class DocxLooks:
    """Tells the look of runs; the styles are read once a run needs them."""

    def __init__(self, styles: Callable[[], etree._Element | None]) -> None:
        """Take what returns the root of the styles, or None where there are none."""
        self._load = styles
        self._loaded: dict[str, etree._Element] | None = None
        self._default = _USUAL_SIZE

    def look_of(self, run: etree._Element) -> Look:
        """Return the look of a `w:r`."""
        properties = child(run, "rPr")
        if properties is None:
            return Look(size=self._size(run, []))
        chain = [properties, *self._style_chain(value(child(properties, "rStyle")))]
        look = Look(
            is_struck=_switched(chain, "strike") or _switched(chain, "dstrike"),
            is_hidden=_switched(chain, "vanish") or self._is_white(run, chain),
            is_deleted=child(properties, "del") is not None,
            shift=_shift(chain),
            size=self._size(run, chain),
        )
        return look if look != PLAIN else PLAIN

    @property
    def _styles(self) -> dict[str, etree._Element]:
        if self._loaded is None:
            root = self._load()
            items = [] if root is None else list(children(root, "style"))
            self._loaded = {style.get(W + "styleId", ""): style for style in items}
            defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
            self._default = _size_in(defaults) or _USUAL_SIZE
        return self._loaded

    def _style_chain(self, key: str) -> Iterator[etree._Element]:
        """Yield the run properties of a style, then those it is based on."""
        for _ in range(_MOST_PARENTS):
            style = self._styles.get(key) if key else None
            if style is None:
                return
            properties = child(style, "rPr")
            if properties is not None:
                yield properties
            key = value(child(style, "basedOn"))

    def _size(self, run: etree._Element, chain: list[etree._Element]) -> float:
        for properties in chain:
            if size := _size_in(properties):
                return size
        paragraph = next(run.iterancestors(P), None)
        style = value(child(child(paragraph, "pPr"), "pStyle"))
        for properties in self._style_chain(style):
            if size := _size_in(properties):
                return size
        return self._default

    def _is_white(self, run: etree._Element, chain: list[etree._Element]) -> bool:
        """Return whether a run is white and nothing that is known of lies behind it."""
        color = _first(chain, "color")
        if color is None or value(color).upper() != WHITE or _theme(color):
            return False
        if _first(chain, "shd") is not None or _first(chain, "highlight") is not None:
            return False
        return not any(self._is_shaded(item) for item in run.iterancestors(P, TC, TBL, _DRAWN))

    def _is_shaded(self, owner: etree._Element) -> bool:
        if owner.tag == _DRAWN:
            return True
        properties = child(owner, _PROPERTIES[owner.tag])
        shade = child(properties, "shd")
        if shade is not None and shade.get(W + "fill", "auto").upper() not in ("AUTO", WHITE):
            return True
        style = self._styles.get(value(child(properties, "tblStyle")))
        return style is not None and next(style.iter(W + "shd"), None) is not None


def _theme(color: etree._Element) -> bool:
    return color.get(W + "themeColor", "background1") not in ("background1", "bg1", "light1")


def _first(chain: list[etree._Element], name: str) -> etree._Element | None:
    """Return a property where it is first named."""
    return next((item for item in (child(one, name) for one in chain) if item is not None), None)


def _switched(chain: list[etree._Element], name: str) -> bool:
    """Return whether a property is on where it is first named."""
    return is_on(_first(chain, name))


def _shift(chain: list[etree._Element]) -> int:
    for properties in chain:
        align, raised = child(properties, "vertAlign"), child(properties, "position")
        if align is not None:
            return _SHIFTS.get(value(align), 0)
        if raised is not None:
            text = value(raised)
            size = whole_number(text.lstrip("-"), 0, most=MOST_SIZE)
            return 0 if size < _LEAST_RAISE else -1 if text.startswith("-") else 1
    return 0


def _size_in(properties: etree._Element | None) -> int:
    return whole_number(value(child(properties, "sz")), 0, most=MOST_SIZE)
