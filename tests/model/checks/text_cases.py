"""Cases for the checks on text: what one slip in a clean report must yield, and what nothing."""

from __future__ import annotations

from tests.model.checks.check_cases import CLEAN_TEXTS, Case

OVERVIEW, PROBLEMS, OTHER = (CLEAN_TEXTS[key] for key in ("overview", "problems", "other_matters"))
PREAMBLE = CLEAN_TEXTS["preamble"]
BUREAU, STREET = "阿城区财政局", "阿城区亚沟街道办事处"


def more(words: str, organization: str = "阿城区红星镇") -> Case:
    """Return a clean report with a sentence more in 一."""
    return Case(sections={"overview": f"{OVERVIEW}\n{words}"}, organization=organization)


def without(start: str, end: str) -> Case:
    """Return a clean report whose 一 lacks the words from `start` up to `end`."""
    first = OVERVIEW.index(start)
    last = OVERVIEW.index(end, first) if end else len(OVERVIEW)
    return Case(sections={"overview": (OVERVIEW[:first] + OVERVIEW[last:]).strip()})


def opening(words: str, organization: str = "阿城区红星镇") -> Case:
    """Return a clean report whose opening paragraph goes on."""
    return Case(sections={"preamble": PREAMBLE + words}, organization=organization)


def basis(before: str, after: str) -> Case:
    """Return a clean report with words of its opening paragraph replaced."""
    assert before in PREAMBLE
    return Case(sections={"preamble": PREAMBLE.replace(before, after)})


def measures(words: str) -> Case:
    """Return a clean report with other measures in 五."""
    return Case(sections={"problems": f"存在的主要问题：公开的内容还不够丰富。\n{words}"})


def signed(day: str) -> Case:
    """Return a clean report with a date under it."""
    return Case(sections={"signature": f"红星镇人民政府\n{day}"})


PERIOD = "自2023年1月1日起至2023年12月31日止"

YEAR_HITS = [
    more("2022年，我镇认真贯彻落实条例，做好政务公开各项工作。"),
    more("2022年，全镇通过区政府网站主动公开各类信息。"),
    more("二〇二二年，我镇没有收到政府信息公开申请。"),
    more("２０２２年，我镇没有收到政府信息公开申请。"),
    more("一年来，全镇干部共同努力，圆满完成2022年度政务公开工作。"),
    more("我镇2021年度政府信息公开工作总体平稳。"),
    more("2024年，我镇未收到政府信息公开申请。"),
    more("2025年，全镇政务公开工作取得了新的成效。"),
    opening("本报告全面反映了红星镇2022年度政府信息公开工作情况。"),
    opening("现将2022年政府信息公开工作年度报告公布如下。"),
    Case(sections={"other_matters": "2022年发出收费通知0件，收取信息处理费0元。"}),
    measures("改进情况：2023年，全镇将深入贯彻实施条例，推动政务公开工作。"),
    measures("改进情况：2023年，我镇将进一步加强学习，拓宽公开渠道。"),
    measures("改进情况：在2023年的工作中，我镇将着力加强学习。"),
    more("主动公开信息30条。2022年收到政府信息公开申请1件，按时答复。"),
]
YEAR_MISSES = [
    more("2023年，我镇认真贯彻落实条例，做好政务公开各项工作。"),
    more("与2022年相比，主动公开的信息更加丰富。"),
    more("较2022年，公开的信息有所增长。"),
    more("2023年共收到0件。2022年收到政府信息公开申请1件，申请数量同比减少。"),
    more("公开信息的数量比2022年有所增加。"),
    more("公开数量同比2022年持平。"),
    more("自2019年以来，我镇坚持每季度检查一次政务公开工作。"),
    more("条例于2019年修订以后，我镇及时调整了公开指南。"),
    more("2021年印发的《阿城区政务公开管理办法》得到严格执行。"),
    more("我镇2008年开通政务公开专栏。"),
    more("认真落实《法治政府建设实施纲要（2021—2025年）》。"),
    more("按照2021—2025年的工作安排，稳步推进政务公开。"),
    more("及时公开2022年部门决算和2023年部门预算。"),
    more("及时公开2022年度财政决算。"),
    more("按时发布《2022年政府信息公开工作年度报告》。"),
    more("按时发布2022年政府信息公开工作年度报告。"),
    more("2022年结转的申请已全部办结，今年没有结转。"),
    more("2022年度政务公开考核中指出的问题已全部整改。"),
    more("2022年，我镇被评为政务公开先进单位。"),
    more("我镇将政务公开工作纳入2023年考核，2023年全镇将责任落实到人。"),
    more("2023年，我镇将政务公开纳入年度考核。"),
    more("到2025年，基层政务公开标准化体系基本形成。"),
    measures("改进情况：2024年，我镇将进一步加强学习，拓宽公开渠道。"),
    measures("改进情况：2024年，一是加强学习，二是拓宽渠道。"),
    measures("改进情况：2023年，我镇已将学习列入计划，下一步将继续加强。"),
    opening("本报告于2024年1月在阿城区人民政府网站公布。"),
    opening("本报告依据2019年修订的条例编制。"),
]

