"""Numbers of list items as Word and browsers print them, in formats by the names Word gives."""

from __future__ import annotations

from collections.abc import Callable

MOST_NUMBER = 32_767
"""Word counts its lists no further."""
MOST_LETTERS = 30
"""Of a number in letters: past z every letter is doubled, past zz trebled."""
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
_CIRCLED = "decimalEnclosedCircle"
"""Such formats have several names, which all begin with this."""


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
    """Return a number in one of Word's number formats; "" for bullets and for none.

    In digits where the format is unknown or has no sign for the number.
    """
    if style.startswith(_CIRCLED):
        style = _CIRCLED
    return _FORMATS.get(style, str)(number) if number >= 0 else str(number)


def _nothing(_: int) -> str:
    return ""


def _letters(number: int) -> str:
    count = min((number - 1) // 26 + 1, MOST_LETTERS)
    return chr(ord("a") + (number - 1) % 26) * count


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        while number >= worth and len(text) < MOST_LETTERS:
            text, number = text + letters, number - worth
    return text


def _formal(number: int) -> str:
    return "".join(_FORMAL[int(digit)] for digit in str(number))


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _in_capitals(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: write(number).upper()


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": _nothing,
    "bullet": _nothing,
    "chineseCounting": chinese_number,
    "chineseCountingThousand": chinese_number,
    "ideographTraditional": chinese_number,
    "japaneseCounting": chinese_number,
    "taiwaneseCounting": chinese_number,
    "taiwaneseCountingThousand": chinese_number,
    "koreanCounting": chinese_number,
    "ideographDigital": chinese_number,
    "chineseLegalSimplified": _formal,
    "lowerLetter": _letters,
    "upperLetter": _in_capitals(_letters),
    "lowerRoman": _roman,
    "upperRoman": _in_capitals(_roman),
    "decimalFullWidth": _full_width,
    "decimalZero": "{:02d}".format,
    _CIRCLED: _circled,
}
"""The names are those of ST_NumberFormat in ECMA-376, part 1, 17.18.59."""
