"""What does not fit where a report is attached as the one of the year before."""

from __future__ import annotations

import pytest

from model.form.form import Form
from model.report.misfits import misfits
from model.report.report import Report


@pytest.mark.parametrize(
    ("organization", "year", "last_organization", "last_year", "words"),
    [
        ("红星镇人民政府", 2024, "红星镇政府", 2023, ()),
        ("红星镇人民政府", None, "红星镇人民政府", 2019, ()),
        ("", 2024, "蓝天镇人民政府", 2023, ()),
        ("红星镇人民政府", 2024, "红星镇人民政府", None, ("没有认出它是哪一年",)),
        ("红星镇人民政府", 2024, "", 2023, ("没有认出它是哪个单位",)),
        ("红星镇人民政府", 2024, "红星镇人民政府", 2022, ("上年应是2023年，它却是2022年",)),
        ("红星镇人民政府", 2024, "蓝天镇人民政府", 2023, ("单位不同",)),
        ("红星镇人民政府", 2024, "", None, ("哪一年", "哪个单位")),
    ],
)
def test_each_thing_that_does_not_fit_is_told(
    form: Form,
    organization: str,
    year: int | None,
    last_organization: str,
    last_year: int | None,
    words: tuple[str, ...],
) -> None:
    told = misfits(Report(form, organization, year), Report(form, last_organization, last_year))
    assert len(told) == len(words)
    assert all(part in sentence for part, sentence in zip(words, told, strict=True))
