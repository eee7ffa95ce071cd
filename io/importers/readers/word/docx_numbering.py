"""Automatic numbers of a Word document, as Word would print them before each paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from importers.readers.word.docx_names import W, child, children, value

_CHINESE = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CHINESE_FORMATS = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographTraditional",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "koreanCounting",
    "ideographDigital",
}
MOST_LEVELS = 9


def chinese_number(number: int) -> str:
    """Return a number below 10000 in Chinese, such as 十二; larger ones in digits."""
    if not 0 < number < 10000:
        return "〇" if number == 0 else str(number)
    text, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if zero and text else "") + _CHINESE[digit] + unit
            zero = False
        else:
            zero = True
    return text[1:] if 10 <= number < 20 else text


def format_number(number: int, style: str) -> str:
    """Return a number in one of Word's number formats; "" for bullets and for none."""
    if style in _CHINESE_FORMATS:
        return chinese_number(number)
    if style in ("none", "bullet"):
        return ""
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if style == "lowerRoman" else roman.upper()
    if style == "chineseLegalSimplified":
        return "".join(_FORMAL[int(digit)] for digit in str(number))
    if style.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    if style == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    return f"{number:02d}" if style == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        while number >= worth and len(text) < 30:
            text, number = text + letters, number - worth
    return text


@dataclass
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True


@dataclass
class _Numbering:
    levels: dict[int, _Level] = field(default_factory=dict)
    abstract: str = ""
    overrides: dict[int, int] = field(default_factory=dict)


class NumberingCounter:
    """Counts numbered paragraphs in reading order and writes the number of each."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        """Read the numbering and styles parts; either may be missing."""
        self._lists = {} if numbering is None else _read_lists(numbering)
        self._styles = {} if styles is None else _read_style_numbers(styles)
        self._counts: dict[str, list[int]] = {}
        self._started: set[str] = set()

    def number_of(self, properties: etree._Element | None) -> str:
        """Return the number that stands before a paragraph with these properties, or ""."""
        if not self._lists:
            return ""
        place = self._place(properties)
        if place is None:
            return ""
        number_id, level = place
        numbering = self._lists.get(number_id)
        if numbering is None or level not in numbering.levels:
            return ""
        counts = self._count(number_id, numbering, level)
        return _written(numbering, level, counts)

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        if properties is None:
            return None
        own = child(properties, "numPr")
        style = value(child(properties, "pStyle"))
        inherited = self._styles.get(style) if style else None
        if own is None:
            return inherited
        number_id = value(child(own, "numId")) or (inherited[0] if inherited else "")
        level = value(child(own, "ilvl")) or str(inherited[1] if inherited else 0)
        if not number_id or number_id == "0" or not level.isdigit():
            return None
        return number_id, min(int(level), MOST_LEVELS - 1)

    def _count(self, number_id: str, numbering: _Numbering, level: int) -> list[int]:
        counts = self._counts.setdefault(numbering.abstract, [0] * MOST_LEVELS)
        if number_id not in self._started:
            self._started.add(number_id)
            for overridden, start in numbering.overrides.items():
                counts[overridden] = start - 1
        for upper in range(level):
            if counts[upper] == 0:
                counts[upper] = _start(numbering, upper)
        first = counts[level] == 0 and level not in numbering.overrides
        counts[level] = _start(numbering, level) if first else counts[level] + 1
        for lower in range(level + 1, MOST_LEVELS):
            if numbering.levels.get(lower, _Level()).restarts:
                counts[lower] = 0
        return counts


def _start(numbering: _Numbering, level: int) -> int:
    return numbering.levels.get(level, _Level()).start


def _written(numbering: _Numbering, level: int, counts: list[int]) -> str:
    text = numbering.levels[level].text
    if numbering.levels[level].style == "bullet":
        return ""
    for place in range(MOST_LEVELS):
        shown = numbering.levels.get(place, _Level())
        text = text.replace(f"%{place + 1}", format_number(counts[place], shown.style))
    return text


def _read_lists(part: etree._Element) -> dict[str, _Numbering]:
    abstract = {
        item.get(W + "abstractNumId", ""): {
            int(level.get(W + "ilvl", "0")): _read_level(level)
            for level in children(item, "lvl")
            if level.get(W + "ilvl", "0").isdigit()
        }
        for item in children(part, "abstractNum")
    }
    lists = {}
    for item in children(part, "num"):
        key = value(child(item, "abstractNumId"))
        numbering = _Numbering(dict(abstract.get(key, {})), key)
        for override in children(item, "lvlOverride"):
            _apply_override(numbering, override)
        lists[item.get(W + "numId", "")] = numbering
    return lists


def _apply_override(numbering: _Numbering, override: etree._Element) -> None:
    level = int(override.get(W + "ilvl", "0"))
    own = child(override, "lvl")
    if own is not None:
        numbering.levels[level] = _read_level(own)
    start = value(child(override, "startOverride"))
    if start.isdigit():
        numbering.overrides[level] = int(start)


def _read_level(level: etree._Element) -> _Level:
    start = value(child(level, "start"))
    return _Level(
        style=value(child(level, "numFmt")) or "decimal",
        text=value(child(level, "lvlText")),
        start=int(start) if start.isdigit() else 1,
        restarts=value(child(level, "lvlRestart")) != "0",
    )


def _read_style_numbers(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """Return the numbering that paragraphs get by their style, inherited styles followed."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in children(styles, "style"):
        key = style.get(W + "styleId", "")
        based[key] = value(child(style, "basedOn"))
        properties = child(style, "pPr")
        numbers = child(properties, "numPr") if properties is not None else None
        if numbers is not None:
            level = value(child(numbers, "ilvl"))
            own[key] = (value(child(numbers, "numId")), int(level) if level.isdigit() else 0)
    return {key: found for key in based if (found := _inherited(key, own, based)) is not None}


def _inherited(
    key: str, own: dict[str, tuple[str, int]], based: dict[str, str]
) -> tuple[str, int] | None:
    seen: set[str] = set()
    while key and key not in seen:
        if key in own:
            return own[key] if own[key][0] not in ("", "0") else None
        seen.add(key)
        key = based.get(key, "")
    return None
