"""Sentences on reconsideration and lawsuits, on nothing at all, and on the figures of part two."""

from __future__ import annotations

from sentence_facts import CASES
from sentence_words import heading, opening, passing, request, self_and_time, time
from sentence_writer import YEAR, Writer

_RESULTS = (
    ("upheld", ("维持", "结果维持", "维持原行政行为")),
    ("corrected", ("纠正", "结果纠正", "被纠正")),
    ("other", ("其他结果",)),
    ("pending", ("尚未审结", "未审结")),
)


def _because(pen: Writer) -> str:
    return pen.any(
        "因政府信息公开引发的",
        "因政府信息公开工作引起的",
        "涉及政府信息公开的",
        "政府信息公开",
        "因政府信息公开",
        "因依申请公开引发的",
        "有关政府信息公开的",
        "信息公开类",
        "因政府信息公开申请引发",
        "政府信息公开方面的",
        "针对政府信息公开答复的",
    )


def count_cases(pen: Writer) -> None:
    """Write how many reconsiderations there were, with results, and lawsuits."""
    facts, dice = pen.facts, pen.dice
    lead = pen.any("发生", "共发生", "收到", "", "", "应对", "被申请")
    if lead == "被申请":
        pen.text += pen.any("因政府信息公开", "因政府信息公开工作", "因信息公开") + "被申请"
    else:
        pen.text += lead + _because(pen)
    pen.text += "行政复议" + pen.any("", "案件", "", "申请")
    pen.count("reconsideration", facts.case(CASES[0]))
    if dice.random() < 0.35:
        _results(pen, CASES[:1])
    pen.say("，", "；", "、")
    pen.text += pen.any("行政诉讼", "行政诉讼案件", "行政诉讼", "被提起行政诉讼", "提起行政诉讼")
    pen.count("litigation", facts.suits)
    if dice.random() < 0.3:
        _suits(pen)


def _results(pen: Writer, kinds: tuple[str, ...]) -> None:
    facts = pen.facts
    named = [item for item in _RESULTS if facts.case(kinds[0], item[0]) or pen.dice.random() < 0.2]
    is_bracket = pen.dice.random() < 0.5
    pen.text += pen.any("（", "（其中") if is_bracket else "，其中"
    for key, names in named or _RESULTS[:1]:
        pen.text += pen.any(*names)
        pen.count("result", sum(facts.case(kind, key) for kind in kinds), after="、")
    pen.text = pen.text[:-1] + ("）" if is_bracket else "")


def _suits(pen: Writer) -> None:
    facts = pen.facts
    pen.text += "（未经复议直接起诉"
    pen.count("litigation", facts.case(CASES[1]))
    pen.text += "、复议后起诉"
    pen.count("litigation", facts.case(CASES[2]), after="）")


def style_cases(pen: Writer) -> None:
    """Reconsiderations and lawsuits with their figures."""
    pen.text += self_and_time(pen)
    count_cases(pen)
    pen.text += pen.maybe("，" + pen.any("均已审结", "均已办结", "未发生败诉案件"), 0.2)


def style_one_of_two(pen: Writer) -> None:
    """One of the two counted, the other one none; only told where that is so or wrongly so."""
    facts = pen.facts
    pen.text += self_and_time(pen) + pen.any("因政府信息公开引发", "发生政府信息公开")
    suits = facts.suits
    if pen.dice.random() < 0.5:
        pen.text += "行政复议"
        pen.count("reconsideration", facts.case(CASES[0]))
        pen.text += "，"
        pen.none(
            pen.any(
                "未发生行政诉讼", "没有发生行政诉讼案件", "无行政诉讼", "未发生政府信息公开行政诉讼"
            ),
            ("none of review", suits),
        )
    else:
        pen.text += "行政诉讼"
        pen.count("litigation", suits)
        pen.text += "，"
        pen.none(
            pen.any("未发生行政复议", "没有行政复议案件", "无行政复议"),
            ("none of review", facts.case(CASES[0])),
        )


def style_cases_after_requests(pen: Writer) -> None:
    """Cases told in the paragraph on requests."""
    opening(pen)
    facts = pen.facts
    new = facts.row("new_received")
    pen.text += "共收到政府信息公开申请"
    pen.count("received", new, new + facts.row("carried_over"))
    pen.say("，", "。", "；")
    count_cases(pen)


