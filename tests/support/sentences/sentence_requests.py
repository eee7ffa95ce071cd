"""Sentences on requests: how many came, from whom, how they ended, what was carried over."""

from __future__ import annotations

from sentence_facts import COLUMNS, OTHER, REFUSED, UNAVAILABLE, UNPROCESSED
from sentence_words import (
    comparing,
    heading,
    link,
    opening,
    passing,
    received,
    request,
    time,
)
from sentence_writer import YEAR, Writer

LEGAL = COLUMNS[1:]
_GROUPS = (
    ("granted", ("granted",), ("予以公开", "同意公开", "予以公开的", "决定予以公开")),
    ("partly_granted", ("partly_granted",), ("部分公开", "予以部分公开", "部分公开的")),
    ("refused", REFUSED, ("不予公开", "不予公开的", "决定不予公开")),
    ("unavailable", UNAVAILABLE, ("无法提供", "无法提供的")),
    ("unprocessed", UNPROCESSED, ("不予处理", "不予处理的")),
    ("other", OTHER, ("其他处理", "其他处理的", "作其他处理")),
)
_REASONS = (
    ("refused_state_secret", ("属于国家秘密", "涉及国家秘密不予公开")),
    ("refused_third_party_rights", ("保护第三方合法权益", "为保护第三方合法权益不予公开")),
    ("refused_internal_affairs", ("属于三类内部事务信息", "三类内部事务信息")),
    ("refused_process_information", ("属于四类过程性信息", "属于过程性信息")),
    ("refused_enforcement_file", ("属于行政执法案卷", "行政执法案卷信息")),
    ("refused_administrative_inquiry", ("属于行政查询事项", "行政查询事项")),
    (
        "unavailable_not_held",
        ("本机关不掌握相关政府信息", "因本机关不掌握相关政府信息无法提供", "不掌握相关信息"),
    ),
    ("unavailable_requires_creation", ("没有现成信息需要另行制作", "需另行制作")),
    ("unavailable_still_unclear", ("补正后申请内容仍不明确", "经补正仍不明确")),
    ("unprocessed_petition", ("信访举报投诉类申请", "属于信访举报投诉类")),
    ("unprocessed_repeated", ("重复申请", "属于重复申请不予处理")),
    ("other_not_supplemented", ("申请人逾期不补正", "逾期未补正")),
)
_APPLICANTS = (
    ("commercial_enterprise", "商业企业"),
    ("research_institution", "科研机构"),
    ("public_welfare_organization", "社会公益组织"),
    ("legal_service_institution", "法律服务机构"),
)

_ASKED = (
    ("", "申请"),
    ("", ""),
    ("", ""),
    ("", "提出"),
    ("", "提出申请"),
    ("申请人为", "的"),
    ("来自", "的"),
)


def count_received(pen: Writer, *, may_compare: bool = True) -> None:
    """Write how many requests came; with those carried over counted in, or not."""
    facts = pen.facts
    new, over = facts.row("new_received"), facts.row("carried_over")
    order = pen.dice.random()
    if order < 0.45:
        pen.text += received(pen) + request(pen) + link(pen)
        pen.count("received", new, new + over)
    elif order < 0.75:
        pen.text += received(pen)
        pen.count("received", new, new + over, after=request(pen))
    elif order < 0.85:
        pen.text += request(pen) + pen.any("受理", "共", "受理数量", "收到", "数量为", "共受理")
        pen.count("received", new, new + over)
    else:
        pen.text += (
            received(pen) + pen.any("的", "") + request(pen) + pen.any("共", "共计", "总数为")
        )
        pen.count("received", new, new + over)
    pen.text += comparing(pen, new) if may_compare and pen.dice.random() < 0.12 else ""


