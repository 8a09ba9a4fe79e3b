"""Making: a report's state gathered, built from what was gathered, and put under its name in one step."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from .. import carry, pipeline, signing
from ..diagnostics import Diagnostic, Faults, Source, fault
from ..messages import Exit, Severity, message_of, place_of, wording
from ..noun import Noun, replace
from ..outputs import Output, file_name, write_folder
from . import STATES, faces, folder_of, record, templates
from .record import Record
from .states import (
    ATTRIBUTES,
    MADE,
    RECORD,
    REPORT,
    REVIEW_FILES,
    TEMPLATES,
    State,
    kept_report,
    state_of,
)  # fmt: skip
from .states import place_of as state_place
from .versions import versions

FORMATS = ("docx", "pdf")
LONGEST_NAME = 60  # characters; the folder of a state has folders and long names below it

_AS_THEY_ARE = b"* -text\n"  # git leaves line ends alone, so that a digest holds on every system


class Frozen(Noun, frozen=True):
    """What freezing came to."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    state: State | None = None
    outputs: tuple[Output, ...] = ()


def freeze(job: pipeline.Job, name: str, *, at: datetime, by: str = "", note: str = "") -> Frozen:
    """Freeze a report: all of the state is written, or nothing.

    Args:
        job: The report, and how it is built.
        name: What to call the state.
        at: The moment to write down, with a time zone.
        by: Who froze it.
        note: Anything worth keeping with it.
    """
    found: list[Diagnostic] = []
    folder = folder_of(job.report)
    try:
        _check_name(job.report, name)
        job = replace(job, to=FORMATS, out=None, plain=False, carry_source=False, extras=())
        result = pipeline.lay_out(job)
        found += result.diagnostics
        if result.laid_out is None:
            if result.exit is Exit.STRICT:
                return Frozen(result.exit, tuple(found))
            raise fault("freeze.not_ready", name=name)
        contents, template = _gathered(job, result.laid_out)
        record, made = _built(job, template, result, contents, found)
        record = replace(record, frozen_at=at.replace(microsecond=0), by=by, note=note)
    except Faults as faults:
        found += faults.diagnostics
        return Frozen(pipeline.exit_for(job, found), tuple(found))
    contents |= {f"{MADE}/{output.name}": output.data for output in made}
    return _kept(folder, name, record, contents, found)


def job_of(place: Path, record: Record) -> pipeline.Job:
    """Make the job that builds a state whose files lie in a folder."""
    return pipeline.Job(
        report=kept_report(place, record),
        year=record.year,
        edition=record.edition,
        to=FORMATS,
        template=record.template,
        templates=(place / TEMPLATES,),
        settings=record.settings,
        families=record.families,
        target=record.target,
        created=record.created,
        compare=record.compare,
    )


def laid_out_in(contents: Mapping[str, bytes], place: Path) -> None:
    """Write a state's files into a folder."""
    for name, data in contents.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _check_name(report: Path, name: str) -> None:
    clean = file_name(name, "").rstrip(". ")
    if name != clean or name.startswith((".", "~")) or len(name) > LONGEST_NAME:
        near = clean.lstrip(".~／＼")[:LONGEST_NAME] if name.strip(" .") else ""
        raise fault("freeze.bad_name", name=name, near="" if near == name else near, most=LONGEST_NAME)
    if not report.exists():
        raise fault("folder.missing", Source(str(report)))
    if (taken := state_place(report, name)) is not None:
        values = {"name": taken.name, "folder": f"{STATES}/{taken.name}"}
        with suppress(Faults):
            there = state_of(report, taken.name).record
            values |= {"on": f"{there.frozen_at:%Y-%m-%d %H:%M}", "digits": there.fingerprint}
        raise Faults([Diagnostic("freeze.exists", values=values)])


