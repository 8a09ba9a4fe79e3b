"""Remarks: comments put into a DOCX beside what it says; everything else in it stays byte for byte.

Comments that are there stay, and new ones get further ids. A comment stands at the words it is about, for
which a run of the paragraph is parted in two that look alike, or else at the whole paragraph; one in a text
box, where comments have no place, at the paragraph that holds the box.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a paragraph."""

    order: int  # of the paragraph among all of the main part, from 0
    lines: tuple[str, ...]
    words: str = ""  # of the paragraph that it is about; empty: all of them


def with_remarks(docx: bytes, remarks: Sequence[Remark], author: str) -> bytes:
    """Put comments into a DOCX, in the order of its paragraphs; no clock is asked, so they have no date.

    Args:
        docx: A file that has been read before.
        remarks: What to say; one beyond the last paragraph stands at the last.
        author: Who says it.
    """
    archive = zipfile.ZipFile(BytesIO(docx))
    kind, main = _related(archive, "", "officeDocument")[0]
    document = _parsed(archive.read(main))
    w = document.tag.rpartition("}")[0] + "}"
    paragraphs = [each for body in document.iterfind(f"{w}body") for each in body.iter(f"{w}p")]
    if not remarks or not paragraphs:
        return docx
    found = _related(archive, main, "comments")
    changed: dict[str, bytes] = {}
    if found:
        name = found[0][1]
        comments = _parsed(archive.read(name))
    else:
        name = posixpath.join(posixpath.dirname(main), "comments.xml")
        comments = etree.Element(f"{w}comments", nsmap={"w": w[1:-1]})
        changed |= _announced(archive, main, name, kind.rpartition("/")[0] + "/comments")
    free = 1 + max(
        (_id(each, w) for each in (*comments, *document.iter(f"{w}commentRangeStart"))), default=-1
    )
    for number, remark in enumerate(sorted(remarks, key=lambda each: each.order), free):
        paragraph = _outside_boxes(paragraphs[min(remark.order, len(paragraphs) - 1)], w)
        _mark(paragraph, remark.words, str(number), w)
        comments.append(_comment(remark, str(number), author, w))
    changed[main], changed[name] = _written(document), _written(comments)
    return _packed(archive, changed)


def _mark(paragraph: Any, words: str, number: str, w: str) -> None:
    """Set the ends of a comment around words, and the reference behind them."""
    start = etree.Element(f"{w}commentRangeStart")
    end = etree.Element(f"{w}commentRangeEnd")
    for each in (start, end):
        each.set(f"{w}id", number)
    runs = _runs_of(paragraph, words, w)
    if runs:
        runs[0].addprevious(start)
        runs[-1].addnext(end)
    else:
        properties = paragraph.find(f"{w}pPr")
        paragraph.insert(0 if properties is None else 1 + paragraph.index(properties), start)
        paragraph.append(end)
    run = etree.Element(f"{w}r")
    etree.SubElement(run, f"{w}commentReference").set(f"{w}id", number)
    end.addnext(run)


def _runs_of(paragraph: Any, words: str, w: str) -> list[Any]:
    """Part runs so that some say just the words; empty when the paragraph's own runs do not say them."""
    runs = [run for run in paragraph.iterchildren(f"{w}r") if run.find(f"{w}t") is not None]
    at = "".join(_text(run, w) for run in runs).find(words) if words else -1
    if at < 0:
        return []
    found: list[Any] = []
    stop = at + len(words)
    for run in runs:
        length = len(_text(run, w))
        if at < length and stop > 0:
            if stop < length:
                _part(run, stop, w)
            found.append(_part(run, at, w) if at > 0 else run)
        at, stop = at - length, stop - length
    return found


def _text(run: Any, w: str) -> str:
    return "".join(each.text or "" for each in run.iterchildren(f"{w}t"))


def _part(run: Any, at: int, w: str) -> Any:
    """Part a run before a character and give the second half; one that holds more than a text stays whole."""
    content = [each for each in run if each.tag != f"{w}rPr"]
    if len(content) != 1:
        return run
    rest = deepcopy(run)
    rest.tail = None
    text = _text(run, w)
    for half, part in ((run, text[:at]), (rest, text[at:])):
        words = half.find(f"{w}t")
        words.text = part
        words.set(_SPACE, "preserve")
    run.addnext(rest)
    return rest


def _comment(remark: Remark, number: str, author: str, w: str) -> Any:
    comment = etree.Element(f"{w}comment")
    comment.set(f"{w}id", number)
    comment.set(f"{w}author", author)
    comment.set(f"{w}initials", author[:1].upper())
    for line in remark.lines:
        text = etree.SubElement(etree.SubElement(etree.SubElement(comment, f"{w}p"), f"{w}r"), f"{w}t")
        text.set(_SPACE, "preserve")
        text.text = "".join(char for char in line if char.isprintable())
    return comment


def _outside_boxes(paragraph: Any, w: str) -> Any:
    outer = paragraph
    for each in paragraph.iterancestors():
        if each.tag == f"{w}txbxContent":
            outer = next((p for p in each.iterancestors(f"{w}p")), outer)
    return outer


def _id(element: Any, w: str) -> int:
    text = element.get(f"{w}id") or ""
    return int(text) if text.isdecimal() else -1


def _announced(archive: zipfile.ZipFile, main: str, name: str, kind: str) -> dict[str, bytes]:
    """Tell the package of a new part: its type, and who refers to it."""
    types = _parsed(archive.read("[Content_Types].xml"))
    override = etree.SubElement(types, f"{{{_TYPES}}}Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", _COMMENTS)
    links = _links(main)
    has_links = links in archive.namelist()
    relationships = (
        _parsed(archive.read(links))
        if has_links
        else _parsed(f'<Relationships xmlns="{_PACKAGE}"/>'.encode())
    )
    taken = {each.get("Id") for each in relationships}
    relationship = etree.SubElement(relationships, f"{{{_PACKAGE}}}Relationship")
    relationship.set(
        "Id", next(key for n in range(1, len(taken) + 2) if (key := f"gwRemarks{n}") not in taken)
    )
    relationship.set("Type", kind)
    relationship.set("Target", posixpath.basename(name))
    return {"[Content_Types].xml": _written(types), links: _written(relationships)}


def _related(archive: zipfile.ZipFile, part: str, kind: str) -> list[tuple[str, str]]:
    """List type and name of the parts of a kind that a part refers to."""
    try:
        links = _parsed(archive.read(_links(part)))
    except KeyError:
        return []
    folder = posixpath.dirname(part)
    return [
        (each.get("Type"), posixpath.normpath(posixpath.join("/", folder, each.get("Target"))).lstrip("/"))
        for each in links
        if (each.get("Type") or "").rpartition("/")[2] == kind and each.get("TargetMode") != "External"
    ]


def _links(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _parsed(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for info in archive.infolist():
            data = changed.pop(info.filename) if info.filename in changed else archive.read(info)
            package.writestr(info, data, info.compress_type)
        for name, data in sorted(changed.items()):
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
