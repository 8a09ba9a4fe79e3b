"""Template: the look of a form, read from its `layout.toml`.

A template is a folder with `layout.toml` (page, faces, styles by role) and `document.md.j2` (the
elements in order and their fixed words). A user's template names the one it inherits from and
overrides single values. Lengths in `layout.toml` carry their unit in the key; inside they are points,
except for counts of cells (width of one Han character) and rows (one grid line), the units of
GB/T 9704-2012, clause 3.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import MISSING, dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from . import resources
from .diagnostics import Diagnostic, Faults, Source, fault
from .nearest import nearest
from .units import PT_PER_MM, TWIPS_PER_PT, from_mm

SHEET_WIDTH, SHEET_HEIGHT = 595.3, 841.9  # A4 in whole twips (11906 × 16838), as Word writes it


@dataclass(frozen=True, slots=True)
class Geometry:
    """Margins and row pitch of one way to set the same 22 × 28 grid."""

    top: float
    bottom: float
    left: float
    right: float
    pitch: float  # from row to row


@dataclass(frozen=True, slots=True)
class Grid:
    """How many cells and rows a full page holds (GB/T 9704-2012, 5.2.1 and 5.2.3)."""

    cells: int
    rows: int


@dataclass(frozen=True, slots=True)
class Style:
    """How one role of paragraph looks."""

    name: str
    title: str  # what Word's style list shows
    face: str  # a face role: 小标宋 仿宋 黑体 楷体 宋体
    size: float
    align: str = "justify"  # justify, left, center or right
    first_line: float = 0.0  # indent of the first line, in cells
    indent_left: float = 0.0  # cells
    indent_right: float = 0.0  # cells
    tracking: float = 0.0  # added after every character
    leading: float = 0.0  # from line to line; 0: one grid row
    rows_before: int = 0  # blank grid rows above
    rows_after: int = 0
    keep_with_next: bool = False
    outline_level: int = 0  # 1 to 4 for headings, 0 for text
    bold: bool = False
    color: str = "000000"


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """How a part of a paragraph differs from the rest."""

    name: str
    title: str
    face: str = ""  # empty: the paragraph's own
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How tables look: rules and the paragraph styles of their cells."""

    name: str
    head: str  # paragraph style of head cells
    body: str  # paragraph style of body cells
    rule_outer: float  # thickness of the first and last rule
    rule_inner: float  # thickness of the other rules
    vertical: bool  # rules between columns
    sides: bool  # rules at the left and right edge
    padding: float  # left and right of the text in a cell
    title: str = ""  # what Word's list of table styles shows; empty: the name


@dataclass(frozen=True, slots=True)
class Folio:
    """The printed page number (GB/T 9704-2012, 7.5)."""

    style: str
    pattern: str  # holds {page}
    below: float  # from the lower edge of the type area to the middle of the dash
    indent: float  # from the outer edge of the type area, in cells of the folio's own size


@dataclass(frozen=True, slots=True)
class Template:
    """A form: everything compose, layout and the writers ask about looks."""

    name: str
    title: str
    folder: Path
    document: str  # text of document.md.j2
    docx_geometry: str  # "nominal" or "electronic"
    geometries: Mapping[str, Geometry]
    grid: Grid
    faces: Mapping[str, str]  # face role -> family written into the DOCX
    numbering: tuple[str, ...]  # per level: pattern with {一} or {1}
    styles: Mapping[str, Style]
    characters: Mapping[str, CharacterStyle]
    tables: Mapping[str, TableStyle]
    folio: Folio
    inherits: tuple[str, ...] = ()  # names of the templates below this one, nearest first
    lineage: tuple[str, ...] = field(default=())  # digest material: text of every layout.toml

    @property
    def geometry(self) -> Geometry:
        """The geometry pages are laid out in: always the electronic one (GB/T 33476.2-2016, 6.2)."""
        return self.geometries["electronic"]

    @property
    def measure(self) -> float:
        """Width of the type area (版心)."""
        return SHEET_WIDTH - self.geometry.left - self.geometry.right

    @property
    def cell(self) -> float:
        """Width of one cell of the grid."""
        return self.measure / self.grid.cells


