"""Settling: from all files that came back to what goes into the figures table, and what a person decides.

A value is taken when one answer, and one only, is sure, and the table has nothing else there but what the
office itself said before. Everything else is listed. Nothing here reads or writes a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePosixPath

from ..diagnostics import Diagnostic, Source
from ..messages import Severity, message_of
from ..noun import Noun, field, replace
from ..report import Absence
from .answers import Finding, Returned, Row
from .asking import Asked, Asking, OfficeSheet, needs_reason
from .register import Entry, Register


class State(StrEnum):
    """What becomes of a figure."""

    NEW = "new"  # the table has nothing yet
    CHANGED = "changed"  # the office says something else than before
    SAME = "same"  # as the table has it
    OPEN = "open"  # somebody must decide
    MISSING = "missing"  # nobody answered, and the table has nothing
    KEPT = "kept"  # nobody answered now, or the answer was taken in before; the table's value stays


class Choices(Noun, frozen=True):
    """What a person has decided."""

    take: Mapping[str, str] = field(default_factory=dict)  # the file to take, by office
    accept: frozenset[str] = frozenset()  # figures and files to take although something was listed


class Settled(Noun, frozen=True):
    """One figure."""

    office: str
    asked: Asked
    state: State
    number: Decimal | Absence | None = None  # what the answer says; None: nothing that could be taken
    row: Row | None = None
    file: str = ""
    is_fresh: bool = False  # the answer was not taken in before
    lacks_reason: bool = False


class OfficeState(Noun, frozen=True):
    """One office."""

    sheet: OfficeSheet
    files: tuple[Returned, ...]  # all of its files that could be read
    taken: tuple[Returned, ...]  # those whose answers count
    passed_over: tuple[Returned, ...]  # those that a choice put aside
    figures: tuple[Settled, ...]
    moved: tuple[tuple[str, str, str], ...] = ()  # figure, answer before, answer now
    version: int = 0  # of the answers that count; 0: none came
    phone: str = ""
    contact: str = ""

    @property
    def missing(self) -> list[Settled]:
        """List the figures nobody has supplied."""
        return [each for each in self.figures if each.state is State.MISSING]


class Settlement(Noun, frozen=True):
    """All offices, and everything to be said."""

    offices: tuple[OfficeState, ...]
    findings: tuple[Finding, ...]


def settle(asking: Asking, returned: Sequence[Returned], register: Register, choices: Choices) -> Settlement:
    """Decide what can be decided without a person."""
    findings = [each for one in returned if not one.is_read or not one.office for each in one.findings]
    findings = [each for each in findings if not _is_accepted(each, choices, ())]
    offices = []
    for sheet in asking.sheets:
        files = [one for one in returned if one.is_read and one.office == sheet.office]
        offices.append(_Office(asking, sheet, files, register, choices, findings).settle())
    findings += _unknown_choices(asking, returned, choices)
    return Settlement(tuple(offices), tuple(findings))


class _Office:
    """One office's files on their way to its figures."""

    def __init__(
        self,
        asking: Asking,
        sheet: OfficeSheet,
        files: Sequence[Returned],
        register: Register,
        choices: Choices,
        findings: list[Finding],
    ) -> None:
        self.asking, self.sheet, self.choices, self.findings = asking, sheet, choices, findings
        self.entries = register.of(sheet.office, asking.year)
        self.written = register.written(sheet.office, asking.year)
        self.known = {entry.sha256 for entry in self.entries}
        self.said = {entry.digest for entry in self.entries}
        self.files = sorted(files, key=lambda one: (one.people.filled_on, one.modified, one.file))

    def settle(self) -> OfficeState:
        good = [one for one in self.files if not one.is_refused or self._is_let_in(one)]
        taken, passed_over = self._choose(good)
        for one in self.files:
            counts = one in taken or one not in good
            self.findings += [
                each for each in one.findings if counts and not each.key and self._counts(each, one)
            ]
        figures = tuple(self._figure(asked, taken) for asked in self.sheet.rows)
        last = taken[-1] if taken else None
        people = last.people if last else None
        before = self.entries[-1] if self.entries else None
        return OfficeState(
            self.sheet,
            tuple(self.files),
            tuple(taken),
            tuple(passed_over),
            figures,
            self._moved(taken),
            self._version(last),
            (people.phone if people else "") or (before.phone if before else "") or self.sheet.phone,
            (people.filler if people else "") or (before.filler if before else "") or self.sheet.contact,
        )

    def _is_let_in(self, one: Returned) -> bool:
        return one.sha256 in self.known or _names(one.file) & self.choices.accept != frozenset()

    def _choose(self, good: Sequence[Returned]) -> tuple[list[Returned], list[Returned]]:
        """Choose the files whose answers count: those not taken in before, else the last version."""
        wanted = self.choices.take.get(self.sheet.office)
        if wanted is not None:
            chosen = [one for one in good if wanted in _names(one.file)]
            if chosen:
                return chosen[:1], [one for one in good if one not in chosen[:1]]
        fresh = [one for one in good if one.digest not in self.said]
        if fresh:
            return fresh, []
        versions = {entry.digest: entry.version for entry in self.entries if entry.is_taken}
        newest = max((versions.get(one.digest, 0) for one in good), default=0)
        return [one for one in good if newest and versions.get(one.digest) == newest][:1], []

    def _counts(self, finding: Finding, one: Returned) -> bool:
        """Tell whether something about a whole file still has to be said."""
        if one.sha256 in self.known and message_of(finding.diagnostic).severity is not Severity.NOTE:
            return one.is_refused and not self._is_let_in(one)
        return not _is_accepted(finding, self.choices, ())

    def _figure(self, asked: Asked, taken: Sequence[Returned]) -> Settled:
        answers = [(one, row) for one in taken for row in one.rows if row.key == asked.key]
        plain = Settled(self.sheet.office, asked, State.MISSING)
        has_value = asked.value.number is not Absence.NOT_SUPPLIED
        own = [each for one in taken for each in one.findings if each.key == asked.key]
        is_known = all(one.digest in self.said for one in taken)
        if is_known and has_value:  # what was doubtful then has been dealt with since
            own = [each for each in own if not _blocks(each)]
        accepted = _is_named(asked, self.choices)
        if accepted:
            own = [each for each in own if not _blocks(each)]
        self.findings += own
        if any(_blocks(each) for each in own):
            return replace(plain, state=State.OPEN, file=answers[0][0].file if answers else "")
        values: dict[Decimal | Absence, tuple[Returned, Row]] = {}
        for one, row in answers:
            number = _value(row, accepted=accepted)
            if number is not None:
                values.setdefault(number, (one, row))
        if len(values) > 1:
            self._clash(asked, values)
            return replace(plain, state=State.OPEN)
        if not values:
            return replace(plain, state=State.KEPT if has_value else State.MISSING)
        number, (one, row) = next(iter(values.items()))
        return self._against_table(
            replace(plain, number=number, row=row, file=one.file), one, accepted=accepted
        )

    def _against_table(self, settled: Settled, one: Returned, *, accepted: bool) -> Settled:
        """Hold an answer against what the table has."""
        asked, number = settled.asked, settled.number
        is_fresh = one.digest not in self.said
        settled = replace(settled, is_fresh=is_fresh)
        assert settled.row is not None
        lacks_reason = (
            isinstance(number, Decimal)
            and needs_reason(asked, number, self.asking.reason_from)
            and not (settled.row.reason or asked.reason)
        )
        if lacks_reason:
            values = {"before": f"{asked.base_number:f}", "after": written(number)}
            self._say("collect.no_reason", settled, one, least=f"{self.asking.reason_from:f}", **values)
            settled = replace(settled, lacks_reason=True)
        there = asked.value.number
        if there is Absence.NOT_SUPPLIED:
            return replace(settled, state=State.NEW)
        if there == number:
            return replace(settled, state=State.SAME)
        earlier = self.written.get(asked.key)
        if not is_fresh and earlier == written(number):
            return replace(settled, state=State.KEPT)  # taken in then, and changed in the table since
        if earlier == written(there) or accepted:
            return replace(settled, state=State.CHANGED)
        self._say("collect.book_differs", settled, one, table=written(there), found=written(number))
        return replace(settled, state=State.OPEN)

    def _say(self, code: str, settled: Settled, one: Returned, **values: object) -> None:
        asked = settled.asked
        source = settled.row.value.source if settled.row else Source(one.file)
        said = Diagnostic(code, source, {"figure": asked.name, **values})
        self.findings.append(Finding(said, one.file, self.sheet.office, asked.key))

    def _clash(self, asked: Asked, values: Mapping[Decimal | Absence, tuple[Returned, Row]]) -> None:
        answers = tuple(f"{one.file} {written(number)}" for number, (one, _) in values.items())
        *_, (one, row) = values.values()
        said = {"office": self.sheet.office, "figure": asked.name, "answers": answers}
        diagnostic = Diagnostic("collect.two_answers", row.value.source, said)
        self.findings.append(Finding(diagnostic, one.file, self.sheet.office, asked.key))

    def _moved(self, taken: Sequence[Returned]) -> tuple[tuple[str, str, str], ...]:
        """List what the office says otherwise than in the version before."""
        before = next((each for each in reversed(self.entries) if each.is_taken), None)
        if before is None or not taken or taken[-1].digest == before.digest:
            return ()
        now = {row.key: _said(row) for row in taken[-1].rows if row.key}
        names = {row.key: row.name for row in self.sheet.rows}
        return tuple(
            (names[key], before.answers.get(key, ""), now.get(key, ""))
            for key in names
            if before.answers.get(key, "") != now.get(key, "")
        )

    def _version(self, last: Returned | None) -> int:
        if last is None:
            return 0
        from .register import next_version

        return next_version(self.entries, last.digest)


