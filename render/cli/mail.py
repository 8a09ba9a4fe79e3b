"""`gongwen mail`: a report's files to the people who should have them."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

from .. import mail
from ..diagnostics import fault
from ..mail.delivery import Event
from ..mail.ledger import Mailbox, counts_of
from ..mail.message import size_in_words
from ..messages.phrases import phrase
from .columns import lined_up
from .jobs import JOB_OPTIONS, REPORT, job_of, output_folder, years_of
from .reply import Reply
from .usage import Call, Command, Option

_SENDING = ("send", "resume", "test_to")
_ACTIONS = (*_SENDING, "status")
_DRAFTS_TOLD = 100  # drafts from one line of progress to the next


def run(options: Namespace, call: Call) -> Reply:
    """Write drafts, or do with them what an option says."""
    chosen = [name for name in _ACTIONS if getattr(options, name)]
    if len(chosen) > 1:
        raise fault("mail.one_action", options=tuple("--" + name.replace("_", "-") for name in chosen))
    job = replace(job_of(options), compare=years_of("--compare", options.compare))
    action = chosen[0] if chosen else ""
    mailing = mail.Mailing(
        replace(job, out=output_folder(Path(options.report), options.out)),
        None if options.recipients is None else Path(options.recipients),
        options.names or "full",
        may_build=not action,
    )
    orders = mail.Orders(tuple(options.arrived), tuple(options.resend), options.again)
    with _stoppable() if action in _SENDING else nullcontext(_Clock()) as clock:
        world = mail.Surroundings(clock, os.environ, job.created, _Progress(call.language))
        match action:
            case "send":
                mailed = mail.send(mailing, world, orders)
            case "resume":
                mailed = mail.resume(mailing, world, orders)
            case "test_to":
                mailed = mail.send_test(mailing, options.test_to, world)
            case "status":
                mailed = mail.status(mailing, clock.now(), orders)
            case _ if orders.arrived or orders.resend:
                mailed = mail.status(mailing, clock.now(), orders)
            case _:
                mailed = mail.write_drafts(mailing, world.tell)
                return _drafted(mailed, options, call)
    return _delivered(mailed, call)


def _drafted(mailed: mail.Mailed, options: Namespace, call: Call) -> Reply:
    """Say who would get what."""
    planned = mailed.plan
    if not mailed.drafts or planned is None:
        return Reply(mailed.exit, diagnostics=mailed.diagnostics)

    def say(key: str, **values: object) -> str:
        return phrase(key, call.language, **values)

    letters = planned.letters
    rows = [tuple(say(f"mail.head.{name}") for name in ("number", "label", "address", "files", "subject"))]
    for number, letter in enumerate(letters, 1):
        total = size_in_words(sum(enclosure.size for enclosure in letter.enclosures))
        copies = len(letter.envelope) - len(letter.recipient.to)
        rows.append(
            (
                str(number),
                letter.recipient.label,
                "、".join(address.address for address in letter.recipient.to)
                + (say("mail.and_copies", count=copies) if copies else ""),
                say("mail.files", count=len(letter.enclosures), size=total),
                letter.subject,
            )
        )
    files = {e.sent_name: e for letter in letters for e in letter.enclosures if e.is_shared}
    lines = [
        say(
            "mail.planned",
            title=planned.title,
            count=len(letters),
            boxes=len({a.same_as for letter in letters for a in letter.envelope}),
        ),
        *lined_up(rows),
        *(say("mail.file", name=name, size=size_in_words(e.size)) for name, e in files.items()),
    ]
    if planned.is_inside:
        domains = "、".join(planned.settings.allowed_domains)
        lines.append(say("mail.inside", domains=domains))
    lines += [say("mail.built", path=output.path) for output in planned.built]
    lines.append(say("mail.drafts", folder=mailed.drafts[0].path.parent))
    lines.append(say("mail.next", report=_quoted(options.report)))
    more = {
        "title": planned.title,
        "inside": planned.is_inside,
        "drafts": [
            {
                "path": str(draft.path),
                "bytes": draft.size,
                "sha256": draft.sha256,
                "message_id": letter.message_id,
                "to": [address.address for address in letter.recipient.to],
                "cc": [address.address for address in letter.recipient.cc],
                "bcc": [address.address for address in letter.recipient.bcc],
                "subject": letter.subject,
                "attachments": [
                    {"name": e.name, "sent_name": e.sent_name, "bytes": e.size, "sha256": e.sha256}
                    for e in letter.enclosures
                ],
            }
            for draft, letter in zip(mailed.drafts, letters, strict=True)
        ],
    }
    return Reply(mailed.exit, tuple(lines), mailed.diagnostics, planned.built, None, more)


def _delivered(mailed: mail.Mailed, call: Call) -> Reply:
    """Say how every mailbox stands."""

    def say(key: str, **values: object) -> str:
        return phrase(key, call.language, **values)

    boxes = mailed.mailboxes
    if not boxes:
        return Reply(mailed.exit, diagnostics=mailed.diagnostics)
    rows = [tuple(say(f"mail.head.{name}") for name in ("label", "address", "state", "changed", "answer"))]
    rows += [
        (
            box.entry.label,
            box.address,
            say(f"mail.state.{box.state}"),
            box.changed[:19].replace("T", " "),
            f"{box.code or ''} {box.reply}".strip(),
        )
        for box in boxes
    ]
    counts = counts_of(boxes)
    summary = say("list.comma").join(
        say("mail.count", state=say(f"mail.state.{state}"), count=count) for state, count in counts.items()
    )
    lines = [*lined_up(rows), say("mail.counted", boxes=len(boxes), counts=summary)]
    if mailed.sheet is not None:
        lines.append(say("mail.sheet", path=mailed.sheet.path))
    more = {"sent": mailed.sent, "counts": dict(counts), "mailboxes": [_mailbox(box) for box in boxes]}
    outputs = (mailed.sheet,) if mailed.sheet is not None else ()
    return Reply(mailed.exit, tuple(lines), mailed.diagnostics, outputs, None, more)


def _mailbox(box: Mailbox) -> dict[str, Any]:
    entry = box.entry
    return {
        "label": entry.label,
        "address": box.address,
        "kind": box.kind,
        "state": box.state,
        "attempts": box.attempts,
        "code": box.code,
        "reply": box.reply,
        "changed": box.changed,
        "message_id": entry.message_id,
        "file": entry.file,
        "sha256": entry.sha256,
    }


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text


class _Progress:
    """Tells what goes on, on standard error."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, event: Event) -> None:
        if event.kind in ("drafted", "composed"):
            if event.total > _DRAFTS_TOLD and (event.done % _DRAFTS_TOLD == 0 or event.done == event.total):
                self._say("mail.progress.drafted", done=event.done, total=event.total)
        elif event.kind == "waiting":
            self._say("mail.progress.waiting", seconds=round(event.seconds))
        elif event.kind == "connecting":
            self._say("mail.progress.connecting", server=event.answer)
        elif event.entry is not None:
            self._say(
                "mail.progress.line",
                done=event.done,
                total=event.total,
                label=event.entry.label,
                what=phrase(f"mail.progress.{event.kind}", self.language),
                answer=event.answer,
            )

    def _say(self, key: str, **values: object) -> None:
        print(phrase(key, self.language, **values), file=sys.stderr, flush=True)


