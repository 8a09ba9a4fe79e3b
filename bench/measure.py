"""Measuring: wall and CPU time of calls and processes, two programs turn by turn on one core.

Others may use the machine, so no number stands alone: ours and theirs alternate, each pair gives one
ratio, and the median of the ratios counts. CPU time hardly feels the neighbours, so it decides.
"""

from __future__ import annotations

import gc
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

try:
    import resource
except ImportError:  # Windows: processes are timed by the wall clock alone
    resource = None

WARM_UP = 3
"""Pairs that are run and not counted: imports, fonts, caches."""


@dataclass(frozen=True, slots=True)
class Lap:
    """One run, in milliseconds."""

    wall: float
    cpu: float


Task: TypeAlias = Callable[[], Lap]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Runs of ours and of theirs, pair by pair; `theirs` is empty when there is nothing to compare with."""

    ours: tuple[Lap, ...]
    theirs: tuple[Lap, ...] = ()

    def ratio(self, clock: str) -> float | None:
        """Give the median of ours ÷ theirs, on the clock "cpu" or "wall"."""
        if not self.theirs:
            return None
        pairs = zip(self.ours, self.theirs, strict=True)
        return median(getattr(a, clock) / getattr(b, clock) for a, b in pairs)


def pin() -> int | None:
    """Keep this process and its children on one core; None where the system has no way to.

    Typst spreads over the cores it sees, so this comes before it is loaded.
    """
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def in_process(call: Callable[[], object]) -> Task:
    """Time a call in this process."""

    def run() -> Lap:
        wall, cpu = time.perf_counter(), time.process_time()
        call()
        return Lap(1e3 * (time.perf_counter() - wall), 1e3 * (time.process_time() - cpu))

    return run


def as_process(*commands: Sequence[str], environment: Mapping[str, str]) -> Task:
    """Time processes, one after the other, from start to exit."""

    def call() -> None:
        for command in commands:
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)

    return with_children(call)


def with_children(call: Callable[[], object]) -> Task:
    """Time a call together with the processes it starts and waits for."""
    own = in_process(call)

    def run() -> Lap:
        before = _children()
        lap = own()
        after = _children()
        return Lap(lap.wall, lap.wall if before is None or after is None else lap.cpu + after - before)

    return run


def compare(ours: Sequence[Task], theirs: Sequence[Task] = (), warm_up: int = WARM_UP) -> Comparison:
    """Run ours and theirs turn by turn; each task is one run, the first `warm_up` of each are not counted."""
    gc.collect()
    gc.freeze()  # what is prepared for later runs is not searched for garbage in this one
    laps: list[tuple[Lap, ...]] = []
    for n, task in enumerate(ours):
        laps.append((task(), *(other[n]() for other in (theirs,) if other)))
    gc.unfreeze()
    columns = list(zip(*laps[warm_up:], strict=True))
    return Comparison(*columns)


def _children() -> float | None:
    """CPU time of all children that have ended, in milliseconds."""
    if resource is None:
        return None
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1e3 * (usage.ru_utime + usage.ru_stime)
