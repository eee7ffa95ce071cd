"""The page style that the clerk has chosen: fonts by role and margins, kept in the settings."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from exporters.page_style import OFFICIAL, ROLES, FontRole, Margins, PageStyle
from gui.settings import Settings

ROLE_NAMES: dict[FontRole, str] = {
    "title": "标题",
    "body": "正文",
    "heading_1": "一级标题（一、）",
    "heading_2": "二级标题（（一））",
    "table": "表格",
    "page_number": "页码",
}
_SEAL, _CODE = "seal_at_the_end", "code_on_pages"
LEAST_MARGIN, MOST_MARGIN = 10.0, 50.0
"""Millimetres: what printers can reach, and what leaves room for the tables."""


@dataclass(frozen=True)
class PageSetup:
    """The margins, whether the end leaves room for a seal, and whether final reports bear codes."""

    margins: Margins
    has_seal: bool = False
    has_code: bool = True


def chosen_style(settings: Settings) -> PageStyle:
    """Return the official page style with the fonts and margins that were chosen instead."""
    setup = chosen_setup(settings)
    style = OFFICIAL.with_fonts(chosen_fonts(settings)).with_margins(setup.margins)
    return replace(style, has_seal=setup.has_seal, has_code=setup.has_code)


def chosen_setup(settings: Settings) -> PageSetup:
    """Return how pages are set up; without a choice with codes and without a seal."""
    has_seal, has_code = settings.choice(_SEAL) == "yes", settings.choice(_CODE) != "no"
    return PageSetup(chosen_margins(settings), has_seal, has_code)


def note_setup(settings: Settings, setup: PageSetup) -> None:
    """Remember how pages are set up; what is usual leaves nothing behind."""
    note_margins(settings, setup.margins)
    settings.note_choice(_SEAL, "yes" if setup.has_seal else "")
    settings.note_choice(_CODE, "" if setup.has_code else "no")


def chosen_fonts(settings: Settings) -> dict[FontRole, str]:
    """Return the roles for which another font was chosen, with its name."""
    names = {role: settings.choice(f"font_{role}") for role in ROLES}
    return {role: name for role, name in names.items() if name}


def note_fonts(settings: Settings, names: dict[FontRole, str]) -> None:
    """Remember the fonts; a role that is not among them has the official one again."""
    for role in ROLES:
        settings.note_choice(f"font_{role}", names.get(role, ""))


def chosen_margins(settings: Settings) -> Margins:
    """Return the margins in millimetres; what is not within sane limits is the official one."""
    official = OFFICIAL.margins
    found = {
        field.name: _margin(settings.choice(f"margin_{field.name}"), getattr(official, field.name))
        for field in fields(Margins)
    }
    return Margins(**found)


def note_margins(settings: Settings, margins: Margins) -> None:
    """Remember the margins; official ones leave nothing behind."""
    for field in fields(Margins):
        value: float = getattr(margins, field.name)
        is_official = value == getattr(OFFICIAL.margins, field.name)
        settings.note_choice(f"margin_{field.name}", "" if is_official else f"{value:g}")


def _margin(text: str, official: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return official
    return value if LEAST_MARGIN <= value <= MOST_MARGIN else official
