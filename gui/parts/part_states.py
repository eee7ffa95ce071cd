"""How a part of the report stands, in a few words with a sign, as the list of parts shows it."""

from __future__ import annotations

from dataclasses import dataclass

from gui.document.document import Document
from gui.look.levels import LEVEL_ICONS
from model.checks import Level
from model.form.parts import Section


@dataclass(frozen=True)
class PartState:
    """The words, the sign before them and the role of the colour that both have.

    `more` is what there was no room for.
    """

    words: str
    icon: str
    role: str
    more: str = ""


def part_state(document: Document, section: Section) -> PartState:
    """Return how a part stands: first what is wrong, then what is empty, then what is reused."""
    counts = {level: _count(document, section, level) for level in Level}
    filled = filled_words(document, section)
    reused = _reused_words(document, section)
    words = [f"{counts[level]}处{level.label}" for level in Level if counts[level]]
    for level in (Level.ERROR, Level.QUERY):
        if counts[level]:
            role = "error" if level is Level.ERROR else "query"
            rest = [word for word in words if not word.endswith(level.label)]
            icon = LEVEL_ICONS[level]
            return PartState(words[0], icon, role, _joined(filled, *rest, reused))
    return _without_doubts(filled, reused, words)


def _without_doubts(filled: str, reused: str, hints: list[str]) -> PartState:
    if filled != "已填":
        return PartState(filled, "empty", "text2", _joined(*hints, reused))
    if reused:
        return PartState(reused, "query", "query", _joined(filled, *hints))
    return PartState(filled, "done", "ok", _joined(*hints))


def filled_words(document: Document, section: Section) -> str:
    """Return whether a part is filled, and how many cells of its table are not."""
    report = document.report
    if section.table:
        table = report.form.table(section.table)
        blank = len(report.blank_inputs(table))
        if blank == 0:
            return "已填"
        return "未填" if blank == len(table.inputs) else f"还空{blank}格"
    if report.sections[section.key]:
        return "已填"
    return "未填" if section.title else "可以不写"


def _reused_words(document: Document, section: Section) -> str:
    reused = len(document.section_reused(section.key))
    return f"沿用上年{reused}处" if reused else ""


def _count(document: Document, section: Section, level: Level) -> int:
    found = document.section_findings(section.key)
    return sum(1 for finding in found if finding.level is level)


def _joined(*words: str) -> str:
    return "，".join(word for word in words if word)
