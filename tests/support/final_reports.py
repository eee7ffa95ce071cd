"""A report that nothing keeps from being made final, and one that is."""

from __future__ import annotations

from datetime import date

from model.form.form import Form
from model.report.edits import apply
from model.report.report import Report
from model.signing.final import make_final

DAY = date(2024, 1, 10)


def ready_report(form: Form) -> Report:
    """Return a report without blank cells and without errors."""
    return Report(
        form,
        organization="红星镇人民政府",
        year=2023,
        title=form.title.format(year=2023),
        sections={"overview": "2023年公开信息30条。", "problems": "宣传不够，将加强宣传。"},
        tables={table.key: dict.fromkeys(table.inputs, 0) for table in form.tables},
    )


def final_report(form: Form) -> Report:
    """Return the same report made final."""
    report = ready_report(form)
    apply(report, make_final(report, DAY))
    return report
