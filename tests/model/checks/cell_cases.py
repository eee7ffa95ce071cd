"""Cases for the checks on cells, totals, balances and last year's report."""

from __future__ import annotations

from decimal import Decimal

from model.report.report import ReusedText
from storage.form_store import load_form
from tests.model.checks.check_cases import (
    FEE,
    FORWARD,
    GRANTED,
    LAW,
    NEW,
    NO_OVER,
    NORM,
    OVER,
    ROW_OF_ONE,
    TOTALS,
    UPHELD,
    Case,
    Cells,
)

LICENCES = "proactive_disclosure/licences.decisions"
ALL_BLANK: Cells = dict.fromkeys(
    f"requests/{key}" for key in load_form("2021").table("requests").inputs
)
PENDING = "review/direct_litigation.pending"
DIGITS_APART: Cells = {
    NEW + "natural_person": 1,
    NEW + "commercial_enterprise": 2,
    GRANTED + "natural_person": 12,
}
FIVE_COUNTS: Cells = {
    LICENCES: 5,
    "proactive_disclosure/penalties.decisions": 7,
    NORM + "in_force": 2,
    **ROW_OF_ONE,
    UPHELD: 1,
}
LONG_TEXT = (
    "（一）主动公开。全年依托政府网站公开各类政策文件，做到应公开尽公开。\n"
    "（二）依申请公开。规范办理流程，及时答复申请人，没有发生超期答复的情形。\n"
    "（三）政府信息管理。落实公开审查制度。（四）政府信息公开平台建设。及时更新栏目。\n"
    "（五）监督保障。组织培训和工作考核，开展社会评议，没有需要责任追究的情形。"
)

HITS: list[tuple[str, Case]] = [
    ("requests-balance", Case({NEW + "natural_person": 2})),
    ("requests-balance", Case({GRANTED + "other_organization": 1})),
    ("cell-blank", Case({NEW + "natural_person": 3, FORWARD + "natural_person": None})),
    ("cell-blank", Case({FORWARD + "natural_person": 3, OVER + "natural_person": None})),
    ("applicant-swap", Case({NEW + "natural_person": 1, GRANTED + "other_organization": 1})),
    ("requests-row-total", Case(ROW_OF_ONE, {GRANTED + "total": 3})),
    ("requests-outcome-total", Case(ROW_OF_ONE, {TOTALS + "natural_person": 3})),
    (
        "review-total",
        Case({UPHELD: 4, "review/reconsideration.other": 1}, {"review/reconsideration.total": 0}),
    ),
    ("cell-not-a-number", Case({UPHELD: "三件左右"})),
    ("cell-not-a-number", Case({FEE: "约1万"})),
    ("cell-negative", Case({UPHELD: -1})),
    ("cell-negative", Case({FEE: Decimal("-0.5")})),
    ("cell-fraction", Case({UPHELD: "1.5"})),
    ("cell-placeholder", Case({UPHELD: "/"})),
    ("cell-placeholder", Case({UPHELD: "/", "review/reconsideration.other": "无"})),
    ("cell-blank", Case({UPHELD: None})),
    ("fee-precision", Case({FEE: Decimal("1.23456")})),
    ("carried-over-mismatch", Case(last={FORWARD + "natural_person": 1})),
    (
        "in-force-mismatch",
        Case({NORM + "issued": 2, NORM + "in_force": 6}, last={NORM + "in_force": 5}),
    ),
    ("regulations-not-zero", Case({LAW + "in_force": 2})),
    ("regulations-not-zero", Case({LAW + "issued": 1, LAW + "in_force": 2})),
    ("regulations-not-zero", Case({LAW + "in_force": 2}, organization="哈尔滨市教育局")),
    ("regulations-not-zero", Case({LAW + "in_force": 2}, organization="哈尔滨高新区管委会")),
    (
        "text-like-last-year",
        Case(
            sections={"overview": LONG_TEXT + "\n乙1件。"},
            reused=(ReusedText("overview", "乙1件。"), ReusedText("overview", "乙1件", True)),
        ),
    ),
    ("fee-unit", Case({FEE: Decimal(7730)})),
    ("fee-unit", Case({FEE: Decimal("7730.28")})),
    ("fee-unit", Case({FEE: Decimal(7730)}, organization="哈尔滨市教育局")),
    ("fee-unit", Case({FEE: Decimal("205")}, last={FEE: Decimal("0.0205")})),
    ("fee-unit", Case({FEE: "7730元"})),
    ("fee-unit", Case({FEE: "７７３０．２８ 元"})),
    ("fee-unit", Case({FEE: "1.5万元"})),
    ("in-force-too-small", Case({NORM + "issued": 3, NORM + "repealed": 1, NORM + "in_force": 1})),
    ("split-number", Case(DIGITS_APART)),
    (
        "split-number",
        Case(
            {UPHELD: 1, "review/reconsideration.corrected": 2},
            {"review/reconsideration.total": 12},
        ),
    ),
    ("pending-not-continued", Case(last={PENDING: 1})),
    ("same-as-last-year", Case({**FIVE_COUNTS, LICENCES: 6}, last={**FIVE_COUNTS, LICENCES: 5})),
    ("label-changed", Case(labels={"requests": {"社会公益组织": "社会组织"}})),
    ("label-changed", Case(labels={"requests": {"（四）无法提供": "（四）不能提供"}})),
    ("label-changed", Case(labels={"review": {"行政诉讼": "诉讼"}})),
    ("label-changed", Case(labels={"proactive_disclosure": {"行政许可": "许可"}})),
    (
        "text-like-last-year",
        Case(sections={"overview": LONG_TEXT}, last={}, last_sections={"overview": LONG_TEXT}),
    ),
]

