"""Taking in: a folder of returned sheets to the figures table and the register, both or neither."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime, timedelta, timezone
from pathlib import Path

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..edit.alone import alone
from ..edit.saving import finish, save
from ..messages import Exit, Severity, exit_of, message_of
from ..noun import Noun, field, replace
from ..outputs import Output, open_elsewhere, write_all
from ..read.folder import LEFT_BY_WINDOWS
from ..report import Report
from .answers import Arrived, Finding, Returned
from .asking import Asking
from .booking import booked, changes_of
from .lists import write_lists
from .reading import read_returned
from .register import FILE, FOLDER, Register, read_register, write_register
from .sending import LIST, Request, asked, book_of
from .settling import Choices, OfficeState, Settled, Settlement, State, entry_of, settle

WORKBOOK = f"{FOLDER}/报送登记.xlsx"
OCCASION = "收数"
MOST_BYTES = 50_000_000  # of one returned file

_NAMED = 5  # figures in one message
_NO_CHOICES = Choices()
_BEIJING = timezone(timedelta(hours=8))


class TakenIn(Noun, frozen=True):
    """What came of taking answers in."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    asking: Asking | None = None
    returned: tuple[Returned, ...] = ()
    offices: tuple[OfficeState, ...] = ()
    findings: tuple[Finding, ...] = ()
    changes: tuple[Settled, ...] = ()  # values that go, or went, into the table
    register: Register = field(default_factory=Register)
    new_files: int = 0  # files that the register did not have
    outputs: tuple[Output, ...] = ()  # the lists, where they were asked for
    is_applied: bool = False
    written: tuple[str, ...] = ()  # files of the report that were written
    kept: Path | None = None  # where the old ones are


def take_in(
    request: Request,
    folder: Path,
    *,
    choices: Choices = _NO_CHOICES,
    apply: bool = False,
    skip_doubtful: bool = False,
    out: Path | None = None,
) -> TakenIn:
    """Read what came back; write nothing into the report unless told to.

    Args:
        request: What was asked.
        folder: The returned files, in folders of it too.
        choices: What a person has decided.
        apply: Put what is clear into the figures table and the register.
        skip_doubtful: Apply although something is open: it is left out.
        out: Folder for the lists as a workbook; None writes none.
    """
    place = request.report if request.report.is_dir() else request.report.parent
    try:
        with alone(place) if apply else nullcontext():
            return _take_in(request, folder, place, choices, apply, skip_doubtful, out)
    except Faults as faults:
        return TakenIn(exit_of(faults.diagnostics), faults.diagnostics)


def _take_in(
    request: Request,
    folder: Path,
    place: Path,
    choices: Choices,
    apply: bool,
    skip_doubtful: bool,
    out: Path | None,
) -> TakenIn:
    found: list[Diagnostic] = []
    notes: list[Finding] = []
    try:
        found += finish(place)
        report, asking = asked(request, found)
        register = read_register(report.folder)
        arrived = _arrived(folder, notes)
    except Faults as faults:
        found += faults.diagnostics
        return TakenIn(exit_of(found), tuple(found))
    returned = [read_returned(each, asking) for each in arrived]
    settlement = settle(asking, returned, register, choices)
    settlement = Settlement(settlement.offices, (*notes, *settlement.findings))
    found += [each.diagnostic for each in settlement.findings]
    found += _missing(settlement.offices)
    new = _registered(asking, settlement.offices, register)
    result = TakenIn(
        exit=exit_of(found),
        diagnostics=tuple(found),
        asking=asking,
        returned=tuple(returned),
        offices=settlement.offices,
        findings=settlement.findings,
        changes=tuple(changes_of(settlement.offices)),
        register=new,
        new_files=len(new.entries) - len(register.entries),
    )
    lists = write_lists(asking, new, settlement)
    if apply and (skip_doubtful or not _is_open(found)):
        result = _applied(result, register, report, lists)
    elif apply:
        left = Diagnostic("collect.open", Source(str(folder)), {"count": sum(map(_is_blocking, found))})
        result = _with(result, [left])
    return result if out is None or (apply and not result.is_applied) else _listed(result, lists, out)


