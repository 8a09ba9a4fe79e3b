"""Said: the content of a recognised file, with the author's own words, numbers and marks.

The same content that a report folder is filled into, so that whoever looks at one can look at the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..content import Content, Heading, Node, Paragraph, Row, SheetStart, Span, Table
from ..dates import read_date
from ..diagnostics import Source
from .anatomy import Anatomy, Block, Para, Part
from .draft import passages_of
from .passages import Passage

_ABOVE = ("copy_no", "security", "urgency", "mark", "number", "signers")
_BELOW = ("copies_to", "printed_by", "printed_on")
ROLES_OF_ELEMENTS = {
    "copy_no": "copy-no",
    "security": "security",
    "urgency": "urgency",
    "mark": "mark",
    "number": "number",
    "signers": "signer",
    "copies_to": "copies",
    "printed_by": "printer",
    "printed_on": "printed",
}


def said(anatomy: Anatomy, year: int) -> tuple[Content, list[Passage]]:
    """Say a document as a content; gives also the passages its text was taken apart into."""
    passages: list[Passage] = []

    def text(blocks: Sequence[Block]) -> Iterator[Node]:
        own = passages_of(blocks, anatomy)
        passages.extend(own)
        for passage in own:
            yield from _nodes(passage)

    nodes: list[Node] = [*_elements(anatomy, _ABOVE)]
    if anatomy.title_lines:
        spans = tuple(Span(para.text, para.source) for para in anatomy.title_lines)
        nodes.append(Paragraph("title", spans, spans[0].source))
    nodes += [_paragraph("text", para) for para in anatomy.opening]
    if anatomy.addressee is not None:
        nodes.append(_paragraph("addressee", anatomy.addressee))
    nodes += text(anatomy.blocks)
    nodes += _ending(anatomy.ending)
    for segment in anatomy.segments:
        if segment.mark or segment.titles:
            nodes.append(SheetStart(segment.source))
        if segment.mark:
            nodes.append(Paragraph("attachment-mark", (Span(segment.mark, segment.source),), segment.source))
        if segment.titles:
            spans = tuple(Span(para.text, para.source) for para in segment.titles)
            nodes.append(Paragraph("attachment-title", spans, spans[0].source))
        nodes += text(segment.blocks)
    nodes += _elements(anatomy, _BELOW)
    dates = [part.para for part in anatomy.ending if part.kind == "date"]
    day = read_date(dates[-1].folded) if dates else None
    return Content(anatomy.title, year, day, None, _metadata(anatomy), tuple(nodes)), passages


def _elements(anatomy: Anatomy, keys: Sequence[str]) -> Iterator[Paragraph]:
    for key in keys:
        if key in anatomy.elements:
            value, source = anatomy.elements[key]
            yield Paragraph(ROLES_OF_ELEMENTS[key], (Span(value, source),), source)


def _ending(parts: Sequence[Part]) -> Iterator[Node]:
    """Say what stands below the text, a list of attachments with its numbers as they are typed."""
    return (_paragraph(part.kind, part.para) for part in parts)


def _nodes(passage: Passage) -> Iterator[Node]:
    source = passage.source
    if passage.role == "table":
        head, *rows = passage.rows or (("",),)
        yield Table((), (), (None,) * len(head), _row(head, source), tuple(_row(row, source) for row in rows),
                    (), source)  # fmt: skip
    elif passage.role == "heading":
        yield Heading(
            min(max(passage.level, 1), 4),
            (Span(passage.text, source),),
            source,
            passage.runs_in,
            passage.number is not None,
            passage.number,
        )
    elif passage.role not in ("picture", "new-sheet"):
        yield Paragraph(passage.role, (Span(passage.text, source),), source)


def _row(cells: Sequence[str], source: Source) -> Row:
    return Row(tuple((Span(cell, source),) if cell else () for cell in cells), source)


def _paragraph(role: str, para: Para) -> Paragraph:
    return Paragraph(role, (Span(para.text, para.source),), para.source)


def _metadata(anatomy: Anatomy) -> dict[str, str | tuple[str, ...]]:
    """Give what the parts of a document say of it, by metadata key."""
    found: dict[str, str | tuple[str, ...]] = {}
    for key, (value, _) in anatomy.elements.items():
        found[key] = (value,) if key in ("signers", "copies_to") else value
    for particular in anatomy.particulars:
        if particular.key and particular.value:
            found.setdefault(particular.key, particular.value)
    if anatomy.title:
        found["title"] = anatomy.title
    if anatomy.addressee is not None:
        found["addressees"] = (anatomy.addressee.text.rstrip("：:"),)
    named = tuple(part.para.text for part in anatomy.ending if part.kind == "issuer")
    if named:
        found["issuers"] = named
    listed = tuple(name for part in anatomy.ending if part.kind == "attachment-list" for name in part.names)
    if listed:
        found["attachments"] = listed
    for part in anatomy.ending:
        if part.kind in ("closing", "note"):
            found[part.kind] = part.para.text
    return found