def no_requests(pen: Writer) -> None:
    """Write that no request came."""
    new = pen.facts.row("new_received")
    words = pen.any(
        pen.any(
            "未收到",
            "没有收到",
            "未接到",
            "未接收到",
            "未受理",
            "没有接到",
            "无",
            "尚未收到",
            "未有",
            "暂未收到",
            "从未收到",
        )
        + pen.any("", "", "", "任何", "一件", "过")
        + request(pen),
        "未收到和处理" + request(pen),
        "未收到或办理" + request(pen),
        "未收到申请人提出的" + request(pen),
        "未收到"
        + pen.any("公民、法人和其他组织", "公民、法人或者其他组织", "社会公众", "群众")
        + pen.any("关于", "有关", "")
        + "政府信息公开的申请",
        "未收到依申请公开" + pen.any("", "的相关信息", "的申请", "政府信息", "类申请", "相关申请"),
        "未收到" + pen.any("线上或线下", "") + "政府信息公开申请",
        "没有"
        + pen.any("公民、法人或其他组织", "单位和个人", "群众", "申请人")
        + pen.any("提出政府信息公开申请", "申请公开政府信息", "申请政府信息公开"),
        "无"
        + pen.any("公民、法人和其他组织", "任何单位或个人")
        + "向"
        + pen.any("我单位", "本机关")
        + "申请公开政府信息",
        "无人" + pen.any("提出政府信息公开申请", "申请政府信息公开", "申请公开政府信息"),
        "无依申请公开" + pen.any("事项", "情况", "受理情况", "件", "申请", "信息", "案件", ""),
        "未发生依申请公开" + pen.any("事项", "情况", "案件", "申请"),
        "收到政府信息公开申请" + pen.any("为零", "为0", "数量为0", "数为零"),
        "政府信息公开申请" + pen.any("数量为零", "受理量为0", "为零", "：无", "数为0"),
        "依申请公开" + pen.any("数量为0", "为零", "受理数为0", "：无"),
        "政府信息公开申请零受理",
        "未产生依申请公开事项",
        "未收到群众" + pen.any("要求公开政府信息的申请", "申请公开的信息"),
    )
    pen.none(words, ("none of requests", new))


def style_no_requests(pen: Writer) -> None:
    """No request came."""
    opening(pen)
    no_requests(pen)
    pen.text += pen.maybe(
        pen.any("，", "。") + pen.any("不存在超期答复情况", "无收费情况", "也没有收取任何费用"), 0.3
    )


def style_none_named_before(pen: Writer) -> None:
    """No such request, the matter being named before."""
    pen.text += pen.any(
        "（二）依申请公开。", "（二）依申请公开情况\n", "二、依申请公开方面。", "（二）依申请公开："
    )
    pen.text += time(pen) + pen.any("我单位", "", "本机关")
    words = pen.any(
        "未收到该项申请",
        "未收到此类申请",
        "没有收到申请",
        "未收到相关申请",
        "未接到申请",
        "暂无申请",
        "未收到任何申请",
    )
    pen.none(words, ("none of requests", pen.facts.row("new_received")))


def style_nothing_carried(pen: Writer) -> None:
    """Received, and nothing carried over or forward in words."""
    opening(pen)
    facts = pen.facts
    new = facts.row("new_received")
    pen.text += "共收到政府信息公开申请"
    pen.count("received", new, new + facts.row("carried_over"))
    pen.say("，", "；", "。")
    over, forward = facts.row("carried_over"), facts.row("carried_forward")
    if pen.dice.random() < 0.5:
        words = pen.any(
            "无上年结转",
            "无上年度结转申请",
            "上年度无结转",
            "没有上年结转事项",
            f"无{YEAR - 1}年结转件",
            "上年无结转件",
        )
        pen.none(words, ("none carried", over))
    else:
        words = pen.any(
            "无结转下年度办理件",
            "无下年度结转",
            "无结转下年事项",
            f"无结转{YEAR + 1}年办理的申请",
            "没有结转下年度办理的申请",
        )
        pen.none(words, ("none carried", forward))


