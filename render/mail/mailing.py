"""Mailing: what `gongwen mail` does, from drafts to the last answer of the server.

out/mail/drafts/…eml        one draft for each recipient, made anew each time
out/mail/messages/…eml      what was handed over, byte for byte
out/mail/ledger.sqlite      what became of each
out/mail/邮件发送情况.xlsx    the same for people
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..messages import Exit, exit_of
from ..nearest import nearest
from ..outputs import Output, write_all
from .credentials import credentials_for
from .delivery import Clock, Event, Outcome, Tell, deliver
from .delivery_sheet import NAME, write_sheet
from .ledger import (
    ARRIVED,
    DONE,
    DOT,
    FILE,
    OPEN,
    PENDING,
    SENT,
    SUPERSEDED,
    Entry,
    Ledger,
    LedgerBusy,
    LedgerLost,
    Mailbox,
)
from .letter import Letter
from .message import Composer
from .message_files import (
    Written,
    composed,
    draft_name,
    is_whole,
    message_name,
    replace_drafts,
    write_message,
)
from .plan import Mailing, Plan, may_still_leave, plan
from .rules import outsiders, refusals_of, shown
from .settings import Server, Settings, read_settings
from .smtp import Credentials

FOLDER = "mail"
DRAFTS = "drafts"


def nobody(_: Event) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Mailed:
    """What a command came to."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    plan: Plan | None = None
    drafts: tuple[Written, ...] = ()
    mailboxes: tuple[Mailbox, ...] = ()
    sheet: Output | None = None
    sent: int = 0  # mailboxes, in this run
    is_stopped: bool = False


@dataclass(frozen=True, slots=True)
class Orders:
    """What a person decides about mailboxes, by address."""

    arrived: tuple[str, ...] = ()
    resend: tuple[str, ...] = ()
    again: bool = False  # send a later version to those who have an earlier one