def written(number: Decimal | Absence | None) -> str:
    """Write a value as the table and the register do."""
    if isinstance(number, Decimal):
        return f"{number.normalize():f}"
    return "—" if number is Absence.NOT_APPLICABLE else ""


def entry_of(asking: Asking, state: OfficeState, one: Returned, entries: Sequence[Entry]) -> Entry:
    """Register a file of an office."""
    from .register import next_version

    people = one.people
    is_taken = one in state.taken
    values = {
        each.asked.key: written(each.number)
        for each in state.figures
        if is_taken and each.file == one.file and each.state in (State.NEW, State.CHANGED, State.SAME)
    }
    return Entry(
        year=asking.year,
        office=state.sheet.office,
        file=one.file,
        sha256=one.sha256,
        digest=one.digest,
        version=next_version(entries, one.digest),
        time=len(entries) + 1,
        is_taken=is_taken,
        modified=one.modified,
        code=one.code,
        head=people.head,
        reviewer=people.reviewer,
        filler=people.filler,
        phone=people.phone,
        filled_on=people.filled_on,
        answers={row.key: _said(row) for row in one.rows if row.key and row.value.words},
        reasons={row.key: row.reason for row in one.rows if row.key and row.reason},
        written=values,
    )


def _said(row: Row) -> str:
    """Write an answer so that 22 and 22件 are one; what is not sure stays as it was typed."""
    return (written(row.value.number) if row.value.is_sure else "") or row.value.words


