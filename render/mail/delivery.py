"""Delivery: the messages of a ledger go to the server, one after the other, each step written down.

Messages that the server puts off come again after a while, longer each time; what it will never take
is not tried again. A connection that breaks is made anew. Nothing here decides twice about a message
whose answer was never read: it stays as it is, for a person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeAlias

from ..diagnostics import NOWHERE, Diagnostic, Source
from .answers import Answer, Effect, Meaning, Stage, meaning
from .ledger import (
    DEFERRED,
    DOT,
    OPEN,
    PENDING,
    REFUSED,
    SENDING,
    SENT,
    Entry,
    Ledger,
    LedgerLost,
    Mailbox,
)
from .settings import Server
from .smtp import Credentials, Refused, Session, Trouble

GROWTH = 4  # each wait is so many times the one before: 1, 4, 16 minutes; most greylists open after 5
MOST_LOST = 3  # connections lost one after the other, and messages refused in the same words


class Clock(Protocol):
    """Time, and waiting for it; handed in, so that tests need not wait."""

    def now(self) -> datetime:
        """Tell the time, with its zone."""

    def seconds(self) -> float:
        """Count seconds from any start."""

    def wait(self, seconds: float) -> bool:
        """Wait; True when somebody asked to stop, at once."""

    def is_stopped(self) -> bool:
        """Tell whether somebody asked to stop."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something to tell while it goes on."""

    kind: str  # "sent", "refused", "deferred", "uncertain", "waiting", "connecting"
    entry: Entry | None = None
    done: int = 0  # messages that need no more work
    total: int = 0
    seconds: float = 0.0  # of a wait
    answer: str = ""


Tell: TypeAlias = Callable[[Event], object]


