"""Offices with the figures of a year, drawn by chance, that sentences may speak of truly or not."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from model.form.form import Form
from model.report.report import Tables

COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_institution",
    "other_organization",
)
REFUSED = (
    "refused_state_secret",
    "refused_prohibited_by_law",
    "refused_security_and_stability",
    "refused_third_party_rights",
    "refused_internal_affairs",
    "refused_process_information",
    "refused_enforcement_file",
    "refused_administrative_inquiry",
)
UNAVAILABLE = ("unavailable_not_held", "unavailable_requires_creation", "unavailable_still_unclear")
UNPROCESSED = (
    "unprocessed_petition",
    "unprocessed_repeated",
    "unprocessed_publication",
    "unprocessed_excessive",
    "unprocessed_reconfirmation",
)
OTHER = ("other_not_supplemented", "other_fee_unpaid", "other_handling")
OUTCOMES = ("granted", "partly_granted", *REFUSED, *UNAVAILABLE, *UNPROCESSED, *OTHER)
RESULTS = ("upheld", "corrected", "other", "pending")
CASES = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
_WEIGHTS = [8, 4, *(1,) * len(REFUSED), 6, 2, 2, *(1,) * len(UNPROCESSED), 1, 1, 2]
_SIZES = ((1, 4), (5, 24), (30, 400))


@dataclass(frozen=True)
class Office:
    """An office: its name, and the ways in which its texts name it."""

    name: str
    selves: tuple[str, ...]


OFFICES = (
    Office(
        "青山县红星镇人民政府", ("我镇", "红星镇", "镇政府", "红星镇人民政府", "本机关", "全镇")
    ),
    Office("青山县白水乡人民政府", ("我乡", "白水乡", "乡政府", "本机关")),
    Office("阳城市平安街道办事处", ("我街道", "平安街道", "街道", "街道办事处", "本街道")),
    Office("青山县财政局", ("我局", "县财政局", "本局", "局机关", "本单位")),
    Office("滨江区卫生健康局", ("我局", "区卫生健康局", "本机关", "我单位")),
    Office("青山县发展和改革委员会", ("我委", "县发展改革委", "本机关")),
    Office("青山县人民政府办公室", ("我办", "县政府办公室", "本机关")),
    Office("老城区机关事务服务中心", ("我中心", "本中心", "中心")),
    Office("阳城高新技术产业开发区管理委员会", ("管委会", "我委", "高新区", "园区")),
    Office("青山县人民政府", ("全县", "县政府", "全县各级行政机关", "我县")),
    Office("阳城市人民政府", ("全市", "市政府", "我市")),
)


@dataclass
class Facts:
    """The figures of one office's year: requests by row and column, cases, documents, decisions."""

    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    cases: dict[str, dict[str, int]] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)

    def row(self, *keys: str) -> int:
        """Return how many requests stand in some rows, all applicants together."""
        return sum(sum(self.rows[key].values()) for key in keys)

    def applicant(self, *columns: str, rows: tuple[str, ...] = ("new_received",)) -> int:
        """Return how many requests of some applicants stand in some rows."""
        return sum(self.rows[row].get(column, 0) for row in rows for column in columns)

    def outcome(self, key: str) -> int:
        """Return how many requests ended so, or in a group such as REFUSED by its first letters."""
        return self.row(*(row for row in OUTCOMES if row.startswith(key)))

    @property
    def answered(self) -> int:
        """Return how many requests were dealt with."""
        return self.row(*OUTCOMES)

    def case(self, kind: str, *results: str) -> int:
        """Return how many cases of a kind there are, or of them with some results."""
        return sum(self.cases[kind].get(result, 0) for result in results or RESULTS)

    @property
    def suits(self) -> int:
        """Return how many lawsuits there are."""
        return self.case(CASES[1]) + self.case(CASES[2])

    def tables(self, form: Form) -> Tables:
        """Return the tables of a report, every cell filled in."""
        tables: Tables = {table.key: dict.fromkeys(table.inputs, 0) for table in form.tables}
        for key, row in self.rows.items():
            tables["requests"] |= {f"{key}.{column}": count for column, count in row.items()}
        for key, row in self.cases.items():
            tables["review"] |= {f"{key}.{result}": count for result, count in row.items()}
        own = tables["proactive_disclosure"]
        own |= {f"normative_documents.{key}": count for key, count in self.documents.items()}
        own |= {f"{key}.decisions": count for key, count in self.decisions.items()}
        return tables


def drawn_facts(dice: random.Random, *, has_requests: bool, has_cases: bool) -> Facts:
    """Return figures that agree among themselves; without requests or cases these are all 0."""
    rows = ("new_received", "carried_over", *OUTCOMES, "carried_forward")
    facts = Facts({key: {} for key in rows}, {key: {} for key in CASES})
    if has_requests:
        _draw_requests(dice, facts)
    if has_cases:
        most = dice.choice((2, 5, 20))
        for kind in CASES:
            for _ in range(dice.randint(kind == CASES[0], most)):
                _add(facts.cases[kind], dice.choice(RESULTS))
    issued, repealed, before = dice.randint(0, 9), dice.randint(0, 4), dice.randint(0, 60)
    facts.documents = {
        "issued": issued,
        "repealed": repealed,
        "in_force": before + issued,
    }
    for key in ("licences", "penalties", "compulsion"):
        facts.decisions[key] = dice.choice((0, dice.randint(1, 60), dice.randint(100, 3000)))
    return facts


def _draw_requests(dice: random.Random, facts: Facts) -> None:
    least, most = dice.choice(_SIZES)
    for _ in range(dice.randint(least, most)):
        column = COLUMNS[0] if dice.random() < 0.75 else dice.choice(COLUMNS)
        came = "carried_over" if dice.random() < 0.08 else "new_received"
        ended = dice.choices(OUTCOMES, _WEIGHTS)[0] if dice.random() < 0.92 else "carried_forward"
        _add(facts.rows[came], column)
        _add(facts.rows[ended], column)
    if not facts.row("new_received"):
        _add(facts.rows["new_received"], COLUMNS[0])
        _add(facts.rows["granted"], COLUMNS[0])


def _add(row: dict[str, int], key: str) -> None:
    row[key] = row.get(key, 0) + 1
