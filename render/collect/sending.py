"""Sending: the sheets of all offices written into a folder, and a list of what goes to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..messages import Exit, exit_of
from ..noun import Noun
from ..outputs import Output, file_name, open_elsewhere, write_all
from .asking import Asking, base_year, number_of, sheets_of
from .marks import short

if TYPE_CHECKING:
    from ..report import Report

SUFFIX = "指标收数表"
LIST = "收数表清单.xlsx"

_BOOKS = (".xlsx", ".xlsm")


class Request(Noun, frozen=True):
    """Which report, and which year of it."""

    report: Path
    year: int | None = None  # None: the report's own
    settings: Mapping[str, str] | None = None  # metadata that override the folder's


class Sent(Noun, frozen=True):
    """What came of writing the sheets."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    folder: Path
    asking: Asking | None = None
    outputs: tuple[Output, ...] = ()  # the sheets in the order of the offices, then the list


def send_out(request: Request, folder: Path, *, force: bool = False) -> Sent:
    """Write a sheet for every office that supplies figures, and the list of them; all files or none.

    Args:
        request: What is asked for.
        folder: Where to; sheets that nobody changed since are written over.
        force: Write over sheets that someone filled in or changed, too.
    """
    found: list[Diagnostic] = []
    try:
        _, asking = asked(request, found)
        outputs = _sheets(asking)
        if not force:
            _check(outputs, folder)
        outputs.append(_listing(asking, outputs))
    except Faults as faults:
        found += faults.diagnostics
        return Sent(exit_of(found), tuple(found), folder)
    if exit_of(found) is not Exit.DONE:
        return Sent(exit_of(found), tuple(found), folder, asking)
    written, failed = write_all(outputs, folder)
    found += failed
    return Sent(exit_of(found), tuple(found), folder, asking, tuple(written))


def asked(request: Request, found: list[Diagnostic]) -> tuple[Report, Asking]:
    """Read a report and say what its offices are asked.

    Raises:
        Faults: the folder cannot be read, or the table has no column for the year.
    """
    from .. import compare, fill, read

    report, wrong = read.read_report(request.report)
    found += wrong
    entry = report.metadata.get("year")
    year = request.year or (entry.value if entry and isinstance(entry.value, int) else None)
    if year is None:
        raise fault("job.no_year", Source(report.text.file))
    if not report.figures.figures:
        raise fault("collect.no_figures", Source(report.folder.name))
    if year not in report.figures.years:
        years = "、".join(map(str, report.figures.years))
        raise fault("collect.no_column", report.figures.source, year=year, years=years)
    said = fill.metadata_in_words(report, year=year, overrides=request.settings or {})
    title = _one(said.get("title", "")).replace("\n", "")
    sheets = sheets_of(report.figures, year, found, worked_out=_worked_out(report, year))
    if not sheets:
        raise fault("collect.no_offices", report.figures.source)
    base, remarks = base_year(report.figures, year), report.figures.remarks
    return report, Asking(
        title=compare.titled(title, year, SUFFIX),
        report=short(_one(said.get("issuers", "")), title),
        year=year,
        base=base,
        period=_period(report, year),
        reason_from=report.wording.reason_from,
        rate_decimals=report.wording.rate_decimals,
        sheets=sheets,
        base_remark="" if base is None else remarks.get(base, ""),
        remark=remarks.get(year, ""),
    )


def book_of(report: Report) -> Path:
    """Name the file of the figures."""
    return report.folder / report.figures.source.file


def _one(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "、".join(value)


def _period(report: Report, year: int) -> str:
    """Say which time the figures are of, unless their rows say different things."""
    said = {figure.period for figure in report.figures.figures.values() if figure.period}
    return said.pop() if len(said) == 1 else f"{year}年1月1日至12月31日"


def _worked_out(report: Report, year: int) -> frozenset[Source]:
    """List the year's cells that hold formulas: their results are not for anybody to type."""
    path = book_of(report)
    if path.suffix.lower() not in _BOOKS:
        return frozenset()
    from ..read.books import read_book

    sheets = read_book(path.read_bytes(), path.name).sheets
    formulas = {sheet.name: sheet.cells.marks.formulas for sheet in sheets}
    cells = (figure.values[year].source for figure in report.figures.figures.values())
    return frozenset(cell for cell in cells if cell.cell in formulas.get(cell.sheet, ()))


def _sheets(asking: Asking) -> list[Output]:
    from .form import write_form

    outputs = []
    for sheet in asking.sheets:
        outputs.append(Output("xlsx", file_name(f"收数表_{sheet.office}", "xlsx"), write_form(asking, sheet)))
    many = [name for name, count in Counter(each.name.casefold() for each in outputs).items() if count > 1]
    if many:
        names = tuple(
            sheet.office for sheet, o in zip(asking.sheets, outputs, strict=True) if o.name.casefold() in many
        )
        raise fault("collect.same_name", names=names)
    return outputs


def _check(outputs: Sequence[Output], folder: Path) -> None:
    """Refuse to write over a sheet that someone has filled in or that is open."""
    from ..write.xlsx import digest_state

    wrong = []
    for output in outputs:
        path = folder / output.name
        if not path.is_file():
            continue
        if open_elsewhere(path):
            wrong.append(Diagnostic("edit.open", Source(output.name), {"name": output.name}))
        elif (data := path.read_bytes()) != output.data and digest_state(data) != "ours":
            wrong.append(Diagnostic("collect.filled", Source(str(path)), {"name": output.name}))
    if wrong:
        raise Faults(wrong)


def _listing(asking: Asking, outputs: Sequence[Output]) -> Output:
    from ..write.listing import Listing, write_listing

    rows = []
    for number, (sheet, output) in enumerate(zip(asking.sheets, outputs, strict=True), 1):
        filled = sum(number_of(row.value) is not None for row in sheet.rows)
        rows.append(
            (number, sheet.office, output.name, len(sheet.rows), filled, sheet.contact, sheet.phone, "")
        )
    heads = ("序号", "填报单位", "文件名", "指标数", "其中已有数", "填报人", "联系电话", "下发时间、方式")
    listing = Listing("清单", heads, rows, (6, 30, 44, 9, 12, 14, 18, 24))
    return Output("xlsx", LIST, write_listing([listing], title=f"{asking.title}清单"))
