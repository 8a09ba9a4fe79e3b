"""Looks of a DOCX: its page set-up, its paragraphs, its page numbers, and what was left over in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...diagnostics import Source
from ...looks import Edge, FaceLook, FolioLook, Looks, ParagraphLook, Remnant, RunLook, Section
from ..readers.docx import Elements, Placed
from ..readers.docx_looks import W, key_of
from .colors import is_mark
from .edges import drawn_in, edges_of
from .folios import folios_of
from .measures import ALIGNMENTS, first_line_of, indent_of, pitch_of, size_of, space_of
from .runs import Runs, joined
from .sections import section_of
from .tables import tables_of
from .values import Sheet, Values, said_by

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr"))
_NONE = ("", 0, 0)
_BROKEN_FIELD = re.compile("错误！|Error!")


@dataclass(slots=True)
class _Gathered:
    """What a paragraph's runs come to."""

    runs: list[tuple[RunLook, str]] = field(default_factory=list)  # a look without text, and its text
    line_breaks: int = 0
    tabs: int = 0
    breaks_page: bool = False  # behind its characters
    has_picture: bool = False
    drawn: list[Edge] = field(default_factory=list)
    pages: int = 0  # begun within it


@dataclass(slots=True)
class _Said:
    """What paragraphs that say the same of themselves have in force."""

    values: Values
    characters: Values
    style: str
    measures: dict[float, dict[str, Any]] = field(default_factory=dict)  # by the size of their characters


def looks_of_docx(elements: Elements, name: str, roles: Mapping[int, tuple[str, int, int]]) -> Looks:
    """Read how a DOCX is set.

    Args:
        elements: As the reader left them.
        name: Of the file.
        roles: Of paragraphs by their line: the role, and length and level of a heading that runs in.
    """
    return _Looking(elements, name, roles).looks()


def pages_of(elements: Elements) -> dict[int, int]:
    """Tell the page each line began on when the word processor last saved; empty where it does not say."""
    marks = f"{W}lastRenderedPageBreak"
    found: dict[int, int] = {}
    page = 1
    for placed in elements.placed:
        begun = list(placed.element.iter(marks)) if placed.place == "body" else []
        if begun and _begins_with(placed.element, begun[0]):
            page += 1
            begun = begun[1:]
        found.setdefault(placed.line, page)
        page += len(begun)
    return found if page > 1 else {}


def _begins_with(paragraph: Any, mark: Any) -> bool:
    """Tell whether no character comes before a mark."""
    for each in paragraph.iter(f"{W}t", mark.tag):
        if each is mark:
            return True
        if each.text:
            return False
    return False


