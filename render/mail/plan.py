"""Plan: all letters of one mailing, or everything that stands against them.

The report is built in memory, which says at once whether it can be built at all, what its files are
called and what they should hold. Recipients, texts, files and rules are all looked at before a letter
is written, so one run names every fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .. import derive, pipeline, read
from ..carry import is_public
from ..diagnostics import NOWHERE, Diagnostic, Faults, Source
from ..fill import CoveringTexts
from ..messages import Exit, Severity, exit_of, message_of
from ..office import of_office
from ..outputs import Output
from ..report import Report, SourceText
from .addresses import Address, read_address, unseen_character
from .enclosures import NAMES, Enclosing, anything_built, message_too_big, stamp_of
from .letter import Enclosure, Letter, Recipient
from .message import body_text
from .recipients import read_recipients, table_in
from .rules import ALWAYS, Case, case_of, keeps_inside, refusals
from .settings import ATTACHMENTS, FILE, Settings, read_settings

STANDARD = ("docx", "pdf")
_TEST_MARK = "〔试发〕"
_USUAL_FIELDS = ("单位", "姓名", "称呼", "邮箱")


@dataclass(frozen=True, slots=True)
class Mailing:
    """What to mail, and everything that depends on besides the folder's files."""

    job: pipeline.Job  # names the report, its year and edition; its `out` is where the built files lie
    recipients_file: Path | None = None  # in place of the one that mail.toml names
    names: str = "full"  # of attachments; one of NAMES
    may_build: bool = False  # when nothing at all has been built yet
    drafts: Path | None = None  # folder of the drafts; None: mail/drafts beside the files

    @property
    def out(self) -> Path:
        """Where built files lie, and drafts and the ledger go."""
        if self.job.out is not None:
            return self.job.out
        return self.folder / "out"

    @property
    def folder(self) -> Path:
        """The report folder."""
        return self.job.report if self.job.report.is_dir() else self.job.report.parent