def _arrived(folder: Path, notes: list[Finding]) -> list[Arrived]:
    """Read all files of a folder, in the order of their paths; or one file by itself.

    Raises:
        Faults: `collect.no_folder` or `collect.nothing`.
    """
    if not folder.exists():
        raise fault("collect.no_folder", Source(str(folder)))
    arrived = []
    files = [folder] if folder.is_file() else (each for each in folder.rglob("*") if each.is_file())
    for path in sorted(files):
        name = path.name if folder.is_file() else path.relative_to(folder).as_posix()
        if path.name in (LIST, Path(WORKBOOK).name) or path.name.lower() in (*LEFT_BY_WINDOWS, ".ds_store"):
            continue
        source = Source(name)
        if path.name.startswith(("~$", ".~lock", ".~")):
            notes.append(Finding(Diagnostic("collect.lock", source), name))
            continue
        try:
            status = path.stat()
            if status.st_size > MOST_BYTES:
                values = {"megabytes": MOST_BYTES // 1_000_000}
                notes.append(Finding(Diagnostic("collect.too_big", source, values), name))
                continue
            data = path.read_bytes()
        except OSError as err:
            why = {"reason": err.strerror or str(err)}
            notes.append(Finding(Diagnostic("collect.damaged", source, why), name))
            continue
        modified = datetime.fromtimestamp(status.st_mtime, _BEIJING).strftime("%Y-%m-%d %H:%M")
        arrived.append(Arrived(name, data, modified))
    if not arrived and not notes:
        raise fault("collect.nothing", Source(str(folder)))
    return arrived


def _missing(offices: Sequence[OfficeState]) -> list[Diagnostic]:
    found = []
    for state in offices:
        if missing := [each.asked.name for each in state.missing]:
            more = f"等{len(missing)}项" if len(missing) > _NAMED else ""
            figures = "、".join(missing[:_NAMED]) + more
            values = {"office": state.sheet.office, "count": len(missing), "figures": figures}
            code = "collect.missing" if state.files else "collect.not_returned"
            found.append(
                Diagnostic(code, Source(), values | {"phone": state.phone, "contact": state.contact})
            )
    return found


def _registered(asking: Asking, offices: Sequence[OfficeState], register: Register) -> Register:
    """Enter the files that count, and those put aside; what two files still disagree on is not entered."""
    entries = list(register.entries)
    for state in offices:
        if any(each.state is State.OPEN for each in state.figures) and len(state.taken) > 1:
            continue
        for one in (*state.passed_over, *state.taken):
            own = [each for each in entries if (each.office, each.year) == (state.sheet.office, asking.year)]
            entry = entry_of(asking, state, one, own)
            at = next(
                (n for n, e in enumerate(entries) if (e.year, e.sha256) == (entry.year, one.sha256)), None
            )
            if at is None:
                entries.append(entry)
            else:  # taken in before: what it puts into the table now is added
                before = entries[at]
                merged = {**before.written, **entry.written}
                entries[at] = replace(before, written=merged, is_taken=before.is_taken or entry.is_taken)
    return Register(tuple(entries))


def _applied(result: TakenIn, before: Register, report: Report, lists: bytes) -> TakenIn:
    """Write the figures table, the register and its lists: all of them or none."""
    assert result.asking is not None
    path = book_of(report)
    try:
        book = booked(path, report.figures, result.asking.year, result.offices)
    except Faults as faults:
        return _with(result, faults.diagnostics)
    contents = {} if book is None else {path.name: book}
    if result.register != before or book is not None:
        contents[FILE] = write_register(result.register)
        contents[WORKBOOK] = lists
    if not contents:
        return replace(result, is_applied=True)
    kept, failed = save(report.folder, contents, OCCASION, added=(FILE, WORKBOOK))
    if kept is None:
        return _with(result, failed)
    return replace(result, is_applied=True, written=tuple(contents), kept=kept)


def _listed(result: TakenIn, lists: bytes, out: Path) -> TakenIn:
    """Write the lists where they were asked for."""
    name = Path(WORKBOOK).name
    if open_elsewhere(out / name):
        return _with(result, [Diagnostic("edit.open", Source(name), {"name": name})])
    written, failed = write_all([Output("xlsx", name, lists)], out)
    return replace(_with(result, failed), outputs=tuple(written))


def _with(result: TakenIn, more: Sequence[Diagnostic]) -> TakenIn:
    found = (*result.diagnostics, *more)
    return replace(result, exit=exit_of(found), diagnostics=found)


def _is_open(found: Sequence[Diagnostic]) -> bool:
    return any(map(_is_blocking, found))


def _is_blocking(diagnostic: Diagnostic) -> bool:
    """Tell whether somebody must decide; a figure that nobody supplied keeps no other one back."""
    message = message_of(diagnostic)
    return message.severity is Severity.ERROR and message.exit is not Exit.PENDING
