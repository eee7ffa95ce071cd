"""Checks on a report: small functions that yield findings and quote the rule they hold."""

from model.checks.catalogue import all_checks, table_checks
from model.checks.checker import Checker, run_checks, table_findings
from model.checks.finding import CellRef, Finding, Level

__all__ = [
    "CellRef",
    "Checker",
    "Finding",
    "Level",
    "all_checks",
    "run_checks",
    "table_checks",
    "table_findings",
]
