"""What the selected cells of a table add up to, as the foot of the window tells it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gui.tables.table_view import FormTableView
from model.report.comparison import name_of_last
from model.report.values import Value, format_value


def selection_words(view: FormTableView) -> str:
    """Return count, sum, figures and largest of a range, with last year's sum; "" for one cell."""
    cells = view.selected_cells()
    if len(cells) < 2:
        return ""
    model = view.form_model
    now = _numbers([model.value(cell.key) for cell in cells])
    if not now:
        return f"选中{len(cells)}格"
    words = f"选中{len(cells)}格　合计 {_sum(now)}　计数 {len(now)}　最大 {format_value(max(now))}"
    previous = model.document.report.previous
    if previous is None:
        return words
    last = _numbers([previous.value(model.table.key, cell.key) for cell in cells])
    name = name_of_last(model.document.report)
    return f"{words}　｜　{name}合计 {_sum(last)}" if last else words


def _numbers(values: Sequence[Value]) -> list[int | Decimal]:
    return [value for value in values if isinstance(value, (int, Decimal))]


def _sum(numbers: Sequence[int | Decimal]) -> str:
    return format_value(sum(numbers, start=Decimal(0) if _has_decimals(numbers) else 0))


def _has_decimals(numbers: Sequence[int | Decimal]) -> bool:
    return any(isinstance(number, Decimal) for number in numbers)
