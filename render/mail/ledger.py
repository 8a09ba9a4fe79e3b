"""Ledger: what has become of every message and every mailbox, in SQLite beside the output.

Each step of a delivery is written down before it is taken and after it:

    pending     not begun, or put off by the server (`deferred` says so); safe to send
    sending     a connection is at work on it; the final dot has not gone out, so it is safe to send
    dot         the final dot may have gone out and no answer has been read: nobody can know (RFC 1047)
    sent        the server has said that it has it
    refused     the server has said that it will not take it
    arrived     a person has said that it arrived
    superseded  a later version of the report took its place

What was `sending` when a process died goes back to `pending`; what was `dot` stays, for a person to
ask about. The only second copy there can be is one that a person asks for.

How it is kept: a rollback journal, not WAL, because output folders lie on network drives, where WAL's
shared memory does not work, and because one file is all there is to copy. `synchronous=FULL`, so that
a power cut takes back no answer that was written down. `journal_mode=PERSIST`, and free pages made
beforehand, so that writing an answer down needs no new room on a disk that has filled up meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FILE = "ledger.sqlite"
LOCK = "ledger.lock"
VERSION = 1

PENDING, DEFERRED, SENDING, DOT = "pending", "deferred", "sending", "dot"
SENT, REFUSED, ARRIVED, SUPERSEDED = "sent", "refused", "arrived", "superseded"
STATES = (PENDING, DEFERRED, SENDING, DOT, SENT, REFUSED, ARRIVED, SUPERSEDED)
OPEN = (PENDING, DEFERRED, SENDING)
"""States from which a message may be sent."""
DONE = (SENT, ARRIVED)

_MOST_REPLY = 400  # characters of a server's answer that are kept
_SPARE_PAGES = 16  # beside one for every 16 mailboxes
_PAGE = 4096
_SCHEMA = """
CREATE TABLE IF NOT EXISTS messages (
    key TEXT PRIMARY KEY,         -- SHA-256 of what the message says and carries
    content TEXT NOT NULL,        -- the same, whoever it is for
    report TEXT NOT NULL,         -- report folder, year, edition
    position INTEGER NOT NULL,    -- in the mailing
    label TEXT NOT NULL,          -- what people call the recipient
    subject TEXT NOT NULL,
    attachments TEXT NOT NULL,    -- names, one a line
    message_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    file TEXT NOT NULL,           -- the message, beside the ledger
    sha256 TEXT NOT NULL,         -- of that file
    size INTEGER NOT NULL,
    dated TEXT NOT NULL           -- its Date
);
CREATE TABLE IF NOT EXISTS mailboxes (
    key TEXT NOT NULL REFERENCES messages(key),
    address TEXT NOT NULL,
    kind TEXT NOT NULL,           -- to, cc, bcc
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    code INTEGER,                 -- of the server's last answer
    reply TEXT NOT NULL DEFAULT '',
    changed TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (key, address)
);
CREATE TABLE IF NOT EXISTS spare (room BLOB);
"""


class LedgerBusy(Exception):
    """Another process is at work on this ledger."""


class LedgerLost(Exception):
    """The ledger cannot be read or written: a full disk, a damaged file, a newer version."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A message as it is registered."""

    key: str
    content: str
    report: str
    position: int
    label: str
    subject: str
    attachments: tuple[str, ...]
    message_id: str
    sender: str
    file: str
    sha256: str
    size: int
    dated: str
    mailboxes: tuple[tuple[str, str], ...] = ()  # address and kind


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mailbox of one message, and how it stands with it."""

    entry: Entry
    address: str
    kind: str
    state: str
    attempts: int
    code: int | None
    reply: str
    changed: str


class Ledger:
    """The open ledger of one output folder."""

    def __init__(self, folder: Path, *, is_in_memory: bool = False) -> None:
        """Open a ledger, made when there is none.

        Raises:
            LedgerLost: it cannot be opened, or a newer version wrote it.
        """
        self.folder = folder
        self._lock: sqlite3.Connection | None = None
        with _lost():
            if not is_in_memory:
                folder.mkdir(parents=True, exist_ok=True)
            place = ":memory:" if is_in_memory else str(folder / FILE)
            self._base = sqlite3.connect(place, isolation_level=None, timeout=20)
            self._base.execute("PRAGMA synchronous=FULL")
            self._base.execute("PRAGMA journal_mode=PERSIST")
            (version,) = self._base.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise LedgerLost(f"version {version}")
            if version < VERSION:
                self._base.executescript(f"BEGIN IMMEDIATE;{_SCHEMA}PRAGMA user_version={VERSION};COMMIT;")

    def close(self) -> None:
        """Close it, and let others at it."""
        self._base.close()
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def lock(self) -> None:
        """Keep other processes from sending with this ledger until it is closed; reading stays possible.

        The lock is an open transaction in a file of its own, which every system takes away from a
        process that dies.

        Raises:
            LedgerBusy: another process has it.
            LedgerLost: it cannot be written.
        """
        with _lost():
            lock = sqlite3.connect(str(self.folder / LOCK), isolation_level=None, timeout=0)
            try:
                lock.execute("PRAGMA journal_mode=MEMORY")
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as err:
                lock.close()
                if "locked" in str(err):
                    raise LedgerBusy from err
                raise
        self._lock = lock

    def recover(self) -> None:
        """Put back what a process that died was working on and had not finished sending."""
        with _lost():
            self._base.execute("UPDATE mailboxes SET state=? WHERE state=?", (PENDING, SENDING))

    def register(self, report: str, entries: Iterable[Entry]) -> int:
        """Take in the messages of a mailing, all of them or none; those that are known stay as they are.

        What was still to be sent for this report, or was refused, and is not in the mailing any more is
        superseded.

        Returns:
            How many mailboxes were superseded.
        """
        entries = list(entries)
        keys = {entry.key for entry in entries}
        replaced = (*OPEN, REFUSED)
        boxes = sum(len(entry.mailboxes) for entry in entries)
        with _lost(), self._transaction():
            old = [
                key
                for (key,) in self._base.execute("SELECT key FROM messages WHERE report=?", (report,))
                if key not in keys
            ]
            superseded = sum(
                self._base.execute(
                    f"UPDATE mailboxes SET state=? WHERE key=? AND state IN ({_marks(replaced)})",
                    (SUPERSEDED, key, *replaced),
                ).rowcount
                for key in old
            )
            for entry in entries:
                self._base.execute(
                    f"INSERT OR IGNORE INTO messages VALUES ({_marks(range(13))})",
                    (*_columns(entry),),
                )
                self._base.execute(
                    "UPDATE mailboxes SET state=? WHERE key=? AND state=?", (PENDING, entry.key, SUPERSEDED)
                )
                self._base.executemany(
                    "INSERT OR IGNORE INTO mailboxes (key, address, kind, state) VALUES (?, ?, ?, ?)",
                    [(entry.key, address, kind, PENDING) for address, kind in entry.mailboxes],
                )
            self._base.execute(
                "INSERT INTO spare VALUES (zeroblob(?))", (_PAGE * (_SPARE_PAGES + boxes // 16),)
            )
        with _lost(), self._transaction():  # the pages stay in the file, free
            self._base.execute("DELETE FROM spare")
        return superseded

    def known(self, key: str) -> Entry | None:
        """Find a registered message."""
        with _lost():
            row = self._base.execute("SELECT * FROM messages WHERE key=?", (key,)).fetchone()
        return None if row is None else _entry(row)

    def set_states(
        self,
        key: str,
        addresses: Iterable[str],
        state: str,
        at: datetime,
        *,
        code: int | None = None,
        reply: str = "",
        counts: bool = False,
    ) -> None:
        """Write down a step: the state of some mailboxes of a message, on the disk when this returns."""
        with _lost(), self._transaction():
            self._base.executemany(
                "UPDATE mailboxes SET state=?, code=?, reply=?, changed=?, attempts=attempts+?"
                " WHERE key=? AND address=?",
                [
                    (state, code, reply[:_MOST_REPLY], at.isoformat(timespec="seconds"), counts, key, address)
                    for address in addresses
                ],
            )

    def mailboxes(self, report: str | None = None) -> list[Mailbox]:
        """List every mailbox in the order of the mailing, of one report or of all."""
        where, values = ("", ()) if report is None else (" WHERE messages.report=?", (report,))
        with _lost():
            rows = self._base.execute(
                "SELECT messages.*, address, kind, state, attempts, code, reply, changed FROM messages"
                f" JOIN mailboxes USING (key){where} ORDER BY dated, position, mailboxes.rowid",
                values,
            ).fetchall()
        return [Mailbox(_entry(row[:13]), *row[13:]) for row in rows]

    def received(self, report: str, keys: Iterable[str]) -> dict[str, set[str]]:
        """Tell which mailboxes have, or may have, other messages of this report than these.

        Returns:
            The contents of those messages, by address in lower case.
        """
        own = set(keys)
        found: dict[str, set[str]] = {}
        for box in self.mailboxes(report):
            if box.entry.key not in own and box.state in (*DONE, DOT):
                found.setdefault(box.address.casefold(), set()).add(box.entry.content)
        return found

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._base.execute("COMMIT")
        except BaseException:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise


def counts_of(mailboxes: Iterable[Mailbox]) -> Mapping[str, int]:
    """Count mailboxes by state; states nobody is in are left out."""
    counts: dict[str, int] = {}
    for mailbox in mailboxes:
        counts[mailbox.state] = counts.get(mailbox.state, 0) + 1
    return {state: counts[state] for state in STATES if state in counts}


@contextmanager
def _lost() -> Iterator[None]:
    """Give SQLite's and the system's refusals one name."""
    try:
        yield
    except (sqlite3.Error, OSError) as err:
        raise LedgerLost(str(err)) from err


def _columns(entry: Entry) -> Iterator[object]:
    yield from (entry.key, entry.content, entry.report, entry.position, entry.label, entry.subject)
    yield "\n".join(entry.attachments)
    yield from (entry.message_id, entry.sender, entry.file, entry.sha256, entry.size, entry.dated)


def _entry(row: tuple[object, ...]) -> Entry:
    values = list(row)
    values[6] = tuple(str(values[6]).split("\n")) if values[6] else ()
    return Entry(*values)  # type: ignore[arg-type]  # columns in the order of the fields


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