def _value(row: Row, *, accepted: bool) -> Decimal | Absence | None:
    reading = row.value
    number = reading.number if reading.is_sure or not accepted else reading.likely
    if isinstance(number, Decimal) or number is Absence.NOT_APPLICABLE:
        return number
    return None


def _blocks(finding: Finding) -> bool:
    return message_of(finding.diagnostic).severity is Severity.ERROR


def _names(file: str) -> frozenset[str]:
    """Give the names a person may call a file by."""
    path = PurePosixPath(file)
    return frozenset((file, path.name, path.stem))


def _is_named(asked: Asked, choices: Choices) -> bool:
    return bool({asked.key, asked.name} & choices.accept)


def _is_accepted(finding: Finding, choices: Choices, more: Iterable[str]) -> bool:
    return _blocks(finding) and bool((_names(finding.file) | set(more)) & choices.accept)


def _unknown_choices(asking: Asking, returned: Sequence[Returned], choices: Choices) -> list[Finding]:
    """List choices that choose nothing: a mistyped one would silently leave things as they are."""
    files = {name for one in returned for name in _names(one.file)}
    figures = {text for _, row in asking.by_key.values() for text in (row.key, row.name)}
    offices = {sheet.office for sheet in asking.sheets}
    wrong = [("--accept", each) for each in sorted(choices.accept - files - figures)]
    for office, file in choices.take.items():
        owner = {one.office for one in returned if file in _names(one.file)}
        if office not in offices or office not in owner:
            wrong.append(("--take", f"{office}={file}"))
    return [
        Finding(Diagnostic("collect.choice", Source(), {"option": option, "value": value}), "")
        for option, value in wrong
    ]
