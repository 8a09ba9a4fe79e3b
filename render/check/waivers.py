"""Waivers: rules about the list of checks a report switches off (不查)."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostic
from ..nearest import nearest
from .rule import Level, Rule, Subject


def unknown_code(subject: Subject) -> Iterator[Diagnostic]:
    """Find codes that no check has: a typing error would leave a check on without a word."""
    for code, entry in subject.waived.items():
        if code not in subject.codes:
            yield Diagnostic(
                "waiver.unknown", entry.source, {"code": code, "near": nearest(code, sorted(subject.codes))}
            )


def no_reason(subject: Subject) -> Iterator[Diagnostic]:
    """Find checks that are switched off without a reason."""
    for code, entry in subject.waived.items():
        if not entry.value and code in subject.codes:
            yield Diagnostic("waiver.no_reason", entry.source, {"code": code})


RULES = (
    Rule("waiver.unknown", Level.REQUIRED, unknown_code, can_be_waived=False),
    Rule("waiver.no_reason", Level.REQUIRED, no_reason, can_be_waived=False),
)
