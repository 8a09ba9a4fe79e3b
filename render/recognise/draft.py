"""Draft: the parts of a text on their way into a report folder.

A template prints the elements of a report in one order (GB/T 9704-2012, 7.3). What stands in that order
goes into the metadata, from where it is printed; anything else stays in the text under its role, so that
the report, built again, reads as its original did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..dates import read_date
from ..diagnostics import NOWHERE, Source
from ..numbering import patterns_like
from .anatomy import Anatomy, Block, Doubt, Para, Part, Segment
from .candidates import Candidate
from .cells import cell_runs
from .changes import Changes
from .days import day_above, day_of
from .found import FoundPicture, FoundTable
from .headings import find_headings
from .lexicon import is_organ
from .passages import Passage, samples_of, settle

UNSIGNED = "不印"  # 落款
_YEAR_IN_BRACKETS = re.compile(r"[\[【﹝（(［]\s*((?:19|20)\d{2})\s*[\]】﹞）)］](?=\s*第?\s*\d+\s*号)")
_REPRESENTS = re.compile("我(?:谨|现)?代表([\u4e00-\u9fff]{2,30}?)[，,]?向")
_NAMED_ATTACHMENT = re.compile(r"附\s*件\s*(\d{1,2})?\s*[：:]?")


@dataclass(slots=True)
class Sheet:
    """An attachment with a file of its own."""

    title: str
    passages: list[Passage]
    source: Source


@dataclass(slots=True)
class Draft:
    """A report folder before its figures are found."""

    title: str
    year: int
    metadata: dict[str, str | tuple[str, ...]] = field(default_factory=dict)  # by English key
    comments: dict[str, str] = field(default_factory=dict)  # what else the file says of a key
    passages: list[Passage] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    changed: Changes = field(default_factory=Changes)
    patterns: tuple[str, ...] = ()

    def all_passages(self) -> Iterable[Passage]:
        """Go through the text and all attachments."""
        yield from self.passages
        for sheet in self.sheets:
            yield from sheet.passages


def make_draft(anatomy: Anatomy, year: int, patterns: Sequence[str], *, keeps_marks: bool) -> Draft:
    """Give every part of a text its place in a report.

    Args:
        anatomy: The parts.
        year: The year reported on.
        patterns: How the template numbers headings, per level.
        keeps_marks: The text keeps its ASCII marks, so metadata do too.
    """
    return _Drafting(anatomy, year, patterns, keeps_marks).draft()


class _Drafting:
    def __init__(self, anatomy: Anatomy, year: int, patterns: Sequence[str], keeps_marks: bool) -> None:
        self.anatomy = anatomy
        self.patterns = tuple(patterns)
        self.keeps_marks = keeps_marks
        self.made = Draft(anatomy.title, year, patterns=self.patterns)

    def draft(self) -> Draft:
        made, anatomy = self.made, self.anatomy
        passages = [_text(para) for para in anatomy.opening]
        if anatomy.addressee is not None:
            passages += self._addressee(anatomy.addressee, is_first=not passages)
        passages += passages_of(anatomy.blocks, anatomy)
        passages += self._ending()
        made.passages = passages
        self._number()
        self._particulars()
        self._list_changes()
        return made

    # The text

    def _addressee(self, para: Para, *, is_first: bool) -> list[Passage]:
        text = para.text
        if is_first and text[-1:] == "：":
            self.made.metadata["addressees"] = (text[:-1],)
            self._note(para)
            return []
        return [replace(_text(para), role="addressee")]

    # What stands below the text

    def _ending(self) -> list[Passage]:
        """Put the end into the metadata as far as it stands in the template's order, else into the text."""
        made, ending, segments = self.made, list(self.anatomy.ending), self.anatomy.segments
        order = ("closing", "attachment-list", "issuer", "date", "note")
        kinds = [part.kind for part in ending]
        in_order = kinds == sorted(kinds, key=order.index) and kinds.count("date") <= 1
        attached = self._attached(ending, segments)
        issuers = [part for part in ending if part.kind == "issuer"]
        dates = [part for part in ending if part.kind == "date"]
        lacks = self._lacks(issuers, dates)
        is_plain = (
            in_order
            and not (lacks and ending)
            and attached is not None
            and self._is_list_plain(ending)
            and all(_is_plain_date(part) for part in dates)
            and all(_is_plain_note(part) for part in ending if part.kind == "note")
            and kinds.count("note") <= 1
            and kinds.count("closing") <= 1
            and bool(issuers or dates or not ending)
            and self._prints_as(issuers)
        )
        self._sign(issuers, dates)
        if is_plain and attached is not None:
            names = tuple(part.names[0] for part in ending if part.kind == "attachment-list")
            if names:
                made.metadata["attachments"] = names
            for part in ending:
                if part.kind in ("closing", "note"):
                    made.metadata[part.kind] = part.para.text
                self._note(part.para)
            made.sheets = attached
            if lacks:
                made.metadata["signature"] = UNSIGNED
            return []
        made.metadata["signature"] = UNSIGNED
        passages = [self._placed(part) for part in ending]
        for segment in segments:
            passages += self._segment(segment)
        return passages

    def _lacks(self, issuers: Sequence[Part], dates: Sequence[Part]) -> bool:
        """Tell whether the metadata know an issuer or a date that the end of the text does not show."""
        named = self.anatomy.particular("issuers")
        dated = self.anatomy.particular("issued_on")
        organ = (
            (named.value if named else "")
            or self._organs_above()
            or _organ_of_title(self.made.title)
            or self._represented()
        )
        return bool(
            (not issuers and organ)
            or (not dates and ((dated and read_date(dated.value)) or day_above(self.anatomy.opening)))
        )

    def _organs_above(self) -> tuple[str, ...]:
        """List the organs named between the title and the text, as above a communiqué."""
        return tuple(para.text for para in self.anatomy.opening if is_organ(para.folded))

    def _represented(self) -> str:
        """Name the organ that a speaker reports for: 我代表市人民政府，向大会报告工作."""
        first = [block.folded for block in self.anatomy.blocks[:3] if isinstance(block, Para)]
        found = next(filter(None, map(_REPRESENTS.search, first)), None)
        return found[1] if found and is_organ(found[1]) else ""

    def _sign(self, issuers: Sequence[Part], dates: Sequence[Part]) -> None:
        made = self.made
        names = tuple(part.para.text for part in issuers)
        flat = tuple(one for name in names for one in _names_of(name))
        if flat:
            made.metadata["issuers"] = flat
        if joint := self.anatomy.joint:
            made.metadata["issuers"] = joint
            made.metadata["host"] = joint[0]
        for part in dates[-1:]:
            if day := day_of(part.para.folded):
                made.metadata["issued_on"] = day.isoformat()

    def _prints_as(self, issuers: Sequence[Part]) -> bool:
        """Tell whether the template writes the names below the text as they stand, a line for each."""
        names = [one for part in issuers for one in _names_of(part.para.text)]
        return len(names) == len(issuers) and (not self.anatomy.joint or names == [*self.anatomy.joint])

    def _placed(self, part: Part) -> Passage:
        return replace(_text(part.para), role=part.kind if part.kind != "attachment-list" else "text")

    def _is_list_plain(self, ending: Sequence[Part]) -> bool:
        """Tell whether a list of attachments reads as the template would write it."""
        listed = [part for part in ending if part.kind == "attachment-list"]
        for n, part in enumerate(listed, 1):
            number = "" if len(listed) == 1 else f"{n}."
            if "".join(part.para.text.split()) != "".join(
                f"{'附件：' if n == 1 else ''}{number}{part.names[0]}".split()
            ):
                return False
        return True

    def _attached(self, ending: Sequence[Part], segments: Sequence[Segment]) -> list[Sheet] | None:
        """Make attachments of what follows, if all of it is listed above the signature by the same names."""
        if not segments:
            return []
        names = [part.names[0] for part in ending if part.kind == "attachment-list"]
        if len(names) != len(segments):
            return None
        sheets: list[Sheet] = []
        for n, (name, segment) in enumerate(zip(names, segments, strict=True), 1):
            title = "".join(para.text for para in segment.titles)
            mark = "".join(segment.mark.split()).rstrip("：:")
            wanted = "附件" if len(segments) == 1 else f"附件{n}"
            if mark != wanted or "".join(title.split()) != "".join(name.split()):
                return None
            sheets.append(Sheet(name, passages_of(segment.blocks, self.anatomy), segment.source))
        return sheets

    def _segment(self, segment: Segment) -> list[Passage]:
        """Keep what follows the signature in the text, on a sheet of its own."""
        made = [Passage("new-sheet", segment.source)] if segment.mark or segment.titles else []
        if segment.mark:
            made.append(Passage("attachment-mark", segment.source, segment.mark))
        for para in segment.titles:
            made.append(replace(_text(para), role="attachment-title"))
        return made + passages_of(segment.blocks, self.anatomy)

    # Numbers of headings

    def _number(self) -> None:
        """Find how each level is numbered, and which headings break off from the counting."""
        made = self.made
        samples = samples_of(made.all_passages(), self.patterns)
        made.patterns = patterns_like(samples, self.patterns)
        if made.patterns != self.patterns:
            made.metadata["numbering"] = samples
        settle(made.passages, made.patterns)
        for sheet in made.sheets:
            settle(sheet.passages, made.patterns)

    # Metadata

    def _particulars(self) -> None:
        made, anatomy = self.made, self.anatomy
        for key in (
            "issuers",
            "number",
            "index_no",
            "category",
            "keywords",
            "validity",
            "disclosure",
            "origin",
            "name",
        ):
            found = anatomy.particular(key)
            if found is None or not found.value:
                continue
            if key == "issuers":
                if "issuers" not in made.metadata:
                    made.metadata["issuers"] = tuple(filter(None, re.split("[;；,，、 ]+", found.value)))
                elif "".join(made.metadata["issuers"]) != found.value:
                    made.comments["issuers"] = f"{found.label}：{found.value}"
            elif key == "number" and found.value == "无":
                made.metadata[key] = "无"
            else:
                made.metadata.setdefault(key, found.value)
        if "issuers" not in made.metadata and (organs := self._organs_above()):
            made.metadata["issuers"] = organs
        if "issuers" not in made.metadata and (organ := _organ_of_title(made.title) or self._represented()):
            made.metadata["issuers"] = (organ,)
            anatomy.doubts.append(Doubt("issuer", organ, NOWHERE))
        for key in ("issued_on", "published_on"):
            found = anatomy.particular(key)
            day = read_date(found.value) if found else None
            if found is None or day is None:
                continue
            if key not in made.metadata:
                made.metadata[key] = day.isoformat()
                if not re.fullmatch(r"\S+", found.value):
                    made.comments[key] = f"{found.label}：{found.value}"
            elif made.metadata[key] != day.isoformat():
                made.comments[key] = f"{found.label}：{found.value}"
                anatomy.doubts.append(Doubt("date", f"{found.label}：{found.value}", found.source))
            elif not re.fullmatch(r"\S+", found.value):
                made.comments[key] = f"{found.label}：{found.value}"
        if "issued_on" not in made.metadata and (said := day_above(anatomy.opening)):
            made.metadata["issued_on"] = said
        for key, (value, _) in anatomy.elements.items():
            made.metadata[key] = (value,) if key in ("signers", "copies_to") else value
        if (number := made.metadata.get("number")) and not self.keeps_marks:
            self._print_number(str(number))
        if made.metadata.get("printed_on"):
            day = read_date(str(made.metadata["printed_on"]))
            if day:
                made.metadata["printed_on"] = day.isoformat()
            else:
                del made.metadata["printed_on"]

    def _print_number(self, number: str) -> None:
        """Put the year of a document number into 〔〕, as print has it (GB/T 9704-2012, 7.2.5)."""
        printed = _YEAR_IN_BRACKETS.sub(r"〔\1〕", number)
        if printed != number:
            self.made.metadata["number"] = printed
            self.made.comments["number"] = f"发文字号：{number}"

    def _list_changes(self) -> None:
        for para in self.anatomy.title_lines:
            self._note(para)
        for passage in self.made.all_passages():
            for typed in passage.typed:
                self.made.changed.add(typed, passage.source)
            passage.typed = ()  # a long text is not kept twice

    def _note(self, para: Para) -> None:
        if para.is_restored:
            self.made.changed.add(para.typed, para.source)


