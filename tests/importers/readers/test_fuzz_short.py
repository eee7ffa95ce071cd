"""A short run of the fuzzer: mutated files of every kind are read or refused, nothing else."""

from __future__ import annotations

import importlib.util
import random
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from places import SCRIPTS

INPUTS = 400
SCRIPT = SCRIPTS / "fuzz_import.py"
SEEDS = (1, 2, 3, 4)


@pytest.fixture(scope="module")
def fuzzer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_import", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sound(fuzzer: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, bytes]]:
    folder = tmp_path_factory.mktemp("sound")
    return [(path.suffix, path.read_bytes()) for path in fuzzer.sources(folder, [])]


@pytest.mark.thorough
@pytest.mark.parametrize("seed", SEEDS)
def test_mutated_files_are_read_or_refused(
    fuzzer: ModuleType, sound: list[tuple[str, bytes]], seed: int, tmp_path: Path
) -> None:
    dice = random.Random(seed)
    counts: Counter[str] = Counter()
    for _ in range(INPUTS // len(SEEDS)):
        extension, data = dice.choice(sound)
        path = tmp_path / f"input{extension}"
        path.write_bytes(fuzzer.mutated(data, dice))
        fuzzer.try_one(path, counts)
    assert not counts["failed"]
    assert counts["read"]
    assert counts["refused"]
