"""One page style for all writers: paper, pitch and fonts, after GB/T 9704—2012 where it applies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from exporters.stand_ins import BOLD_SONG, FANG_SONG, KAI_TI, StandIn

FontRole = Literal["title", "body", "heading_1", "heading_2", "table", "page_number"]

ROLES: tuple[FontRole, ...] = get_args(FontRole)
"""The roles in the order of the page."""


@dataclass(frozen=True)
class Font:
    """A font by its Chinese name, with the name to fall back on, and its size in points.

    The one name serves letters and digits too: in a face of its own a digit would be wider or
    narrower than half a character, and lines of figures would not stay in step with the text.
    `kin` are further names under which systems have this very face, best first; `stand_in` is the
    program's own where there is none of them; `others` are other faces to make do with, and `near`
    those that come before the program's own. `is_chosen` is a font that a person chose instead of
    the official one, which then is its kin and still another face.
    """

    name: str
    fallback: str
    size: float
    kin: tuple[str, ...] = ()
    stand_in: StandIn | None = None
    others: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    is_chosen: bool = False

    @property
    def same(self) -> tuple[str, ...]:
        """Return the names of this very face, best first."""
        return (self.name, *self.kin)

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name to look for, best first."""
        return tuple(dict.fromkeys((*self.same, *self.near, self.fallback, *self.others)))

    @property
    def own_names(self) -> tuple[str, ...]:
        """Return the names under which this font itself is there, and none that stands in."""
        return (self.name,) if self.is_chosen else self.same


# One font has several names: by vendor, by system, in Chinese and in English, and those with a
# code of characters that older versions of the vendor's fonts have.
_TITLE = (
    "FZXiaoBiaoSong-B05S",
    "FZXBSJW--GB1-0",
    "方正小标宋_GBK",
    "FZXiaoBiaoSong-B05",
    "FZXBSK--GBK1-0",
    "方正小标宋_GB18030",
    "方正小标宋",
)
_NEAR_TITLE = ("华文中宋", "STZhongsong")
_SONG = (
    *("SimSun", "NSimSun", "新宋体", "方正书宋_GBK", "方正书宋简体", "FZShuSong-Z01"),
    *("FZShuSong-Z01S", "FZSSK--GBK1-0", "FZSSJW--GB1-0", "华文宋体", "STSong"),
)
_SERIF = (
    "思源宋体",
    "思源宋体 CN",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Noto Serif CJK SC",
)
_BRUSH = (
    *("仿宋", "FangSong_GB2312", "FangSong", "SimFang", "方正仿宋_GBK", "方正仿宋_GB2312"),
    *("方正仿宋简体", "FZFangSong-Z02", "FZFangSong-Z02S", "FZFSK--GBK1-0", "FZFSJW--GB1-0"),
    *("华文仿宋", "STFangsong"),
)
_KAI = (
    *("楷体", "KaiTi_GB2312", "KaiTi", "SimKai", "方正楷体_GBK", "方正楷体_GB2312"),
    *("方正楷体简体", "FZKai-Z03", "FZKai-Z03S", "FZKTK--GBK1-0", "FZKTJW--GB1-0"),
    *("华文楷体", "STKaiti"),
)
_NEAR_KAI = ("文鼎PL简中楷",)
_HEI = (
    *("SimHei", "方正黑体_GBK", "方正黑体简体", "FZHei-B01", "FZHei-B01S", "FZHTK--GBK1-0"),
    *("FZHTJW--GB1-0", "华文黑体", "STHeiti"),
)
_NEAR_HEI = ("微软雅黑", "Microsoft YaHei")
_SANS = (
    "思源黑体",
    "思源黑体 CN",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans CJK SC",
    "文泉驿微米黑",
    "WenQuanYi Micro Hei",
    "文泉驿正黑",
    "WenQuanYi Zen Hei",
)


LEAST_EDGE = 4.2
"""Millimetres at the paper's edges that most printers leave white."""


