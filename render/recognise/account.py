"""Account: what an import made of a file, told so that a person can check it.

A noun like the others: counts, places and words, as plain values for JSON; how it is worded in a language
is up to the face that shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Source
from .anatomy import Anatomy
from .draft import Draft, Passage
from .figures import Bound, FoundFigure, Insertion
from .found import FoundDocument
from .punctuation import Change

CONTEXT = 8  # characters shown on either side of a change


@dataclass(frozen=True, slots=True)
class Account:
    """All that is to be said of one import."""

    source: str
    kind: str
    encoding: str
    title: str
    year: int
    template: str
    metadata: Mapping[str, Any]
    particulars: tuple[Mapping[str, Any], ...]
    outline: tuple[Mapping[str, Any], ...]
    dropped: tuple[Mapping[str, Any], ...]
    changed: tuple[Mapping[str, Any], ...]
    doubtful: tuple[Mapping[str, Any], ...]
    figures: tuple[Mapping[str, Any], ...]
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
        metadata={key: list(v) if isinstance(v, tuple) else v for key, v in draft.metadata.items()},
        particulars=tuple(
            {"label": p.label, "key": p.key or None, "value": p.value, **_place(p.source)}
            for p in anatomy.particulars
        ),
        outline=tuple(_outline(passages)),
        dropped=tuple(
            {"text": d.text, "reason": d.reason, **_place(d.source)}
            for d in (*document.dropped, *anatomy.dropped)
        ),
        changed=tuple(_changed(change, text, source) for change, text, source in draft.changed),
        doubtful=tuple({"what": d.what, "text": d.text, **_place(d.source)} for d in anatomy.doubts),
        figures=tuple(_figures(bound, passages)),
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


def _outline(passages: Sequence[Passage]) -> Iterator[dict[str, Any]]:
    for passage in passages:
        if passage.role == "heading":
            yield {
                "level": passage.level,
                "number": passage.number,
                "title": passage.text,
                "run_in": passage.runs_in,
                "doubtful": bool(passage.doubts),
                **_place(passage.source),
            }


def _changed(change: Change, text: str, source: Source) -> dict[str, Any]:
    at = max(change.at - CONTEXT, 0)
    return {
        "before": change.before,
        "after": change.after,
        "rule": change.rule,
        "context": text[at : change.at + CONTEXT],
        **_place(source),
    }


def _figures(bound: Bound, passages: Sequence[Passage]) -> Iterator[dict[str, Any]]:
    uses: dict[str, list[str]] = {}
    for passage in passages:
        for each in bound.insertions.get(id(passage), ()):
            text = passage.text if each.cell is None else passage.rows[each.cell[0]][each.cell[1]]
            uses.setdefault(_key(each), []).append(text[each.start : each.stop])
    for figure in bound.figures:
        yield {
            "key": figure.key,
            "name": figure.name,
            "unit": figure.unit,
            "values": {str(year): f"{value:f}" for year, value in sorted(figure.values.items())},
            "form": figure.form,
            "sentence": figure.sentence,
            "place": figure.place,
            "confidence": round(figure.sureness * 100),
            "printed": uses.get(figure.key, []),
            "line": figure.line,
        }


def _key(insertion: Insertion) -> str:
    return insertion.expression.partition("|")[0].partition(".")[0].partition("[")[0]


def _place(source: Source) -> dict[str, Any]:
    return {"line": source.line, "page": source.page}


__all__ = ["Account", "FoundFigure", "account_of"]
