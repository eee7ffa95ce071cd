"""Checks on contact details that lack something, and on what should not be published."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import Reads, check, section_check
from model.checks.texts.text_words import FlaggedWords, as_findings
from model.form.parts import Section
from model.report.report import Report
from model.texts.contact_details import (
    A_MOBILE,
    NO_AREA_CODE,
    NO_POSTCODE,
    TWO_POSTCODES,
    WRONG_POSTCODE,
    contact_gaps,
    has_contact,
)
from model.texts.personal_data import IDENTITY, MOBILE, SECRET, PrivateWords, private_words
from model.texts.word_lists import lines

_GAPS = {
    NO_AREA_CODE: "这个电话没有区号，外地的人打不通。请补上区号。",
    NO_POSTCODE: "留了地址和电话，没有邮政编码。请补上邮政编码。",
    WRONG_POSTCODE: "邮政编码应是6位数字，请核对。",
    A_MOBILE: "这是手机号码，一般公布带区号的办公电话。请核对。",
    TWO_POSTCODES: "这里写了两个不同的邮政编码，请核对。",
}
_PRIVATE = {
    IDENTITY: "这里像是身份证号码，属于个人信息。公开前请删去或遮盖。",
    MOBILE: "这里像是个人的手机号码。请核对是否可以公开，不可以的请删去或遮盖。",
    SECRET: "这里像是密级或内部资料的标志，年度报告是公开的。请核对后删去。",
}


@section_check("text-contact", rule="公布联系方式时，写明地址、邮政编码和带区号的电话。")
def incomplete_contact(report: Report, section: Section) -> Iterator[Finding]:
    """Yield phones without area code and addresses without postcode, where they are given."""
    found = (
        FlaggedWords(gap.start, gap.end, _GAPS[gap.kind])
        for gap in contact_gaps(report.sections[section.key])
    )
    yield from as_findings(report, section.key, "text-contact", Level.HINT, found)


@check("text-contact", rule="写明对报告有疑问时怎样联系本单位。", reads=Reads.TEXTS)
def no_contact(report: Report) -> Iterator[Finding]:
    """Yield that a report says nowhere how the office is reached."""
    texts = list(report.sections.values())
    if report.sections[report.form.roles.overview].strip() and not any(map(has_contact, texts)):
        yield Finding(
            "text-contact",
            Level.HINT,
            "报告里没有写联系方式。一般在开头说明里写地址、邮政编码和带区号的电话。",
            section=report.form.roles.opening,
        )


@section_check(
    "text-personal-data",
    rule="公开的信息不得有个人隐私、国家秘密和内部标志。",
    silences=("text-contact",),
)
def personal_data(report: Report, section: Section) -> Iterator[Finding]:
    """Yield identity numbers, mobile numbers and secrecy marks (rule: nothing private)."""
    words = report.form.words
    around = PrivateWords(words["contact_words"], words["private_owners"], words["number_labels"])
    found = (
        FlaggedWords(item.start, item.end, _PRIVATE[item.kind]).moved(start)
        for start, line in lines(report.sections[section.key])
        for item in private_words(line, around)
    )
    yield from as_findings(report, section.key, "text-personal-data", Level.QUERY, found)
