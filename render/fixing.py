"""Fixing: what a check may put right by itself, put right in the author's own files.

Only marks, digits and forms of characters change, where a rule says what is to stand there; never a word,
never what an expression prints, and never a place whose characters cannot be traced to the file one by one.
The changed report is said again before anything is written, and has to be the old one with just these
changes; every other byte of the files stays.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from . import check
from .check import Correction, EntryCorrection, Passage
from .diagnostics import Diagnostic, Faults, Source, fault
from .edit import Replacement, replace_spans, set_metadata
from .edit.saving import save
from .messages import Severity, message_of
from .pipeline import Job
from .proofread import subject_of
from .readback.base import file_names
from .readback.files import Files
from .readback.probe import Probe, Unit, probed
from .readback.trace import Origin, trace
from .report import Entry, Report

OCCASION = "修正前"
"""What the copies of replaced files are kept under: as they were before fixing."""

_ROUNDS = 8  # one correction may make room for another: ，。 once , and . are full-width


@dataclass(frozen=True, slots=True)
class Fix:
    """One place that was put right, or would be."""

    code: str  # of the rule
    source: Source
    before: str  # with a few characters around it
    after: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What fixing came to."""

    fixes: tuple[Fix, ...] = ()
    diff: str = ""  # of all files, as `diff -u` writes it
    left: int = 0  # places a rule would put right, but that cannot be traced to a file
    files: tuple[str, ...] = ()  # that were written, by path in the report folder
    kept: Path | None = None  # where the old ones are
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """A report said once, with the file place of each character."""

    report: Report
    passages: tuple[Passage, ...]
    corrections: tuple[Correction, ...]
    units: tuple[Unit, ...]
    origins: tuple[tuple[Origin | None, ...], ...]  # per passage and character
    entries: tuple[EntryCorrection, ...]  # of the front matter, where no passage prints them as typed
    errors: frozenset[str]  # codes of the report's own faults


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one correction goes in the author's texts."""

    unit: int
    start: int
    stop: int
    text: str


def fix(job: Job, waivers: Mapping[str, Entry] | None = None, *, write: bool = True) -> Fixed:
    """Put a report right, as far as that needs no reader.

    Args:
        job: The report, and the year and edition it is said for.
        waivers: Rules switched off beside those of the report; they put nothing right.
        write: Replace the files, the old ones kept beside them; otherwise only tell.

    Raises:
        Faults: the report cannot be said; nothing was written.
    """
    folder = job.report if job.report.is_dir() else job.report.parent
    fixes: list[Fix] = []
    refused = 0
    with tempfile.TemporaryDirectory(prefix="gongwen-") as place:
        copy = Path(place)
        said = _say(job, folder, waivers)
        names = _copy(said.report, folder, copy)
        there = replace(job, report=copy / said.report.text.file)
        for _ in range(_ROUNDS):
            done = _round(said, there, folder, copy, waivers)
            refused = len(said.corrections) - len(done)
            if not done:
                break
            fixes += _told(done)
            said = _say(there, folder, waivers)
        for entry in said.entries:
            if _put(said, entry, there, folder, copy, waivers):
                fixes.append(Fix(entry.code, entry.source, entry.before, entry.after))
        old = {name: (folder / name).read_bytes() for name in names}
        new = {name: (copy / name).read_bytes() for name in names}
    contents = {name: new[name] for name in names if new[name] != old[name]}
    result = Fixed(tuple(fixes), "".join(_diff(name, old[name], new[name]) for name in contents), refused)
    if not contents or not write:
        return result
    kept, failed = save(folder, contents, OCCASION)
    return replace(result, files=() if failed else tuple(contents), kept=kept, diagnostics=failed)


