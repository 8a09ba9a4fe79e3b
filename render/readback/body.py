"""The body of a DOCX as lines and tables, whoever saved it last.

Runs are cut up at will by the programs that save them, and wrapped in smart tags, hyperlinks, content
controls and fields; only the characters they show are kept, with the tracked change, the bookmarks and the
comments around them (ISO/IEC 29500-1, 17.3, 17.13 and 17.16).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .document import Aside, Item, Line, Piece, Revision, Row, Table, lines_of
from .names import MARKUP_COMPATIBILITY, child, children, is_on, local, value
from .styles import Styles, outline_level

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LINE_BREAK = "\n"

_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": LINE_BREAK, "noBreakHyphen": "-", "softHyphen": ""}
_WRAPPERS = ("smartTag", "hyperlink", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ruby",
             "rubyBase", "oMath", "oMathPara", "e", "num", "den", "sub", "sup", "fName", "deg", "d", "f",
             "sSup", "sSub", "rad", "func")  # fmt: skip
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PICTURES = ("drawing", "pict", "object")
_NOTES = ("footnoteReference", "endnoteReference")


@dataclass(slots=True)
class _Now:
    """What holds at the place being read."""

    marks: dict[str, str] = field(default_factory=dict)  # names of open bookmarks, by id
    comments: dict[str, None] = field(default_factory=dict)  # ids of open comments
    fields: list[bool] = field(default_factory=list)  # open fields: whether the result has begun


@dataclass(slots=True)
class _Gathered:
    """A line while it is being read."""

    pieces: list[Piece] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)  # ids of those that are anchored here
    pictures: int = 0


class BodyReader:
    """Reads blocks of text; what stands in text boxes is put aside."""

    def __init__(self, styles: Styles) -> None:
        self.asides: list[Aside] = []
        self.mark_names: set[str] = set()
        self.notes = 0  # references to footnotes and endnotes
        self._styles = styles
        self._now = _Now()
        self._wrapped: Revision | None = None  # a tracked change around whole blocks

    def items(self, parent: Element) -> list[Item]:
        """Read the paragraphs and tables below an element."""
        found: list[Item] = []
        for element in parent:
            match local(element):
                case "p":
                    found.append(self._line(element))
                case "tbl":
                    found.append(self._table(element))
                case "bookmarkStart" | "bookmarkEnd" | "commentRangeStart" | "commentRangeEnd":
                    self._range(element)
                case "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "del" | "moveFrom":
                    found += self.items(element)
                case "AlternateContent":
                    found += [item for each in _chosen(element) for item in self.items(each)]
        return found

    def _table(self, element: Element) -> Table:
        rows: list[Row] = []
        for row in _rows(element):
            properties = child(row, "trPr")
            cells = tuple(tuple(self._cell_lines(cell)) for cell in _cells(row))
            inserted, deleted = _revisions(properties)
            rows.append(Row(cells, inserted, deleted))
        return Table(tuple(rows))

    def _cell_lines(self, cell: Element) -> Iterator[Line]:
        """Go through the lines of a cell, those of a table inside it as well."""
        for item in self.items(cell):
            if isinstance(item, Line):
                yield item
            else:
                yield from (line for row in item.rows for inner in row.cells for line in inner)

    def _line(self, paragraph: Element) -> Line:
        properties = child(paragraph, "pPr")
        gathered = _Gathered()
        self._runs(paragraph, gathered, None, None)
        mark = None if properties is None else child(properties, "rPr")
        inserted, deleted = _revisions(mark)
        changed = None if properties is None else child(properties, "pPrChange")
        style = "" if properties is None else value(child(properties, "pStyle"))
        style = style or self._styles.default
        level = outline_level(properties)
        if level is None:
            level = self._styles.levels.get(style)
        return Line(
            tuple(_merged(gathered.pieces)),
            level=level or None,
            style=self._styles.names.get(style, style),
            inserted=inserted,
            deleted=deleted,
            reformatted=None if changed is None else _revision(changed),
            comments=tuple(gathered.comments),
            pictures=gathered.pictures,
            numbered=properties is not None and _is_numbered(properties),
        )

    def _runs(
        self, parent: Element, line: _Gathered, inserted: Revision | None, deleted: Revision | None
    ) -> None:
        """Read what stands inside a paragraph, or in a wrapper inside it."""
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, line, inserted, deleted)
            elif name in ("ins", "moveTo"):
                self._runs(element, line, _revision(element, moved=name == "moveTo"), deleted)
            elif name in ("del", "moveFrom"):
                self._runs(element, line, inserted, _revision(element, moved=name == "moveFrom"))
            elif name in _WRAPPERS:
                self._runs(element, line, inserted, deleted)
            elif name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"):
                self._range(element)
            elif name == "AlternateContent":
                for each in _chosen(element):
                    self._runs(each, line, inserted, deleted)

    def _run(
        self, run: Element, line: _Gathered, inserted: Revision | None, deleted: Revision | None
    ) -> None:
        properties = child(run, "rPr")
        style = None if properties is None else child(properties, "rStyle")
        level = self._styles.levels.get(value(style)) if style is not None else None
        made, taken = _revisions(properties)  # Word writes these for a paragraph mark only, others for runs
        text = "".join(self._characters(run, line))
        if text:
            now = self._now
            marks, comments = tuple(now.marks.values()), tuple(now.comments)
            line.pieces.append(Piece(text, inserted or made, deleted or taken, marks, level, comments))

    def _characters(self, run: Element, line: _Gathered) -> Iterator[str]:
        for element in run:
            name = local(element)
            if name == "fldChar":
                self._field(value(element, "fldCharType"))
            elif self._now.fields and not all(self._now.fields):
                continue  # the instruction of a field, which is not shown
            elif name in ("t", "delText"):
                yield _typed(element)
            elif name == "br":
                if value(element, "type") in ("", "textWrapping"):
                    yield LINE_BREAK
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "sym":
                yield _symbol(element)
            elif name in _PICTURES:
                line.pictures += self._drawn(element)
            elif name in _NOTES:
                self.notes += 1
            elif name == "commentReference":
                line.comments.append(value(element, "id"))
            elif name == "ruby" and (base := child(element, "rubyBase")) is not None:
                for inner in children(base, "r"):
                    yield from self._characters(inner, line)
            elif name == "AlternateContent":
                for each in _chosen(element):
                    yield from self._characters(each, line)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._now.fields.append(False)
        elif kind == "separate" and self._now.fields:
            self._now.fields[-1] = True
        elif kind == "end" and self._now.fields:
            self._now.fields.pop()

    def _range(self, element: Element) -> None:
        """Open or close a bookmark or the range of a comment."""
        name, identity = local(element), value(element, "id")
        if name == "bookmarkStart":
            self._now.marks[identity] = value(element, "name")
            self.mark_names.add(value(element, "name"))
        elif name == "bookmarkEnd":
            self._now.marks.pop(identity, None)
        elif name == "commentRangeStart":
            self._now.comments[identity] = None
        else:
            self._now.comments.pop(identity, None)

    def _drawn(self, element: Element) -> int:
        """Count a drawing as a picture unless it is a text box, whose words are put aside."""
        boxes = list(_boxes(element))
        now, self._now = self._now, _Now()
        for box in boxes:
            lines = [line for item in self.items(box) for line in lines_of(item)]
            if text := "\n".join(line.text for line in lines if line.text):
                inserted = next((p.inserted for line in lines for p in line.pieces if p.inserted), None)
                self.asides.append(Aside("text box", text, inserted))
        self._now = now
        return 0 if boxes else 1


def _boxes(element: Element) -> Iterator[Element]:
    """Find text boxes below a drawing; of alternatives only the first counts."""
    for each in element:
        if local(each) == "txbxContent":
            yield each
        elif local(each) == "AlternateContent":
            for chosen in _chosen(each):
                yield from _boxes(chosen)
        else:
            yield from _boxes(each)


def _chosen(element: Element) -> Iterable[Element]:
    """Choose among alternatives (ISO/IEC 29500-3, 7.5): the first, which newer programs read."""
    choices = [each for each in element if each.tag == f"{MARKUP_COMPATIBILITY}Choice"]
    fallback = [each for each in element if each.tag == f"{MARKUP_COMPATIBILITY}Fallback"]
    return (choices or fallback)[:1]


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in ("sdt", "sdtContent", "customXml", "ins", "del"):
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    """Go through the cells of a row; one that only goes on with the cell above it is none."""
    for element in row:
        if local(element) == "tc":
            properties = child(element, "tcPr")
            merged = None if properties is None else child(properties, "vMerge")
            if merged is None or value(merged) == "restart":
                yield element
        elif local(element) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(element)


def _revisions(properties: Element | None) -> tuple[Revision | None, Revision | None]:
    """Read the tracked changes that stand among properties: put in, and taken out."""
    inserted = deleted = None
    for element in () if properties is None else properties:
        match local(element):
            case "ins" | "moveTo":
                inserted = _revision(element, moved=local(element) == "moveTo")
            case "del" | "moveFrom":
                deleted = _revision(element, moved=local(element) == "moveFrom")
    return inserted, deleted


def _revision(element: Element, *, moved: bool = False) -> Revision:
    return Revision(value(element, "author"), value(element, "date"), moved)


def _typed(element: Element) -> str:
    """Read a text; white space at its ends counts only where it is said to (XML 1.0, 2.10)."""
    text = element.text or ""
    return text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n")


def _is_numbered(properties: Element) -> bool:
    numbering = child(properties, "numPr")
    identity = None if numbering is None else child(numbering, "numId")
    return identity is not None and value(identity) not in ("", "0") and is_on(identity)


def _symbol(element: Element) -> str:
    """Read a character of a symbol font; those of private use stay what they are."""
    try:
        return chr(int(value(element, "char"), 16))
    except (ValueError, OverflowError):
        return ""


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours that differ in nothing but their text."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and replace(last, text="") == replace(piece, text=""):
            last = replace(last, text=last.text + piece.text)
        else:
            if last is not None:
                yield last
            last = piece
    if last is not None:
        yield last