class _Clock:
    """The machine's time; waiting ends when somebody asks to stop."""

    _SLICE = 0.5  # seconds; on Windows a wait is not interrupted by Ctrl-C

    def __init__(self) -> None:
        self.stop = threading.Event()

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def seconds(self) -> float:
        return time.monotonic()

    def wait(self, seconds: float) -> bool:
        until = self.seconds() + seconds
        while (left := until - self.seconds()) > 0 and not self.stop.wait(min(left, self._SLICE)):
            pass
        return self.stop.is_set()

    def is_stopped(self) -> bool:
        return self.stop.is_set()


@contextmanager
def _stoppable() -> Iterator[_Clock]:
    """Make the first Ctrl-C stop between two messages; the second stops at once."""
    clock = _Clock()

    def stop(_: int, __: FrameType | None) -> None:
        if clock.is_stopped():
            raise KeyboardInterrupt
        clock.stop.set()

    if threading.current_thread() is not threading.main_thread():
        yield clock
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield clock
    finally:
        signal.signal(signal.SIGINT, before)


COMMAND = Command(
    run,
    (REPORT,),
    (
        Option("send", ("--send",)),
        Option("test_to", ("--test-to",), "address"),
        Option("resume", ("--resume",), phrase="mail.resume"),
        Option("status", ("--status",)),
        Option("arrived", ("--arrived",), "address", repeated=True),
        Option("resend", ("--resend",), "address", repeated=True),
        Option("again", ("--again",)),
        Option("names", ("--names",), "full|ascii"),
        Option("recipients", ("--recipients",), "file"),
        Option("out", ("-o", "--out"), "folder", phrase="mail.out"),
        *JOB_OPTIONS,
        Option("compare", ("--compare",), "years", repeated=True),
    ),
)
