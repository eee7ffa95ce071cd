"""Writes the example report in every format beside its own file, docs/example/report.nianbao.

Usage: .venv/bin/python scripts/make_example.py [folder]
"""

from __future__ import annotations

import sys
from pathlib import Path

from source_roots import ROOT
from exporters.writing import export_report
from file_kinds import TARGET_KINDS
from report_sources import open_report

SOURCE = ROOT / "docs" / "example" / "report.nianbao"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE.parent
    folder.mkdir(parents=True, exist_ok=True)
    report = open_report(SOURCE).report
    for _, extensions in TARGET_KINDS:
        target = folder / f"{SOURCE.stem}{extensions[0]}"
        export_report(report, target)
        print(target.name)


if __name__ == "__main__":
    main()
