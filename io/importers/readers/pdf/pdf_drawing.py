"""A page of a PDF drawn as marks: letters with their place, look, and what shows through them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTPage
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import dict_value, num_value
from pdfminer.psparser import literal_name
from pdfplumber.page import Page

from importers.readers.paged.drawn_page import OPACITY, Box, DrawnPage, Mark, placed

if TYPE_CHECKING:
    from pdfminer.pdfcolor import PDFColorSpace
    from pdfminer.pdfdevice import PDFTextSeq
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFGraphicState, PDFStackT, PDFTextState
    from pdfminer.utils import Matrix

_UNSEEN = (3, 7)
"""The ways of painting text that leave no mark: what a scanner adds to the picture of a page."""


class DrawingPage(Page):
    """A page that draws itself: letters as marks at once, all else by the library."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.pdf, page.page_obj, page.page_number, page.initial_doctop)
        self._letters: list[Mark] = []

    @property
    def layout(self) -> LTPage:
        """Return lines, boxes and pictures as the library has them; the letters stand apart."""
        device = _Press(self)
        _Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
        self._letters = device.letters
        return device.get_result()

    def drawn(self) -> DrawnPage:
        """Return what is drawn on the page, and the part of it that is shown."""
        objects = self.objects
        return DrawnPage(
            {**objects, "char": self._letters}, _box(self.mediabox), _box(self.cropbox)
        )


def _box(places: Sequence[float]) -> Box:
    x0, top, x1, bottom = map(float, places)
    return x0, top, x1, bottom


class _Press(PDFPageAggregator):
    """Takes what an interpreter draws; letters become marks in points from the top left."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
        self.letters: list[Mark] = []
        self.opacity = 1.0
        self._is_seen = True
        self._left, self._bottom = page.mediabox[0], page.mediabox[1] + page.height

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Draw a string, and note whether it leaves a mark."""
        self._is_seen = textstate.render not in _UNSEEN
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Add a letter; return how far it is to the next one."""
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = self.handle_undefined_char(font, cid)
        width, shift = font.char_width(cid), font.char_disp(cid)
        letter = LTChar(
            matrix, font, fontsize, scaling, rise, text, width, shift, ncs, graphicstate
        )
        self.letters.append(self._mark(letter, text, graphicstate.ncolor))
        return letter.adv

    def _mark(self, letter: LTChar, text: str, color: object) -> Mark:
        left, bottom = self._left, self._bottom
        box = (letter.x0 + left, bottom - letter.y1, letter.x1 + left, bottom - letter.y0)
        mark = placed(box)
        mark["object_type"] = "char"
        mark["text"] = text
        mark["size"] = letter.size
        mark["matrix"] = letter.matrix
        mark["fontname"] = letter.fontname
        mark["non_stroking_color"] = color if isinstance(color, tuple) else (color,)
        mark[OPACITY] = self.opacity if self._is_seen else 0.0
        return mark


class _Interpreter(PDFPageInterpreter):
    """Draws a page, and minds how much of what lies behind shows through, as the library does not.

    The key is `ca` of a graphics state (ISO 32000-1, 8.4.5 and 11.6.4.4); what a drawing that is
    used by name sets counts within what is set for it.
    """

    def init_state(self, ctm: Matrix) -> None:
        """Begin a page or a drawing with what is set where it is used."""
        super().init_state(ctm)
        self._base = self._press.opacity
        self._before: list[float] = []

    @property
    def _press(self) -> _Press:
        return cast("_Press", self.device)

    def do_q(self) -> None:
        """Keep the state."""
        super().do_q()
        self._before.append(self._press.opacity)

    def do_Q(self) -> None:  # noqa: N802 - the name of the operator
        """Go back to the state that was kept."""
        super().do_Q()
        if self._before:
            self._press.opacity = self._before.pop()

    def do_gs(self, name: object) -> None:
        """Take over from a named state how opaque fillings are."""
        states = dict_value(self.resources.get("ExtGState") or {})
        opacity = dict_value(states.get(literal_name(name)) or {}).get("ca")
        if opacity is not None:
            self._press.opacity = self._base * max(0.0, min(1.0, float(num_value(opacity))))

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802 - the name of the operator
        """Draw what is used by name; what it sets ends with it."""
        before = self._press.opacity
        super().do_Do(xobjid_arg)
        self._press.opacity = before
