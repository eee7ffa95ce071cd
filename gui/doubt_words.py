"""What is asked before a file is written that is not as it was left."""

from __future__ import annotations

from storage.guarded_save import Doubt

DOUBT_WORDS = {
    Doubt.FOREIGN: (
        "文件已被别人改过",
        (
            "「{name}」打开以后，又被别的程序或别的人改过。\n"
            "覆盖：换成这个窗口里的内容，那边的内容可在「文件→历史版本」里找到。\n"
            "另存：两份都留下。"
        ),
        "覆盖",
    ),
    Doubt.GONE: (
        "原来的文件不见了",
        (
            "「{name}」已经不在原来的文件夹里，可能被移走、改名或删除了。\n"
            "仍存到原处：在原来的文件夹里重新写一份。"
        ),
        "仍存到原处",
    ),
    Doubt.MOVED: (
        "磁盘换过了",
        (
            "「{name}」所在的 U 盘或网络盘好像已经断开或换过，现在写下去会写到别的磁盘上。\n"
            "请先接好再保存；或者另存到本机。"
        ),
        "仍存到这里",
    ),
    Doubt.UNREADABLE: (
        "文件现在读不出来",
        (
            "「{name}」在那里，但现在读不出来，看不到里面是不是别人的内容。\n"
            "仍然覆盖：里面的内容就没有了。"
        ),
        "仍然覆盖",
    ),
    Doubt.PROTECTED: (
        "文件设了只读",
        (
            "「{name}」设成了只读，多半是有人不想让它再改。\n"
            "仍然覆盖：换成这个窗口里的内容，原来的可在「文件→历史版本」里找到。"
        ),
        "仍然覆盖",
    ),
}
"""Title, words and the button that writes all the same; of a file taken over there is none."""
