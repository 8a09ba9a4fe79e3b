"""Layout file: a template read from its folder, and written as one file again.

A template is a folder with `layout.toml` (page, faces, styles by role) and `document.md.j2` (the
elements in order and their fixed words). A user's template names the one it inherits from and
overrides single values. Lengths carry their unit in the key; indents count cells, blank lines rows.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from . import resources
from .diagnostics import Diagnostic, Faults, Source, fault
from .fonts import LATIN, LATIN_FAMILIES, ROLES
from .layout_measures import ColophonMeasures, Margins, MastheadMeasures, SealMeasures
from .nearest import nearest
from .noun import Noun, fields, replace
from .pattern import pattern
from .template import FORMS, SHEET_WIDTH, CharacterStyle, Folio, Grid, Style, TableStyle, Template
from .units import PT_PER_MM, from_mm

_Kind = TypeVar("_Kind", bound=Noun)
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
_COLOR = pattern("[0-9A-Fa-f]{6}")
_TOP_KEYS = (
    "title",
    "inherits",
    "page",
    "faces",
    "numbering",
    "styles",
    "characters",
    "tables",
    "folio",
    "masthead",
    "seal",
    "colophon",
)


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
    for folder in folders:
        if not folder.is_dir():
            raise fault("template.no_folder", Source(str(folder)))
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
        if not found:  # what was left out is blank, and would be said twice
            found += _impossible(template)
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
    geometries = {name: _make(Margins, folder, f"page.{name}", page[name], found) for name in _GEOMETRIES}
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
        masthead=_make(MastheadMeasures, folder, "masthead", layout["masthead"], found).in_points(),
        seal=_make(SealMeasures, folder, "seal", layout["seal"], found).in_points(),
        colophon=_make(ColophonMeasures, folder, "colophon", layout["colophon"], found).in_points(),
    )


def _make(
    kind: type[_Kind], folder: Path, section: str, entry: Mapping[str, Any], found: list[Diagnostic]
) -> _Kind:
    """Make one noun from its table of the file; what does not fit is a fault and left out."""
    known = {_KEYS.get(f.name, f.name): f for f in fields(kind) if f.name != "name"}
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in known:
            found.append(_unknown_key(folder, f"{section}.{key}", known))
        elif not isinstance(value, _TYPES[known[key].type]):
            named = {"key": f"{section}.{key}", "value": value, "kind": known[key].type}
            found.append(_fault("template.bad_value", folder, **named))
        else:
            values[known[key].name] = value
    for key, f in known.items():
        if key not in entry and f.is_required:
            found.append(_fault("template.missing_key", folder, key=f"{section}.{key}"))
    defaults = {f.name: _BLANK[f.type] for f in known.values() if f.is_required}
    if any(f.name == "name" for f in fields(kind)):
        defaults["name"] = section.rpartition(".")[2]
    return kind(**{**defaults, **values})


def _impossible(template: Template) -> Iterator[Diagnostic]:
    """Find values of the right type that no page can be set with."""
    faces = tuple(face for face in template.faces if face in ROLES)
    choices: list[tuple[str, str, Iterable[str]]] = [
        ("page.docx", template.docx_geometry, template.geometries),
        ("folio.style", template.folio.style, template.styles),
        ("masthead.form", template.masthead.form, FORMS),
        ("seal.usual", template.seal.usual, ("实物", "不用")),
    ]
    choices += [("faces", face, (*ROLES, LATIN)) for face in template.faces]
    if LATIN in template.faces:
        choices.append((f"faces.{LATIN}", template.faces[LATIN], LATIN_FAMILIES))
    ranges: list[tuple[str, float, float, float]] = [
        ("page.cells", template.grid.cells, 1, 100),
        ("page.rows", template.grid.rows, 2, 100),
        ("page.electronic", template.measure, 100, SHEET_WIDTH),
        ("masthead.least_pt", template.masthead.least, 1, template.styles["mark"].size),
        ("masthead.least_stretch", template.masthead.least_stretch, 0.3, 1),
        ("seal.diameter_mm", template.seal.diameter / PT_PER_MM, 1, 100),
    ]
    for name, style in template.styles.items():
        choices += [
            (f"styles.{name}.face", style.face, faces),
            (f"styles.{name}.align", style.align, ("justify", "left", "center", "right")),
        ]
        ranges += [
            (f"styles.{name}.size_pt", style.size, 1, 100),
            (f"styles.{name}.leading_pt", style.leading, 0, 200),
            (f"styles.{name}.outline_level", style.outline_level, 0, 9),
        ]
    colors = {f"styles.{name}.color": style.color for name, style in template.styles.items()}
    for key, color in {**colors, "masthead.rule_color": template.masthead.rule_color}.items():
        if not _COLOR.fullmatch(color):
            named = {"key": key, "value": color, "choices": "000000–FFFFFF"}
            yield _fault("template.bad_choice", template.folder, **named)
    for name, part in template.characters.items():
        choices.append((f"characters.{name}.face", part.face, ("", *faces)))
    for name, table in template.tables.items():
        choices += [
            (f"tables.{name}.{part}", getattr(table, part), template.styles) for part in ("head", "body")
        ]
        ranges.append((f"tables.{name}.padding_pt", table.padding, 0, 50))
    for key, value, known in choices:
        if value not in known:
            offered = tuple(k for k in known if k)
            yield _fault("template.bad_choice", template.folder, key=key, value=value, choices=offered)
    for key, number, least, most in ranges:
        if not least <= number <= most:
            shown = {"value": f"{number:g}", "least": f"{least:g}", "most": f"{most:g}"}
            yield _fault("template.out_of_range", template.folder, key=key, **shown)


def as_layout(template: Template) -> dict[str, Any]:
    """Write a template as one `layout.toml` would say it, everything it inherits included."""

    def shown(thing: Noun) -> dict[str, Any]:
        values = {
            _KEYS.get(f.name, f.name): getattr(thing, f.name)
            for f in fields(thing.__class__)
            if f.name != "name"
        }
        return {key: round(value, 3) if isinstance(value, float) else value for key, value in values.items()}

    margins = {name: shown(Margins.of(geometry)) for name, geometry in template.geometries.items()}
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
        "masthead": shown(MastheadMeasures.of(template.masthead)),
        "seal": shown(SealMeasures.of(template.seal)),
        "colophon": shown(ColophonMeasures.of(template.colophon)),
    }
