"""Delivery through a server that misbehaves, at every stage; time is only told, not waited for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from render.mail.delivery import Event, Outcome, deliver
from render.mail.ledger import DEFERRED, DOT, PENDING, REFUSED, SENDING, SENT, Entry, Ledger, LedgerLost
from render.mail.settings import Server

from .servers import DRIBBLE, DROP, HANG, Misbehaving

START = datetime(2021, 2, 18, 9, 30, tzinfo=UTC)
MESSAGE = b"Subject: x\r\n\r\ntext\r\n"


class Time:
    """A clock that jumps where it is asked to wait; it can be stopped."""

    def __init__(self) -> None:
        self.at = 0.0
        self.waits: list[float] = []
        self.stop = False

    def now(self) -> datetime:
        """The time told."""
        return START + timedelta(seconds=self.at)

    def seconds(self) -> float:
        """Since the start."""
        return self.at

    def wait(self, seconds: float) -> bool:
        """Jump."""
        self.waits.append(round(seconds, 3))
        self.at += seconds
        return self.stop

    def is_stopped(self) -> bool:
        """As told."""
        return self.stop


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of three messages to one mailbox each: a, b, c."""
    with Ledger(tmp_path) as ledger:
        register(ledger, "a@x.cn", "b@x.cn", "c@x.cn")
        yield ledger


def register(ledger: Ledger, *mailboxes: str) -> None:
    """Register a message for each; several mailboxes of one message have `+` between."""
    digest = hashlib.sha256(MESSAGE).hexdigest()
    entries = [
        Entry(
            key=boxes, content="", report="r/2020/", position=n, label=boxes[0], subject="x", attachments=(),
            message_id=f"<{n}@x.cn>", sender="s@x.cn", file=f"{n}.eml", sha256=digest, size=len(MESSAGE),
            dated=START.isoformat(), mailboxes=tuple((box, "to") for box in boxes.split("+")),
        )
        for n, boxes in enumerate(mailboxes)
    ]  # fmt: skip
    ledger.register("r/2020/", entries)


def run(
    ledger: Ledger,
    server: Misbehaving,
    *,
    time: Time | None = None,
    tell: Callable[[Event], object] = lambda event: None,
    read: Callable[[Entry], bytes] = lambda entry: MESSAGE,
    tries: int = 3,
    timeout: float = 5.0,
    interval: float = 2.0,
    per_connection: int = 20,
) -> Outcome:
    """Deliver what is open."""
    settings = Server(
        "127.0.0.1", server.port, "none", tries=tries, timeout=timeout, interval=interval,
        per_connection=per_connection, retry_after=60,
    )  # fmt: skip
    ledger.recover()
    return deliver(
        ledger, ledger.mailboxes(), settings, None,
        folder=Path(), clock=time or Time(), read=read, tell=tell,
    )  # fmt: skip


def states(ledger: Ledger) -> str:
    """States in the order of the mailboxes."""
    return " ".join(box.state for box in ledger.mailboxes())


def codes(outcome: Outcome) -> list[str]:
    """What was found."""
    return [d.code for d in outcome.diagnostics]


def test_all_is_well(ledger: Ledger) -> None:
    """Each once, at the pace that was asked for, over one connection."""
    time = Time()
    with Misbehaving() as server:
        outcome = run(ledger, server, time=time)
    assert (codes(outcome), outcome.sent, states(ledger)) == ([], 3, "sent sent sent")
    assert (len(server.messages), server.connections, time.waits) == (3, 1, [2.0, 2.0])
    (box, *_) = ledger.mailboxes()
    assert (box.attempts, box.code, box.reply, box.changed) == (1, 250, "OK", "2021-02-18T09:30:00+00:00")


def test_a_second_run_sends_nothing(ledger: Ledger) -> None:
    """Not even a connection is made."""
    with Misbehaving() as server:
        run(ledger, server)
        outcome = run(ledger, server)
        assert (server.connections, len(server.messages), outcome.sent) == (1, 3, 0)


def test_connections_are_made_anew(ledger: Ledger) -> None:
    """After as many messages as one may take."""
    with Misbehaving() as server:
        run(ledger, server, per_connection=2)
        assert server.connections == 2


