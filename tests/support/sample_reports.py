"""A small report written for the tests, with a value of every kind in it."""

from __future__ import annotations

from decimal import Decimal

from model.form.form import Form
from model.report.report import Report
from model.report.values import Value
from storage.form_store import load_form


def sample_report(form: Form | None = None) -> Report:
    """Return a balanced report of a town with texts, a blank, typed texts and an amount."""
    form = form or load_form("2021")
    tables: dict[str, dict[str, Value]] = {
        table.key: dict.fromkeys(table.inputs, 0) for table in form.tables
    }
    tables["proactive_disclosure"].update(
        {"normative_documents.in_force": 6, "fees.amount": Decimal("12.3400")}
    )
    tables["requests"].update(
        {
            "new_received.natural_person": 12,
            "granted.natural_person": 7,
            "partly_granted.natural_person": 1,
            "carried_forward.natural_person": 4,
            "unprocessed_repeated.natural_person": "/",
            "other_fee_unpaid.research_institution": None,
        }
    )
    return Report(
        form=form,
        organization="青山县红星镇人民政府",
        year=2023,
        title="2023年政府信息公开工作年度报告",
        sections={
            "preamble": "本报告根据《条例》编制。",
            "overview": "（一）主动公开\n全年主动公开信息30条。\n（二）依申请公开。收到申请12件。",
            "requests": "申请均按期办理。",
            "problems": "=主要问题是更新不够及时。",
            "other_matters": "2023年发出收费通知0件。",
            "signature": "青山县红星镇人民政府\n2024年1月20日",
        },
        tables=tables,
    )
