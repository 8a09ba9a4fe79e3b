"""Captions: rules about the titles and numbers of tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ..content import Chart, Content, Paragraph, Picture, Table
from ..diagnostics import Diagnostic, Source
from .outline import on_sheets, text_of
from .rule import Level, Rule, Subject

KINDS = {"table": "表", "picture": "图"}

_COLOPHON = re.compile("^(?:抄送|印发)|印发$")
_UNIT = re.compile(r"[（(]?(?:计量)?单位\s*[：:]")
_LONGEST = 40  # characters of a title in a paragraph of its own
_NUMBER = re.compile(r"[表图]\s*([1-9][0-9]?)(?![0-9年月日、.—–-])(?:[ \u3000:：.．]|(?=[\u4e00-\u9fff]))")


def captions(content: Content, kind: str) -> Iterator[tuple[int, str, Source]]:
    """List the titles of tables, or of pictures and charts, with the attachment they stand in."""
    for at, sheet, node in on_sheets(content):
        wanted = Table if kind == "table" else (Picture, Chart)
        if isinstance(node, wanted) and getattr(node, "role", "") not in ("information", "seal"):
            above = content.nodes[at - 1] if at else None
            if at > 1 and isinstance(above, Paragraph) and _UNIT.match(text_of(above.spans)):
                above = content.nodes[at - 2]
            title = text_of(node.title)
            if not title and isinstance(above, Paragraph) and _is_title(text_of(above.spans), above.role):
                title = text_of(above.spans)
            yield sheet, title.strip(), node.source


def _is_title(text: str, role: str) -> bool:
    """Tell a title that stands in a paragraph of its own, as in a file from anywhere."""
    is_short = len(text.strip()) <= _LONGEST and not re.search("[。；：]$", text.strip())
    return role in ("table-title", "picture-title") or (role == "text" and is_short)


def number_in(title: str) -> int | None:
    """Read the number a title begins with: 表2 行政复议情况."""
    match = _NUMBER.match(title.lstrip())
    return int(match[1]) if match else None


def untitled(subject: Subject) -> Iterator[Diagnostic]:
    """Find tables without a title; one alone in an attachment has the attachment's."""
    if subject.content is None:
        return
    colophons = _colophons(subject.content)
    found = [each for each in captions(subject.content, "table") if each[2] not in colophons]
    for sheet, title, source in found:
        is_alone = sheet > 0 and sum(other == sheet for other, _, _ in found) == 1
        if not title.strip() and not is_alone:
            yield Diagnostic("caption.missing", source)


def _colophons(content: Content) -> set[Source]:
    """List tables that a file sets its 版记 in."""
    tables = [node for node in content.nodes if isinstance(node, Table)]
    return {
        table.source
        for table in tables
        if any(_COLOPHON.search(text_of(cell)) for row in (table.head, *table.rows) for cell in row.cells)
    }


def misnumbered(kind: str) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule about the numbers of tables, or of pictures."""

    def find(subject: Subject) -> Iterator[Diagnostic]:
        numbered = [
            (number, source)
            for _, title, source in (captions(subject.content, kind) if subject.content else ())
            if (number := number_in(title)) is not None
        ]
        for (before, _), (number, source) in pairwise(((0, None), *numbered)):
            if number not in (before + 1, 1) or (number == 1 == before):
                values = {"found": f"{KINDS[kind]}{number}", "expected": f"{KINDS[kind]}{before + 1}"}
                assert source is not None
                yield Diagnostic(f"caption.{kind}_number", source, values)

    return find


def partly_numbered(subject: Subject) -> Iterator[Diagnostic]:
    """Find a table without a number beside others that have one."""
    for kind in KINDS:
        found = list(captions(subject.content, kind)) if subject.content else []
        bare = [(title, source) for _, title, source in found if title and number_in(title) is None]
        if bare and len(bare) < sum(1 for _, title, _ in found if title):
            title, source = bare[0]
            yield Diagnostic("caption.partly", source, {"found": title, "kind": KINDS[kind]})


RULES = (
    Rule("caption.missing", Level.CUSTOMARY, untitled),
    Rule("caption.table_number", Level.REQUIRED, misnumbered("table")),
    Rule("caption.picture_number", Level.REQUIRED, misnumbered("picture")),
    Rule("caption.partly", Level.CUSTOMARY, partly_numbered),
)
