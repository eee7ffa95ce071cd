"""The headings of the official parts among a source's paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from importers.recognising.around import begins_overview, without_subject
from importers.recognising.labels import bare, normalise, numbering, similarity, without_marks
from importers.source_document import Block, Paragraph
from model.form.form import Form
from model.form.parts import Section

LONGEST_HEADING = 45
CLOSE_NUMBERED = 0.6
CLOSE_UNNUMBERED = 0.85
NO_HEADING = (0.0, "", "")
SURE = 3.0
"""The least score of an official wording, numbered or not."""
FEWEST_SURE = 4
"""Headings in official words and order that hold whatever the tables say."""
_AFTER_HEADING = re.compile(r"[\s\u3000:：。.]*")


@dataclass(frozen=True)
class Heading:
    """Where an official part begins, and text that stands on the heading's own line behind it.

    `wording` is what the source says where that is neither the official heading nor an alias; a
    part that begins without a heading `is_guessed`.
    """

    section: str
    index: int
    score: float
    rest: str = ""
    wording: str = ""
    is_guessed: bool = False


@dataclass(frozen=True)
class Window:
    """The blocks between which a part's heading must stand, by the tables found."""

    first: int
    last: int


def find_headings(
    form: Form, blocks: Sequence[Block], tables: Mapping[str, Sequence[int]]
) -> list[Heading]:
    """Return the headings in the order of the report, at most one a part.

    `tables` gives the block indexes of each table found. Of all ways to choose headings in order,
    the one that fits best is taken, so that a sub-heading of similar wording never wins. Headings
    in official words hold where they stand, wherever the tables are; where too few are, a heading
    stands above the table of its part and below the tables of earlier ones.
    """
    titled = [section for section in form.sections if section.title]
    anywhere = {section.key: Window(0, len(blocks)) for section in titled}
    sure = _best_sequence(
        [
            [heading for heading in found if heading.score >= SURE and not heading.wording]
            for found in _all_candidates(titled, blocks, anywhere, {})
        ]
    )
    windows = _windows(titled, tables, len(blocks))
    if len(sure) >= FEWEST_SURE:
        windows = _between(titled, sure, windows, len(blocks))
    return _best_sequence(_all_candidates(titled, blocks, windows, tables))


def with_overview(
    form: Form, blocks: Sequence[Block], headings: Sequence[Heading]
) -> list[Heading]:
    """Return the headings, with the overview begun by its first sub-heading where it has none."""
    key = form.roles.overview
    if any(heading.section == key for heading in headings):
        return list(headings)
    end = min((heading.index for heading in headings), default=len(blocks))
    for index, block in enumerate(blocks[:end]):
        if isinstance(block, Paragraph) and not block.part and begins_overview(block.text):
            return [Heading(key, index, 1.0, block.text, is_guessed=True), *headings]
    return list(headings)


def doubled_headings(
    form: Form, blocks: Sequence[Block], headings: Sequence[Heading]
) -> Iterator[Heading]:
    """Yield the headings of parts that have one already, but for one right below it."""
    chosen = {heading.index: heading.section for heading in headings}
    last = ""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and not bare(block.text):
            continue
        found = chosen.get(index) or _named_part(form, block)
        if found not in ("", last) and index not in chosen:
            yield Heading(found, index, SURE)
        last = found


def _named_part(form: Form, block: Block) -> str:
    """Return the part of which a line is or begins with the heading, numbered or word for word."""
    if not isinstance(block, Paragraph) or block.part:
        return ""
    for section in form.sections:
        score = heading_score(section, block.text)[0] if section.title else 0.0
        if score > SURE or (score and normalise(block.text) == normalise(section.title)):
            return section.key
    return ""


def _all_candidates(
    titled: Sequence[Section],
    blocks: Sequence[Block],
    windows: Mapping[str, Window],
    tables: Mapping[str, Sequence[int]],
) -> list[list[Heading]]:
    return [list(_candidates(section, blocks, windows[section.key], tables)) for section in titled]


def _between(
    titled: Sequence[Section], sure: Sequence[Heading], windows: Mapping[str, Window], count: int
) -> dict[str, Window]:
    """Return the windows of headings of which most are known: these, and what is between them."""
    places = {heading.section: heading.index for heading in sure}
    found = {}
    for number, section in enumerate(titled):
        if section.key in places:
            place = places[section.key]
            found[section.key] = Window(place, place + 1)
            continue
        before = [places[s.key] for s in titled[:number] if s.key in places]
        after = [places[s.key] for s in titled[number:] if s.key in places]
        window = Window(max(before, default=-1) + 1, min(after, default=count))
        narrow = windows[section.key]
        both = Window(max(window.first, narrow.first), min(window.last, narrow.last))
        found[section.key] = both if both.first < both.last else window
    return found


