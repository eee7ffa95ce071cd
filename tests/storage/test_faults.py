"""The quick half of `scripts/fault_test.py`, and some files damaged by chance."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from damaged_files import damaged, outcome
from places import SCRIPTS
from sample_reports import sample_report
from storage.report_file import report_to_bytes

pytestmark = pytest.mark.thorough

SCRIPT = SCRIPTS / "fault_test.py"


@pytest.fixture(scope="module")
def faults() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fault_test", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("kind", ["Saving", "Autosaving"])
def test_a_call_that_fails_leaves_the_old_file_and_a_sentence(
    faults: ModuleType, tmp_path: Path, kind: str
) -> None:
    found = faults.fail_each(getattr(faults, kind)(tmp_path), step=2)
    assert found["refused"] > 0
    assert found["saved"] > 0


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.parametrize("kind", ["Saving", "Autosaving"])
def test_a_kill_before_a_call_leaves_a_whole_file(
    faults: ModuleType, tmp_path: Path, kind: str
) -> None:
    found = faults.kill_each(getattr(faults, kind)(tmp_path), step=3)
    assert found["old"] > 0


def test_a_damaged_file_never_shows_other_figures_without_a_word() -> None:
    dice, report = random.Random(7), sample_report()
    report.previous = sample_report().as_previous()
    content = report_to_bytes(report)
    counts = Counter(outcome(damaged(content, dice), report) for _ in range(60))
    assert counts["told"] > 0
    assert counts["rescued"] > 0
