"""Pages that are printed small to fit their paper, as office programs do with wide sheets."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from places import ROOT
from report_sources import open_report

EXAMPLE = ROOT / "docs" / "example" / "report.pdf"


@pytest.mark.parametrize("scale", [0.7, 0.45, 0.3])
def test_a_report_that_is_printed_small_is_read_alike(scale: float, tmp_path: Path) -> None:
    with pikepdf.open(EXAMPLE) as pdf:
        for page in pdf.pages:
            page.contents_add(f"q {scale} 0 0 {scale} 40 60 cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")
        # As a file of another program: without the figures that ours carries along.
        if "/Names" in pdf.Root:
            del pdf.Root["/Names"]
        pdf.save(tmp_path / "small.pdf")
    small, whole = open_report(tmp_path / "small.pdf"), open_report(EXAMPLE)
    assert small.report.tables == whole.report.tables
    assert without_breaks(small.report.sections) == without_breaks(whole.report.sections)


def without_breaks(sections: dict[str, str]) -> dict[str, str]:
    """Return texts as one line each: where a line ends a paragraph is judged by its length."""
    return {key: text.replace("\n", "") for key, text in sections.items()}
