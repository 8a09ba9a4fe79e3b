"""Looking: rules about language made of what is to be found in one passage.

A look goes through a passage and gives hits: where, and, if only marks or digits have to change, what is
to stand there. The rule's finding and its correction both come from it, so that the two never differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ..diagnostics import Diagnostic
from .once import having
from .passages import Passage
from .rule import Correction, Level, Rule, Subject

_BESIDE = 6  # characters shown on either side of what was found
_MOST_TOLD = 3  # places of one passage that one rule tells one by one; more are counted beside the first


@dataclass(frozen=True, slots=True)
class Hit:
    """One place of a passage."""

    start: int
    stop: int
    put: str | None = None  # what is to stand there; None: for a person to say
    values: Mapping[str, str] = field(default_factory=dict)  # for the wording, beside what was found
    is_told: bool = True  # the second half of a pair is put right with the first, and not told again


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
    habit: int = 0,
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
        habit: Places in a document from which they are a habit of its author, told once; 0: never.
    """
    wanted = frozenset(needs)

    def hits(subject: Subject) -> Iterator[tuple[Passage, list[Hit]]]:
        for passage in having(subject, wanted) if wanted else subject.passages:
            if roles is not None and not roles(passage):
                continue
            if found := [hit for hit in look(passage) if passage.is_open(hit.start, hit.stop)]:
                yield passage, found

    def find(subject: Subject) -> Iterator[Diagnostic]:
        every = list(hits(subject))
        count = sum(hit.is_told for _, found in every for hit in found)
        is_habit = bool(habit) and count >= habit
        for passage, found in every[:1] if is_habit else every:
            puts = [(hit.start, hit.stop, hit.put) for hit in found if hit.put is not None]
            told = [hit for hit in found if hit.is_told]
            is_many = len(told) > _MOST_TOLD and all(hit.put is not None for hit in told)
            for hit in told[:1] if is_many or is_habit else told:
                quoted = excerpt(passage.text, hit.start, hit.stop)
                values: dict[str, object] = {"found": quoted, **hit.values}
                if hit.put is not None:
                    values["put"] = excerpt(passage.text, hit.start, hit.stop, puts)
                if is_many or is_habit:
                    values["count"] = str(count if is_habit else len(told))
                yield Diagnostic(code, passage.prose.source_at(hit.start), values)

    def corrections(subject: Subject) -> Iterator[Correction]:
        for passage, found in hits(subject):
            for hit in found:
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


def excerpt(text: str, start: int, stop: int, puts: Sequence[tuple[int, int, str]] = ()) -> str:
    """Quote a place with a few characters around it, or what it will be.

    Args:
        text: The passage.
        start: Of the place.
        stop: Of the place.
        puts: What is to stand elsewhere in the passage, in order: from, to and the new characters.
    """
    first, last = max(start - _BESIDE, 0), min(stop + _BESIDE, len(text))
    pieces: list[str] = []
    at = first
    for begin, end, new in puts:
        if at <= begin and end <= last:
            pieces += (text[at:begin], new)
            at = end
    return "".join([*pieces, text[at:last]]).replace("\n", " ")