@dataclass(slots=True)
class Outcome:
    """What a run came to."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    sent: int = 0  # mailboxes, in this run
    is_stopped: bool = False  # by a person
    is_final: bool = False  # trying again changes nothing until a person has


@dataclass(slots=True)
class _Task:
    """A message and its mailboxes that are still open."""

    entry: Entry
    addresses: list[str]
    due: float = 0.0
    tries: int = 0


def deliver(
    ledger: Ledger,
    mailboxes: Sequence[Mailbox],
    server: Server,
    credentials: Credentials | None,
    *,
    folder: Path,
    clock: Clock,
    read: Callable[[Entry], bytes],
    tell: Tell,
) -> Outcome:
    """Deliver what is open among some mailboxes of a ledger that this process has locked.

    Args:
        ledger: Where every step is written down.
        mailboxes: Those of it that this run is about.
        server: Where to.
        credentials: Who logs in.
        folder: The report folder, where the authority's certificate may lie.
        clock: Time and waiting.
        read: Gives the bytes of a registered message.
        tell: Told what happens.
    """
    return _Run(ledger, mailboxes, server, credentials, folder, clock, read, tell).run()


class _Run:
    """One delivery at work."""

    def __init__(
        self,
        ledger: Ledger,
        mailboxes: Sequence[Mailbox],
        server: Server,
        credentials: Credentials | None,
        folder: Path,
        clock: Clock,
        read: Callable[[Entry], bytes],
        tell: Tell,
    ) -> None:
        self.ledger, self.server, self.credentials, self.folder = ledger, server, credentials, folder
        self.clock, self.read, self.tell = clock, read, tell
        self.tasks = _tasks(mailboxes)
        self.total = len({mailbox.entry.key for mailbox in mailboxes})
        self.outcome = Outcome()
        self.session: Session | None = None
        self.on_session = 0  # messages
        self.next_at = 0.0
        self.lost = 0  # connections, one after the other
        self.refused: list[str] = []  # the last refusals of whole messages, in the server's words
        self.is_over = False

    def run(self) -> Outcome:
        try:
            while self.tasks and not self.is_over:
                self._step(min(self.tasks, key=lambda task: (task.due, task.entry.position)))
        except LedgerLost as err:
            self.outcome.is_final = True
            self._find("mail.ledger_lost", reason=str(err))
        finally:
            if self.session is not None:
                self.session.close()
        return self.outcome

    def _step(self, task: _Task) -> None:
        if self._stops(max(task.due, self.next_at)):
            return
        data = self._data(task)
        if data is None:
            self.tasks.remove(task)
            return
        session = self._session()
        if session is None:
            return
        most = session.most_bytes
        if most is not None and len(data) > most:
            self._find("mail.too_big_for_server", address=task.addresses[0], reply=f"SIZE {most}", most=most)
            self.tasks.remove(task)
            return
        self.next_at = self.clock.seconds() + self.server.interval
        self.on_session += 1
        task.tries += 1
        self._write(task, task.addresses, SENDING, counts=True)
        self._hand_over(session, task, data)

    def _hand_over(self, session: Session, task: _Task, data: bytes) -> None:
        is_out = False  # the final dot

        def before_dot(addresses: tuple[str, ...]) -> None:
            nonlocal is_out
            self._write(task, addresses, DOT)
            is_out = True

        try:
            handed = session.hand_over(
                task.entry.sender,
                tuple(task.addresses),
                data,
                on_refused=lambda refused: self._refuse_mailboxes(task, refused),
                before_dot=before_dot,
            )
        except Refused as err:
            self.lost = 0
            self._refuse_message(task, list(task.addresses), err.answer)
            self._drop_session()
        except Trouble as err:
            self._drop_session()
            self.lost += 1
            if is_out:
                self._leave_uncertain(task, err.answer)
            else:
                self._put_off(task, list(task.addresses), err.answer, err.message)
            if self.lost >= MOST_LOST:
                self._stop(err.message, err.answer)
        else:
            self.lost = 0
            if handed.answer is not None:
                self._answered(task, list(handed.taken), handed.answer)
        if not task.addresses and task in self.tasks:
            self.tasks.remove(task)

    def _answered(self, task: _Task, addresses: list[str], answer: Answer) -> None:
        if answer.code == 250 or 200 <= answer.code < 300:
            try:
                self._write(task, addresses, SENT, answer)
            except LedgerLost:
                self._find("mail.unrecorded", address="、".join(addresses), reply=str(answer))
                raise
            self.refused.clear()
            self.outcome.sent += len(addresses)
            task.addresses = [a for a in task.addresses if a not in addresses]
            self._tell("sent", task, answer)
        elif answer.code:
            self._refuse_message(task, addresses, answer)
        else:  # not an answer of SMTP; it may have been taken all the same
            self._drop_session()
            self._leave_uncertain(task, answer)

    def _refuse_mailboxes(self, task: _Task, refused: Mapping[str, Answer]) -> None:
        for address, answer in refused.items():
            self._refuse(task, [address], answer, meaning(answer))

    def _refuse_message(self, task: _Task, addresses: list[str], answer: Answer) -> None:
        understood = meaning(answer)
        self._refuse(task, addresses, answer, understood)
        if understood.effect is Effect.MESSAGE:
            self.refused.append(str(answer.code))
            if self.refused[-MOST_LOST:] == [str(answer.code)] * MOST_LOST:
                self._stop("mail.all_refused", answer)

    def _refuse(self, task: _Task, addresses: list[str], answer: Answer, understood: Meaning) -> None:
        """Write a no down, as final as it is."""
        match understood.effect:
            case Effect.LATER:
                self._put_off(task, addresses, answer, understood.message)
            case Effect.MAILBOX | Effect.MESSAGE:
                self._write(task, addresses, REFUSED, answer)
                task.addresses = [a for a in task.addresses if a not in addresses]
                for address in addresses:
                    self._find(understood.message, address=address, label=task.entry.label, reply=str(answer))
                self._tell("refused", task, answer)
            case Effect.PAUSE | Effect.STOP:
                self._write(task, addresses, DEFERRED, answer)
                self._stop(understood.message, answer, is_final=understood.effect is Effect.STOP)

    def _put_off(self, task: _Task, addresses: list[str], answer: Answer, message: str) -> None:
        """Try again after a while, or leave it for another run."""
        self._write(task, addresses, DEFERRED, answer)
        if task.tries >= self.server.tries:
            task.addresses = [a for a in task.addresses if a not in addresses]
            for address in addresses:
                self._find(
                    "mail.still_put_off",
                    address=address,
                    label=task.entry.label,
                    tries=task.tries,
                    reply=str(answer) or message,
                )
        else:
            task.due = self.clock.seconds() + self.server.retry_after * GROWTH ** (task.tries - 1)
        self._tell("deferred", task, answer)

    def _leave_uncertain(self, task: _Task, answer: Answer) -> None:
        """Leave those that a final dot went out for as they are; the others are open still."""
        waiting = {
            m.address for m in self.ledger.mailboxes() if m.entry.key == task.entry.key and m.state == DOT
        }
        self._write(task, sorted(waiting), DOT, answer)
        task.addresses = [a for a in task.addresses if a not in waiting]
        self._tell("uncertain", task, answer)

    def _session(self) -> Session | None:
        """Open a connection, or keep the one there is; None when there is none to be had now."""
        if self.session is not None and self.on_session >= self.server.per_connection:
            self._drop_session()
        if self.session is not None:
            return self.session
        server = f"{self.server.host}:{self.server.port}"
        self.tell(Event("connecting", None, self._done(), self.total, 0.0, server))
        try:
            self.session = Session(self.server, self.credentials, self.folder)
        except Refused as err:
            understood = meaning(err.answer)
            self._failed_to_connect(understood.message, err.answer, understood.effect is not Effect.LATER)
        except Trouble as err:
            self._failed_to_connect(err.message, err.answer, err.is_final)
        self.on_session = 0
        return self.session

    def _failed_to_connect(self, message: str, answer: Answer, is_final: bool) -> None:
        self.lost += 1
        if is_final or self.lost >= max(self.server.tries, 1):
            self._stop(message, answer, is_final=is_final)
        else:
            self.next_at = self.clock.seconds() + self.server.retry_after * GROWTH ** (self.lost - 1)

    def _drop_session(self) -> None:
        if self.session is not None:
            self.session.close()
        self.session = None

    def _data(self, task: _Task) -> bytes | None:
        """Read a message back; None, and a diagnostic, when it is not what was registered."""
        entry = task.entry
        try:
            data = self.read(entry)
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() == entry.sha256:
            return data
        self._find("mail.message_changed", Source(entry.file), address=task.addresses[0])
        return None

    def _stops(self, until: float) -> bool:
        """Wait until then; True when a person asked to stop."""
        seconds = until - self.clock.seconds()
        if self.clock.is_stopped() or (seconds > 0 and self._wait(seconds)):
            self.outcome.is_stopped = self.is_over = True
            return True
        return False

    def _wait(self, seconds: float) -> bool:
        if seconds > max(self.server.interval, 5):
            self.tell(Event("waiting", None, self._done(), self.total, seconds))
        return self.clock.wait(seconds)

    def _stop(self, message: str, answer: Answer, *, is_final: bool = False) -> None:
        self.is_over = True
        self.outcome.is_final |= is_final
        server = f"{self.server.host}:{self.server.port}"
        user = self.credentials.user if self.credentials else ""
        self._find(message, reply=str(answer), reason=str(answer), server=server, user=user)

    def _write(
        self,
        task: _Task,
        addresses: Sequence[str],
        state: str,
        answer: Answer | None = None,
        *,
        counts: bool = False,
    ) -> None:
        code = answer.code if answer is not None and answer.code else None
        self.ledger.set_states(
            task.entry.key,
            addresses,
            state,
            self.clock.now(),
            code=code,
            reply=answer.text if answer is not None else "",
            counts=counts,
        )

    def _tell(self, kind: str, task: _Task, answer: Answer) -> None:
        self.tell(Event(kind, task.entry, self._done(), self.total, 0.0, str(answer)))

    def _done(self) -> int:
        return self.total - sum(1 for task in self.tasks if task.addresses)

    def _find(self, code: str, source: Source = NOWHERE, **values: object) -> None:
        self.outcome.diagnostics.append(Diagnostic(code, source, values))


def _tasks(mailboxes: Sequence[Mailbox]) -> list[_Task]:
    tasks: dict[str, _Task] = {}
    for mailbox in mailboxes:
        if mailbox.state in OPEN:
            task = tasks.setdefault(mailbox.entry.key, _Task(mailbox.entry, []))
            task.addresses.append(mailbox.address)
    return list(tasks.values())


__all__ = ["PENDING", "Clock", "Event", "Outcome", "Stage", "deliver"]
