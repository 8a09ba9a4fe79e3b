"""Looks of a PDF: its lines where they stand, what they are set in, and the lines drawn on its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ... import pdfium
from ...diagnostics import Source
from ...looks import FaceLook, LineLook, Looks, PageLook, RunLook, Stroke
from ..readers.pdf_lines import groups_of
from .colors import is_mark

_ALONE = ("issuer", "date")  # what has a line to itself; a title may begin with a name
_SUBSET = re.compile(r"^[A-Z]{6}\+")


def looks_of_pdf(data: bytes, name: str, roles: Sequence[tuple[str, str, int | None]]) -> Looks:
    """Read how a PDF is set.

    Args:
        data: The file, which has been read before.
        name: Of the file.
        roles: Role, text and page of its paragraphs.
    """
    pages: list[PageLook] = []
    faces: dict[str, FaceLook] = {}
    with pdfium.opened(data) as document:
        for number, page in enumerate(pdfium.settings(document), 1):
            source = Source(name, page=number)
            lines = tuple(line for group in groups_of(page.glyphs) if (line := _line(group)) is not None)
            for glyph in page.glyphs:
                face = _SUBSET.sub("", glyph[6])
                if face and face not in faces:
                    faces[face] = FaceLook(face, glyph[7], source)
            strokes = tuple(Stroke(*stroke) for stroke in page.strokes)
            pages.append(PageLook(number, page.width, page.height, lines, strokes, page.pictures, source))
    return Looks("PDF", pages=_told(pages, roles), faces=tuple(faces.values()))


def _line(group: list[pdfium.Glyph]) -> LineLook | None:
    group.sort(key=lambda glyph: glyph[1])
    shown = [glyph for glyph in group if glyph[0].strip(" \u00a0\u3000\t")]
    if not shown:
        return None
    runs: list[RunLook] = []
    for char, *_, size, font, _, color in shown:
        face, size = _SUBSET.sub("", font), round(size, 1)
        if runs and (runs[-1].face, runs[-1].size, runs[-1].color) == (face, size, color):
            runs[-1] = replace(runs[-1], text=runs[-1].text + char)
        else:
            runs.append(RunLook(char, face, face, size, color=color, is_bold="bold" in face.lower()))
    return LineLook(
        "".join(glyph[0] for glyph in shown),
        min(glyph[1] for glyph in shown),
        max(glyph[2] for glyph in shown),
        min(glyph[3] for glyph in shown),
        max(glyph[4] for glyph in shown),
        tuple(runs),
    )


def _told(pages: Sequence[PageLook], roles: Sequence[tuple[str, str, int | None]]) -> tuple[PageLook, ...]:
    """Tell the lines what they belong to: paragraphs are found again by their characters."""
    wanted = sorted((page or 0, order, role, "".join(text.split()))
                    for order, (role, text, page) in enumerate(roles) if text)  # fmt: skip
    told: dict[tuple[int, int], tuple[str, bool, bool]] = {}
    places = [(p, n) for p, page in enumerate(pages) for n in range(len(page.lines))]
    index_of_page = {page.number: p for p, page in enumerate(pages)}
    begin = {p: n for n, (p, line) in enumerate(places) if line == 0}
    for number, _, role, text in wanted:
        first = index_of_page.get(number)
        if first is None:
            continue
        at = next(
            (
                n
                for n, line in enumerate(range(len(pages[first].lines)), begin.get(first, 0))
                if (first, line) not in told and _begins(text, role, pages[first], line)
            ),
            None,
        )
        if at is None:
            continue
        rest, is_first = text, True
        while rest and at < len(places):
            p, line = places[at]
            shown = _plain(pages[p].lines[line].text)
            if rest.startswith(shown):
                rest = rest[len(shown) :]
                told[p, line] = (role, is_first, not rest)
                is_first = False
            elif shown.startswith(rest):  # a heading that runs in; its paragraph goes on
                told[p, line] = (role, is_first, False)
                break
            elif not is_first and not _is_furniture(shown):
                break
            at += 1
    return tuple(
        replace(
            page,
            lines=tuple(
                replace(line, role=_role(told[p, n][0], line), is_first=told[p, n][1], is_last=told[p, n][2])
                if (p, n) in told
                else line
                for n, line in enumerate(page.lines)
            ),
        )
        for p, page in enumerate(pages)
    )


def _begins(text: str, role: str, page: PageLook, at: int) -> bool:
    """Tell whether a paragraph begins with a line, and goes on with the next one if it is longer."""
    shown = _plain(page.lines[at].text)
    if shown.startswith(text):
        return shown == text or role not in _ALONE
    if not text.startswith(shown) or at + 1 >= len(page.lines):
        return text.startswith(shown)
    below, rest = _plain(page.lines[at + 1].text), text[len(shown) :]
    return below.startswith(rest) or rest.startswith(below) or _is_furniture(below)


def _role(role: str, line: LineLook) -> str:
    return "mark" if role == "title" and is_mark(line.text, [run.color for run in line.runs]) else role


def _plain(text: str) -> str:
    return "".join(text.split())


def _is_furniture(text: str) -> bool:
    return re.fullmatch(r"[-—–－―·•]*\d{1,4}[-—–－―·•]*", text) is not None
