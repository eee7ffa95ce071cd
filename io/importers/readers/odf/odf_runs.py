"""The words of an OpenDocument paragraph, run by run, each with its look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from importers.attribute_numbers import whole_number
from importers.readers.looks import Look, Run, shown_text
from importers.readers.odf.odf_names import DRAW, OFFICE, STYLE_NAME, TEXT, Element
from importers.readers.odf.odf_styles import OdfStyles
from importers.source_document import Paragraph

MOST_BLANKS = 200
_SKIPPED = frozenset(
    (
        *(TEXT + name for name in ("number", "note-citation", "ruby-text", "bibliography-mark")),
        *(TEXT + name for name in ("alphabetical-index-mark", "toc-mark", "script")),
        *(OFFICE + name for name in ("annotation", "annotation-end", "event-listeners")),
        TEXT + "tracked-changes",
        DRAW + "image",
        DRAW + "object",
    )
)
_CHARACTERS = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
_SPAN, _BLANKS, _NOTE = TEXT + "span", TEXT + "s", TEXT + "note"
_TEXT_BOX = DRAW + "text-box"
_DELETION, _BEGIN, _END = TEXT + "change", TEXT + "change-start", TEXT + "change-end"
_HIDDEN = (TEXT + "hidden-text", TEXT + "hidden-paragraph")


@dataclass
class Changes:
    """The tracked changes of a text: the words of each deletion, the insertions, what is open now.

    A deletion stands at one place, or where all changes are shown it has a beginning and an end.
    """

    deletions: Mapping[str, str] = field(default_factory=dict)
    insertions: frozenset[str] = frozenset()
    open: set[str] = field(default_factory=set)

    def over(self, look: Look) -> Look:
        """Return the look of text as the changes that are open make it."""
        if not self.open:
            return look
        is_gone = any(identity in self.deletions for identity in self.open)
        return replace(look, is_deleted=is_gone, is_inserted=not is_gone)


@dataclass
class ParagraphRuns:
    """A paragraph, the text boxes anchored in it, and the bodies of its notes."""

    paragraph: Paragraph
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)


def read_runs(
    element: Element, styles: OdfStyles, changes: Changes, *, on_ground: bool
) -> ParagraphRuns:
    """Return what a `text:p` or `text:h` says; `on_ground` where a colour lies behind it."""
    style = element.get(STYLE_NAME, "")
    on_ground = on_ground or styles.has_ground("paragraph", style)
    walker = _Walker(styles, changes, on_ground)
    walker.walk(element, styles.look("paragraph", style, on_ground=on_ground))
    shown = shown_text(walker.runs)
    paragraph = Paragraph(shown.text, marked=tuple(shown.marked))
    return ParagraphRuns(paragraph, walker.boxes, walker.notes)


class _Walker:
    def __init__(self, styles: OdfStyles, changes: Changes, on_ground: bool) -> None:
        self.runs: list[Run] = []
        self.boxes: list[Element] = []
        self.notes: list[Element] = []
        self._styles = styles
        self._changes = changes
        self._on_ground = on_ground

    def walk(self, element: Element, look: Look) -> None:
        self._add(element.text, look)
        for item in element:
            if isinstance(item.tag, str) and item.tag not in _SKIPPED:
                self._take(item, item.tag, look)
            self._add(item.tail, look)

    def _add(self, text: str | None, look: Look) -> None:
        if text:
            # Only marks of their own stand for line breaks and more than one blank.
            plain = text.replace("\n", " ").replace("\t", " ")
            self.runs.append((plain, self._changes.over(look)))

    def _take(self, item: Element, tag: str, look: Look) -> None:
        if tag == _SPAN:
            style = item.get(STYLE_NAME, "")
            self.walk(item, self._styles.look("text", style, look, on_ground=self._on_ground))
        elif tag in _CHARACTERS:
            self.runs.append((_CHARACTERS[tag], look))
        elif tag == _BLANKS:
            count = whole_number(item.get(TEXT + "c"), 1, most=MOST_BLANKS)
            self.runs.append((" " * count, look))
        elif tag == _NOTE:
            self.notes += item.iterchildren(TEXT + "note-body")
        elif tag == _TEXT_BOX:
            self.boxes.append(item)
        elif tag in _HIDDEN:
            self.walk(item, replace(look, is_hidden=item.get(TEXT + "is-hidden") == "true"))
        else:
            self._take_change(item, tag, look)

    def _take_change(self, item: Element, tag: str, look: Look) -> None:
        identity = item.get(TEXT + "change-id", "")
        if tag == _DELETION:
            words = self._changes.deletions.get(identity, "")
            self.runs.append((words, replace(look, is_deleted=True)))
        elif tag == _BEGIN:
            known = identity in self._changes.insertions or identity in self._changes.deletions
            self._changes.open.update([identity] if known else [])
        elif tag == _END:
            self._changes.open.discard(identity)
        else:
            self.walk(item, look)


def changes_of(body: Element) -> Changes:
    """Return the tracked changes that a text holds, none of them open."""
    regions = body.findall(f"{TEXT}tracked-changes/{TEXT}changed-region")
    deletions: dict[str, str] = {}
    insertions: set[str] = set()
    for region in regions:
        identity = region.get(TEXT + "id", "")
        deletion = region.find(TEXT + "deletion")
        if deletion is not None:
            words = ("".join(map(str, p.itertext())) for p in deletion.iter(TEXT + "p", TEXT + "h"))
            deletions[identity] = " ".join(words)
        elif region.find(TEXT + "insertion") is not None:
            insertions.add(identity)
    return Changes(deletions, frozenset(insertions))
