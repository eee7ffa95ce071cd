"""Where the modules of the program and of its tests are found, for the scripts beside this one.

Named first among a script's imports (ruff keeps it there), since it lets the others be found: the
folders are those that pytest takes from `pyproject.toml`.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
with (ROOT / "pyproject.toml").open("rb") as _settings:
    _FOLDERS = tomllib.load(_settings)["tool"]["pytest"]["ini_options"]["pythonpath"]
sys.path[:0] = [str(ROOT / folder) for folder in _FOLDERS]
