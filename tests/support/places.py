"""Where things lie in a checkout, so that a test can be moved without counting folders."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"
SCRIPTS = ROOT / "scripts"
