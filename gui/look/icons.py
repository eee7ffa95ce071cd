"""The program's own icons, in the colours and at the zoom of now."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from gui.look.palette import colours
from gui.look.sizes import px
from gui.look.theme import follow
from storage.program import RESOURCES

TOOL, BUTTON, SIGN = 22, 18, 18
"""Pixels at 100 % of an icon in the tool bar, on a button, and of a state."""
GROUND = '"ground"'
"""What in a drawing stands for the colour of what it lies on."""
_Mode, _State = QIcon.Mode, QIcon.State


@cache
def _drawing(name: str) -> str:
    path = RESOURCES / "icons" / "deeds" / f"{name}.svg"
    return path.read_text(encoding="utf-8")


@cache
def _picture(name: str, colour: str, ground: str, side: int, ratio: float) -> QPixmap:
    if GROUND in _drawing(name):
        picture = _drawn(name, colour, ground, round(side * ratio))
    else:
        picture = QPixmap(_shape(name, round(side * ratio)))
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), QColor(colour))
        painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _shape(name: str, pixels: int) -> QPixmap:
    """Return a drawing of one colour, which is drawn once and then dyed."""
    return _drawn(name, "#000000", "", pixels)


def _drawn(name: str, colour: str, ground: str, pixels: int) -> QPixmap:
    drawing = _drawing(name).replace("currentColor", colour).replace(GROUND, f'"{ground}"')
    picture = QPixmap(QSize(pixels, pixels))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    return picture


def picture(name: str, role: str = "text", size: float = SIGN) -> QPixmap:
    """Return an icon in the colour of a role, so many pixels wide at 100 %."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    ground = colours.surface.name()
    return _picture(name, colours.of(role).name(), ground, px(size), ratio)


def icon(
    name: str, size: float = BUTTON, role: str = "text", *, is_checkable: bool = False
) -> QIcon:
    """Return an icon: off where it is switched off, in the accent where it is checked."""
    made = QIcon()
    made.addPixmap(picture(name, role, size), _Mode.Normal, _State.Off)
    made.addPixmap(picture(name, "off", size), _Mode.Disabled, _State.Off)
    if is_checkable:
        made.addPixmap(picture(name, "accent", size), _Mode.Normal, _State.On)
        made.addPixmap(picture(name, "off", size), _Mode.Disabled, _State.On)
    return made


def paint_icon(painter: QPainter, name: str, role: str, place: QRectF, size: float = SIGN) -> None:
    """Paint an icon in the middle of a place."""
    shown = picture(name, role, size)
    side = shown.deviceIndependentSize().width()
    corner = place.center()
    painter.drawPixmap(round(corner.x() - side / 2), round(corner.y() - side / 2), shown)


def show_icon(
    owner: QAction | QAbstractButton, name: str, size: float = BUTTON, role: str = "text"
) -> None:
    """Give an action or a button its icon, anew at each change of the look.

    One that can be checked is made so before.
    """
    is_known = owner.property("icon_name") is not None
    owner.setProperty("icon_name", name)

    def show() -> None:
        shown = str(owner.property("icon_name"))
        owner.setIcon(icon(shown, size, role, is_checkable=owner.isCheckable()))
        if isinstance(owner, QAbstractButton):
            owner.setIconSize(QSize(px(size), px(size)))

    if is_known:
        show()
    else:
        follow(owner, show)


def sign(name: str, role: str, size: float = SIGN) -> QLabel:
    """Return a label that shows an icon."""
    made = QLabel()
    follow(made, lambda: made.setPixmap(picture(name, role, size)))
    return made
