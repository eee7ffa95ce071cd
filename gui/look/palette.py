"""The one table of colours, light and dark, and the palette that Qt paints with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from model.checks import Level


TABLE: dict[str, tuple[str, str]] = {
    "window": ("#F3F4F6", "#1F2228"),
    "surface": ("#FFFFFF", "#272B32"),
    "header": ("#E9ECF0", "#323841"),
    "computed": ("#F0F1F4", "#2E333B"),
    "line": ("#C9CED6", "#4A515C"),
    "edge": ("#7C8591", "#8A93A0"),
    "text": ("#1A1D21", "#ECEEF1"),
    "text2": ("#474E57", "#BFC6D0"),
    "off": ("#636B76", "#98A1AD"),
    "accent": ("#1A5FB4", "#8AB8F5"),
    "onaccent": ("#FFFFFF", "#0E1B2C"),
    "soft": ("#DDE9F8", "#2C4263"),
    "hover": ("#E8EDF4", "#343A44"),
    "error": ("#B3261E", "#FFA79F"),
    "errsoft": ("#FCE4E1", "#53282A"),
    "query": ("#7A4B00", "#FFCB7A"),
    "qsoft": ("#FFEFCF", "#4A391B"),
    "ok": ("#1B6B3A", "#86D59F"),
    "oksoft": ("#E1F2E7", "#1F3D2B"),
    "copied": ("#FFF5CC", "#4A4020"),
    "cline": ("#8A6A00", "#E0C060"),
    "linked": ("#D5F0EA", "#1D4741"),
    "lline": ("#0B6B5C", "#7FD6C5"),
    "last": ("#59616C", "#B4BCC7"),
    "ground": ("#8A939C", "#14161A"),
}
"""Role: light, dark. `text2` is for second lines, `off` for what is switched off, `ground` lies
around the pages of the preview."""


class Colours:
    """The colours of the look that is shown now; each role is an attribute.

    `is_dark` tells which look it is.
    """

    def __init__(self) -> None:
        self.use(is_dark=False)

    def use(self, *, is_dark: bool) -> None:
        """Take the light or the dark colours."""
        self.is_dark = is_dark
        values = {role: QColor(pair[is_dark]) for role, pair in TABLE.items()}
        self.window, self.surface = values["window"], values["surface"]
        self.header, self.computed = values["header"], values["computed"]
        self.line, self.edge = values["line"], values["edge"]
        self.text, self.text2, self.off = values["text"], values["text2"], values["off"]
        self.accent, self.onaccent = values["accent"], values["onaccent"]
        self.soft, self.hover = values["soft"], values["hover"]
        self.error, self.errsoft = values["error"], values["errsoft"]
        self.query, self.qsoft = values["query"], values["qsoft"]
        self.ok, self.oksoft = values["ok"], values["oksoft"]
        self.copied, self.cline = values["copied"], values["cline"]
        self.linked, self.lline = values["linked"], values["lline"]
        self.last, self.ground = values["last"], values["ground"]

    def of(self, role: str) -> QColor:
        """Return the colour of a role by its name in the table."""
        found: QColor = getattr(self, role)
        return found

    def level(self, level: Level) -> QColor:
        """Return the colour in which words of a level stand."""
        return {"error": self.error, "query": self.query, "hint": self.text2}[level.value]

    def level_ground(self, level: Level) -> QColor:
        """Return the colour that lies under figures and words of a level."""
        return {"error": self.errsoft, "query": self.qsoft, "hint": self.surface}[level.value]


PAPER = QColor("#FFFFFF")
"""Printed pages are white in each look."""

colours = Colours()
"""What the window is painted with; views ask for it each time they paint."""


def qt_palette() -> QPalette:
    """Return the colours as Qt's own widgets ask for them."""
    roles = QPalette.ColorRole
    palette = QPalette(colours.window)
    for role, name in (
        (roles.Window, "window"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "header"),
        (roles.Text, "text"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "onaccent"),
        (roles.PlaceholderText, "off"),
        (roles.Link, "accent"),
        (roles.Accent, "accent"),
        (roles.ToolTipBase, "surface"),
        (roles.ToolTipText, "text"),
        (roles.Mid, "edge"),
        (roles.Light, "line"),
    ):
        palette.setColor(role, colours.of(name))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(disabled, role, colours.off)
    for role in (roles.Base, roles.Button):
        palette.setColor(disabled, role, colours.window)
    return palette
