"""Colours, font and style of the window: a light neutral palette with one accent colour."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from exporters.paged.fonts import installed_chinese_families, stand_in_families
from model.checks import Level

TEXT = QColor("#1f2933")
MUTED = QColor("#52606d")
FAINT = QColor("#9aa5b1")
WINDOW = QColor("#f1f4f7")
PAPER = QColor("#ffffff")
LINE = QColor("#aab4bf")
ACCENT = QColor("#1f5fa8")
ACCENT_LIGHT = QColor("#dceafa")
CAPTION = QColor("#d6e6f6")
HEADER = QColor("#f2f4f7")
COMPUTED = QColor("#e6e9ed")
BLANK = QColor("#fff1d2")
REUSED = QColor("#fff3bf")
REUSED_FIGURE = QColor("#ffdc85")
GOOD = QColor("#1d6b3a")
REPEATED = QColor("#6a2bb0")
NOTE = QColor("#334e68")
OUTLINE_LEFT = QColor("#7b1fa2")
OUTLINE_RIGHT = QColor("#00695c")
CHOSEN = QColor("#ead9f2")
PAGE_GROUND = QColor("#8a939c")
PAGE_EDGE = QColor("#5c656e")
BANNER_CALM = QColor("#e2f2e6")
BANNER_NEUTRAL = QColor("#eef2f6")
BANNER_STRONG = QColor("#ffdf9e")

LEVEL_TEXT = {
    Level.ERROR: QColor("#b3180d"),
    Level.QUERY: QColor("#8a5200"),
    Level.HINT: QColor("#1f5fa8"),
}
LEVEL_FILL = {
    Level.ERROR: QColor("#fbd5d1"),
    Level.QUERY: QColor("#ffe8bf"),
    Level.HINT: QColor("#e3eefb"),
}

POINT_SIZE = 10.5
HEADING_SIZE, RESULT_SIZE, TITLE_SIZE, CODE_SIZE = 13.0, 18.0, 20.0, 26.0
"""Points: of a part's heading, of an answer, of the first screen, and of a code to be copied."""
CHINESE_FONTS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "SimSun",
    "SimHei",
)

_STYLE = """
QToolTip { color: #1f2933; background: #fffbe6; border: 1px solid #aab4bf; padding: 3px; }
QPushButton { padding: 4px 12px; border: 1px solid #9aa5b1; border-radius: 3px;
    background: #ffffff; }
QPushButton:hover { border-color: #1f5fa8; background: #eef5fc; }
QPushButton:pressed { background: #dceafa; }
QPushButton:disabled { color: #9aa5b1; background: #f1f4f7; border-color: #cbd2d9; }
QPushButton:default, QPushButton[primary="true"] { background: #1f5fa8; color: #ffffff;
    border-color: #1f5fa8; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: #2a70be; }
QPushButton:checked { background: #dceafa; border-color: #1f5fa8; }
QPushButton:focus { border: 2px solid #1f5fa8; padding: 3px 11px; }
QLineEdit { border: 1px solid #9aa5b1; border-radius: 3px; padding: 3px; background: #ffffff; }
QLineEdit:focus { border-color: #1f5fa8; }
QSpinBox QLineEdit { border: none; padding: 1px; }
QPlainTextEdit { border: 1px solid #9aa5b1; border-radius: 3px; background: #ffffff; }
QPlainTextEdit:focus { border-color: #1f5fa8; }
QListWidget { border: 1px solid #cbd2d9; background: #ffffff; }
QTableView { border: none; gridline-color: #aab4bf; background: #ffffff; }
QSplitter::handle { background: #dde3e9; }
QSplitter::handle:hover { background: #1f5fa8; }
QPushButton[link="true"] { border: none; text-align: left; color: #1f5fa8; padding: 3px;
    background: transparent; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px dotted #1f5fa8; padding: 2px; }
QLineEdit[cell="true"] { border: 2px solid #1f5fa8; border-radius: 0; padding: 0; }
QPlainTextEdit[reference="true"] { background: #f2f4f7; }
QLabel[reused="true"] { background: #fff3bf; padding: 2px 6px; }
QLabel[note="true"] { background: #fffbe6; padding: 4px 8px; }
QToolBar { border: none; border-bottom: 1px solid #cbd2d9; spacing: 2px; padding: 2px;
    background: #ffffff; }
QToolBar QToolButton { padding: 4px 8px; border: 1px solid transparent; border-radius: 3px; }
QToolBar QToolButton:hover { background: #eef5fc; border-color: #9fc0e4; }
QStatusBar { border-top: 1px solid #cbd2d9; background: #ffffff; }
QStatusBar::item { border: none; }
"""

PAGE_STYLE = """
th, td { padding: 4px; text-align: center; vertical-align: middle; }
th { font-weight: normal; background: #f2f4f7; }
th[scope="row"] { text-align: left; }
h2, h3 { font-size: medium; }
"""
"""For a page of a report in the window, which Qt shows with few of the rules of the web."""


def chinese_font_name() -> str:
    """Return the family of an installed Chinese font, preferred ones first, or ""."""
    families = set(QFontDatabase.families())
    for name in CHINESE_FONTS:
        if name in families:
            return name
    return next(iter(installed_chinese_families()), "")


def apply_theme(application: QApplication) -> None:
    """Give the application the style, the palette and the font that look alike everywhere."""
    application.setStyle("Fusion")
    application.setPalette(_palette())
    font = QFont(application.font())
    # The program's own are for paper; on the screen they are better than boxes.
    family = chinese_font_name() or next(iter(stand_in_families()), "")
    if family:
        font.setFamily(family)
    font.setPointSizeF(POINT_SIZE)
    application.setFont(font)
    application.setStyleSheet(_STYLE)


def _palette() -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette(WINDOW)
    for role, colour in (
        (roles.Window, WINDOW),
        (roles.WindowText, TEXT),
        (roles.Base, PAPER),
        (roles.AlternateBase, HEADER),
        (roles.Text, TEXT),
        (roles.Button, PAPER),
        (roles.ButtonText, TEXT),
        (roles.Highlight, ACCENT),
        (roles.HighlightedText, PAPER),
        (roles.PlaceholderText, FAINT),
        (roles.Link, ACCENT),
    ):
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, FAINT)
    return palette


def small(font: QFont, points: float = 9.5) -> QFont:
    """Return the font in a smaller size, in points, for second lines."""
    copy = QFont(font)
    copy.setPointSizeF(points)
    return copy


def tiny(font: QFont) -> QFont:
    """Return the font in the smallest size that is still read well, for a line inside a cell."""
    return small(font, 8.5)


def badge(font: QFont, pixels: int) -> QFont:
    """Return the font of the sign in a mark of so many pixels."""
    sign = QFont(font)
    sign.setPixelSize(pixels)
    sign.setBold(True)
    return sign


def bold(font: QFont, points: float = 0.0) -> QFont:
    """Return the font in bold, and in another size in points where one is given."""
    copy = QFont(font)
    copy.setBold(True)
    if points:
        copy.setPointSizeF(points)
    return copy
