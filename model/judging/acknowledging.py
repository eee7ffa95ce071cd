"""Declares findings right (情况属实), and takes that back."""

from __future__ import annotations

from dataclasses import replace

from model.checks.declared import described
from model.checks.finding import Finding
from model.report.acknowledged import Acknowledged
from model.report.edits import AcknowledgedChange, Edit
from model.report.report import Report


def acknowledge(report: Report, finding: Finding, reason: str) -> Edit:
    """Return the edit that declares a finding right for a reason."""
    declared = replace(described(report, finding), reason=reason.strip())
    kept = _others(report, finding)
    return Edit("标为情况属实", (AcknowledgedChange((*kept, declared)),))


def withdraw(report: Report, finding: Finding) -> Edit:
    """Return the edit that takes such a declaration back."""
    return Edit("取消情况属实", (AcknowledgedChange(_others(report, finding)),))


def _others(report: Report, finding: Finding) -> tuple[Acknowledged, ...]:
    own = described(report, finding)
    return tuple(item for item in report.acknowledged if replace(item, reason="") != own)
