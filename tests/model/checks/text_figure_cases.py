"""Reports whose texts state figures, for the checks of figures in the text."""

from __future__ import annotations

from decimal import Decimal

from tests.model.checks.check_cases import CLEAN_TEXTS, FEE, NORM, UPHELD, Case, Cells

REQUESTS: Cells = {
    "requests/new_received.natural_person": 10,
    "requests/new_received.commercial_enterprise": 2,
    "requests/carried_over.natural_person": 1,
    "requests/granted.natural_person": 8,
    "requests/granted.commercial_enterprise": 1,
    "requests/partly_granted.commercial_enterprise": 1,
    "requests/refused_state_secret.natural_person": 1,
    "requests/unavailable_not_held.natural_person": 1,
    "requests/carried_forward.natural_person": 1,
}
"""12 new and 1 carried over; 12 answered (9, 1, 1, 1); 1 carried forward."""


def on_requests(text: str, cells: Cells = REQUESTS) -> Case:
    return Case(cells, sections={"overview": CLEAN_TEXTS["overview"] + "\n" + text})


def in_other(text: str, cells: Cells | None = None) -> Case:
    return Case(cells or {}, sections={"other_matters": text})


HITS: list[tuple[str, Case]] = [
    *(
        ("text-figure", on_requests(text))
        for text in (
            "2023年，我镇共收到政府信息公开申请11件。",
            "全年新收政府信息公开申请13件。",
            "收到政府信息公开申请12件，其中自然人9件。",
            "收到政府信息公开申请12件（自然人10件，法人或其他组织3件）。",
            "2023年我镇收到依申请公开十一件。",
            "2023年我镇收到依申请公开１１件。",
            "收到政府信息公开申请12件，上年结转2件。",
            "收到政府信息公开申请12件，结转下年度继续办理0件。",
            "答复政府信息公开申请15件。",
            "答复政府信息公开申请12件，其中予以公开7件。",
            "办结政府信息公开申请12件，其中8件予以公开。",
            "办结政府信息公开申请12件，不予公开2件，无法提供1件。",
            "我镇未收到政府信息公开申请。",
            "本年度无依申请公开事项。",
            "依申请公开0件。",
        )
    ),
    ("text-figure", on_requests("因政府信息公开引发行政复议2件。", {UPHELD: 1})),
    ("text-figure", on_requests("政府信息公开行政复议1件，其中纠正1件。", {UPHELD: 1})),
    ("text-figure", on_requests("全年未发生因政府信息公开引发的行政复议。", {UPHELD: 1})),
    ("text-figure", on_requests("制发规范性文件3件。", {NORM + "issued": 2, NORM + "in_force": 4})),
    ("text-figure", on_requests("规范性文件3件。", {NORM + "issued": 2, NORM + "in_force": 4})),
    (
        "text-figure",
        on_requests("全年作出行政许可决定12件。", {"proactive_disclosure/licences.decisions": 13}),
    ),
    ("text-figure", on_requests("收取行政事业性收费3.5万元。", {FEE: Decimal("3.6000")})),
    ("text-parts", on_requests("全年公开信息100条，其中政策类70条，动态类40条。", {})),
    ("text-parts", on_requests("收到意见12件，其中采纳13件。", {})),
    ("text-missing-figure", on_requests("现行有效的规范性文件件。", {})),
    ("text-missing-figure", on_requests("全年通过网站公开信息条。", {})),
    ("text-missing-figure", on_requests("收到政府信息公开申请  件，均已办结。", {})),
    *(
        ("text-missing-figure", on_requests(text, {}))
        for text in (
            "公开政府信息共 条。",
            "全年发布政务动态条。",
            "收到依申请公开事项件。",
            "申请均已答复，办结件。",
            "从结果看，予以公开件。",
            "其中自然人申请件。",
            "因政府信息公开引发行政复议件。",
            "结转下年度件。",
            "作出行政许可决定件。",
            "本年度收取费用元。",
        )
    ),
    ("text-missing-figure", in_other("发出收费通知件，未收取信息处理费。")),
    ("text-vague-count", on_requests("全年公开信息300余条。", {})),
    ("text-vague-count", on_requests("收到政府信息公开申请约10件。", {})),
    *(
        ("text-vague-count", on_requests(text, {}))
        for text in (
            "推送公众号信息近百篇。",
            "推送300多篇信息。",
            "公开信息数百条。",
            "公开信息十几条。",
            "公开信息300条左右。",
            "公开信息1万余条。",
        )
    ),
    ("text-fee", in_other("无其他需要报告的事项。")),
    ("text-fee", in_other("无。")),
    ("text-fee", in_other("发出收费通知1件，实际收取信息处理费20元。")),
    ("text-fee", in_other("收取信息处理费2万元。", {FEE: Decimal("1.5")})),
]