def passages_of(blocks: Sequence[Block], anatomy: Anatomy) -> list[Passage]:
    """Tell headings from text, with what runs in as a paragraph of its own."""
    cells = cell_runs(blocks)
    candidates = [
        Candidate(b.folded, b.look, at in cells) if isinstance(b, Para) else None
        for at, b in enumerate(blocks)
    ]
    made: list[Passage] = []
    for block, heading in zip(blocks, find_headings(candidates), strict=True):
        if isinstance(block, FoundTable):
            made.append(Passage("table", block.source, rows=block.rows, notes=block.notes, typed=block.typed))
        elif isinstance(block, FoundPicture):
            made.append(Passage("picture", block.source, block.name, picture=block))
        elif heading is None:
            made.append(_text(block))
        else:
            title = block.text[heading.start : heading.stop].strip(" \u3000")
            rest = block.text[heading.stop :].strip(" \u3000")
            number = "".join(block.text[: heading.start].split())
            is_own = title.endswith("。") and not heading.runs_in
            form = "own-line" if is_own else "run-in" if heading.runs_in and not title.endswith("。") else ""
            head = Passage(
                "heading", block.source, title, heading.level, number or None, None, form,
                heading.runs_in, notes=block.notes, typed=(block.typed,) if block.is_restored else (),
            )  # fmt: skip
            if heading.is_doubtful:
                head.doubts = ("heading",)
                anatomy.doubts.append(Doubt("heading", number + title, block.source))
            made.append(head)
            if heading.runs_in:
                made.append(Passage("text", block.source, rest))
    return _with_sections(made)


