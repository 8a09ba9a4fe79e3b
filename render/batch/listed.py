"""Listed: the rows of a manifest, whatever it is written in.

A .yaml manifest holds what all rows share (报告, 年度, 文件名 …) and where the rows come from: 任务, a list
in the file itself; 单位表, a workbook beside it; or 任务查询, a query to the database whose address stands in
the environment variable that 数据库 names. 指标查询 brings figures, one a row: 单位, 指标, 年度, 数值.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .. import read
from ..diagnostics import Diagnostic, Faults, Source, fault
from ..nearest import nearest
from ..read.nodes import Mapping as MappingNode
from ..read.nodes import Node, Scalar, Sequence
from ..report import Absence, Value
from .database import Answer, ask

HEADINGS = ("报告", "report", "单位", "office", "简称", "全称", "年度", "year")
"""What makes a row the head of a manifest's columns."""

SETTINGS = {
    "数据库": "database",
    "任务查询": "rows_query",
    "指标查询": "figures_query",
    "单位表": "list",
    "任务": "rows",
}
"""Keys of a .yaml manifest beside the columns that hold for all rows, Chinese = English."""

_KEYS = {name: english for chinese, english in SETTINGS.items() for name in (chinese, english)}
_PATTERN_COLUMNS = {"文件名": "name", "file_name": "name", "子文件夹": "folder", "folder": "folder"}
_FIGURE_COLUMNS = (("单位", "office"), ("指标", "figure"), ("年度", "year"), ("数值", "value"))
_BLANK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One row: texts by heading, where each stands, and figures that a query brought."""

    cells: Mapping[str, str]  # those that are not blank
    places: Mapping[str, Source]
    source: Source
    values: Mapping[str, Mapping[int, Value]] = field(default_factory=dict)  # by figure and year


@dataclass(frozen=True, slots=True)
class Listed:
    """All rows of a manifest."""

    rows: tuple[ManifestRow, ...]
    headings: Mapping[str, Source]
    folder: Path  # that paths are relative to
    source: Source
    settings: Mapping[str, str]  # patterns for all rows, by what they name: "name", "folder"

    @property
    def patterned(self) -> frozenset[str]:
        """Headings that a pattern names: they are used, if by nothing else."""
        patterns = [*self.settings.values()]
        patterns += [text for row in self.rows[:1] for text in row.cells.values()]
        return frozenset(name for pattern in patterns for name in _BLANK.findall(pattern))


def read_rows(path: Path, found: list[Diagnostic], *, state: Path, refresh: bool) -> Listed:
    """Read the rows of a manifest file.

    Raises:
        Faults: it is missing, of a format that is no manifest, cannot be read, or its database cannot.
    """
    if not path.exists():
        raise fault("batch.missing", Source(str(path)))
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        return _Yaml(path, found, state, refresh).read()
    if suffix not in read.LISTINGS:
        raise fault("batch.format", Source(path.name), suffix=suffix, known="、".join(read.LISTINGS))
    return _of_listing(read.read_listing(path, found, headings=HEADINGS), path.parent)


def _of_listing(listing: read.Listing, folder: Path) -> Listed:
    rows = tuple(ManifestRow(row.cells, row.places, row.source) for row in listing.rows)
    if not rows:
        raise fault("batch.empty", listing.source)
    return Listed(rows, listing.headings, folder, listing.source, {})


class _Yaml:
    """A .yaml manifest being read."""

    def __init__(self, path: Path, found: list[Diagnostic], state: Path, refresh: bool) -> None:
        self.path, self.found, self.state, self.refresh = path, found, state, refresh
        self.file = path.name
        self.source = Source(path.name)

    def read(self) -> Listed:
        from ..read.yaml_nodes import read_yaml

        text = read.read_text(self.path, self.file, self.found)
        if text is None:
            raise Faults(self.found)
        root = read_yaml(text, self.file, self.found)
        if not isinstance(root, MappingNode):
            raise fault("batch.shape", self.source)
        keys: dict[str, tuple[Node, int]] = {}
        shared: dict[str, tuple[str, Source]] = {}
        for key, value in root.pairs:
            if key.text in _KEYS:
                keys[_KEYS[key.text]] = (value, key.line)
            elif isinstance(value, Scalar):
                shared[key.text] = (value.text, Source(self.file, value.line))
            elif isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items):
                joined = "、".join(item.text for item in value.items if isinstance(item, Scalar))
                shared[key.text] = (joined, Source(self.file, value.line))
            else:
                near = nearest(key.text, _KEYS)
                raise fault("batch.key", Source(self.file, key.line), key=key.text, near=near)
        return self._with_figures(self._shared(self._rows(keys), shared), keys)

    def _rows(self, keys: Mapping[str, tuple[Node, int]]) -> Listed:
        sources = [name for name in ("rows", "list", "rows_query") if name in keys]
        if len(sources) > 1:
            names = "、".join(c for c, e in SETTINGS.items() if e in sources)
            raise fault("batch.two_sources", Source(self.file, keys[sources[1]][1]), names=names)
        if not sources:
            row = ManifestRow({}, {}, self.source)
            return Listed((row,), {}, self.path.parent, self.source, {})
        node, line = keys[sources[0]]
        is_file_named = sources[0] == "rows" and isinstance(node, Scalar)  # 任务: 各单位.xlsx
        if sources[0] == "list" or is_file_named:
            path = self.path.parent / self._scalar(node)
            if path.suffix.lower() not in read.LISTINGS:
                known = "、".join(read.LISTINGS)
                raise fault("batch.format", Source(self.file, line), suffix=path.suffix, known=known)
            listing = read.read_listing(path, self.found, headings=HEADINGS)
            return _of_listing(listing, self.path.parent)
        if sources[0] == "rows":
            return self._inline(node)
        answer = self._ask(self._scalar(node), keys, line)
        rows = tuple(
            ManifestRow(
                {name: text for name, text in zip(answer.columns, cells, strict=True) if text},
                {name: answer.place(number) for name in answer.columns},
                answer.place(number),
            )
            for number, cells in enumerate(answer.rows)
        )
        if not rows:
            raise fault("batch.empty", Source(self.file, line))
        return Listed(rows, dict.fromkeys(answer.columns, answer.place()), self.path.parent, self.source, {})

    def _inline(self, node: Node) -> Listed:
        items = node.items if isinstance(node, Sequence) else ()
        if not items or not all(isinstance(item, MappingNode) for item in items):
            raise fault("batch.shape", Source(self.file, node.line))
        rows: list[ManifestRow] = []
        headings: dict[str, Source] = {}
        for item in items:
            assert isinstance(item, MappingNode)
            cells: dict[str, str] = {}
            places: dict[str, Source] = {}
            for key, value in item.pairs:
                place = Source(self.file, value.line)
                headings.setdefault(key.text, Source(self.file, key.line))
                cells[key.text], places[key.text] = self._scalar(value), place
            cells = {name: text for name, text in cells.items() if text}
            rows.append(ManifestRow(cells, places, Source(self.file, item.line)))
        return Listed(tuple(rows), headings, self.path.parent, self.source, {})

    def _scalar(self, node: Node) -> str:
        if isinstance(node, Scalar):
            return node.text.strip()
        if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
            return "、".join(item.text for item in node.items if isinstance(item, Scalar))
        raise fault("batch.shape", Source(self.file, node.line))

    def _shared(self, listed: Listed, shared: Mapping[str, tuple[str, Source]]) -> Listed:
        """Put what holds for all rows into each, under what the row says itself."""
        patterns = {_PATTERN_COLUMNS[n]: text for n, (text, _) in shared.items() if n in _PATTERN_COLUMNS}
        cells = {name: text for name, (text, _) in shared.items() if name not in _PATTERN_COLUMNS and text}
        places = {name: place for name, (_, place) in shared.items()}
        rows = tuple(
            replace(row, cells={**cells, **row.cells}, places={**places, **row.places}) for row in listed.rows
        )
        headings = {**{n: p for n, p in places.items() if n not in _PATTERN_COLUMNS}, **listed.headings}
        return replace(listed, rows=rows, headings=headings, settings=patterns)

    def _with_figures(self, listed: Listed, keys: Mapping[str, tuple[Node, int]]) -> Listed:
        """Give each row the figures that a query has for its 单位."""
        if "figures_query" not in keys:
            return listed
        node, line = keys["figures_query"]
        answer = self._ask(self._scalar(node), keys, line)
        columns: dict[str, int] = {}
        for names in _FIGURE_COLUMNS:
            at = [n for n, column in enumerate(answer.columns) if column.casefold() in names]
            if not at:
                wanted = "、".join(chinese for chinese, _ in _FIGURE_COLUMNS)
                raise fault("batch.figure_columns", answer.place(), wanted=wanted, column=names[0])
            columns[names[1]] = at[0]
        by_office: dict[str, dict[str, dict[int, Value]]] = {}
        asked: dict[tuple[str, int], Source] = {}  # figures and years that any office has
        for number, cells in enumerate(answer.rows):
            office, figure, year, text = (cells[columns[english]] for _, english in _FIGURE_COLUMNS)
            if not year.isdecimal():
                raise fault("batch.bad_year", answer.place(number), found=year)
            value = read.read_value(text, "", answer.place(number), self.found)
            by_office.setdefault(office, {}).setdefault(figure, {})[int(year)] = value
            asked.setdefault((figure, int(year)), value.source)
        rows: list[ManifestRow] = []
        for row in listed.rows:
            office = row.cells.get("单位", row.cells.get("office", ""))
            if not office:
                self.found.append(Diagnostic("batch.no_office", row.source))
            elif office not in by_office:
                near = nearest(office, by_office)
                self.found.append(
                    Diagnostic("batch.no_figures", row.source, {"office": office, "near": near})
                )
            rows.append(replace(row, values=_completed(by_office.get(office, {}), asked)))
        return replace(listed, rows=tuple(rows))

    def _ask(self, query: str, keys: Mapping[str, tuple[Node, int]], line: int) -> Answer:
        if "database" not in keys:
            raise fault("batch.no_database", Source(self.file, line))
        variable = self._scalar(keys["database"][0])
        return ask(variable, query, state=self.state, refresh=self.refresh, source=Source(self.file, line))


def _completed(
    known: Mapping[str, Mapping[int, Value]], asked: Mapping[tuple[str, int], Source]
) -> dict[str, dict[int, Value]]:
    """Add what the query gives for others and not for this office, as not yet supplied.

    Else the common report's own figure would stand in for it, and a wrong number be printed.
    """
    values = {figure: dict(by_year) for figure, by_year in known.items()}
    for (figure, year), source in asked.items():
        values.setdefault(figure, {}).setdefault(year, Value(Absence.NOT_SUPPLIED, None, source))
    return values