NO_ORDERS = Orders()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a delivery takes from the world: time, environment, somebody to tell."""

    clock: Clock
    environment: Mapping[str, str]
    dated: datetime | None = None  # for the Date of new messages; None: now
    tell: Tell = nobody


def write_drafts(mailing: Mailing, tell: Tell = nobody) -> Mailed:
    """Write a draft for each recipient: all of them, or none and every fault.

    A draft opens as a draft in Outlook, is the same byte for byte when written again, and is never what
    goes to a server.
    """
    planned = plan(mailing)
    if not planned.ok or planned.laid_out is None:
        return Mailed(planned.exit, planned.diagnostics, planned)
    date = planned.laid_out.properties.created
    composer = Composer()
    folder = mailing.drafts or mailing.out / FOLDER / DRAFTS
    total = len(planned.letters)

    def written() -> Iterator[tuple[str, bytes]]:
        for number, letter in enumerate(planned.letters, 1):
            yield draft_name(number, letter), composer.compose(letter, date, is_draft=True)
            tell(Event("drafted", None, number, total))

    try:
        drafts = replace_drafts(written(), folder)
    except Faults as faults:
        found = (*planned.diagnostics, *faults.diagnostics)
        return Mailed(exit_of(found), found, planned)
    return Mailed(planned.exit, planned.diagnostics, planned, drafts)


def send(mailing: Mailing, world: Surroundings, orders: Orders = Orders()) -> Mailed:
    """Send the report to everybody who does not have this message yet."""
    planned = plan(mailing)
    if not planned.ok:
        return Mailed(planned.exit, planned.diagnostics, planned)
    found = list(planned.diagnostics)
    try:
        server, credentials = _server(planned.settings, world.environment, found)
        with _locked(mailing.out / FOLDER) as ledger:
            _settle(ledger, orders, world.clock.now())
            others = ledger.received(planned.report_key, [letter.key for letter in planned.letters])
            _refuse_again(ledger, planned, orders, others)
            superseded = _register(ledger, planned, world, others)
            if superseded:
                found.append(Diagnostic("mail.superseded", values={"count": superseded}))
            outcome = _deliver(
                ledger, ledger.mailboxes(planned.report_key), server, credentials, mailing, world
            )
            return _mailed(ledger, mailing, planned, [*found, *outcome.diagnostics], outcome)
    except Faults as faults:
        found += faults.diagnostics
    return Mailed(exit_of(found), tuple(found), planned)


def resume(mailing: Mailing, world: Surroundings, orders: Orders = Orders()) -> Mailed:
    """Go on with what was begun: the messages as they were, not as the report would have them now."""
    found: list[Diagnostic] = []
    try:
        if not (mailing.out / FOLDER / FILE).is_file():
            raise fault("mail.nothing_begun", Source(str(mailing.out / FOLDER)))
        settings = read_settings(mailing.folder, found)
        server, credentials = _server(settings, world.environment, found)
        with _locked(mailing.out / FOLDER) as ledger:
            _settle(ledger, orders, world.clock.now())
            boxes = _begun(ledger)
            held = _held_back(mailing, settings, boxes, found)
            free = [box for box in boxes if (box.entry.report, box.address) not in held]
            outcome = _deliver(ledger, free, server, credentials, mailing, world)
            return _mailed(ledger, mailing, None, [*found, *outcome.diagnostics], outcome)
    except Faults as faults:
        found += faults.diagnostics
    return Mailed(exit_of(found), tuple(found))


def send_test(mailing: Mailing, address: str, world: Surroundings) -> Mailed:
    """Send the first message to one address, as it would arrive; the ledger does not count it."""
    planned = plan(mailing, test_to=address)
    if not planned.ok or not planned.letters:
        return Mailed(planned.exit, planned.diagnostics, planned)
    found = list(planned.diagnostics)
    try:
        server, credentials = _server(planned.settings, world.environment, found)
        letter = planned.letters[0]
        data = composed(letter, world.dated or world.clock.now(), Composer())
        entry = _entry(letter, planned.report_key, 1, world.clock.now(), "", data)
        with Ledger(mailing.out, is_in_memory=True) as ledger:
            ledger.register(planned.report_key, [entry])
            outcome = deliver(
                ledger,
                ledger.mailboxes(),
                server,
                credentials,
                folder=mailing.folder,
                clock=world.clock,
                read=lambda _: data,
                tell=world.tell,
            )
            boxes = tuple(ledger.mailboxes())
    except Faults as faults:
        found += faults.diagnostics
        return Mailed(exit_of(found), tuple(found), planned)
    found += outcome.diagnostics
    status = exit_of(found) if outcome.sent or exit_of(found) is not Exit.DONE else Exit.PARTLY
    return Mailed(status, tuple(found), planned, (), boxes, None, outcome.sent, outcome.is_stopped)


def status(mailing: Mailing, now: datetime, orders: Orders = Orders()) -> Mailed:
    """Tell what has become of every message, after writing down what a person knows about some."""
    found: list[Diagnostic] = []
    folder = mailing.out / FOLDER
    try:
        if not (folder / FILE).is_file():
            raise fault("mail.nothing_begun", Source(str(folder)))
        if orders.arrived or orders.resend:
            with _locked(folder) as ledger:
                _settle(ledger, orders, now)
        with _opened(folder) as ledger:
            _begun(ledger)
            return _mailed(ledger, mailing, None, found, Outcome())
    except Faults as faults:
        found += faults.diagnostics
    return Mailed(exit_of(found), tuple(found))


def _begun(ledger: Ledger) -> list[Mailbox]:
    """List the mailboxes of a ledger that has any."""
    if not (boxes := ledger.mailboxes()):
        raise fault("mail.nothing_begun", Source(str(ledger.folder)))
    return boxes


def _server(
    settings: Settings, environment: Mapping[str, str], found: list[Diagnostic]
) -> tuple[Server, Credentials | None]:
    if settings.server is None:
        raise fault("mail.no_server", settings.source)
    return settings.server, credentials_for(settings.server, environment, found)


@contextmanager
def _opened(folder: Path) -> Iterator[Ledger]:
    """Open a ledger; what is wrong with it becomes a fault."""
    try:
        with Ledger(folder) as ledger:
            yield ledger
    except LedgerBusy as err:
        raise fault("mail.busy", Source(str(folder / FILE))) from err
    except LedgerLost as err:
        raise fault("mail.ledger_lost", Source(str(folder / FILE)), reason=str(err)) from err


@contextmanager
def _locked(folder: Path) -> Iterator[Ledger]:
    """Open a ledger that nobody else sends with meanwhile, and tidy up after a process that died."""
    with _opened(folder) as ledger:
        ledger.lock()
        ledger.recover()
        yield ledger


def _refuse_again(ledger: Ledger, planned: Plan, orders: Orders, others: Mapping[str, set[str]]) -> None:
    """Stop before a second version reaches somebody who has the first, unless a person wants that."""
    had: dict[str, None] = {}
    for letter in planned.letters:
        if ledger.known(letter.key) is None:
            addresses = (address for address in letter.envelope if address.same_as in others)
            had |= {a.address: None for a in addresses if letter.content not in others[a.same_as]}
    if had and not orders.again:
        raise Faults([Diagnostic("mail.has_earlier", values=shown(tuple(had)))])


def _register(ledger: Ledger, planned: Plan, world: Surroundings, others: Mapping[str, set[str]]) -> int:
    """Write the messages that are not registered yet, then register them all at once.

    A mailbox that has this content already, in a message whose other addresses were corrected since, is
    left out of the new one.
    """
    composer = Composer()
    now = (world.dated or world.clock.now()).replace(microsecond=0)
    entries = []
    total = len(planned.letters)
    for number, letter in enumerate(planned.letters, 1):
        entry = ledger.known(letter.key)
        if entry is None:
            data = composed(letter, now, composer)
            name = message_name(number, letter)
            write_message(data, ledger.folder, name)
            entry = _entry(letter, planned.report_key, number, now, name, data)
        elif not is_whole(ledger.folder / entry.file, entry):  # a power cut, or somebody tidied up
            data = composed(letter, datetime.fromisoformat(entry.dated), composer)
            write_message(data, ledger.folder, entry.file)
        boxes = _mailboxes_of(letter)
        missing = [b for b in boxes if letter.content not in others.get(b[0].casefold(), ())]
        entries.append(replace(entry, mailboxes=tuple(missing)))
        world.tell(Event("composed", None, number, total))
    return ledger.register(planned.report_key, entries)


def _entry(letter: Letter, report: str, number: int, date: datetime, file: str, data: bytes) -> Entry:
    return Entry(
        key=letter.key,
        content=letter.content,
        report=report,
        position=number,
        label=letter.recipient.label,
        subject=letter.subject,
        attachments=tuple(enclosure.name for enclosure in letter.enclosures),
        message_id=letter.message_id,
        sender=letter.sender.address,
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        dated=date.isoformat(),
        mailboxes=_mailboxes_of(letter),
    )


def _mailboxes_of(letter: Letter) -> tuple[tuple[str, str], ...]:
    recipient = letter.recipient
    kinds = {a.same_as: "bcc" for a in recipient.bcc}
    kinds |= {a.same_as: "cc" for a in recipient.cc}
    kinds |= {a.same_as: "to" for a in recipient.to}
    return tuple((address.address, kinds[address.same_as]) for address in letter.envelope)


def _deliver(
    ledger: Ledger,
    boxes: Sequence[Mailbox],
    server: Server,
    credentials: Credentials | None,
    mailing: Mailing,
    world: Surroundings,
) -> Outcome:
    return deliver(
        ledger,
        boxes,
        server,
        credentials,
        folder=mailing.folder,
        clock=world.clock,
        read=lambda entry: (ledger.folder / entry.file).read_bytes(),
        tell=world.tell,
    )


def _held_back(
    mailing: Mailing, settings: Settings, boxes: Iterable[Mailbox], found: list[Diagnostic]
) -> set[tuple[str, str]]:
    """Find open mailboxes that the rules keep the report from now, whatever they said when it began."""
    waiting: dict[str, list[str]] = {}
    for box in boxes:
        if box.state in OPEN:
            waiting.setdefault(box.entry.report, []).append(box.address)
    held: set[tuple[str, str]] = set()
    for report, addresses in waiting.items():
        year, edition = report.split("/")[-2:]
        job = replace(mailing.job, year=int(year), edition=edition or None)
        case, stopped = may_still_leave(replace(mailing, job=job), settings)
        if case is None or stopped:
            found += stopped
            held |= {(report, address) for address in addresses}
            continue
        outside = outsiders(case, addresses)
        found += refusals_of(case, outside)
        if refusals_of(case, outside):
            held |= {(report, address) for address in outside}
    return held


def _settle(ledger: Ledger, orders: Orders, now: datetime) -> None:
    """Write down what a person says about mailboxes.

    Raises:
        Faults: an address is not in the ledger, or stands there as something else.
    """
    boxes = ledger.mailboxes()
    found = []
    for wanted, state in ((orders.arrived, ARRIVED), (orders.resend, PENDING)):
        for address in wanted:
            of_address = [
                b
                for b in boxes
                if b.address.casefold() == address.strip().casefold() and b.state != SUPERSEDED
            ]
            if not of_address:
                near = nearest(address, (b.address for b in boxes))
                found.append(Diagnostic("mail.unknown_mailbox", values={"address": address, "near": near}))
                continue
            last = of_address[-1]
            if state == ARRIVED and last.state == SENT:
                continue  # the server has said so already
            ledger.set_states(last.entry.key, [last.address], state, now, code=last.code, reply=last.reply)
    if found:
        raise Faults(found)


def _mailed(
    ledger: Ledger, mailing: Mailing, planned: Plan | None, found: list[Diagnostic], outcome: Outcome
) -> Mailed:
    """Sum up a run: what is left open, what a person has to look at, the sheet."""
    boxes = ledger.mailboxes()
    for box in boxes:
        if box.state == DOT:
            values = {
                "address": box.address,
                "label": box.entry.label,
                "when": box.changed[:16].replace("T", " "),
            }
            found.append(Diagnostic("mail.uncertain", values={**values, "message_id": box.entry.message_id}))
    left = [box for box in boxes if box.state in OPEN]
    if left:
        is_asked = outcome.is_stopped
        found.append(Diagnostic("mail.stopped" if is_asked else "mail.left", values={"count": len(left)}))
    sheet, failed = write_all([Output("xlsx", NAME, write_sheet(boxes))], mailing.out / FOLDER)
    found += failed
    wanted = [box for box in boxes if box.state != SUPERSEDED]
    done = [box for box in wanted if box.state in DONE]
    status = exit_of(found)
    if len(done) < len(wanted) and (done or outcome.is_stopped or status is Exit.DONE):
        status = Exit.PARTLY
    return Mailed(
        status,
        tuple(found),
        planned,
        (),
        tuple(boxes),
        sheet[0] if sheet else None,
        outcome.sent,
        outcome.is_stopped,
    )
