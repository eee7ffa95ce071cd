"""OFD files made of what stands on the pages of a PDF, as the programs that do so write them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pdfplumber

_MM = 25.4 / 72
STANDARD = "http://www.ofdspec.org/2016"


@dataclass(frozen=True)
class OfdHabits:
    """How a program writes: names, units, and where it puts what."""

    namespace: str = STANDARD
    is_scaled: bool = False
    """Whether text objects are written in points, made millimetres by a matrix."""
    has_runs: bool = False
    """Whether equal steps are written as `g 5 3.5`."""
    is_by_character: bool = False
    in_blocks: bool = False
    has_template: bool = False
    """Whether the rules stand in a template that the page uses."""
    are_filled: bool = False
    """Whether rules are thin areas instead of lines."""
    are_absolute: bool = False


HABITS = {
    "plain": OfdHabits(),
    "scaled, in runs": OfdHabits(is_scaled=True, has_runs=True),
    "a character an object": OfdHabits(is_by_character=True, in_blocks=True),
    "rules in a template": OfdHabits(has_template=True, has_runs=True, are_absolute=True),
    "filled rules, old names": OfdHabits(are_filled=True, namespace="http://www.ofdspec.org"),
}


def ofd_of_pdf(source: Path, target: Path, habits: OfdHabits = HABITS["plain"]) -> Path:
    """Write the characters and rules of a PDF as an OFD file."""
    with pdfplumber.open(source) as pdf:
        pages = [
            (
                float(page.width),
                float(page.height),
                list(page.chars),
                [*page.lines, *page.rects, *page.curves],
            )
            for page in pdf.pages
        ]
    parts: dict[str, str] = {}
    templates = ""
    for number, (width, height, chars, rules) in enumerate(pages):
        writer = _PageWriter(habits)
        drawn, shown = "".join(writer.rules(rules)), "".join(writer.texts(chars))
        size = f"0 0 {width * _MM:.4f} {height * _MM:.4f}"
        head = f"<o:Area><o:PhysicalBox>{size}</o:PhysicalBox></o:Area>"
        if habits.has_template:
            place, name = f"Tpls/Tpl_{number}/Content.xml", 900 + number
            parts[f"Doc_0/{place}"] = _page(habits, head, drawn)
            templates += f'<o:TemplatePage ID="{name}" BaseLoc="{place}"/>'
            head, drawn = f'{head}<o:Template TemplateID="{name}" ZOrder="Background"/>', ""
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = _page(habits, head, drawn + shown)
    parts["Doc_0/Document.xml"] = _document(habits, len(pages), templates)
    root = "/Doc_0/Document.xml" if habits.are_absolute else "Doc_0/Document.xml"
    info = "<o:DocInfo><o:DocID>1</o:DocID></o:DocInfo>"
    parts["OFD.xml"] = _xml(
        habits, "OFD", f"<o:DocBody>{info}<o:DocRoot>{root}</o:DocRoot></o:DocBody>"
    )
    return write_ofd(target, parts)


def write_ofd(target: Path, parts: dict[str, str]) -> Path:
    """Write parts as a package."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return target


def small_ofd(
    target: Path, content: str, *, common: str = "", more: dict[str, str] | None = None
) -> Path:
    """Write a file of one page with this content, and with more parts."""
    habits = OfdHabits()
    parts = {
        "OFD.xml": _xml(
            habits, "OFD", "<o:DocBody><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody>"
        ),
        "Doc_0/Document.xml": _document(habits, 1, common),
        "Doc_0/Pages/Page_0/Content.xml": _page(habits, "", content),
    }
    return write_ofd(target, parts | (more or {}))


def part_of(name: str, body: str) -> str:
    """Return a part of XML with a root of this name."""
    return _xml(OfdHabits(), name, body)


def _document(habits: OfdHabits, count: int, common: str) -> str:
    pages = "".join(
        f'<o:Page ID="{number + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(count)
    )
    return _xml(
        habits, "Document", f"<o:CommonData>{common}</o:CommonData><o:Pages>{pages}</o:Pages>"
    )


