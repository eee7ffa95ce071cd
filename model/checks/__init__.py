"""Checks on a report: small functions that yield findings and quote the rule they hold."""

from model.checks import (
    balance_checks,
    cell_checks,
    copied_checks,
    previous_checks,
    total_checks,
    unit_checks,
)
from model.checks.checker import Checker, run_checks
from model.checks.finding import CellRef, Finding, Level
from model.checks.registry import CHECKS

__all__ = [
    "CHECKS",
    "CellRef",
    "Checker",
    "Finding",
    "Level",
    "balance_checks",
    "cell_checks",
    "copied_checks",
    "previous_checks",
    "run_checks",
    "total_checks",
    "unit_checks",
]