def _gathered(job: pipeline.Job, laid_out: pipeline.LaidOut) -> tuple[dict[str, bytes], str]:
    """Read everything a state keeps, by path in its folder; also name the template.

    Raises:
        Faults: a file cannot be read.
    """
    folder = folder_of(job.report)
    text = job.report if job.report.is_file() else None
    places = {name: path for path, name in carry.kept_files(folder, text, laid_out.settled.images)}
    places |= {name: folder / name for name in REVIEW_FILES if (folder / name).is_file()}
    contents = {ATTRIBUTES: _AS_THEY_ARE}
    for name in sorted(places):
        try:
            contents[f"{REPORT}/{name}"] = places[name].read_bytes()
        except OSError as err:
            raise fault("folder.unreadable", Source(name), reason=err.strerror or str(err)) from err
    look = pipeline.template_of(job, pipeline.read_job(job, []), [])
    files, template = templates.files_of(look)
    return contents | {f"{TEMPLATES}/{name}": text.encode() for name, text in files.items()}, template


def _built(
    job: pipeline.Job,
    template: str,
    first: pipeline.Result,
    contents: Mapping[str, bytes],
    found: list[Diagnostic],
) -> tuple[Record, tuple[Output, ...]]:
    """Build a state from what is kept of it, and write down how.

    Raises:
        Faults: it does not build, which a report that changed meanwhile explains.
    """
    assert first.laid_out is not None
    content = first.laid_out.content
    record = Record(
        frozen_at=first.laid_out.properties.created,
        by="",
        note="",
        title=content.title,
        year=content.year,
        edition=job.edition,
        fingerprint="",
        pages=0,
        figures=0,
        report=job.report.name if job.report.is_file() else "",
        template=template,
        target=first.laid_out.target.name,
        compare=job.compare,
        settings=dict(job.settings),
        created=first.laid_out.properties.created,
        families=faces.families_of(first.laid_out.book),
        faces=(),
        versions=versions(),
        warnings=tuple(_warnings(found)),
        outputs={},
        files={},
    )
    with TemporaryDirectory(prefix="gongwen-") as temporary:
        laid_out_in(contents, Path(temporary))
        own = job_of(Path(temporary), record)
        result = pipeline.build(own)
        if result.laid_out is None or not result.ok:
            raise Faults([*result.diagnostics, Diagnostic("freeze.changed_meanwhile")])
        digits = signing.fingerprint_of(own, result.laid_out)
        figures = len(pipeline.read_job(own, []).figures.figures)
    record = replace(
        record,
        fingerprint=digits,
        pages=len(result.laid_out.pages.pages),
        figures=figures,
        faces=faces.drawn_with(result),
        outputs={output.format: f"{MADE}/{output.name}" for output in result.outputs},
    )
    return record, result.outputs


def _warnings(found: list[Diagnostic]) -> Iterator[str]:
    for each in found:
        if message_of(each).severity is Severity.WARNING:
            place = place_of(each.source, "zh")
            yield f"{f'{place}：' if place else ''}{wording(each, 'zh')[0]}［{each.code}］"


def _kept(
    folder: Path, name: str, what: Record, contents: Mapping[str, bytes], found: list[Diagnostic]
) -> Frozen:
    """Put a state in its place."""
    what = replace(what, files={path: record.digest_of(data) for path, data in contents.items()})
    place = folder / STATES / name
    is_first = not place.parent.exists()
    outputs = [
        Output(PurePosixPath(path).suffix.removeprefix("."), path, data)
        for path, data in {RECORD: record.written(what), **contents}.items()
    ]
    written, failed = write_folder(outputs, place)
    if failed:
        if is_first:
            with suppress(OSError):
                place.parent.rmdir()
        found += (_told(each) for each in failed)
        return Frozen(pipeline.exit_for(pipeline.Job(folder), found), tuple(found))
    for output in written:  # office programs open what is write-protected for reading only
        if output.path is not None:
            with suppress(OSError):
                output.path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    return Frozen(Exit.DONE, tuple(found), State(name, place, what), tuple(written))


def _told(failure: Diagnostic) -> Diagnostic:
    """Say why a state could not be written; it has no other folder to go to."""
    own = {
        "output.disk_full": "freeze.disk_full",
        "output.denied": "freeze.denied",
        "output.not_a_folder": "freeze.not_a_folder",
    }
    return replace(failure, code=own.get(failure.code, failure.code))
