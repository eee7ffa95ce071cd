"""Reports of zeros but for some cells, for the tests of checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.checks import Finding
from model.checks.finding import CellRef
from model.form.form import Form
from model.report.office import Office
from model.report.report import Report, ReusedText, Tables
from model.report.values import Value

TOWN = "阿城区红星镇"
CLEAN_TEXTS = {
    "preamble": "本报告根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开"
    "办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制。"
    "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
    "overview": "（一）主动公开。全年围绕中心工作，及时公开政策文件和民生信息。\n"
    "（二）依申请公开。畅通申请渠道，规范登记、审核、办理、答复各环节。\n"
    "（三）政府信息管理。严格执行公开审查制度，定期清理已公开的信息。\n"
    "（四）政府信息公开平台建设。依托区政府网站发布信息，及时更新公开目录。\n"
    "（五）监督保障。明确专人负责，组织业务培训，开展工作考核和社会评议，"
    "全年没有发生需要责任追究的情形。",
    "problems": "存在的主要问题：公开的内容还不够丰富，工作人员的业务能力有待提高。\n"
    "改进措施：加强业务学习，拓宽公开的范围，提高公开的质量。",
    "other_matters": "本年度未收取政府信息公开信息处理费。",
    "proactive_disclosure": "对本部分有疑问的，可拨打电话：0451-53865023。",
}
"""Texts of a report that no check has anything to say on, and that name no figure."""
Cells = Mapping[str, Value]


def zeros(form: Form, cells: Cells) -> Tables:
    """Return tables of zeros with cells given as table/row.column."""
    tables: Tables = {table.key: dict.fromkeys(table.inputs, 0) for table in form.tables}
    for place, value in cells.items():
        table, key = place.split("/")
        tables[table][key] = value
    return tables


def given(cells: Cells) -> Tables:
    tables: Tables = {}
    for place, value in cells.items():
        table, key = place.split("/")
        tables.setdefault(table, {})[key] = value
    return tables


def ref(place: str) -> CellRef:
    table, key = place.split("/")
    return table, key


@dataclass(frozen=True)
class Case:
    """A report of zeros but for some cells, and the findings that it must have."""

    cells: Cells = field(default_factory=dict)
    printed: Cells = field(default_factory=dict)
    last: Cells | None = None
    last_printed: Cells = field(default_factory=dict)
    last_year: int | None = 2022
    organization: str = TOWN
    sections: Mapping[str, str] = field(default_factory=dict)
    reused: tuple[ReusedText, ...] = ()
    last_sections: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, dict[str, str]] = field(default_factory=dict)
    part_names: Mapping[str, str] = field(default_factory=dict)
    title: str = "2023年政府信息公开工作年度报告"
    office: Office = Office()

    def report(self, form: Form) -> Report:
        previous = None
        if self.last is not None:
            last = Report(form, tables=zeros(form, self.last), printed=given(self.last_printed))
            last.year = self.last_year
            last.sections |= self.last_sections
            previous = last.as_previous()
        return Report(
            form,
            organization=self.organization,
            year=2023,
            sections=CLEAN_TEXTS | dict(self.sections),
            tables=zeros(form, self.cells),
            printed=given(self.printed),
            previous=previous,
            reused=self.reused,
            source_labels=dict(self.labels),
            part_names=dict(self.part_names),
            title=self.title,
            office=self.office,
        )


NEW, OVER = "requests/new_received.", "requests/carried_over."
GRANTED, FORWARD = "requests/granted.", "requests/carried_forward."
TOTALS = "requests/outcome_total."
LAW, NORM = "proactive_disclosure/regulations.", "proactive_disclosure/normative_documents."
FEE = "proactive_disclosure/fees.amount"
UPHELD = "review/reconsideration.upheld"
ROW_OF_ONE = {NEW + "natural_person": 1, GRANTED + "natural_person": 1}
NO_OVER: Cells = dict.fromkeys(
    OVER + key
    for key in (
        "natural_person",
        "commercial_enterprise",
        "research_institution",
        "public_welfare_organization",
        "legal_service_institution",
        "other_organization",
    )
)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]
