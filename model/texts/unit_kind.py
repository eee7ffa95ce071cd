"""The kind of a unit, judged by its name, for rules that hold for some kinds only."""

from __future__ import annotations

import re

TOWN = "town"
STREET = "street"
COUNTY_GOVERNMENT = "county_government"
COUNTY_DEPARTMENT = "county_department"
CITY_OR_ABOVE = "city_or_above"
DEPARTMENT = "department"
ZONE = "zone"
UNKNOWN = "unknown"

_BLANKS = re.compile(r"\s+")
_TOWN = re.compile(r"(?:镇|乡|苏木)(?:人民政府.*|政府)?$")
_STREET = re.compile(r"街道(?:办事处|办|党工委)?$|街办$")
_NOT_A_TOWN = re.compile(r"景德镇$")

_OTHER_AREAS = (
    *("地", "社", "园", "景", "灌", "库", "校", "小", "片", "辖", "自治", "开发", "高新", "保护"),
    *("度假", "示范", "试验", "实验", "合作", "产业", "工业", "经济", "保税", "自贸", "旅游"),
    *("管理", "风景", "名胜", "开放", "港务"),
)
_DISTRICT = re.compile("".join(f"(?<!{area})" for area in _OTHER_AREAS) + "区|县(?!级)|旗")
"""A district, county or banner; not 社区, 开发区, 自治区 and other areas of no county rank."""

_COUNTY_CITY = re.compile(r"(?:市|自治州|盟|地区).{2,5}(?<![城都超])市")
"""A city below a city or prefecture is of county rank; 市…城市管理局 is none."""

_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_DEPARTMENT = re.compile(
    r"局$|(?<!管理)(?:委员会|委|办公室|办|中心|大队|中队|支队|队|站|所|院|馆|社|处|联合会|总会)$"
)
_HIGHER = re.compile(r"^(?:国家|中华人民共和国)|省|自治区|自治州|地区|行署|盟")
_NATIONAL = re.compile(r"^(?:国家|国务院|中华人民共和国)")
_LOCAL_DEPARTMENT = re.compile(rf"(?:[省市州盟]|自治区|地区).*(?:{_DEPARTMENT.pattern}|厅$)")
_ZONE = re.compile(r"管委会$|[区园城港岛带]管理委员会$")


def local_name(name: str) -> str:
    """Return the name of a unit below a county without the county's, any other name whole."""
    county = _DISTRICT.search(name)
    rest = name[county.end() :] if county else ""
    return rest if len(rest) > len("街道办") and not _GOVERNMENT.fullmatch(rest) else name


def unit_kind(name: str) -> str:
    """Return what kind of unit bears this name, "unknown" where the name does not tell.

    One of town, street, county_government, county_department, department (of a city or province),
    zone, city_or_above (a government, or an office of the state), unknown.
    """
    bare = _BLANKS.sub("", name)
    if _STREET.search(bare):
        return STREET
    if _TOWN.search(bare) and not _NOT_A_TOWN.search(bare):
        return TOWN
    if _ZONE.search(bare):
        return ZONE
    rest = _after_county(bare)
    return _kind_above_county(bare) if rest is None else _kind_in_county(rest)


def _kind_above_county(name: str) -> str:
    if _LOCAL_DEPARTMENT.search(name) and not _NATIONAL.search(name):
        return DEPARTMENT
    return CITY_OR_ABOVE if _HIGHER.search(name) and "市" not in name else UNKNOWN


def _after_county(name: str) -> str | None:
    """Return what follows the last county-rank part of a name, None without such a part."""
    ends = [
        match.end() for pattern in (_DISTRICT, _COUNTY_CITY) for match in pattern.finditer(name)
    ]
    return name[max(ends) :] if ends else None


def _kind_in_county(rest: str) -> str:
    if _GOVERNMENT.fullmatch(rest):
        return COUNTY_GOVERNMENT
    if _DEPARTMENT.search(rest):
        return COUNTY_DEPARTMENT
    return UNKNOWN
