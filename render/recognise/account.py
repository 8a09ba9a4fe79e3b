"""Account: what an import made of a file, told so that a person can check it.

A noun like the others: it holds what was found, and says nothing in any language. Lists grow with the file,
so they hold what is there already and copy nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..diagnostics import Source
from .anatomy import Anatomy, Doubt
from .changes import Changes
from .draft import Draft
from .figures import Bound
from .figures.figure import FoundFigure
from .found import Dropped, FoundDocument
from .particulars import Particular
from .passages import Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the outline."""

    level: int
    number: str | None
    title: str
    runs_in: bool
    is_doubtful: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Account:
    """All that is to be said of one import."""

    source: str
    kind: str
    encoding: str
    title: str
    year: int
    template: str
    metadata: Mapping[str, str | tuple[str, ...]]  # by English key
    particulars: Sequence[Particular]
    outline: Sequence[Entry]
    dropped: Sequence[Dropped]
    changed: Changes
    doubtful: Sequence[Doubt]
    figures: Sequence[FoundFigure]
    counts: Mapping[str, int] = field(default_factory=dict)


def account_of(
    document: FoundDocument, anatomy: Anatomy, draft: Draft, bound: Bound, *, name: str, template: str
) -> Account:
    """Tell what became of a document."""
    passages = list(draft.all_passages())
    return Account(
        source=name,
        kind=document.kind,
        encoding=document.encoding,
        title=draft.title,
        year=draft.year,
        template=template,
        metadata=draft.metadata,
        particulars=anatomy.particulars,
        outline=[_entry(passage) for passage in passages if passage.role == "heading"],
        dropped=[*document.dropped, *anatomy.dropped],
        changed=draft.changed,
        doubtful=anatomy.doubts,
        figures=bound.figures,
        counts={
            "paragraphs": sum(p.role == "text" for p in passages),
            "characters": sum(len(p.text) for p in passages),
            "headings": sum(p.role == "heading" for p in passages),
            "tables": sum(p.role == "table" for p in passages),
            "pictures": sum(p.role == "picture" for p in passages),
            "attachments": len(draft.sheets),
            "figures": len(bound.figures),
            "joined": document.joined,
        },
    )


def _entry(passage: Passage) -> Entry:
    return Entry(
        passage.level, passage.number, passage.text, passage.runs_in, bool(passage.doubts), passage.source
    )