def count_applicants(pen: Writer) -> None:
    """Write who asked: natural persons and the others, or each kind, as parts of those received."""
    facts, dice = pen.facts, pen.dice
    bracket = dice.random() < 0.3
    start = (
        pen.any("（", "（其中：", "（其中")
        if bracket
        else pen.any("，其中", "，其中：", "。其中，", "，按申请人分，")
    )
    pen.text += start
    by, asked = dice.choice(_ASKED)
    natural = facts.applicant(COLUMNS[0])
    both = facts.applicant(COLUMNS[0], rows=("new_received", "carried_over"))
    if dice.random() < 0.12 and by == "":
        pen.count(
            "applicant", natural, both, after=pen.any("为自然人", "为自然人申请", "由自然人提出")
        )
    else:
        pen.text += by + pen.any("自然人", "自然人", "公民", "个人") + asked
        pen.count("applicant", natural, both)
    pen.text += pen.any("、", "，") if bracket or dice.random() < 0.6 else "，占绝大多数，"
    if dice.random() < 0.6:
        _legal_persons(pen, by, asked)
    else:
        _each_applicant(pen, by, asked)
    pen.text += "）" if bracket else ""


def _legal_persons(pen: Writer, by: str, asked: str) -> None:
    name = pen.any("法人或其他组织", "法人或其他组织", "法人和其他组织", "法人", "法人及其他组织")
    legal = pen.facts.applicant(*LEGAL)
    pen.text += by + name + asked
    pen.count(
        "applicant", legal, pen.facts.applicant(*LEGAL, rows=("new_received", "carried_over"))
    )


def _each_applicant(pen: Writer, by: str, asked: str) -> None:
    facts = pen.facts
    named = [pair for pair in _APPLICANTS if facts.applicant(pair[0]) or pen.dice.random() < 0.15]
    for key, name in named or [_APPLICANTS[0]]:
        pen.text += by + name + asked
        both = facts.applicant(key, rows=("new_received", "carried_over"))
        pen.count("applicant", facts.applicant(key), both, after="、")
    pen.text = pen.text[:-1]


def count_answered(pen: Writer) -> None:
    """Write how many requests were answered."""
    facts = pen.facts
    done, over = facts.answered, facts.row("carried_over")
    less = facts.row(*UNPROCESSED), facts.row(*OTHER)
    also = (
        done - over,
        done - less[0],
        done - less[1],
        done - sum(less),
        done - facts.row("other_handling"),
    )
    if pen.dice.random() < 0.7:
        pen.text += pen.any(
            "办结",
            "答复",
            "已办结",
            "共办结",
            "全年共答复",
            "按时答复",
            "已答复",
            "按期办结",
            "依法答复申请人",
            "办理答复",
            "目前已办结",
            "共计办结",
            "作出答复",
            "已按时办结",
            "办结政府信息公开申请",
            "答复政府信息公开申请",
            "年内办结",
        )
        pen.count("answered", done, *also)
    else:
        pen.count(
            "answered", done, *also, after=pen.any("已办结", "已答复", "均已办结", "已按时办结")
        )


def count_carried(pen: Writer) -> None:
    """Write what came from last year or went to the next, or one of both."""
    facts = pen.facts
    over, forward = facts.row("carried_over"), facts.row("carried_forward")
    which = pen.any("over", "forward", "both")
    if which != "forward":
        _carried_over(pen, over)
    pen.text += "，" if which == "both" else ""
    if which != "over":
        _carried_forward(pen, forward)


def _carried_over(pen: Writer, over: int) -> None:
    if pen.dice.random() < 0.8:
        pen.text += pen.any(
            "上年结转",
            "上年度结转",
            "上年度结转政府信息公开申请",
            f"{YEAR - 1}年结转",
            "结转上年度",
            "上一年度结转",
            "含上年结转",
            "另有上年度结转",
            "上年结转至本年度办理",
            f"{YEAR - 1}年度结转申请",
            "去年结转",
        )
        pen.count("carried_over", over)
    else:
        pen.text += pen.any("", "另有", "其中")
        pen.count(
            "carried_over", over, after=pen.any("为上年结转", "系上年度结转", "为上年度结转申请")
        )


def _carried_forward(pen: Writer, forward: int) -> None:
    if pen.dice.random() < 0.7:
        pen.text += pen.any(
            "结转下年度继续办理",
            "结转下年",
            "结转下一年度",
            "结转下年度",
            f"结转{YEAR + 1}年办理",
            "转下年度办理",
            "转下年办理",
            f"结转至{YEAR + 1}年继续办理",
            "结转下年度办理",
            "转入下年度继续办理",
            "结转至下一年度继续办理",
            f"转结{YEAR + 1}年办结",
        )
        pen.count("carried_forward", forward)
    else:
        pen.text += pen.any("", "剩余", "尚有", "其余", "有")
        end = pen.any(
            "结转下年度继续办理",
            "转下年度办理",
            "结转至下一年度",
            f"结转{YEAR + 1}年办理",
            f"转{YEAR + 1}年办理",
        )
        pen.count("carried_forward", forward, after=end)


