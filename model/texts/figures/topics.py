"""Which table's matter each sentence of a section concerns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from model.texts.figures.guards import Context, hide_names, time_named
from model.texts.figures.spoken import Spoken
from model.texts.sentences import LONGEST, Sentence, sentences

_NEW_POINT = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十0-9]{1,2}[)）、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[①-⑩])"
)
_PARTS = re.compile(r"其中")
LONGEST_HEADING = 30


@lru_cache(maxsize=64)
def with_contexts(text: str, default: str, spoken: Spoken) -> tuple[tuple[Sentence, Context], ...]:
    """Return each sentence with what was spoken of before it in its paragraph.

    `default` is the matter of the whole section. A heading holds until the next one.
    """
    return tuple(_with_contexts(text, default, spoken))


def _with_contexts(text: str, default: str, spoken: Spoken) -> Iterator[tuple[Sentence, Context]]:
    topic, time, end, was_heading = default, "", 0, False
    for sentence in _with_parts(text):
        is_new_line = "\n" in text[end : sentence.start]
        if _NEW_POINT.match(sentence.text) or (is_new_line and not was_heading):
            topic, time = default, ""
        yield sentence, Context(topic, time)
        topic = own_topic(sentence.text, spoken) or topic
        time = time_named(spoken, hide_names(sentence.text)) or time
        was_heading = len(sentence.text) <= LONGEST_HEADING and "，" not in sentence.text
        end = sentence.start + len(sentence.text)


def _with_parts(text: str) -> Iterator[Sentence]:
    """Yield the sentences, one that begins with 其中 together with the one that it goes on."""
    held: Sentence | None = None
    for sentence in sentences(text):
        if held is not None and _is_part_of(held, sentence, text):
            end = sentence.start + len(sentence.text)
            held = Sentence(held.start, text[held.start : end])
            continue
        if held is not None:
            yield held
        held = sentence
    if held is not None:
        yield held


def _is_part_of(before: Sentence, sentence: Sentence, text: str) -> bool:
    between = text[before.start : sentence.start]
    is_short = len(between) + len(sentence.text) <= LONGEST
    return is_short and "\n" not in between and bool(_PARTS.match(sentence.text))


@lru_cache(maxsize=4096)
def own_topic(text: str, spoken: Spoken) -> str:
    """Return the first matter, in the order of the list, that a sentence names, or ""."""
    return next((key for key, words in spoken.topics.items() if words.search(text)), "")
