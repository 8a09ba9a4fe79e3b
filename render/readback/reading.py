"""Reading a DOCX: its text, what readers remarked on it, and what an editor took away from it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import fault
from ..write.docx.package import REVISION_NAME, TEXT_NAME
from .body import BodyReader
from .document import Aside, Comment, Document, Item, Line, Table, lines_of, rejected
from .names import child, local, value
from .package import Package
from .styles import Styles, read_styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FIGURE_MARK = "_gw_"
"""How the bookmarks around figures begin (`write.docx`)."""

_FOLIO = re.compile(r"[\s\-–—－·.]*(?:第?\s*\d*\s*页?)?[\s\-–—－·.]*")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_UNPRINTED = str.maketrans("", "", "\t\n")
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_document(path: Path) -> Document:
    """Read a DOCX.

    Raises:
        Faults: it cannot be read, is encrypted, damaged, or no DOCX at all.
    """
    package = Package(path)
    root = package.xml(package.main)
    body = None if root is None else child(root, "body")
    if body is None:
        raise fault("readback.no_text", package.source, part=package.main)
    styles_root = _part(package, "styles")
    reader = BodyReader(read_styles(styles_root))
    try:
        items = tuple(reader.items(body))
        comments = tuple(_comments(package, reader))
        asides = [*reader.asides, *_notes(package), *_edges(package)]
    except RecursionError as err:
        raise fault("readback.damaged", package.source, reason="nested too deeply") from err
    saved_by, saved_on = _saved(package)
    said = _property(package, TEXT_NAME)
    digest = said if _DIGEST.fullmatch(said) else ""
    is_all_tracked = bool(digest) and _text_digest(items) == digest
    lost = _lost(package, reader, items, bool(comments), styles_root is None, digest)
    return Document(
        items,
        comments,
        tuple(asides),
        lost,
        saved_by,
        saved_on,
        digest,
        is_all_tracked,
        _property(package, REVISION_NAME),
    )


def _part(package: Package, kind: str) -> Element | None:
    """Parse the first part of a kind that is there."""
    return next((root for name in package.related(kind) if (root := package.xml(name)) is not None), None)


def _comments(package: Package, reader: BodyReader) -> Iterator[Comment]:
    root = _part(package, "comments")
    if root is None:
        return
    parents, done = _threads(package)
    by_paragraph: dict[str, str] = {}
    found: list[tuple[Comment, str]] = []
    for element in root:
        if local(element) != "comment":
            continue
        lines = [item for item in reader.items(element) if isinstance(item, Line)]
        paragraphs = [value(each, "paraId") for each in element if local(each) == "p"]
        last = paragraphs[-1] if paragraphs else ""
        identity = value(element, "id")
        by_paragraph.update(dict.fromkeys(filter(None, paragraphs), identity))
        text = "\n".join(line.text for line in lines).strip()
        comment = Comment(identity, value(element, "author"), value(element, "date"), text)
        found.append((comment, last))
    for comment, last in found:
        answers = by_paragraph.get(parents.get(last, ""))
        yield Comment(
            comment.identity, comment.author, comment.date, comment.text, answers, done=last in done
        )


def _threads(package: Package) -> tuple[dict[str, str], set[str]]:
    """Read which comments answer which, and which are done, by the id of their last paragraph."""
    root = _part(package, "commentsExtended")
    parents: dict[str, str] = {}
    done: set[str] = set()
    for element in () if root is None else root:
        paragraph = value(element, "paraId")
        if parent := value(element, "paraIdParent"):
            parents[paragraph] = parent
        if value(element, "done") in ("1", "true"):
            done.add(paragraph)
    return parents, done


def _notes(package: Package) -> Iterator[Aside]:
    """Read footnotes and endnotes; separators are no notes."""
    for kind, name in _NOTES:
        root = _part(package, kind)
        for element in () if root is None else root:
            if local(element) == name and value(element, "type") in ("", "normal"):
                lines = [item for item in BodyReader(Styles()).items(element) if isinstance(item, Line)]
                if text := "\n".join(line.text for line in lines).strip():
                    yield Aside(name, text)


def _edges(package: Package) -> Iterator[Aside]:
    """Read headers and footers that hold more than a page number."""
    seen: set[tuple[str, str]] = set()
    for kind in ("header", "footer"):
        for name in package.related(kind):
            root = package.xml(name)
            if root is None:
                continue
            reader = BodyReader(Styles())
            lines = [line for item in reader.items(root) for line in lines_of(item)]
            texts = [line.text.strip() for line in lines] + [aside.text for aside in reader.asides]
            text = "\n".join(text for text in texts if not _FOLIO.fullmatch(text))
            if text and (kind, text) not in seen:
                seen.add((kind, text))
                yield Aside(kind, text)


def _saved(package: Package) -> tuple[str, str]:
    root = package.xml("docProps/core.xml")
    found = {} if root is None else {local(each): (each.text or "").strip() for each in root}
    return found.get("lastModifiedBy", ""), found.get("modified", "")


def _property(package: Package, name: str) -> str:
    """Read a property of the document that a build wrote."""
    root = package.xml("docProps/custom.xml")
    for element in () if root is None else root:
        if value(element, "name") == name:
            return "".join(element.itertext()).strip()
    return ""


def _text_digest(items: tuple[Item, ...]) -> str:
    """Sum up the text as it was before any tracked change, the way a build sums up its own."""
    lines = (line.text for item in rejected(items) for line in lines_of(item))
    texts = (line.translate(_UNPRINTED).strip() for line in lines)
    return hashlib.sha256("\n".join(filter(None, texts)).encode()).hexdigest()


def _lost(
    package: Package,
    reader: BodyReader,
    items: tuple[Line | Table, ...],
    has_comments: bool,
    without_styles: bool,
    digest: str,
) -> tuple[str, ...]:
    """List what this document once had, or speaks of, and has no more."""
    commented = any(line.comments for item in items for line in lines_of(item))
    missing = {
        "marks": not any(name.startswith(FIGURE_MARK) for name in reader.mark_names),
        "digest": not digest,
        "styles": without_styles,
        "comments": commented and not has_comments,
        "notes": reader.notes > 0 and all(_part(package, kind) is None for kind, _ in _NOTES),
        "pictures": any(not package.has(name) for name in package.related("image")),
    }
    return tuple(name for name, is_missing in missing.items() if is_missing)
