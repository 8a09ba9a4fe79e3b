"""Recognise: a published report becomes the files of a report folder.

    readers      a file → a found document: paragraphs, tables and pictures, as they stand
    contents, opening, title, masthead, ending, headings    what they are: title, addressee, signature …
    draft        which of them the metadata hold, and which the text
    figures      numbers with units, named
    markdown, book, folder    `report.md`, `figures.xlsx`, and what a build of them must print
    account      what was taken for what, dropped, changed, doubtful

Nothing of the text is lost on the way: what is dropped or changed is listed, and the folder, built for its
own year, gives the text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..diagnostics import Diagnostic, Source, fault
from ..punctuation import fold, restore
from .account import Account, account_of
from .anatomy import Anatomy, Block, Doubt, Para
from .changes import restored_cell
from .contents import drop_contents
from .days import day_of_session, day_signed, days_of, session_above
from .draft import Draft, make_draft
from .ending import read_ending
from .figures import LEVELS, Bound, bind
from .folder import File, Made, Part
from .found import FoundDocument, FoundParagraph, FoundTable
from .opening import read_opening
from .passages import Passage
from .plausible import reason_against
from .readers import read
from .readers.pictures import format_of
from .years import year_of

__all__ = ["LEVELS", "File", "Recognised", "recognise"]

PICTURES = "图片"
LAST_OF_SPRING = "04"  # month by which the yearly sessions are over


@dataclass(frozen=True, slots=True)
class Recognised:
    """A report folder, and what it was made of."""

    account: Account
    diagnostics: tuple[Diagnostic, ...]
    made: Made = field(repr=False)  # what the files are written from
    pictures: tuple[File, ...] = field(repr=False)

    @property
    def files(self) -> tuple[File, ...]:
        """Write the files of the folder, anew each time."""
        return self.made.files() + self.pictures

    @property
    def lines(self) -> tuple[str, ...]:
        """List what is printed, paragraph by paragraph and cell by cell."""
        return self.made.lines()

    def parts(self) -> Iterator[Part]:
        """Go through the report in parts small enough to be built."""
        return self.made.parts()


def recognise(
    data: bytes,
    name: str,
    *,
    patterns: Sequence[str],
    figures: str = "all",
    keeps_marks: bool = False,
    anything: bool = False,
) -> Recognised:
    """Make a report folder of a published report.

    Args:
        data: The file.
        name: What people call it.
        patterns: How the template numbers headings, per level.
        figures: One of `LEVELS`: which numbers become figures.
        keeps_marks: Leave the marks of the text as they are.
        anything: Take a file that does not look like a report.

    Raises:
        Faults: the file cannot be read, or is no report.
    """
    document = read(data, name)
    del data  # the bytes of a long text are not kept beside it
    blocks = _blocks(document, keeps_marks)
    anatomy = Anatomy()
    blocks = drop_contents(blocks, anatomy)
    start = read_opening(document, blocks, anatomy)
    read_ending(blocks, start, document.kind, anatomy)
    reason = reason_against(document, anatomy, blocks)
    if reason == "no text":
        code = {"PDF": "import.scanned", "web page": "import.no_text"}.get(document.kind, "import.empty")
        raise fault(code, Source(name))
    if reason and not anything:
        raise fault(f"import.{reason}", Source(name))
    if not anatomy.title:
        anatomy.title = _title_without_line(anatomy, name)
        anatomy.doubts.append(Doubt("no_title", anatomy.title, Source(name)))
    year = _year(anatomy)
    document, blocks = replace(document, items=()), []  # taken over; a long text is not kept twice
    draft = make_draft(anatomy, year, patterns, keeps_marks=keeps_marks)
    anatomy.blocks, anatomy.segments = [], []
    if not keeps_marks:
        _restore_metadata(draft)
    pictures = _pictures(draft, anatomy)
    bound = bind(draft, figures)
    _note_doubtful_figures(draft, bound)
    template = _template(draft)
    made = Made(draft, bound, template, has_year=figures != "none")
    account = account_of(document, anatomy, draft, bound, name=name, template=template)
    return Recognised(account, document.remarks, made, pictures)


def _blocks(document: FoundDocument, keeps_marks: bool) -> list[Block]:
    """Restore the marks of every paragraph and cell, keeping what was changed as the file has it."""
    blocks: list[Block] = []
    for item in document.items:
        if isinstance(item, FoundParagraph):
            text = item.text if keeps_marks else restore(item.text)[0]
            folded = fold(item.text) if keeps_marks else text
            is_restored = text != item.text
            typed = item.text if is_restored else text
            blocks.append(Para(text, item.source, item.look, is_restored, item.notes, folded, typed))
        elif isinstance(item, FoundTable) and not keeps_marks:
            rows = tuple(tuple(restored_cell(cell) for cell in row) for row in item.rows)
            pairs = (
                (a, b)
                for before, after in zip(item.rows, rows, strict=True)
                for a, b in zip(before, after, strict=True)
            )
            blocks.append(FoundTable(rows, item.source, item.notes, tuple(a for a, b in pairs if a != b)))
        else:
            blocks.append(item)
    return blocks


def _template(draft: Draft) -> str:
    """Choose the template that prints what the file shows: a letterhead, a number, or neither."""
    if (
        draft.metadata.get("host")
        or draft.metadata.get("mark")
        or draft.metadata.get("copies_to")
        or draft.metadata.get("printed_by")
    ):
        return "gongwen"
    return "webpage" if draft.metadata.get("number", "无") != "无" else "report"


def _year(anatomy: Anatomy) -> int:
    session = session_above(anatomy.opening)
    opening = [para for para in anatomy.opening if not day_of_session(para.folded)]
    texts = [block.folded for block in (*opening, *anatomy.blocks) if isinstance(block, Para)]
    year = year_of(anatomy.title, texts, days_of(anatomy))
    if session and session[5:7] <= LAST_OF_SPRING and year == int(session[:4]):
        # A session in spring hears of the year before, though the text speaks as often of this one.
        before = f"{year - 1}年"
        if f"{year}年" not in anatomy.title and any(before in text for text in texts):
            year -= 1
    signed = day_signed(anatomy)
    if year is not None and signed and int(signed[:4]) > year + 1:
        # A title may name a year long past; what was signed years later reports on another one.
        year = year_of("", texts, [signed])
        anatomy.doubts.append(Doubt("year", anatomy.title, Source()))
    if year is None:
        anatomy.doubts.append(Doubt("year", anatomy.title, Source()))
        return 2000
    return year


def _title_without_line(anatomy: Anatomy, name: str) -> str:
    """Name a report whose file shows no title: after what it sends round, or else after the file."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    sent = ["".join(para.text for para in segment.titles) for segment in anatomy.segments if segment.titles]
    if sent and not re.search("[\u4e00-\u9fff]{4}", stem):
        return sent[0]
    return stem


