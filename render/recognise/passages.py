"""Passages: blocks of the report's text on their way into a file, and the counting of their headings.

Headings are counted here as the template will count them, so that only those it would number otherwise get
a number of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..content import Heading as SaidHeading
from ..diagnostics import NOWHERE, Source
from ..numbering import Numbering
from . import numbers
from .found import FoundPicture


@dataclass(slots=True)
class Passage:
    """One block of the report's text: `role` is of `content.ROLES`, or heading, table, picture, new-sheet."""

    role: str
    source: Source
    text: str = ""
    level: int = 0
    number: str | None = None  # of a heading, as printed; None: it has none
    typed_number: str | None = None  # to be given with the heading, because counting does not come to it
    form: str = ""  # "run-in" or "own-line", where the heading's last mark does not say so
    runs_in: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    picture: FoundPicture | None = None
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()  # said in a comment above it
    typed: tuple[str, ...] = ()  # the paragraph, or the cells, as the file has them, if marks were restored
    place: str = ""  # 一（一）3
    section: str = ""  # title of the heading it stands below


def samples_of(passages: Iterable[Passage], patterns: Sequence[str]) -> tuple[str, ...]:
    """Give, level by level, the first number in the way most headings of the level are numbered."""
    ways: dict[int, Counter[str]] = {}
    for passage in passages:
        if passage.role == "heading" and passage.number:
            found = numbers.read_number(passage.number + "题")
            if found and (way := numbers.sample(passage.number, found.value)):
                ways.setdefault(passage.level, Counter())[way] += 1
    samples: list[str] = []
    for level in range(1, max(ways, default=0) + 1):
        usual = patterns[level - 1].replace("{一}", "一").replace("{1}", "1")
        common = ways[level].most_common(1) if level in ways else []
        samples.append(common[0][0] if common else usual)
    return tuple(samples)


def settle(passages: Sequence[Passage], patterns: Sequence[str]) -> None:
    """Count as the template will, and give a number with every heading that it would number otherwise."""
    counting = Numbering(patterns)
    for passage in passages:
        if passage.role == "new-sheet":
            counting.restart()
        if passage.role != "heading" or passage.number is None:
            continue
        blank = "\u3000" if re.search(r"[编篇章节条款部分\d]$", passage.number) else ""
        said = SaidHeading(passage.level, (), NOWHERE)
        before = counting.copy()
        expected = counting.next(said)
        if expected.strip("\u3000") != passage.number:
            passage.typed_number = passage.number + blank
            counting = before
            counting.next(replace(said, number=passage.typed_number))