MISSES: list[tuple[str, Case]] = [
    ("requests-balance", Case(ROW_OF_ONE)),
    ("requests-balance", Case({**ALL_BLANK, OVER + "natural_person": 1})),
    ("requests-balance", Case({NEW + "natural_person": 1, FORWARD + "natural_person": 1})),
    ("applicant-swap", Case({NEW + "natural_person": 1, GRANTED + "other_organization": 2})),
    (
        "applicant-swap",
        Case(
            {
                NEW + "natural_person": 1,
                NEW + "research_institution": 1,
                GRANTED + "other_organization": 1,
            }
        ),
    ),
    ("requests-row-total", Case(ROW_OF_ONE, {GRANTED + "total": 1})),
    ("requests-row-total", Case(ROW_OF_ONE, {"requests/refused_state_secret.total": "/"})),
    ("requests-outcome-total", Case(ROW_OF_ONE, {TOTALS + "natural_person": 1})),
    ("review-total", Case({UPHELD: 4}, {"review/reconsideration.total": 4})),
    ("parts-missing", Case(ROW_OF_ONE, {GRANTED + "total": 3})),
    ("cell-not-a-number", Case({UPHELD: "1.5"})),
    ("cell-negative", Case({FEE: Decimal("0.5"), UPHELD: "-"})),
    ("cell-fraction", Case({UPHELD: "无", FEE: Decimal("1.5")})),
    ("cell-placeholder", Case({UPHELD: "1.5"})),
    ("cell-blank", Case()),
    ("fee-precision", Case({FEE: Decimal("1.234500")})),
    ("carried-over-mismatch", Case()),
    ("carried-over-mismatch", Case(last={})),
    ("carried-over-mismatch", Case(last={FORWARD + "natural_person": 1}, last_year=2021)),
    ("carried-over-mismatch", Case(last={FORWARD + "natural_person": "若干"})),
    ("carried-over-mismatch", Case(NO_OVER, last={FORWARD + "natural_person": 1})),
    ("in-force-mismatch", Case({NORM + "in_force": 5}, last={NORM + "in_force": 5})),
    ("in-force-mismatch", Case({NORM + "in_force": None}, last={NORM + "in_force": 5})),
    ("in-force-mismatch", Case({NORM + "in_force": 1}, last={NORM + "in_force": "多"})),
    ("in-force-mismatch", Case({NORM + "in_force": 1}, last={NORM + "in_force": None})),
    ("regulations-not-zero", Case({LAW + "in_force": 2}, organization="哈尔滨市人民政府")),
    ("regulations-not-zero", Case({LAW + "in_force": 2}, organization="黑龙江省人民政府")),
    ("regulations-not-zero", Case({LAW + "in_force": 2}, organization="")),
    ("regulations-not-zero", Case({LAW + "in_force": "无"})),
    (
        "text-like-last-year",
        Case(sections={"overview": "10件"}, reused=(ReusedText("overview", "0件", True),)),
    ),
    ("fee-unit", Case({FEE: Decimal("999.5")})),
    ("fee-unit", Case({FEE: Decimal("7730.28")}, organization="哈尔滨市教育局")),
    ("fee-unit", Case({FEE: Decimal(7730)}, organization="哈尔滨市人民政府")),
    ("fee-unit", Case({FEE: Decimal("20.5")}, last={FEE: Decimal("0.0206")})),
    ("fee-unit", Case({FEE: Decimal("20.5")}, last={FEE: Decimal(0)})),
    ("fee-unit", Case({FEE: "若干元"})),
    ("fee-unit", Case({FEE: "无"})),
    ("in-force-too-small", Case({NORM + "issued": 3, NORM + "in_force": 3})),
    ("in-force-too-small", Case({NORM + "issued": 3, NORM + "in_force": None})),
    ("in-force-too-small", Case({NORM + "issued": "3件左右", NORM + "in_force": 1})),
    (
        "in-force-too-small",
        Case({NORM + "issued": 3, NORM + "in_force": 1}, last={NORM + "in_force": 5}),
    ),
    ("split-number", Case({NEW + "natural_person": 1, NEW + "commercial_enterprise": 2})),
    ("split-number", Case({NEW + "natural_person": 12, NEW + "commercial_enterprise": 12})),
    ("split-number", Case(DIGITS_APART, {NEW + "total": 3})),
    ("split-number", Case({UPHELD: 1, "review/reconsideration.corrected": 2})),
    ("pending-not-continued", Case()),
    ("pending-not-continued", Case({UPHELD: 1}, last={PENDING: 1})),
    ("pending-not-continued", Case({UPHELD: None}, last={PENDING: 1})),
    ("pending-not-continued", Case(last={UPHELD: 1})),
    ("pending-not-continued", Case(last={PENDING: "若干"})),
    ("same-as-last-year", Case(FIVE_COUNTS)),
    ("same-as-last-year", Case({LICENCES: 6}, last={LICENCES: 6})),
    ("same-as-last-year", Case(FIVE_COUNTS, last={LICENCES: 6})),
    ("label-changed", Case()),
    ("label-changed", Case(labels={"requests": {"没有这一行": "甲"}})),
    (
        "text-like-last-year",
        Case(sections={"overview": LONG_TEXT}, last={}, last_sections={"overview": "另一篇。"}),
    ),
    (
        "text-like-last-year",
        Case(sections={"preamble": LONG_TEXT}, last={}, last_sections={"preamble": LONG_TEXT}),
    ),
]