@pytest.mark.parametrize("stage", ["connect", "ehlo", "mail", "rcpt", "data"])
@pytest.mark.parametrize("answer", [DROP, HANG, DRIBBLE])
def test_a_connection_that_breaks_before_the_dot_is_made_anew(
    ledger: Ledger, stage: str, answer: str
) -> None:
    """Once is no harm: each message arrives once, after a wait."""
    usual = {"connect": "220 x", "ehlo": "250 x", "data": "354 x"}.get(stage, "250 OK")
    time = Time()
    with Misbehaving(**{stage: [answer, usual]}) as server:
        outcome = run(ledger, server, time=time, timeout=0.5)
        assert (codes(outcome), states(ledger), len(server.messages)) == ([], "sent sent sent", 3)
    assert 60 in [round(wait) for wait in time.waits] or max(time.waits) > 50


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data"])
def test_a_server_that_always_breaks_ends_the_run(ledger: Ledger, stage: str) -> None:
    """After three times; nothing was sent, everything is open."""
    with Misbehaving(**{stage: DROP}) as server:
        outcome = run(ledger, server)
        assert codes(outcome)[-1] == "mail.lost"
        assert (outcome.sent, server.dots, server.connections) == (0, 0, 3)
    assert set(states(ledger).split()) <= {DEFERRED, PENDING}


def test_a_server_that_greets_and_hangs(ledger: Ledger) -> None:
    """Tried as often as was asked for, then left."""
    with Misbehaving(ehlo=HANG) as server:
        outcome = run(ledger, server, timeout=0.3, tries=2)
        assert (codes(outcome), server.connections) == (["mail.silent"], 2)
    assert states(ledger) == "pending pending pending"


@pytest.mark.parametrize("answer", [DROP, HANG, DRIBBLE, "What?"])
def test_a_connection_cut_after_the_dot_is_a_persons_matter(ledger: Ledger, answer: str) -> None:
    """It is not sent again, in this run or the next; the others are."""
    with Misbehaving(dot=[answer, "250 OK"]) as server:
        outcome = run(ledger, server, timeout=0.1)
        assert (states(ledger), len(server.messages), server.dots) == ("dot sent sent", 2, 3)
        assert outcome.sent == 2
        run(ledger, server)
        assert server.dots == 3


def test_a_server_that_always_cuts_after_the_dot_is_not_asked_on(ledger: Ledger) -> None:
    """Three mailboxes for a person to ask about are enough."""
    register(ledger, "a@x.cn", "b@x.cn", "c@x.cn", "d@x.cn", "e@x.cn")
    with Misbehaving(dot=DROP) as server:
        outcome = run(ledger, server)
        assert (states(ledger), server.dots) == ("dot dot dot pending pending", 3)
    assert codes(outcome) == ["mail.lost"]


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
def test_what_is_put_off_comes_again_later(ledger: Ledger, stage: str) -> None:
    """The others go meanwhile."""
    usual = "354 go on" if stage == "data" else "250 OK"
    time = Time()
    with Misbehaving(**{stage: ["451 4.7.1 later", usual]}) as server:
        outcome = run(ledger, server, time=time)
        assert (codes(outcome), states(ledger), len(server.messages)) == ([], "sent sent sent", 3)
    first = ledger.mailboxes()[0]
    assert first.attempts == 2
    assert first.changed >= "2021-02-18T09:31:00"


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
def test_a_server_that_puts_off_for_ever_is_left(ledger: Ledger, stage: str) -> None:
    """Each message tried three times, at growing intervals; all stay open for another day."""
    time = Time()
    with Misbehaving(**{stage: "450 4.2.0 later"}) as server:
        outcome = run(ledger, server, time=time)
    assert states(ledger) == "deferred deferred deferred"
    assert [box.attempts for box in ledger.mailboxes()] == [3, 3, 3]
    assert set(codes(outcome)) == {"mail.still_put_off"}
    assert time.at > 60 + 240


@pytest.mark.parametrize(
    ("stage", "answer", "code", "after"),
    [
        ("rcpt", "550 5.1.1 unknown", "mail.no_mailbox", "refused refused refused"),
        ("dot", "550 5.6.0 no", "mail.message_refused", "refused refused refused"),
        ("mail", "553 not you", "mail.sender_refused", "deferred pending pending"),
        ("rcpt", "550 Connection frequency limited", "mail.too_fast", "deferred pending pending"),
        ("dot", "554 DT:SPM 163 smtp8", "mail.too_fast", "deferred pending pending"),
        ("data", "554 spam", "mail.taken_for_spam", "deferred pending pending"),
        ("connect", "554 go away", "mail.server_refuses", "pending pending pending"),
    ],
)
def test_a_no_is_taken(ledger: Ledger, stage: str, answer: str, code: str, after: str) -> None:
    """As final as it is: nobody is asked again in vain, and no server is annoyed."""
    with Misbehaving(**{stage: answer}) as server:
        outcome = run(ledger, server)
        assert (codes(outcome)[0], states(ledger), server.messages) == (code, after, [])
        assert outcome.diagnostics[0].values["reply"] == answer


def test_refusals_in_the_same_words_end_the_run(ledger: Ledger) -> None:
    """Three messages refused alike: the fourth would be too."""
    register(ledger, "a@x.cn", "b@x.cn", "c@x.cn", "d@x.cn")
    with Misbehaving(dot="550 5.6.0 no") as server:
        outcome = run(ledger, server)
    assert codes(outcome)[-1] == "mail.all_refused"
    assert states(ledger) == "refused refused refused pending"


