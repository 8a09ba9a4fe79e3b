"""`gongwen collect`: sheets (收数表) out to the offices, and their answers in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..collect import Choices, OfficeState, Request, Sent, Settled, State, TakenIn, send_out, take_in
from ..diagnostics import fault
from ..messages import place_of
from ..messages.phrases import phrase
from ..report import Absence
from .columns import lined_up
from .jobs import REPORT, output_folder, settings_of, year_of
from .reply import Reply
from .usage import Call, Command, Option

_INWARD = ("apply", "skip_doubtful", "take", "accept")


def run(options: Namespace, call: Call) -> Reply:
    """Write the sheets, or read what came back."""
    report = Path(options.report)
    request = Request(report, year_of(options), settings_of(options))
    if options.answers is None:
        for name in _INWARD:
            if getattr(options, name):
                raise fault("collect.one_way", option=f"--{name.replace('_', '-')}")
        sent = send_out(request, output_folder(report, options.out, "收数表"), force=options.force)
        return Reply(
            sent.exit, tuple(_sent(sent, call)), sent.diagnostics, sent.outputs, more=_sent_more(sent)
        )
    choices = Choices(
        _taken(options.take), frozenset(each for text in options.accept for each in _split(text))
    )
    taken = take_in(
        request,
        Path(options.answers),
        choices=choices,
        apply=options.apply,
        skip_doubtful=options.skip_doubtful,
        out=None if options.out is None else Path(options.out),
    )
    lines = tuple(_text(taken, call.language)) if taken.asking else ()
    return Reply(taken.exit, lines, taken.diagnostics, taken.outputs, more=_more(taken))


def _split(text: str) -> list[str]:
    return [each.strip() for each in text.replace("，", ",").split(",") if each.strip()]


def _taken(texts: list[str]) -> dict[str, str]:
    taken = {}
    for text in texts:
        office, equals, file = text.replace("＝", "=", 1).partition("=")
        if not equals or not office.strip() or not file.strip():
            raise fault("collect.bad_take", value=text)
        taken[office.strip()] = file.strip()
    return taken


def _sent(sent: Sent, call: Call) -> Iterator[str]:
    if sent.asking is None or not sent.outputs:
        return
    rows = [
        (sheet.office, phrase("collect.figures", call.language, count=len(sheet.rows)), output.name)
        for sheet, output in zip(sent.asking.sheets, sent.outputs[:-1], strict=True)
    ]
    yield from lined_up(rows)
    yield phrase(
        "collect.sent", call.language, count=len(rows), folder=sent.folder, name=sent.outputs[-1].name
    )


def _sent_more(sent: Sent) -> dict[str, Any]:
    if sent.asking is None:
        return {}
    names: list[str | None] = [output.name for output in sent.outputs[:-1]]
    names = names or [None] * len(sent.asking.sheets)
    return {
        "year": sent.asking.year,
        "sheets": [
            {"office": sheet.office, "file": name, "figures": [row.key for row in sheet.rows]}
            for sheet, name in zip(sent.asking.sheets, names, strict=True)
        ],
    }


def _text(taken: TakenIn, language: str) -> Iterator[str]:
    """Say who sent what, what moved, and what became of it."""

    def say(key: str, **values: object) -> str:
        return phrase(f"collect.{key}", language, **values)

    rows = [
        tuple(
            say(f"head.{part}") for part in ("office", "file", "version", "day", "filler", "phone", "given")
        )
    ]
    for one in taken.offices:
        given = sum(each.state not in (State.MISSING, State.OPEN) for each in one.figures)
        for at, file in enumerate(one.files):
            version = say("version", number=one.version) if file in one.taken else say("not_taken")
            people = file.people
            counted = f"{given}/{len(one.figures)}" if at == len(one.files) - 1 else ""
            rows.append(
                (one.sheet.office, file.file, version, people.filled_on, people.filler, people.phone, counted)
            )
        if not one.files:
            rows.append(
                (one.sheet.office, say("none"), "", "", one.contact, one.phone, f"{given}/{len(one.figures)}")
            )
    yield from lined_up(rows)
    for one in taken.offices:
        yield from (
            say(
                "moved",
                office=one.sheet.office,
                figure=name,
                before=before or say("blank"),
                after=after or say("blank"),
            )
            for name, before, after in one.moved
        )
    yield say(
        "sum",
        files=len(taken.returned),
        offices=sum(bool(one.files) for one in taken.offices),
        waiting=sum(not one.files for one in taken.offices),
        changes=len(taken.changes),
        open=sum(each.state is State.OPEN for one in taken.offices for each in one.figures),
        missing=sum(len(one.missing) for one in taken.offices),
    )
    if taken.is_applied and taken.written:
        yield say("written", files="、".join(taken.written))
        yield say("kept", folder=taken.kept)
    elif taken.is_applied:
        yield say("nothing_new")
    elif taken.changes or taken.new_files:
        yield say("not_written")


def _more(taken: TakenIn) -> dict[str, Any]:
    """Write it all for a program."""
    return {
        "year": taken.asking.year if taken.asking else None,
        "applied": taken.is_applied,
        "written": list(taken.written),
        "kept": str(taken.kept) if taken.kept else None,
        "files": [
            {
                "file": one.file,
                "sha256": one.sha256,
                "format": one.format or None,
                "modified": one.modified,
                "office": one.office or None,
                "code": one.code or None,
                "read": one.is_read and not one.is_refused,
                "filled_on": one.people.filled_on or None,
                "filled_by": one.people.filler or None,
                "reviewed_by": one.people.reviewer or None,
                "head": one.people.head or None,
                "phone": one.people.phone or None,
            }
            for one in taken.returned
        ],
        "offices": [_office(one) for one in taken.offices],
        "register": [
            {
                "office": entry.office,
                "file": entry.file,
                "time": entry.time,
                "version": entry.version,
                "taken": entry.is_taken,
                "filled_on": entry.filled_on or None,
                "modified": entry.modified,
                "filled_by": entry.filler or None,
                "phone": entry.phone or None,
                "sha256": entry.sha256,
            }
            for entry in taken.register.entries
            if taken.asking and entry.year == taken.asking.year
        ],
        "findings": [
            {
                "code": each.diagnostic.code,
                "file": each.file or None,
                "place": place_of(each.diagnostic.source, "en") or None,
                "office": each.office or None,
                "figure": each.key or None,
            }
            for each in taken.findings
        ],
    }


def _office(one: OfficeState) -> dict[str, Any]:
    return {
        "office": one.sheet.office,
        "version": one.version or None,
        "taken": [file.file for file in one.taken],
        "contact": one.contact or None,
        "phone": one.phone or None,
        "missing": [each.asked.key for each in one.missing],
        "lacks_reason": [each.asked.key for each in one.figures if each.lacks_reason],
        "moved": [{"figure": name, "before": old, "after": new} for name, old, new in one.moved],
        "figures": [_figure(each) for each in one.figures],
    }


def _figure(each: Settled) -> dict[str, Any]:
    number = each.number
    value = (
        "—" if number is Absence.NOT_APPLICABLE else f"{number:f}" if isinstance(number, Decimal) else None
    )
    return {
        "figure": each.asked.key,
        "state": each.state.value,
        "value": value,
        "file": each.file or None,
        "cell": each.row.value.source.cell if each.row else None,
        "reason": each.row.reason or None if each.row else None,
        "note": each.row.note or None if each.row else None,
    }


COMMAND = Command(
    run,
    (REPORT,),
    (
        Option("out", ("-o", "--out"), "folder", phrase="collect.out"),
        Option("answers", ("--in",), "folder", phrase="collect.in"),
        Option("year", ("--year",), "year"),
        Option("apply", ("--apply",), phrase="collect.apply"),
        Option("skip_doubtful", ("--skip-doubtful",), phrase="collect.skip_doubtful"),
        Option("take", ("--take",), "office_file", repeated=True, phrase="collect.take"),
        Option("accept", ("--accept",), "names", repeated=True, phrase="collect.accept"),
        Option("settings", ("--set",), "setting", repeated=True),
        Option("force", ("--force",), phrase="collect.force"),
    ),
)
