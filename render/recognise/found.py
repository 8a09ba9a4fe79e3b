"""Found document: what a reader took from a file, in reading order, before anything is recognised.

Readers of all formats meet here. They say what stands where and how it looks; what it is (a title, a
heading, a footer) is decided later, from these nouns alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ..diagnostics import NOWHERE, Diagnostic, Source
from ..noun import Noun


class Look(Noun, frozen=True):
    """How a paragraph looks in its file, where the format says it."""

    size: float = 0.0  # points; 0: not said
    is_bold: bool = False
    is_centred: bool = False
    level: int = 0  # of a heading, as the file itself declares it; 0: none
    is_linked: bool = False  # all of it is a link
    is_outside: bool = False  # stands outside the part of the page that holds the text
    face: str = ""  # of most of its characters
    lead: int = 0  # leading characters set apart from the rest, as a run-in heading is


PLAIN = Look()
_DISPLAY = re.compile("黑体|楷体|小标宋|HEI|KAI|XBS", re.IGNORECASE)


def is_display(face: str) -> bool:
    """Tell whether a face is one of those that headings are set in (GB/T 9704-2012, 7.3.3)."""
    return _DISPLAY.search(face) is not None and "雅黑" not in face and "YaHei" not in face


class FoundParagraph(Noun, frozen=True):
    """A paragraph, as typed."""

    text: str
    source: Source
    look: Look = PLAIN
    notes: tuple[str, ...] = ()  # comments people left beside it
    raw: str = ""  # with the blanks and unseen characters that `text` is without; empty: there were none


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table; merged cells hold their text once, in their first place."""

    rows: tuple[tuple[str, ...], ...]  # all of one width
    source: Source
    notes: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()  # cells whose marks were restored, as the file has them


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture that lies in the file itself."""

    name: str  # as the file calls it
    data: bytes = field(repr=False)
    source: Source


Found: TypeAlias = FoundParagraph | FoundTable | FoundPicture


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of the file that are no part of the report, and why."""

    text: str
    reason: str  # a key of `messages.phrases`, after `import.dropped.`
    source: Source


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """All of a file."""

    kind: str  # "text", "web page", "DOCX" or "PDF"
    items: tuple[Found, ...]
    encoding: str = ""
    titles: tuple[str, ...] = ()  # what the file says of itself: <title>, document properties
    particulars: Mapping[str, str] = field(default_factory=dict)  # from the page's own metadata, by label
    dropped: tuple[Dropped, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    joined: int = 0  # lines that were put together into paragraphs


__all__ = [
    "NOWHERE",
    "PLAIN",
    "Dropped",
    "Found",
    "FoundDocument",
    "FoundParagraph",
    "FoundPicture",
    "FoundTable",
    "Look",
    "is_display",
]
