"""Ways to say it that reports of many kinds of offices share, with what their figures say."""

from __future__ import annotations

TOWN = "阿城区红星镇人民政府"
BUREAU = "阿城区市场监督管理局"

FAMILIES: list[tuple[str, str, str]] = [
    # (organization, text, quote and statement of each figure that is surely about the tables)
    (BUREAU, "区市场监管局受理信息公开申请9件。", "9件 received"),
    ("阿城区人力资源和社会保障局", "区人社局共收到依申请公开9件。", "9件 received"),
    (TOWN, "区市场监管局受理信息公开申请9件。", ""),
    (
        TOWN,
        "我镇收到依申请公开件9件，上年度结转办理件2件，共办结8件。",
        "9件 received|2件 carried_over|8件 answered",
    ),
    (TOWN, "共收到涉及征地、低保等方面的政府信息公开申请9件。", "9件 received"),
    (TOWN, "共收到公民、法人和其他组织对政府信息公开的申请9件。", "9件 received"),
    (TOWN, "受理自然人的政府信息公开申请9件。", "9件 natural_person"),
    (
        TOWN,
        "办结政府信息公开申请9件，其中“予以公开”5件，“部分公开”4件。",
        "9件 answered|5件 granted|4件 partly_granted",
    ),
    (
        TOWN,
        "完成信息公开申请答复9件，其中予以公开答复5件，不予公开决定4件。",
        "9件 answered|5件 granted|4件 refused",
    ),
    (
        TOWN,
        "收到信息公开申请9件，网络申请5件，信函申请4件；申请人为自然人的7件，法人的2件。",
        "9件 received|7件 natural_person|2件 legal_person",
    ),
    (
        TOWN,
        "收到信息公开申请9件。从申请人看，自然人申请7件，企业申请2件。",
        "9件 received|7件 natural_person",
    ),
    (
        TOWN,
        "收到信息公开申请9件，办结7件，正在办理2件。",
        "9件 received|7件 answered|2件 in_process",
    ),
    (
        TOWN,
        "新收信息公开申请9件，结转1件，办结10件。",
        "9件 newly_received|1件 carried_either_way|10件 answered",
    ),
    (TOWN, "本年新收9件信息公开申请。", "9件 newly_received"),
    (TOWN, "对收到的9件政府信息公开申请，均按时答复。", "9件 handled"),
    (TOWN, "对9件政府信息公开申请依法进行了答复。", "9件 handled"),
    (TOWN, "对2件政府信息公开申请依法进行延期答复。", ""),
    (
        TOWN,
        "办结信息公开申请9件，属于信访、投诉、举报类，不作为政府信息公开申请处理3件。",
        "9件 answered",
    ),
    (
        TOWN,
        "办结信息公开申请9件，申请人逾期不补正、行政机关不再处理其申请2件。",
        "9件 answered|2件 other_not_supplemented",
    ),
    (TOWN, "未收到任何形式的依申请公开。", "未收到任何形式的依申请公开 newly_received"),
    (
        TOWN,
        "未收到群众通过各种渠道提出的政府信息公开申请。",
        "未收到群众通过各种渠道提出的政府信息公开申请 newly_received",
    ),
    (TOWN, "未收到依申请公开诉求。", "未收到依申请公开 newly_received"),
    (TOWN, "依申请公开情况：无。", "依申请公开情况：无 newly_received"),
    (
        TOWN,
        "我镇无申请公开事项，无行政复议、行政诉讼和申诉案件。",
        "无申请公开事项 newly_received|无行政复议 reconsideration|无行政复议、行政诉讼 litigation",
    ),
    (
        TOWN,
        "未出现因政府信息公开引起的复议、诉讼等情况。",
        (
            "未出现因政府信息公开引起的复议 reconsideration"
            "|未出现因政府信息公开引起的复议、诉讼 litigation"
        ),
    ),
    (
        TOWN,
        "政府信息公开工作未被提起行政复议或行政诉讼。",
        "未被提起行政复议 reconsideration|未被提起行政复议或行政诉讼 litigation",
    ),
    (
        TOWN,
        "全年无一起因政府信息公开引起的行政复议和行政诉讼。",
        (
            "无一起因政府信息公开引起的行政复议 reconsideration"
            "|无一起因政府信息公开引起的行政复议和行政诉讼 litigation"
        ),
    ),
    (
        TOWN,
        "行政复议2件，行政诉讼1件，均与政府信息公开有关。",
        "2件 reconsideration|1件 litigation",
    ),
    (
        TOWN,
        "累计办理公民、法人或其他组织通过网站、邮寄等途径提出的依申请公开信息合计9件。",
        "9件 handled",
    ),
    (TOWN, "通过网络、信函等方式收到政府信息公开申请9件。", "9件 received"),
    (TOWN, "通过网络收到政府信息公开申请9件。", ""),
    (
        TOWN,
        "收到信息公开申请3件，予以公开1件，其他2件均为重复申请。",
        "3件 received|1件 granted",
    ),
    (TOWN, "收到信息公开申请9件，其中党政办办结5件，土地所办结4件。", "9件 received"),
    (TOWN, "公文属性认定：公开30件，不予公开2件，依申请公开5件。", ""),
    (TOWN, "（二）依申请公开。全年收到群众来信35件，35件均已答复。", ""),
    (TOWN, "（二）依申请公开。受理行政许可申请30件，办结28件，正在办理2件。", ""),
    (TOWN, "依法办理政府信息公开案件9件，无超期案件。", "9件 handled"),
    (
        TOWN,
        "收到要求公开政府信息的申请9件，其中1件属行政执法案卷信息。",
        "9件 received|1件 refused_enforcement_file",
    ),
    (
        TOWN,
        "无因政府信息公开被申请行政复议 、提起行政诉讼方面的情况。",
        (
            "无因政府信息公开被申请行政复议 reconsideration"
            "|无因政府信息公开被申请行政复议 、提起行政诉讼 litigation"
        ),
    ),
    (
        TOWN,
        "新收到信息公开申请9件，结转上年度办理3件，8件已按照规定时限和程序进行了答复。",
        "9件 newly_received|3件 carried_over|8件 answered",
    ),
    (
        TOWN,
        "收到信息公开申请9件，公开5件，不予公开4件。",
        "9件 received|5件 granted|4件 refused",
    ),
    (
        TOWN,
        "信息公开行政复议案件3件，维持1件，纠正1件，撤销复议申请1件。",
        "3件 reconsideration|1件 upheld|1件 corrected",
    ),
    (TOWN, "受理线上信息公开申请9件，办结8件，受理线下信息公开申请2件。", ""),
    (TOWN, "收到信息公开申请9件，网络申请9件，办结8件。", "9件 received|8件 answered"),
    (TOWN, "收到信息公开申请9件，内容涉及规划计划等，办结8件。", "9件 received|8件 answered"),
    (TOWN, "接收申请人向我机关提交的政府信息依申请公开9件。", "9件 received"),
    (
        TOWN,
        "收到信息公开申请9件，其中8件已经按时按规完成答复。",
        "9件 received|8件 answered",
    ),
    (
        TOWN,
        "没有依申请公开政府信息和不予公开政府信息的情况。全年未收到依申请公开来信。",
        ("没有依申请公开政府信息 newly_received|未收到依申请公开 newly_received"),
    ),
    (
        TOWN,
        "发生信息公开行政复议案件3件（其中1件为去年信息公开件），结果维持2件、被纠错1件。",
        "3件 reconsideration|2件 upheld|1件 corrected",
    ),
    (
        TOWN,
        "全年无信息公开举报、复议和诉讼等情形发生。",
        "无信息公开举报、复议 reconsideration|无信息公开举报、复议和诉讼 litigation",
    ),
    (
        TOWN,
        "答复信息公开申请9件，其中予以公开5件，不掌握3件，其他1件。",
        "9件 answered|5件 granted|3件 unavailable_not_held|1件 other_outcome",
    ),
    (TOWN, "累计收到政府信息公开申请9件。", "9件 received"),
    (TOWN, "历年累计收到政府信息公开申请9件。", ""),
    (
        TOWN,
        "因信息公开引发行政争议3件，其中，行政复议2件，行政诉讼1件。",
        "3件 disputes|2件 reconsideration|1件 litigation",
    ),
    (TOWN, "因政府信息公开未经复议直接提起诉讼2件。", "2件 direct_litigation"),
]
