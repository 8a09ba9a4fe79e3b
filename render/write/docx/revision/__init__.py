"""Revision: a report's own document with everything that differs from another as tracked changes (修订稿).

Accepting all changes leaves the document this writer writes anyway, rejecting all of them the text of the
other, character for character. The changes are marked in what is written, not in blocks; `written` says why.

`written` reads a body off, `foreign` makes one of a text from elsewhere, `alignment` brings the two into one
order, `body` writes it with `marking` and `tables`, and `passages` are what was changed, for those who sum
it up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC
from itertools import count

from ....blocks import Composed, Paragraph, Properties, Run, Table
from ....noun import Noun
from ....target import Target
from ..assembly import Assembly
from ..package import REVISION_NAME
from ..paragraph import figure_bookmark
from ..styles import styles_part
from .alignment import steps
from .body import RevisedBody
from .foreign import OtherLine, OtherTable, as_items
from .marking import Marker, Stamp
from .passages import Kind, Passage
from .written import Drawings, Item, Para, read_body

__all__ = ["Kind", "OtherLine", "OtherTable", "Passage", "Revised", "write_revision"]

_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]+)".*?</w:style>', re.DOTALL)
_TRACKING = "<w:trackRevisions/>"


class Revised(Noun, frozen=True):
    """A document with tracked changes, and what became of every passage, in reading order."""

    data: bytes
    passages: tuple[Passage, ...]


def write_revision(
    settled: Composed,
    target: Target,
    properties: Properties,
    other: Composed | Sequence[OtherLine | OtherTable],
    *,
    author: str,
    name: str,
) -> Revised:
    """Write a document that shows what was changed.

    Args:
        settled: The report, as layout returns it.
        target: The program whose line breaks the file is written for.
        properties: What the file says of itself; its date is that of every change.
        other: What it is compared with: another report as layout returns it, or a text without looks, whose
            blank paragraphs and pictures are not compared.
        author: Who is named as the author of every change.
        name: What the other is called, for the mark that tells such a file from a report.

    Returns:
        The file, and its passages. The same arguments give the same bytes.

    Raises:
        ValueError: A table, picture or chart is not settled, or `properties.created` has no time zone.
    """
    assembly = Assembly(settled, target, properties, plain=False)
    body = assembly.body()
    if isinstance(other, Composed):
        earlier = Assembly(other, target, properties, plain=True)
        earlier.drawings = assembly.drawings.beside(other.images)
        earlier_body = earlier.body()
    drawings = Drawings(assembly.drawings.shown())
    after, section = read_body(body, drawings)
    if isinstance(other, Composed):
        before = [item for item in read_body(earlier_body, drawings)[0] if not _ends_section(item)]
    else:
        before = as_items(other, settled.template, assembly.writer)
    stamp = Stamp(author, properties.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    marker = Marker(stamp, count(assembly.writer.bookmarks + 1))
    revised = RevisedBody(marker, before, after, _keys(settled), has_looks=isinstance(other, Composed))
    text = revised.written(steps(before, after)) + section
    assembly.drawings.keep(text)
    changes: dict[str, Callable[[str], str]] = {"word/settings.xml": _tracking}
    if isinstance(other, Composed) and other.template is not settled.template:
        added = styles_part(other.template, target, plain=True)
        changes["word/styles.xml"] = lambda own: _with_styles(own, added)
    data = assembly.packed(text, changes=changes, marks={REVISION_NAME: name})
    return Revised(data, tuple(revised.passages))


def _ends_section(item: Item) -> bool:
    """Tell whether a paragraph is there for the end of a section alone; the sections are this report's."""
    return isinstance(item, Para) and bool(item.section) and not item.shown.strip()


def _keys(settled: Composed) -> dict[str, str]:
    """Give the keys of the figures a report prints, by how their bookmarks begin."""
    keys = {run.figure for block in settled.blocks for run in _runs(block) if run.figure is not None}
    return {figure_bookmark(key, 0).rpartition("_")[0]: key for key in sorted(keys)}


def _runs(block: object) -> Iterator[Run]:
    if isinstance(block, Paragraph):
        yield from block.runs
    elif isinstance(block, Table):
        yield from (run for row in (*block.head, *block.rows) for cell in row for run in cell.runs)


def _tracking(settings: str) -> str:
    """Go on tracking: what readers of a revision change is a change as well."""
    return settings.replace("<w:defaultTabStop", f"{_TRACKING}<w:defaultTabStop", 1)


def _with_styles(own: str, others: str) -> str:
    """Add the styles of another form that this one lacks, for what is struck out."""
    known = {found[1] for found in _STYLE.finditer(own)}
    more = "".join(found[0] for found in _STYLE.finditer(others) if found[1] not in known)
    return own.replace("</w:styles>", f"{more}</w:styles>")
