"""The copy that goes round for signing: the report, its sheet for signatures, and its code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from exporters.blocks import Content, PartStart, TableBlock, TableCell, Title
from exporters.page_style import CODE, Furniture
from exporters.report_blocks import report_blocks
from model.checks import Finding, Level, run_checks
from model.checks.declared import reason_for
from model.judging.sorted_findings import SortedFindings
from model.report.report import Report
from model.report.sign_off_record import SheetRow
from model.signing.code import matches_signed, shown_code

SHEET_TITLE = "政府信息公开工作年度报告审签单"
WATERMARK = "送审稿"
CODE_MEANS = "由报告内容算出，与各页页脚一致；内容改一个字，校验码就不同。"
FINAL = "报告已于{day.year}年{day.month}月{day.day}日定稿。"
CHECK_RESULT = "校验情况"
COLUMNS = ("环节", "姓名（签字）", "日期", "意见")
DATE = "　　年　　月　　日"
NO_REASON = "没有写明理由"

_WIDTHS = (26.0, 48.0, 38.0, 44.0)
_SIZE, _SMALL, _AIR = 12.0, 10.5, 0.8
_ROW, _SIGNED, _REMARK = 9.0, 17.0, 14.0
_LEAST_SIGNED, _ROOM_TO_SIGN = 11.0, 112.0
"""Heights in millimetres: the least ones of the rows, and that of all signed rows together.

A hand needs some 16 for its name, 11 at the least.
"""
_POINT = re.compile(r"(?:「[^」]*」|[^「。])*。?")


@dataclass(frozen=True)
class SignOffCopy:
    """What the copy for signing has: the pale word behind the text, and where its sheet stands."""

    has_watermark: bool = True
    sheet: Literal["first", "last", "none"] = "first"


def sign_off_copy(
    report: Report, signed_copy: SignOffCopy
) -> tuple[tuple[Content, ...], Furniture]:
    """Return the copy's blocks in printing order, and what each of its pages bears."""
    code = shown_code(report)
    blocks: tuple[Content, ...] = report_blocks(report)
    sheet = (PartStart(is_numbered=False), Title("", SHEET_TITLE), _table(report, code))
    if signed_copy.sheet == "first":
        blocks = (*sheet, PartStart(is_numbered=True), *blocks)
    elif signed_copy.sheet == "last":
        blocks = (*blocks, *sheet)
    return blocks, Furniture(WATERMARK if signed_copy.has_watermark else "", CODE.format(code=code))


def _table(report: Report, code: str) -> TableBlock:
    sheet = _Sheet()
    sheet.add_pair("单位", report.organization, _ROW)
    sheet.add_pair("报告", report.title, _ROW)
    rows = report.sign_off.rows
    for row in (row for row in rows if not row.is_signed):
        sheet.add_pair(row.label, report.sign_off.name(row.key), _ROW)
    sheet.add(*(_cell(title, "header") for title in COLUMNS), height=_ROW)
    signed = [row for row in rows if row.is_signed]
    for row in signed:
        sheet.add(*_signed_cells(row, report), height=_signed_height(len(signed)))
    sheet.add_pair("备注", report.sign_off.remark, _REMARK)
    kept_rows = len(sheet.heights)
    lines = list(_state_of_checks(report))
    sheet.add(_cell(CHECK_RESULT, "label", rows=len(lines)), _wide(lines[0]), height=_ROW)
    for line in lines[1:]:
        sheet.add(_wide(line), height=_ROW, column=1)
    sheet.add_pair("校验码", "\n".join(_lines_on_code(report, code)), _ROW)
    return TableBlock(
        name=SHEET_TITLE,
        section=SHEET_TITLE,
        cells=tuple(sheet.cells),
        widths=_WIDTHS,
        font_size=_SIZE,
        header_rows=0,
        label_columns=1,
        heights=tuple(sheet.heights),
        kept_rows=kept_rows,
        air=_AIR,
    )


def _signed_cells(row: SheetRow, report: Report) -> tuple[TableCell, ...]:
    name = replace(_cell(report.sign_off.name(row.key)), is_left=True, size=_SMALL)
    return _cell(row.label, "label"), name, replace(_cell(DATE), size=_SMALL), _cell("")


def _signed_height(count: int) -> float:
    """Return the height of a row that is signed; many of them share the room of one page."""
    return max(_LEAST_SIGNED, min(_SIGNED, _ROOM_TO_SIGN / max(1, count)))


class _Sheet:
    """Collects the rows of the sheet."""

    def __init__(self) -> None:
        self.cells: list[TableCell] = []
        self.heights: list[float] = []

    def add(self, *cells: TableCell, height: float, column: int = 0) -> None:
        """Add a row of that least height in millimetres, its first cell in that column."""
        for cell in cells:
            self.cells.append(replace(cell, row=len(self.heights), column=column))
            column += cell.column_span
        self.heights.append(height)

    def add_pair(self, label: str, text: str, height: float) -> None:
        """Add a row with a label and a text behind it."""
        self.add(_cell(label, "label"), _wide(text), height=height)


def _cell(
    text: str, role: Literal["header", "label", "value"] = "value", rows: int = 1
) -> TableCell:
    return TableCell(0, 0, rows, 1, role, text)


def _wide(text: str) -> TableCell:
    """Return a cell over all columns but the first."""
    return replace(_cell(text), column_span=len(COLUMNS) - 1, is_left=True, size=_SMALL)


def _lines_on_code(report: Report, code: str) -> Iterator[str]:
    yield code
    yield CODE_MEANS
    final = report.sign_off.final
    if final is not None and report.sign_off.is_locked and matches_signed(report):
        yield FINAL.format(day=final.day)


# ---------------------------------------------------------------- the state of the checks


def _state_of_checks(report: Report) -> Iterator[str]:
    """Yield a line of counts, then each error that was left and each doubt declared right."""
    findings = run_checks(report)
    found = SortedFindings(report, findings)
    of_level = {level: [item for item in findings if item.level is level] for level in Level}
    errors = of_level[Level.ERROR]
    acknowledged = [item for item, _ in found.acknowledged if item.level is Level.QUERY]
    yield (
        f"必须改 {len(errors)} 处{'（原因见下）' if errors else ''}；"
        f"请核实 {len(acknowledged)} 处已注明情况属实{'（见下）' if acknowledged else ''}，"
        f"{found.count(Level.QUERY)} 处未处理{_hints(of_level[Level.HINT])}。"
    )
    yield from _reasons(report, "必须改", errors)
    yield from _reasons(report, "情况属实", acknowledged)


def _hints(found: Sequence[Finding]) -> str:
    return f"；提示 {len(found)} 处" if found else ""


def _reasons(report: Report, name: str, findings: Iterable[Finding]) -> Iterator[str]:
    for number, finding in enumerate(findings, start=1):
        reason = reason_for(report, finding) or NO_REASON
        yield f"{name} {number}：{_point(report, finding)}\n理由：{reason}"


def _point(report: Report, finding: Finding) -> str:
    """Return the finding's first sentence, and where it is not told there, its place."""
    match = _POINT.match(finding.message)
    point = match.group() if match else finding.message
    if finding.cells or not finding.section:
        return point
    name = report.form.section(finding.section).name
    return point if name in point else f"{name}：{point}"
