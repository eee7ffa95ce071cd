"""Who signs a report, and that it was made final."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class SheetRow:
    """A row of the sheet: its printed name, what is printed in it, and whether it is signed.

    `text` is what stands there unless the report says otherwise; who signs, signs by hand.
    """

    key: str
    label: str
    is_signed: bool = True
    text: str = ""


USUAL_ROWS: tuple[SheetRow, ...] = (
    SheetRow("publicity", "公开属性", is_signed=False, text="主动公开"),
    SheetRow("drafted", "拟稿"),
    SheetRow("checked", "核稿"),
    SheetRow("proofread", "校对"),
    SheetRow("secrecy", "保密审查"),
    SheetRow("countersigned", "会签"),
    SheetRow("reviewed", "审核（分管领导）"),
    SheetRow("issued", "签发（主要领导）"),
)
"""The rows of a usual sheet in their order, as papers to be issued have them."""


@dataclass(frozen=True)
class Final:
    """That a report was made final: the day, the code of its content then, and whether it still is.

    `is_unlocked` says that somebody went on to change it. `same_as` is the code of the same content
    as this version holds it, where an older one made the report final over texts that it did not
    clean; else "".
    """

    day: date
    code: str
    is_unlocked: bool = False
    same_as: str = ""


@dataclass(frozen=True)
class SignOff:
    """What the sheet says by row, a remark, its final state or None, and its own rows.

    Where there are none of its own it has the usual ones.
    """

    names: tuple[tuple[str, str], ...] = ()
    remark: str = ""
    final: Final | None = None
    own_rows: tuple[SheetRow, ...] = ()

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """Return the rows of the sheet in their order."""
        return self.own_rows or USUAL_ROWS

    def name(self, key: str) -> str:
        """Return what is printed in a row, or ""."""
        usual = next((row.text for row in self.rows if row.key == key), "")
        return dict(self.names).get(key, usual)

    @property
    def is_locked(self) -> bool:
        """Return whether the report is final and not unlocked."""
        return self.final is not None and not self.final.is_unlocked
