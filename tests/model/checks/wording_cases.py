"""Cases for the checks on wording, contact details and personal data."""

from __future__ import annotations

from model.report.office import Office
from tests.model.checks.check_cases import CLEAN_TEXTS, Case
from tests.model.checks.text_cases import BUREAU, PROBLEMS, STREET, measures, more, opening

COUNTED = (
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和"
    "行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等{}部分组成。"
)
ADDRESS = "联系地址：阿城区红星镇振兴村；邮编：150305；"

COUNT_HITS = [
    opening(COUNTED.format("五")),
    opening(COUNTED.format("7个")),
    opening("本报告共分为八个部分组成。"),
]
COUNT_MISSES = [
    opening(COUNTED.format("六")),
    opening(COUNTED.format("6个")),
    opening("本报告共分六大部分的内容。"),
    more("工作专班由办公室、司法所等三部分组成。"),
    more("培训由理论、实操两部分组成。"),
]
GUIDANCE_HITS = [
    more("编写说明：按五个方面写。"),
    more("该部分以表格形式报告。"),
    more("全年共公开信息XX条。"),
    more("我镇××村设置了公开栏。"),
    more("X月X日组织了培训。"),
    more("全年公开信息＿＿条。"),
    more("全年公开信息____条。"),
    more("（此处填写平台建设情况）"),
    more("请填写具体内容。"),
    more("负责人为（单位名称）负责同志。"),
]
GUIDANCE_MISSES = [
    more("信息在网站（http://www.xxgk.gov.cn/xx/a__b.html）公布。"),
    more("规范依申请填写流程，申请补充内容及时告知。"),
    more("公开部门预算编制说明。"),
    more("按照请示（请示件）办理程序处理。"),
    more("统一年报模板，做好编写培训。"),
    more("公开LED屏和5G内容。"),
    more("公开机制还在健全（机制有待完善）。"),
]
DOUBLED_HITS = [
    more("我镇镇认真做好公开工作。"),
    more("公开的的内容更加丰富。"),
    more("进一步进一步规范流程。"),
    more("没有发生行政复议、行政复议案件。"),
    more("全年公开信息信息及时准确。"),
    more("镇政府政府高度重视。"),
    more("做好政务公开工作工作。"),
    more("及时更新内容，及时更新内容，确保准确。"),
    more("健全政信息公开制度。"),
    more("及时公开各类信息。。"),
    more("及时公开各类信息，，确保准确。"),
    more("落实《政务公开办法，及时公开信息。"),
    more("落实政务公开办法》，及时公开信息。"),
    more("做到“应公开尽公开。"),
    more("加强管理（包括审核、发布。"),
    more("及时公开信息，确保内容准确"),
    more("及时公开信息，确保内容准确，"),
    Case(sections={"problems": PROBLEMS.removesuffix("。")}),
    Case(
        sections={
            "overview": "（一）主动公开。公开信息，不断加强\n" + more("").sections["overview"]
        }
    ),
]
DOUBLED_MISSES = [
    more("层层落实责任，件件有回音，人人有责，事事有着落，处处有人管，年年有进步。"),
    more("做好红星镇人民政府政府信息公开工作，办好政府政务公开栏。"),
    more("信息信息化水平提高，公开工作工作人员到位，镇政府政府网站及时更新。"),
    more("逐条逐项、一件一件、一条一条核对。"),
    more("区政府、区政府各部门均按要求公开。"),
    more("政府信息、政府信息公开指南均已更新。"),
    more("涉及行政许可、非行政许可事项。"),
    more("以便民为目的的公开，可以以书面形式申请，参与与监督并重。"),
    more("我镇镇长和我镇镇政府办公室负责审核，红星镇镇村两级落实。"),
    more("一是加强学习；\n二是拓宽渠道；\n三是提高质量。"),
    more("1）加强学习；2）拓宽渠道。（3）提高质量。"),
    more("落实《关于印发〈政务公开办法〉的通知》（阿政办〔2023〕1号），“一事一审”。"),
    more("落实《关于印发《政务公开办法》的通知》。"),
    more("工作落实情况如下："),
    more("监督检查"),
    Case(sections={"other_matters": "无"}),
    opening("地址：阿城区红星镇；邮编：150305；电话：0451-53865023"),
    Case(
        sections={"overview": more("").sections["overview"] + "依申请公开信息\n的范围，均已明确。"}
    ),
    more("逐步息息相关，刚刚、渐渐、仅仅、常常。"),
]
UNIT_HITS = [
    more("我局认真做好公开工作。"),
    more("我街道认真做好公开工作。"),
    more("我乡认真做好公开工作。"),
    more("我镇认真做好公开工作。", STREET),
    more("我局认真做好公开工作。", STREET),
    more("我镇认真做好公开工作。", BUREAU),
    more("我委认真做好公开工作。", BUREAU),
    more("我中心认真做好公开工作。", BUREAU),
    more("我局认真做好公开工作。", "阿城区发展和改革委员会"),
    more("我局认真做好公开工作。", "阿城区机关后勤服务中心"),
    more("我县认真做好公开工作。", "哈尔滨市阿城区人民政府"),
    more("我区认真做好公开工作。", "依兰县财政局"),
    more("我镇认真做好公开工作。", "依兰县人民政府"),
]
UNIT_MISSES = [
    more("我镇认真做好公开工作，推动我区公开工作。"),
    more("我委托、自我局限、我国、我省、我市、我们、我单位。"),
    more("我街道、我办、我处认真做好公开工作。", STREET),
    more("我局认真做好我区的公开工作。", BUREAU),
    more("我局、我镇认真做好公开工作。", "某某公司"),
    more("我局、我镇认真做好公开工作。", "依兰县公证处"),
    more("我县认真做好公开工作。", "依兰县人民政府"),
    more("我乡认真做好公开工作。", "依兰县团山子乡"),
    more("我区认真做好公开工作。", "依兰县开发区管理办公室"),
]
CONTACT_HITS = [
    opening(ADDRESS + "联系电话：53865023。"),
    opening("联系电话：5386502。"),
    opening("地址：阿城区红星镇振兴村；电话：0451-53865023。"),
    opening("地址：阿城区红星镇；邮编：15030；电话：0451-53865023。"),
]
CONTACT_MISSES = [
    opening(ADDRESS + "联系电话：0451-53865023。"),
    opening(ADDRESS + "电话：（0451）53865023。"),
    opening(ADDRESS + "电话：0451 53865023、53865024。"),
    opening("联系电话：0451－53865023。"),
    opening("网站地址：www.acheng.gov.cn，电话：0451-53865023。"),
    opening("可拨打12345热线电话咨询。"),
    more("及时公开办公地址、办公时间、联系方式和联系电话。"),
]
PRIVATE_HITS = [
    more("申请人身份证号230112199001011234。"),
    more("王某230112199001011234已领取补贴。"),
    more("申请人电话13845678901已答复。"),
    more("王某（13845678901）反映的情况已答复。"),
    more("王某（138-4567-8901）反映的情况已答复。"),
    Case(
        sections={
            "preamble": "秘密★1年\n" + more("").sections["overview"][:0] + "本报告按要求编制。"
        }
    ),
    Case(sections={"preamble": "机密\n本报告按要求编制。"}),
    Case(sections={"preamble": "内部资料 注意保存\n本报告按要求编制。"}),
    more("本件为内部资料，注意保存。"),
]
PRIVATE_MISSES = [
    more("属于国家秘密、机密级和绝密级的信息不予公布，落实保密审查。"),
    more("统一社会信用代码为11230112MB1234567X。"),
    more("文件编号202301011234567890。"),
    more("项目编号230112199001011234。"),
    more("身份证号230112199013011234有误。"),
    opening("联系电话：13845678901。"),
    opening("咨询电话13845678901，工作日均可拨打。"),
    more("不公开内部文件、内部资料等信息。"),
]
ACCOUNTABILITY_TEXT = "".join(
    (
        "（一）主动公开。公开各类信息。\n（二）依申请公开。没有收到申请。\n",
        "（三）政府信息管理。落实审查。\n（四）政府信息公开平台建设。用好网站。\n",
        "（五）监督保障。明确专人负责，组织培训。",
    )
)


