"""Folios of a DOCX: the page numbers at the foot of its sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from ...diagnostics import Source
from ...looks import FolioLook, RunLook
from ..readers.docx_looks import W
from .measures import ALIGNMENTS, indent_of
from .runs import Runs, saying
from .values import Sheet, said_by

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def folios_of(
    section: Any, source: Source, settings: Any, foot_of: Callable[[str], Any], sheet: Sheet, runs: Runs
) -> Iterator[FolioLook]:
    """Find the page numbers at the foot of a section's pages.

    Args:
        section: Its `w:sectPr`; None: it says nothing.
        source: Where it ends.
        settings: Of the document.
        foot_of: Gives a part by the relationship that names it.
        sheet: The styles.
        runs: Their runs.
    """
    even = settings.find(f"{W}evenAndOddHeaders") if settings is not None else None
    has_even = even is not None and even.get(f"{W}val") not in ("0", "false", "off")
    first = section.find(f"{W}titlePg") if section is not None else None
    has_first = first is not None and first.get(f"{W}val") not in ("0", "false", "off")
    for reference in section.iterfind(f"{W}footerReference") if section is not None else ():
        pages = {"default": "odd", "even": "even", "first": "first"}[reference.get(f"{W}type") or "default"]
        if (pages == "even" and not has_even) or (pages == "first" and not has_first):
            continue
        foot = foot_of(reference.get(f"{_R}id") or "")
        for paragraph in foot.iter(f"{W}p") if foot is not None else ():
            if any(each.tag == f"{_MC}Fallback" for each in paragraph.iterancestors()):
                continue
            if folio := _folio(paragraph, pages, source, sheet, runs):
                yield folio


def _folio(paragraph: Any, pages: str, source: Source, sheet: Sheet, runs: Runs) -> FolioLook | None:
    """Read a page number; None of a paragraph that has none."""
    properties = paragraph.find(f"{W}pPr")
    named = properties.find(f"{W}pStyle") if properties is not None else None
    below, characters = sheet.of(named.get(f"{W}val") if named is not None else None)
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
                if (look := runs.look_of(own, characters)) is not None:
                    shown.append(saying(look, words))
        elif tag == f"{W}t" and depth == 0 and not _in_field(element):
            text += element.text or ""
    if not is_page:
        return None
    plain = runs.look_of(None, characters) or RunLook("")
    run = max(shown, key=lambda each: len(each.text), default=plain)
    alignment = ALIGNMENTS.get(values.get("jc", "left"), "left")
    frame = properties.find(f"{W}framePr") if properties is not None else None
    if frame is not None and frame.get(f"{W}xAlign"):
        side = frame.get(f"{W}xAlign") or ""
        alignment = {"outside": "outside", "center": "center", "right": "right"}.get(side, "left")
    indent = indent_of(values, "right" if alignment == "right" else "left", run.size)
    return FolioLook(text.strip(), pages, run, alignment, indent, source)


def _in_field(element: Any) -> bool:
    return any(each.tag == f"{W}fldSimple" for each in element.iterancestors())
