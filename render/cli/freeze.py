"""`gongwen freeze`: a report's state fixed under a name, what states there are, and what moved since one."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostic, Source, fault
from ..freeze import making, since, states
from ..messages import Exit, exit_of
from ..messages.phrases import phrase
from .columns import lined_up
from .jobs import JOB_OPTIONS, REPORT, job_of, years_of
from .reply import Reply
from .since import as_values, details
from .usage import Call, Command, Option


def run(options: Namespace, call: Call) -> Reply:
    """Freeze, list, or tell what moved, as the options ask."""
    if [options.name is not None, options.list, options.since is not None].count(True) != 1:
        raise fault("freeze.choose_one")
    if options.list:
        return _list(Path(options.report), call.language)
    job = replace(job_of(options), compare=years_of("--compare", options.compare))
    if options.since is not None:
        found: list[Diagnostic] = []
        news = since.moved_since(job, options.since, found)
        if news is None:
            return Reply(exit_of(found), diagnostics=tuple(found))
        return Reply(Exit.DONE, tuple(details(news, call.language)), tuple(found), more=as_values(news))
    # A record says when it was made; SOURCE_DATE_EPOCH says so where a run must come out the same.
    at = job.created or datetime.now(UTC).astimezone()
    frozen = making.freeze(job, options.name, at=at, by=options.by or "", note=options.note or "")
    if frozen.state is None:
        return Reply(frozen.exit, diagnostics=frozen.diagnostics)
    return _frozen(frozen, call.language)


def _frozen(frozen: making.Frozen, language: str) -> Reply:
    assert frozen.state is not None
    record = frozen.state.record
    lines = [
        str(frozen.state.folder),
        phrase(
            "freeze.done", language,
            pages=record.pages, figures=record.figures, files=len(record.files), digits=record.fingerprint,
        ),
    ]  # fmt: skip
    if record.warnings:
        lines.append(phrase("freeze.warned", language, count=len(record.warnings)))
    more = {"state": _values(frozen.state)}
    return Reply(frozen.exit, tuple(lines), frozen.diagnostics, frozen.outputs, more=more)


def _list(report: Path, language: str) -> Reply:
    if not report.exists():
        raise fault("folder.missing", Source(str(report)))
    listed, found = states.states_of(report)
    damage = {state.name: states.damage_of(state) for state in listed}
    for each in damage.values():
        found += each
    if not listed:
        lines = [phrase("freeze.nothing", language)]
    else:
        rows = [phrase("freeze.heads", language).split()]
        rows += [_row(state, is_whole=not exit_of(damage[state.name]), language=language) for state in listed]
        lines = lined_up(rows)
    more = {"states": [{**_values(state), "whole": not exit_of(damage[state.name])} for state in listed]}
    return Reply(exit_of(found), tuple(lines), tuple(found), more=more)


def _row(state: states.State, *, is_whole: bool, language: str) -> list[str]:
    record = state.record
    return [
        state.name,
        f"{record.frozen_at:%Y-%m-%d %H:%M}",
        str(record.year),
        record.edition or "",
        str(record.pages),
        record.fingerprint,
        phrase("freeze.whole" if is_whole else "freeze.damaged", language),
        record.by,
        record.note,
    ]


def _values(state: states.State) -> dict[str, Any]:
    record = asdict(state.record)
    del record["files"]
    record |= {"frozen_at": state.record.frozen_at.isoformat(), "created": state.record.created.isoformat()}
    return {"name": state.name, "folder": str(state.folder), **record}


COMMAND = Command(
    run,
    (REPORT,),
    (
        Option("name", ("--as",), "state", phrase="freeze.as"),
        Option("list", ("--list",), phrase="freeze.list"),
        Option("since", ("--since",), "state", phrase="freeze.since"),
        Option("by", ("--by",), "person", phrase="freeze.by"),
        Option("note", ("--note",), "words", phrase="freeze.note"),
        *JOB_OPTIONS,
        Option("compare", ("--compare",), "years", repeated=True),
    ),
)
