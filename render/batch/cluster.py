"""Cluster: the same orders on a Dask cluster.

A worker on another machine has none of our files. Each report folder is sent once, under the digest of
what is in it; an order that follows is small. Workers must run the same version of the program, and
set in the vendored faces, so that the bytes are those that any machine makes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from .. import __version__
from ..diagnostics import Diagnostic, Source, fault
from ..messages import Exit
from ..outputs import Output, write_folder
from .build import Task, build_one
from .inputs import contents_of, files_digest
from .orders import Order, Outcome

WAITING = 4  # orders handed out ahead, for each thread of a worker
_CONNECT = "15s"


class Lost(Exception):
    """The cluster went away; orders that have not come back were not built."""


def run_on_cluster(tasks: Iterable[Task], address: str) -> Iterator[tuple[Order, Outcome]]:
    """Build orders on a cluster; what becomes of them comes as it comes, with the files' bytes.

    Raises:
        Faults: `batch.no_dask`, `batch.no_scheduler`, `batch.no_workers`.
        Lost: the scheduler was lost midway.
    """
    try:
        import distributed
    except ImportError as err:
        raise fault("batch.no_dask") from err
    dask: Any = distributed
    try:
        client: Any = dask.Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as err:
        raise fault("batch.no_scheduler", address=address, reason=str(err).split("\n")[0]) from err
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise fault("batch.no_workers", address=address)
        sent: dict[str, Any] = {}
        waiting = iter(tasks)
        orders: dict[Any, Order] = {}
        finished: Any = dask.as_completed(loop=client.loop)

        def hand_out(count: int) -> None:
            for task in islice(waiting, count):
                future = _submit(client, task, sent)
                orders[future.key] = task.order
                finished.add(future)

        hand_out(threads * WAITING)
        while orders:
            future = next(finished)
            order = orders.pop(future.key)
            if future.status == "error":
                outcome = _failed(order, future.exception())
            elif future.status == "finished":
                outcome = future.result()
            else:
                raise Lost(address)
            future.release()
            hand_out(1)
            yield order, outcome
    except (OSError, TimeoutError, StopIteration) as err:
        raise Lost(address) from err
    finally:
        client.close(timeout=2)


def _submit(client: Any, task: Task, sent: dict[str, Any]) -> Any:
    """Send an order, and before the first one of a folder the folder."""
    report = task.order.job.report
    digest = files_digest(report)
    if digest not in sent:
        (sent[digest],) = client.scatter({f"gongwen-{digest}": contents_of(report)}, direct=False).values()
    name = "" if report.is_dir() else report.name
    job = replace(task.order.job, report=Path(name), faces="vendored")
    remote = replace(task, order=replace(task.order, job=job), place=None)
    key = f"gongwen-{digest[:16]}-{task.order.number}"
    return client.submit(
        build_there, sent[digest], digest, remote, __version__, key=key, pure=False, retries=2
    )


def build_there(files: Mapping[str, bytes], digest: str, task: Task, version: str) -> Outcome:
    """Build an order on a worker, from the files that were sent."""
    if version != __version__:
        values = {"ours": version, "theirs": __version__}
        return Outcome(Exit.USE, (Diagnostic("batch.other_version", task.order.source, values),))
    folder = Path(tempfile.gettempdir()) / f"gongwen-batch-{digest[:32]}"
    if not folder.is_dir():
        outputs = [Output("", name, content) for name, content in files.items()]
        _, failed = write_folder(outputs, folder)  # put in place in one step; a second worker may be first
        if failed and not folder.is_dir():
            return Outcome(Exit.USE, tuple(failed))
    job = replace(task.order.job, report=folder / task.order.job.report)
    return build_one(replace(task, order=replace(task.order, job=job)))


def _failed(order: Order, err: BaseException | None) -> Outcome:
    reason = f"{type(err).__name__}: {err}"[:500]
    return Outcome(Exit.CONTENT, (Diagnostic("batch.crash", order.source or Source(), {"reason": reason}),))
