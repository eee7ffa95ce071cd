"""The edits that put figures into the texts that follow the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from model.form.form import Form
from model.report.edits import Edit, LinksChange, TextChange
from model.report.links.link import Link, Lost, in_order, rendered, stands_alone
from model.report.report import Report

Cell = tuple[str, str]
"""A cell as (table key, value key)."""

_PLACE = re.compile(r"\{([a-z_0-9]+)/([a-z_0-9]+\.[a-z_0-9]+)\}")


@dataclass(frozen=True)
class Replacement:
    """What is to stand in place of a range of a section's text, in code points.

    `links` are the figures in the new words that follow a cell, placed from the words' beginning.
    """

    start: int
    end: int
    words: str
    links: tuple[Link, ...] = ()


class Glued(ValueError):  # noqa: N818
    """A figure would make another number with what stands beside it; the text says so."""


def place_of(cell: Cell) -> str:
    """Return a cell as a pattern for `figures_in` names it, as in {requests/granted.total}."""
    return f"{{{cell[0]}/{cell[1]}}}"


def cells_in(pattern: str) -> tuple[Cell, ...]:
    """Return the cells that a pattern names, in their order."""
    return tuple((match[1], match[2]) for match in _PLACE.finditer(pattern))


def filled(report: Report, pattern: str, section: str = "") -> Replacement:
    """Return the words of a pattern with the figures of its cells, linked, placed at 0.

    KeyError for a cell that the form does not have.
    """
    words, end, links = "", 0, []
    for match in _PLACE.finditer(pattern):
        words += pattern[end : match.start()]
        table, key = match[1], match[2]
        figure = rendered(report.effective_value(table, key))
        links.append(Link(section, len(words), len(figure), table, key))
        words += figure
        end = match.end()
    return Replacement(0, 0, words + pattern[end:], tuple(links))


def insert(report: Report, section: str, start: int, end: int, pattern: str, name: str) -> Edit:
    """Return the edit that puts a pattern's words in place of a range, their figures linked.

    Glued where a figure would make another number with what stands beside it.
    """
    words = replace(filled(report, pattern, section), start=start, end=end)
    changes = replacing(report, section, [words])
    text, links = changes[0].text, changes[1].links
    for link in links:
        inside = link.section == section and start <= link.start < start + len(words.words)
        if inside and not stands_alone(text, link.start, link.end):
            beside = text[max(0, link.start - 4) : link.end + 4].split("\n")[0]
            raise Glued(
                f"插入的数和旁边的数字会连成一个数（「{beside}」）。"
                "请把光标放到文字中间，或者先选中旁边的数字再插入。"
            )
    return Edit(name, changes)


def replacing(
    report: Report, section: str, replacements: Sequence[Replacement]
) -> tuple[TextChange, LinksChange]:
    """Return the changes that make replacements in one section, which do not overlap.

    Figures elsewhere go on following their cells; those in a replaced range do so no longer.
    """
    text, links = _replaced(report, section, replacements)
    others = [link for link in report.links if link.section != section]
    order = tuple(report.sections)
    return TextChange(section, text), LinksChange(in_order([*others, *links], order))


def replacing_in(
    report: Report, by_section: Mapping[str, Sequence[Replacement]]
) -> Iterator[TextChange | LinksChange]:
    """Yield the changes that make replacements in several sections, as `replacing` does in one."""
    links = [link for link in report.links if link.section not in by_section]
    for section, replacements in by_section.items():
        text, moved = _replaced(report, section, replacements)
        links += moved
        yield TextChange(section, text)
    if by_section:
        yield LinksChange(in_order(links, tuple(report.sections)))


def _replaced(
    report: Report, section: str, replacements: Sequence[Replacement]
) -> tuple[str, list[Link]]:
    """Return a section's text and links after replacements."""
    text, old, done, shift = "", report.sections[section], 0, 0
    ours = [link for link in report.links if link.section == section]
    links: list[Link] = []
    for item in sorted(replacements, key=lambda item: item.start):
        links += _moved(ours, done, item.start, shift)
        text += old[done : item.start]
        links += [
            replace(link, section=section, start=link.start + len(text)) for link in item.links
        ]
        text += item.words
        done, shift = item.end, len(text) - item.end
    return text + old[done:], [*links, *_moved(ours, done, len(old), shift)]


def _moved(links: Iterable[Link], start: int, end: int, shift: int) -> Iterator[Link]:
    for link in links:
        if start <= link.start and link.end <= end:
            yield replace(link, start=link.start + shift)


def unlink(report: Report, link: Link) -> Edit:
    """Return the edit that leaves a figure as it stands and lets it follow no more."""
    left = tuple(one for one in report.links if one != link)
    words = link.words(report.sections[link.section])
    return Edit(f"「{words}」不再随表更新", (LinksChange(left),))


def link_at(report: Report, section: str, start: int, end: int) -> Link | None:
    """Return the first link that a range of a section's text touches, or that it lies in."""
    for link in report.links:
        is_in = link.start <= start and end <= link.end
        touches = link.start < end and start < link.end
        if link.section == section and (is_in or touches):
            return link
    return None


def source_name(form: Form, cell: Cell) -> str:
    """Return where a figure comes from, by the printed names of its table, row and column."""
    table = form.table(cell[0])
    return f"{table.name}{table.cell_name(cell[1])}"


def told_lost(form: Form, lost: Sequence[Lost]) -> str:
    """Return the sentence on figures that no longer follow their cells."""
    first = lost[0]
    name = form.section(first.link.section).name
    what = f"「{first.words}」" if len(lost) == 1 else f"{len(lost)}处数字"
    return f"{name}：{what}已改动或删去，不再随表更新。要恢复请撤销（Ctrl+Z）。"
