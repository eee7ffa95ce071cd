"""The one style sheet: tool bar, buttons, fields and frames; lists and cells paint themselves."""

from __future__ import annotations

from string import Template

from gui.look.palette import TABLE, colours
from gui.look.sizes import px

_SHEET = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $edge; padding: 3px; }
QMenuBar { background: $window; border: none; }
QMenuBar::item { padding: ${p2}px ${p8}px; background: transparent; }
QMenuBar::item:selected { background: $soft; color: $text; }
QPushButton { padding: 0 ${p12}px; border: 1px solid $edge; border-radius: ${p4}px;
    background: $surface; color: $text; min-height: ${p30}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $soft; }
QPushButton:checked { background: $soft; border-color: $accent; color: $accent;
    font-weight: bold; }
QPushButton:disabled { color: $off; background: $window; border-color: $line; }
QPushButton[primary="true"], QDialog QPushButton:default { background: $accent; color: $onaccent;
    border-color: $accent; font-weight: bold; }
QPushButton[primary="true"]:disabled, QDialog QPushButton:default:disabled {
    background: $window; color: $off; border-color: $line; }
QPushButton[head="true"] { padding: 0 ${p8}px; min-height: ${p24}px; }
QPushButton[way="true"] { text-align: left; padding-left: ${p16}px; }
QPushButton[link="true"] { border: none; text-align: left; color: $accent; padding: 0 ${p4}px;
    background: transparent; text-decoration: underline; min-height: ${p26}px; }
QPushButton[bare="true"] { border: none; background: transparent; padding: 0;
    min-height: ${p26}px; min-width: ${p26}px; }
QPushButton[bare="true"]:hover { background: $hover; }
QPushButton::menu-indicator { width: 0; }
QLineEdit { border: 1px solid $edge; border-radius: ${p4}px; padding: 0 ${p8}px;
    background: $surface; color: $text; min-height: ${p30}px; }
QLineEdit:focus { border-color: $accent; }
QLineEdit:disabled { color: $off; background: $window; border-color: $line; }
QAbstractSpinBox, QComboBox { min-height: ${p30}px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0 ${p4}px;
    min-height: 0; background: transparent; }
QLineEdit[cell="true"] { border: 2px solid $accent; border-radius: 0; padding: 0;
    min-height: 0; }
QPlainTextEdit { border: 1px solid $edge; border-radius: ${p4}px; background: $surface; }
QPlainTextEdit:focus { border-color: $accent; }
QPlainTextEdit[reference="true"] { background: $window; }
QTableView { gridline-color: $line; }
QHeaderView::section { background: $header; color: $text; border: none;
    border-right: 1px solid $line; border-bottom: 1px solid $line; padding: ${p4}px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QToolBar { border: none; border-bottom: 1px solid $line; spacing: ${p2}px; padding: 0 ${p4}px;
    background: $window; }
QToolBar::separator { background: $line; width: 1px; margin: ${p8}px ${p4}px; }
QToolButton { padding: 0 ${p8}px; border: 1px solid transparent; border-radius: ${p4}px;
    min-height: ${p30}px; color: $text; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $soft; }
QToolButton:checked { background: $soft; border-color: $accent; color: $accent;
    font-weight: bold; }
QToolButton:disabled { color: $off; }
QToolButton[popupMode="2"] { padding-right: ${p20}px; }
QToolButton::menu-indicator { width: ${p12}px; subcontrol-position: right center;
    right: ${p4}px; }
QStatusBar { border-top: 1px solid $line; background: $window; }
QStatusBar::item { border: none; }
QStatusBar QPushButton { min-height: ${p24}px; max-height: ${p24}px; }
QProgressBar { border: 1px solid $edge; border-radius: ${p4}px; background: $surface; }
QProgressBar::chunk { background: $accent; }
""")


def style_sheet() -> str:
    """Return the style sheet in the colours and at the zoom of now."""
    names = {role: colours.of(role).name() for role in TABLE}
    steps = {f"p{size}": str(px(size)) for size in (2, 4, 8, 12, 16, 20, 22, 24, 26, 30)}
    return _SHEET.substitute(names | steps)


def page_style() -> str:
    """Return the rules for a page of a report, which Qt shows with few of those of the web."""
    return f"""
th, td {{ padding: 4px; text-align: center; vertical-align: middle; }}
th {{ font-weight: normal; background: {colours.header.name()}; }}
th[scope="row"] {{ text-align: left; }}
h2, h3 {{ font-size: medium; }}
"""
