from __future__ import annotations

import pytest

from model.texts.unit_kind import unit_kind

KINDS = {
    "town": (
        "哈尔滨市阿城区红星镇",
        "红星镇人民政府",
        "料甸满族乡",
        "某县某乡政府",
        "红星镇人民政府 党政办公室",
    ),
    "street": ("阿城区亚沟街道办事处", "红旗街道", "亚沟街道党工委"),
    "county_government": (
        "哈尔滨市阿城区人民政府",
        "鄂伦春自治旗人民政府",
        "宾县人民政府",
        "绥化市肇东市人民政府",
    ),
    "county_department": (
        "哈尔滨市阿城区营商环境建设监督局",
        "老城区机关事务服务中心",
        "哈尔滨市阿城区机关后勤服务中心",
        "延边朝鲜族自治州延吉市教育局",
        "阿城区人民政府办公室",
        "阿城区红星镇财政所",
    ),
    "city_or_above": (
        "内蒙古自治区人民政府",
        "黑龙江省人民政府",
        "延边朝鲜族自治州人民政府",
        "国家税务总局",
        "中华人民共和国教育部",
    ),
    "department": (
        "黑龙江省教育厅",
        "阿克苏地区教育局",
        "哈尔滨市教育局",
        "长沙市城市管理局",
        "哈尔滨市住房和城乡建设局",
    ),
    "zone": (
        "哈尔滨经济技术开发区管委会",
        "阳城高新技术产业开发区管理委员会",
        "云龙湖旅游度假区管理委员会",
        "青山工业园管理委员会",
    ),
    "unknown": (
        "",
        "哈尔滨市人民政府",
        "阿城区开放管理委员会",
        "景德镇",
        "某社区居民委员会",
    ),
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in KINDS for name in KINDS[kind]])
def test_unit_kind(kind: str, name: str) -> None:
    assert unit_kind(name) == kind