PERIOD_HITS = [
    basis(PERIOD, "自2022年1月1日起至2022年12月31日止"),
    basis(PERIOD, "自2023年1月1日起至2022年12月31日止"),
    basis(PERIOD, "自2023年1月1日起至2023年11月30日止"),
    basis(PERIOD, "自2023年1月1日至2023年12月31止"),
    basis(PERIOD, "自2023年1月1日至12月30日止"),
    basis(PERIOD, "为2023年2月1日—12月31日"),
    basis(PERIOD, "为2023.1.1-2023.12.30"),
    more("2022年1月1日至12月31日，我镇没有收到政府信息公开申请。"),
]
PERIOD_MISSES = [
    basis(PERIOD, "自2023年1月1日至2023年12月31日截止"),
    basis(PERIOD, "为2023年1月1日至12月31日"),
    basis(PERIOD, "为2023年1月1日—2023年12月31日"),
    basis(PERIOD, "为2023 年 1 月 1 日至 2023 年 12 月 31 日"),
    basis(PERIOD, "为2023年1月1日至当年12月31日"),
    basis(PERIOD, "为2023.1.1-2023.12.31"),
    basis(PERIOD, "为2023年1月至12月"),
    basis(PERIOD, "为2023年度"),
    more("2023年3月1日至3月31日，开展政务公开宣传月活动。"),
    more("2022年10月1日至2023年3月31日，开展专项清理。"),
]

CUTOFF_HITS = [
    more("截至2023年4月底，微信公众号共推送信息32条。"),
    more("截止到11月30日，全镇共发布信息12条。"),
    more("截至2023年12月20日，全镇共发布信息12条。"),
]
CUTOFF_MISSES = [
    more("截至2023年12月31日，全镇共发布信息12条。"),
    more("截至2023年12月底，全镇共发布信息12条。"),
    more("截至2023年底，全镇共发布信息12条。"),
    more("截至目前，全镇共发布信息12条。"),
    more("问题整改的截止时间为6月30日，已按期完成。"),
    more("截至6月底，全部栏目完成调整。"),
    more("截至2022年6月底发布信息10条，与上年持平。"),
]

OLD_SOURCE_HITS = [
    more("根据《2020年政务公开工作要点》，全面推进公开工作。"),
    more("按照《阿城区2022年政务公开工作要点任务分工方案》（阿政办发〔2022〕5号）要求开展工作。"),
    more("落实《关于印发政务公开重点工作任务分解表的通知》（哈政办发〔2020〕28号）要求。"),
    more("按照2021年政务公开工作要点的要求，做好各项工作。"),
]
OLD_SOURCE_MISSES = [
    more("根据《2023年政务公开工作要点》，全面推进公开工作。"),
    more("根据《政务公开工作要点》（阿政办发〔2023〕5号），全面推进公开工作。"),
    more("落实《法治政府建设实施纲要（2021—2025年）》和2023年的工作安排。"),
    more("执行《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。"),
    more("执行《全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）。"),
    more("对照去年的《2022年政务公开工作要点》，逐项检查。"),
    more("严格执行条例（2019年修订）。"),
    more("及时公开《2022年民生实事任务清单完成情况》。"),
    more("2022年初按《2022年政务公开工作要点》制定的制度仍在执行。"),
    more("落实《政务公开工作要点》要求。"),
    more("落实《关于印发2016年以来重点任务的通知》要求。"),
    measures("改进措施：下一步将对照《2024年政务公开工作要点》抓好落实。"),
]