def _restore_metadata(draft: Draft) -> None:
    """Restore the marks of what came from a page's information table."""
    draft.title = restore(draft.title)[0]
    for key in ("category", "keywords", "validity", "disclosure", "origin", "name"):
        value = draft.metadata.get(key)
        if isinstance(value, str):
            draft.metadata[key] = restore(value)[0]


def _pictures(draft: Draft, anatomy: Anatomy) -> tuple[File, ...]:
    """Give the pictures names of their own; one in a format a report cannot hold is left out."""
    files: list[File] = []
    kept: list[Passage] = []
    for passage in draft.passages:
        if passage.picture is not None:
            form = format_of(passage.picture.data)
            if not form:
                anatomy.doubts.append(Doubt("picture", passage.picture.name, passage.source))
                continue
            passage.text = f"{PICTURES}/{len(files) + 1}.{'jpg' if form == 'jpeg' else form}"
            files.append(File(passage.text, passage.picture.data))
        kept.append(passage)
    draft.passages = kept
    for sheet in draft.sheets:
        sheet.passages = [passage for passage in sheet.passages if passage.picture is None]
    return tuple(files)


def _note_doubtful_figures(draft: Draft, bound: Bound) -> None:
    for passage in draft.all_passages():
        own = bound.insertions.get(id(passage), ())
        if passage.role == "text" and any(each.sureness < 0.6 for each in own):
            passage.doubts += ("figures",)