@dataclass(frozen=True, slots=True)
class _Margins:
    """A geometry as the file says it."""

    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    pitch_twips: float

    @classmethod
    def of(cls, geometry: Geometry) -> _Margins:
        return cls(
            geometry.top / PT_PER_MM,
            geometry.bottom / PT_PER_MM,
            geometry.left / PT_PER_MM,
            geometry.right / PT_PER_MM,
            geometry.pitch * TWIPS_PER_PT,
        )

    def in_points(self) -> Geometry:
        return Geometry(
            from_mm(self.top_mm),
            from_mm(self.bottom_mm),
            from_mm(self.left_mm),
            from_mm(self.right_mm),
            self.pitch_twips / TWIPS_PER_PT,
        )


_Kind = TypeVar("_Kind")
_GEOMETRIES = ("electronic", "nominal")
_WITH_UNITS = (
    "rule_outer_pt",
    "rule_inner_pt",
    "padding_pt",
    "below_mm",
    "size_pt",
    "tracking_pt",
    "leading_pt",
)
_KEYS = {key.rpartition("_")[0]: key for key in _WITH_UNITS}  # a length's unit stands in its key
_TYPES: Mapping[str, Any] = {"str": str, "bool": bool, "int": int, "float": (int, float)}
_BLANK: Mapping[str, Any] = {"str": "", "bool": False, "int": 0, "float": 0.0}
_TOP_KEYS = ("title", "inherits", "page", "faces", "numbering", "styles", "characters", "tables", "folio")


def available(folders: Sequence[Path] = ()) -> list[str]:
    """List the names of all templates, those in `folders` before the built-in ones."""
    names: dict[str, None] = {}
    for parent in (*folders, resources.folder("templates")):
        for path in sorted(parent.glob("*/layout.toml")):
            names.setdefault(path.parent.name)
    return list(names)


def load(name: str, folders: Sequence[Path] = ()) -> Template:
    """Read a template by name, or from a folder given by its path.

    Args:
        name: a built-in name, a name found in `folders`, or a path with a separator in it.
        folders: where to look before the built-in templates.

    Raises:
        Faults: no such template, or a `layout.toml` that cannot be used.
    """
    layers: list[_Layer] = []
    wanted: str | None = name
    while wanted:
        try:
            folder = _find(wanted, tuple(folders))
        except Faults as faults:
            if not layers:
                raise
            below = Source(str(layers[-1].folder / "layout.toml"))
            raise Faults(replace(d, source=below) for d in faults.diagnostics) from None
        if any(folder == layer.folder for layer in layers):
            raise fault("template.circle", Source(str(folder / "layout.toml")), name=wanted)
        layers.append(_Layer(folder, _text(folder / "layout.toml")))
        wanted = _parse(layers[-1]).get("inherits")
    documents = (layer.folder / "document.md.j2" for layer in layers)
    document = next((path for path in documents if path.is_file()), None)
    if document is None:
        raise fault("template.no_document", Source(str(layers[0].folder)), name=name)
    return _assemble(tuple(layers), _text(document))


class _Layer(NamedTuple):
    """One folder of a template with the text of its `layout.toml`, which caches go by."""

    folder: Path
    text: str


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as err:
        raise fault("template.encoding", Source(str(path))) from err


@lru_cache(maxsize=32)
def _parse(layer: _Layer) -> dict[str, Any]:
    try:
        return tomllib.loads(layer.text)
    except tomllib.TOMLDecodeError as err:
        raise fault("template.syntax", Source(str(layer.folder / "layout.toml")), reason=str(err)) from err


@lru_cache(maxsize=32)
def _assemble(layers: tuple[_Layer, ...], document: str) -> Template:
    """Lay the layers over each other, the nearest on top; all faults come together."""
    found: list[Diagnostic] = []
    merged: dict[str, Any] = {}
    for layer in reversed(layers):
        _merge(merged, _parse(layer), layer.folder / "layout.toml", found)
    try:
        template = _build(layers[0].folder, merged, document, found)
    except KeyError as err:
        found.append(_fault("template.missing_key", layers[0].folder, key=str(err.args[0])))
    if found:
        raise Faults(found)
    below = tuple(layer.folder.name for layer in layers[1:])
    return replace(template, inherits=below, lineage=tuple(layer.text for layer in layers))


def _find(name: str, folders: tuple[Path, ...]) -> Path:
    candidates = [folder / name for folder in folders] + [resources.folder("templates") / name]
    if "/" in name or "\\" in name:
        candidates.insert(0, Path(name))
    for path in candidates:
        if (path / "layout.toml").is_file():
            return path
    names = available(folders)
    raise fault("template.unknown", name=name, near=nearest(name, names), names="、".join(names))


