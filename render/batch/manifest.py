"""Manifest: the list of what to build, as orders.

A manifest is a folder of report folders, a list (.csv, .xlsx …) with a row for each report, or a .yaml
file with settings for all rows and, instead of rows, queries to a database. Every row may name the
report, year, edition, template and names of files, and any key of the metadata. A column that is none
of these is the office's own: a word, a paragraph or a figure that the report's text uses.

All that is wrong comes in one run; a manifest with faults builds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from .. import pipeline, read
from ..diagnostics import Diagnostic, Faults, Source, fault
from ..fill import mentioned
from ..messages import Exit, exit_of
from ..nearest import nearest
from ..pipeline import FORMATS, Job
from ..report import METADATA_KEYS, Entry, Figure, Kind, Office, Report, SourceText, Value
from .listed import Listed, ManifestRow, read_rows
from .orders import Order

CONTROL = {
    **dict.fromkeys(("报告", "report"), "report"),
    **dict.fromkeys(("年度", "year"), "year"),
    **dict.fromkeys(("版本", "edition"), "edition"),
    **dict.fromkeys(("格式", "formats"), "formats"),
    **dict.fromkeys(("版式", "template"), "template"),
    **dict.fromkeys(("排版目标", "target"), "target"),
    **dict.fromkeys(("子文件夹", "folder"), "folder"),
    **dict.fromkeys(("文件名", "file_name"), "name"),
    **dict.fromkeys(("单位", "office"), "office"),
    **dict.fromkeys(("邮件", "mail"), "mail"),
}
"""Columns that steer the build, under both names."""

MAILED = {
    **dict.fromkeys(("是", "√", "草稿", "yes", "y", "1"), True),
    **dict.fromkeys(("", "否", "×", "无", "no", "n", "0"), False),
}
"""What the column 邮件 may say beside naming a table."""

_METADATA = {name: key for key in METADATA_KEYS for name in (key.name, key.chinese)}
_PASSAGES = ("段落", "passage", "passages")
_RANGE = re.compile(r"([0-9]{4})(?:年)?(?:\s*[-—–～~至]\s*([0-9]{4})(?:年)?)?")
_BETWEEN = re.compile(r"[、,，;；\s]+")
_BLANK = re.compile(r"\{([^{}]*)\}")
_FIGURE_YEAR = re.compile(r"(.+?)[（(]([0-9]{4})年?[)）]")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest asks for, and what is wrong with it; with faults it has no orders."""

    orders: tuple[Order, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_manifest(path: Path, defaults: Job, *, state: Path, refresh: bool = False) -> Manifest:
    """Read a manifest into orders.

    Args:
        path: A file, or a folder of report folders.
        defaults: What holds for every row that does not say otherwise; its `report` is not looked at.
        state: Folder for snapshots of database queries.
        refresh: Ask a database again although there is a snapshot.
    """
    found: list[Diagnostic] = []
    try:
        listed = _folders(path) if path.is_dir() else read_rows(path, found, state=state, refresh=refresh)
        orders = list(_Reader(listed, defaults, found).orders())
        _refuse_same_names(orders, found)
    except Faults as faults:
        found += (d for d in faults.diagnostics if d not in found)
        orders = []
    return Manifest(tuple(orders) if exit_of(found) is Exit.DONE else (), tuple(found))


def _folders(path: Path) -> Listed:
    """List the report folders in a folder."""
    folders = sorted(p for p in path.iterdir() if p.is_dir() and any(p.glob("report.*")))
    if not folders:
        raise fault("batch.no_reports", Source(str(path)))
    rows = tuple(ManifestRow({"报告": folder.name}, {}, Source(folder.name)) for folder in folders)
    return Listed(rows, {"报告": Source(str(path))}, path, Source(str(path)), {})


class _Reader:
    """Turns the rows of one manifest into orders."""

    def __init__(self, listed: Listed, defaults: Job, found: list[Diagnostic]) -> None:
        self.listed = listed
        self.defaults = defaults
        self.found = found
        self._own_columns: dict[Path, _OwnColumns] = {}
        self._told: set[tuple[str, Source, str]] = set()

    def orders(self) -> Iterator[Order]:
        number = 0
        for row in self.listed.rows:
            before = len(self.found)
            try:
                jobs = list(self._jobs(row))
                mail = self._mail(row)
            except Faults as faults:
                self._tell(faults.diagnostics)
                continue
            if len(self.found) > before:
                continue
            for job, report, folder in jobs:
                number += 1
                name = pipeline.named(job, report) or f"{job.report.name}-{job.year or number}"
                recipients = job.report if mail is True else mail or None
                job = replace(job, name=name)
                yield Order(number, job, folder, name, row.source, recipients, row.places)
        if not self._own_columns:
            self._misspelt()

    def _tell(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take in what is wrong; of rows that name the same faulty report, once."""
        for diagnostic in diagnostics:
            key = (diagnostic.code, diagnostic.source, str(diagnostic.values))
            if key not in self._told:
                self._told.add(key)
                self.found.append(diagnostic)

    def _jobs(self, row: ManifestRow) -> Iterator[tuple[Job, Report, str]]:
        """Make a job for each year of a row."""
        path = self._report_path(row)
        report = _report(path)
        columns = self._columns(path, report)
        own_year = report.metadata.get("year")
        years = self._years(row) or ([own_year.value] if own_year and isinstance(own_year.value, int) else [])
        if not years:
            raise fault("batch.no_year", self._place(row, "年度"))
        for year in years:
            office = None
            if columns.is_any or row.values:
                office = columns.office(row, self.listed, year, self._tell)
            settings = {**self.defaults.settings, **self._settings(row)}
            job = replace(
                self.defaults,
                report=path,
                year=year if self._years(row) else self.defaults.year or year,
                edition=self._cell(row, "edition") or self.defaults.edition,
                to=self._formats(row) or self.defaults.to,
                template=self._cell(row, "template") or self.defaults.template,
                target=self._cell(row, "target") or self.defaults.target,
                settings=settings,
                office=office,
            )
            words = {**row.cells, "年度": str(year), "year": str(year)}
            job = replace(job, name=self._pattern(row, "name", words))
            yield job, report, self._pattern(row, "folder", words).strip("/")

    def _report_path(self, row: ManifestRow) -> Path:
        named = self._cell(row, "report")
        if not named:
            raise fault("batch.no_report", self._place(row, "报告"))
        path = self.listed.folder / named
        if not path.exists():
            raise fault("batch.report_missing", self._place(row, "报告"), name=named)
        return path

    def _mail(self, row: ManifestRow) -> Path | bool:
        """Read whether drafts are wanted: yes, no, or a table of recipients beside the manifest."""
        said = self._cell(row, "mail")
        if said.casefold() in MAILED:
            return MAILED[said.casefold()]
        table = self.listed.folder / said
        if not table.is_file():
            raise fault("batch.no_recipients", self._named_place(row, "mail"), found=said)
        return table

    def _misspelt(self) -> None:
        """Report columns that look like one that steers, when no report says which are its own.

        One of two characters, such as 简称, is as near to half of them.
        """
        known = (*CONTROL, *_METADATA)
        for heading, place in self.listed.headings.items():
            if heading in known or heading in self.listed.patterned or len(heading) < 3:
                continue
            if near := nearest(heading, known):
                self.found.append(Diagnostic("batch.unknown_column", place, {"found": heading, "near": near}))

    def _columns(self, path: Path, report: Report) -> _OwnColumns:
        """Tell what the columns that steer nothing mean to a report's text; once for each report."""
        if path not in self._own_columns:
            self._own_columns[path] = _OwnColumns.of(report, self.listed, self._tell)
        return self._own_columns[path]

    def _cell(self, row: ManifestRow, column: str) -> str:
        return next((row.cells[n] for n, c in CONTROL.items() if c == column and n in row.cells), "")

    def _place(self, row: ManifestRow, heading: str) -> Source:
        return row.places.get(heading, row.source)

    def _named_place(self, row: ManifestRow, column: str) -> Source:
        return next(
            (row.places[n] for n, c in CONTROL.items() if c == column and n in row.places), row.source
        )

    def _years(self, row: ManifestRow) -> list[int]:
        """Read `2020`, `2019、2020` or `2018-2020`."""
        text = self._cell(row, "year")
        years: list[int] = []
        for part in filter(None, _BETWEEN.split(re.sub(r"\s*([-—–～~至])\s*", r"\1", text))):
            match = _RANGE.fullmatch(part)
            first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
            if not first <= last < first + 100:
                raise fault("batch.bad_year", self._named_place(row, "year"), found=part)
            years += range(first, last + 1)
        return list(dict.fromkeys(years))

    def _formats(self, row: ManifestRow) -> tuple[str, ...]:
        names = [name.lower() for name in _BETWEEN.split(self._cell(row, "formats")) if name]
        if unknown := [name for name in names if name not in FORMATS]:
            place = self._named_place(row, "formats")
            raise fault("batch.bad_format", place, found=unknown[0], known="、".join(FORMATS))
        return tuple(dict.fromkeys(names))

    def _settings(self, row: ManifestRow) -> dict[str, str]:
        return {
            name: text
            for name, text in row.cells.items()
            if name in _METADATA and name not in CONTROL and _METADATA[name].kind is not Kind.GROUPS
        }

    def _pattern(self, row: ManifestRow, column: str, words: Mapping[str, str]) -> str:
        """Fill a pattern such as `{年度}/{简称}年报` with the words of the row."""
        pattern = self._cell(row, column) or self.listed.settings.get(column, "")
        place = self._named_place(row, column)

        def fill(blank: re.Match[str]) -> str:
            if blank[1] not in self.listed.headings and blank[1] not in words:
                known = [*self.listed.headings, "年度"]
                raise fault("batch.pattern", place, found=blank[0], near=nearest(blank[1], known))
            if column == "name" and not words.get(blank[1]):
                raise fault("batch.empty_blank", self._place(row, blank[1]), column=blank[1])
            return words.get(blank[1], "")

        parts = [_BLANK.sub(fill, part).strip() for part in pattern.replace("\\", "/").split("/")]
        if any(part in (".", "..") or ":" in part for part in parts):
            raise fault("batch.outside", place, found=pattern)
        return "／".join(parts) if column == "name" else "/".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class _OwnColumns:
    """Columns that a report's text uses: words, paragraphs, figures."""

    words: tuple[str, ...]
    passages: tuple[str, ...]
    figures: Mapping[str, tuple[Figure, int | None]]  # by heading, with the year it names
    known: Mapping[str, Figure]  # the report's figures by key and by name

    @classmethod
    def of(cls, report: Report, listed: Listed, tell: Callable[[Iterable[Diagnostic]], None]) -> _OwnColumns:
        used = mentioned(report)
        by_name: dict[str, Figure] = {f.name: f for f in report.figures.figures.values()}
        by_name |= report.figures.figures
        words: list[str] = []
        passages: list[str] = []
        figures: dict[str, tuple[Figure, int | None]] = {}
        for heading, place in listed.headings.items():
            if heading in CONTROL and not (heading in used and heading in ("单位", "office")):
                continue
            match = _FIGURE_YEAR.fullmatch(heading)
            if heading in by_name:
                figures[heading] = (by_name[heading], None)
            elif match and match[1] in by_name:
                figures[heading] = (by_name[match[1]], int(match[2]))
            elif heading in used and heading not in _METADATA:
                (passages if heading.endswith(_PASSAGES) else words).append(heading)
            elif heading not in _METADATA and heading not in listed.patterned:
                near = nearest(heading, [*CONTROL, *_METADATA, *by_name, *used])
                diagnostic = Diagnostic("batch.unknown_column", place, {"found": heading, "near": near})
                tell([diagnostic])
        return cls(tuple(words), tuple(passages), figures, by_name)

    @property
    def is_any(self) -> bool:
        return bool(self.words or self.passages or self.figures)

    def office(
        self, row: ManifestRow, listed: Listed, year: int, tell: Callable[[Iterable[Diagnostic]], None]
    ) -> Office:
        values: dict[str, dict[int, Value]] = {}
        found: list[Diagnostic] = []
        for heading, (figure, named) in self.figures.items():
            if heading in row.places:
                place = row.places[heading]
                value = read.read_value(row.cells.get(heading, ""), figure.unit, place, found)
                values.setdefault(figure.key, {})[named or year] = value
        for name, by_year in row.values.items():
            if name in self.known:
                values.setdefault(self.known[name].key, {}).update(by_year)
            else:
                place = next(iter(by_year.values())).source
                unknown = {"found": name, "near": nearest(name, self.known)}
                found.append(Diagnostic("batch.unknown_figure", place, unknown))
        tell(found)
        return Office(
            names={w: Entry(row.cells.get(w, ""), row.places.get(w, row.source)) for w in self.words},
            passages={p: self._passage(row, p, listed.folder) for p in self.passages},
            values=values,
        )

    @staticmethod
    def _passage(row: ManifestRow, heading: str, folder: Path) -> SourceText:
        """Take an office's paragraphs from the cell, or from the .md file it names."""
        text, place = row.cells.get(heading, ""), row.places.get(heading, row.source)
        if text.lower().endswith(".md") and "\n" not in text:
            said: list[Diagnostic] = []
            content = read.read_text(folder / text, text, said)
            if content is None:
                raise Faults(said)
            return SourceText(content, text, tuple(range(1, content.count("\n") + 2)))
        return SourceText(text, place.file, (place.line or 0,) * (text.count("\n") + 1))


@lru_cache(maxsize=4)
def _report(path: Path) -> Report:
    """Read a report once for all rows that name it; its own faults are the build's to report.

    Raises:
        Faults: it cannot be read.
    """
    return read.read_report(path)[0]


def _refuse_same_names(orders: Sequence[Order], found: list[Diagnostic]) -> None:
    """Report every order whose files would take the names of an earlier one's."""
    taken: dict[str, Order] = {}
    for order in orders:
        for file in _files(order):
            first = taken.setdefault(file, order)
            if first is not order:
                values = {"name": order.slot, "first": first.source}
                found.append(Diagnostic("batch.same_name", order.source, values))
                break


def _files(order: Order) -> Iterable[str]:
    return (f"{order.slot}.{format_}".casefold() for format_ in order.job.to)  # Windows tells no case
