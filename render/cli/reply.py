"""Reply: what a command came to, said as text or as JSON.

As text, results stand on standard output and diagnostics on standard error, so that either can be
piped away. As JSON, one envelope on standard output holds everything.
"""

from __future__ import annotations

import errno
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TextIO

from ..diagnostics import Diagnostic
from ..messages import Exit, Severity, describe, message_of, wording
from ..messages.phrases import phrase
from ..noun import Noun, field

if TYPE_CHECKING:
    from ..outputs import Output

FORMATS = ("text", "json")

_MOST_ALIKE = 200  # findings of one code told as text; nobody reads more on a screen


class Reply(Noun, frozen=True):
    """What a command came to."""

    exit: Exit = Exit.DONE
    lines: tuple[str, ...] = ()  # results as text
    diagnostics: tuple[Diagnostic, ...] = ()
    outputs: tuple[Output, ...] = ()
    pages: int | None = None  # in each of the outputs; None: they have no pages
    # Results as JSON, beside the envelope's own; long ones are worked out when JSON is asked for.
    more: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = field(default_factory=dict)
    told: tuple[Diagnostic, ...] = ()  # further diagnostics, which the lines tell already


def answer(command: str, reply: Reply, form: str, language: str) -> int:
    """Say a reply in one of the `FORMATS`; returns the exit status of the process."""
    if form == "json":
        results, remarks = _json(envelope(command, reply, language)), []
    else:
        results, remarks = "\n".join(reply.lines), _remarks(reply, language)
    is_lost = not _say(results, sys.stdout)
    _say("\n".join(remarks), sys.stderr)
    return Exit.USE if is_lost and reply.exit is Exit.DONE else reply.exit


def envelope(command: str, reply: Reply, language: str) -> dict[str, Any]:
    """Give a reply as plain values for JSON."""
    return {
        "command": command,
        "ok": reply.exit is Exit.DONE,
        "exit": int(reply.exit),
        "outputs": [_output(output, reply.pages) for output in reply.outputs],
        "diagnostics": [
            diagnostic_json(diagnostic, language) for diagnostic in (*reply.diagnostics, *reply.told)
        ],
        **(reply.more() if callable(reply.more) else reply.more),
    }


def is_unicode(encoding: str | None) -> bool:
    """Tell whether an encoding is UTF-8, which programs take text and JSON to be in."""
    return encoding is None or encoding.lower().replace("-", "").replace("_", "") == "utf8"


def _output(output: Output, pages: int | None) -> dict[str, Any]:
    return {
        "format": output.format,
        "path": None if output.path is None else str(output.path),
        "sha256": output.sha256,
        "bytes": len(output.data),
        "pages": pages,
    }


def diagnostic_json(diagnostic: Diagnostic, language: str) -> dict[str, Any]:
    """Give a finding as plain values for JSON."""
    source = diagnostic.source
    message, hint = wording(diagnostic, language)
    return {
        "code": diagnostic.code,
        "severity": str(message_of(diagnostic).severity),
        "file": source.file or None,
        "line": source.line,
        "column": source.column,
        "sheet": source.sheet or None,
        "cell": source.cell or None,
        "page": source.page,
        "message": message,
        "hint": hint or None,
    }


def _json(value: Mapping[str, Any]) -> str:
    """Write JSON that survives the console's encoding: anything but UTF-8 gets escapes."""
    import json

    return json.dumps(value, ensure_ascii=not is_unicode(getattr(sys.stdout, "encoding", None)), indent=2)


def _remarks(reply: Reply, language: str) -> list[str]:
    """Describe the diagnostics, then count them where the run came to nothing."""
    told, untold = _within_reason(reply.diagnostics)
    remarks = [
        describe(diagnostic, language, with_hint=not _is_said_below(diagnostic, following, language))
        for diagnostic, following in zip_longest(told, told[1:])
    ]
    remarks += [phrase("sum.alike", language, code=code, count=count) for code, count in untold.items()]
    if reply.exit is Exit.STRICT or (reply.exit not in (Exit.DONE, Exit.PARTLY) and len(remarks) > 1):
        severities = [message_of(diagnostic).severity for diagnostic in reply.diagnostics]
        counts = {"errors": severities.count(Severity.ERROR), "warnings": severities.count(Severity.WARNING)}
        notes = severities.count(Severity.NOTE)
        key = "sum.strict" if reply.exit is Exit.STRICT else "sum.errors"
        more = phrase("sum.notes", language, notes=notes) if notes and key == "sum.errors" else ""
        remarks.append(phrase(key, language, **counts) + more)
    return remarks


def _within_reason(diagnostics: Sequence[Diagnostic]) -> tuple[list[Diagnostic], dict[str, int]]:
    """Keep the first `_MOST_ALIKE` findings of each code, and count the others."""
    counts: Counter[str] = Counter()
    told = []
    for diagnostic in diagnostics:
        counts[diagnostic.code] += 1
        if counts[diagnostic.code] <= _MOST_ALIKE:
            told.append(diagnostic)
    return told, {code: count - _MOST_ALIKE for code, count in counts.items() if count > _MOST_ALIKE}


def _is_said_below(diagnostic: Diagnostic, following: Diagnostic | None, language: str) -> bool:
    """Tell whether the next diagnostic has the same way out: of many in a row, the last one says it."""
    return following is not None and wording(diagnostic, language)[1] == wording(following, language)[1]


def _say(text: str, stream: TextIO | None) -> bool:
    """Print a text; False when it could not be written. A reader who went away has had enough."""
    if not text or stream is None:
        return True
    try:
        print(text, file=stream, flush=True)
    except OSError as err:
        _forget(stream)
        if isinstance(err, BrokenPipeError) or err.errno == errno.EINVAL:  # Windows says EINVAL
            return True
        if stream is sys.stdout:
            print(f"gongwen: {err.strerror}", file=sys.stderr)
        return False
    return True


def _forget(stream: TextIO) -> None:
    """Send what is left in a stream's buffer nowhere, so that closing it at exit does not complain."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (a device, not a path)
        os.dup2(nowhere.fileno(), stream.fileno())
