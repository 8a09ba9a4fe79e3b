"""Looks of a DOCX: its page set-up, its paragraphs, its page numbers, and what was left over in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...diagnostics import Source
from ...looks import FaceLook, FolioLook, Looks, ParagraphLook, Remnant, RunLook, Section
from ..readers.docx import Elements, Placed
from ..readers.docx_looks import key_of
from .colors import is_red
from .measures import first_line_of, indent_of, pitch_of, size_of, space_of
from .sections import section_of
from .values import Sheet, Values, W, number_of, said_by

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BLACK = ("000000", "auto", "windowtext", "")
_WHITE = ("FFFFFF", "AUTO", "")
_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr"))
_NONE = ("", 0, 0)
_BROKEN_FIELD = re.compile("错误！|Error!")
_ALIGNMENTS = {
    "both": "justify", "center": "center", "right": "right", "end": "right", "left": "left",
    "start": "left", "distribute": "distribute", "thaiDistribute": "distribute",
}  # fmt: skip


@dataclass(slots=True)
class _Gathered:
    """What a paragraph's runs come to."""

    runs: list[tuple[RunLook, str]] = field(default_factory=list)  # a look without text, and its text
    line_breaks: int = 0
    tabs: int = 0
    breaks_page: bool = False  # behind its characters
    has_picture: bool = False
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
        self._sheet = Sheet(self._part(kinds.get("styles")), self._part(kinds.get("theme")))
        self._settings = self._part(kinds.get("settings"))
        self._fonts = self._part(kinds.get("fontTable"))
        self._remnants: list[Remnant] = []
        self._faces: dict[str, Source] = {}
        self._pages = pages_of(elements)
        self._paragraphs: dict[object, _Said] = {}
        self._runs: dict[object, RunLook | None] = {}

    def looks(self) -> Looks:
        """Look at everything."""
        paragraphs: list[ParagraphLook] = []
        sections: list[Section] = []
        folios: list[FolioLook] = []
        orders = {}
        if self._elements.body is not None:
            orders = {element: n for n, element in enumerate(self._elements.body.iter(f"{W}p"))}
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
                sections.append(section_of(own, source))
                folios += self._folios(own, source)
        last = self._elements.body.find(f"{W}sectPr") if self._elements.body is not None else None
        if last is not None or not sections:
            source = Source(self._name)
            sections.append(section_of(last, source))
            folios += self._folios(last, source)
        self._of_settings()
        return Looks(
            "DOCX",
            sections=tuple(sections),
            paragraphs=tuple(paragraphs),
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
        runs = _joined(gathered.runs)
        text = "".join([run.text for run in runs])
        size = max([run.size for run in runs if run.text.strip()], default=size_of(said.characters))
        role, lead, level = self._roles.get(source.line or 0, _NONE) if place != "table" else _NONE
        if role == "title" and any(is_red(run.color) for run in runs):
            role = "mark"  # an order or a letter has no other title above
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
            "alignment": _ALIGNMENTS.get(values.get("jc", "left"), "left"),
            "first_line": first_line_of(values, size),
            "left": indent_of(values, "left", size),
            "right": indent_of(values, "right", size),
            "before": space_of(values, "before"),
            "after": space_of(values, "after"),
            "pitch": pitch,
            "pitch_rule": rule,
            "lines": lines,
            "follows_grid": values.get("snapToGrid") != "0",
            "is_ruled": values.get("pBdr") == "1",
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
        look = self._look_of(properties, characters)
        if look is None:
            self._remnants.append(Remnant("hidden", text, source))
            return
        into.breaks_page = False
        into.runs.append((look, text))

    def _look_of(self, properties: Any, characters: Values) -> RunLook | None:
        """Give the look of a run, without its text; None of a hidden one."""
        # The styles of paragraphs are kept as long as this is.
        key = (id(characters), key_of(properties) if properties is not None else ())
        if key not in self._runs:
            values = self._values(properties, characters) if properties is not None else characters
            self._runs[key] = None if values.get("vanish") == "1" else self._look(values)
        return self._runs[key]

    def _values(self, properties: Any, characters: Values) -> Values:
        named = properties.find(f"{W}rStyle")
        if named is None:
            return {**characters, **said_by(properties)}
        key = named.get(f"{W}val") or ""
        return {**characters, **self._sheet.characters(key), **said_by(properties)}

    def _look(self, values: Values) -> RunLook:
        color = values.get("color", "").upper()
        shade = values.get("shd.fill", "").upper()
        marker = values.get("highlight", "none")
        scale = number_of(values.get("w")) or 100.0
        return RunLook(
            "",
            self._sheet.face(values, "eastAsia"),
            self._sheet.face(values, "ascii"),
            size_of(values),
            values.get("b") == "1",
            values.get("i") == "1",
            values.get("u", "none") not in ("none", ""),
            "" if color.lower() in _BLACK else color,
            marker if marker not in ("none", "") else "" if shade in _WHITE else shade,
            scale / 100,
        )

    def _field(self, shown: str, source: Source) -> None:
        if _BROKEN_FIELD.search(shown):
            self._remnants.append(Remnant("field", shown, source))

    # Feet, faces, settings

    def _folios(self, section: Any, source: Source) -> Iterator[FolioLook]:
        """Find the page numbers at the foot of a section's pages."""
        even = self._settings.find(f"{W}evenAndOddHeaders") if self._settings is not None else None
        has_even = even is not None and even.get(f"{W}val") not in ("0", "false", "off")
        first = section.find(f"{W}titlePg") if section is not None else None
        has_first = first is not None and first.get(f"{W}val") not in ("0", "false", "off")
        for reference in section.iterfind(f"{W}footerReference") if section is not None else ():
            pages = {"default": "odd", "even": "even", "first": "first"}[
                reference.get(f"{W}type") or "default"
            ]
            if (pages == "even" and not has_even) or (pages == "first" and not has_first):
                continue
            foot = self._part(self._targets.get(reference.get(f"{_R}id") or ""))
            for paragraph in foot.iter(f"{W}p") if foot is not None else ():
                if any(each.tag == f"{_MC}Fallback" for each in paragraph.iterancestors()):
                    continue
                if folio := self._folio(paragraph, pages, source):
                    yield folio

    def _folio(self, paragraph: Any, pages: str, source: Source) -> FolioLook | None:
        """Read a page number; None of a paragraph that has none."""
        properties = paragraph.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        below, characters = self._sheet.of(named.get(f"{W}val") if named is not None else None)
        values = {**below, **said_by(properties)}
        text, shown, is_page, depth = "", [], False, 0
        for element in paragraph.iter():
            tag = element.tag
            if (tag == f"{W}fldSimple" and re.search(r"\bPAGE\b", element.get(f"{W}instr") or "")) or (
                tag == f"{W}instrText" and re.search(r"\bPAGE\b", element.text or "")
            ):
                is_page = True
                text += "#"
            elif tag == f"{W}fldChar":
                depth += {"begin": 1, "end": -1}.get(element.get(f"{W}fldCharType") or "", 0)
            elif tag == f"{W}r":
                own = element.find(f"{W}rPr")
                if element.find(f"{W}t") is not None:
                    words = "".join(t.text or "" for t in element.iter(f"{W}t"))
                    look = self._look(self._values(own, characters) if own is not None else characters)
                    shown.append(_saying(look, words))
            elif tag == f"{W}t" and depth == 0 and not _in_field(element):
                text += element.text or ""
        if not is_page:
            return None
        run = max(shown, key=lambda each: len(each.text), default=self._look(characters))
        alignment = _ALIGNMENTS.get(values.get("jc", "left"), "left")
        frame = properties.find(f"{W}framePr") if properties is not None else None
        if frame is not None and frame.get(f"{W}xAlign"):
            side = frame.get(f"{W}xAlign") or ""
            alignment = {"outside": "outside", "center": "center", "right": "right"}.get(side, "left")
        indent = indent_of(values, "right" if alignment == "right" else "left", run.size)
        return FolioLook(text.strip(), pages, run, alignment, indent, source)

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


def _in_field(element: Any) -> bool:
    return any(each.tag == f"{W}fldSimple" for each in element.iterancestors())


def _saying(look: RunLook, text: str) -> RunLook:
    return RunLook(
        text, look.face, look.latin, look.size, look.is_bold, look.is_italic, look.is_underlined,
        look.color, look.highlight, look.scale,
    )  # fmt: skip


def _joined(runs: list[tuple[RunLook, str]]) -> tuple[RunLook, ...]:
    """Put together neighbours that look alike: word processors cut runs anywhere."""
    made: list[RunLook] = []
    last: RunLook | None = None
    for look, text in runs:
        if last is not None and (last is look or last == look):
            made[-1] = _saying(look, made[-1].text + text)
        else:
            made.append(_saying(look, text))
        last = look
    return tuple(made)
