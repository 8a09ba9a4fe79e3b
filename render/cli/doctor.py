"""`gongwen doctor`: whether this machine has what a build needs."""

from __future__ import annotations

from argparse import Namespace

from ..doctor import Check, examine
from ..messages import exit_of, message_of
from ..messages.phrases import phrase
from .columns import lined_up
from .jobs import FACES, policy_of
from .reply import Reply
from .usage import Call, Command


def run(options: Namespace, call: Call) -> Reply:
    """Look at everything; the diagnostics say what to do."""
    checks = examine(faces=policy_of(options), encoding=call.encoding)
    diagnostics = tuple(check.diagnostic for check in checks if check.diagnostic)
    lines = lined_up([_row(check, call.language) for check in checks])
    more = [
        {"subject": c.subject, "name": c.name or None, "ok": c.diagnostic is None, "value": c.value or None}
        for c in checks
    ]
    return Reply(exit_of(diagnostics), tuple(lines), diagnostics, more={"checks": more})


def _row(check: Check, language: str) -> list[str]:
    state = "ok" if check.diagnostic is None else str(message_of(check.diagnostic).severity)
    value = phrase(f"doctor.offline.{check.value}", language) if check.subject == "offline" else check.value
    return [
        phrase(f"doctor.state.{state}", language),
        phrase(f"doctor.{check.subject}", language),
        check.name,
        value or phrase("doctor.nothing", language),
    ]


COMMAND = Command(run, options=(FACES,))
