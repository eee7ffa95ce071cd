"""Sizes and type: every pixel of the window goes through `px`, every font through `font`."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from exporters.paged.families import installed_chinese_families, stand_in_families

FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "SimSun",
    "SimHei",
)
TITLE, HEAD, FIGURE, BODY, SECOND = 26, 17, 15, 14, 13
"""Type in pixels: start page, part and dialog, figures in cells, everything else, second lines."""
STEPS = (75, 90, 100, 110, 125, 150, 175, 200)
"""Percent to which the window can be made larger or smaller."""
LARGE = 125
"""Percent of 大字."""


class Zoom:
    """How much larger than drawn everything is shown, in percent."""

    percent = 100


zoom = Zoom()


def px(size: float) -> int:
    """Return a size in pixels, as drawn at 100 %, at the zoom of now."""
    return max(1, int(size * zoom.percent / 100 + 0.5))


def type_px(size: float) -> int:
    """Return a size of type in pixels at the zoom of now, rounded down so that words still fit."""
    return max(1, int(size * zoom.percent / 100))


def unzoomed(pixels: int) -> float:
    """Return how many pixels a length would be at 100 %."""
    return pixels * 100 / zoom.percent


def chinese_font_name() -> str:
    """Return the family of an installed Chinese font, preferred ones first, or ""."""
    families = set(QFontDatabase.families())
    for name in FAMILIES:
        if name in families:
            return name
    return next(iter(installed_chinese_families()), "")


@cache
def _family() -> str:
    # The program's own are for paper; on the screen they are better than boxes.
    return chinese_font_name() or next(iter(stand_in_families()), "")


def font(size: float = BODY, *, is_bold: bool = False) -> QFont:
    """Return the window's font in a size in pixels at 100 %."""
    return QFont(_font_of(type_px(size), is_bold))


@cache
def _font_of(pixels: int, is_bold: bool) -> QFont:
    made = QFont()
    if _family():
        made.setFamily(_family())
    made.setPixelSize(pixels)
    made.setBold(is_bold)
    return made


@cache
def metrics_of(pixels: int, is_bold: bool = False) -> QFontMetrics:
    """Return the measures of the window's font in a size in pixels as they are shown."""
    return QFontMetrics(_font_of(pixels, is_bold))


def metrics(size: float = BODY, *, is_bold: bool = False) -> QFontMetrics:
    """Return the measures of the window's font in a size in pixels at 100 %."""
    return metrics_of(type_px(size), is_bold)


def paper_font(families: tuple[str, ...], size: float, *, is_bold: bool = False) -> QFont:
    """Return a font as a text is printed with, in a size in pixels at 100 %."""
    made = QFont()
    made.setFamilies([*families, _family()])
    made.setPixelSize(type_px(size))
    made.setBold(is_bold)
    return made
