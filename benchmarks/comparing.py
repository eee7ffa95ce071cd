"""Two things measured in turn, so that a busy machine slows both: what is told is their ratio."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
Task = Callable[[], object]
Gauge = Callable[[], float]
KEEPS_NOTHING = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True)
class Comparison:
    """What of ours is held against what, in which unit, and how much more it may be."""

    name: str
    own: Gauge
    base: Gauge
    unit: str = "毫秒"
    limit: float | None = None
    """The greatest ratio asked for, or None where none is."""
    most: float | None = None
    """The greatest median of our own that is asked for, in its unit."""
    worst_most: float | None = None
    """The greatest value of our own that all but one in a hundred rounds may have."""
    share: float = 1.0
    """Of the rounds: what takes seconds is measured less often."""


@dataclass(frozen=True)
class Result:
    """The ratios of all rounds in order, and the medians of both sides in their unit."""

    comparison: Comparison
    ratios: tuple[float, ...]
    own: float
    base: float
    worst: float
    """Our own value that all but one in a hundred rounds keep to."""

    @property
    def middle(self) -> float:
        """Return the median ratio."""
        return statistics.median(self.ratios)

    @property
    def is_exceeded(self) -> bool:
        """Return whether anything is more than what is asked for."""
        comparison = self.comparison
        return any(
            limit is not None and value > limit
            for limit, value in (
                (comparison.limit, self.middle),
                (comparison.most, self.own),
                (comparison.worst_most, self.worst),
            )
        )


def measure(comparison: Comparison, rounds: int) -> Result:
    """Measure both in turn, once to warm up and then at least three times; who is first changes."""
    comparison.own()
    comparison.base()
    pairs: list[tuple[float, float]] = []
    for number in range(max(3, round(rounds * comparison.share))):
        if number % 2:
            own = comparison.own()
            pairs.append((own, comparison.base()))
        else:
            base = comparison.base()
            pairs.append((comparison.own(), base))
    owns, bases = zip(*pairs, strict=True)
    return Result(
        comparison,
        tuple(sorted(own / base for own, base in pairs)),
        statistics.median(owns),
        statistics.median(bases),
        sorted(owns)[min(len(owns) - 1, round(len(owns) * 0.99))],
    )


def timed(task: Task) -> Gauge:
    """Return what runs a task and returns how many milliseconds it took."""

    def run() -> float:
        start = time.perf_counter()
        task()
        return (time.perf_counter() - start) * 1000

    return run


def run_process(command: Sequence[str | Path], home: Path, statuses: Sequence[int] = (0,)) -> str:
    """Run a process to its end and return what it wrote; no user's settings, no screen.

    Python keeps what it compiled, as it does for its users.
    """
    settings = {name: value for name, value in os.environ.items() if name != KEEPS_NOTHING}
    settings |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    settings |= {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE")}
    run = subprocess.run(command, check=False, capture_output=True, env=settings)
    assert run.returncode in statuses, run.stderr.decode()
    return run.stdout.decode()
