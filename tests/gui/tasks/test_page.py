"""The page of tasks and the tests that try them name the same ones."""

from __future__ import annotations

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[2] / "docs" / "tasks.md"
LEAST = 30


def names_of_tests() -> set[str]:
    return {
        node.name
        for path in HERE.glob("test_tasks_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_the_page_and_the_tests_name_the_same_tasks() -> None:
    named = re.findall(r"`(test_task_\w+)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) == len(set(named))
    assert set(named) == names_of_tests()
    assert len(named) >= LEAST


def test_each_task_has_its_steps_and_its_keys() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    starts = [place for place, line in enumerate(lines) if "`test_task_" in line]
    for place in starts:
        assert len(lines[place + 1].strip()) > 5
        assert lines[place + 2].strip().startswith("键：")
