"""Foreign files: what a text from anywhere says and how it is set, for whoever looks it over.

Nothing is restored, moved or left out: the words are those of the file. A text that is no report is taken
all the same, and `likeness` says what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..content import Content, Heading, Node, Paragraph
from ..diagnostics import Diagnostic, Source, fault
from ..looks import Looks
from ..punctuation import fold
from .anatomy import Anatomy, Block, Para
from .contents import drop_contents
from .ending import read_ending
from .found import Found, FoundDocument, FoundParagraph, FoundTable
from .opening import read_opening
from .passages import Passage
from .plausible import reason_against
from .readers import kind_of, read
from .readers.blanks import BARRED
from .said import ROLES_OF_ELEMENTS, said
from .years import year_of

FIRST_WORDS = 14  # characters that tell a paragraph
_LEADS = {"copies_to": "抄送："}
FORMS = ("gongwen", "letter", "order", "minutes", "report", "data", "verse", "other")


@dataclass(frozen=True, slots=True)
class Examined:
    """A file from anywhere."""

    kind: str  # "text", "web page", "DOCX" or "PDF"
    form: str  # one of `FORMS`: what it looks like; the last three are no official text
    content: Content
    looks: Looks | None  # None of a text and a web page
    paragraphs: int
    tables: int
    characters: int  # Han characters, letters, digits and marks
    headings: tuple[int, int, int, int]  # of each level
    pages: int | None  # None: the file does not say
    words: Mapping[int, str]  # the beginning of each paragraph, by its line
    remarks: tuple[Diagnostic, ...]


def examine(data: bytes, name: str) -> Examined:
    """Read a file and tell its parts.

    Args:
        data: The file.
        name: What people call it.

    Raises:
        Faults: the file cannot be read, or has no text.
    """
    kind = kind_of(data, name)
    elements = paged = None
    if kind == "docx":
        from .looks.docx import pages_of
        from .readers.docx import read_docx_with_elements

        document, elements = read_docx_with_elements(data, name)
        pages = pages_of(elements)
        document = _with_pages(document, pages)
    else:
        document = _numbered(read(data, name))
    blocks = [_block(item) for item in document.items]
    anatomy = Anatomy()
    blocks = drop_contents(blocks, anatomy)
    start = read_opening(document, blocks, anatomy)
    read_ending(blocks, start, document.kind, anatomy)
    reason = reason_against(document, anatomy, blocks)
    if reason == "no text":
        code = {"PDF": "import.scanned", "web page": "import.no_text"}.get(document.kind, "import.empty")
        raise fault(code, Source(name))
    anatomy.title = anatomy.title or name.rpartition(".")[0] or name
    year = year_of(anatomy.title, [b.folded for b in blocks if isinstance(b, Para)], [])
    content, passages = said(anatomy, year or 2000)
    content = _as_typed(content, document)
    roles = list(_roles(anatomy, passages))
    looks: Looks | None = None
    form = _form(anatomy, reason)
    if elements is not None:
        from .looks.docx import looks_of_docx

        by_line: dict[int, tuple[str, int, int]] = {}
        for role, text, source, lead, level in roles:
            if source.line is not None and text:
                by_line.setdefault(source.line, (role, lead, level))
        looks = looks_of_docx(elements, name, by_line)
        paged = max(pages.values(), default=0) or None
    elif kind == "pdf":
        from .looks.pdf import looks_of_pdf

        looks = looks_of_pdf(data, name, [(role, text, source.page) for role, text, source, _, _ in roles])
        paged = len(looks.pages)
    levels = [passage.level for passage in passages if passage.role == "heading"]
    return Examined(
        document.kind,
        form,
        content,
        replace(looks, form=form) if looks is not None else None,
        sum(isinstance(item, FoundParagraph) for item in document.items),
        sum(isinstance(item, FoundTable) for item in document.items),
        sum(len("".join(text.split())) for text in _texts(document)),
        (levels.count(1), levels.count(2), levels.count(3), levels.count(4)),
        paged,
        {line: _first_words(text) for line, text in _beginnings(document)},
        document.remarks,
    )


def _numbered(document: FoundDocument) -> FoundDocument:
    """Count the paragraphs of a PDF, of which nothing but the page is known."""
    if document.kind != "PDF":
        return document
    items = (
        replace(item, source=replace(item.source, line=number))
        for number, item in enumerate(document.items, 1)
    )
    return replace(document, items=tuple(items))


def _beginnings(document: FoundDocument) -> Iterator[tuple[int, str]]:
    seen: set[int] = set()
    for item in document.items:
        line = item.source.line or 0
        if line not in seen:
            seen.add(line)
            if isinstance(item, FoundParagraph):
                yield line, item.text
            elif isinstance(item, FoundTable):
                yield line, next((cell for row in item.rows for cell in row if cell), "")


def _first_words(text: str) -> str:
    return text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS].rstrip("，。、；：,;:") + "……"


def _with_pages(document: FoundDocument, pages: dict[int, int]) -> FoundDocument:
    if not pages:
        return document
    return replace(
        document,
        items=tuple(
            replace(item, source=replace(item.source, page=pages.get(item.source.line or 0)))
            for item in document.items
        ),
    )


def _as_typed(content: Content, document: FoundDocument) -> Content:
    """Put back the blanks and the unseen characters within paragraphs that reading them took out."""
    raws: dict[Source, list[str]] = {}
    for item in document.items:
        if isinstance(item, FoundParagraph) and item.raw:
            raws.setdefault(item.source, []).append(item.raw)
    if not raws:
        return content
    nodes: list[Node] = []
    for node in content.nodes:
        if isinstance(node, Paragraph | Heading) and any(span.source in raws for span in node.spans):
            spans = tuple(
                replace(span, text=_untidy(span.text, raws.get(span.source, ()))) for span in node.spans
            )
            node = replace(node, spans=spans)
        nodes.append(node)
    return replace(content, nodes=tuple(nodes))


def _untidy(text: str, raws: Iterable[str]) -> str:
    """Find a text, or the part of a paragraph that it is, in the paragraph as typed."""
    gap = f"(?:[ \u3000]|{BARRED.pattern})*"
    chars = [re.escape(char) for char in text if char not in " \u3000"]
    for raw in raws:
        if found := re.search(gap.join(chars), raw):
            start = 0 if not BARRED.sub("", raw[: found.start()]) else found.start()
            stop = len(raw) if not BARRED.sub("", raw[found.end() :]) else found.end()
            return raw[start:stop]
    return text


def _block(item: Found) -> Block:
    if isinstance(item, FoundParagraph):
        return Para(item.text, item.source, item.look, False, item.notes, fold(item.text), item.text)
    return item


def _texts(document: FoundDocument) -> Iterator[str]:
    for item in document.items:
        if isinstance(item, FoundParagraph):
            yield item.text
        elif isinstance(item, FoundTable):
            yield from (cell for row in item.rows for cell in row)


def _roles(anatomy: Anatomy, passages: list[Passage]) -> Iterator[tuple[str, str, Source, int, int]]:
    """Tell what paragraphs are: role, text, place, and of a heading that runs in its length and level."""
    for key, (value, source) in anatomy.elements.items():
        if key != "printed_on" or "printed_by" not in anatomy.elements:  # else they share a line
            yield ROLES_OF_ELEMENTS[key], _LEADS.get(key, "") + value, source, 0, 0
    for para in anatomy.title_lines:
        yield "title", para.text, para.source, 0, 0
    for para in anatomy.opening:
        yield "text", para.text, para.source, 0, 0
    if anatomy.addressee is not None:
        yield "addressee", anatomy.addressee.text, anatomy.addressee.source, 0, 0
    for part in anatomy.ending:
        yield part.kind, part.para.text, part.para.source, 0, 0
    for segment in anatomy.segments:
        if segment.mark:
            yield "attachment-mark", segment.mark, segment.source, 0, 0
        for para in segment.titles:
            yield "attachment-title", para.text, para.source, 0, 0
    following: list[Passage | None] = [*passages[1:], None][: len(passages)]
    runs_in, before = False, None
    for passage, after in zip(passages, following, strict=True):
        if passage.role == "heading":
            text = (passage.number or "") + passage.text
            if passage.runs_in:
                rest = after.text if after is not None else ""
                yield "text", text + rest, passage.source, len("".join(text.split())), passage.level
            else:
                yield f"heading-{passage.level}", text, passage.source, 0, 0
        elif passage.role in ("text", "addressee") and not runs_in:
            yield _kind(passage, before, after), passage.text, passage.source, 0, 0
        runs_in, before = passage.runs_in, passage


_LABELLED = re.compile(r"(?:出席|请假|列席|缺席|参加|主持|记录)(?:人员?)?[：:]|附\s*件\s*[：:]")
_CALLED = re.compile("(?:各位|尊敬的|主任、|主席、|同志们).{0,40}[：:]")
_NOTE = re.compile(r"(?:注|附注|说明|备注|资料来源|数据来源)\s*[：:]")
_UNIT = re.compile(r"(?:计量)?单位\s*[：:]")


def _kind(passage: Passage, before: Passage | None, after: Passage | None) -> str:
    """Tell running text from what stands at tables and pictures, and from labelled lists."""
    text = passage.text
    if _CALLED.fullmatch(text):
        return "addressee"
    is_caption = len(text) <= 40 and not re.search("[。；：]$", text)
    if after is not None and after.role == "table" and (is_caption or _UNIT.match(text)):
        return "table-unit" if _UNIT.match(text) else "table-title"
    if is_caption and _UNIT.match(text):
        return "table-unit"
    if is_caption and before is not None and before.role == "picture":
        return "picture-title"
    if is_caption and re.match("[表图](?:[一二三四五六七八九十]|\\d)", text):
        return "picture-title" if text[0] == "图" else "table-title"
    if _NOTE.match(text):
        return "table-note"
    return "attendance" if _LABELLED.match(text) else "text"


def _form(anatomy: Anatomy, reason: str) -> str:
    """Say which form of clauses 7 and 10 a document has, or what else it looks like."""
    if reason:
        return reason
    mark, title = (anatomy.elements.get("mark") or ("",))[0], anatomy.title
    if "纪要" in mark or title.endswith("纪要"):
        return "minutes"
    if mark.endswith("令") or title.endswith("令"):
        return "order"
    if title.endswith("函") and "文件" not in mark:
        return "letter"
    if mark or "copies_to" in anatomy.elements or "printed_by" in anatomy.elements:
        return "gongwen"
    return "report"


__all__ = ["FORMS", "Examined", "examine"]
