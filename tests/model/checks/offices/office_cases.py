"""Cases of what real offices get wrong: other units' names, dates, shares, papers, words, jumps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.report.office import Office
from tests.model.checks.check_cases import FEE, GRANTED, NEW, NORM, Case
from tests.model.checks.text_cases import BUREAU, OVERVIEW, STREET, basis, more, opening, signed
from tests.model.checks.text_figure_cases import in_other

PENALTIES = "proactive_disclosure/penalties.decisions"
UNPAID = "requests/other_fee_unpaid.natural_person"
COUNTY = "青山县人民政府"
TOWN_REPORT = "反映了{}2023年度政府信息公开工作情况。"

UNIT_HITS = [
    Case(sections={"signature": "蓝天镇人民政府\n2024年1月15日"}),
    Case(sections={"signature": "阿城区蓝天镇人民政府"}),
    Case(sections={"signature": "阿城区司法局"}, organization=BUREAU),
    opening("如有疑问，请联系蓝天镇人民政府，电话：0451-53865023。"),
    opening("联系地址：阿城区蓝天镇振兴村；邮编：150305；电话：0451-53865023。"),
    opening(TOWN_REPORT.format("蓝天镇")),
    more("蓝天镇认真做好政务公开工作。"),
    more("2023年，蓝天镇人民政府严格落实公开制度，蓝天镇通过网站公开信息。"),
    more("2023年，平安街道认真做好政务公开工作。", STREET),
    Case(
        sections={
            "signature": "蓝天镇人民政府",
            "overview": OVERVIEW + "\n蓝天镇认真做好政务公开工作。",
        }
    ),
]
UNIT_MISSES = [
    Case(sections={"signature": "红星镇人民政府\n2024年1月15日"}),
    Case(sections={"signature": "阿城区红星镇党政办公室"}),
    Case(sections={"signature": "阿城区人民政府"}),
    Case(sections={"signature": "亚沟街道"}, organization=STREET),
    Case(sections={"signature": "阿城区发改局"}, organization="阿城区发展和改革局"),
    Case(sections={"signature": "特此报告"}),
    Case(sections={"signature": "蓝天镇人民政府"}, organization=""),
    opening("联系地址：阿城区红星镇振兴村；邮编：150305；电话：0451-53865023。"),
    opening("请联系红星镇人民政府，电话：0451-53865023。"),
    more("红星镇认真做好政务公开工作，振兴村、各乡镇、我镇、全镇均按要求公开。"),
    more("组织干部赴蓝天镇学习，蓝天镇认真介绍了经验。"),
    more("蓝天镇、红星镇联合开展宣传。"),
    more("各镇政府认真做好公开，依托乡镇政府网站，集镇全面推进建设。"),
    more("蓝天镇认真做好政务公开工作。", BUREAU),
    more("蓝天镇认真做好政务公开工作。", COUNTY),
    more("做好服务下乡、美丽乡村建设，城乡通过一张网公开。"),
    more("新增政府信息9条，具体包括镇政府信息公开年报1条。"),
    more("加强领导：成立了镇政务公开工作领导小组。公开及时，充分彰显镇政府的作风。"),
]
DATE_HITS = [
    signed("2023年1月15日"),
    signed("二〇二三年一月十五日"),
    signed("2025.2.1"),
    signed("2024-2-3"),
    Case(
        sections={"signature": "红星镇人民政府\n2024年1月16日"},
        office=Office(deadline=date(2024, 1, 15)),
    ),
]
DATE_MISSES = [
    signed("2024年1月15日"),
    signed("二〇二四年一月二十日"),
    signed("2023年12月31日"),
    signed("2024年1月"),
    signed("2024年13月45日"),
    Case(sections={"signature": "2024年3月20日"}, organization=COUNTY),
    Case(sections={"signature": "2024年3月20日"}, organization="阳城市人民政府"),
    Case(
        sections={"signature": "红星镇人民政府\n2024年2月16日"},
        office=Office(deadline=date(2024, 2, 20)),
    ),
]
RELATIVE_YEAR_HITS = [
    more("主动公开信息的数量与2021年持平。"),
    more("公开的信息较2023年增长明显。"),
    more("收到申请的数量比2021年有所下降。"),
    more("办结的申请含2021年结转的申请。"),
    more("没有办完的申请结转2023年办结。"),
    more("2023共收到各类意见，均已回复。"),
    more("2023度我镇政务公开工作平稳有序。"),
]
RELATIVE_YEAR_MISSES = [
    more("主动公开信息的数量与2022年持平。"),
    more("与2021年、2022年相比，公开的信息稳步增长。"),
    more("比2019年有明显提升。"),
    more("没有办完的申请结转2024年办结。"),
    more("2022年结转2023年办理的申请已办结。"),
    more("落实《较2021年增长的通知》，网址为http://www.a.cn/2023共。"),
    more("电话号码2023共用。"),
    more("2008共收到的旧文件已归档。"),
]
LOST_YEAR_HITS = [
    basis("2023年1月1日起至2023年12月31日止", "20231月1日至202312月31日"),
    basis("2023年1月1日起至2023年12月31日止", "2023年1月1日至202312月31日止"),
]
BASIS_HITS = [
    basis("〔2021〕30号", "〔202130号"),
    basis(
        "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》",
        "关于政府信息公开工作年度报告有关事项的通知》",
    ),
    basis("《中华人民共和国政府信息公开条例》", "《国务院政府信息公开条例》"),
    opening("按照《关于做好2022年政府信息公开工作年度报告编制工作的通知》要求编制。"),
]
BASIS_MISSES = [
    opening("按照《关于做好2023年度政府信息公开工作年度报告编制工作的通知》要求编制。"),
    opening("落实《上海市政府信息公开规定》和《关于做好2022年预算公开工作的通知》。"),
]
GUIDANCE_HITS = [
    in_other("（文字描述，收取信息处理费情况在此处报告。）"),
    in_other("信息处理费收取情况在此处报告。"),
    more("[具体地名]认真做好公开工作。"),
    more("由【单位名称】负责公开工作。"),
    Case(sections={"overview": "（文字描述，包括主动公开、依申请公开等情况。）"}),
]
GUIDANCE_MISSES = [
    more("落实〔2023〕1号文件，公开（文字、图片）信息，[1]见附件。"),
    more("在此处理群众诉求，公开内容（具体内容见附件）。"),
]
FEE_HITS = [
    in_other("按照规定标准收取信息处理费。"),
    in_other("2023年发出收费通知0件，收取金额0元。", {UNPAID: 1, NEW + "natural_person": 1}),
]
FEE_MISSES = [
    in_other("按照规定收取信息处理费，2023年未收取。"),
    in_other("按规定标准收取信息处理费20元。", {FEE: Decimal("0.0020")}),
    in_other("2023年发出收费通知1件，收取金额0元。", {UNPAID: 1, NEW + "natural_person": 1}),
    in_other("2023年发出收费通知0件，收取金额0元。"),
]
COUNT_HITS = [
    ("text-missing-figure", more("全年公开政府信息26。")),
    ("text-parts", more("全年公开文件21条，其中4、5、4、0、1。")),
    ("text-parts", more("全年收到意见805条，采纳258条，占33.9%。")),
    ("text-parts", more("全年收到意见20条。采纳5条（占30%）。")),
]
COUNT_MISSES = [
    ("text-missing-figure", more("公开信息数量为26，网站公开信息26条，公开信息2023年更新。")),
    ("text-parts", more("全年公开文件21条，其中4、5、4、7、1。")),
    ("text-parts", more("全年收到意见805条，采纳258条，占32.0%，未采纳547条，占68%。")),
    ("text-parts", more("新收意见10条，上年结转10条，采纳5条，占25%，其他占75%。")),
    ("text-parts", more("采纳意见5条，占25%，公开率100%。")),
    ("text-parts", more("收到意见20条，采纳近5条，占30%。")),
]
PART_HITS = [
    more("七、附件"),
    Case(sections={"other_matters": "未收取信息处理费。\n七、附表"}),
    Case(part_names={"problems": "五、下一步工作打算"}),
]
PART_MISSES = [
    more("六、其他"),
    more("七、八两个月，组织开展政务公开宣传，全面推进。"),
    Case(),
]
WORD_HITS = [
    more("鼓励群众参予政策制定。"),
    more("按照上级的布署，做好公开。"),
    more("截止目前，栏目运行正常。"),
    more("制度己经建立。"),
    more("微信公众好更新。"),
]
WORD_MISSES = [
    more("工作到位，自己经常学习，并切实加强，互联网战略落地，批复盖章，控制渡口人员。"),
    more("既使群众知晓，又使群众满意，衣服物资发放公开。"),
]
JUMP_HITS = [
    Case({PENALTIES: 100}, last={PENALTIES: 3}),
    Case({PENALTIES: 3}, last={PENALTIES: 100}),
    Case({PENALTIES: 20}, last={}),
]
JUMP_MISSES = [
    Case({PENALTIES: 100}, last={PENALTIES: 21}),
    Case({PENALTIES: 19}, last={}),
    Case({PENALTIES: 100}, last={PENALTIES: 3}, last_year=2020),
    Case({PENALTIES: "无"}, last={PENALTIES: 100}),
    Case({NORM + "in_force": 100}, last={NORM + "in_force": 3}),
    Case({NEW + "natural_person": 5, GRANTED + "natural_person": 5}, last={}),
]
DOUBLED_HITS = [
    more("我县县认真做好公开工作。", COUNTY),
    more("做好监督保障保障工作。"),
    more("及时公开信息,。"),
    *(more(f"{year}认真做好公开工作。") for year in ("32023年", "20233年", "203年", "20 23年")),
    more("2023年年，认真做好公开工作。"),
    Case(
        sections={
            "preamble": "本报告根据《中华人民共和国政府信息公开条例》和上级有关文件的要求编制"
        }
    ),
]
DOUBLED_MISSES = [
    more("按照国家有关规定规定的期限办理，县县级领导和区区长负责。"),
    more("2023 年年底，距建站100年还早；一年年，热线12345年年畅通。"),
    Case(sections={"preamble": "红星镇2023年政府信息公开年报"}),
]
PARTS_MISSING_HITS = [
    Case(
        sections={
            "overview": "从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面报告，"
            "保障群众的知情权、监督权。全年公示补贴信息，未收到公开申请。"
        },
        organization=STREET,
    ),
    Case(
        sections={"overview": OVERVIEW[: OVERVIEW.index("（五）")] + "（五）监督保障"},
        organization=STREET,
    ),
]
SHORT_HITS = [
    Case(sections={"problems": "主要问题：无。改进情况：继续加强学习，做好公开。"}),
    Case(
        sections={"problems": "公开内容还不够丰富。下一步，将加强学习，拓宽渠道。"},
        last={},
        last_sections={"problems": "公开内容不全面，更新不及时。"},
    ),
]
SHORT_MISSES = [
    Case(
        sections={"problems": "针对上年内容不全面的问题，已补充目录。渠道还不够多，下步将加强。"},
        last={},
        last_sections={"problems": "公开内容不全面，更新不及时。"},
    ),
]
ACCOUNTABLE = (
    "（一）主动公开。公开各类信息。\n（二）依申请公开。没有收到申请。\n"
    "（三）政府信息管理。落实审查。\n（四）政府信息公开平台建设。用好网站。\n"
    "（五）监督保障。明确专人负责，组织培训。"
)
CONTACT_HITS = [
    opening("地址：阿城区红星镇；邮编：150305；电话：13845678901。"),
    opening("邮编：150305；电话：0451-53865023；邮政编码：150300。"),
    Case(sections={"proactive_disclosure": ""}),
]
SECRET_HITS = [opening("（机密）本报告按要求编制。")]

LONG_OVERVIEW = OVERVIEW + "".join(f"第{number}项公开任务完成。" for number in range(100))

LISTS = {
    "text-other-unit": (UNIT_HITS, UNIT_MISSES),
    "text-date": (DATE_HITS, DATE_MISSES),
    "text-year": (RELATIVE_YEAR_HITS, RELATIVE_YEAR_MISSES),
    "text-period": (LOST_YEAR_HITS, []),
    "text-basis": (BASIS_HITS, BASIS_MISSES),
    "text-guidance-left": (GUIDANCE_HITS, GUIDANCE_MISSES),
    "text-fee": (FEE_HITS, FEE_MISSES),
    "text-part-name": (PART_HITS, PART_MISSES),
    "text-wrong-word": (WORD_HITS, WORD_MISSES),
    "figure-jump": (JUMP_HITS, JUMP_MISSES),
    "text-doubled": (DOUBLED_HITS, DOUBLED_MISSES),
    "text-part-missing": (PARTS_MISSING_HITS, []),
    "text-too-short": (SHORT_HITS, SHORT_MISSES),
    "text-contact": (CONTACT_HITS, []),
    "text-personal-data": (SECRET_HITS, []),
    "text-accountability": (
        [Case(sections={"overview": ACCOUNTABLE}, organization=COUNTY)],
        [Case(sections={"overview": ACCOUNTABLE}, organization=STREET)],
    ),
    "text-too-long": ([Case(sections={"overview": LONG_OVERVIEW})], []),
}
HITS = [(code, case) for code, (hits, _) in LISTS.items() for case in hits] + COUNT_HITS
MISSES = [(code, case) for code, (_, misses) in LISTS.items() for case in misses] + COUNT_MISSES
