"""Proofread: a report folder read, said for one year, and looked over; or a file from anywhere.

Faults that keep a report from being read or said come first, as a build would report them. Figures not
yet supplied are counted in one line, since a build names each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from . import check
from .check import Checked, Level, Rule
from .content import Content
from .diagnostics import Diagnostic, Faults, Source
from .messages import Exit, exit_of
from .pipeline import Job, derived, read_job
from .report import Entry, Report

if TYPE_CHECKING:
    from .recognise.foreign import Examined

__all__ = ["Level", "Proof", "is_foreign", "proofread", "proofread_file", "rules_known", "subject_of"]

_NOTHING = Checked((), rules=())
_OWN = (".md", ".yaml", ".yml", ".json")
_FOREIGN = (".docx", ".docm", ".doc", ".pdf", ".txt", ".html", ".htm", ".wps", ".rtf", ".odt", ".ofd")


@dataclass(frozen=True, slots=True)
class Proof:
    """What looking a report over came to."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]  # faults first, then the findings
    checked: Checked = _NOTHING  # no rules: there was nothing to look over
    examined: Examined | None = None  # the file that was looked over; None of a report folder
    remarks: tuple[Diagnostic, ...] = ()  # of the diagnostics, those that are no findings


def is_foreign(path: Path) -> bool:
    """Tell whether a path names a file that is no report's text."""
    return path.suffix.lower() in _FOREIGN or (path.is_file() and path.suffix.lower() not in _OWN)


def proofread_file(
    path: Path,
    fail_on: Level = Level.RECOMMENDED,
    waivers: Mapping[str, Entry] | None = None,
    packs: Sequence[str] = (),
) -> Proof:
    """Look a file from anywhere over: a DOCX, a PDF, a text or a web page.

    Args:
        path: The file.
        fail_on: Findings of rules as binding as this, or more, give exit status 1.
        waivers: Rules switched off, with the reason for each.
        packs: Rule packs, by name or path; none named: those that the title is of.
    """
    from .intake import bytes_of
    from .recognise.foreign import examine

    try:
        examined = examine(bytes_of(path), path.name)
    except Faults as faults:
        return Proof(exit_of(faults.diagnostics), faults.diagnostics, remarks=faults.diagnostics)
    wrong: list[Diagnostic] = []
    rules = _rules(examined.content, packs, None, Source("--pack"), wrong)
    subject = check.Subject(content=examined.content, looks=examined.looks, waivers=waivers or {})
    checked = check.check(subject, rules)
    examined = replace(examined, remarks=(*examined.remarks, *wrong))
    status = exit_of(examined.remarks)
    if status is Exit.DONE and checked.reaching(fail_on):
        status = Exit.CONTENT
    return Proof(status, (*examined.remarks, *checked.findings), checked, examined, remarks=examined.remarks)


def proofread(
    job: Job,
    fail_on: Level = Level.RECOMMENDED,
    waivers: Mapping[str, Entry] | None = None,
    packs: Sequence[str] = (),
    against: str | None = None,
) -> Proof:
    """Look a report over.

    Args:
        job: Which report, year and edition; what a build makes of it does not matter.
        fail_on: Findings of rules as binding as this, or more, give exit status 1.
        waivers: Rules switched off beside those of the report, with the reason for each.
        packs: Rule packs in place of the report's own (规则包), by name or path.
        against: Last year's report: its folder, or the name of a frozen state of this one; None takes the
            state that this folder last froze for that year, if any.
    """
    found: list[Diagnostic] = []
    try:
        subject = subject_of(job, found)
        subject = replace(subject, earlier=_earlier(job, subject, against, found))
    except Faults as faults:
        found += faults.diagnostics
        subject = None
    if subject is None:
        return Proof(exit_of(found), tuple(found), remarks=tuple(found))
    rules = _rules_of(subject, packs, found)
    subject = replace(subject, waivers=waivers or {})
    checked = check.check(replace(subject, codes=_codes(subject, rules)), rules)
    status = exit_of(found)
    if status is Exit.DONE and checked.reaching(fail_on):
        status = Exit.CONTENT
    return Proof(status, (*found, *checked.findings), checked, remarks=tuple(found))


