from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.work.garbage import GarbageCollector


class Ring:
    """Garbage that only a collection finds."""

    alive = 0

    def __init__(self) -> None:
        Ring.alive += 1
        self.itself = self

    def __del__(self) -> None:
        Ring.alive -= 1


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    collector = GarbageCollector()
    yield collector
    collector.end()


def make_garbage() -> list[list[int]]:
    for _ in range(5):
        Ring()
    return [[number] for number in range(2 * gc.get_threshold()[0])]


def test_garbage_waits_for_the_windows_thread(collector: GarbageCollector) -> None:
    gc.collect()
    kept = make_garbage()
    assert Ring.alive == 5
    collector.collect()
    assert Ring.alive == 0
    assert kept


def test_nothing_is_done_while_there_is_little(collector: GarbageCollector) -> None:
    gc.collect()
    Ring()
    collector.collect()
    assert Ring.alive == 1
    gc.collect()


def test_python_collects_again_afterwards(qtbot: QtBot) -> None:
    collector = GarbageCollector()
    assert not gc.isenabled()
    collector.end()
    assert gc.isenabled()