class _Looking:
    def __init__(self, elements: Elements, name: str, roles: Mapping[int, tuple[str, int, int]]) -> None:
        self._elements = elements
        self._package = elements.package
        self._name = name
        self._roles = roles
        targets = self._package.targets(elements.main)
        self._targets = {id_: t.name for id_, t in targets.items() if not t.is_outside}
        kinds = {t.kind: t.name for t in targets.values() if not t.is_outside}
        self._styles = self._part(kinds.get("styles"))
        self._sheet = Sheet(self._styles, self._part(kinds.get("theme")))
        self._settings = self._part(kinds.get("settings"))
        self._fonts = self._part(kinds.get("fontTable"))
        self._remnants: list[Remnant] = []
        self._faces: dict[str, Source] = {}
        self._pages = pages_of(elements)
        self._paragraphs: dict[object, _Said] = {}
        self._runs = Runs(self._sheet)

    def looks(self) -> Looks:
        """Look at everything."""
        paragraphs: list[ParagraphLook] = []
        sections: list[Section] = []
        folios: list[FolioLook] = []
        orders = {}
        if self._elements.body is not None:
            orders = {element: n for n, element in enumerate(self._elements.body.iter(f"{W}p"))}
        usual = size_of(self._sheet.of(None)[1])
        starts_page = False
        for placed in self._elements.placed:
            source = self._source(placed.line)
            order = orders.get(placed.element, 0)
            look, ends = self._paragraph(placed, source, order, len(sections), starts_page=starts_page)
            if placed.place != "table":
                starts_page = ends
            paragraphs.append(look)
            own = placed.element.find(f"{W}pPr/{W}sectPr") if placed.place == "body" else None
            if own is not None:
                sections.append(section_of(own, source, usual))
                folios += self._folios(own, source)
        last = self._elements.body.find(f"{W}sectPr") if self._elements.body is not None else None
        if last is not None or not sections:
            source = Source(self._name)
            sections.append(section_of(last, source, usual))
            folios += self._folios(last, source)
        self._of_settings()
        return Looks(
            "DOCX",
            sections=tuple(sections),
            paragraphs=tuple(paragraphs),
            tables=tuple(tables_of(self._elements, self._source, self._styles)),
            folios=tuple(folios),
            faces=tuple(FaceLook(face, self._is_embedded(face), at) for face, at in self._faces.items()),
            remnants=tuple(self._remnants),
        )

    def _part(self, name: str | None) -> Any:
        return self._package.part(name) if name else None

    def _source(self, line: int) -> Source:
        return Source(self._name, line, page=self._pages.get(line))

    # Paragraphs

    def _paragraph(
        self, placed: Placed, source: Source, order: int, section: int, *, starts_page: bool
    ) -> tuple[ParagraphLook, bool]:
        """Look at a paragraph; tells also whether the next one begins a page."""
        element, place = placed.element, placed.place
        properties = element.find(f"{W}pPr")
        said = self._said_by(properties)
        gathered = _Gathered()
        self._inline(element, said.characters, gathered, source)
        self._changed_mark(properties, source)
        runs = joined(gathered.runs)
        text = "".join([run.text for run in runs])
        size = max([run.size for run in runs if run.text.strip()], default=size_of(said.characters))
        role, lead, level = self._roles.get(source.line or 0, _NONE) if place != "table" else _NONE
        if role == "title" and is_mark(text, [run.color for run in runs]):
            role = "mark"
        for run in runs:
            if run.face and run.text.strip():
                self._faces.setdefault(run.face, source)
        measures = said.measures.get(size)
        if measures is None:
            measures = said.measures[size] = self._measures(said.values, size)
        look = ParagraphLook(
            text=text,
            source=source,
            runs=runs,
            role=role,
            place=place,
            number=placed.number,
            style=said.style,
            starts_page=starts_page or said.values.get("pageBreakBefore") == "1",
            line_breaks=gathered.line_breaks,
            tabs=gathered.tabs,
            has_picture=gathered.has_picture,
            edges=(*edges_of(said.values.get("pBdr", "")), *gathered.drawn),
            lead=lead,
            lead_level=level,
            order=order,
            section=section,
            **measures,
        )
        return look, gathered.breaks_page

    def _said_by(self, properties: Any) -> _Said:
        """Give what a paragraph says of itself laid over its style."""
        key = key_of(properties) if properties is not None else ()
        if key not in self._paragraphs:
            named = properties.find(f"{W}pStyle") if properties is not None else None
            style = named.get(f"{W}val") if named is not None else None
            below, characters = self._sheet.of(style)
            self._paragraphs[key] = _Said(
                {**below, **said_by(properties)},
                characters,
                self._sheet.names.get(style or self._sheet.default, ""),
            )
        return self._paragraphs[key]

    def _measures(self, values: Values, size: float) -> dict[str, Any]:
        """Measure what a paragraph says, in characters of a size where it is said so."""
        pitch, rule, lines = pitch_of(values)
        return {
            "alignment": ALIGNMENTS.get(values.get("jc", "left"), "left"),
            "first_line": first_line_of(values, size),
            "left": indent_of(values, "left", size),
            "right": indent_of(values, "right", size),
            "before": space_of(values, "before"),
            "after": space_of(values, "after"),
            "pitch": pitch,
            "pitch_rule": rule,
            "lines": lines,
            "follows_grid": values.get("snapToGrid") != "0",
            "has_stops": values.get("tabs") == "1",
        }

    def _changed_mark(self, properties: Any, source: Source) -> None:
        if properties is None:
            return
        if properties.find(f"{W}pPrChange") is not None:
            self._remnants.append(Remnant("change", "", source))
        mark = properties.find(f"{W}rPr")
        if mark is not None and any(each.tag in _CHANGES for each in mark):
            self._remnants.append(Remnant("change", "¶", source))

    def _inline(self, parent: Any, characters: Values, into: _Gathered, source: Source) -> None:
        """Gather the runs of a paragraph or of a part of it."""
        for element in parent:
            tag = element.tag
            if tag == f"{W}r":
                self._run(element, characters, into, source)
            elif tag in _CHANGES:
                words = "".join(t.text or "" for t in element.iter(f"{W}t", f"{W}delText"))
                self._remnants.append(Remnant("change", words, source))
                if tag not in _GONE:
                    self._inline(element, characters, into, source)
            elif tag in _GONE or not isinstance(tag, str):
                continue
            elif tag == f"{_MC}AlternateContent":
                into.has_picture = True
                into.drawn += drawn_in(element)
            else:
                if tag == f"{W}hyperlink":
                    words = "".join(t.text or "" for t in element.iter(f"{W}t"))
                    self._remnants.append(Remnant("link", words, source))
                elif tag == f"{W}fldSimple":
                    self._field("".join(t.text or "" for t in element.iter(f"{W}t")), source)
                if len(element):
                    self._inline(element, characters, into, source)

    def _run(self, run: Any, characters: Values, into: _Gathered, source: Source) -> None:
        properties = run.find(f"{W}rPr")
        text = ""
        for element in run:
            tag = element.tag
            if tag == f"{W}t":
                text += element.text or ""
            elif tag == f"{W}tab":
                into.tabs += 1
                text += "\t"
            elif tag in (f"{W}br", f"{W}cr"):
                if element.get(f"{W}type") == "page":
                    into.breaks_page = True
                elif element.get(f"{W}type") in (None, "textWrapping"):
                    into.line_breaks += 1
                    text += "\n"
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object", f"{_MC}AlternateContent"):
                into.has_picture = True
                into.drawn += drawn_in(element)
            elif tag == f"{W}commentReference":
                self._remnants.append(Remnant("comment", "", source))
            elif tag == f"{W}fldChar" and element.get(f"{W}dirty") in ("1", "true"):
                self._remnants.append(Remnant("field", text, source))
            elif tag == f"{W}noBreakHyphen":
                text += "-"
        if not text:
            return
        if properties is not None and properties.find(f"{W}rPrChange") is not None:
            self._remnants.append(Remnant("change", text, source))
        self._field(text, source)
        look = self._runs.look_of(properties, characters)
        if look is None:
            self._remnants.append(Remnant("hidden", text, source))
            return
        into.breaks_page = False
        into.runs.append((look, text))

    def _field(self, shown: str, source: Source) -> None:
        if _BROKEN_FIELD.search(shown):
            self._remnants.append(Remnant("field", shown, source))

    # Feet, faces, settings

    def _folios(self, section: Any, source: Source) -> Iterator[FolioLook]:
        def foot_of(key: str) -> Any:
            return self._part(self._targets.get(key))

        return folios_of(section, source, self._settings, foot_of, self._sheet, self._runs)

    def _is_embedded(self, face: str) -> bool:
        for font in self._fonts.iterfind(f"{W}font") if self._fonts is not None else ():
            if font.get(f"{W}name") == face:
                return font.find(f"{W}embedRegular") is not None
        return False

    def _of_settings(self) -> None:
        if self._settings is None:
            return
        source = Source(self._name)
        protection = self._settings.find(f"{W}documentProtection")
        if protection is not None and protection.get(f"{W}enforcement") in ("1", "true", "on"):
            self._remnants.append(Remnant("protection", "", source))
        if self._settings.find(f"{W}trackRevisions") is not None:
            self._remnants.append(Remnant("tracking", "", source))
