"""All checks, loaded when they are first needed: those on texts take long to load.

Each module registers its functions when it is imported; a new module is named here.
"""

from __future__ import annotations

from functools import cache

from model.checks.registry import CHECKS, Check


@cache
def table_checks() -> tuple[Check, ...]:
    """Return the checks on the tables' cells."""
    import model.checks.amount_checks  # noqa: F401
    import model.checks.balance_checks  # noqa: F401
    import model.checks.cell_checks  # noqa: F401
    import model.checks.crossing_checks  # noqa: F401
    import model.checks.label_checks  # noqa: F401
    import model.checks.previous_checks  # noqa: F401
    import model.checks.split_checks  # noqa: F401
    import model.checks.stock_checks  # noqa: F401
    import model.checks.total_checks  # noqa: F401
    import model.checks.unit_checks  # noqa: F401

    return tuple(CHECKS)


@cache
def all_checks() -> tuple[Check, ...]:
    """Return all checks, those on the tables first."""
    table_checks()
    import model.checks.basis_checks  # noqa: F401
    import model.checks.copied_checks  # noqa: F401
    import model.checks.fee_text_checks  # noqa: F401
    import model.checks.part_checks  # noqa: F401
    import model.checks.privacy_checks  # noqa: F401
    import model.checks.text_count_checks  # noqa: F401
    import model.checks.text_figure_checks  # noqa: F401
    import model.checks.title_checks  # noqa: F401
    import model.checks.wording_checks  # noqa: F401
    import model.checks.year_checks  # noqa: F401

    return tuple(CHECKS)
