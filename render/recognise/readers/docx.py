"""Word files: what a DOCX shows once every tracked change is accepted.

Read part by part with lxml: paragraphs with their automatic numbers, tables, text boxes where they are
anchored, pictures that lie in the file, comments as notes, footnotes below the paragraph that has their mark.
Macros are not run, nothing outside the file is fetched; both are listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ...diagnostics import Diagnostic, Source
from ..found import Dropped, Found, FoundDocument, FoundParagraph, FoundPicture, FoundTable, Look
from .blanks import tidy, untidy
from .docx_asides import letterhead, running_heads, texts_of
from .docx_looks import Style, Styles, key_of, over, paragraph_style, read_styles, run_style
from .docx_numbers import Counters, read_counters
from .docx_tables import MOST_COLUMNS, SKIPPED, cells_of, is_letterhead, left_out, rows_of, span_of
from .package import Package, Target, open_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DC = "{http://purl.org/dc/elements/1.1/}"

DEEPEST = 120  # tables and boxes within each other
LEADING_SHARE = 0.85  # of a paragraph; what is bold beyond it is all of it

_LINES = frozenset((f"{W}br", f"{W}cr"))
_OUTER = frozenset(
    ("hyperlink", "image", "oleObject", "attachedTemplate", "frame", "subDocument", "video", "audio")
)


@dataclass(slots=True)
class _Piece:
    """Characters of a paragraph that look alike."""

    text: str
    is_bold: bool
    size: float
    face: str = ""


@dataclass(slots=True)
class _Gathered:
    """What a paragraph holds beside its characters."""

    pieces: list[_Piece] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph's element, and what it was read as."""

    element: Any
    line: int  # of its source; those of a table share the table's
    number: str  # made by the word processor
    place: str  # "body", "table" or "box"


@dataclass(frozen=True, slots=True)
class Elements:
    """What a DOCX was read from, for whoever looks at how it is set."""

    package: Package
    main: str
    body: Any
    placed: tuple[Placed, ...]


def read_docx(data: bytes, name: str) -> FoundDocument:
    """Read a DOCX."""
    return _read(_Reader(open_package(data, name), name))


def read_docx_with_elements(data: bytes, name: str) -> tuple[FoundDocument, Elements]:
    """Read a DOCX and keep the elements of its paragraphs, in the order they were read."""
    package = open_package(data, name)
    reader = _Reader(package, name)
    reader.placed = []
    document = _read(reader)
    return document, Elements(package, reader.main, reader.body, tuple(reader.placed))


def _read(reader: _Reader) -> FoundDocument:
    reader.read()
    package = reader.package
    remarks = [*package.remarks, *reader.remarks()]
    if package.has_entities:
        remarks.append(Diagnostic("import.entities", package.source))
    titles = reader.titles()
    return FoundDocument(
        "DOCX", tuple(reader.items), "", titles, dropped=tuple(reader.dropped), remarks=tuple(remarks)
    )


