"""Review: rules about the sentences that last year's text left to look at (待核改语句)."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from ..report import METADATA_KEYS
from ..review import Mark
from ..typed import Settled, quoted, sentences_of, settled
from .rule import Level, Rule, Subject

_CHINESE = {key.name: key.chinese for key in METADATA_KEYS}
_MOST_TOLD = 5  # sentences told one by one; the list itself names all of them
_QUOTED = 40  # characters of a sentence shown


def open_sentence(subject: Subject) -> Iterator[Diagnostic]:
    """Find sentences that still hold what was typed for the year before, and that nobody marked."""
    left = [each for each in _settled(subject) if each.is_open and each.now is not None]
    for each in left[:1] if len(left) > _MOST_TOLD else left:
        assert each.now is not None
        held = tuple(dict.fromkeys(f"{held.reason}{quoted(held)}" for held in each.left))
        values: dict[str, object] = {
            "number": each.item.number,
            "held": held,
            "sentence": _quoted(each.now.text),
        }
        if len(left) > _MOST_TOLD:
            values |= {"count": len(left), "numbers": [other.item.number for other in left]}
        yield Diagnostic("review.open", each.now.source, values)


def unchanged(subject: Subject) -> Iterator[Diagnostic]:
    """Find sentences marked as changed that stand as they were."""
    for each in _settled(subject):
        if each.is_contradicted and each.now is not None:
            values = {
                "number": each.item.number,
                "place": each.now.source,
                "sentence": _quoted(each.now.text),
            }
            yield Diagnostic("review.unchanged", each.item.marked_at, values)


def unknown_mark(subject: Subject) -> Iterator[Diagnostic]:
    """Find marks that say neither 已改 nor 保留."""
    for item in subject.review.items if subject.review else ():
        if item.mark and item.mark not in tuple(Mark):
            near = nearest(item.mark, tuple(Mark))
            values = {"number": item.number, "mark": item.mark, "near": near}
            yield Diagnostic("review.mark", item.marked_at, values)


def emptied(subject: Subject) -> Iterator[Diagnostic]:
    """Find metadata of last year's issue that were taken out and nobody filled in again.

    成文日期 is left to whoever fills the report: a signature without it is told in any case.
    """
    report = subject.report
    if report is None or subject.year is None:
        return
    groups = (report.metadata, report.by_year.get(subject.year, {}), *report.editions.values())
    given = {key for group in groups for key in group}
    keys = subject.review.emptied if subject.review else ()
    left = tuple(_CHINESE[key] for key in keys if key in _CHINESE and key not in given and key != "issued_on")
    if left:
        yield Diagnostic("review.metadata", Source(report.text.file), {"keys": left})


RULES = (
    Rule("review.metadata", Level.RECOMMENDED, emptied),
    Rule("review.open", Level.REQUIRED, open_sentence),
    Rule("review.unchanged", Level.REQUIRED, unchanged),
    Rule("review.mark", Level.REQUIRED, unknown_mark, can_be_waived=False),
)


def _settled(subject: Subject) -> tuple[Settled, ...]:
    if subject.review is None or subject.report is None:
        return ()
    return settled(subject.review, sentences_of(subject.report))


def _quoted(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "……"
