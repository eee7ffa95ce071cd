"""Where a title too long for one line is broken: by meaning, and in lines of like length.

GB/T 9704—2012, 7.3.1: a title on several lines is to be whole in its words, even and well spaced.
"""

from __future__ import annotations

import math
import re

from exporters.page_style import PageStyle
from exporters.table_layout import POINTS_PER_MM, text_width

# What a unit's or a title's name is made of: a line ends behind one of these words.
_WORDS = re.compile(
    r"自治[区州县旗]|新区|矿区|林区|开发区|示范区|园区|街道(?!办)|[省市县州盟旗镇乡村]"
    r"|区(?!域)|人民政府|委员会|管委会|办公室|办事处|[局厅院部站所](?![长务])|中心"
    r"|\d{4}年度?|政府信息公开|工作"
)
_SPARE = 0.2
"""Characters: rounding never pushes the last one over the edge."""
_DIGIT_SPARE = 0.14
"""Characters by which a letter or digit may be wider than half a character."""


def title_gap(line: str, style: PageStyle) -> float:
    """Return the space in points to leave on each side of a line of the title, 0 where it fits.

    It is such that a line of two breaks by meaning of itself, in any program; the first is the
    longer one. What needs more lines is broken evenly.
    """
    room = style.text_width * POINTS_PER_MM / style.title.size
    length = text_width(line)
    if length <= room:
        return 0.0
    count = math.ceil(length / room)
    wanted = length / count
    if count == 2:
        wanted = _first_of_two(line, room) or wanted
    wanted = min(room, max(wanted, math.ceil(wanted)))
    # Less than a character in all, so that none of the next line's ever fits in.
    spare = min(0.9, _SPARE + _DIGIT_SPARE * sum(char.isascii() for char in line))
    return max(0.0, (room - wanted - spare) / 2 * style.title.size)


def _first_of_two(line: str, room: float) -> float:
    """Return the width of the first line, the evenest that ends behind a word; 0 for none."""
    whole = text_width(line)
    widths = (text_width(line[: match.end()]) for match in _WORDS.finditer(line))
    fitting = [width for width in widths if whole - width <= width <= room - _SPARE]
    return min(fitting, default=0.0)