MISSES: list[tuple[str, Case]] = [
    *(
        ("text-figure", on_requests(text))
        for text in (
            "2023年，我镇共收到政府信息公开申请12件。",
            "2023年，我镇共受理政府信息公开申请13件。",
            "收到政府信息公开申请12件，其中自然人10件、法人2件；上年结转1件。",
            "办结政府信息公开申请12件，予以公开9件，部分公开1件，不予公开1件，无法提供1件。",
            "办结政府信息公开申请11件，结转下年1件。",
            "全年受理信访件50件，办结50件。",
            "2022年收到政府信息公开申请7件。",
            "收到政府信息公开申请12件，比上年增加5件。",
        )
    ),
    ("text-figure", on_requests("现行有效的规范性文件4件。", {NORM + "in_force": 4})),
    ("text-figure", on_requests("行政事业性收费35000元。", {FEE: Decimal("3.5000")})),
    ("text-figure", on_requests("行政事业性收费3.5万元。", {FEE: Decimal("3.4978")})),
    (
        "text-figure",
        on_requests("收到政府信息公开申请12件。", {"requests/new_received.natural_person": None}),
    ),
    ("text-parts", on_requests("公开信息100条，其中网站公开80条，公众号公开60条。", {})),
    ("text-parts", on_requests("公开信息100条，其中政策类60条，动态类30条。", {})),
    ("text-parts", on_requests("公开信息10条，其中政策类6条，开展培训30次。", {})),
    ("text-parts", on_requests("公开信息10条，其中政策类6条，收到留言30条。", {})),
    (
        "text-missing-figure",
        on_requests("规范性文件、案件、事件、条件、附件、稿件均按规定管理。", {}),
    ),
    ("text-missing-figure", on_requests("公开信息条目清晰，逐条审核信息，每件申请专人负责。", {})),
    *(
        ("text-missing-figure", on_requests(text, {}))
        for text in (
            "对申请件实行台账管理，转办件、交办件按时答复。",
            "第二十条、第三条、头条和《条例》第一条。",
            "公开信息条理清楚，条块结合，信息条数准确。",
            "按行政许可决定书送达，共性问题件件落实。",
            "每件10元，按件计费，信息公开次数不限。",
            "软件、硬件、文件、证件和要件妥善保管。",
        )
    ),
    ("text-missing-figure", on_requests("办件量、信件、邮件均有登记，要件齐全，次数不限。", {})),
    ("text-vague-count", on_requests("全年公开信息300条，培训20余人，多措并举。", {})),
    ("text-vague-count", on_requests("总数12件，网上12件，附近3件，以上5件，预约2件。", {})),
    ("text-vague-count", on_requests("多件、数件、若干条，发放宣传册2000余份。", {})),
    ("text-vague-count", on_requests("最近10件事，大约20个工作日。", {})),
    ("text-fee", in_other("2023年发出收费通知0件，实际收取金额0元。")),
    ("text-fee", in_other("未收取信息处理费。")),
    ("text-fee", in_other("收取信息处理费200元。", {FEE: Decimal("0.0200")})),
    ("text-fee", in_other("收取信息处理费200元。", {FEE: None})),
    ("text-fee", in_other("收取信息处理费200元。", {FEE: "若干"})),
    ("text-fee", in_other("")),
]