def _windows(
    sections: Sequence[Section], tables: Mapping[str, Sequence[int]], count: int
) -> dict[str, Window]:
    """Return where each heading may stand: behind earlier tables, before its own and later."""
    windows = {}
    for place, section in enumerate(sections):
        before = [i for s in sections[:place] for i in tables.get(s.table, ())]
        after = [i for s in sections[place:] for i in tables.get(s.table, ())]
        windows[section.key] = Window(max(before, default=-1) + 1, min(after, default=count))
    return windows


def _candidates(
    section: Section, blocks: Sequence[Block], window: Window, tables: Mapping[str, Sequence[int]]
) -> Iterable[Heading]:
    for index in range(window.first, window.last):
        block = blocks[index]
        if not isinstance(block, Paragraph) or block.part:
            continue
        score, rest, wording = heading_score(section, block.text)
        if score:
            # Of equals, the one nearest to the table of the part is its heading.
            near = (window.last - index) * 0.001 if tables.get(section.table) else 0.0
            yield Heading(section.key, index, score - near, rest, wording)


@lru_cache(maxsize=4096)
def heading_score(section: Section, text: str) -> tuple[float, str, str]:
    """Return how sure a paragraph is the heading of a part (0 is not).

    Beside it: text that follows on the same line, and the wording where it is not an official one.
    """
    plain = without_marks(text).strip()
    number = numbering(plain)
    is_numbered = _has_number_of(section, number)
    titles = _titles(section)
    if is_numbered and normalise(plain) not in titles:
        score, rest = _leading_score(plain, titles)
        if rest:
            return score, rest, ""
    before, rest = _split_at_colon(plain)
    if len(bare(before)) > LONGEST_HEADING or (rest and not is_numbered):
        return NO_HEADING
    label = _label(before, titles)
    score = _whole_score(label, titles, is_numbered, bool(number))
    return (score, rest, "" if label in titles else before) if score else NO_HEADING


def _label(text: str, titles: Sequence[str]) -> str:
    """Return a line as it is compared, without its subject where that makes it a heading."""
    label = normalise(text)
    bared = normalise(without_subject(_unnumbered(text)))
    return bared if label not in titles and bared in titles else label


@lru_cache(maxsize=256)
def _titles(section: Section) -> tuple[str, ...]:
    """Return the wordings of a heading, with the subject in front and without it."""
    wordings = (section.title, *section.aliases)
    bared = (without_subject(_unnumbered(wording)) for wording in wordings)
    return tuple(dict.fromkeys(map(normalise, (*wordings, *bared))))


def _unnumbered(text: str) -> str:
    plain = bare(text)
    return plain[len(numbering(plain)) :]


def _has_number_of(section: Section, number: str) -> bool:
    """Return whether a number is the section's own, whatever sign stands behind it."""
    mark = numbering(section.title)
    return bool(mark) and number == mark.replace("、", number[-1:] or "、")


def _split_at_colon(plain: str) -> tuple[str, str]:
    """Return what stands before and behind the first colon of a line."""
    parts = re.split("[：:]", plain, maxsplit=1)
    return parts[0].strip(), parts[1].strip() if len(parts) > 1 else ""


def _whole_score(label: str, titles: Sequence[str], is_numbered: bool, has_number: bool) -> float:
    if label in titles:
        if is_numbered:
            return 5.0
        return 2.5 if has_number else 3.0
    if has_number and not is_numbered:
        return 0.0
    likeness = max(similarity(label, title) for title in titles)
    least, base = (CLOSE_NUMBERED, 3.0) if is_numbered else (CLOSE_UNNUMBERED, 1.0)
    return base + likeness if likeness >= least else 0.0


def _leading_score(plain: str, titles: Sequence[str]) -> tuple[float, str]:
    """Find a heading that its text follows on the same line, such as 「六、其他…事项：无」."""
    for end in range(2, min(len(plain), LONGEST_HEADING)):
        if plain[end - 1] in " \u3000:：。." and normalise(plain[:end]) in titles:
            return 4.0, _AFTER_HEADING.sub("", plain[end:], count=1)
    return 0.0, ""


def _best_sequence(candidates: Sequence[Sequence[Heading]]) -> list[Heading]:
    """Return the choice of at most one heading a part, places rising, with the highest score."""
    best: list[tuple[float, int, list[Heading]]] = [(0.0, -1, [])]
    for options in candidates:
        extended = list(best)
        for heading in options:
            reachable = [item for item in best if item[1] < heading.index]
            score, _, chosen = max(reachable, key=lambda item: item[0])
            extended.append((score + heading.score, heading.index, [*chosen, heading]))
        best = _without_dominated(extended)
    return max(best, key=lambda item: item[0])[2]


def _without_dominated(
    items: list[tuple[float, int, list[Heading]]],
) -> list[tuple[float, int, list[Heading]]]:
    """Drop choices that end later than another without scoring more."""
    kept: list[tuple[float, int, list[Heading]]] = []
    for item in sorted(items, key=lambda item: (item[1], -item[0])):
        if not kept or item[0] > kept[-1][0]:
            kept.append(item)
    return kept
