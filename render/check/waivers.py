"""Waivers: rules about the list of checks a report switches off (不查)."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from .rule import Level, Rule, Subject


def unknown_code(subject: Subject) -> Iterator[Diagnostic]:
    """Find codes that no check has: a typing error would leave a check on without a word."""
    for code, _, source in _entries(subject):
        if code not in subject.codes:
            near = nearest(code, sorted(subject.codes))
            yield Diagnostic("waiver.unknown", source, {"code": code, "near": near})


def no_reason(subject: Subject) -> Iterator[Diagnostic]:
    """Find checks that are switched off without a reason."""
    for code, reason, source in _entries(subject):
        if not reason and code in subject.codes:
            yield Diagnostic("waiver.no_reason", source, {"code": code})


def idle(subject: Subject) -> Iterator[Diagnostic]:
    """Find entries that nothing is found for any more; they would hide what comes later."""
    for code, words, source in subject.idle:
        yield Diagnostic("waiver.idle", source, {"code": code, "words": words})


RULES = (
    Rule("waiver.unknown", Level.REQUIRED, unknown_code, can_be_waived=False),
    Rule("waiver.no_reason", Level.REQUIRED, no_reason, can_be_waived=False),
    Rule("waiver.idle", Level.CUSTOMARY, idle, can_be_waived=False),
)


def _entries(subject: Subject) -> Iterator[tuple[str, str, Source]]:
    """List the entries of the list, each with its reason."""
    for code, entry in subject.waived.items():
        yield code, str(entry.value), entry.source
    for each in subject.accepted:
        yield each.code, each.reason, each.source