@dataclass(frozen=True)
class Margins:
    """The space between the paper's edges and the text block, in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True)
class PageStyle:
    """Paper and margins in millimetres, the pitch of the lines in points, and the fonts by role.

    With a seal (`has_seal`) the date at the end leaves room for it; `has_code` puts the code of a
    final report on each page.
    `spacing` is added to every character of the body, in points. `cell_gap` is the space left and
    right in a table cell, `row_height` the least height of a table row, in millimetres;
    `cell_top` that above and below, `table_space` the space around a whole table in points;
    `table_height` is what a table's rows may take together where its labels are short.
    `number_gap` is the space between the text block and the page number, at most so much as leaves
    the number on paper that printers reach (`number_space`). `watermark_size` is in
    points, `watermark_angle` in degrees by which it rises; `footer_size` is that of a line beside
    the page number.
    """

    width: float = 210.0
    height: float = 297.0
    top: float = 37.0
    bottom: float = 35.0
    left: float = 28.0
    right: float = 26.0
    line_pitch: float = 28.95
    spacing: float = -0.25
    title_pitch: float = 36.0
    first_indent: int = 2
    signature_indent: int = 2
    has_seal: bool = False
    has_code: bool = True
    number_gap: float = 7.0
    number_indent: int = 1
    cell_gap: float = 0.5
    cell_top: float = 0.0
    table_space: float = 6.0
    row_height: float = 9.0
    table_height: float = 176.0
    table_pitch: float = 1.25
    border: float = 0.5
    caption_fill: str = "DDEBF7"
    watermark_colour: str = "E2E2E2"
    watermark_size: float = 130.0
    watermark_angle: float = 50.0
    footer_size: float = 10.5
    title: Font = Font(
        "方正小标宋简体", "宋体", 22.0, _TITLE, BOLD_SONG, (*_SONG, *_SERIF, *_SANS), _NEAR_TITLE
    )
    body: Font = Font("仿宋_GB2312", "仿宋", 16.0, _BRUSH, FANG_SONG, (*_SONG, *_SERIF, *_SANS))
    heading_1: Font = Font("黑体", "黑体", 16.0, _HEI, others=_SANS, near=_NEAR_HEI)
    heading_2: Font = Font(
        "楷体_GB2312", "楷体", 16.0, _KAI, KAI_TI, (*_BRUSH, *_SERIF, *_SANS), _NEAR_KAI
    )
    table: Font = Font("宋体", "宋体", 10.5, _SONG, others=(*_SERIF, *_SANS))
    page_number: Font = Font("宋体", "宋体", 14.0, _SONG, others=(*_SERIF, *_SANS))

    @property
    def text_width(self) -> float:
        """Return the width of the text block in millimetres."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Return the height of the text block in millimetres."""
        return self.height - self.top - self.bottom

    @property
    def fonts(self) -> tuple[Font, ...]:
        """Return the fonts of every role."""
        return tuple(self.font(role) for role in ROLES)

    def font(self, role: FontRole) -> Font:
        """Return the font of a role."""
        font: Font = getattr(self, role)
        return font

    def with_fonts(self, names: Mapping[FontRole, str]) -> PageStyle:
        """Return the style with other fonts for some roles, the usual ones as their fallbacks."""
        changed: dict[str, Any] = {}
        for role, name in names.items():
            font = self.font(role)
            if name != font.name:
                changed[role] = replace(
                    font,
                    name=name,
                    kin=font.same,
                    fallback=font.name,
                    others=font.names[1:],
                    is_chosen=True,
                )
        return replace(self, **changed)

    @property
    def number_pitch(self) -> float:
        """Return the height of the line with the page number, in points."""
        return self.page_number.size * self.table_pitch

    @property
    def number_space(self) -> float:
        """Return the space between the text block and the page number, in millimetres."""
        room = self.bottom - self.page_number.size * 25.4 / 72 - LEAST_EDGE
        return max(0.0, min(self.number_gap, room))

    def with_margins(self, margins: Margins) -> PageStyle:
        """Return the style with other margins in mm; a lower text block makes table rows lower."""
        lower = self.text_height - (self.height - margins.top - margins.bottom)
        return replace(
            self,
            top=margins.top,
            bottom=margins.bottom,
            left=margins.left,
            right=margins.right,
            table_height=min(self.table_height, self.table_height - lower),
        )

    @property
    def margins(self) -> Margins:
        """Return the margins."""
        return Margins(self.top, self.bottom, self.left, self.right)


@dataclass(frozen=True)
class Furniture:
    """What every page bears beside the text: a pale word behind it, and a line beside its number.

    "" for none of it.
    """

    watermark: str = ""
    footer: str = ""


CODE = "校验码 {code}"
"""The line that tells a report's code."""
PLAIN = Furniture()
"""Pages with nothing but their numbers."""
OFFICIAL = PageStyle()
"""The usual page of an official report."""
