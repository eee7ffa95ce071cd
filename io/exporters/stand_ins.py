"""The free fonts that come with the program and stand in for official ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StandIn:
    """A free font that comes with the program, for computers without an official one.

    It is registered by the program from its file, under one of the family names; in a message it
    has a name of its own, and no file that leaves ever names it.
    """

    file: str
    families: tuple[str, ...]
    shown: str


FANG_SONG = StandIn(
    "FandolFang-Regular.otf", ("FandolFang", "FandolFang R"), "程序自带的 Fandol 仿宋"
)
KAI_TI = StandIn("FandolKai-Regular.otf", ("FandolKai", "FandolKai R"), "程序自带的 Fandol 楷体")
BOLD_SONG = StandIn(
    "FandolSong-Bold.otf", ("FandolSong", "FandolSong B"), "程序自带的 Fandol 宋体（粗）"
)
STAND_INS = (FANG_SONG, KAI_TI, BOLD_SONG)