def count_outcomes(pen: Writer) -> None:
    """Write how requests ended, by the groups of the form; some groups with their reasons."""
    chosen = [group for group in _GROUPS if pen.facts.row(*group[1]) or pen.dice.random() < 0.35]
    mark, is_after = pen.any("，", "、", "；"), pen.dice.random() < 0.25
    verb = pen.any("", "", "", "", "作出", "答复")
    for key, rows, names in chosen or _GROUPS[:2]:
        if is_after and verb == "":
            name = pen.any(*names[:2]).removesuffix("的").removeprefix("决定")
            pen.count("outcome", pen.facts.row(*rows), after=name)
        else:
            pen.text += verb + pen.any(*names)
            pen.count("outcome", pen.facts.row(*rows))
        if key in ("refused", "unavailable", "unprocessed") and pen.dice.random() < 0.25:
            _reasons_of(pen, rows)
        pen.text += mark
    pen.text = pen.text[:-1]


def _reasons_of(pen: Writer, rows: tuple[str, ...]) -> None:
    named = [item for item in _REASONS if item[0] in rows and pen.facts.row(item[0])]
    pen.text += pen.any("（", "（其中") if named else ""
    for key, names in named:
        pen.text += pen.any(*names)
        pen.count("reason", pen.facts.row(key), after="、")
    pen.text = pen.text[:-1] + "）" if named else pen.text


def count_reasons(pen: Writer) -> None:
    """Write single rows of the form with their figures, mixed with 予以公开."""
    pen.text += pen.any("予以公开", "部分公开")
    key = "granted" if pen.text.endswith("予以公开") else "partly_granted"
    pen.count("outcome", pen.facts.row(key))
    named = [item for item in _REASONS if pen.facts.row(item[0])] or list(_REASONS[6:7])
    for row, names in pen.dice.sample(named, min(len(named), 3)):
        pen.text += pen.any("，", "、") + pen.any(*names)
        pen.count("reason", pen.facts.row(row))


def leading_to_outcomes(pen: Writer) -> None:
    """Write what leads to the outcomes; with those of last year they are no parts."""
    if pen.facts.answered > pen.facts.row("new_received"):
        pen.say("。从办理结果看，", "。办理结果：", "。答复结果：")
        return
    pen.say(
        "，其中",
        "，其中：",
        "。其中，",
        "。从办理结果看，",
        "，办理结果为：",
        "。答复结果：",
        "，按结果分：",
    )


def style_received(pen: Writer) -> None:
    """One clause on those received and what follows without a figure."""
    opening(pen)
    count_received(pen)
    pen.text += pen.maybe("，" + passing(pen), 0.7)


def style_applicants(pen: Writer) -> None:
    """Received, split by applicants."""
    opening(pen)
    count_received(pen, may_compare=False)
    count_applicants(pen)
    pen.text += pen.maybe("，" + passing(pen), 0.4)


def style_answered(pen: Writer) -> None:
    """Received and answered, with what was carried."""
    opening(pen)
    count_received(pen)
    pen.say("，", "，", "；")
    count_answered(pen)
    if pen.dice.random() < 0.5:
        pen.say("，", "；")
        count_carried(pen)


def style_outcomes(pen: Writer) -> None:
    """Received or answered, and the outcomes."""
    opening(pen)
    count_received(pen)
    if pen.dice.random() < 0.5:
        pen.say("，", "。")
        count_answered(pen)
    leading_to_outcomes(pen)
    pen.dice.choice((count_outcomes, count_outcomes, count_reasons))(pen)


