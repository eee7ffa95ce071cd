"""Draws sentences by chance and holds what the checks find against what is wrong with them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from model.checks.checker import Checker
from model.checks.finding import Finding
from model.form.form import Form
from model.report.report import Report
from sentence_facts import OFFICES, Facts, drawn_facts
from sentence_writer import YEAR, Style, Writer, Written

SECTION = "overview"
_ON_THE_WHOLE = {"text-part-missing", "text-accountability"}
"""Told of a text for what it lacks: a sentence alone lacks nearly everything."""

_WIDE = re.compile("[０-９]")
"""Full-width digits are told by right, whatever they say."""

KINDS = {
    "received": "收到、受理",
    "newly": "新收",
    "together": "新收与结转合计",
    "carried_over": "上年结转",
    "answered": "办结、答复",
    "carried_forward": "结转下年",
    "outcome": "办理结果",
    "reason": "结果的具体情形",
    "applicant": "申请人分类",
    "none of requests": "没有申请",
    "none carried": "没有结转",
    "reconsideration": "行政复议",
    "litigation": "行政诉讼",
    "result": "复议结果",
    "none of review": "没有复议、诉讼",
    "documents": "规范性文件（表二）",
    "decisions": "许可、处罚、强制（表二）",
}
"""What sentences say, as the printed table of the measurement names it."""

OF_PART_TWO = {"documents", "decisions"}


@dataclass(frozen=True)
class Example:
    """A text with its claims and the report that it stands in."""

    written: Written
    report: Report


@dataclass
class Score:
    """How many statements of each kind were wrong and told, and what was told besides."""

    wrong: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    right_findings: int = 0
    texts: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    false_alarms: list[tuple[str, str, str]] = field(default_factory=list)

    def share(self, kinds: Iterable[str]) -> float:
        """Return the share of wrong statements of some kinds that were told, 1 where none were."""
        chosen = list(kinds)
        wrong = sum(self.wrong[kind] for kind in chosen)
        return sum(self.told[kind] for kind in chosen) / wrong if wrong else 1.0

    @property
    def precision(self) -> float:
        """Return the share of findings that told a wrong statement."""
        all_of_them = self.right_findings + sum(self.false.values())
        return self.right_findings / all_of_them if all_of_them else 1.0


def drawn_example(seed: int, form: Form, styles: Mapping[str, Style], *, is_wrong: bool) -> Example:
    """Return a text in one of some styles whose statements are all true, or of which one is not.

    Where a text says that there was nothing, it is wrong by the report's figures.
    """
    attempt = 0
    while True:
        dice = random.Random(f"{seed} {attempt}")
        attempt += 1
        name = dice.choice(sorted(styles))
        office = dice.choice(OFFICES)
        facts = drawn_facts(dice, has_requests=dice.random() < 0.7, has_cases=dice.random() < 0.5)
        state = dice.getstate()
        pen = Writer(dice, facts, office)
        styles[name](pen)
        if is_wrong and not any(claim.is_wrong for claim in pen.claims) and pen.claims:
            wrong_at = random.Random(f"{seed} at {attempt}").randrange(len(pen.claims))
            dice.setstate(state)
            pen = Writer(dice, facts, office, wrong_at)
            styles[name](pen)
        if is_wrong == any(claim.is_wrong for claim in pen.claims):
            return Example(pen.written(name), _report(form, office.name, facts, pen))


def _report(form: Form, organization: str, facts: Facts, pen: Writer) -> Report:
    text = pen.written("").text
    report = Report(
        form,
        organization=organization,
        year=YEAR,
        title=form.title.format(year=YEAR),
        sections={SECTION: text},
        tables=facts.tables(form),
    )
    report.sections[SECTION] = text
    return report


def findings_on(report: Report) -> list[Finding]:
    """Return what the checks find in the words of the text."""
    return [
        finding
        for finding in Checker().check(report)
        if finding.section == SECTION
        and finding.code not in _ON_THE_WHOLE
        and not (finding.code == "text-doubled" and _WIDE.match(finding.quote))
    ]


def add_to(score: Score, example: Example) -> None:
    """Count what is told of an example and what is not."""
    written = example.written
    findings = findings_on(example.report)
    wrong = [claim for claim in written.claims if claim.is_wrong]
    score.texts += 1
    for claim in wrong:
        score.wrong[claim.kind] += 1
        if any(_tells(finding, claim.start, claim.end) for finding in findings):
            score.told[claim.kind] += 1
        else:
            score.missed.append((claim.kind, written.text))
    for finding in findings:
        if any(_tells(finding, claim.start, claim.end) for claim in wrong):
            score.right_findings += 1
        else:
            score.false[finding.code] += 1
            score.false_alarms.append((finding.code, finding.quote, written.text))


def _tells(finding: Finding, start: int, end: int) -> bool:
    return finding.start < end and start < finding.start + finding.length


def measured(
    form: Form, styles: Mapping[str, Style], seeds: range, *, wrong_share: float = 0.8
) -> Score:
    """Return the score of the texts drawn with some seeds, of which a share has a mistake."""
    score = Score()
    for seed in seeds:
        is_wrong = random.Random(f"wrong {seed}").random() < wrong_share
        add_to(score, drawn_example(seed, form, styles, is_wrong=is_wrong))
    return score
