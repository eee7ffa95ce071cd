"""How the open report stands to the paper that was signed, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from model.report.report import Report
from model.signing.code import matches_signed, verification_code


class Standing(Enum):
    """How a report stands to the one that was made final, with the mark for it."""

    NONE = ""
    LOCKED = "已定稿"
    BROKEN = "已定稿但不符"
    EQUAL = "定稿已解除"
    CHANGED = "定稿后有改动"


@dataclass(frozen=True)
class StandingNotice:
    """What is told of a standing: a mark of a few letters, and a sentence."""

    standing: Standing
    mark: str = ""
    sentence: str = ""

    @property
    def is_warning(self) -> bool:
        """Return whether the signed paper is no longer what the report says."""
        return self.standing in (Standing.CHANGED, Standing.BROKEN)


def day_words(day: date) -> str:
    """Return a day as it is written in a report."""
    return f"{day.year}年{day.month}月{day.day}日"


def standing(report: Report) -> Standing:
    """Return how a report stands to the one that was made final."""
    matches = matches_signed(report)
    if matches is None:
        return Standing.NONE
    if report.sign_off.is_locked:
        return Standing.LOCKED if matches else Standing.BROKEN
    return Standing.EQUAL if matches else Standing.CHANGED


def standing_notice(report: Report) -> StandingNotice:
    """Return what is told of the report's standing; all is empty where it was never final."""
    final = report.sign_off.final
    if final is None:
        return StandingNotice(Standing.NONE)
    now = standing(report)
    day, code = day_words(final.day), final.code
    sentences = {
        Standing.LOCKED: f"{day}　校验码 {code}　内容已锁定，修改前会先询问",
        Standing.BROKEN: f"{day}的校验码是 {code}，文件里的内容却是 {verification_code(report)}："
        "文件在别处被改过，与已签的纸质稿不一致",
        Standing.EQUAL: f"内容没有改动，仍与{day}已签的纸质稿（校验码 {code}）一致",
        Standing.CHANGED: f"已签的纸质稿（{day}，校验码 {code}）与现在的内容不一致",
    }
    return StandingNotice(now, now.value, sentences[now])
