"""Which edition of the form a source is written in, told by its words and not by its year."""

from __future__ import annotations

from importers.recognising.labels import normalise
from importers.source_document import Paragraph, SourceDocument
from model.form.form import Form
from storage.form_store import DEFAULT_EDITION, editions, load_form


def form_of(document: SourceDocument) -> Form:
    """Return the edition whose marks the document shows most of; the current one if none."""
    words = normalise_all(document)
    forms = [load_form(edition) for edition in editions()]
    current = load_form(DEFAULT_EDITION)
    best = max(forms, key=lambda form: (_marks_in(form, words), form is current))
    return best if _marks_in(best, words) else current


def normalise_all(document: SourceDocument) -> str:
    """Return all the words of a document, normalised label by label."""
    parts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts += [normalise(line) for line in block.text.split("\n")]
        else:
            parts += [normalise(cell.text) for cell in block.cells]
    return "\n".join(parts)


def _marks_in(form: Form, words: str) -> int:
    return sum(normalise(mark) in words for mark in form.marks)