def _earlier(
    job: Job, subject: check.Subject, against: str | None, found: list[Diagnostic]
) -> check.Earlier | None:
    """Read last year's report; a state that nobody named and that is damaged is told and left alone.

    Raises:
        Faults: what `against` names is not there, or nothing sensible remains of it.
    """
    from .freeze import states

    assert subject.year is not None
    base = subject.year - 1
    if against is None:
        try:
            frozen = states.frozen_figures(job.report, base)
        except Faults as faults:
            found += (Diagnostic("check.state_damaged", each.source) for each in faults.diagnostics)
            return None
        return check.Earlier(frozen[0].name, frozen[1]) if frozen else None
    from . import read

    place = Path(against) if Path(against).exists() else states.frozen_report(job.report, against)
    report, _ = read.read_report(place)
    figures = derived(report, base, []).figures
    if not any(figure.values.get(base) for figure in figures.figures.values()):
        found.append(Diagnostic("check.no_last_year", Source(against), {"year": base}))
    return check.Earlier(Path(against).name, figures)


def _codes(subject: check.Subject, rules: tuple[Rule, ...]) -> frozenset[str]:
    """List the codes that 不查 may name; a pack that is not looked at now is read only when it names more."""
    codes = frozenset(rule.code for rule in rules)
    named = {*subject.waived, *(each.code for each in subject.accepted)}
    if named <= codes or subject.report is None:
        return codes
    return codes | {rule.code for rule in rules_known(subject.report.folder)}


def _rules_of(subject: check.Subject, packs: Sequence[str], found: list[Diagnostic]) -> tuple[Rule, ...]:
    """Give the rules that a report is looked over by: those of its packs among them."""
    report, content = subject.report, subject.content
    if content is None or report is None:
        return check.RULES
    entry = report.metadata.get("packs")
    own = entry.value if entry is not None and isinstance(entry.value, tuple) else ()
    source = entry.source if entry is not None and not packs else Source("--pack")
    return _rules(content, packs or own, report.folder, source, found)


def _rules(
    content: Content, names: Sequence[str], folder: Path | None, source: Source, found: list[Diagnostic]
) -> tuple[Rule, ...]:
    from .read.packs import choose

    chosen = choose(names, content.title, folder, source, found)
    return (*check.RULES, *(rule for pack in chosen for rule in check.rules_of(pack)))


def rules_known(folder: Path | None = None) -> tuple[Rule, ...]:
    """List all rules, those of the packs that come along and of a folder's own among them."""
    from .read.packs import available

    if folder is not None and not folder.is_dir():
        folder = folder.parent
    packs = available(folder, [])
    return (*check.RULES, *(rule for pack in packs for rule in check.rules_of(pack)))


def subject_of(
    job: Job, found: list[Diagnostic], change: Callable[[Report], Report] | None = None
) -> check.Subject:
    """Read and say a report; what is wrong goes to `found`, figures still missing as one count.

    Args:
        job: Which report, year and edition.
        found: Receives what is wrong.
        change: Applied to the report once it is read.

    Raises:
        Faults: nothing of it can be said.
    """
    from . import fill, layout_file, read

    report = read_job(job, found, change)
    entry = report.metadata.get("year")
    year = job.year or (entry.value if entry else None)
    if not isinstance(year, int):
        raise Faults([Diagnostic("job.no_year", Source(report.text.file))])
    report = derived(report, year, found)
    review, wrong = read.read_review(report.folder)
    found += wrong
    document = layout_file.load("report").document
    content, wrong = fill.fill(report, document, year=year, edition=job.edition, overrides=job.settings)
    missing = [d for d in wrong if exit_of([d]) is Exit.PENDING]
    found += (d for d in wrong if d not in missing and d.code != "metadata.not_printed")
    if missing:
        found.append(
            Diagnostic("check.missing", report.figures.source, {"count": len(missing), "year": year})
        )
    return check.Subject(report, report.figures, year, review, content)
