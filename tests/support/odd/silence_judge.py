"""Holds what was read of a damaged page against what a person reads: right, told, wrong or lost."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from importers.reading import recognise_document
from page_damage import DAMAGES, damaged
from page_eye import UNCLEAR, Clash, clashes, seen_figures, seen_lines
from report_sources import Opened, open_report, opened
from sound_pages import FILES, Page, as_paper, as_shown, neutral, sound_page
from storage.errors import FileProblem

KINDS = ("right", "told", "wrong", "lost", "refused")
_NO_LOOKS = ("digits struck, raised or hidden", "run struck")
BLIND = {"txt": _NO_LOOKS, **dict.fromkeys(("docx", "html", "xlsx"), _NO_LOOKS[1:])}
"""Damage that a kind of file, or the writer of it here, cannot show."""


MOVED_WORDS = ("header words swapped", "header words shifted", "labels swapped")


@dataclass(frozen=True)
class Trial:
    """A page that was damaged and read: how, how it was read, and what is silent about it."""

    seed: int
    way: str
    damages: tuple[str, ...]
    kind: str
    faults: tuple[str, ...]
    noise: tuple[str, ...] = ()


def trial(seed: int, way: str, folder: Path) -> Trial:
    """Return how the page of a seed was read, after one to three damages of its own."""
    dice = random.Random(f"damage {way} {seed}")
    names = [name for name in DAMAGES if name not in BLIND.get(way, ())]
    wanted = dice.sample(names, dice.choice((1, 1, 2, 3)))
    # Where words change places, what is unclear on top of it has no figure to be held against.
    wanted = next(([name] for name in wanted if name in MOVED_WORDS), wanted)
    page, done = damaged(sound_page(seed), dice, wanted)
    page = as_shown(page, way)
    try:
        found = read(page, way, folder)
    except FileProblem as problem:
        return Trial(seed, way, tuple(done), "refused", (), (str(problem),))
    verdicts = list(judged(found, page))
    kinds = {kind for _, kind in verdicts}
    kind = next((k for k in ("wrong", "lost", "told") if k in kinds), "right")
    faults = tuple(f"{k}: {what}" for what, k in verdicts if k in ("wrong", "lost"))
    return Trial(seed, way, tuple(done), kind, faults, tuple(noise(found)))


def sound_trial(seed: int, way: str, folder: Path) -> Trial:
    """Return how the sound page of a seed was read; anything told of it is noise."""
    page = sound_page(seed)
    found = read(page, way, folder)
    verdicts = list(judged(found, page))
    faults = tuple(f"{kind}: {what}" for what, kind in verdicts if kind != "right")
    dashes = _has_dashes(page)
    told = () if dashes else tuple(noise(found))
    return Trial(seed, way, (), "right" if not faults else "wrong", () if dashes else faults, told)


def _has_dashes(page: Page) -> bool:
    return any(cell.text == "—" for cells in page.tables.values() for cell in cells)


def read(page: Page, way: str, folder: Path) -> Opened:
    """Return what the program reads of a page, from memory or as a file."""
    if way == "neutral":
        return opened(recognise_document(neutral(page)), "来源.docx")
    return open_report(FILES[way](as_paper(page), folder / f"a.{way}"))


def noise(found: Opened) -> Iterator[str]:
    """Yield all that asks to be looked at."""
    yield from (f"{doubt.table}/{doubt.key}: {doubt.reason}" for doubt in found.doubts)
    yield from (cause.text for cause in found.causes)
    yield from found.unplaced
    yield from found.cautions


def judged(found: Opened, page: Page) -> Iterator[tuple[str, str]]:
    """Yield (what, how it was read) for each figure, sum, line, and hidden thing of a page."""
    yield from _judged_figures(found, page)
    for clash in clashes(page, seen_figures(page)):
        is_told = _is_told_clash(found, clash)
        yield f"{clash.table} {clash.what} does not fit", "told" if is_told else "wrong"
    yield from _judged_lines(found, page)
    yield from _judged_hidden(found, page)


def _judged_figures(found: Opened, page: Page) -> Iterator[tuple[str, str]]:
    for name, figures in seen_figures(page).items():
        for key in page.form.table(name).inputs:
            got, seen = found.report.value(name, key), figures[key]
            wanted = page.sound.value(name, key) if seen == UNCLEAR else seen
            what = f"{name}/{key} {got!r} for {'?' if seen == UNCLEAR else ''}{wanted!r}"
            # A dash lost beside a label leaves a cell as empty as the dash did.
            is_nought = seen == UNCLEAR and not wanted and got in (None, "—")
            if got == wanted or (is_nought and _has_dashes(page)):
                yield what, "right"
            elif is_told(found, name, key):
                yield what, "told"
            else:
                yield what, "lost" if got is None else "wrong"


def is_told(found: Opened, name: str, key: str) -> bool:
    """Return whether a doubt, cause or line names a cell, its row or the whole table."""
    table = found.report.form.table(name)
    row = table.row(key).key
    if any((doubt.table, doubt.key) == (name, key) for doubt in found.doubts):
        return True
    if any(c.table == name and (not c.rows or row in c.rows) for c in found.causes):
        return True
    names = {table.row_name(key), table.name_of_row(table.row(key))}
    lines = [line for line in (*found.unplaced, *found.cautions) if table.name in line]
    return any(f"「{row_name}」" in line for line in lines for row_name in names)


def _is_told_clash(found: Opened, clash: Clash) -> bool:
    table = found.report.form.table(clash.table)
    if any(doubt.table == clash.table and doubt.key in clash.keys for doubt in found.doubts):
        return True
    names = {table.cell_name(key) for key in clash.keys}
    names |= (
        {f"{table.name}「{clash.column}」列", f"；「{clash.column}」列"} if clash.column else set()
    )
    return any(name in line for line in found.cautions for name in names)


# ---------------------------------------------------------------- lines


def _judged_lines(found: Opened, page: Page) -> Iterator[tuple[str, str]]:
    told = "\n".join((*found.unplaced, *found.cautions))
    left = {key: _lines(text) for key, text in found.report.sections.items()}
    names = {section.key: section.name for section in page.form.sections}
    for line in seen_lines(page):
        text = "".join(line.text.split())
        if text in left[line.part]:
            left[line.part].remove(text)
            yield text, "right"
            continue
        other = next((key for key in left if text in left[key]), "")
        if other:
            left[other].remove(text)
        names_part = any(f"{names[key]}" in told for key in (line.part, other) if key)
        is_told_line = text[:12] in told or (not line.is_clear and names_part)
        kind = "told" if is_told_line else "wrong" if other else "lost"
        yield f"{line.part}→{other}: {text}", kind
    rows = {row.label for table in page.form.tables for row in table.rows}
    for key, texts in left.items():
        for text in texts:
            # A label that is told to be missing tells of the line that it was read in.
            is_row = any(row in text and f"「{row}」" in told for row in rows)
            yield f"+{key}: {text}", "told" if is_row or text[:12] in told else "wrong"


def _lines(text: str) -> list[str]:
    return list(filter(None, ("".join(line.split()) for line in text.split("\n"))))


def _judged_hidden(found: Opened, page: Page) -> Iterator[tuple[str, str]]:
    """Judge what was left out for its looks: the notes have to name it."""
    told = "\n".join((*found.unplaced, *found.cautions))
    asides = [cell.aside for cells in page.tables.values() for cell in cells if cell.aside]
    for run in (*asides, *page.struck):
        if any(run in line for _, line in page.lines) or run in asides:
            yield f"left out {run}", "told" if f"「{run}」" in told else "lost"


def shown(trials: Sequence[Trial]) -> Iterator[str]:
    """Yield the faults and the noise of trials, one line each."""
    for one in trials:
        for fault in one.faults:
            yield f"{one.seed} {one.way} {list(one.damages)}: {fault}"