@dataclass(frozen=True, slots=True)
class Plan:
    """What a mailing came to before anything is written or sent."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings
    letters: tuple[Letter, ...] = ()
    report_key: str = ""  # the same for every mailing of one report, year and edition
    title: str = ""
    is_inside: bool = False  # a rule keeps it within the allowed domains
    laid_out: pipeline.LaidOut | None = None
    built: tuple[Output, ...] = ()  # what had to be built first

    @property
    def ok(self) -> bool:
        """Whether the letters may be written."""
        return self.exit is Exit.DONE


def plan(mailing: Mailing, *, test_to: str | None = None) -> Plan:
    """Plan a mailing.

    Args:
        mailing: What to mail.
        test_to: An address that gets the first letter instead of its recipients.

    Returns:
        The letters, or none and every fault.
    """
    found: list[Diagnostic] = []
    try:
        return _Planner(mailing, found, test_to).plan()
    except Faults as faults:
        found += faults.diagnostics
        return Plan(_exit(found, mailing), tuple(found), Settings(None))


class _Planner:
    """One mailing being planned."""

    def __init__(self, mailing: Mailing, found: list[Diagnostic], test_to: str | None) -> None:
        self.mailing, self.found, self.test_to = mailing, found, test_to

    def plan(self) -> Plan:
        mailing = self.mailing
        if mailing.names not in NAMES:
            raise Faults([Diagnostic("mail.names", values={"found": mailing.names, "choices": NAMES})])
        report, _ = read.read_report(mailing.job.report)  # whose faults the build finds again
        if mailing.job.office is not None:
            report = of_office(report, mailing.job.office)
        settings = read_settings(report.folder, self.found)
        if settings.attachments == ATTACHMENTS:  # mail.toml does not say: what the job makes
            enclosed = tuple((name, source) for name, source in ATTACHMENTS if name.lower() in mailing.job.to)
            settings = replace(settings, attachments=enclosed)
        recipients = self._recipients(settings, report)
        built, outputs = self._build(settings)
        if built.laid_out is None:
            return Plan(_exit(self.found, mailing), tuple(self.found), settings)
        content = built.laid_out.content
        case = case_of(
            report,
            content.metadata,
            year=content.year,
            edition=mailing.job.edition,
            allowed_domains=settings.allowed_domains,
        )
        # What may not leave at all is not looked at any further.
        if stopped := [refusal for rule in ALWAYS if (refusal := rule(case))]:
            self.found += stopped
            return Plan(_exit(self.found, mailing), tuple(self.found), settings)
        letters = self._letters(report, settings, recipients, built.laid_out, outputs)
        self.found += refusals(case, letters)
        status = _exit(self.found, mailing)
        year, edition = content.year, mailing.job.edition or ""
        return Plan(
            status,
            tuple(self.found),
            settings,
            tuple(letters) if status is Exit.DONE else (),
            report_key=f"{report.folder.resolve().name}/{year}/{edition}",
            title=content.title,
            is_inside=keeps_inside(case),
            laid_out=built.laid_out,
            built=built.outputs if any(o.path for o in built.outputs) else (),
        )

    def _recipients(self, settings: Settings, report: Report) -> tuple[Recipient, ...]:
        """Gather recipients: those of mail.toml, then those of the table."""
        named = self.mailing.recipients_file
        source = settings.source
        if named is None and settings.recipients_file:
            named = report.folder / settings.recipients_file
        if named is None and not settings.recipients:
            named = table_in(report.folder)
        recipients = list(settings.recipients if self.mailing.recipients_file is None else ())
        before = len(self.found)
        if named is not None:
            recipients += read_recipients(named, source, self.found)
        if not recipients and len(self.found) == before:
            self.found.append(Diagnostic("mail.no_recipient", Source(named.name if named else FILE)))
        self._find_twice(recipients)
        return tuple(self._with_copies(each, settings, len(recipients)) for each in recipients)

    def _find_twice(self, recipients: Iterable[Recipient]) -> None:
        first: dict[str, Source] = {}
        for recipient in recipients:
            for address in recipient.to:
                if address.same_as in first:
                    values = {"address": address.address, "first": first[address.same_as]}
                    self.found.append(Diagnostic("mail.twice_recipient", recipient.source, values))
                else:
                    first[address.same_as] = recipient.source

    def _with_copies(self, recipient: Recipient, settings: Settings, count: int) -> Recipient:
        """Add the copies that every message has; who is named already is not named again."""
        if count > 1 and (copied := (*settings.cc, *settings.bcc)):
            values = {"addresses": tuple(a.address for a in copied), "count": count}
            note = Diagnostic("mail.copies", settings.source, values)
            if note not in self.found:
                self.found.append(note)
        named = {address.same_as for address in recipient.to}
        groups = []
        for group in ((*recipient.cc, *settings.cc), (*recipient.bcc, *settings.bcc)):
            kept = [address for address in group if address.same_as not in named]
            groups.append(tuple({address.same_as: address for address in kept}.values()))
            named |= {address.same_as for address in kept}
        return replace(recipient, cc=groups[0], bcc=groups[1])

    def _build(self, settings: Settings) -> tuple[pipeline.Result, dict[str, Output]]:
        """Build the report in memory; into the output folder when nothing is there and that is allowed."""
        wanted = [name for name, _ in settings.attachments if name.lower() in pipeline.FORMATS]
        formats = tuple(dict.fromkeys((*STANDARD, *(name.lower() for name in wanted))))
        job = replace(self.mailing.job, to=formats, out=None, strict=False, carry_source=False)
        result = pipeline.build(job)
        if result.exit is not Exit.DONE or result.laid_out is None:
            self.found += result.diagnostics
            return replace(result, laid_out=None), {}
        outputs = {output.format: output for output in result.outputs}
        if self.mailing.may_build and wanted and not anything_built(self.mailing.out, result.outputs):
            result = pipeline.build(replace(job, to=tuple(n.lower() for n in wanted), out=self.mailing.out))
            if result.exit is not Exit.DONE:
                self.found += result.diagnostics
        return result, outputs

    def _letters(
        self,
        report: Report,
        settings: Settings,
        recipients: tuple[Recipient, ...],
        laid_out: pipeline.LaidOut,
        outputs: Mapping[str, Output],
    ) -> list[Letter]:
        content = laid_out.content
        job = self.mailing.job
        enclosing = Enclosing(
            report.folder,
            self.mailing.out,
            outputs,
            stamp_of(laid_out, job.edition),
            content.year,
            _inside_marks(report),
            self.mailing.names,
            settings.most_bytes,
        )
        figures, _ = derive.derive(
            report.figures, report.relations, wording=report.wording, year=content.year
        )
        texts = CoveringTexts(
            replace(report, figures=figures),
            year=content.year,
            edition=job.edition,
            overrides=job.settings,
        )
        if settings.sender is None:
            self.found.append(Diagnostic("mail.no_sender", settings.source))
        sender = settings.sender or Address("", "nobody@invalid")
        known = dict.fromkeys(_USUAL_FIELDS, "")
        for recipient in recipients:
            known |= dict.fromkeys(recipient.fields, "")
        built = enclosing.by_format((n.lower(), s) for n, s in settings.attachments if n.lower() in outputs)
        if self.test_to is not None:
            recipients = self._test_recipient(recipients)
        letters = []
        for recipient in recipients:
            fields = {**known, **recipient.fields, "邮箱": recipient.to[0].address}
            own = self._own(enclosing, settings, recipient, lambda t, s, f=fields: _say(texts, t, s, f))  # type: ignore[misc]
            subject = texts.say(settings.subject, fields).strip()
            letter = Letter(
                recipient=recipient,
                sender=sender,
                reply_to=settings.reply_to,
                subject=(_TEST_MARK if self.test_to else "") + subject,
                text=texts.say(settings.text, fields),
                signature=texts.say(settings.signature, fields),
                enclosures=_once((*built, *own)),
            )
            self._check(letter, settings)
            letters.append(letter)
        self.found += enclosing.found
        self.found += texts.found()
        return letters

    def _test_recipient(self, recipients: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
        address = read_address(self.test_to or "", Source("--test-to"), self.found)
        if address is None or not recipients:
            return ()
        return (replace(recipients[0], to=(address,), cc=(), bcc=()),)

    def _own(
        self,
        enclosing: Enclosing,
        settings: Settings,
        recipient: Recipient,
        say: Callable[[str, Source], str],
    ) -> list[Enclosure]:
        """Enclose the files that are named by path: everybody's, then the recipient's own."""
        shared = [(t, s) for t, s in settings.attachments if t.lower() not in pipeline.FORMATS]
        named = [*shared, *((text, recipient.source) for text in recipient.attachments)]
        own = []
        for number, (text, source) in enumerate(named, 1):
            path = say(text, source)
            is_shared = number <= len(shared) and path == text
            enclosure = enclosing.by_path(path, source, is_shared=is_shared) if path else None
            if enclosure is not None:
                own.append(enclosure)
        return own

    def _check(self, letter: Letter, settings: Settings) -> None:
        """Find what would break a header, and what a server would not take."""
        recipient = letter.recipient
        if unseen := unseen_character(letter.subject):
            place = Source(FILE, settings.subject.lines[0] or None)
            values = {"field": letter.subject.replace("\n", " "), "character": unseen}
            self.found.append(Diagnostic("mail.unseen", place, values))
        if not letter.subject and "mail.no_subject" not in {d.code for d in self.found}:
            self.found.append(Diagnostic("mail.no_subject", Source(FILE, settings.subject.lines[0] or None)))
        for address in (letter.sender, *letter.reply_to, *letter.envelope):
            if unseen := unseen_character(address.name):
                values = {"field": " ".join(address.name.split()), "character": unseen}
                finding = Diagnostic("mail.unseen", recipient.source, values)
                if finding not in self.found:
                    self.found.append(finding)
        text_bytes = 3 * len(body_text(letter).encode()) + 4096
        self.found += message_too_big(letter.enclosures, text_bytes, settings.most_bytes, recipient.source)


def may_still_leave(mailing: Mailing, settings: Settings) -> tuple[Case | None, list[Diagnostic]]:
    """Look again at what a report says of itself, before a mailing that was begun goes on."""
    report, _ = read.read_report(mailing.job.report)
    result = pipeline.lay_out(replace(mailing.job, strict=False))
    if result.laid_out is None:
        return None, list(result.diagnostics)
    content = result.laid_out.content
    case = case_of(
        report,
        content.metadata,
        year=content.year,
        edition=mailing.job.edition,
        allowed_domains=settings.allowed_domains,
    )
    return case, [refusal for rule in ALWAYS if (refusal := rule(case))]


def _inside_marks(report: Report) -> tuple[str, ...]:
    """List what stands in the names of builds that are not for everybody, where there is a public edition."""
    public = any(is_public(edition, {}) for edition in report.editions)
    others = (edition for edition in report.editions if public and not is_public(edition, {}))
    return tuple(f"_{edition.removesuffix('版')}版" for edition in others)


def _say(texts: CoveringTexts, text: str, source: Source, fields: Mapping[str, str]) -> str:
    return texts.say(
        SourceText(text, source.file, (source.line or 0,) * (text.count("\n") + 1)), fields
    ).strip()


def _once(enclosures: Iterable[Enclosure]) -> tuple[Enclosure, ...]:
    """Enclose each file once, however often it is named."""
    return tuple({enclosure.path.resolve(): enclosure for enclosure in enclosures}.values())


def _exit(found: Iterable[Diagnostic], mailing: Mailing) -> Exit:
    found = list(found)
    status = exit_of(found)
    warned = any(message_of(d).severity is Severity.WARNING for d in found)
    return Exit.STRICT if status is Exit.DONE and warned and mailing.job.strict else status


__all__ = ["NOWHERE", "Mailing", "Plan", "may_still_leave", "plan"]
