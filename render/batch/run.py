"""Run: a manifest's orders, built or known to be built already."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..diagnostics import Diagnostic, Faults
from ..messages import Exit, Severity, message_of
from .build import Task
from .cluster import Lost, run_on_cluster
from .inputs import digest_of
from .journal import Journal, Remembered
from .orders import Limits, Order, Outcome
from .places import Folder, Remote, place_of
from .workers import run_here

_WRITTEN_EVERY = 0.5  # seconds between two entries into the journal
_AT_MOST = 50  # outcomes in one entry


@dataclass(frozen=True, slots=True)
class Batch:
    """How orders are to be run."""

    out: str  # folder or address
    state: Path  # folder of the journal
    workers: int = 1
    scheduler: str = ""  # address of a Dask scheduler; empty: this machine
    falls_back: bool = False  # to this machine, when the scheduler cannot be reached or is lost
    resume: bool = False  # try again what failed before, though nothing changed
    force: bool = False  # build what is built already
    limits: Limits = field(default_factory=Limits)
    compares: bool = False  # sentences, for the 雷同 report


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    total: int
    done: int = 0  # built in this run
    skipped: int = 0  # unchanged
    failed: int = 0
    seconds: float = 0.0  # since the run began
    rate: float = 0.0  # jobs a second, of those that were run

    @property
    def remaining(self) -> float | None:
        """Seconds to go at this rate; None when nothing says how fast it goes."""
        left = self.total - self.done - self.skipped - self.failed
        return left / self.rate if self.rate else None


@dataclass(frozen=True, slots=True)
class Ended:
    """An order and what became of it."""

    order: Order
    outcome: Outcome
    is_remembered: bool = False  # from the journal; nothing was built


@dataclass(frozen=True, slots=True)
class Run:
    """What became of all orders."""

    ended: tuple[Ended, ...]  # in the order of the manifest
    progress: Progress
    diagnostics: tuple[Diagnostic, ...] = ()  # of the run as a whole
    is_interrupted: bool = False

    @property
    def failures(self) -> tuple[Ended, ...]:
        """Orders without files."""
        return tuple(each for each in self.ended if each.outcome.exit is not Exit.DONE)

    @property
    def exit(self) -> Exit:
        """How the run as a whole ended."""
        missing = self.progress.total - len(self.ended)
        is_at_fault = any(message_of(d).severity is Severity.ERROR for d in self.diagnostics)
        if not self.failures and not missing and not is_at_fault:
            return Exit.DONE
        if len(self.failures) < len(self.ended) or missing or not self.failures:
            return Exit.PARTLY
        worst = {each.outcome.exit for each in self.failures}
        return next(exit_ for exit_ in (Exit.USE, Exit.CONTENT, Exit.PENDING, Exit.STRICT) if exit_ in worst)


def run(orders: Sequence[Order], batch: Batch, said: Callable[[Progress], None] = lambda _: None) -> Run:
    """Run orders.

    Args:
        orders: No two with one slot.
        batch: How.
        said: Called at the beginning, before inputs are summed up, and after every order.

    Returns:
        What became of each. Ctrl-C ends the run between two jobs; what was done stays done.

    Raises:
        Faults: nothing was run: the place or the journal cannot be used, or the scheduler not reached.
    """
    place = place_of(batch.out)
    with Journal(batch.state) as journal:
        return _Running(orders, batch, place, journal, said).run()


class _Running:
    """A run under way."""

    def __init__(
        self,
        orders: Sequence[Order],
        batch: Batch,
        place: Folder | Remote,
        journal: Journal,
        said: Callable[[Progress], None],
    ) -> None:
        self.orders, self.batch, self.place = orders, batch, place
        self.journal, self.said = journal, said
        self.digests: dict[int, str] = {}
        self.ended: dict[int, Ended] = {}
        self.progress = Progress(len(orders))
        self.unwritten: list[tuple[Order, str, Outcome]] = []
        self.built = 0
        self.began = self.written = time.monotonic()

    def run(self) -> Run:
        found: list[Diagnostic] = []
        is_interrupted = False
        self.said(self.progress)
        try:
            waiting = list(self._to_build())
            for order, outcome in self._outcomes(waiting, found):
                self._take(order, outcome)
        except KeyboardInterrupt:
            is_interrupted = True
        finally:
            self._write()
        ended = tuple(self.ended[order.number] for order in self.orders if order.number in self.ended)
        return Run(ended, self.progress, tuple(found), is_interrupted)

    def _to_build(self) -> Iterator[Order]:
        """Leave out what is built already; what failed before and has not changed fails again unread."""
        known = dict(self.journal.remembered(order.slot for order in self.orders))
        folders: dict[Path, str] = {}
        for order in self.orders:
            digest = self.digests[order.number] = digest_of(order.job, folders)
            before = known.get(order.slot)
            if before is None or before.digest != digest or self.batch.force:
                yield order
            elif self._stands(before):
                self._end(order, before.outcome, is_remembered=True)
            else:
                yield order

    def _stands(self, before: Remembered) -> bool:
        if before.outcome.exit is not Exit.DONE:
            return not self.batch.resume
        is_enough = before.outcome.sentences is not None or not self.batch.compares
        return is_enough and self.place.holds(before.outcome.made)

    def _outcomes(self, orders: Sequence[Order], found: list[Diagnostic]) -> Iterator[tuple[Order, Outcome]]:
        if not orders:
            return
        if not self.batch.scheduler:
            yield from self._here(orders)
            return
        came: set[int] = set()
        try:
            for order, outcome in run_on_cluster(self._tasks(orders, None), self.batch.scheduler):
                came.add(order.number)
                yield order, outcome
            return
        except Lost:
            found.append(Diagnostic("batch.scheduler_lost", values={"address": self.batch.scheduler}))
        except Faults as faults:
            if not self.batch.falls_back:
                raise
            found += faults.diagnostics
        if self.batch.falls_back:
            found[:] = [replace(d, code="batch.fell_back") for d in found[-1:]]
            yield from self._here([order for order in orders if order.number not in came])

    def _here(self, orders: Sequence[Order]) -> Iterator[tuple[Order, Outcome]]:
        where = self.place.path if isinstance(self.place, Folder) else None
        yield from run_here(self._tasks(orders, where), self.batch.workers, self.batch.limits)

    def _tasks(self, orders: Iterable[Order], where: Path | None) -> Iterator[Task]:
        return (Task(order, where, self.batch.compares) for order in orders)

    def _take(self, order: Order, outcome: Outcome) -> None:
        """Write what came back as bytes, then note it."""
        if any(made.data is not None for made in outcome.made):
            failed = self.place.write(outcome.made)
            kept = tuple(replace(made, data=None) for made in outcome.made)
            if failed:
                diagnostics = (*outcome.diagnostics, *failed)
                outcome = replace(outcome, exit=Exit.USE, diagnostics=diagnostics, made=())
            else:
                outcome = replace(outcome, made=kept)
        self.unwritten.append((order, self.digests[order.number], outcome))
        if len(self.unwritten) >= _AT_MOST or time.monotonic() - self.written > _WRITTEN_EVERY:
            self._write()
        self._end(order, outcome)

    def _end(self, order: Order, outcome: Outcome, *, is_remembered: bool = False) -> None:
        self.ended[order.number] = Ended(order, outcome, is_remembered)
        before, is_done = self.progress, outcome.exit is Exit.DONE
        seconds = time.monotonic() - self.began
        self.built += not is_remembered
        self.progress = replace(
            before,
            done=before.done + (is_done and not is_remembered),
            skipped=before.skipped + (is_done and is_remembered),
            failed=before.failed + (not is_done),
            seconds=seconds,
            rate=self.built / seconds if seconds else 0.0,
        )
        self.said(self.progress)

    def _write(self) -> None:
        if self.unwritten:
            self.journal.write(self.unwritten)
        self.unwritten = []
        self.written = time.monotonic()