class _Reader:
    def __init__(self, package: Package, name: str) -> None:
        self.items: list[Found] = []
        self.dropped: list[Dropped] = []
        self.placed: list[Placed] | None = None  # kept when somebody asks for them
        self.body: Any = None
        self.package = self._package = package
        self._name = name
        self.main = package.main()
        self._targets = package.targets(self.main)
        self._styles: Styles = read_styles(self._related("styles"))
        self._counters: Counters = read_counters(self._related("numbering"))
        self._comments = texts_of(self._related("comments"), "comment")
        self._footnotes = texts_of(self._related("footnotes"), "footnote")
        self._footnotes |= texts_of(self._related("endnotes"), "endnote", "e")
        self._paragraph_styles: dict[object, Style] = {}
        self._run_styles: dict[object, Style] = {}
        self._objects = 0
        self._left = 0  # pictures outside the file
        self._line = 0  # paragraphs so far; what a place in a DOCX can be told by

    def read(self) -> None:
        """Read the body."""
        root = self._package.part(self.main)
        self.body = root.find(f"{W}body") if root is not None else None
        taken = ""
        if self.body is not None:
            if self.placed is None:  # who looks at how the body is set leaves headers to the page
                taken, above = letterhead(self._package, self._targets, self.body)
                self.items += above
            self._blocks(self.body, 0)
        self.dropped += running_heads(self._package, self._targets.values(), self._name, taken)

    def remarks(self) -> Iterator[Diagnostic]:
        """Say what was not followed."""
        outside = [
            t for t in self._targets.values() if t.is_outside and t.kind in _OUTER and t.kind != "hyperlink"
        ]
        if outside:
            values = {"count": len(outside), "name": outside[0].name[:80]}
            yield Diagnostic("import.external", self._package.source, values)
        if self._objects:
            yield Diagnostic("import.objects", self._package.source, {"count": self._objects})
        if self._left:
            yield Diagnostic("import.pictures_not_taken", self._package.source, {"count": self._left})

    def titles(self) -> tuple[str, ...]:
        """Give the title among the document's properties."""
        core = next((t.name for t in self._package.targets("").values() if t.kind == "core-properties"), "")
        root = self._package.part(core) if core else None
        title = root.find(f"{_DC}title") if root is not None else None
        text = tidy(title.text or "") if title is not None else ""
        return (text,) if text else ()

    # Parts

    def _related(self, kind: str) -> Any:
        target = next((t for t in self._targets.values() if t.kind == kind and not t.is_outside), None)
        return self._package.part(target.name) if target else None

    # Blocks

    def _blocks(self, parent: Any, depth: int) -> None:
        for element in parent:
            self._block(element, depth)

    def _block(self, element: Any, depth: int) -> None:
        tag = element.tag
        if tag == f"{W}p":
            self._paragraph(element, depth)
        elif tag == f"{W}tbl":
            self._table(element, depth)
        elif tag in SKIPPED or not isinstance(tag, str):
            return
        elif tag == f"{_MC}AlternateContent":
            self._blocks(_choice(element), depth + 1)
        elif depth < DEEPEST and len(element):  # w:sdt, w:ins, w:customXml and the like
            self._blocks(element, depth + 1)

    def _paragraph(self, element: Any, depth: int) -> None:
        self._line += 1
        source = Source(self._name, self._line)
        style = self._style(element.find(f"{W}pPr"))
        gathered = _Gathered()
        self._inline(element, style, gathered, 0)
        number = self._number(style)
        if self.placed is not None:
            self.placed.append(Placed(element, self._line, number, "box" if _is_boxed(element) else "body"))
        for box in gathered.boxes:
            if depth < DEEPEST:
                self._blocks(box, depth + 1)
        if gathered.hidden.strip():
            self.dropped.append(Dropped(tidy(gathered.hidden), "hidden", source))
        for picture, data in gathered.pictures:
            self.items.append(FoundPicture(picture, data, source))
        self._add(gathered, number, style, source)

    def _style(self, properties: Any) -> Style:
        """Give what a paragraph says of itself laid over its style."""
        if properties is None:
            return self._styles.of(None)
        key = key_of(properties)
        if key not in self._paragraph_styles:
            below = self._styles.of(_style_of(properties))
            self._paragraph_styles[key] = over(below, paragraph_style(properties))
        return self._paragraph_styles[key]

    def _add(self, gathered: _Gathered, number: str, style: Style, source: Source) -> None:
        """Add a paragraph, cut at its own line breaks; a number without a text is none."""
        raw = "".join(piece.text for piece in gathered.pieces)
        if not raw.strip():
            return
        look = _look(gathered.pieces, style, number)
        notes = tuple(gathered.comments)
        for at, part in enumerate(raw.split("\n")):
            text = tidy(part)
            if not text:
                continue
            shown = number + text if at == 0 or not self._has_begun(raw, at) else text
            number = "" if shown != text else number
            raw = untidy(part, text)
            own = look if at == 0 else _without_lead(look)
            self.items.append(FoundParagraph(shown, source, own, notes, raw))
            notes = ()
        for note in gathered.notes:
            self.items.append(FoundParagraph(note, source))

    def _has_begun(self, raw: str, at: int) -> bool:
        return any(part.strip() for part in raw.split("\n")[:at])

    def _number(self, style: Style) -> str:
        if not style.list_id or style.list_id == "0":
            return ""
        return self._counters.next(style.list_id, style.list_level or 0)

    # Characters

    def _inline(self, parent: Any, style: Style, into: _Gathered, depth: int) -> None:
        """Gather the characters of a paragraph or of a part of it."""
        if depth > DEEPEST:
            return
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            if tag == f"{W}r":
                self._run(element, style, into)
            elif tag == f"{_MC}AlternateContent":
                self._inline(_choice(element), style, into, depth + 1)
            elif tag == f"{W}commentRangeStart" or tag == f"{W}commentReference":
                self._comment(element, into)
            elif tag.startswith(_M):
                text = "".join(t.text or "" for t in element.iter(f"{_M}t"))
                into.pieces.append(_Piece(text, False, style.size or 0.0))
            else:  # w:ins, w:moveTo, w:hyperlink, w:smartTag, w:sdt, w:fldSimple …
                self._inline(element, style, into, depth + 1)

    def _run(self, run: Any, style: Style, into: _Gathered) -> None:
        properties = run.find(f"{W}rPr")
        own = style if properties is None else self._run_style(properties, style)
        text = ""
        for element in run:
            tag = element.tag
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            if tag == f"{W}t":
                text += element.text or ""
            elif tag == f"{W}tab" or tag == f"{W}ptab":
                text += " "
            elif tag in _LINES:
                text += "\n" if element.get(f"{W}type") in (None, "textWrapping") else ""
            elif tag == f"{W}noBreakHyphen":
                text += "-"
            elif tag == f"{W}sym":
                text += _symbol(element)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._footnote(element, into)
            elif tag == f"{W}commentReference":
                self._comment(element, into)
            elif tag == f"{W}object":
                self._objects += 1
                self._drawing(element, into)
            elif tag in (f"{W}drawing", f"{W}pict"):
                self._drawing(element, into)
            elif tag == f"{_MC}AlternateContent":
                for chosen in _choice(element):
                    self._drawing(chosen, into)
            elif tag == f"{W}ruby":
                text += "".join(t.text or "" for t in element.iter(f"{W}t") if _is_base(t))
        if own.is_hidden:
            into.hidden += text
        elif text:
            into.pieces.append(_Piece(text, bool(own.is_bold), own.size or 0.0, own.face or ""))

    def _run_style(self, properties: Any, style: Style) -> Style:
        """Give what a run says of itself laid over its paragraph's style."""
        key = (id(style), key_of(properties))  # styles are kept as long as the reader
        if key not in self._run_styles:
            named = properties.find(f"{W}rStyle")
            below = style
            if named is not None:
                below = over(below, _of_run(self._styles.of(named.get(f"{W}val"))))
            self._run_styles[key] = over(below, run_style(properties))
        return self._run_styles[key]

    def _comment(self, element: Any, into: _Gathered) -> None:
        text = self._comments.get(element.get(f"{W}id") or "", "")
        if text and text not in into.comments:
            into.comments.append(text)

    def _footnote(self, element: Any, into: _Gathered) -> None:
        prefix = "e" if element.tag == f"{W}endnoteReference" else ""
        text = self._footnotes.get(prefix + (element.get(f"{W}id") or ""), "")
        if text:
            into.notes.append(text if text.startswith("注") else f"注：{text}")

    def _drawing(self, drawing: Any, into: _Gathered) -> None:
        """Take text boxes and pictures out of a drawing; a box counts once, however often it is written."""
        for box in drawing.iter(f"{W}txbxContent"):
            if not any(each.tag == f"{_MC}Fallback" for each in box.iterancestors()) and not _within(
                box, into.boxes
            ):
                into.boxes.append(box)
        for tag, attribute in ((f"{_A}blip", "embed"), (f"{_V}imagedata", "id")):
            for picture in drawing.iter(tag):
                if any(each.tag == f"{W}txbxContent" for each in picture.iterancestors()):
                    continue  # its own paragraph takes it
                target = self._targets.get(picture.get(f"{R}{attribute}") or "")
                if target is None or target.is_outside or picture.get(f"{R}link"):
                    self._left += 1
                else:
                    self._picture(target, into)

    def _picture(self, target: Target, into: _Gathered) -> None:
        data = self._package.bytes_of(target.name)
        if data:
            into.pictures.append((target.name.rpartition("/")[2], data))

    # Tables

    def _table(self, table: Any, depth: int) -> None:
        """Read a table; one of a single cell is a frame around paragraphs."""
        rows = list(rows_of(table))
        widths = [sum(span_of(cell) for cell in cells_of(row)) for row in rows]
        if not rows or max(widths) < 2 or is_letterhead(rows):
            for row in rows:
                for cell in cells_of(row):
                    if depth < DEEPEST:
                        self._blocks(cell, depth + 1)
            return
        width = min(max(widths), MOST_COLUMNS)
        self._line += 1
        made: list[tuple[str, ...]] = []
        comments: list[str] = []
        pictures: list[tuple[str, bytes]] = []
        for row in rows:
            cells: list[str] = [""] * left_out(row)
            for cell in cells_of(row):
                gathered = _Gathered()
                texts: list[str] = []
                for paragraph in cell.iter(f"{W}p"):
                    own = _Gathered()
                    style = self._style(paragraph.find(f"{W}pPr"))
                    self._inline(paragraph, style, own, 0)
                    text = tidy("".join(piece.text for piece in own.pieces))
                    if self.placed is not None:
                        self.placed.append(Placed(paragraph, self._line, "", "table"))
                    if text:
                        texts.append(self._number(style) + text)
                    gathered.pictures += own.pictures
                    comments += own.comments
                continues = cell.find(f"{W}tcPr/{W}vMerge")
                is_below = continues is not None and continues.get(f"{W}val") != "restart"
                cells += ["" if is_below else "".join(texts), *[""] * (span_of(cell) - 1)]
                pictures += gathered.pictures
            made.append(tuple([*cells, *[""] * width][:width]))
        source = Source(self._name, self._line)
        self.items.append(
            FoundTable(tuple(row for row in made if any(row)) or tuple(made), source, tuple(comments))
        )
        for picture, data in pictures:
            self.items.append(FoundPicture(picture, data, source))


