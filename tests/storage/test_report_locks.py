"""The lock file beside a report: two computers on one share."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from storage.report_locks import SILENT, ReportLock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "甲.nianbao"
    path.touch()
    return path


def aged(path: Path, seconds: float) -> None:
    file = ReportLock(path, "").file
    then = time.time() - seconds
    os.utime(file, (then, then))


def test_only_one_has_a_report(path: Path) -> None:
    one, two = ReportLock(path, "a"), ReportLock(path, "b")
    assert one.take(is_alone=True) is None
    assert one.is_written
    holder = two.take(is_alone=True)
    assert holder is not None
    assert holder.host
    assert not holder.is_stale
    assert "分钟前还开着" in holder.age_words
    one.release()
    assert two.take(is_alone=True) is None
    assert two.is_ours()


@pytest.mark.parametrize(("seconds", "words"), [(3 * 3600, "3 小时"), (-9999, "还晚")])
def test_a_silent_or_future_lock_can_be_taken_over(path: Path, seconds: float, words: str) -> None:
    one, two = ReportLock(path, "a"), ReportLock(path, "b")
    one.take(is_alone=True)
    aged(path, seconds)
    holder = two.take(is_alone=True)
    assert holder is not None
    assert holder.is_stale
    assert words in holder.age_words
    assert two.take_over()
    assert two.is_ours()
    assert not one.may_write()
    one.release()
    assert two.is_ours()


def test_a_sign_of_life_keeps_a_lock(path: Path) -> None:
    one, two = ReportLock(path, "a"), ReportLock(path, "b")
    one.take(is_alone=True)
    aged(path, 2 * SILENT)
    one.beat()
    holder = two.take(is_alone=True)
    assert holder is not None
    assert not holder.is_stale


def test_the_own_lock_of_a_window_that_crashed_is_taken_without_a_question(path: Path) -> None:
    ReportLock(path, "a").take(is_alone=True)
    again = ReportLock(path, "a")
    assert again.take(is_alone=False) is not None
    assert again.take(is_alone=True) is None
    assert again.is_ours()


def test_of_two_that_take_over_at_once_one_has_it(path: Path) -> None:
    ReportLock(path, "a").take(is_alone=True)
    one, two = ReportLock(path, "b"), ReportLock(path, "c")
    assert None not in (one.take(is_alone=True), two.take(is_alone=True))
    assert [one.take_over(), two.take_over()] == [True, False]
    assert one.is_ours()


def test_where_no_lock_can_be_written_nobody_is_in_the_way(tmp_path: Path) -> None:
    lock = ReportLock(tmp_path / "none" / "甲.nianbao", "a")
    assert lock.take(is_alone=True) is None
    assert not lock.is_written
    assert lock.may_write()
    assert ReportLock(tmp_path / ("年" * 84), "a").take(is_alone=True) is None


def test_a_lock_that_is_gone_is_written_again(path: Path) -> None:
    lock = ReportLock(path, "a")
    lock.take(is_alone=True)
    lock.file.unlink()
    assert lock.may_write()
    assert lock.is_ours()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff", b'{"host": 3}'])
def test_a_lock_that_says_nothing_holds_all_the_same(path: Path, content: bytes) -> None:
    lock = ReportLock(path, "a")
    lock.file.write_bytes(content)
    assert lock.take(is_alone=True) is not None
    assert lock.take_over()


def test_a_name_of_other_bytes_has_a_lock_too(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xc4\xea\xb1\xa8.nianbao")
    lock = ReportLock(path, "a")
    assert lock.take(is_alone=True) is None
    assert lock.is_written
