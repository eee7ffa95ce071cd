"""Styles that were written after the checks were, from other reports, to measure them by."""

from __future__ import annotations

from sentence_facts import CASES, OTHER, REFUSED, UNAVAILABLE, UNPROCESSED
from sentence_words import self_name, time
from sentence_writer import YEAR, Style, Writer


def letters_received(pen: Writer) -> None:
    """Application letters, answered as those named before."""
    pen.text += pen.any("二是依申请公开情况。", "（二）依申请公开。") + time(pen) + self_name(pen)
    new = pen.facts.row("new_received")
    pen.say("接收到申请书", "共收到信息公开申请书", "收到申请表", "收到依申请公开来件")
    pen.count("received", new, new + pen.facts.row("carried_over"), unit="份")
    pen.say("，申请内容主要涉及征地和规划", "，均已按时答复到位", "，上述申请已全部答复")


def granted_or_partly(pen: Writer) -> None:
    """The first two outcomes as one, each outcome with its share."""
    facts = pen.facts
    new = facts.row("new_received")
    pen.text += "2、依申请公开情况。" + time(pen) + pen.any("", "我单位") + "共收到政府信息公开申请"
    pen.count("received", new, new + facts.row("carried_over"))
    pen.text += "。从答复情况看，予以公开或部分公开"
    pen.count("outcome", facts.row("granted", "partly_granted"))
    for name, rows in (("不予公开", REFUSED), ("无法提供", UNAVAILABLE), ("不予处理", UNPROCESSED)):
        pen.text += pen.any("、", "；") + name
        pen.count("outcome", facts.row(*rows))


def in_a_run(pen: Writer) -> None:
    """Received, answered and granted in short clauses."""
    facts = pen.facts
    new, done = facts.row("new_received"), facts.answered
    pen.text += (
        pen.any("（二）依申请公开。\n", "")
        + pen.any(*pen.office.selves)
        + "共受理群众政府信息公开申请"
    )
    pen.count("received", new, new + facts.row("carried_over"))
    pen.text += "，按时办结"
    pen.count(
        "answered",
        done,
        done - facts.row(*OTHER),
        done - facts.row(*UNPROCESSED),
        done - facts.row(*OTHER, *UNPROCESSED),
        done - facts.row("carried_over"),
        done - facts.row("other_handling"),
    )
    pen.text += "，经审查予以公开"
    pen.count("outcome", facts.row("granted"))


def carried_in_a_bracket(pen: Writer) -> None:
    """What came and what went to the next year in one bracket."""
    facts = pen.facts
    new, over = facts.row("new_received"), facts.row("carried_over")
    pen.text += time(pen) + pen.any(
        "共收到公开申请", "共处理政府信息公开申请", "共收到政府信息公开申请"
    )
    pen.count("received", new, new + over, facts.answered)
    pen.text += "（上年度结转"
    pen.count("carried_over", over)
    pen.text += "，结转下年度"
    pen.count("carried_forward", facts.row("carried_forward"), after="）")


def disputes(pen: Writer) -> None:
    """Disputes, split into reconsiderations and lawsuits."""
    facts = pen.facts
    both = facts.case(CASES[0]) + facts.suits
    pen.text += time(pen) + self_name(pen)
    pen.text += f"因信息公开引发行政争议{both}{pen.unit}，其中，行政复议"
    pen.count("reconsideration", facts.case(CASES[0]))
    pen.text += "，行政诉讼"
    pen.count("litigation", facts.suits)


def times_of_each(pen: Writer) -> None:
    """Requests, reconsiderations and lawsuits in times."""
    facts = pen.facts
    new = facts.row("new_received")
    pen.text += time(pen) + "依申请公开"
    pen.count(
        "received",
        new,
        new + facts.row("carried_over"),
        facts.answered,
        facts.row("granted"),
        facts.row("granted", "partly_granted"),
        unit="次",
    )
    pen.text += "，行政复议"
    pen.count("reconsideration", facts.case(CASES[0]), unit="次")
    pen.text += "，行政诉讼"
    pen.count("litigation", facts.suits, unit="次")


def requests_asked(pen: Writer) -> None:
    """Requests of last year by its number, and what goes to next year's."""
    facts = pen.facts
    new = facts.row("new_received")
    pen.text += f"（二）依申请公开情况。{YEAR}年，共收到"
    pen.count("received", new, new + facts.row("carried_over"), after="依申请公开请求")
    pen.text += f"，{YEAR - 1}年结转政府信息公开申请"
    pen.count("carried_over", facts.row("carried_over"))
    pen.text += f"，结转{YEAR + 1}年度继续办理"
    pen.count("carried_forward", facts.row("carried_forward"))


def nothing_came(pen: Writer) -> None:
    """Nothing came, nor did anything follow from it."""
    facts = pen.facts
    pen.text += pen.any("（二）依申请公开。", "（二）依申请公开情况\n") + time(pen) + self_name(pen)
    words = pen.any(
        "未接到公民、法人和其他组织提出的政府信息公开申请",
        "未收到依申请公开",
        "没有接到依申请公开政府信息的申请件",
        "未收到要求依申请公开的事项",
        "暂未收到政府信息公开申请",
    )
    pen.none(words, ("none of requests", facts.row("new_received")))
    pen.say("，", "。")
    both = (("none of review", facts.case(CASES[0])), ("none of review", facts.suits))
    words = pen.any(
        "未引发信息公开行政复议或行政诉讼",
        "无因政府信息公开不当引起的行政复议、行政诉讼案件发生",
        "无因信息公开引起的行政复议和行政诉讼",
        "未因政府信息公开产生行政复议、提起行政诉讼情况",
        "没有发生政府信息公开方面的行政复议和行政诉讼",
    )
    pen.none(words, *both)


STYLES: dict[str, Style] = {
    "letters received": letters_received,
    "granted or partly": granted_or_partly,
    "in a run": in_a_run,
    "carried in a bracket": carried_in_a_bracket,
    "disputes": disputes,
    "times of each": times_of_each,
    "requests asked": requests_asked,
    "nothing came": nothing_came,
}
