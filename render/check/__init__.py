"""Check: what a careful proof-reader would find in a report.

One function per rule, one entry per rule in `RULES`. Each finding is a diagnostic with its place; a rule
the report switches off (不查) is looked for all the same, and what it finds is counted instead of
listed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..diagnostics import Diagnostic, Source
from . import (
    abbreviations,
    agencies,
    attached,
    captions,
    characters,
    counts,
    days,
    directed,
    directions,
    forms,
    growth,
    laws,
    layout,
    names,
    numbers,
    numerals,
    pairs,
    punctuation,
    rates,
    references,
    review,
    sequence,
    series,
    slips,
    structure,
    tables,
    totals,
    turns,
    units,
    waivers,
    wholes,
    wording,
    years,
)
from .looking import excerpt
from .packs import rules_of
from .passages import Passage, passages_of
from .rule import Correction, Earlier, EntryCorrection, Level, Rule, Subject
from .waiving import Waived, idle, may_correct, sift

__all__ = [
    "RULES",
    "Checked",
    "Correction",
    "Earlier",
    "EntryCorrection",
    "Level",
    "Passage",
    "Rule",
    "Subject",
    "Waived",
    "check",
    "corrections",
    "entry_corrections",
    "excerpt",
    "passages_of",
    "rules_of",
    "with_passages",
]

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *series.RULES,
    *captions.RULES,
    *references.RULES,
    *laws.RULES,
    *abbreviations.RULES,
    *forms.RULES,
    *attached.RULES,
    *directed.RULES,
    *agencies.RULES,
    *names.RULES,
    *days.RULES,
    *wholes.RULES,
    *totals.RULES,
    *rates.RULES,
    *growth.RULES,
    *counts.RULES,
    *tables.RULES,
    *years.RULES,
    *directions.RULES,
    *numbers.RULES,
    *turns.RULES,
    *pairs.RULES,
    *punctuation.RULES,
    *sequence.RULES,
    *numerals.RULES,
    *units.RULES,
    *characters.RULES,
    *wording.RULES,
    *slips.RULES,
    *layout.RULES,
    *review.RULES,
    *waivers.RULES,
)
"""Every rule, in the order of `--explain`."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check came to."""

    findings: tuple[Diagnostic, ...]  # in the order of the text
    waived: tuple[Waived, ...] = ()
    rules: tuple[Rule, ...] = RULES  # that were looked for

    def reaching(self, level: Level) -> tuple[Diagnostic, ...]:
        """Pick the findings of rules as binding as a level, or more."""
        levels = list(Level)
        binding = {rule.code for rule in self.rules if levels.index(rule.level) <= levels.index(level)}
        return tuple(finding for finding in self.findings if finding.code in binding)

    def by_code(self) -> dict[str, Rule]:
        """List the rules by their codes."""
        return {rule.code: rule for rule in self.rules}


def check(subject: Subject, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Look a report or a file over; rules about the list of what is not looked for come last."""
    subject = with_passages(replace(subject, codes=subject.codes | {rule.code for rule in rules}))
    findings: list[Diagnostic] = []
    waived: list[Waived] = []
    for rule in rules:
        if rule not in waivers.RULES:
            kept, switched_off = sift(subject, rule, list(rule.find(subject)))
            findings += kept
            waived += switched_off
    subject = replace(subject, idle=idle(subject, waived))
    for rule in rules:
        if rule in waivers.RULES:
            findings += rule.find(subject)
    text = subject.report.text.file if subject.report else ""
    findings.sort(key=lambda each: (each.source.file != text, *_place(each.source)))
    return Checked(tuple(findings), tuple(waived), rules)


def corrections(subject: Subject, rules: tuple[Rule, ...] = RULES) -> tuple[Correction, ...]:
    """List what may be put right without being read, in the order of the text.

    Rules that the report switches off put nothing right. Where two want the same characters, the first
    has them; what the other wants is found again once that is done.
    """
    subject = with_passages(subject)
    asked: list[Correction] = []
    for rule in rules:
        if rule.corrections is not None:
            asked += (each for each in rule.corrections(subject) if may_correct(subject, rule, each))
    order = {id(passage.prose): number for number, passage in enumerate(subject.passages)}
    asked.sort(key=lambda each: (order[id(each.prose)], each.start, each.stop))
    kept: list[Correction] = []
    for each in asked:
        last = kept[-1] if kept else None
        if last is None or last.prose is not each.prose or each.start >= last.stop:
            kept.append(each)
    return tuple(kept)


def entry_corrections(subject: Subject, rules: tuple[Rule, ...] = RULES) -> tuple[EntryCorrection, ...]:
    """List the values of the front matter that may be put right without being read."""
    metadata = subject.report.metadata if subject.report else {}
    found: list[EntryCorrection] = []
    for rule in rules:
        key, put = rule.puts or ("", str)
        entry = metadata.get(key)
        is_waived = rule.code in subject.waived or any(each.code == rule.code for each in subject.accepted)
        if entry is not None and isinstance(entry.value, str) and not is_waived:
            after = put(entry.value)
            if after != entry.value:
                found.append(EntryCorrection(rule.code, key, entry.source, entry.value, after))
    return tuple(found)


def with_passages(subject: Subject) -> Subject:
    """Read the content once for all rules."""
    if subject.content is None or subject.passages:
        return subject
    return replace(subject, passages=passages_of(subject.content), shared={})


def _place(source: Source) -> tuple[str, int, int, str, int]:
    return source.file, source.page or 0, source.line or 0, source.cell, source.column or 0
