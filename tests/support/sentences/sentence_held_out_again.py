"""Styles of a second reading of reports, done after the ways to say it had been widened."""

from __future__ import annotations

from sentence_facts import CASES, OTHER, REFUSED, UNAVAILABLE, UNPROCESSED
from sentence_words import self_name, time
from sentence_writer import YEAR, Style, Writer

_REVIEW = "none of review"


def _new(pen: Writer) -> tuple[int, int]:
    """Return the requests that came, and with those carried over."""
    new = pen.facts.row("new_received")
    return new, new + pen.facts.row("carried_over")


def _nothing_followed(pen: Writer, *words: str) -> None:
    """Write that there was neither reconsideration nor lawsuit."""
    facts = pen.facts
    pen.none(pen.any(*words), (_REVIEW, facts.case(CASES[0])), (_REVIEW, facts.suits))


def three_counts(pen: Writer) -> None:
    """New, carried over and carried forward in one breath."""
    facts = pen.facts
    pen.text += pen.any("（二）政府信息依申请公开情况\n", "（二）政府信息公开申请情况\n")
    pen.text += time(pen) + self_name(pen)
    pen.say("新收到依申请公开政府信息", "新收到政府信息公开申请", "新收依申请公开政府信息申请")
    pen.count("newly", facts.row("new_received"), after="，上年结转申请")
    pen.count("carried_over", facts.row("carried_over"), after="，")
    pen.say("结转下年度继续办理", "结转下年度继续办理申请", "结转到下年度办理")
    pen.count("carried_forward", facts.row("carried_forward"))


def none_then_no_suit(pen: Writer) -> None:
    """No request, and no lawsuit or reconsideration."""
    pen.text += pen.any("（二）依申请公开情况。", "（二）依申请公开方面：") + time(pen)
    pen.text += self_name(pen)
    words = pen.any(
        "未收到依申请公开事项",
        "无依申请公开信息",
        "没有收到任何形式的依申请公开政府信息申请件",
        "无申请政府信息公开的情况",
        "未接到信息公开申请",
        "未收到依申请公开的申请事项",
    )
    pen.none(words, ("none of requests", pen.facts.row("new_received")))
    pen.say("，", "；", "。")
    if pen.dice.random() < 0.3:
        pen.none("无行政诉讼案件", (_REVIEW, pen.facts.suits))
    else:
        _nothing_followed(
            pen,
            "也未发生因政府信息公开申请引发的行政复议或行政诉讼",
            "未发生因政府信息公开引发的行政复议和行政诉讼案件",
            "没有因申请信息公开而发生行政复议、行政诉讼",
            "未引起行政复议和行政诉讼情形",
            "无提起行政复议诉讼情况",
            "未发生依申请公开行政复议或行政诉讼情况",
        )


def bracket_of_ways(pen: Writer) -> None:
    """Received, the ways in a bracket, dealt with, carried forward; then the cases."""
    facts = pen.facts
    new, both = _new(pen)
    pen.text += f"{YEAR}年，全年共收到依申请公开"
    first = pen.dice.randint(0, new)
    tail = pen.any(
        f"（其中信件申请{first}件，网络申请{new - first}件）",
        f"（{first}件信函、{new - first}件政府网站渠道申请）",
        f"，其中{first}件为网上申请，{new - first}件为书面申请",
    )
    pen.count("received", new, both, after=tail)
    pen.text += "，已办结"
    pen.count("answered", facts.answered, *_less(pen))
    pen.text += "，"
    forward = pen.any("结转下年办理", "结转下年度办理", "结转至下年继续办理")
    pen.count("carried_forward", facts.row("carried_forward"), after=forward)
    pen.say("。因政府信息公开引起的行政复议案件", "。因政府信息公开引起行政复议案件")
    pen.count("reconsideration", facts.case(CASES[0]))
    pen.say("，已审结。行政诉讼案件", "；行政诉讼案件", "，行政诉讼案件")
    pen.count("litigation", facts.suits)


def _less(pen: Writer) -> tuple[int, ...]:
    """Return what may also be said to have been answered."""
    facts = pen.facts
    done = facts.answered
    return (
        done - facts.row("carried_over"),
        done - facts.row(*OTHER),
        done - facts.row(*UNPROCESSED),
        done - facts.row(*OTHER, *UNPROCESSED),
        done - facts.row("other_handling"),
    )


def counted_before(pen: Writer) -> None:
    """The figure before what it counts; what came from last year in a bracket."""
    facts = pen.facts
    new, both = _new(pen)
    after = pen.any("依申请公开", "政府信息公开申请", "依申请公开申请")
    pen.text += time(pen) + self_name(pen) + pen.any("共受理", "共收到", "收到")
    pen.count("received", new, both, after=after + "，")
    pen.text += pen.any("办结", "已办结")
    pen.count("answered", facts.answered, *_less(pen), after="（其中")
    over = facts.row("carried_over")
    pen.count("carried_over", over, after=f"为{YEAR - 1}年结转本年度办理）")
    pen.text += "，"
    pen.none(
        pen.any("无结转下年度继续办理", "无下年度结转", "没有结转下年度办理件"),
        ("none carried", facts.row("carried_forward")),
    )


