"""Checks on a report: small functions that yield findings and quote the rule they hold."""

from model.checks import (
    amount_checks,
    balance_checks,
    basis_checks,
    cell_checks,
    copied_checks,
    crossing_checks,
    label_checks,
    part_checks,
    previous_checks,
    privacy_checks,
    split_checks,
    stock_checks,
    text_figure_checks,
    title_checks,
    total_checks,
    unit_checks,
    wording_checks,
    year_checks,
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
    "amount_checks",
    "balance_checks",
    "basis_checks",
    "cell_checks",
    "copied_checks",
    "crossing_checks",
    "label_checks",
    "part_checks",
    "previous_checks",
    "privacy_checks",
    "run_checks",
    "split_checks",
    "stock_checks",
    "title_checks",
    "text_figure_checks",
    "total_checks",
    "unit_checks",
    "wording_checks",
    "year_checks",
]