def silent_town(organization: str) -> Case:
    return Case(sections={"overview": ACCOUNTABILITY_TEXT}, organization=organization)


LISTS = {
    "text-part-count": (COUNT_HITS, COUNT_MISSES),
    "text-guidance-left": (GUIDANCE_HITS, GUIDANCE_MISSES),
    "text-doubled": (DOUBLED_HITS, DOUBLED_MISSES),
    "text-unit-word": (UNIT_HITS, UNIT_MISSES),
    "text-contact": (CONTACT_HITS, CONTACT_MISSES),
    "text-personal-data": (PRIVATE_HITS, PRIVATE_MISSES),
    "text-accountability": (
        [silent_town("阿城区红星镇"), silent_town("依兰县团山子乡人民政府")],
        [silent_town(STREET), silent_town(BUREAU), Case(), Case(sections={"overview": ""})],
    ),
    "text-title": (
        [
            Case(title="政府信息公开工作年度报告"),
            Case(title="2023年2023年政府信息公开工作年度报告"),
            Case(title="2022年政府信息公开工作年度报告"),
            Case(title="二〇二二年政府信息公开工作年度报告"),
            Case(title="2023年政府信息公开年度工作报告"),
            Case(title=""),
            Case(title="2023政府信息公开工作年度报告"),
            Case(title="2023年政府信息公开工作报告"),
            Case(title="2023年政府信息公开年度报告"),
            Case(title="二〇二三年政府信息公开年度报告"),
            Case(title="2023年政务公开工作年度报告"),
            Case(title="2023年政府信息公开工作年报"),
            Case(title="2023年政府信息公开年度报"),
            Case(title="2023年政府信息公开工作告年度报"),
            Case(title="2023年人民政府信息公开工作年度报告"),
            Case(title="2023年度政府信息公开工作年度报告"),
            Case(title="2023年[具体地名]政府信息公开工作年度报告"),
        ],
        [
            Case(title="2023年政府信息公开工作年度报告"),
            Case(title="二〇二三年政府信息公开工作年度报告"),
            Case(title="政府信息公开工作年度报告（2023年度）"),
            Case(title="", sections=dict.fromkeys(CLEAN_TEXTS, "")),
        ],
    ),
    "text-too-long": (
        [Case(office=Office(longest_overview=50))],
        [Case(), Case(office=Office(longest_overview=5000))],
    ),
    "text-too-short": (
        [Case(sections={"problems": "无"}), Case(sections={"problems": "没有问题。"})],
        [Case(), Case(sections={"problems": ""}), measures("今后继续加强学习。")],
    ),
}
HITS = [(code, case) for code, (hits, _) in LISTS.items() for case in hits]
MISSES = [(code, case) for code, (_, misses) in LISTS.items() for case in misses]
