"""The catalogue of all checks, loaded when they are first needed: those on texts take long to load.

A new module of checks is one line in one of the two lists; their order is the order in which
findings of the same place are told.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from model.checks.registry import Check

TABLE_MODULES = (
    "cells.amount_checks",
    "sums.balance_checks",
    "cells.cell_checks",
    "sums.crossing_checks",
    "cells.label_checks",
    "across_years.jump_checks",
    "across_years.previous_checks",
    "sums.split_checks",
    "cells.stock_checks",
    "sums.total_checks",
    "cells.unit_checks",
)
"""Modules of checks that look at the tables' cells alone."""

TEXT_MODULES = (
    "texts.basis_checks",
    "texts.date_checks",
    "across_years.reused_checks",
    "texts.fee_text_checks",
    "texts.part_checks",
    "texts.part_name_checks",
    "texts.privacy_checks",
    "texts.text_count_checks",
    "texts.text_figure_checks",
    "texts.title_checks",
    "texts.unit_name_checks",
    "texts.wording_checks",
    "texts.year_checks",
)
"""Modules of checks that look at texts, too."""


@cache
def table_checks() -> tuple[Check, ...]:
    """Return the checks on the tables' cells."""
    return tuple(check for name in TABLE_MODULES for check in _checks_of(name))


@cache
def all_checks() -> tuple[Check, ...]:
    """Return all checks, those on the tables first."""
    return table_checks() + tuple(check for name in TEXT_MODULES for check in _checks_of(name))


def _checks_of(name: str) -> list[Check]:
    """Return the checks that a module defines, in their order there."""
    module = import_module(f"model.checks.{name}")
    return [
        item
        for item in vars(module).values()
        if isinstance(item, Check) and item.run.__module__ == module.__name__
    ]