def test_some_mailboxes_of_a_message_only(tmp_path: Path) -> None:
    """Those accepted get it once; one put off gets it later, alone; one refused, never."""
    with (
        Ledger(tmp_path) as ledger,
        Misbehaving(**{"rcpt b@x.cn": ["450 later", "250 OK"], "rcpt c@x.cn": "550 5.1.1 unknown"}) as server,
    ):
        register(ledger, "a@x.cn+b@x.cn+c@x.cn")
        outcome = run(ledger, server)
        assert [addresses for addresses, _ in server.messages] == [("a@x.cn",), ("b@x.cn",)]
        assert states(ledger) == "sent sent refused"
        assert (codes(outcome), outcome.sent) == (["mail.no_mailbox"], 2)


def test_a_cut_after_the_dot_concerns_only_those_that_were_accepted(tmp_path: Path) -> None:
    """The mailbox that was put off before it may be sent to again."""
    with (
        Ledger(tmp_path) as ledger,
        Misbehaving(**{"rcpt b@x.cn": ["450 later", "250 OK"], "dot": [DROP, "250 OK"]}) as server,
    ):
        register(ledger, "a@x.cn+b@x.cn")
        run(ledger, server)
        assert states(ledger) == "dot sent"
        assert [addresses for addresses, _ in server.messages] == [("b@x.cn",)]


def test_a_message_larger_than_the_server_takes_is_not_sent(ledger: Ledger) -> None:
    """It is known from the greeting."""
    with Misbehaving(ehlo="250-x\r\n250 SIZE 10") as server:
        outcome = run(ledger, server)
        assert (codes(outcome)[0], server.dots) == ("mail.too_big_for_server", 0)
    assert states(ledger) == "pending pending pending"


def test_a_message_that_is_not_what_was_registered_is_not_sent(ledger: Ledger) -> None:
    """Edited, truncated or gone; the others go."""

    def read(entry: Entry) -> bytes:
        if entry.position == 0:
            return MESSAGE[:-5]
        if entry.position == 1:
            raise FileNotFoundError(entry.file)
        return MESSAGE

    with Misbehaving() as server:
        outcome = run(ledger, server, read=read)
    assert codes(outcome) == ["mail.message_changed"] * 2
    assert states(ledger) == "pending pending sent"


def test_it_stops_between_two_messages(ledger: Ledger) -> None:
    """Ctrl-C: the message at hand is finished, the rest stays open."""
    time = Time()

    def tell(event: Event) -> None:
        time.stop = time.stop or event.kind == "sent"

    with Misbehaving() as server:
        outcome = run(ledger, server, time=time, tell=tell)
    assert (outcome.is_stopped, states(ledger), len(server.messages)) == (True, "sent pending pending", 1)


def test_states_are_written_before_the_step_they_are_about(ledger: Ledger) -> None:
    """`sending` before the server hears of it, `dot` before the final dot, `sent` after its answer."""
    seen: list[tuple[str, int]] = []
    write = ledger.set_states
    server = Misbehaving()

    def watch(*arguments: object, **named: object) -> None:
        write(*arguments, **named)  # type: ignore[arg-type]
        seen.append((str(arguments[2]), server.dots))

    ledger.set_states = watch  # type: ignore[method-assign]
    with server:
        run(ledger, server)
    assert seen == [(s, n + (s == SENT)) for n in range(3) for s in (SENDING, DOT, SENT)]


@pytest.mark.parametrize(
    ("state", "dots", "left"), [(SENDING, 0, PENDING), (DOT, 0, PENDING), (SENT, 1, DOT)]
)
def test_a_step_that_cannot_be_written_down_is_not_taken(
    ledger: Ledger, state: str, dots: int, left: str
) -> None:
    """A full disk: what the server has not got is sent later; what it said it has is told at once."""
    write = ledger.set_states

    def fail(key: str, addresses: object, wanted: str, *arguments: object, **named: object) -> None:
        if wanted == state:
            raise LedgerLost("database or disk is full")
        write(key, addresses, wanted, *arguments, **named)  # type: ignore[arg-type]

    ledger.set_states = fail  # type: ignore[method-assign]
    with Misbehaving() as server:
        outcome = run(ledger, server)
        assert server.dots == dots
    told = ["mail.unrecorded"] if state == SENT else []
    assert codes(outcome) == [*told, "mail.ledger_lost"]
    ledger.set_states = write  # type: ignore[method-assign]
    ledger.recover()
    assert ledger.mailboxes()[0].state == left
    assert REFUSED not in states(ledger)
