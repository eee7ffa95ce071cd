"""Reports made from a number, so that the same number gives the same report every time."""

from __future__ import annotations

import random
from decimal import Decimal

from model.form.table import Table
from model.report.report import Report
from model.report.values import Value
from report_strategies import TYPED
from storage.form_store import load_form


def random_report(seed: int) -> Report:
    """Return a report with blanks, small and large figures, amounts and typed texts."""
    dice = random.Random(seed)
    form = load_form("2021")

    def value(table: Table, key: str) -> Value:
        if table.column(key).kind == "amount":
            return Decimal(dice.randrange(10**6)).scaleb(-dice.randrange(5))
        choices: list[Value] = [None, 0, 0, dice.randrange(100), dice.randrange(10**6)]
        return dice.choice([*choices, dice.choice(TYPED)])

    tables = {t.key: {key: value(t, key) for key in t.inputs} for t in form.tables}
    year = 2021 + seed % 9
    sections = {
        "preamble": "本报告按规定编制。",
        "overview": f"（一）主动公开\n公开信息{seed}条。\n（二）依申请公开。收到申请{seed}件。",
        "problems": "=一是不够及时；\n二是形式不多。",
        "other_matters": "没有其他事项。",
        "signature": f"红星镇人民政府\n{year + 1}年1月20日",
    }
    title = form.title.format(year=year)
    return Report(form, "红星镇人民政府", year, title, sections, dict(tables))
