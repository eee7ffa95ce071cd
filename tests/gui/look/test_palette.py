"""Colours that can be told apart, in both looks, and one room that they stand in."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from gui.look.palette import TABLE, Colours, colours, qt_palette
from gui.look.style import style_sheet
from places import ROOT

WORDS = (
    *(("text", ground) for ground in ("surface", "header", "soft", "copied", "linked")),
    *(("text2", ground) for ground in ("window", "soft", "surface")),
    *(("off", "window"), ("accent", "surface"), ("accent", "soft"), ("onaccent", "accent")),
    *(("error", ground) for ground in ("surface", "errsoft", "soft")),
    *(("surface", "error"), ("query", "surface"), ("query", "qsoft"), ("query", "window")),
    *(("ok", "window"), ("ok", "oksoft"), ("text", "qsoft"), ("text", "computed")),
    *(("last", ground) for ground in ("surface", "soft", "errsoft", "qsoft", "computed")),
)
EDGES = (("edge", "surface"), ("edge", "window"), ("cline", "copied"), ("lline", "surface"))


def light(colour: QColor) -> float:
    """Return the relative luminance of a colour, as the web's rules on contrast define it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_can_be_read(words: str, ground: str, is_dark: bool) -> None:
    look = Colours()
    look.use(is_dark=is_dark)
    assert contrast(look.of(words), look.of(ground)) >= 4.5


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_borders_can_be_seen(edge: str, ground: str, is_dark: bool) -> None:
    look = Colours()
    look.use(is_dark=is_dark)
    assert contrast(look.of(edge), look.of(ground)) >= 3


def test_the_measure_is_the_usual_one() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    text, surface = (QColor(TABLE[role][0]) for role in ("text", "surface"))
    assert contrast(text, surface) == pytest.approx(16.9, abs=0.1)


def test_qt_paints_with_the_same_table() -> None:
    palette, roles = qt_palette(), QPalette.ColorRole
    assert palette.color(roles.Window) == colours.window
    assert palette.color(roles.Accent) == colours.accent
    disabled = QPalette.ColorGroup.Disabled
    assert palette.color(disabled, roles.ButtonText) == colours.off


def test_the_style_sheet_knows_no_colour_beside_the_table() -> None:
    known = {colours.of(role).name() for role in TABLE}
    assert set(re.findall(r"#[0-9a-fA-F]{6}", style_sheet())) <= known


def test_no_widget_has_a_style_sheet_of_its_own() -> None:
    files = [path for path in (ROOT / "gui").rglob("*.py") if path.parent.name != "look"]
    assert [path.name for path in files if "setStyleSheet" in path.read_text("utf-8")] == []
