"""Workers: processes on this machine that build orders side by side.

Pebble keeps the pool: a job that takes too long is ended with its process, a process that dies is
replaced, and only its own job is lost. Processes are started afresh (`spawn`), as Windows does it, so
none inherits a lock; each ends by itself when the batch is killed.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, TimeoutError, wait
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any

from ..diagnostics import Diagnostic
from ..messages import Exit
from .build import Task, build_one
from .orders import Limits, Order, Outcome

WAITING = 4  # orders handed out ahead, for each worker: none waits for the batch, and few are in memory


def run_here(tasks: Iterable[Task], workers: int, limits: Limits) -> Iterator[tuple[Order, Outcome]]:
    """Build orders on this machine; what becomes of them comes as it comes."""
    waiting = iter(tasks)
    tried: set[int] = set()  # orders that were in the hands of a pool that broke
    while unbuilt := (yield from _run_in_pool(waiting, workers, limits)):
        for task in (task for task in unbuilt if task.order.number in tried):
            yield task.order, _lost(task.order, "batch.died", status="—")
        waiting = chain([task for task in unbuilt if task.order.number not in tried], waiting)
        tried |= {task.order.number for task in unbuilt}


def _run_in_pool(
    waiting: Iterator[Task], workers: int, limits: Limits
) -> Generator[tuple[Order, Outcome], None, list[Task]]:
    """Build orders in one pool; returns those in hand when it broke, none when all are done.

    Pebble replaces a worker that dies over an order, but gives up when one dies with nobody at work, as
    when the system is short of memory just as the batch begins.
    """
    from pebble import ProcessExpired, ProcessPool

    pool: Any = ProcessPool(
        max_workers=workers,
        initializer=_settle_in,
        initargs=(os.getpid(), limits.memory_mb),
        context=get_context("spawn"),
    )
    running: dict[Any, Task] = {}
    unbuilt: list[Task] = []
    try:
        while not unbuilt:
            for task in islice(waiting, max(0, workers * WAITING - len(running))):
                try:
                    future = pool.schedule(build_one, args=(task,), timeout=limits.seconds)
                except RuntimeError:  # the pool broke since
                    unbuilt.append(task)
                    break
                running[future] = task
            if not running:
                break
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                task = running.pop(future)
                order = task.order
                try:
                    outcome = future.result()
                except (BrokenExecutor, CancelledError):
                    unbuilt.append(task)
                    continue
                except TimeoutError:
                    outcome = _lost(order, "batch.too_long", seconds=limits.seconds)
                except ProcessExpired as err:
                    outcome = _lost(order, "batch.died", status=str(err.exitcode))
                yield order, outcome
        if unbuilt:
            pool.stop()
        else:
            pool.close()
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.join()
    return [*unbuilt, *running.values()] if unbuilt else []


def _lost(order: Order, code: str, **values: object) -> Outcome:
    return Outcome(Exit.CONTENT, (Diagnostic(code, order.source, values),))


def _settle_in(parent: int, memory_mb: int | None) -> None:
    """Prepare a worker: bounded memory, no answer to Ctrl-C, an end with the batch."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the batch stops between jobs; its workers finish theirs
    gc.set_threshold(100_000, 20, 100)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    if memory_mb is not None and sys.platform == "linux":
        import resource

        with open("/proc/self/statm") as statm:  # noqa: PTH123 (a line of the system, not a file)
            held = int(statm.read().split()[0]) * resource.getpagesize()
        bound = held + memory_mb * 1024**2
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


def _end_with(parent: int) -> None:
    """End this process soon after its parent: a killed batch leaves nobody behind."""
    while True:
        time.sleep(0.5)
        if os.getppid() != parent:
            os._exit(0)
