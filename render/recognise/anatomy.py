"""Anatomy: the parts of an official text, in the order they stand in the file.

GB/T 9704-2012, clause 7, names the parts; where they stand in files is told from what files of all
kinds have in common: what comes before the title, between it and the first sentence, and after the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ..diagnostics import Source
from ..noun import Noun
from .found import Dropped, FoundPicture, FoundTable, Look
from .particulars import Particular


class Para(Noun, frozen=True):
    """A paragraph of the text, its marks restored."""

    text: str
    source: Source
    look: Look
    is_restored: bool = False  # marks of it were changed
    notes: tuple[str, ...] = ()
    folded: str = ""  # the same characters with full-width marks, to be looked at
    typed: str = ""  # as the file has it


Block: TypeAlias = Para | FoundTable | FoundPicture


@dataclass(frozen=True, slots=True)
class Part:
    """An element at the end of a text; `kind` is a role of `content.ROLES`."""

    kind: str
    para: Para
    names: tuple[str, ...] = ()  # of an attachment list


@dataclass(slots=True)
class Segment:
    """A text that follows the signature: an attachment, or the document that a notice sends round."""

    mark: str = ""  # 附件1; "" for a document that is sent round
    titles: list[Para] = field(default_factory=list)  # lines of its title
    blocks: list[Block] = field(default_factory=list)
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at: a key of `messages.phrases`, after `import.doubt.`."""

    what: str
    text: str
    source: Source


@dataclass(slots=True)
class Anatomy:
    """What a document consists of."""

    title: str = ""
    title_lines: tuple[Para, ...] = ()  # empty: the title stands in the information table alone
    elements: dict[str, tuple[str, Source]] = field(default_factory=dict)  # by metadata key
    particulars: list[Particular] = field(default_factory=list)
    joint: tuple[str, ...] = ()  # names of a joint letterhead
    opening: list[Para] = field(default_factory=list)  # between title and text
    addressee: Para | None = None
    blocks: list[Block] = field(default_factory=list)
    ending: list[Part] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def particular(self, key: str) -> Particular | None:
        """Find the first particular of a key that has a value, else the first without."""
        own = [each for each in self.particulars if each.key == key]
        return next((each for each in own if each.value), own[0] if own else None)


def is_sentence(text: str) -> bool:
    """Tell whether a paragraph is running text and nothing else."""
    if len(text) < 12:
        return False
    return ("。" in text or "；" in text or text.count("，") > 1) and (
        len(text) >= 30 or text[-1] in "。；：！？”）"
    )


def shown(blocks: Sequence[Block]) -> list[Para]:
    """List the paragraphs among blocks."""
    return [block for block in blocks if isinstance(block, Para)]
