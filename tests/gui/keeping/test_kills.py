"""Five short rounds of `scripts/kill_test.py`, side by side."""

from __future__ import annotations

import subprocess
import sys

import pytest

from places import SCRIPTS

SCRIPT = SCRIPTS / "kill_test.py"


@pytest.mark.thorough
def test_a_killed_window_leaves_whole_files_and_loses_little() -> None:
    command = [sys.executable, str(SCRIPT), "5", "3", "5", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "共 5 次" in done.stdout