def _page(habits: OfdHabits, head: str, content: str) -> str:
    return _xml(habits, "Page", f'{head}<o:Content><o:Layer ID="7">{content}</o:Layer></o:Content>')


def _xml(habits: OfdHabits, root: str, body: str) -> str:
    head = f'<?xml version="1.0" encoding="UTF-8"?><o:{root} xmlns:o="{habits.namespace}">'
    return f"{head}{body}</o:{root}>"


class _PageWriter:
    """Writes the objects of a page."""

    def __init__(self, habits: OfdHabits) -> None:
        self.habits = habits

    def texts(self, chars: Iterable[dict[str, Any]]) -> Iterator[str]:
        """Yield a text object for each run of characters on a line."""
        for _, run in groupby(
            chars, lambda char: (round(char["bottom"], 1), round(char["size"], 1))
        ):
            found = list(run)
            for part in [[char] for char in found] if self.habits.is_by_character else [found]:
                text = self._text(part)
                yield (
                    f"<o:PageBlock><o:PageBlock>{text}</o:PageBlock></o:PageBlock>"
                    if self.habits.in_blocks
                    else text
                )

    def _text(self, run: Sequence[dict[str, Any]]) -> str:
        scale = 1.0 if self.habits.is_scaled else _MM
        size = run[0]["size"]
        steps = [round((b["x0"] - a["x0"]) * scale, 3) for a, b in zip(run, run[1:], strict=False)]
        left, top = run[0]["x0"] * _MM, run[0]["top"] * _MM
        matrix = f' CTM="{_MM:.6f} 0 0 {_MM:.6f} 0 0"' if self.habits.is_scaled else ""
        color = run[0].get("non_stroking_color") or (0,)
        value = " ".join(
            str(round(float(part) * 255)) for part in (color * 3 if len(color) == 1 else color)
        )
        words = escape("".join(char["text"] for char in run))
        delta = f' DeltaX="{self._steps(steps)}"' if steps else ""
        box = f"{left:.4f} {top:.4f} {len(run) * size * _MM:.4f} {size * _MM:.4f}"
        return (
            f'<o:TextObject ID="1" Boundary="{box}"{matrix} Font="3" Size="{size * scale:.4f}">'
            f'<o:FillColor Value="{value}"/>'
            f'<o:TextCode X="0" Y="{size * 0.86 * scale:.4f}"{delta}>{words}</o:TextCode>'
            "</o:TextObject>"
        )

    def _steps(self, steps: Sequence[float]) -> str:
        if not self.habits.has_runs:
            return " ".join(map(str, steps))
        words = []
        for step, run in groupby(steps):
            count = len(list(run))
            words.append(f"g {count} {step}" if count > 1 else str(step))
        return " ".join(words)

    def rules(self, marks: Iterable[dict[str, Any]]) -> Iterator[str]:
        """Yield a path for each line or box."""
        for mark in marks:
            x0, top, x1, bottom = (mark[name] * _MM for name in ("x0", "top", "x1", "bottom"))
            width, height = x1 - x0, bottom - top
            is_thin = min(width, height) < 1
            if is_thin and self.habits.are_filled:
                width, height = max(width, 0.2), max(height, 0.2)
            corners = f"0 0 L {width:.4f} 0 L {width:.4f} {height:.4f} L 0 {height:.4f} C"
            if is_thin and not self.habits.are_filled:
                paint, data = 'LineWidth="0.25"', f"M 0 0 L {width:.4f} {height:.4f}"
            else:
                paint, data = 'Stroke="false" Fill="true"', f"S {corners}"
            box = f"{x0:.4f} {top:.4f} {width:.4f} {height:.4f}"
            yield (
                f'<o:PathObject ID="2" Boundary="{box}" {paint}><o:FillColor Value="0 0 0"/>'
                f"<o:AbbreviatedData>{data}</o:AbbreviatedData></o:PathObject>"
            )
