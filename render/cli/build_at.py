"""`gongwen build --at`: a frozen state, built from what is kept of it."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from .. import pipeline
from ..diagnostics import fault
from ..freeze.rebuilding import rebuild
from ..messages.phrases import phrase
from ..outputs import file_name
from .build import built, extras_of, summary
from .jobs import formats_of, output_folder, policy_of
from .reply import Reply
from .usage import Call

_FIXED = (
    *("year", "edition", "template", "templates", "settings", "target", "compare"),
    *("plain", "per_addressee", "carry_source"),
)
"""Options that a state has settled."""


def run_at(options: Namespace, call: Call) -> Reply:
    """Build the state and say whether it came out as it was."""
    if given := [name for name in _FIXED if getattr(options, name)]:
        raise fault("freeze.fixed", option=_flag(given[0]))
    report = Path(options.report)
    job = pipeline.Job(
        report,
        to=formats_of(options.to) or pipeline.FORMATS,
        extras=extras_of(options.extras),
        strict=options.strict,
        force=options.force,
        out=output_folder(report, options.out, file_name(options.at, "").rstrip(".")),
    )
    # The environment does not choose the faces of a state; whoever asks for others says so here.
    made_with = policy_of(options) if options.faces is not None else None
    rebuilt = rebuild(job, options.at, made_with)
    result = rebuilt.result
    if not result.ok or result.laid_out is None or rebuilt.state is None:
        return Reply(result.exit, diagnostics=result.diagnostics)
    name, record = rebuilt.state.name, rebuilt.state.record
    more = built(replace(job, extras=()), result)
    same = rebuilt.same or {}
    more |= {"edition": record.edition, "at": name, "fingerprint": rebuilt.fingerprint, "same": dict(same)}
    lines = [*(str(output.path) for output in result.outputs), *summary(more, call.language)]
    if same and all(same.values()):
        formats = phrase("list.pause", call.language).join(each.upper() for each in same)
        lines.append(phrase("build.same", call.language, name=name, formats=formats))
    return Reply(result.exit, tuple(lines), result.diagnostics, result.outputs, more["pages"], more)


def _flag(name: str) -> str:
    return {"settings": "--set"}.get(name, "--" + name.replace("_", "-"))
