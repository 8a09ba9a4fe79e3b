"""Folder: the files of a report folder, and what a build of them must print again.

A long report is tried out in parts, each a small report of its own with the figures it uses: building it
whole takes thirty times the memory of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..messages.recognise import COMMENTS
from .draft import UNSIGNED, Draft
from .figures import Bound
from .passages import Passage

ATTACHMENTS = "附件"
LONGEST_PART = 16_000  # characters


@dataclass(frozen=True, slots=True)
class File:
    """A file of the report folder."""

    name: str  # with `/` between its parts
    data: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report as a report of its own."""

    files: tuple[File, ...]
    lines: tuple[str, ...]  # what is printed, paragraph by paragraph and cell by cell


@dataclass(frozen=True, slots=True)
class Made:
    """A draft with its figures, on its way into files."""

    draft: Draft = field(repr=False)
    bound: Bound = field(repr=False)
    template: str
    has_year: bool  # the year is an expression

    def files(self) -> tuple[File, ...]:
        """Write the files of the folder."""
        return _files(self.draft, self.bound, self.template, self.has_year)

    def lines(self) -> tuple[str, ...]:
        """List what is printed."""
        return tuple(_lines(self.draft))

    def parts(self) -> Iterator[Part]:
        """Go through the report in parts small enough to be built; a short one is a single part."""
        runs = _runs(self.draft.passages)
        if len(runs) < 2:
            yield Part(self.files(), self.lines())
            return
        rows = {figure.key: figure for figure in self.bound.figures}
        for number, run in enumerate(runs):
            draft = _of_part(self.draft, run, is_first=not number)
            used = {
                each.key: None
                for passage in draft.all_passages()
                for each in self.bound.insertions.get(id(passage), ())
                if each.key in rows
            }
            own = Bound([rows[key] for key in used], self.bound.insertions)
            template = self.template if not number else "report"
            yield Part(_files(draft, own, template, self.has_year), tuple(_lines(draft)))


def _runs(passages: Sequence[Passage]) -> list[Sequence[Passage]]:
    """Cut a long text before headings, or else between paragraphs."""
    runs: list[Sequence[Passage]] = []
    start = size = 0
    for at, passage in enumerate(passages):
        is_seam = passage.role == "heading" or (
            size > 2 * LONGEST_PART and passage.role == "text" and _is_paragraph(passages[at - 1])
        )
        if size > LONGEST_PART and is_seam and not passages[at - 1].runs_in:
            runs.append(passages[start:at])
            start, size = at, 0
        size += len(passage.text) + sum(len(cell) for row in passage.rows for cell in row)
    return [*runs, passages[start:]]


def _is_paragraph(passage: Passage) -> bool:
    """Tell a paragraph that is no caption of what follows it."""
    return passage.role == "text" and passage.text[-1:] in "。；！？"


def _of_part(draft: Draft, run: Sequence[Passage], *, is_first: bool) -> Draft:
    """Make a draft of some passages, with their numbers as the whole text counts them."""
    if is_first:
        return replace(draft, passages=list(run))
    numbered: list[Passage] = []
    level = 0
    for passage in run:
        if passage.role == "heading":
            level = min(passage.level, level + 1)  # a part may begin far down
            passage = replace(passage, level=level, typed_number=_typed_number(passage))
        numbered.append(passage)
    metadata = {"signature": UNSIGNED, **({"numbering": n} if (n := draft.metadata.get("numbering")) else {})}
    return Draft(draft.title, draft.year, metadata, {}, numbered, patterns=draft.patterns)


def _typed_number(passage: Passage) -> str | None:
    """Give the number of a heading, which a part cannot count up to; None for one without."""
    if passage.number is None or passage.typed_number is not None:
        return passage.typed_number
    return passage.number + ("\u3000" if re.search(r"[编篇章节条款部分\d]$", passage.number) else "")


def _files(draft: Draft, bound: Bound, template: str, has_year: bool) -> tuple[File, ...]:
    from .markdown import joined, report_lines, sheet_lines

    text = report_lines(draft, bound.insertions, COMMENTS, template=template, has_year=has_year)
    files = [File("report.md", joined(text))]
    if bound.figures:
        from .book import write_book

        files.append(File("figures.xlsx", write_book(bound.figures, draft.year)))
    for number, sheet in enumerate(draft.sheets, 1):
        words = sheet_lines(sheet, bound.insertions, COMMENTS)
        files.append(File(f"{ATTACHMENTS}/{number}.md", joined(words)))
    return tuple(files)


def _lines(draft: Draft) -> list[str]:
    """List what is printed, in order: what a build of the folder must give again."""
    metadata = draft.metadata
    lines = [draft.title]
    if addressees := metadata.get("addressees"):
        lines.append(f"{addressees[0]}：")
    lines += _passage_lines(draft.passages)
    if closing := metadata.get("closing"):
        lines.append(str(closing))
    names = metadata.get("attachments", ())
    for number, name in enumerate(names, 1):
        lines.append(("附件：" if number == 1 else "") + ("" if len(names) == 1 else f"{number}.") + name)
    if not metadata.get("signature"):
        lines += metadata.get("issuers", ())
        if day := str(metadata.get("issued_on", "")):
            year, month, date = day.split("-")
            lines.append(f"{year}年{int(month)}月{int(date)}日")
    if note := metadata.get("note"):
        lines.append(str(note))
    for number, sheet in enumerate(draft.sheets, 1):
        lines += [
            f"附件{number if len(draft.sheets) > 1 else ''}",
            sheet.title,
            *_passage_lines(sheet.passages),
        ]
    return lines


def _passage_lines(passages: Sequence[Passage]) -> list[str]:
    lines: list[str] = []
    runs_in = False
    for passage in passages:
        if passage.role in ("new-sheet", "picture"):
            continue
        if passage.role == "table":
            lines += [cell for row in passage.rows for cell in row if cell]
        elif runs_in:
            lines[-1] += passage.text
        else:
            lines.append((passage.number or "") + passage.text)
        runs_in = passage.runs_in
    return lines
