from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from exporters.writing import export_report
from file_kinds import TARGET_KINDS
from sample_reports import sample_report
from storage.errors import FileProblem


def test_kinds_for_the_file_dialog() -> None:
    kinds = dict(TARGET_KINDS)
    assert list(kinds)[:2] == ["Word 文档", "Excel 工作簿"]
    assert kinds["网页"] == (".html", ".htm")
    assert kinds["文本"] == (".txt",)


@pytest.mark.parametrize("name", ["a.docx", "b.XLSX"])
def test_writes_by_extension(tmp_path: Path, name: str) -> None:
    export_report(sample_report(), tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(b"PK")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["年报.doc", "年报"])
def test_unknown_extension_is_told_with_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem, match="扩展名不能识别") as caught:
        export_report(sample_report(), tmp_path / name)
    assert "Word 文档（.docx）" in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("extension", [".docx", ".xlsx", ".html", ".txt"])
def test_failure_while_writing_leaves_the_old_file(
    tmp_path: Path, extension: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / f"年报{extension}"
    target.write_text("旧", encoding="utf-8")

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileProblem, match="磁盘空间不足"):
        export_report(sample_report(), target)
    assert target.read_text(encoding="utf-8") == "旧"
    assert len(list(tmp_path.iterdir())) == 1


def test_libraries_are_loaded_only_when_needed() -> None:
    code = "import sys, exporters.writing; print('docx' in sys.modules, 'openpyxl' in sys.modules)"
    folder = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = ['io']; {code}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["False", "False"]
