"""What of a report goes onto paper: its blocks as they fit the pages, and what each page bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.blocks import Content
from exporters.copy_fitting import copy_fitted
from exporters.page_style import CODE, PLAIN, Furniture, PageStyle
from exporters.report_blocks import report_blocks
from model.report.report import Report
from model.signing.code import matches_signed, shown_code

if TYPE_CHECKING:
    from exporters.sign_off_blocks import SignOffCopy


def printed_content(
    report: Report, style: PageStyle, signed_copy: SignOffCopy | None = None
) -> tuple[tuple[Content, ...], Furniture]:
    """Return the blocks in printing order and the furniture; with `signed_copy` those to be signed.

    A final report that is still what was signed bears its code on each page, where the style says
    so; a copy for signing always does.
    """
    if signed_copy is None:
        return copy_fitted(report_blocks(report), style), _furniture(report, style)
    # Loaded only with a copy: it runs the checks.
    from exporters.sign_off_blocks import sign_off_copy

    blocks, furniture = sign_off_copy(report, signed_copy)
    return copy_fitted(blocks, style), furniture


def _furniture(report: Report, style: PageStyle) -> Furniture:
    is_signed = report.sign_off.is_locked and matches_signed(report)
    if not (style.has_code and is_signed):
        return PLAIN
    return Furniture(footer=CODE.format(code=shown_code(report)))
