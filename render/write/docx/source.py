"""The source: a part of the package that carries the report's own files, and how to find it again.

It is a custom XML part (ISO/IEC 29500-1, 15.2.5 and 15.2.6) bound to nothing in the text, which office
programs keep when they save. The archive stands in it as base64, in pieces, because libxml2 takes no text
of more than 10 MB. A property of the document holds its digest, so that a program that dropped the
part is found out.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import uuid
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...blocks import Colophon, Composed, Masthead, Paragraph, Signature, Table
from ...noun import Noun
from ...pattern import pattern
from .package import DIGEST_PART, SOURCE_NAME, Part, make_part
from .parts import relation

if TYPE_CHECKING:
    from zipfile import ZipFile

NAMESPACE = "urn:gongwen:source"
MOST_BYTES = 300_000_000
"""Of one part, unpacked: a carried archive of 200 MB in base64, and room for its markup."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
_KIND = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PIECE = 1 << 20  # characters
_SOURCE = pattern(rb"<(?:\w+:)?source\b[^>]*[\"']%b[\"']" % NAMESPACE.encode())
_PIECES = pattern(rb"<(?:\w+:)?piece>([^<]*)<")
_PROMISE = pattern(
    rb'<(?:\w+:)?property\b[^>]*\bname="%b"[^>]*>\s*<(?:\w+:)?lpwstr>([0-9a-f]{64})<' % SOURCE_NAME.encode()
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARACTERS = {f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}


class Carried(Noun, frozen=True):
    """What a document shows and carries."""

    text: str  # of the body: one line a paragraph, without empty ones
    source: bytes | None  # None: no part holds one
    promise: str  # SHA-256 that the carried source should have; empty: the file promises none


def text_digest(composed: Composed) -> str:
    """Sum up the text of a report as a document shows it: one line a paragraph, without empty ones."""
    return hashlib.sha256("\n".join(_shown(composed)).encode()).hexdigest()


def _shown(composed: Composed) -> Iterator[str]:
    for block in composed.blocks:
        texts: list[str] = []
        if isinstance(block, Paragraph):
            texts = [block.text]
        elif isinstance(block, Table):
            texts = [cell.text for row in (*block.head, *block.rows) for cell in row]
        elif isinstance(block, Masthead | Signature):
            is_letter = isinstance(block, Masthead) and composed.template.masthead.form == "letter"
            # A letter's mark stands in the header of its first page.
            lines = block.number_lines if isinstance(block, Masthead) and is_letter else block.lines
            texts = ["".join(r.text for piece in line.pieces for r in piece.runs) for line in lines]
        elif isinstance(block, Colophon):
            texts = [paragraph.text for paragraph in block.paragraphs]
        # A tab says where something stands; so does the DOCX's, which is not read as text.
        yield from filter(None, (text.replace("\t", "").strip() for text in texts))


def source_parts(source: bytes) -> list[Part]:
    """Write the part that carries an archive, and the two that say what it is."""
    text = base64.b64encode(source).decode()
    pieces = "".join(f"<piece>{text[at : at + _PIECE]}</piece>" for at in range(0, len(text), _PIECE))
    # Any identifier will do that no other part has; one made from the content is the same every time.
    identity = str(uuid.UUID(hashlib.sha256(source).hexdigest()[:32])).upper()
    properties = (
        f'{_DECLARATION}<ds:datastoreItem ds:itemID="{{{identity}}}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    relations = (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relation('rId1', 'customXmlProps', 'itemProps1.xml')}</Relationships>"
    )
    contents = {
        "customXml/item1.xml": f'{_DECLARATION}<source xmlns="{NAMESPACE}">{pieces}</source>',
        "customXml/itemProps1.xml": properties,
        "customXml/_rels/item1.xml.rels": relations,
    }
    return [make_part(name, content.encode()) for name, content in contents.items()]


def source_relation() -> str:
    """Write the relationship from the text to the carried source."""
    return relation("source", "customXml", "../customXml/item1.xml")


def source_types() -> str:
    """Write what the list of content types says of them."""
    return f'<Override PartName="/customXml/itemProps1.xml" ContentType="{_KIND}"/>'


def carried_by(data: bytes) -> Carried:
    """Look into a document, whoever saved it last; whatever it claims, memory stays bounded.

    Raises:
        KeyError: it is a ZIP file, but no word-processing document.
        ValueError: it is damaged, or a part is too big to be true.
    """
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            text = "\n".join(_lines(_content(package, "word/document.xml")))
            promise = _PROMISE.search(_content(package, DIGEST_PART)) if DIGEST_PART in names else None
            sources = [
                found
                for name in names
                if re.fullmatch(r"customXml/item\d+\.xml", name)
                and (found := _source(_content(package, name))) is not None
            ]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as err:
        raise ValueError(str(err)) from err
    wanted = promise[1].decode() if promise else ""
    right = [source for source in sources if hashlib.sha256(source).hexdigest() == wanted]
    return Carried(text, next(iter(right or sources), None), wanted)


def _content(package: ZipFile, name: str) -> bytes:
    size, method = package.getinfo(name).file_size, package.getinfo(name).compress_type
    if size > MOST_BYTES or method not in (0, 8):  # ISO/IEC 29500-2, C.2: stored or deflated
        raise ValueError(f"{name}: {size} bytes, method {method}")
    with package.open(name) as part:  # `ZipFile.read` would unpack what the directory does not own up to
        return part.read(size + 1)


def _source(content: bytes) -> bytes | None:
    """Read the archive off a custom XML part; None when the part is somebody else's."""
    if not _SOURCE.search(content, 0, 4096):
        return None
    try:
        return base64.b64decode(b"".join(_PIECES.findall(content)))
    except binascii.Error:
        return b""  # ours, and no archive any more


def _lines(content: bytes) -> Iterator[str]:
    """List the paragraphs of a body in order, without those that show nothing."""
    from io import BytesIO
    from xml.etree import ElementTree

    if b"<!DOCTYPE" in content:  # ISO/IEC 29500-2, 8.1.4 forbids it: entities could grow without end
        raise ValueError("word/document.xml: DOCTYPE")
    pieces: list[str] = []
    try:
        for event, element in ElementTree.iterparse(BytesIO(content), ("start", "end")):
            if element.tag == f"{_W}p":
                if line := "".join(pieces).strip():
                    yield line
                pieces.clear()
            if event == "end":
                if element.tag == f"{_W}t":
                    pieces.append(element.text or "")
                elif element.tag in _CHARACTERS:
                    pieces.append(_CHARACTERS[element.tag])
                element.clear()
    except ElementTree.ParseError as err:
        raise ValueError(f"word/document.xml: {err}") from err
