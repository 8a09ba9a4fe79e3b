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
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, TimeoutError, wait
from itertools import islice
from multiprocessing import get_context
from typing import Any

from ..diagnostics import Diagnostic
from ..messages import Exit
from .build import Task, build_one
from .orders import Limits, Order, Outcome

WAITING = 4  # orders handed out ahead, for each worker: none waits for the batch, and few are in memory


def run_here(tasks: Iterable[Task], workers: int, limits: Limits) -> Iterator[tuple[Order, Outcome]]:
    """Build orders on this machine; what becomes of them comes as it comes."""
    from pebble import ProcessExpired, ProcessPool

    pool: Any = ProcessPool(
        max_workers=workers,
        initializer=_settle_in,
        initargs=(os.getpid(), limits.memory_mb),
        context=get_context("spawn"),
    )
    waiting = iter(tasks)
    running: dict[Any, Order] = {}
    try:
        while True:
            for task in islice(waiting, max(0, workers * WAITING - len(running))):
                future = pool.schedule(build_one, args=(task,), timeout=limits.seconds)
                running[future] = task.order
            if not running:
                break
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                order = running.pop(future)
                try:
                    outcome = future.result()
                except TimeoutError:
                    outcome = _lost(order, "batch.too_long", seconds=limits.seconds)
                except ProcessExpired as err:
                    outcome = _lost(order, "batch.died", status=str(err.exitcode))
                yield order, outcome
        pool.close()
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.join()


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
