"""Checks on a report: small functions that yield findings and quote the rule they hold."""

from model.checks.finding import CellRef, Finding, Level
from model.checks.registry import CHECKS, check, run_checks

__all__ = ["CHECKS", "CellRef", "Finding", "Level", "check", "run_checks"]
