"""Journal: what a batch has done, kept in SQLite beside the output.

A job is known by its slot (the name of its files) and the digest of its inputs. Its row is written after
its files are in place, never before, so a batch that was killed at any moment has a journal that tells
the truth: what it does not know is built again, to the same bytes. One batch at a time holds a journal.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostic, Source, fault
from ..messages import Exit
from .orders import Made, Order, Outcome

NAME = "batch.sqlite"
VERSION = 1

_SCHEMA = """
CREATE TABLE IF NOT EXISTS jobs (
    slot TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    exit INTEGER NOT NULL,
    seconds REAL NOT NULL,
    peak_mb REAL NOT NULL,
    pages INTEGER NOT NULL,
    made TEXT NOT NULL,
    diagnostics TEXT NOT NULL,
    sentences TEXT
) WITHOUT ROWID
"""
_COLUMNS = "slot, digest, exit, seconds, peak_mb, pages, made, diagnostics, sentences"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the journal knows of a slot."""

    digest: str
    outcome: Outcome


class Journal:
    """The journal of one output place; use it as a context."""

    def __init__(self, folder: Path) -> None:
        """Open or begin a journal.

        Raises:
            Faults: `batch.busy`, another batch holds it; `batch.journal`, it is damaged, of a newer
                version, or cannot be written.
        """
        self.path = folder / NAME
        source = Source(str(self.path))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(self.path, timeout=0, isolation_level=None)
            # The lock goes with the process, however it ends; and no reader needs shared memory.
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes is built again
            self._base.execute("BEGIN IMMEDIATE")
            (version,) = self._base.execute("PRAGMA user_version").fetchone()
            if version not in (0, VERSION):
                raise fault("batch.journal", source, reason=f"version {version}")
            self._base.execute(_SCHEMA)
            self._base.execute(f"PRAGMA user_version = {VERSION}")
            self._base.execute("COMMIT")
        except sqlite3.OperationalError as err:
            code = "batch.busy" if "locked" in str(err) else "batch.journal"
            raise fault(code, source, reason=str(err)) from err
        except sqlite3.DatabaseError as err:
            raise fault("batch.journal", source, reason=str(err)) from err
        except OSError as err:
            raise fault("batch.journal", source, reason=err.strerror or str(err)) from err

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def remembered(self, slots: Iterable[str]) -> Iterator[tuple[str, Remembered]]:
        """Look slots up; those that are not known are left out."""
        wanted = list(slots)
        for at in range(0, len(wanted), 500):
            some = wanted[at : at + 500]
            marks = ", ".join("?" * len(some))
            query = f"SELECT {_COLUMNS} FROM jobs WHERE slot IN ({marks})"
            for row in self._base.execute(query, some):
                yield row[0], _remembered(row)

    def write(self, entries: Sequence[tuple[Order, str, Outcome]]) -> None:
        """Note what became of orders, all of them or none.

        Raises:
            Faults: `batch.journal`, the disk is full or was taken away.
        """
        rows = [_row(order.slot, digest, outcome) for order, digest, outcome in entries]
        try:
            self._base.execute("BEGIN IMMEDIATE")
            marks = ", ".join("?" * 9)
            self._base.executemany(f"INSERT OR REPLACE INTO jobs ({_COLUMNS}) VALUES ({marks})", rows)
            self._base.execute("COMMIT")
        except sqlite3.Error as err:
            raise fault("batch.journal", Source(str(self.path)), reason=str(err)) from err


def _row(slot: str, digest: str, outcome: Outcome) -> tuple[Any, ...]:
    made = [{"name": made.name, "sha256": made.sha256, "size": made.size} for made in outcome.made]
    diagnostics = [
        {"code": d.code, "source": asdict(d.source), "values": {k: _said(v) for k, v in d.values.items()}}
        for d in outcome.diagnostics
    ]
    sentences = None if outcome.sentences is None else json.dumps(outcome.sentences)
    return (
        slot,
        digest,
        int(outcome.exit),
        outcome.seconds,
        outcome.peak_mb,
        outcome.pages,
        json.dumps(made, ensure_ascii=False),
        json.dumps(diagnostics, ensure_ascii=False),
        sentences,
    )


def _said(value: object) -> object:
    if isinstance(value, Source):
        return {"source": asdict(value)}
    return value if isinstance(value, (str, int, float, list)) else str(value)


def _remembered(row: Sequence[Any]) -> Remembered:
    _, digest, status, seconds, peak_mb, pages, made, diagnostics, sentences = row
    return Remembered(
        digest,
        Outcome(
            Exit(status),
            tuple(_diagnostic(each) for each in json.loads(diagnostics)),
            tuple(Made(**each) for each in json.loads(made)),
            seconds,
            peak_mb,
            pages,
            None if sentences is None else json.loads(sentences),
        ),
    )


def _diagnostic(said: dict[str, Any]) -> Diagnostic:
    values = {
        name: Source(**value["source"]) if isinstance(value, dict) else value
        for name, value in said["values"].items()
    }
    return Diagnostic(said["code"], Source(**said["source"]), values)