def _text(para: Para) -> Passage:
    typed = (para.typed,) if para.is_restored else ()
    return Passage("text", para.source, para.text, notes=para.notes, typed=typed)


def _with_sections(passages: list[Passage]) -> list[Passage]:
    """Tell every passage which heading it stands below, as a title and as 一（一）3."""
    above: list[Passage] = []
    section = place = ""
    for passage in passages:
        if passage.role == "heading":
            above = [each for each in above if each.level < passage.level] + [passage]
            section = passage.text.rstrip("。：")
            place = "".join((each.number or "").rstrip("、.．") for each in above)
        passage.section, passage.place = section, place
    return passages


def _names_of(text: str) -> list[str]:
    """Give the names on a line: several organs with blanks between, or one, spaced out or not."""
    parts = text.split()
    return parts if len(parts) > 1 and all(map(is_organ, parts)) else ["".join(parts) if parts else text]


def _is_plain_date(part: Part) -> bool:
    """Tell whether the template writes a date as the text does, 2021年2月18日."""
    day = read_date(part.para.text)
    return day is not None and "".join(part.para.text.split()) == f"{day.year}年{day.month}月{day.day}日"


def _is_plain_note(part: Part) -> bool:
    return part.para.text[:1] == "（" and part.para.text[-1:] == "）"


def _organ_of_title(title: str) -> str:
    """Take the organ a title begins with: 洪山区司法局关于……, 国务院办公厅关于……."""
    found = re.match(r"([\u4e00-\u9fff（）]{3,40}?)(?:关于|印发|转发|\d{4}年)", title)
    return found[1] if found and is_organ(found[1]) else ""