def _choice(alternate: Any) -> Any:
    """Take the first form of content that is written several ways; the others say the same."""
    choice = alternate.find(f"{_MC}Choice")
    fallback = alternate.find(f"{_MC}Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


def _is_boxed(paragraph: Any) -> bool:
    """Tell whether a paragraph stands in a text box; its ancestors are few."""
    return any(each.tag == f"{W}txbxContent" for each in paragraph.iterancestors())


def _within(box: Any, boxes: list[Any]) -> bool:
    return any(each is other for each in box.iterancestors() for other in boxes)


def _of_run(style: Style) -> Style:
    return Style(style.size, style.is_bold, None, None, None, None, style.is_hidden, style.face)


def _style_of(properties: Any) -> str | None:
    named = properties.find(f"{W}pStyle") if properties is not None else None
    return named.get(f"{W}val") if named is not None else None


def _is_base(text: Any) -> bool:
    return all(each.tag != f"{W}rt" for each in text.iterancestors())


def _symbol(element: Any) -> str:
    """Give the character of a symbol; those of pictorial fonts are boxes to tick, which have their own."""
    code = element.get(f"{W}char") or ""
    return {"F0FE": "☑", "F0A8": "□", "F052": "☑", "F0A3": "□", "F06F": "□"}.get(code.upper(), "")


def _look(pieces: list[_Piece], style: Style, number: str) -> Look:
    shown = [piece for piece in pieces if piece.text.strip()]
    sizes: Counter[float] = Counter()
    faces: Counter[str] = Counter()
    for piece in shown:
        faces[piece.face] += len(piece.text)
        sizes[piece.size] += len(piece.text)
    total = sum(len(piece.text) for piece in shown)
    bold = sum(len(piece.text) for piece in shown if piece.is_bold)
    lead = ""
    last = (shown[-1].is_bold, shown[-1].face) if shown else (False, "")
    for piece in pieces:
        if (piece.is_bold, piece.face) == last and piece.text.strip():
            break
        lead += piece.text
    is_bold = bold >= LEADING_SHARE * total
    return Look(
        size=sizes.most_common(1)[0][0] if sizes else 0.0,
        is_bold=is_bold,
        is_centred=bool(style.is_centred),
        level=style.level or 0,
        face=faces.most_common(1)[0][0] if faces else "",
        lead=0 if is_bold or not tidy(lead) else len(number) + len(tidy(lead)),
    )


def _without_lead(look: Look) -> Look:
    return replace(look, lead=0)