def style_bracket_then_outcomes(pen: Writer) -> None:
    """Received with the applicants in a bracket, then the outcomes of all."""
    opening(pen)
    facts = pen.facts
    new, over = facts.row("new_received"), facts.row("carried_over")
    pen.text += received(pen) + request(pen)
    pen.count("received", new, new + over)
    pen.text += "（自然人"
    both = ("new_received", "carried_over")
    pen.count("applicant", facts.applicant(COLUMNS[0]), facts.applicant(COLUMNS[0], rows=both))
    pen.text += "、"
    if pen.dice.random() < 0.5:
        _legal_persons(pen, "", "")
    else:
        _each_applicant(pen, "", "")
    pen.text += "）"
    leading_to_outcomes(pen)
    count_outcomes(pen)


def style_carried_first(pen: Writer) -> None:
    """New, carried over and both together, then answered and carried forward."""
    opening(pen)
    facts = pen.facts
    new, over = facts.row("new_received"), facts.row("carried_over")
    pen.say("新收", "新收到", "本年新收", "新受理", "新增")
    pen.text += request(pen)
    pen.count("newly", new)
    pen.text += "，"
    _carried_over(pen, over)
    if pen.dice.random() < 0.4:
        pen.text += pen.any("，共计", "，合计")
        pen.count("together", new + over)
    pen.say("；", "。", "，")
    count_answered(pen)
    pen.text += "，"
    _carried_forward(pen, facts.row("carried_forward"))


def style_bracket_carried(pen: Writer) -> None:
    """Received with what was carried over in a bracket."""
    opening(pen)
    facts = pen.facts
    new, over = facts.row("new_received"), facts.row("carried_over")
    pen.text += received(pen) + request(pen)
    pen.count("received", new + over, new)
    pen.text += pen.any(
        "（含上年结转", "（其中上年结转", "（含上年度结转申请", f"（含{YEAR - 1}年结转"
    )
    pen.count("carried_over", over, after="）")
    pen.say("，", "；")
    count_answered(pen)
    pen.text += pen.maybe("，" + passing(pen), 0.3)


def style_channels(pen: Writer) -> None:
    """Received by letter, at the counter and on the net, of which the tables say nothing."""
    opening(pen)
    new = pen.facts.row("new_received")
    count_received(pen, may_compare=False)
    first = pen.dice.randint(0, new)
    second = pen.dice.randint(0, new - first)
    pen.text += pen.any("，其中", "，其中：", "（")
    is_bracket = pen.text.endswith("（")
    unit = pen.unit
    pen.text += pen.any(
        f"网上申请{first}{unit}、信函申请{second}{unit}、当面申请{new - first - second}{unit}",
        f"网络申请{first}{unit}，邮寄申请{second}{unit}，现场申请{new - first - second}{unit}",
        f"通过平台申请{first}{unit}、当面申请{new - first}{unit}",
    )
    pen.text += "）" if is_bracket else ""
    if pen.dice.random() < 0.6:
        pen.say("，", "；", "。")
        count_answered(pen)


def style_list(pen: Writer) -> None:
    """A list with colons, as offices paste it out of the table."""
    pen.text += heading(pen) + time(pen)
    facts = pen.facts
    new, over = facts.row("new_received"), facts.row("carried_over")
    pen.text += pen.any(
        "收到政府信息公开申请：", "政府信息公开申请办理情况：本年新收", "依申请公开：新收"
    )
    kind = "newly" if "新收" in pen.text[-6:] else "received"
    pen.count(kind, new, *((new + over,) if kind == "received" else ()))
    pen.text += "，上年结转"
    pen.count("carried_over", over, after="；")
    count_outcomes(pen)
    pen.say("；", "，")
    _carried_forward(pen, facts.row("carried_forward"))


def style_all_by_persons(pen: Writer) -> None:
    """All applicants are natural persons: nothing but the whole is a figure."""
    opening(pen)
    count_received(pen, may_compare=False)
    pen.say(
        "，均为自然人申请",
        "，全部为自然人",
        "，均由自然人提出",
        "，均为公民个人申请",
        "，均为自然人申请件",
    )
    pen.text += pen.maybe("，" + passing(pen), 0.5)


STYLES = {
    "received": style_received,
    "applicants": style_applicants,
    "answered": style_answered,
    "outcomes": style_outcomes,
    "bracket then outcomes": style_bracket_then_outcomes,
    "carried first": style_carried_first,
    "bracket carried": style_bracket_carried,
    "channels": style_channels,
    "list": style_list,
    "all by persons": style_all_by_persons,
}
