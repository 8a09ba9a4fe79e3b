"""Tracing: every use of a figure, from its cell to the printed line, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from . import pipeline
from .diagnostics import Diagnostic, Faults, Source
from .messages import Exit
from .nearest import nearest
from .places import Place, first_lines, places_of
from .report import Figure, Report


class UseKind(StrEnum):
    """Where a figure is used."""

    TITLE = "title"
    HEADING = "heading"
    SENTENCE = "sentence"
    TABLE = "table"
    ATTACHMENT = "attachment"
    COMPARISON = "comparison"  # a table that is made of the figures
    EXPRESSION = "expression"  # printed with others, as one number or word
    CONDITION = "condition"
    NAME = "name"  # kept under a name of the text's own, or gone through in a loop
    METADATA = "metadata"
    FORMULA = "formula"  # of another figure
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a figure."""

    kind: UseKind
    source: Source
    page: int | None = None  # printed page, from 1
    line: int | None = None  # on the page, from 1
    row: int | None = None  # of the table, from 1
    section: str = ""
    words: str = ""  # the sentence, the formula, the row


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure and all its uses."""

    figure: Figure
    uses: tuple[Use, ...]
    changes: tuple[str, ...]  # keys of the figures whose formulas need it, directly or through others


@dataclass(frozen=True, slots=True)
class Tracing:
    """What came of looking for figures."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    year: int | None = None
    figures: tuple[Traced, ...] = ()
    unused: tuple[Figure, ...] = ()


def trace(job: pipeline.Job, wanted: str | None = None) -> Tracing:
    """Trace all figures of a report, or one by its key or name.

    A report that cannot be laid out is traced without its pages, and its faults are told.
    """
    from . import derive

    found: list[Diagnostic] = []
    try:
        report = pipeline.read_job(job, found)
    except Faults as faults:
        return Tracing(Exit.USE, (*found, *faults.diagnostics))
    result = pipeline.lay_out(job)
    figures = report.figures.figures
    if wanted is not None:
        chosen = [f for f in figures.values() if wanted in (f.key, f.name)]
        if not chosen:
            names = [name for f in figures.values() for name in (f.key, f.name)]
            values = {"name": wanted, "near": nearest(wanted, names)}
            return Tracing(Exit.CONTENT, (Diagnostic("where.unknown", report.figures.source, values),))
    else:
        chosen = list(figures.values())
    needs = derive.inputs_of(report.figures)
    uses = _uses(report, result.laid_out, needs)
    traced = tuple(Traced(f, tuple(uses.get(f.key, ())), tuple(_followers(f.key, needs))) for f in chosen)
    unused = tuple(each.figure for each in traced if not _is_used(each, uses))
    year = result.laid_out.content.year if result.laid_out else job.year
    return Tracing(result.exit, result.diagnostics, year, traced, unused)


def _uses(
    report: Report, laid_out: pipeline.LaidOut | None, needs: Mapping[str, Iterable[str]]
) -> dict[str, list[Use]]:
    from . import derive, fill

    places = places_of(laid_out.pages) if laid_out else ()
    lines = first_lines(laid_out.pages) if laid_out else {}
    uses: dict[str, list[Use]] = {}
    printed: set[tuple[str, str, int | None]] = set()
    mentions = list(fill.mentions_in(report))
    in_metadata = {mention.figure: mention.source for mention in mentions if mention.element}
    for place in places:
        if place.source.file == fill.DOCUMENT:  # words that the template sets around an element
            place = replace(place, source=in_metadata.get(place.figure, place.source))
        printed.add((place.figure, place.source.file, place.source.line))
        own = uses.setdefault(place.figure, [])
        if not (place.is_made and own and own[-1].words == place.words):  # a row is one use
            own.append(_printed(place))
    for mention in mentions:
        source = mention.source
        if mention.purpose == "print" and (mention.figure, source.file, source.line) in printed:
            continue
        kind = UseKind.METADATA if mention.element else _PURPOSES[mention.purpose]
        page, line = lines.get((source.file, source.line or 0), (None, None))
        use = Use(kind, source, page, line, words=mention.element)
        if use not in uses.setdefault(mention.figure, []):
            uses[mention.figure].append(use)
    for key, inputs in needs.items():
        owner = report.figures.figures[key]
        for each in sorted(inputs):
            use = Use(UseKind.FORMULA, owner.formula_source, words=f"{owner.name}＝{owner.formula}")
            uses.setdefault(each, []).append(use)
    for relation, inputs in derive.relation_inputs(report.figures, report.relations):
        for each in sorted(inputs):
            uses.setdefault(each, []).append(Use(UseKind.RELATION, relation.source, words=relation.text))
    return uses


_PURPOSES = {"print": UseKind.EXPRESSION, "condition": UseKind.CONDITION, "name": UseKind.NAME}


def _printed(place: Place) -> Use:
    return Use(_kind(place), place.source, place.page, place.line, place.row, place.section, place.words)


def _kind(place: Place) -> UseKind:
    if place.tag == "Title":
        return UseKind.TITLE
    if place.is_made:
        return UseKind.COMPARISON
    if place.row is not None:
        return UseKind.TABLE
    if place.source.file.replace("\\", "/").startswith("附件/"):
        return UseKind.ATTACHMENT
    return UseKind.HEADING if place.tag.startswith("H") else UseKind.SENTENCE


def _followers(key: str, needs: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the figures that change with one, those next to it first."""
    waiting, seen = [key], {key}
    while waiting:
        at = waiting.pop(0)
        for owner, inputs in needs.items():
            if at in inputs and owner not in seen:
                seen.add(owner)
                waiting.append(owner)
                yield owner


def _is_used(traced: Traced, uses: Mapping[str, Iterable[Use]]) -> bool:
    """Tell whether a figure is said somewhere, itself or through a formula; a comparison alone is not."""
    own = [use for key in (traced.figure.key, *traced.changes) for use in uses.get(key, ())]
    return any(use.kind not in (UseKind.COMPARISON, UseKind.FORMULA, UseKind.RELATION) for use in own)
