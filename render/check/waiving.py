"""Waiving: which findings a report switches off, by rule or by the words they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..content import Span
from ..diagnostics import Diagnostic, Source
from ..report import Accepted
from .rule import Correction, Rule, Subject

_SHORTEST = 2  # characters of a quotation that can stand for the words it is part of


@dataclass(frozen=True, slots=True)
class Waived:
    """An entry of the list of what is not looked for (不查)."""

    code: str
    reason: str
    count: int  # of findings not listed
    source: Source
    words: str = ""  # that are accepted; empty: the whole rule is switched off


def sift(subject: Subject, rule: Rule, found: Sequence[Diagnostic]) -> tuple[list[Diagnostic], list[Waived]]:
    """Keep the findings that are listed, and count those of each entry that are not."""
    if not rule.can_be_waived:
        return list(found), []
    entry = subject.waived.get(rule.code)
    if entry is not None and entry.value:
        return [], [Waived(rule.code, str(entry.value), len(found), entry.source)]
    kept, waived = list(found), []
    for accepted in _of(subject, rule):
        left = [each for each in kept if not is_accepted(each, accepted, subject)]
        waived.append(
            Waived(rule.code, accepted.reason, len(kept) - len(left), accepted.source, accepted.words)
        )
        kept = left
    return kept, waived


def is_accepted(finding: Diagnostic, accepted: Accepted, subject: Subject) -> bool:
    """Tell whether a finding is about accepted words: it quotes them, or part of them where they stand."""
    words = accepted.words
    quoted = [value for value in finding.values.values() if isinstance(value, str) and value]
    if any(words in value for value in quoted):
        return True
    is_part = any(len(value) >= _SHORTEST and value in words for value in quoted)
    texts = [each.prose.text for each in subject.passages if finding.source in _sources(each.prose.spans)]
    return is_part and (not texts or any(words in text for text in texts))


def may_correct(subject: Subject, rule: Rule, correction: Correction) -> bool:
    """Tell whether a place may be put right: not if its rule is switched off, or its words are accepted."""
    entry = subject.waived.get(rule.code)
    if not rule.can_be_waived or (entry is None and not subject.accepted):
        return True
    if entry is not None and entry.value:
        return False
    text = correction.prose.text
    for accepted in _of(subject, rule):
        at = text.find(accepted.words)
        while at >= 0:
            if at < correction.stop and correction.start < at + len(accepted.words):
                return False
            at = text.find(accepted.words, at + 1)
    return True


def idle(subject: Subject, waived: Sequence[Waived]) -> tuple[tuple[str, str, Source], ...]:
    """List the report's own entries for which nothing was found; what they say holds for its own year."""
    if subject.content is None or subject.report is None:
        return ()
    own_year = subject.report.metadata.get("year")
    if own_year is not None and own_year.value != subject.year:
        return ()
    own = {entry.source for entry in subject.report.waived.values()}
    own |= {each.source for each in subject.report.accepted}
    return tuple(
        (each.code, each.words, each.source) for each in waived if not each.count and each.source in own
    )


def _of(subject: Subject, rule: Rule) -> list[Accepted]:
    return [each for each in subject.accepted if each.code == rule.code and each.reason]


def _sources(spans: Sequence[Span]) -> set[Source]:
    return {span.source for span in spans}
