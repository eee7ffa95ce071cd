"""The answers to what is asked where a source holds several of what a report has one of."""

from __future__ import annotations

from collections.abc import Sequence

from storage.errors import SeveralFound


class Answers:
    """The answers given so far, handed out one for each question in turn."""

    def __init__(self, name: str, picks: Sequence[int] = ()) -> None:
        """Take the source's name, and the places of the choices taken so far."""
        self._name = name
        self._picks = list(picks)

    def pick(self, question: str, choices: Sequence[str]) -> int:
        """Return the place of the choice taken; SeveralFound where it was not asked yet."""
        if not self._picks:
            raise SeveralFound(self._name, question, choices)
        return min(max(self._picks.pop(0), 0), len(choices) - 1)
