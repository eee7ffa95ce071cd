"""What a clerk declared right although a check asked: the finding, what it rests on, the reason."""

from __future__ import annotations

from dataclasses import dataclass

from model.report.values import Value


@dataclass(frozen=True)
class Acknowledged:
    """A finding declared right; it holds while `rests_on` and the words stay as they are.

    `cells` are those that the finding names, `rests_on` (table, key, value) of every cell
    concerned, `expected` the other side as it is shown. `words` is the sentence of `section` around
    the `quote`; of a finding on no words and no cells it is the finding's own sentence.
    """

    code: str
    reason: str
    cells: tuple[tuple[str, str], ...] = ()
    rests_on: tuple[tuple[str, str, Value], ...] = ()
    section: str = ""
    quote: str = ""
    words: str = ""
    expected: str = ""
