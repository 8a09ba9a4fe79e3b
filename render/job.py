"""Job: what to build and what came of it, shared by everything that builds.

Date, year, faces and target come in with the job; nothing below looks at the clock or the environment, so
the same job gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from . import fonts
from .blocks import Composed, Properties
from .content import Content
from .diagnostics import Diagnostic
from .messages import Exit, Severity, exit_of, message_of
from .noun import Noun, field
from .outputs import Output
from .pages import Pages, TextRun
from .report import Office
from .target import Target

FORMATS = ("docx", "pdf")
WEB_FORMATS = ("html", "txt")


class Job(Noun, frozen=True):
    """What to build, and everything a build depends on besides the folder's files."""

    report: Path
    year: int | None = None  # None: the folder's own
    edition: str | None = None
    to: tuple[str, ...] = FORMATS
    out: Path | None = None  # None: nothing is written
    template: str | None = None  # None: the one the report names
    templates: tuple[Path, ...] = ()  # folders searched before the built-in templates
    settings: Mapping[str, str] = field(default_factory=dict)  # metadata that override the folder's
    faces: str = "auto"  # or "vendored"
    families: tuple[str, ...] = ()  # official family for each role, as another job had them
    target: str | None = None  # None: the report's 排版目标, else portable
    created: datetime | None = None  # None: 成文日期
    compare: tuple[int, ...] | None = None  # None: the report's 比较; (): with nothing
    extras: tuple[str, ...] = ()  # files that go with the report: "核对表"
    strict: bool = False
    force: bool = False
    plain: bool = False
    carry_source: bool = False
    per_addressee: bool = False  # one set of files for each 主送机关
    office: Office | None = None  # what one of many offices puts into the report
    name: str = ""  # of the files, without extension; empty: the title


class LaidOut(Noun, frozen=True):
    """A job after layout, before any file is written."""

    content: Content
    settled: Composed
    pages: Pages
    book: fonts.FontBook
    target: Target
    properties: Properties


class Result(Noun, frozen=True):
    """What a job came to."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    outputs: tuple[Output, ...] = ()
    laid_out: LaidOut | None = None

    @property
    def ok(self) -> bool:
        """Whether the job did what it was asked to."""
        return self.exit is Exit.DONE

    @property
    def faces(self) -> dict[str, fonts.Face]:
        """The faces the pages draw with, by name."""
        if self.laid_out is None:
            return {}
        items = (item for page in self.laid_out.pages.pages for item in page.items)
        names = dict.fromkeys(item.face for item in items if isinstance(item, TextRun))
        return {name: self.laid_out.book.face(name) for name in names}


def exit_for(job: Job, found: Sequence[Diagnostic]) -> Exit:
    """Sum up a job; warnings count where it is strict."""
    status = exit_of(found)
    warned = any(message_of(d).severity is Severity.WARNING for d in found)
    return Exit.STRICT if status is Exit.DONE and warned and job.strict else status


def plain(value: str | tuple[str, ...] | None) -> str:
    """Say an element of the metadata as one text."""
    return "、".join(names(value))


def names(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """List an element's names, of which there may be one or none."""
    return () if value is None else (value,) if isinstance(value, str) else value
