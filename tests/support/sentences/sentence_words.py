"""The words that sentences of reports are put together from: times, offices, requests, verbs."""

from __future__ import annotations

from sentence_writer import YEAR, Writer


def heading(pen: Writer) -> str:
    """Return what stands before a paragraph on requests, or nothing."""
    return pen.any(
        "",
        "",
        "（二）依申请公开。",
        "（二）依申请公开情况\n",
        "（二）依申请公开方面。",
        "2.依申请公开情况。",
        "二是依申请公开方面。",
        "（二）政府信息依申请公开情况：",
        "依申请公开情况。",
    )


def time(pen: Writer) -> str:
    """Return when the figures were counted: the report's year."""
    return pen.any(
        f"{YEAR}年，",
        f"{YEAR}年",
        f"{YEAR}年度，",
        f"{YEAR}年度",
        "全年",
        "本年度，",
        "本年度",
        "今年以来，",
        f"截至{YEAR}年12月31日，",
        f"{YEAR}年1月1日至12月31日，",
        "一年来，",
        f"{YEAR}年全年，",
        "",
    )


def self_name(pen: Writer) -> str:
    """Return the office as its text names it, or nothing."""
    return pen.maybe(pen.any(*pen.office.selves), 0.7)


def opening(pen: Writer) -> None:
    """Write a heading, a time and the office's name, each or none."""
    pen.text += heading(pen)
    pen.text += pen.maybe(
        pen.any(
            "严格按照《条例》规定办理，",
            "进一步规范受理、登记、审核、答复流程。",
            "认真落实依申请公开工作制度，",
            "建立健全依申请公开工作机制，做到件件有回复。",
            "畅通当面、信函、网络等申请渠道，",
        ),
        0.3,
    )
    if pen.dice.random() < 0.5:
        pen.text += time(pen) + self_name(pen)
    else:
        name = self_name(pen)
        pen.text += name + time(pen).rstrip("，") if name else time(pen)


def request(pen: Writer) -> str:
    """Return what is asked for, as a thing that is counted."""
    return pen.any(
        "政府信息公开申请",
        "政府信息公开申请",
        "政府信息公开申请",
        "依申请公开",
        "依申请公开申请",
        "依申请公开事项",
        "依申请公开件",
        "依申请公开政府信息申请",
        "依申请公开信息",
        "信息公开申请",
        "政务信息公开申请",
        "政府信息依申请公开",
        "政府信息公开申请事项",
        "有关政府信息公开的申请",
        "有关依申请公开事项",
        "公开政府信息的申请",
        "申请公开政府信息事项",
        "公民、法人和其他组织提出的政府信息公开申请",
        "公民、法人或者其他组织的政府信息公开申请",
        "群众提交的政府信息公开申请",
        "社会公众提出的信息公开申请",
        "申请人提出的政府信息公开申请",
        "对政府信息公开的申请",
        "要求公开政府信息的申请",
        "各类政府信息公开申请",
        "有效政府信息公开申请",
    )


def received(pen: Writer) -> str:
    """Return a verb for receiving."""
    return pen.any(
        "收到",
        "共收到",
        "收到",
        "共受理",
        "受理",
        "接收",
        "共接收",
        "接到",
        "累计收到",
        "收到并受理",
        "依法受理",
        "一共收到",
        "总共收到",
        "共计收到",
        "登记受理",
        "共接到",
    )


def link(pen: Writer) -> str:
    """Return what may stand between a thing and its figure."""
    return pen.any("", "", "", "", "共", "共计", "总计", "数量为", "合计")


def passing(pen: Writer) -> str:
    """Return words that say nothing of the tables."""
    return pen.any(
        "均在法定期限内答复",
        "均已按时办结",
        "办结率100%",
        "答复率达到100%",
        "均按规定程序办理",
        "未出现超期答复的情况",
        "全部在规定时限内予以答复",
        "申请内容主要涉及征地拆迁、惠农补贴等方面",
        "平均办理时间为12个工作日",
        "答复满意率较上年明显提高",
    )


def comparing(pen: Writer, true: int) -> str:
    """Return a comparison with the year before, that no figure of the tables says."""
    more = pen.dice.randint(1, 40)
    return pen.any(
        f"，较上年增加{more}件",
        f"，比上年增长{more}%",
        f"，同比下降{more}.{more % 10}%",
        f"，较{YEAR - 1}年的{true + more}件减少{more}件",
        f"（{YEAR - 1}年为{true + more}件）",
        "，与上年基本持平",
    )


def self_and_time(pen: Writer) -> str:
    """Return the time and the office, each or none."""
    return time(pen) + self_name(pen)
