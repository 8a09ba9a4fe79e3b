"""Passages: what rules about language read, each paragraph, heading and cell of a content once.

A passage knows which characters it has, so that a rule passes over those that cannot hold what it looks
for, and which of its characters are addresses of the net, where no rule of language holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..content import Chart, Content, Heading, Paragraph, Picture, Row, Span, Spans, Table
from ..noun import Noun
from ..prose import Prose, joined
from ..punctuation import Change, restore

HEADING, CELL, LABEL = "heading", "cell", "label"
"""Roles of passages that are no paragraphs; a label is what stands at the head of a table's row or column."""

RUNNING = frozenset({"text", "closing", "table-note", "note"})
"""Roles that are written in sentences."""

_ONCE = RUNNING | {HEADING, CELL, LABEL}  # what else is printed may stand in several places
_RESTORED = frozenset(" \u3000,:;?!()\"'<>~-０１２３４５６７８９％")  # what `restore` may change
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s\u4e00-\u9fff，。；、（）《》“”]+|www\.[^\s\u4e00-\u9fff，。；、（）《》“”]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:cn|com|net|org|gov|edu)\b[/\w.?=&%#-]*"
    r"|[\w()-]+\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|zip|jpg|png|html?|ofd|wps|et)\b",
    re.ASCII | re.IGNORECASE,
)


class Passage(Noun, frozen=True):
    """One paragraph, heading or cell."""

    prose: Prose
    role: str  # one of `content.ROLES`, HEADING, CELL or LABEL
    chars: frozenset[str]
    kept: tuple[range, ...]  # addresses and names of files
    changes: tuple[Change, ...]  # marks that print has otherwise
    following: str = ""  # first character of the next passage

    @property
    def text(self) -> str:
        """All its characters."""
        return self.prose.text

    @property
    def is_running(self) -> bool:
        """Whether it is written in sentences."""
        return self.role in RUNNING

    def is_open(self, start: int, stop: int) -> bool:
        """Tell whether characters are typed by the author and are language."""
        if any(start < span.stop and span.start < stop for span in self.kept):
            return False
        return self.prose.is_typed(start, stop)


def passages_of(content: Content) -> tuple[Passage, ...]:
    """Read a content; a heading that runs in is read with its paragraph."""
    found = list(_passages(content))
    return tuple(
        Passage(each.prose, each.role, each.chars, each.kept, each.changes, after.text[0])
        for each, after in pairwise(found)
    ) + tuple(found[-1:])


def _passages(content: Content) -> Iterator[Passage]:
    seen: set[Spans] = set()
    for role, spans in _spans(content):
        if role not in _ONCE:
            if spans in seen:
                continue
            seen.add(spans)
        if (prose := joined(spans)).text:
            yield passage(prose, role)


def passage(prose: Prose, role: str = "text") -> Passage:
    """Make a passage of a text."""
    chars = frozenset(prose.text)
    kept: tuple[range, ...] = ()
    if "." in chars or "@" in chars:
        kept = tuple(range(*found.span()) for found in _ADDRESS.finditer(prose.text))
    changes = () if chars.isdisjoint(_RESTORED) else restore(prose.text)[1]
    return Passage(prose, role, chars, kept, changes)


def _spans(content: Content) -> Iterator[tuple[str, Spans]]:
    waiting: Spans = ()
    for node in content.nodes:
        if isinstance(node, Heading) and node.run_in:
            if waiting:
                yield HEADING, waiting
            waiting = node.spans
            continue
        if isinstance(node, Paragraph):
            yield node.role, (*waiting, *node.spans)
            waiting = ()
            continue
        if waiting:
            yield HEADING, waiting
            waiting = ()
        match node:
            case Heading():
                yield HEADING, node.spans
            case Table():
                yield from _table(node)
            case Picture() | Chart():
                yield "picture-title", node.title
            case _:
                pass
    if waiting:
        yield HEADING, waiting


def _table(table: Table) -> Iterator[tuple[str, Spans]]:
    yield "table-title", table.title
    yield from ((LABEL, cell) for cell in table.head.cells)
    yield from _cells(table.rows)
    yield from (("table-note", note) for note in table.notes)


def _cells(rows: Iterable[Row]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for row in rows:
        for number, cell in enumerate(row.cells):
            yield LABEL if number == 0 else CELL, cell