NUMBER = "国办公开办函〔2021〕30号"
BASIS_HITS = [
    basis(NUMBER, "国办公开办函〔2019〕60号"),
    basis(NUMBER, "国办公开办函[2021]30号"),
    basis(NUMBER, "国办公开办函（2021）30号"),
    basis(NUMBER, "国办公开办函【2021】30号"),
    basis(NUMBER, "国办公开办函2021 30号"),
    basis(NUMBER, "国办公开办函〔2021〕31号"),
    basis(NUMBER, "国办公开办函〔2012〕30号"),
    basis(NUMBER, "国办公开函〔2021〕30号"),
    basis("国务院办公厅政府信息与政务公开办公室", "国务院办公厅政府信息和政务公开办公室"),
    basis("工作年度报告格式", "工作年度报告格试"),
    basis("公开工作年度报告格式", "公开年度报告格式"),
    basis("政府信息公开条例》", "政府信息公开条列》"),
    basis("条例》和", "条例》（国务院令第492号）和"),
    basis("条例》和", "条例》（国务院令第717号）和"),
    opening("国办公开办函〔2019〕60号是本报告的格式。"),
]
BASIS_MISSES = [
    basis(NUMBER, "国办公开办函 〔2021〕 30 号"),
    basis("条例》和", "条例》（国务院令第711号）和"),
    basis("条例》和", "条例》（国务院令第492号公布，国务院令第711号修订）和"),
    basis("中华人民共和国政府信息公开工作年度报告格式", "政府信息公开工作年度报告格式"),
    basis("《中华人民共和国政府信息公开条例》", "《政府信息公开条例》"),
    more(
        "认真落实《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》"
        "（国办公开办函〔2019〕61号）。"
    ),
    more("按照国办发〔2019〕14号文件要求，做好公开工作。"),
]

PART_HITS = [
    without("（一）", "（二）"),
    without("（二）", "（三）"),
    without("（三）", "（四）"),
    without("（四）", "（五）"),
    Case(
        sections={"overview": OVERVIEW[: OVERVIEW.index("（五）")].strip()},
        organization=STREET,
    ),
    Case(sections={"overview": ""}),
    Case(sections={"problems": " \n"}),
    Case(sections={"problems": "主要是公开的内容还不够丰富，业务能力有待进一步加强。"}),
    Case(sections={"problems": "一年来认真学习，拓宽公开的范围，加强培训。"}),
]
PART_MISSES = [
    Case(),
    Case(
        sections={
            "overview": "全年主动公开信息，未收到公开申请，发布前逐级审核，更新微信公众号，"
            "并组织业务培训和考核。"
        }
    ),
    Case(
        sections={
            "overview": "一是主动公开情况。公开各类信息。二是依申请公开情况。没有收到申请。"
            "三是信息管理情况。落实审查。四是公开渠道情况。用好网站。五是组织保障情况。专人负责。",
        },
        organization=STREET,
    ),
    Case(sections={"problems": "没有突出问题，今后继续做好各项工作。"}),
    Case(sections={"problems": "主要问题是更新不够及时。下一步，明确专人负责。"}),
    Case(sections={"other_matters": "无"}),
]

LISTS = {
    "text-year": (YEAR_HITS, YEAR_MISSES),
    "text-period": (PERIOD_HITS, PERIOD_MISSES),
    "text-cutoff": (CUTOFF_HITS, CUTOFF_MISSES),
    "text-old-source": (OLD_SOURCE_HITS, OLD_SOURCE_MISSES),
    "text-basis": (BASIS_HITS, BASIS_MISSES),
    "text-part-missing": (PART_HITS, PART_MISSES),
}
HITS = [(code, case) for code, (hits, _) in LISTS.items() for case in hits]
MISSES = [(code, case) for code, (_, misses) in LISTS.items() for case in misses]