def cumulated(pen: Writer) -> None:
    """Dealt with, from whoever it came and by whatever way."""
    facts = pen.facts
    new, both = _new(pen)
    pen.text += f"{YEAR}年度，" + self_name(pen) + pen.any("累计办理", "共办理", "累计受理")
    pen.text += pen.any(
        "公民、法人或其他组织依申请公开信息合计",
        "公民、法人或其他组织政府信息公开申请共",
        "公民、法人或者其他组织提交的信息公开申请合计",
    )
    pen.count("received", new, both, facts.answered, *_less(pen))
    pen.say("，已全部按期限答复办结。", "，均已按要求完成答复，")
    _nothing_followed(
        pen,
        "未发生因政府信息公开申请行政复议、提起行政诉讼情况",
        "未发生因政府信息公开引起的行政复议、行政诉讼案件",
    )


def in_that_year(pen: Writer) -> None:
    """Received, dealt with in that year, carried to the next by its number."""
    facts = pen.facts
    new, both = _new(pen)
    pen.text += pen.any("2.依申请公开办理情况。", "2、依申请公开情况。") + "全年"
    pen.say("收到依申请公开事项", "收到依申请公开件", "受理政府信息依申请公开")
    pen.count("received", new, both, after="，")
    pen.say("当年办结", "年内办结", "当年答复")
    pen.count("answered", facts.answered, *_less(pen), after=f"，结转{YEAR + 1}年办理")
    pen.count("carried_forward", facts.row("carried_forward"))


def outcomes_of_portions(pen: Writer) -> None:
    """Received by portions, and the outcomes with single reasons."""
    facts = pen.facts
    new, both = _new(pen)
    pen.text += f"{YEAR}年，" + self_name(pen) + "共收到"
    pen.count("received", new, both, after="政府信息公开申请")
    pen.say("，均为自然人申请。", "。")
    pen.text += "办结情况：" if facts.answered > new else "其中，"
    pen.text += "予以公开"
    pen.count("outcome", facts.row("granted"), after="，部分公开")
    pen.count("outcome", facts.row("partly_granted"), after="，属于四类过程性信息")
    pen.count("reason", facts.row("refused_process_information"), after="，")
    pen.say("本机关不掌握相关政府信息", "不掌握相关政府信息")
    pen.count("reason", facts.row("unavailable_not_held"), after="。")
    pen.none("无下年度结转", ("none carried", facts.row("carried_forward")))


def shares_of_outcomes(pen: Writer) -> None:
    """Received with its growth, and the outcomes with their shares."""
    facts = pen.facts
    new, both = _new(pen)
    pen.text += f"{YEAR}年，" + self_name(pen) + "共收到政府信息公开申请"
    pen.count("received", new, both, after="，申请量同比增长103%。")
    pen.say("统一答复文书，办复率100%，其中", "答复情况为：", "按时答复率100%，其中")
    pen.text += "予以公开或部分公开"
    pen.count("outcome", facts.row("granted", "partly_granted"))
    for name, rows in (
        ("不予公开", REFUSED),
        ("无法提供", UNAVAILABLE),
        ("不予处理", UNPROCESSED),
        ("其他处理", OTHER),
    ):
        pen.text += pen.any("；", "，") + name
        pen.count("outcome", facts.row(*rows))


def carried_in_passing(pen: Writer) -> None:
    """Received with what came from last year, of whatever subject."""
    facts = pen.facts
    new, both = _new(pen)
    pen.text += time(pen) + self_name(pen) + "共收到政府信息公开申请"
    pen.count("received", both, new, after="（含上年结转件")
    pen.count("carried_over", facts.row("carried_over"), after="）")
    pen.say("，涉垃圾分类、道路养护等，无超期办件。", "，申请内容为违章建筑等，")
    _nothing_followed(
        pen,
        "未发生因政府信息公开引起的行政复议、行政诉讼案件",
        "无因政府信息公开引起的行政复议、行政诉讼",
    )


def received_and_answered(pen: Writer) -> None:
    """Received and answered with one verb or two."""
    facts = pen.facts
    new, both = _new(pen)
    pen.text += "（二）依申请公开\n" + time(pen) + self_name(pen)
    pen.say(
        "共受理答复依申请公开政府信息案件",
        "受理依申请信息",
        "共受理政府信息公开申请",
        "共收到并答复政府信息公开申请",
        "办理依申请公开",
    )
    pen.count("received", new, both, facts.answered, *_less(pen))
    pen.say("，都在法定期限内予以答复", "，在第一时间进行了回复解答", "")


STYLES: dict[str, Style] = {
    "three counts": three_counts,
    "none then no suit": none_then_no_suit,
    "bracket of ways": bracket_of_ways,
    "counted before": counted_before,
    "cumulated": cumulated,
    "in that year": in_that_year,
    "outcomes of portions": outcomes_of_portions,
    "shares of outcomes": shares_of_outcomes,
    "carried in passing": carried_in_passing,
    "received and answered": received_and_answered,
}
