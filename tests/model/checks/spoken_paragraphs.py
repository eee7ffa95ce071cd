"""Sentences of offices of every kind, with what their figures say of the tables."""

from __future__ import annotations

TOWN = "阿城区红星镇"

PARAGRAPHS: list[tuple[str, str, list[str]]] = [
    (
        "青山县人民政府",
        "2023年，全县各级行政机关共收到政府信息公开申请128件，其中，自然人申请115件，法人或其他组织申请13件，上年结转3件。全年共办理答复126件，结转下年度继续办理5件。在办理答复的126件申请中，予以公开45件，占35.7%；部分公开12件，占9.5%；不予公开8件，无法提供52件，不予处理5件，其他处理4件。",
        [
            "128件 received",
            "115件 natural_person",
            "13件 legal_person",
            "3件 carried_over",
            "126件 handled",
            "5件 carried_forward",
            "126件 handled",
            "45件 granted",
            "12件 partly_granted",
            "8件 refused",
            "52件 unavailable",
            "5件 unprocessed",
            "4件 other_handling",
        ],
    ),
    (
        TOWN,
        "（二）依申请公开情况。全年共收到政府信息公开申请23件，其中，网上申请15件，当面申请3件，信函申请5件；按时答复23件，按时答复率100%；其中，予以公开10件，部分公开2件，不予公开3件，无法提供5件，不予处理2件，其他处理1件。",
        [
            "23件 received",
            "23件 answered",
            "10件 granted",
            "2件 partly_granted",
            "3件 refused",
            "5件 unavailable",
            "2件 unprocessed",
            "1件 other_handling",
        ],
    ),
    (
        TOWN,
        "2023年，我局共受理依申请公开政府信息事项6件，6件均已办结。",
        ["6件 received", "6件 answered"],
    ),
    (TOWN, "全年受理办结依申请公开8件，收到并办结依申请公开3件。", ["8件 handled", "3件 handled"]),
    (
        TOWN,
        "2023年度，我镇共收到依申请公开信息2起，均已按规定办理答复，未发生行政复议和行政诉讼。",
        ["2起 received", "未发生行政复议 reconsideration", "未发生行政复议和行政诉讼 litigation"],
    ),
    (
        TOWN,
        "2023年，红星镇人民政府收到信息公开申请0件，上年结转0件，区政府收到信息公开申请20件。",
        ["0件 received", "0件 carried_over"],
    ),
    (TOWN, "2023年，镇政府收到信息公开申请0件。", ["0件 received"]),
    (
        TOWN,
        "出台行政规范性文件1件（《红星镇殡葬管理办法》），清理废止2件。",
        ["1件 documents_issued"],
    ),
    (
        TOWN,
        "我局共有行政规范性文件5件，其中现行有效5件，本年度制发0件，废止0件。",
        ["5件 documents", "5件 then_in_force", "0件 then_issued", "0件 then_repealed"],
    ),
    (
        TOWN,
        "2023年行政许可处理决定数量为1024件，行政处罚处理决定数量56件，行政强制处理决定数量3件。",
        ["1024件 licences", "56件 penalties", "3件 compulsion"],
    ),
    (
        TOWN,
        "共收取行政事业性收费12.36万元。发出收费通知0件，收取信息处理费0元。",
        ["12.36万元 fees"],
    ),
    (
        TOWN,
        "因政府信息公开被提起行政复议案件1件，结果为维持；被提起行政诉讼案件0件。",
        ["1件 reconsideration", "0件 litigation"],
    ),
    (
        TOWN,
        "全年收到政府信息公开申请0件、行政复议0件、行政诉讼0件。",
        ["0件 received", "0件 reconsideration", "0件 litigation"],
    ),
    (TOWN, "回复网民留言12条，依申请公开答复3件。", ["3件 answered"]),
    (
        TOWN,
        "受理政府信息公开申请5件，比去年同期减少2件，办结5件，其中：予以公开4件；其他处理1件。",
        ["5件 received", "5件 answered", "4件 granted", "1件 other_handling"],
    ),
    (
        TOWN,
        "全年共收到政府信息公开申请 12 件（含上年结转 2 件）。",
        ["12 件 received", "2 件 carried_over"],
    ),
    (
        TOWN,
        "受理政府信息公开申请12件（其中上年结转1件、本年新收11件）。",
        ["12件 received", "1件 carried_over", "11件 newly_received"],
    ),
    (
        TOWN,
        "收到政府信息公开申请12件，申请人为自然人的10件，为法人的2件。",
        ["12件 received", "10件 natural_person", "2件 legal_person"],
    ),
    (
        TOWN,
        "收到政府信息公开申请12件，10件为自然人申请，2件为法人申请。",
        ["12件 received", "10件 natural_person", "2件 legal_person"],
    ),
    (
        TOWN,
        "（二）依申请公开。全年收到申请12件，办结率100%。行政复议1件，行政诉讼0件。",
        ["12件 received", "1件 reconsideration", "0件 litigation"],
    ),
    (
        TOWN,
        "收到政府信息公开申请12件，自然人10件，法人1件，其他组织1件。",
        ["12件 received", "10件 natural_person"],
    ),
    (TOWN, "2023年1—12月，收到依申请公开12件。", ["12件 received"]),
    (
        TOWN,
        "线上收到政府信息公开申请5件，线下收到政府信息公开申请7件，共收到政府信息公开申请12件。",
        ["12件 received"],
    ),
    (TOWN, "由去年的5件增加到12件，收到政府信息公开申请12件。", ["12件 received"]),
    (
        TOWN,
        "政府信息依申请公开0件，无行政复议和行政诉讼情况。",
        ["0件 named_only", "无行政复议 reconsideration", "无行政复议和行政诉讼 litigation"],
    ),
    (TOWN, "三是依申请公开。今年以来，我镇共受理依申请公开申请3件，均按期答复。", ["3件 received"]),
    (
        TOWN,
        "（二）依申请公开\n2023年，本机关共收到公民、法人或者其他组织提出的政府信息公开申请45件，比上年增长12.5%，其中申请人为自然人42件，法人或其他组织3件。上年结转政府信息公开申请2件。全年办结46件，结转下年度1件。",
        [
            "45件 received",
            "42件 natural_person",
            "3件 legal_person",
            "2件 carried_over",
            "46件 answered",
            "1件 carried_forward",
        ],
    ),
    (
        TOWN,
        "依申请公开方面，收到申请15件，其中12件已办结，3件结转下一年度继续办理。",
        ["15件 received", "12件 answered", "3件 carried_forward"],
    ),
    (
        TOWN,
        "全年共办理依申请公开15件，同比下降20%，其中公开5件，部分公开2件，不予公开3件，非本机关掌握5件。",
        ["15件 handled", "2件 partly_granted", "3件 refused"],
    ),
    (
        TOWN,
        "按照“谁公开、谁负责”的原则，2023年度我街道办事处依申请公开受理0件，办结0件。",
        ["0件 received", "0件 answered"],
    ),
    (TOWN, "依申请公开受理数3件、办结数3件。", ["3件 received", "3件 answered"]),
    (
        TOWN,
        "2023年收到政府信息公开申请3件（其中：1件予以公开，1件不予公开，1件作出不予处理决定）。",
        ["3件 received", "1件 granted", "1件 refused"],
    ),
    (
        TOWN,
        "受理依申请公开7件,其中自然人申请6件,法人申请1件,均在法定时限内办结.",
        ["7件 received", "6件 natural_person", "1件 legal_person"],
    ),
    (
        TOWN,
        "新制作行政规范性文件2份，废止0份，截至年底现行有效5份。",
        ["2份 documents_issued", "0份 then_repealed"],
    ),
    (
        TOWN,
        "本年度，我单位无规章、规范性文件制发，行政许可0件，行政处罚0件。",
        ["0件 licences_loosely", "0件 penalties_loosely"],
    ),
    (TOWN, "今年，我局共作出行政处罚15起，罚款3万元。", ["15起 penalties"]),
    (TOWN, "在全市政务公开考核中，我局依申请公开受理3件全部按期办结。", ["3件 answered"]),
    (TOWN, "办理政府信息公开申请件12件次。", ["12件次 handled"]),
    (
        TOWN,
        "未收到政府信息公开申请，未收取任何费用，无因政府信息公开申请引发的行政复议、行政诉讼。",
        [
            "未收到政府信息公开申请 newly_received",
            "无因政府信息公开申请引发的行政复议 reconsideration",
            "无因政府信息公开申请引发的行政复议、行政诉讼 litigation",
        ],
    ),
    (
        TOWN,
        "2023年没有发生因政府信息公开工作被申请行政复议、被提起行政诉讼的情况，收到政府信息公开申请一件。",
        [
            "一件 received",
            "没有发生因政府信息公开工作被申请行政复议 reconsideration",
            "没有发生因政府信息公开工作被申请行政复议、被提起行政诉讼 litigation",
        ],
    ),
    (TOWN, "政府信息公开行政复议、行政诉讼均为0件。", ["0件 review", "0件 review"]),
    (
        TOWN,
        "行政复议、行政诉讼均为零，政府信息公开申请为零。",
        ["政府信息公开申请为零 newly_received"],
    ),
    (TOWN, "2023年，共收到市长信箱来信32件，依申请公开申请2件。", ["2件 named_only"]),
    (
        TOWN,
        "我镇依申请公开工作严格按照流程办理，收到1件申请，答复1件，答复率100%。",
        ["1件 received", "1件 answered"],
    ),
    (
        TOWN,
        "2023年我局受理信息公开申请总数为17件，其中属于主动公开范围5件，同意公开7件，不属于本机关职责权限3件，信息不存在2件。",
        ["17件 received", "7件 granted"],
    ),
    (
        TOWN,
        "收到政府信息公开申请3件，从办理结果看，予以公开1件，作为信访事项处理1件。",
        ["3件 received", "1件 granted"],
    ),
    (
        TOWN,
        "公开卫生健康信息276条，其中监督信息88条；全年作出行政许可512件、行政处罚24件。",
        ["512件 licences", "24件 penalties_loosely"],
    ),
    (
        TOWN,
        "收到政府信息公开申请3件，分别为予以公开1件、部分公开2件。",
        ["3件 received", "1件 granted", "2件 partly_granted"],
    ),
    (TOWN, "（1）收到政府信息公开申请3件；（2）予以公开3件。", ["3件 received", "3件 granted"]),
    (TOWN, "收到政府信息公开申请3件，全年留言及时答复5件。", ["3件 received"]),
    (TOWN, "收到政府信息公开申请12件，受理政府信息公开申请10件。", ["12件 received"]),
    (
        TOWN,
        "（二）依申请公开。网上收到申请5件，其中予以公开3件；收到申请12件，自然人10件（予以公开8件）。",
        ["12件 received", "10件 natural_person"],
    ),
    (
        TOWN,
        "2023年，共收到依申请公开信息12件，已答复12件，其中：同意公开9件，占比75%；不予公开1件，占比8.3%；信息不存在2件，占比16.7%。",
        ["12件 received", "12件 answered", "9件 granted", "1件 refused"],
    ),
    (
        TOWN,
        "2023年我局共收到12件政府信息公开申请，全部为自然人申请，均按规定答复。",
        ["12件 received"],
    ),
    (
        TOWN,
        "全年未收到依申请公开政府信息的申请，没有产生行政复议和行政诉讼。",
        [
            "未收到依申请公开政府信息的申请 newly_received",
            "没有产生行政复议 reconsideration",
            "没有产生行政复议和行政诉讼 litigation",
        ],
    ),
    (
        TOWN,
        "（二）依申请公开情况：2023年度没有收到依申请公开事项，上年度无结转事项。",
        ["没有收到依申请公开事项 newly_received", "上年度无结转 carried_over"],
    ),
    (
        TOWN,
        "严格落实依申请公开制度，2023年我镇共接到依申请公开4件，依法答复4件，申请人均无异议。",
        ["4件 received", "4件 answered"],
    ),
    (
        TOWN,
        "行政规范性文件制发数0件，废止数0件，现行有效数3件。",
        ["0件 documents_issued", "0件 then_repealed", "3件 then_in_force"],
    ),
    (
        TOWN,
        "2023年本机关规范性文件：制发件数1件，废止件数0件，现行有效件数6件。",
        ["1件 documents_issued", "0件 then_repealed", "6件 then_in_force"],
    ),
    (TOWN, "今年共制定出台规范性文件2件，均在门户网站公开。", ["2件 documents_issued"]),
    (
        TOWN,
        "我镇2023年制发的规范性文件0件，现行有效规范性文件0件。",
        ["0件 documents_issued", "0件 documents_in_force"],
    ),
    (TOWN, "依法公开规范性文件2件，2023年新制定规范性文件2件。", ["2件 documents_issued"]),
    (
        TOWN,
        "2023年度，我局实施行政许可1208件，实施行政处罚20件，采取行政强制措施2件。",
        ["1208件 licences", "20件 penalties", "2件 compulsion_loosely"],
    ),
    (
        TOWN,
        "因依申请公开行政行为被申请行政复议2件，其中被维持1件，撤销1件；被提起行政诉讼1件，正在审理。",
        ["2件 reconsideration", "1件 upheld", "1件 litigation"],
    ),
    (
        TOWN,
        "2023年，全镇因政府信息公开提起的行政复议为0，行政诉讼为0。",
        ["0 reconsideration", "0 litigation"],
    ),
    (
        TOWN,
        "依申请公开申请量为0，行政复议和行政诉讼0件。",
        ["0 named_only", "0件 review", "0件 review"],
    ),
    (TOWN, "依申请公开：0件。", ["0件 named_only"]),
    (TOWN, "（二）依申请公开。自然人3件，法人1件。", ["3件 natural_person", "1件 legal_person"]),
    (
        TOWN,
        "收到公民、法人和其他组织政府信息公开申请0件、结转0件。",
        ["0件 received", "0件 carried_either_way"],
    ),
    (
        TOWN,
        "2023年，我局共收到信息公开申请8份，其中有效申请7份，办结7份。",
        ["8份 received", "7份 answered"],
    ),
    (
        TOWN,
        "2023年，我局共收到信息公开申请8件，撤回1件，办结7件。",
        ["8件 received", "7件 answered"],
    ),
    (TOWN, "收到政府信息公开申请10件，其中本机关受理8件、转办2件。", ["10件 received"]),
    (
        TOWN,
        "2023年共收到政府信息公开申请25件(其中上年结转3件)，已办结22件，正在办理3件。",
        ["25件 received", "3件 carried_over", "22件 answered", "3件 in_process"],
    ),
    (TOWN, "2023年共收到政府信息公开申请一百二十三件。", ["一百二十三件 received"]),
    (TOWN, "全年依申请公开件数 5 件，答复件数 5 件。", ["5 件 named_only", "5 件 answered"]),
    (TOWN, "截止2023年12月31日我局收到依申请公开信息共0条。", ["0条 received"]),
    (
        TOWN,
        "2023年度无政府信息公开申请，也没有因此产生的行政复议、行政诉讼。",
        [
            "无政府信息公开申请 newly_received",
            "没有因此产生的行政复议 reconsideration",
            "没有因此产生的行政复议、行政诉讼 litigation",
        ],
    ),
    (
        TOWN,
        "全年没有公民、法人或其他组织申请政府信息公开。",
        ["没有公民、法人或其他组织申请政府信息公开 newly_received"],
    ),
    (
        TOWN,
        "我办没有受理过政府信息公开申请，亦无结转申请。",
        ["没有受理过政府信息公开申请 newly_received"],
    ),
    (
        TOWN,
        "2023年，本镇未收到要求公开政府信息的申请，未收取任何政府信息公开费用。",
        ["未收到要求公开政府信息的申请 newly_received"],
    ),
    (TOWN, "2023年我镇依申请公开政府信息0件次。", ["0件次 named_only"]),
    (
        TOWN,
        "答复政府信息公开申请12件，予以公开8件（自然人7件，法人1件）。",
        ["12件 answered", "8件 granted", "7件 natural_person", "1件 legal_person"],
    ),
    (TOWN, "2023年全镇收到政府信息公开申请2件，同意公开2件。", ["2件 received", "2件 granted"]),
]
