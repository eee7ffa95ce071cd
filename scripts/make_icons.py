"""Draws the program's icon in every size that the desks ask for."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIZES = (16, 32, 48, 64, 128, 256)


def main() -> None:
    application = QGuiApplication(["make_icons", "-platform", "offscreen"])
    drawing = QSvgRenderer(QByteArray((ICONS / "nianbao.svg").read_bytes()))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(ICONS / f"nianbao-{size}.png"))
    pictures = [Image.open(ICONS / f"nianbao-{size}.png") for size in reversed(SIZES)]
    sizes = [picture.size for picture in pictures]
    pictures[0].save(ICONS / "nianbao.ico", append_images=pictures[1:], sizes=sizes)
    application.shutdown()


if __name__ == "__main__":
    main()
