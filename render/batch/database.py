"""Database: rows of a query, and the snapshot of them that every later build uses.

The address comes from the environment, never from a file: it holds a password. What a query gave is
kept beside the output with the query and the time, so that a rebuild needs no database and gives the
same bytes; asking again is a decision (`--refresh`). Decimals never pass through binary fractions,
the padding of CHAR columns is taken off, and NULL is a value that was not supplied, not a zero.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..diagnostics import Faults, Source, fault
from ..outputs import Output, write_all

MOST_ROWS = 1_000_000
SNAPSHOT = "snapshot-"
"""What the names of snapshots begin with."""

_PASSWORD = re.compile(r"://([^:/@]*):[^@]*@")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: texts, empty for NULL."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    taken_at: str  # ISO 8601, UTC
    file: str  # of the snapshot

    def place(self, row: int | None = None) -> Source:
        """Name a row of the answer, from 0; without one, its snapshot."""
        return Source(self.file, line=None if row is None else row + 1)


def ask(variable: str, query: str, *, state: Path, refresh: bool, source: Source) -> Answer:
    """Take the answer to a query from its snapshot, or from the database.

    Args:
        variable: The environment variable that holds the database's SQLAlchemy URL.
        query: One statement that reads.
        state: Folder of snapshots.
        refresh: Ask the database again.
        source: Where the query stands.

    Raises:
        Faults: `batch.no_address`, `batch.no_sqlalchemy`, `batch.database` (what it said, without the
            password), `batch.snapshot`, `batch.too_many_rows`, or the snapshot cannot be written.
    """
    name = f"{SNAPSHOT}{hashlib.sha256(query.encode()).hexdigest()[:12]}.json"
    path = state / name
    if path.exists() and not refresh:
        return _read(path, query)
    url = os.environ.get(variable, "")
    if not url:
        raise fault("batch.no_address", source, variable=variable)
    columns, rows = _query(url, query, source)
    taken_at = datetime.now(UTC).isoformat(timespec="seconds")
    said = {
        "query": query,
        "database": _PASSWORD.sub(r"://\1@", url),
        "taken_at": taken_at,
        "columns": columns,
        "rows": rows,
    }
    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    _, failed = write_all([Output("json", name, text.encode())], state)
    if failed:
        raise Faults(failed)
    return _read(path, query)


def _query(url: str, query: str, source: Source) -> tuple[list[str], list[list[str | None]]]:
    try:
        from sqlalchemy import create_engine, text
        from sqlalchemy.exc import SQLAlchemyError
    except ImportError as err:
        raise fault("batch.no_sqlalchemy", source) from err
    try:
        engine = create_engine(url)
    except (SQLAlchemyError, ImportError, ValueError) as err:
        raise fault("batch.database", source, reason=_first_line(err, url)) from err
    try:
        with engine.connect() as connection:
            result = connection.execute(text(query))
            if not result.returns_rows:
                raise fault("batch.no_query", source)  # nothing was committed
            columns = [str(column) for column in result.keys()]  # noqa: SIM118 (a result is no mapping)
            rows = [list(row) for row in result.fetchmany(MOST_ROWS + 1)]
            connection.rollback()  # whatever it was, it changed nothing
    except (SQLAlchemyError, OSError) as err:
        raise fault("batch.database", source, reason=_first_line(err, url)) from err
    finally:
        engine.dispose()
    if len(rows) > MOST_ROWS:
        raise fault("batch.too_many_rows", source, most=MOST_ROWS)
    return columns, [[_text(value) for value in row] for row in rows]


def _text(value: Any) -> str | None:
    """Write a value as a figures table would hold it; None for NULL.

    Raises:
        ValueError: never; a type nobody expects is written as its database prints it.
    """
    match value:
        case None:
            return None
        case bool():
            return str(value).upper()
        case Decimal():
            return f"{value:f}" if value.is_finite() else str(value)
        case float():
            return f"{Decimal(repr(value)):f}"  # the digits the database means, as `repr` gives the shortest
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace").rstrip()
    return str(value).rstrip()  # CHAR columns are filled up with spaces


def _first_line(err: BaseException, url: str) -> str:
    """Quote what the database said, without the password."""
    lines = [line.strip() for line in str(err).splitlines() if line.strip()]
    said = lines[0] if lines else type(err).__name__
    password = re.search(r"://[^:/@]*:([^@]*)@", url)
    return said.replace(password[1], "***") if password and password[1] else said


def _read(path: Path, query: str) -> Answer:
    source = Source(path.name)
    try:
        said: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        columns: Sequence[str] = said["columns"]
        rows = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in said["rows"])
        if said["query"] != query or any(len(row) != len(columns) for row in rows):
            raise ValueError
        return Answer(tuple(columns), rows, str(said["taken_at"]), path.name)
    except (OSError, ValueError, KeyError, TypeError) as err:
        raise fault("batch.snapshot", source) from err