def no_cases(pen: Writer) -> None:
    """Write that there was neither reconsideration nor lawsuit."""
    facts = pen.facts
    kinds = (("none of review", facts.case(CASES[0])), ("none of review", facts.suits))
    never = pen.any(
        "未发生", "没有发生", "未出现", "无", "没有", "未产生", "不存在", "未有", "未收到", "未引发"
    )
    why = pen.any(
        "因政府信息公开",
        "因政府信息公开工作",
        "因政府信息公开申请",
        "因信息公开",
        "因依申请公开",
        "涉及政府信息公开的",
        "有关政府信息公开的",
        "政府信息公开",
        "因政府信息公开答复不当",
    )
    both = pen.any(
        "行政复议、行政诉讼",
        "行政复议和行政诉讼",
        "行政复议或行政诉讼",
        "行政复议及行政诉讼",
        "行政复议、诉讼",
        "引发的行政复议、行政诉讼",
        "被申请行政复议、提起行政诉讼",
        "被申请行政复议或被提起行政诉讼",
        "申请行政复议、提起行政诉讼",
        "引起的行政复议、行政诉讼",
        "而被申请行政复议和提起行政诉讼",
        "导致的行政复议与行政诉讼",
    )
    end = pen.any(
        "", "的情况", "情况", "案件", "的情形", "事项", "的情况发生", "的案件", "情况发生", "现象"
    )
    words = pen.any(
        never + why + both + end,
        never + why + both + end,
        "未"
        + pen.any("因政府信息公开工作", "因政府信息公开")
        + pen.any(
            "被申请行政复议、被提起行政诉讼", "引发行政复议和行政诉讼", "发生行政复议、行政诉讼"
        ),
        pen.any("政府信息公开", "信息公开类")
        + "行政复议、行政诉讼"
        + pen.any("均为零", "均为0件", "案件均为0", "均为0", "案件数量均为零", "：无"),
        pen.any("政府信息公开", "涉及政府信息公开的")
        + "行政复议"
        + pen.any("0件、行政诉讼0件", "0件，行政诉讼0件", "和行政诉讼0件", "、行政诉讼各0件"),
        "无人因政府信息公开" + pen.any("申请行政复议、提起行政诉讼", "申请行政复议或提起行政诉讼"),
        "政府信息公开" + pen.any("零复议、零诉讼", "工作实现零复议零诉讼"),
    )
    pen.none(words, *kinds)


def style_no_cases(pen: Writer) -> None:
    """Neither reconsideration nor lawsuit."""
    pen.text += self_and_time(pen)
    no_cases(pen)


def style_nothing_at_all(pen: Writer) -> None:
    """No request, no reconsideration, no lawsuit."""
    opening(pen)
    no_requests(pen)
    pen.say("，", "。", "；", "，也")
    no_cases(pen)


def style_part_two(pen: Writer) -> None:
    """Documents and decisions of part two."""
    facts = pen.facts
    issued, repealed, live = (facts.documents[key] for key in ("issued", "repealed", "in_force"))
    pen.unit = "件"
    pen.text += pen.any("（三）政府信息管理。", "") + self_and_time(pen)
    if pen.dice.random() < 0.5:
        pen.text += pen.any(
            "制发行政规范性文件",
            "制发规范性文件",
            "印发行政规范性文件",
            "出台规范性文件",
            "制定规范性文件",
        )
        pen.count("documents", issued)
        pen.text += "，废止"
        pen.count("documents", repealed)
        pen.text += pen.any("，现行有效", "，现行有效的规范性文件", "，现行有效规范性文件")
        pen.count("documents", live)
        return
    pen.text += pen.any(
        "作出行政许可决定",
        "办理行政许可",
        "行政许可处理决定数量",
        "作出行政许可",
        "共作出行政许可决定",
    )
    pen.count("decisions", facts.decisions["licences"])
    pen.text += pen.any("，行政处罚", "，行政处罚决定", "、行政处罚", "，作出行政处罚决定")
    pen.count("decisions", facts.decisions["penalties"], unit=pen.any("件", "件", "起", "宗", "项"))
    pen.text += pen.any("，行政强制", "、行政强制", "，行政强制措施")
    pen.count("decisions", facts.decisions["compulsion"])


def style_decoys(pen: Writer) -> None:
    """Figures of other matters, which the tables do not hold."""
    number = pen.dice.randint(1, 400)
    pen.text += heading(pen) if pen.dice.random() < 0.2 else ""
    pen.text += time(pen) + pen.any(
        f"通过政府网站主动公开政府信息{number}条，微信公众号推送信息{number * 2}条",
        f"主动公开各类信息{number + 10}条，其中工作动态{number}条、通知公告10条",
        f"办理12345热线工单{number}件，按期办结率100%",
        f"承办人大代表建议{number}件、政协提案{number + 1}件，均按时答复",
        f"组织政务公开培训{number % 5 + 1}次，参训{number}人次",
        f"受理群众来信来访{number}件，办结{number}件",
        f"召开新闻发布会{number % 9 + 1}场，发布政策解读{number}篇",
        f"政务公开专区接待群众{number}人次，发放办事指南{number}份",
        f"审核拟发布信息{number}条，退回修改{number % 7 + 1}条，" + passing(pen),
        f"回应群众关切{number}次，网民留言答复{number}条",
    )


STYLES = {
    "cases": style_cases,
    "one of two": style_one_of_two,
    "cases after requests": style_cases_after_requests,
    "no requests": style_no_requests,
    "none named before": style_none_named_before,
    "nothing carried": style_nothing_carried,
    "no cases": style_no_cases,
    "nothing at all": style_nothing_at_all,
    "part two": style_part_two,
    "other matters": style_decoys,
}
