"""Rollover: next year's report folder, made beside last year's.

The text is kept as it is, comments included; the figures gain a column; metadata of the old issue
(成文日期, 发文字号 …) are taken out for the clerk to fill in. What the text says by hand of its own year is
listed in `待核改语句`, and `gongwen check` names each of these sentences until it is dealt with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .. import edit, typed
from ..carry import kept_files
from ..diagnostics import Diagnostic, Faults, Source, fault
from ..edit.metadata import Change
from ..messages import Exit, Severity, exit_of, message_of
from ..outputs import Output, open_elsewhere, write_all, write_folder
from ..read import read_report, read_review
from ..read.folder import FIGURE_SUFFIXES
from ..report import METADATA_KEYS, Absence, Report
from ..review import Review
from .lists import list_files, list_name

ISSUE = ("issued_on", "number", "copy_no", "index_no", "published_on", "printed_on", "stage")
"""Metadata that belong to one issue, by English key: dates, numbers, and how far the draft had come."""

NONE = ("无",)
"""What stands for a number that an office does not give; it stays from year to year."""

_YEAR = re.compile("(?:19|20|21)[0-9]{2}")
_LINK = re.compile(r"!\[[^\]]*\]\(\s*(\S+?)[\s)]")


@dataclass(frozen=True, slots=True)
class Rolled:
    """What a rollover, or writing its list anew, came to."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    folder: Path
    outputs: tuple[Output, ...] = ()
    review: Review | None = None
    taken_out: tuple[str, ...] = ()  # Chinese names of metadata to be filled in
    to_fill: tuple[Source, ...] = ()  # cells of the new year that are empty
    waiting: int = 0  # sentences that nobody has dealt with


def roll_over(path: Path, year: int | None = None, out: Path | None = None) -> Rolled:
    """Make next year's folder.

    Args:
        path: The report folder, or the text file in it.
        year: Any later year; None takes the next one.
        out: The new folder; None puts it beside the old one, named after the new year.
    """
    folder = (path if path.is_dir() else path.parent).resolve()
    found: list[Diagnostic] = []
    new = folder
    try:
        report, wrong = read_report(path)
        found += (d for d in wrong if message_of(d).severity is Severity.ERROR)
        base = _year(report)
        year = base + 1 if year is None else year
        if year <= base:
            raise fault("rollover.not_later", report.metadata["year"].source, year=year, base=base)
        new = (folder.parent / _name(folder.name, base, year) if out is None else out).absolute()
        if new.exists():
            raise fault("rollover.exists", Source(str(new)))
        if found:
            raise Faults(())
        review = typed.listed(report, base, year, Source(list_name("json")))
        outputs, taken_out = _carried(folder, report, base, year, found)
    except Faults as faults:
        found += faults.diagnostics
        return Rolled(exit_of(found), tuple(found), new)
    names = {key.chinese: key.name for key in METADATA_KEYS}
    review = replace(review, emptied=tuple(names[each] for each in taken_out))
    outputs += list_files(review)
    written, failed = write_folder(outputs, new)
    found += failed
    if not written:
        return Rolled(exit_of(found), tuple(found), new)
    return Rolled(
        exit_of(found), tuple(found), new, tuple(written), review, taken_out, _empty(new, year),
        len(review.items),
    )  # fmt: skip


def list_again(path: Path) -> Rolled:
    """Write the list of a folder anew, with today's places, what became of each sentence, and all marks."""
    folder = path if path.is_dir() else path.parent
    found: list[Diagnostic] = []
    try:
        report, _ = read_report(path)
        review, wrong = read_review(report.folder)
        found += wrong
        if review is None:
            raise fault("rollover.no_list", Source(str(folder)))
        for suffix in ("xlsx", "md", "json"):
            name = list_name(suffix)
            if open_elsewhere(folder / name):
                raise fault("edit.open", Source(name), name=name)
    except Faults as faults:
        found += faults.diagnostics
        return Rolled(exit_of(found), tuple(found), folder)
    settled = typed.settled(review, typed.sentences_of(report))
    outputs = [each for each in list_files(review, settled) if _is_wanted(folder, each.name)]
    written, failed = write_all(outputs, folder)
    found += failed
    waiting = sum(each.is_open for each in settled)
    return Rolled(exit_of(found), tuple(found), folder, tuple(written), review, waiting=waiting)


def _is_wanted(folder: Path, name: str) -> bool:
    """Tell whether to write a file of the list: a workbook that was deleted stays so."""
    return not name.endswith(".xlsx") or (folder / name).exists()


def _year(report: Report) -> int:
    entry = report.metadata.get("year")
    if entry is None or not isinstance(entry.value, int):
        raise fault("job.no_year", Source(report.text.file))
    return entry.value


def _name(name: str, base: int, year: int) -> str:
    """Name the new folder: with the new year where the old one has its own, else after it."""
    before, found, after = name.rpartition(str(base))
    return f"{before}{year}{after}" if found else f"{name}-{year}"


def _carried(
    folder: Path, report: Report, base: int, year: int, found: list[Diagnostic]
) -> tuple[list[Output], tuple[str, ...]]:
    """Make the files of the new folder, and name the metadata that were taken out."""
    texts = (report.text, *(attachment.text for attachment in report.attachments))
    pictures = [link for text in texts for link in _LINK.findall(text.text)]
    report_file = folder / report.text.file
    taken_out: tuple[str, ...] = ()
    outputs: list[Output] = []
    for path, name in sorted(kept_files(folder, report_file, pictures), key=lambda pair: pair[1]):
        try:
            data = path.read_bytes()
        except OSError as err:
            raise fault("folder.unreadable", Source(name), reason=err.strerror or str(err)) from err
        if path == report_file:
            data, taken_out = edit.set_metadata(data, name, _changes(base, year))
        elif (
            path.parent == folder
            and path.stem.lower() == "figures"
            and path.suffix.lower() in FIGURE_SUFFIXES
        ):
            data, noted = edit.add_year(path, year)
            found += noted
        outputs.append(Output(path.suffix.removeprefix("."), name, data))
    return outputs, taken_out


def _changes(base: int, year: int) -> Mapping[str, Change]:
    def this_year(value: str) -> str:
        return _YEAR.sub(str(year), value, count=1)

    def years_before(value: str) -> str:
        years = _YEAR.findall(value)
        shift = base - int(years[0]) if len(years) == 1 else year - base
        return _YEAR.sub(lambda found: str(int(found[0]) + shift), value)

    def of_its_issue(value: str) -> str | None:
        is_kept = value.strip("\"' ") in NONE or "{{" in value
        return value if is_kept else None

    return {"year": this_year, "compare": years_before, **dict.fromkeys(ISSUE, of_its_issue)}


def _empty(folder: Path, year: int) -> tuple[Source, ...]:
    """List the new year's cells that wait for their figure."""
    report, _ = read_report(folder)
    # A figure with a formula of its own (公式) is worked out.
    values = (each.values.get(year) for each in report.figures.figures.values() if not each.formula)
    return tuple(value.source for value in values if value and value.number is Absence.NOT_SUPPLIED)
