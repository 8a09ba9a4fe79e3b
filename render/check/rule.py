"""Rule: one thing a report is checked for, and what it is looked for in.

A rule is a function from a subject to its findings, each a diagnostic under the rule's own code. It looks
and never changes. Wording, a page of explanation and samples stand under the same code in
`messages.check`; a new rule is a function here, an entry there, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ..content import Content
from ..diagnostics import Diagnostic, Source
from ..looks import Looks
from ..messages.check.page import Page
from ..prose import Prose
from ..report import Accepted, Entry, FigureTable, Report
from ..review import Review
from .passages import Passage


class Level(StrEnum):
    """How binding a rule is, the most binding first."""

    REQUIRED = "规定"  # a standard, a law or arithmetic says so, or the report would say what is not so
    RECOMMENDED = "推荐"  # a standard recommends it, or a reader would stumble
    CUSTOMARY = "习惯"  # most offices do so


@dataclass(frozen=True, slots=True)
class Earlier:
    """What last year's report said."""

    name: str  # what people call it: 送审稿, or the folder's name
    figures: FigureTable


@dataclass(frozen=True, slots=True)
class Subject:
    """What rules look at: a report said for one year and one edition, or a file from anywhere.

    A file has content and looks but no report, figures or year: rules that need those find nothing in it.
    """

    report: Report | None = None
    figures: FigureTable | None = None  # with formulas worked out
    year: int | None = None
    review: Review | None = None  # sentences left to look at; None: no list was made
    content: Content | None = None  # None: the text could not be said, which is reported elsewhere
    codes: frozenset[str] = frozenset()  # of rules there are beside those looked for
    looks: Looks | None = None  # how a file from anywhere is set; None: a report, or a text without looks
    earlier: Earlier | None = None  # last year's report, where it is known
    waivers: Mapping[str, Entry] = field(default_factory=dict)  # beside those of the report
    passages: tuple[Passage, ...] = ()  # of the content; `check` reads them once for all rules
    shared: dict[Any, Any] = field(default_factory=dict)  # what one rule read of the content, for the others
    idle: tuple[tuple[str, str, Source], ...] = ()  # entries of 不查 that nothing was found for: code, words

    @property
    def waived(self) -> Mapping[str, Entry]:
        """Rules switched off: by code, the reason."""
        return {**(self.report.waived if self.report else {}), **self.waivers}

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """Words that a rule need not find."""
        return self.report.accepted if self.report else ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A place of a text and what is to stand there: marks, digits and forms of characters, never words."""

    code: str  # of the rule
    prose: Prose
    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class EntryCorrection:
    """A value of the front matter and what is to stand there."""

    code: str  # of the rule
    key: str
    source: Source
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    code: str
    level: Level
    find: Callable[[Subject], Iterable[Diagnostic]]
    clause: str = ""  # where it is written; empty: common sense
    can_be_waived: bool = True
    corrections: Callable[[Subject], Iterable[Correction]] | None = None
    """What may be put right without being read; None: a person has to."""
    puts: tuple[str, Callable[[str], str]] | None = None
    """A value of the front matter that may be put right: its key, and from what is typed to what is meant."""
    page: Page | None = None  # of a rule made of a pack; others have theirs in `messages.check`

    def title(self, language: str) -> str:
        """Say what the rule asks for."""
        page = self.explained
        return page.zh if language == "zh" else page.en

    @property
    def explained(self) -> Page:
        """What `--explain` says of it."""
        from ..messages.check import PAGES

        return self.page or PAGES[self.code]
