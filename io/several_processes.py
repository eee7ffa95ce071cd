"""The same work on many files, in as many processes as there are cores, in the order of the files.

A process that dies takes one file with it: that one is told, the rest is done in new processes.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

Result = TypeVar("Result")

FEWEST = 16
"""Files from which on starting processes takes less time than it saves."""


class SeveralProcesses(Generic[Result]):
    """Does one job on names; `begin` is done once in each process, this one too where it works.

    Job and beginning are functions of modules, names and results are plain values: they go from
    process to process. What the job raises comes out at its turn; `lost` gives what stands for a
    name whose process died.
    """

    def __init__(
        self, job: Callable[[str], Result], begin: Callable[[], None], lost: Callable[[str], Result]
    ) -> None:
        self._job = job
        self._begin = begin
        self._lost = lost

    def results(self, names: Sequence[str]) -> Iterator[Result]:
        """Yield what the job returns for each name, in order."""
        processes = min(_cores(), len(names))
        if len(names) < FEWEST or processes < 2:
            self._begin()
            yield from map(self._job, names)
            return
        done = 0
        while done < len(names):
            for result in self._together(names[done:], processes):
                done += 1
                yield result
            if done < len(names):
                # Of those under way one ended its process: the first may be that one or not.
                yield self._alone(names[done])
                done += 1

    def _together(self, names: Sequence[str], processes: int) -> Iterator[Result]:
        """Yield results until a process dies."""
        pool = self._pool(processes)
        try:
            waiting = deque(pool.submit(self._job, name) for name in names)
            while waiting:
                # Taken out first: what was handed on is not kept.
                yield waiting.popleft().result()
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(cancel_futures=True)

    def _alone(self, name: str) -> Result:
        with self._pool(1) as pool:
            try:
                return pool.submit(self._job, name).result()
            except BrokenProcessPool:
                return self._lost(name)

    def _pool(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(processes, initializer=_begun, initargs=(self._begin,))


def _begun(begin: Callable[[], None]) -> None:
    """Begin a process, which ends at Ctrl+C without a word: the first one says what there is."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    begin()


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
