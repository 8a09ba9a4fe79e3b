"""Looking: rules about language made of what is to be found in one passage.

A look goes through a passage and gives hits: where, and, if only marks or digits have to change, what is
to stand there. The rule's finding and its correction both come from it, so that the two never differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ..diagnostics import Diagnostic
from .passages import Passage
from .rule import Correction, Level, Rule, Subject

_BESIDE = 6  # characters shown on either side of what was found


@dataclass(frozen=True, slots=True)
class Hit:
    """One place of a passage."""

    start: int
    stop: int
    put: str | None = None  # what is to stand there; None: for a person to say
    values: Mapping[str, str] = field(default_factory=dict)  # for the wording, beside what was found


Look: TypeAlias = Callable[[Passage], Iterator[Hit]]


def language_rule(
    code: str,
    level: Level,
    look: Look,
    clause: str = "",
    *,
    needs: str = "",
    roles: Callable[[Passage], bool] | None = None,
    corrects: bool = False,
) -> Rule:
    """Make a rule of a look.

    Args:
        code: Of the rule.
        level: How binding it is.
        look: Finds its places in one passage.
        clause: Where it is written.
        needs: Characters of which a passage must have one to hold anything; empty: it may hold it anyway.
        roles: Which passages are looked at; all of them unless given.
        corrects: Whether hits say what is to stand there, and may be put right without being read.
    """
    wanted = frozenset(needs)

    def hits(subject: Subject) -> Iterator[tuple[Passage, Hit]]:
        for passage in subject.passages:
            if (wanted and wanted.isdisjoint(passage.chars)) or (roles is not None and not roles(passage)):
                continue
            for hit in look(passage):
                if passage.is_open(hit.start, hit.stop):
                    yield passage, hit

    def find(subject: Subject) -> Iterator[Diagnostic]:
        for passage, hit in hits(subject):
            values: dict[str, object] = {"found": excerpt(passage.text, hit.start, hit.stop), **hit.values}
            if hit.put is not None:
                values["put"] = excerpt(passage.text, hit.start, hit.stop, hit.put)
            yield Diagnostic(code, passage.prose.source_at(hit.start), values)

    def corrections(subject: Subject) -> Iterator[Correction]:
        for passage, hit in hits(subject):
            if hit.put is not None:
                yield Correction(code, passage.prose, hit.start, hit.stop, hit.put)

    return Rule(code, level, find, clause, corrections=corrections if corrects else None)


def pattern(text: str, put: str | Callable[[re.Match[str]], str | None] | None = None) -> Look:
    """Make a look of a pattern; a group named `at` narrows the place down to it.

    Args:
        text: The pattern.
        put: What is to stand in its place, or how that is made of the match.
    """
    compiled = re.compile(text)
    group = "at" if "at" in compiled.groupindex else 0

    def look(passage: Passage) -> Iterator[Hit]:
        for match in compiled.finditer(passage.text):
            yield Hit(*match.span(group), put(match) if callable(put) else put)

    return look


def excerpt(text: str, start: int, stop: int, put: str | None = None) -> str:
    """Quote a place with a few characters around it, or what it will be once something else stands there."""
    before, after = text[max(start - _BESIDE, 0) : start], text[stop : stop + _BESIDE]
    return f"{before}{text[start:stop] if put is None else put}{after}".replace("\n", " ")
