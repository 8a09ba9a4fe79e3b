"""`gongwen freeze`: a report's state fixed under a name, what states there are, and what moved since one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostic, Source, fault
from ..freeze import making, since, states
from ..freeze.moved import SentenceMoved
from ..messages import Exit, exit_of, place_of
from ..messages.phrases import phrase
from .columns import lined_up
from .jobs import JOB_OPTIONS, REPORT, job_of, years_of
from .reply import Reply
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


def summary(news: since.News, language: str) -> str:
    """Say in one line what moved."""
    if not news.counts:
        return phrase("since.unmoved", language, name=news.state.name)
    counts = phrase("list.pause", language).join(
        phrase(f"since.count.{kind}", language, count=count) for kind, count in news.counts.items()
    )
    return phrase("since.moved", language, name=news.state.name, counts=counts)


def details(news: since.News, language: str) -> Iterator[str]:
    """Say what moved, item by item."""
    record = news.state.record
    on = f"{record.frozen_at:%Y-%m-%d %H:%M}"
    yield phrase("since.frozen", language, name=news.state.name, on=on, digits=record.fingerprint)
    yield summary(news, language)
    rows = {
        "figures": _figures(news, language),
        "sentences": [_sentence(each, language) for each in news.moved.sentences],
        "metadata": [
            _arrow("since.aspect", language, each.before, each.after, name=each.key)
            for each in news.moved.metadata
        ],
        "files": list(news.moved.files),
        "template": [phrase("since.template", language)],
        "faces": [
            _arrow("since.aspect", language, was, now, name=role) for role, was, now in news.moved.faces
        ],
    }
    for kind in news.counts:
        yield ""
        yield phrase(f"since.head.{kind}", language)
        yield from (f"  {row}" for row in rows[kind])


def _figures(news: since.News, language: str) -> list[str]:
    rows = []
    for figure in news.moved.figures:
        said = [
            _arrow("since.cell", language, cell.before, cell.after, year=cell.year)
            + f" {_both(place_of(cell.source_before, language), place_of(cell.source, language))}".rstrip()
            for cell in figure.cells
        ]
        said += [
            _arrow("since.aspect", language, was, now, name=column) for column, was, now in figure.aspects
        ]
        for at, each in enumerate(said or [""]):
            case = phrase(f"since.case.{figure.case}", language)
            rows.append([case if at == 0 else "", figure.name if at == 0 else "", each])
    return lined_up(rows) if rows else []


def _both(was: str, now: str) -> str:
    """Name a place, or both where it has moved."""
    places = "→".join(dict.fromkeys(place for place in (was, now) if place))
    return f"[{places}]" if places else ""


def _arrow(key: str, language: str, before: str, after: str, **values: object) -> str:
    blank = phrase("since.blank", language)
    return phrase(key, language, before=before or blank, after=after or blank, **values)


def _sentence(moved: SentenceMoved, language: str) -> str:
    text = moved.after or moved.before
    if moved.case == "changed":
        text = _marked(moved, language)
    case = phrase(f"since.case.{moved.case}", language)
    return f"{place_of(moved.source, language)} {case} {text}"


def _marked(moved: SentenceMoved, language: str) -> str:
    """Write a sentence with what was taken out and put in."""
    parts = []
    at = 0
    for edit in moved.edits:
        parts.append(moved.before[at : edit.start])
        if out := moved.before[edit.start : edit.stop]:
            parts.append(phrase("since.out", language, text=out))
        if put := moved.after[edit.new_start : edit.new_stop]:
            parts.append(phrase("since.in", language, text=put))
        at = edit.stop
    return "".join([*parts, moved.before[at:]])


def as_values(news: since.News) -> dict[str, Any]:
    """Give what moved as plain values for JSON."""
    record = news.state.record
    moved = asdict(news.moved)
    return {
        "since": news.state.name,
        "frozen_at": record.frozen_at.isoformat(),
        "fingerprint": record.fingerprint,
        "counts": news.counts,
        "moved": moved,
    }


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
