"""Who signs a report, and that it was made final."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

STEPS: tuple[tuple[str, str], ...] = (
    ("drafted", "拟稿"),
    ("checked", "核稿"),
    ("secrecy", "保密审查"),
    ("countersigned", "会签"),
    ("issued", "签发"),
)
"""The steps of a sign-off, in their order: key and printed name."""


@dataclass(frozen=True)
class Final:
    """That a report was made final: the day, the code of its content then, and whether it still is.

    `is_unlocked` says that somebody went on to change it.
    """

    day: date
    code: str
    is_unlocked: bool = False


@dataclass(frozen=True)
class SignOff:
    """The names on the sign-off sheet by step, a remark, and the final state or None."""

    names: tuple[tuple[str, str], ...] = ()
    remark: str = ""
    final: Final | None = None

    def name(self, step: str) -> str:
        """Return the name of a step, or ""."""
        return dict(self.names).get(step, "")

    @property
    def is_locked(self) -> bool:
        """Return whether the report is final and not unlocked."""
        return self.final is not None and not self.final.is_unlocked