def _merge(below: dict[str, Any], above: Mapping[str, Any], path: Path, found: list[Diagnostic]) -> None:
    """Lay one layout over another, key by key."""
    for key in above.keys() - set(_TOP_KEYS):
        found.append(_unknown_key(path.parent, key, _TOP_KEYS))
    for key, value in above.items():
        _lay_over(below, key, value)


def _lay_over(below: dict[str, Any], key: str, value: object) -> None:
    if isinstance(value, Mapping) and isinstance(below.get(key), dict):
        for name, entry in value.items():
            _lay_over(below[key], name, entry)
    else:
        below[key] = deepcopy(value)


def _fault(code: str, folder: Path, **values: object) -> Diagnostic:
    return Diagnostic(code, Source(str(folder / "layout.toml")), values)


def _unknown_key(folder: Path, key: str, known: Iterable[str]) -> Diagnostic:
    near = nearest(key.rpartition(".")[2], known)
    return _fault("template.unknown_key", folder, key=key, near=near)


def _build(folder: Path, layout: Mapping[str, Any], document: str, found: list[Diagnostic]) -> Template:
    def made(kind: type[_Kind], section: str) -> dict[str, _Kind]:
        entries = layout[section].items()
        return {name: _make(kind, folder, f"{section}.{name}", entry, found) for name, entry in entries}

    page = layout["page"]
    geometries = {name: _make(_Margins, folder, f"page.{name}", page[name], found) for name in _GEOMETRIES}
    folio = _make(Folio, folder, "folio", layout["folio"], found)
    return Template(
        name=folder.name,
        title=layout["title"],
        folder=folder,
        document=document,
        docx_geometry=page["docx"],
        geometries={name: margins.in_points() for name, margins in geometries.items()},
        grid=Grid(page["cells"], page["rows"]),
        faces=dict(layout["faces"]),
        numbering=tuple(layout["numbering"][str(level)] for level in range(1, 5)),
        styles=made(Style, "styles"),
        characters=made(CharacterStyle, "characters"),
        tables=made(TableStyle, "tables"),
        folio=replace(folio, below=from_mm(folio.below)),
    )


def _make(
    kind: type[_Kind], folder: Path, section: str, entry: Mapping[str, Any], found: list[Diagnostic]
) -> _Kind:
    """Make one dataclass from its table of the file; what does not fit is a fault and left out."""
    known = {_KEYS.get(f.name, f.name): f for f in fields(kind) if f.name != "name"}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in known:
            found.append(_unknown_key(folder, f"{section}.{key}", known))
        elif not isinstance(value, _TYPES[str(known[key].type)]):
            named = {"key": f"{section}.{key}", "value": value, "kind": known[key].type}
            found.append(_fault("template.bad_value", folder, **named))
        else:
            values[known[key].name] = value
    for key, f in known.items():
        if key not in entry and f.default is MISSING:
            found.append(_fault("template.missing_key", folder, key=f"{section}.{key}"))
    defaults = {f.name: _BLANK[str(f.type)] for f in known.values() if f.default is MISSING}
    if any(f.name == "name" for f in fields(kind)):  # type: ignore[arg-type]
        defaults["name"] = section.rpartition(".")[2]
    return kind(**{**defaults, **values})


def as_layout(template: Template) -> dict[str, Any]:
    """Write a template as one `layout.toml` would say it, everything it inherits included."""

    def shown(thing: Any) -> dict[str, Any]:
        values = {
            _KEYS.get(f.name, f.name): getattr(thing, f.name) for f in fields(thing) if f.name != "name"
        }
        return {key: round(value, 3) if isinstance(value, float) else value for key, value in values.items()}

    margins = {name: shown(_Margins.of(geometry)) for name, geometry in template.geometries.items()}
    grid = {"docx": template.docx_geometry, "cells": template.grid.cells, "rows": template.grid.rows}
    return {
        "title": template.title,
        "page": {**grid, **margins},
        "faces": dict(template.faces),
        "numbering": {str(level): pattern for level, pattern in enumerate(template.numbering, 1)},
        "styles": {name: shown(style) for name, style in template.styles.items()},
        "characters": {name: shown(style) for name, style in template.characters.items()},
        "tables": {name: shown(style) for name, style in template.tables.items()},
        "folio": shown(replace(template.folio, below=template.folio.below / PT_PER_MM)),
    }
