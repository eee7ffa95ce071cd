"""A made-up edition of the form, as the file that a new one is: one more row, one more column."""

from __future__ import annotations

import shutil
from pathlib import Path

from storage.program import RESOURCES

EDITION = "2031"
YEAR = 2031
NUMBER = "国办公开办函〔2030〕8号"
BEFORE = "国办公开办函〔2021〕30号"
NAME = "中华人民共和国政府信息公开工作年度报告格式（第三版）"

ROW, ROW_LABEL = "refused_foreign_affairs", "9.属于涉外事项"
COLUMN, COLUMN_LABEL = "social_group", "社会团体"
FIGURE = f"requests/{ROW}.{COLUMN}"
"""The cell in which the new row and the new column cross."""

_OFFICE = "国务院办公厅政府信息与政务公开办公室关于"
_NAME_BEFORE = f"{_OFFICE}印发《中华人民共和国政府信息公开工作年度报告格式》的通知"
_OLDEST = (
    f'number = "国办公开办函〔2019〕60号", name = "{_OFFICE}政府信息公开工作年度报告有关事项的通知"'
)
_NEW_COLUMN = (
    f'  {{ key = "{COLUMN}", label = "{COLUMN_LABEL}", group = "legal_person", kind = "count" }},\n'
)
_NEW_ROW = f'  {{ key = "{ROW}", label = "{ROW_LABEL}", group = "refused" }},\n'
_CHANGES = (
    ('edition = "2021"', f'edition = "{EDITION}"'),
    ('name = "2021年版格式（国办公开办函〔2021〕30号）"', f'name = "2031年版格式（{NUMBER}）"'),
    ("from_year = 2021", f"from_year = {YEAR}"),
    (
        f'notice = {{ number = "{BEFORE}", name = "{_NAME_BEFORE}" }}',
        f'notice = {{ number = "{NUMBER}", name = "{_OFFICE}印发《{NAME}》的通知" }}',
    ),
    (f'{_OLDEST}, known_by = "有关事项"', f'number = "{BEFORE}", name = "{_NAME_BEFORE}"'),
    (
        "widths = [11.0, 17.0, 50.0, 11.0, 11.0, 11.0, 11.5, 11.5, 11.0, 11.0]",
        "widths = [11.0, 15.0, 44.0, 10.5, 10.5, 10.5, 11.0, 11.0, 10.5, 10.5, 10.5]",
    ),
    ('"公益组织", "社会团体", ', '"公益组织", '),
    ('  { key = "other_organization",', _NEW_COLUMN + '  { key = "other_organization",'),
    ('  { key = "unavailable_not_held",', _NEW_ROW + '  { key = "unavailable_not_held",'),
)
_STATEMENTS = f"""
# ---------------------------------------------------------------- 本版自己的说法

[[statements]]
key = "{ROW}"
topic = "requests"
names = ['(?:属于)?涉外事项']
cells = ["requests/{ROW}.total"]

[[statements]]
key = "{COLUMN}"
topic = "requests"
names = ['社会团体(?:提出|提交)?(?:的)?(?:申请)?']
columns = "requests/{COLUMN}"
"""


def form_text() -> str:
    """Return the file of the new edition, made of that of the edition before it."""
    text = (RESOURCES / "forms" / "2021.toml").read_text(encoding="utf-8")
    for old, new in _CHANGES:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text + _STATEMENTS


def add_to(forms: Path) -> None:
    """Write the new edition beside those of a folder."""
    (forms / f"{EDITION}.toml").write_text(form_text(), encoding="utf-8")


def folder_with_new_edition(folder: Path) -> Path:
    """Return a folder with the program's editions and the new one."""
    forms = folder / "forms"
    shutil.copytree(RESOURCES / "forms", forms)
    add_to(forms)
    return forms