def _round(
    said: _Said, there: Job, folder: Path, copy: Path, waivers: Mapping[str, Entry] | None
) -> list[Correction]:
    """Put right all that can be, in the copy; returns what was."""
    placed = _placed(said)
    old = {name: (copy / name).read_bytes() for name in file_names(said.report)}
    done: list[int] = []
    waiting = [list(placed)]
    while waiting:
        group = waiting.pop(0)
        chosen = [*done, *group]
        if not group or _try(said, [placed[n] for n in chosen], old, there, folder, copy, waivers):
            done = chosen
        elif len(group) > 1:  # one of them has no safe place: find it
            waiting[:0] = [group[: len(group) // 2], group[len(group) // 2 :]]
    _write(_changed(said, [placed[n] for n in done], old, copy) or {}, old, copy)
    return [said.corrections[n] for n in sorted(done)]


def _try(
    said: _Said,
    places: Sequence[_Place],
    old: Mapping[str, bytes],
    there: Job,
    folder: Path,
    copy: Path,
    waivers: Mapping[str, Entry] | None,
) -> bool:
    """Change the copy and see that it says what it said but for these places."""
    contents = _changed(said, places, old, copy)
    if contents is None:
        return False
    _write(contents, old, copy)
    try:
        now = _say(there, folder, waivers, traced=False)
    except Faults:
        return False
    texts = [passage.text for passage in now.passages]
    return texts == _expected(said, places) and now.errors <= said.errors


def _put(
    said: _Said,
    entry: EntryCorrection,
    there: Job,
    folder: Path,
    copy: Path,
    waivers: Mapping[str, Entry] | None,
) -> bool:
    """Put a value of the front matter right in the copy, and see that the report can still be said."""
    path = copy / entry.source.file
    old = path.read_bytes()

    def change(typed: str) -> str:
        return typed.replace(entry.before, entry.after)

    path.write_bytes(set_metadata(old, entry.source.file, {entry.key: change})[0])
    try:
        now = _say(there, folder, waivers, traced=False)
    except Faults:
        now = None
    is_good = now is not None and now.errors <= said.errors and path.read_bytes() != old
    if not is_good:
        path.write_bytes(old)
    return is_good


def _placed(said: _Said) -> dict[int, _Place]:
    """Find the corrections whose characters stand in a file one after another, by their number."""
    number_of = {id(passage.prose): number for number, passage in enumerate(said.passages)}
    placed: dict[int, _Place] = {}
    taken: dict[int, list[_Place]] = {}
    for at, each in enumerate(said.corrections):
        origins = said.origins[number_of[id(each.prose)]][each.start : each.stop]
        place = _place(origins, each.text)
        if place is None:
            continue
        others = [o for o in taken.get(place.unit, ()) if o.start < place.stop and place.start < o.stop]
        if all(other == place for other in others):  # what is printed twice is put right once
            placed[at] = place
            taken.setdefault(place.unit, []).append(place)
    return placed


def _place(origins: Sequence[Origin | None], text: str) -> _Place | None:
    first = origins[0] if origins else None
    if first is None:
        return None
    at = first.place
    for origin in origins:
        if origin is None or origin.expression is not None or origin.unit != first.unit or origin.place != at:
            return None
        at += origin.length
    return _Place(first.unit, first.place, at, text)


def _expected(said: _Said, places: Iterable[_Place]) -> list[str]:
    """Say what every passage has to be once the places are changed."""
    changed: dict[tuple[int, int], tuple[bool, str]] = {}
    for place in places:
        for at in range(place.start, place.stop):
            changed[place.unit, at] = (at == place.start, place.text)
    texts: list[str] = []
    for passage, origins in zip(said.passages, said.origins, strict=True):
        chars: list[str] = []
        for char, origin in zip(passage.text, origins, strict=True):
            typed = origin is not None and origin.expression is None
            is_first, text = (
                changed.get((origin.unit, origin.place), (None, "")) if origin and typed else (None, "")
            )
            chars.append(char if is_first is None else text if is_first else "")
        texts.append("".join(chars))
    return [text for text in texts if text]


def _changed(
    said: _Said, places: Sequence[_Place], old: Mapping[str, bytes], copy: Path
) -> dict[str, bytes] | None:
    """Work out the files with the places changed; None when one is not in its file as it stands."""
    _write({}, old, copy)
    files = Files(copy, list(old))
    found: dict[str, list[Replacement]] = {}
    for place in dict.fromkeys(places):
        unit = said.units[place.unit]
        try:
            found.setdefault(unit.file, []).append(
                files.replacement(unit, place.start, place.stop, place.text)
            )
        except Faults:
            return None
    try:
        return {
            name: replace_spans(old[name], name, dict.fromkeys(changes)) for name, changes in found.items()
        }
    except (Faults, ValueError):  # two places of the metadata are one place of the file
        return None


def _write(contents: Mapping[str, bytes], old: Mapping[str, bytes], copy: Path) -> None:
    for name, data in old.items():
        (copy / name).write_bytes(contents.get(name, data))


def _say(job: Job, folder: Path, waivers: Mapping[str, Entry] | None, *, traced: bool = True) -> _Said:
    """Say a report, and once more with marks in it, so that its characters can be traced.

    Raises:
        Faults: nothing of it can be said.
    """
    found: list[Diagnostic] = []
    reports: list[Report] = []

    def at_home(report: Report) -> Report:
        reports.append(replace(report, folder=folder))
        return reports[-1]

    subject = subject_of(job, found, at_home)
    if subject.content is None:
        raise Faults(found)
    subject = check.with_passages(replace(subject, waivers=waivers or {}))
    errors = frozenset(each.code for each in found if message_of(each).severity is Severity.ERROR)
    said = _Said(reports[0], subject.passages, (), (), (), (), errors)
    if not traced:
        return said
    said = replace(said, entries=check.entry_corrections(subject))
    corrections = check.corrections(subject)
    if not corrections:
        return said
    marked, probe = probed(reports[0])
    return replace(
        said,
        corrections=corrections,
        units=tuple(probe.units),
        origins=_traced(job, marked, probe, subject.passages),
    )


def _traced(
    job: Job, marked: Report, probe: Probe, passages: Sequence[Passage]
) -> tuple[tuple[Origin | None, ...], ...]:
    """Trace the characters of passages; where the marks got in the way, to nowhere."""
    texts = [passage.text for passage in passages]
    try:
        content = subject_of(job, [], lambda _: marked).content
    except Faults:
        content = None
    with_marks = [] if content is None else [passage.text for passage in check.passages_of(content)]
    return trace(texts, with_marks, probe).origins


def _copy(report: Report, folder: Path, copy: Path) -> list[str]:
    """Copy what a report is read from; pictures stay where they are."""
    names = file_names(report)
    figures = [report.figures.source.file] if report.figures.source.file else []
    for name in dict.fromkeys([*names, *figures]):
        path = copy / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(folder / name, path)
        except OSError as err:
            raise fault("folder.unreadable", Source(name), reason=err.strerror or str(err)) from err
    return names


def _told(done: Sequence[Correction]) -> Iterator[Fix]:
    """Show each place as it was and as it is, what was put right around it included."""
    for _, group in groupby(done, lambda each: id(each.prose)):
        together = list(group)
        puts = [(each.start, each.stop, each.text) for each in together]
        for each in together:
            text, start, stop = each.prose.text, each.start, each.stop
            before, after = check.excerpt(text, start, stop), check.excerpt(text, start, stop, puts)
            yield Fix(each.code, each.prose.source_at(start), before, after)


def _diff(name: str, old: bytes, new: bytes) -> str:
    before, after = (
        data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for data in (old, new)
    )
    lines = unified_diff(before, after, f"a/{name}", f"b/{name}", n=0, lineterm="")
    return "".join(f"{line}\n" for line in lines)
