from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from storage.atomic import replacing, unwritable
from storage.errors import FileProblem


def test_target_is_replaced_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "年报.txt"
    target.write_text("旧", encoding="utf-8")
    target.chmod(0o640)
    with replacing(target) as temporary:
        assert temporary.parent == target.parent
        temporary.write_text("新", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "旧"
    assert target.read_text(encoding="utf-8") == "新"
    assert os.listdir(tmp_path) == [target.name]  # noqa: PTH208
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o640


def test_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    with replacing(tmp_path / "new") as temporary:
        temporary.touch()
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


def _write_half(path: Path) -> None:
    path.write_text("half", encoding="utf-8")
    raise ValueError("broken")


def test_failure_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("旧", encoding="utf-8")
    with pytest.raises(ValueError, match="broken"), replacing(target) as temporary:
        _write_half(temporary)
    assert target.read_text(encoding="utf-8") == "旧"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.touch()
    link.symlink_to(real)
    with replacing(link) as temporary:
        temporary.write_text("x", encoding="utf-8")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "x"


def test_missing_folder_folder_in_the_way_and_long_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    cases = {"none/a.txt": "不存在", "folder": "同名的文件夹", "年" * 100: "文件名太长"}
    for name, words in cases.items():
        with pytest.raises(FileProblem, match=words), replacing(tmp_path / name):
            pytest.fail("the block must not run")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, ""), "请先关闭该文件"),
        (OSError(errno.EROFS, ""), "不允许写入"),
        (OSError(errno.ENOSPC, ""), "磁盘空间不足"),
        (OSError(errno.EIO, ""), "写入磁盘时出错"),
    ],
)
def test_system_error_becomes_a_sentence(tmp_path: Path, error: OSError, words: str) -> None:
    target = tmp_path / "年报.docx"
    with pytest.raises(FileProblem, match=words) as caught, replacing(target):
        raise error
    assert "「年报.docx」" in str(caught.value)
    assert str(unwritable(target, error)) == str(caught.value)
    assert not list(tmp_path.iterdir())
