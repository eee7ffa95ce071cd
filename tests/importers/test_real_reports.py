from __future__ import annotations

from pathlib import Path

import pytest

from importers.readers.markdown.markdown_reader import read_marked
from importers.recognising.labels import bare, normalise, without_marks
from importers.source_document import SourceTable
from model.report.report import Report
from report_sources import open_report

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reports"
FILES = sorted(FOLDER.glob("*.txt"))
UNITS = {
    "000": ("哈尔滨市阿城区机关后勤服务中心", 2021),
    "001": ("哈尔滨市阿城区红星镇", 2021),
    "002": ("老城区机关事务服务中心", 2021),
    "003": ("哈尔滨市阿城区营商环境建设监督局", 2021),
    "004": ("阿城区亚沟街道办事处", 2023),
}
ONES = {
    f"{row}.{column}"
    for row in ("new_received", "granted", "outcome_total")
    for column in ("natural_person", "total")
}
BLANK_ROWS = (
    "granted",
    "partly_granted",
    "refused_state_secret",
    "refused_prohibited_by_law",
    "refused_security_and_stability",
)


def expected(report: Report, seed: str, table: str, key: str) -> int | None:
    if table == "requests" and seed == "004" and key in ONES:
        return 1
    if table == "requests" and seed == "002" and key.split(".")[0] in BLANK_ROWS:
        return None
    return 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:3])
def test_every_figure_is_right(path: Path) -> None:
    seed = path.stem[:3]
    report = open_report(path).report
    assert (report.organization, report.year) == UNITS[seed]
    for table in report.form.tables:
        for key in table.keys:
            assert report.value(table.key, key) == expected(report, seed, table.key, key), key
    assert report.printed == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:3])
def test_no_sentence_is_lost(path: Path) -> None:
    report = open_report(path).report
    kept = [report.organization + report.title, *report.sections.values()]
    kept += [section.title for section in report.form.sections]
    whole = bare("".join(kept))
    for paragraph in read_marked(path).paragraphs:
        assert (
            normalise(without_marks(paragraph.text)) in normalise(whole)
            or bare(paragraph.text) in whole
        )


def test_stray_and_fallen_cells_are_reported() -> None:
    by_seed = {path.stem[:3]: open_report(path) for path in FILES}
    assert any("「0」" in line for line in by_seed["004"].unplaced)
    assert any("三安全一稳定" in line for line in by_seed["002"].summary)
    assert all(not by_seed[seed].unplaced for seed in ("000", "001", "002", "003"))


def test_the_tables_are_found_as_tables() -> None:
    for path in FILES:
        tables = [b for b in read_marked(path).blocks if isinstance(b, SourceTable)]
        assert len(tables) == 3
