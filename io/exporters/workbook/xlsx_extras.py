"""The two sheets that a workbook has only when asked: last year's figures, and the findings."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from exporters.extra_blocks import ComparedFigure, Extras
from exporters.page_style import PageStyle
from exporters.table_layout import line_count
from exporters.workbook.xlsx_formulas import Results, ranges
from exporters.workbook.xlsx_looks import LABEL_FILL, Look, Looks
from exporters.workbook.xlsx_style import (
    MARGIN,
    cell_at,
    needs_quote,
    number_format,
    put_text,
    put_value,
    set_up_print,
    set_widths,
    sheet_name,
)
from exporters.workbook.xlsx_table import FIRST_ROW
from model.report.values import Value

PREVIOUS, FINDINGS = "上年数", "校验"
_COMPARED = ("表格", "格子", "上年数", "本年数", "增减")
_FINDING_COLUMNS = ("程度", "位置", "问题", "情况属实的说明")
_COMPARED_WIDTHS = (27.0, 86.0, 31.0, 18.0, 18.0)
_FINDING_WIDTHS = (18.0, 60.0, 75.0, 27.0)
_SIZE = 11.0
_HIGHEST = 409.0
"""Points; a workbook's row cannot be higher."""


class ExtraSheet:
    """A sheet of rows under a header; `results` holds what its formulas yield.

    There is no title above: read back, a line outside the list would pass for text of the report.
    """

    def __init__(self, sheet: Worksheet, style: PageStyle, looks: Looks) -> None:
        self._sheet = sheet
        self._style = style
        self._looks = looks
        self._plain = Look(style.table.name, _SIZE, horizontal="left", vertical="top")
        self._next = 1
        self._widths: Sequence[float] = ()
        self.results: dict[str, Value] = {}

    def fill_previous(self, extras: Extras) -> Results:
        """Lay last year's figures, beside each this year's as it stands in its own sheet."""
        table, name, last, current, change = _COMPARED
        whose = f"{last}（{extras.previous}）" if extras.previous else last
        self._lay_head((table, name, whose, current, change), _COMPARED_WIDTHS)
        if not extras.previous:
            self._lay_texts(("", "这份报告没有附上上年报告。", "", "", ""))
        for figure in extras.figures:
            self._lay_figure(figure)
        self._lay_view()
        return self.results

    def fill_findings(self, extras: Extras) -> Results:
        """Lay the findings, one a row, errors first."""
        self._lay_head(_FINDING_COLUMNS, _FINDING_WIDTHS)
        if not extras.findings:
            self._lay_texts(("", "", "没有发现问题。", ""))
        for finding in extras.findings:
            self._lay_texts((finding.level, finding.place, finding.message, finding.reason))
        self._lay_view()
        return self.results

    def _lay_head(self, header: Sequence[str], widths: Sequence[float]) -> None:
        paper = self._style.width - 2 * MARGIN
        self._widths = [width * paper / sum(widths) for width in widths]
        set_widths(self._sheet, self._widths)
        self._lay_texts(header, is_header=True)

    def _lay_texts(self, texts: Sequence[str], *, is_header: bool = False) -> None:
        look = self._plain
        if is_header:
            look = look._replace(is_bold=True, horizontal="center", fill=LABEL_FILL)
        for column, text in enumerate(texts, start=1):
            cell = cell_at(self._sheet, self._next, column)
            put_text(cell, text)
            self._looks.dress(cell, look._replace(is_quoted=needs_quote(text)))
        self._end_row(texts)

    def _end_row(self, texts: Sequence[str]) -> None:
        """Make the row as high as its texts need."""
        pairs = zip(texts, self._widths, strict=False)
        lines = max(line_count(width, text, _SIZE, self._style) for text, width in pairs)
        height = lines * _SIZE * self._style.table_pitch + 6
        self._sheet.row_dimensions[self._next].height = min(_HIGHEST, height)
        self._next += 1

    def _lay_figure(self, figure: ComparedFigure) -> None:
        row = self._next
        self._lay_texts((figure.table, figure.name))
        last, current, change = (cell_at(self._sheet, row, column) for column in (3, 4, 5))
        look = self._plain._replace(horizontal="center", is_figure=True)
        put_value(last, figure.previous)
        shown = number_format(figure.previous, figure.decimals)
        quoted = needs_quote(figure.previous)
        self._looks.dress(last, look._replace(number_format=shown, is_quoted=quoted))
        if figure.place is not None:
            name = f"'{sheet_name(figure.table)}'!{ranges([figure.place], FIRST_ROW)}"
            current.value = f'=IF({name}="","",{name})'
            self.results[current.coordinate] = figure.current
            change.value = f'=IF(AND(ISNUMBER(C{row}),ISNUMBER(D{row})),D{row}-C{row},"")'
            self.results[change.coordinate] = _change(figure)
        places = f"0.{'0' * figure.decimals}" if figure.decimals else "0"
        self._looks.dress(current, look._replace(number_format=places))
        self._looks.dress(change, look._replace(number_format=f"+{places};-{places};0"))

    def _lay_view(self) -> None:
        last = f"{'ABCDE'[len(self._widths) - 1]}{self._next - 1}"
        self._sheet.freeze_panes = "A2"
        self._sheet.auto_filter.ref = f"A1:{last}"
        set_up_print(self._sheet, f"A1:{last}", "1:1", is_landscape=False)


def _change(figure: ComparedFigure) -> Value:
    last, current = figure.previous, figure.current
    if last is None or current is None or isinstance(last, str) or isinstance(current, str):
        return None
    return current - last
