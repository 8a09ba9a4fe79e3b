"""Rules: what may leave by mail, and to whom.

One function for each rule; it gets the case and returns a refusal with the rule's own code, or None.
They look at what the report says of itself wherever it says it: a setting given by hand (`--set`) can
make a case stricter, never laxer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ..carry import is_public
from ..diagnostics import NOWHERE, Diagnostic, Source
from ..report import Entry, Report
from .letter import Letter

FINAL_STAGE = "印发稿"
PUBLIC = "主动公开"
_SHOWN = 3  # addresses in a message
INTERNAL_NAMES = ("核对表", "收数表", "指标台账", "收件人", "征求意见稿", "送审稿", "签发稿")
"""Parts of names of files that are an office's own: they name people and telephone numbers, or are drafts."""
SOURCES = ("report", "figures", "mail", "recipients", "ledger")
"""Names of what the author keeps, whatever their format."""


@dataclass(frozen=True, slots=True)
class Case:
    """A report about to be mailed, and what it says of itself."""

    edition: str | None
    editions: tuple[str, ...]  # all that the report has
    said: Mapping[str, tuple[tuple[str, Source], ...]]  # each key's values, in the folder and as set by hand
    allowed_domains: tuple[str, ...]


Rule: TypeAlias = "Callable[[Case], Diagnostic | None]"


def case_of(
    report: Report,
    filled: Mapping[str, str | tuple[str, ...]],
    *,
    year: int,
    edition: str | None,
    allowed_domains: tuple[str, ...],
) -> Case:
    """Gather what a report says of itself.

    Args:
        report: As the folder has it.
        filled: Its metadata for the year and edition, settings given by hand among them.
        year: The year reported on.
        edition: The edition to be mailed.
        allowed_domains: Where it may go although it is not public.
    """
    layers = [report.metadata, report.by_year.get(year, {}), report.editions.get(edition or "", {})]
    said: dict[str, tuple[tuple[str, Source], ...]] = {}
    for key in ("security", "disclosure", "stage"):
        written = [(_text(layer[key]), layer[key].source) for layer in layers if key in layer]
        # 密级 of any layer holds; of the others the last one said, and saying nothing is an answer too.
        own = written if key == "security" else written[-1:] or [("", Source(report.text.file))]
        by_hand = filled.get(key, "")
        given = by_hand if isinstance(by_hand, str) else "、".join(by_hand)
        said[key] = (*own, (given.strip(), own[-1][1] if own else Source(report.text.file)))
    return Case(edition, tuple(report.editions), said, allowed_domains)


def classified(case: Case) -> Diagnostic | None:
    """Refuse a report with 密级 (保守国家秘密法: not over public networks without safeguards)."""
    level = next(((text, source) for text, source in case.said["security"] if text), None)
    return Diagnostic("mail.classified", level[1], {"level": level[0]}) if level else None


def not_public(case: Case) -> Diagnostic | None:
    """Keep inside what is not 主动公开, both in the folder and as set by hand."""
    found = next(((t, s) for t, s in case.said["disclosure"] if not t.startswith(PUBLIC)), None)
    return Diagnostic("mail.not_public", found[1], {"found": found[0]}) if found else None


def draft_stage(case: Case) -> Diagnostic | None:
    """Keep inside a 稿次 before 印发稿."""
    found = next(((t, s) for t, s in case.said["stage"] if t and t != FINAL_STAGE), None)
    return Diagnostic("mail.draft_stage", found[1], {"stage": found[0]}) if found else None


def other_edition(case: Case) -> Diagnostic | None:
    """Keep inside all but the public edition, where a report has one."""
    public = [edition for edition in case.editions if is_public(edition, {})]
    if not public or (case.edition and is_public(case.edition, {})):
        return None
    return Diagnostic("mail.other_edition", NOWHERE, {"edition": case.edition or "", "public": public[0]})


ALWAYS: Sequence[Rule] = (classified,)
"""Rules that stop a mailing, whoever it goes to."""

OUTSIDE: Sequence[Rule] = (not_public, draft_stage, other_edition)
"""Rules that keep a mailing within 允许的邮箱域名."""


def is_internal(name: str) -> bool:
    """Tell by its name whether a file is an office's own: sheets for checking and collecting, sources."""
    stem, _, _ = name.casefold().partition(".")
    return stem in SOURCES or any(part in name for part in INTERNAL_NAMES)


def refusals(case: Case, letters: Iterable[Letter]) -> list[Diagnostic]:
    """Say which rules a mailing breaks, each once, with the mailboxes it would wrongly reach.

    Args:
        case: The report.
        letters: What is to be mailed.
    """
    if stopped := [found for rule in ALWAYS if (found := rule(case))]:
        return stopped
    outside = [(letter, outsiders(case, (a.address for a in letter.envelope))) for letter in letters]
    refused = refusals_of(
        case, tuple(dict.fromkeys(address for _, addresses in outside for address in addresses))
    )
    reached: dict[str, dict[str, None]] = {}
    for letter, addresses in outside:
        for enclosure in letter.enclosures:
            if enclosure.is_internal and addresses:
                reached.setdefault(enclosure.name, {}).update(dict.fromkeys(addresses))
    for name, by_address in reached.items():
        values = {"name": name, **shown(tuple(by_address)), **_allowed(case)}
        refused.append(Diagnostic("mail.internal", NOWHERE, values))
    return refused


def refusals_of(case: Case, outside: Sequence[str]) -> list[Diagnostic]:
    """Say which rules keep a report from addresses outside the allowed domains."""
    refused = [rule(case) for rule in OUTSIDE] if outside else []
    return [
        Diagnostic(each.code, each.source, {**each.values, **shown(outside), **_allowed(case)})
        for each in refused
        if each
    ]


def outsiders(case: Case, addresses: Iterable[str]) -> tuple[str, ...]:
    """List the addresses that are in none of the allowed domains."""
    return tuple(a for a in addresses if a.rpartition("@")[2].lower() not in case.allowed_domains)


def keeps_inside(case: Case) -> bool:
    """Tell whether any rule keeps this report within the allowed domains."""
    return any(rule(case) for rule in OUTSIDE)


def shown(addresses: Sequence[str]) -> dict[str, object]:
    """Give the first addresses and the count of all, for a message."""
    more = ("……",) if len(addresses) > _SHOWN else ()
    return {"addresses": (*addresses[:_SHOWN], *more), "count": len(addresses)}


def _allowed(case: Case) -> dict[str, object]:
    return {"allowed": case.allowed_domains}


def _text(entry: Entry) -> str:
    value = entry.value
    return ("、".join(value) if isinstance(value, tuple) else str(value)).strip()
