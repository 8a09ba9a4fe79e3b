"""Seen: the stretches of a file that layout rules look at, and findings many of them share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...diagnostics import Diagnostic, Source
from ...looks import Looks, ParagraphLook, RunLook
from ...units import PT_PER_MM
from ..rule import Subject

HAN = re.compile("[\u3400-\u9fff〇]")
_LATIN = re.compile("[A-Za-z0-9]")

# Names that faces go by, in files made with Windows, WPS, macOS and Linux, and those that come along here.
_FAMILIES = (
    ("小标宋", re.compile("小标宋|大标宋|标宋|xiaobiaosong|fzxbs|xbsj|gongwen ?title", re.IGNORECASE)),
    ("仿宋", re.compile("仿宋|fang ?song|fzfs|gongwen ?fang|cesifs|simfang", re.IGNORECASE)),
    ("楷体", re.compile("楷|kai ?ti|fzkt|stkai|simkai|gongwen ?kai|ukai", re.IGNORECASE)),
    ("黑体", re.compile("黑|sim ?hei|hei ?ti|fzht|fzhei|stheiti|gongwen ?hei", re.IGNORECASE)),
    ("宋体", re.compile("宋|sim ?sun|song|fzss|fzshusong|stsong|gongwen ?song|uming", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one part of a document: a paragraph, the heading that runs into it, a line of a PDF."""

    role: str  # of `content.ROLES`, or heading-1 to heading-4
    source: Source
    runs: tuple[RunLook, ...]

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)

    def faces(self) -> Counter[str]:
        """Count the Han characters in each face."""
        found: Counter[str] = Counter()
        for run in self.runs:
            if run.face and (count := len(HAN.findall(run.text))):
                found[run.face] += count
        return found

    def sizes(self) -> Counter[float]:
        """Count the characters of each size."""
        found: Counter[float] = Counter()
        for run in self.runs:
            if count := len("".join(run.text.split())):
                found[run.size] += count
        return found


@cache
def family(face: str) -> str:
    """Tell which of the standard's faces one is; its own name for any other."""
    return next((name for name, pattern in _FAMILIES if pattern.search(face)), face)


def stretches(subject: Subject) -> Sequence[Stretch]:
    """List what is set: paragraphs of a DOCX, told lines of a PDF; tables are left out."""
    if "stretches" not in subject.shared:
        found = _stretches(subject.looks) if subject.looks is not None else ()
        subject.shared["stretches"] = tuple(found)
    known: Sequence[Stretch] = subject.shared["stretches"]
    return known


def _stretches(looks: Looks) -> Iterator[Stretch]:
    for paragraph in looks.paragraphs:
        if not paragraph.role or not paragraph.runs:
            continue
        if not paragraph.lead:
            yield Stretch(paragraph.role, paragraph.source, paragraph.runs)
            continue
        number = len("".join(paragraph.number.split()))
        head, rest = _cut(paragraph.runs, paragraph.lead - number)
        yield Stretch(f"heading-{paragraph.lead_level}", paragraph.source, head)
        if rest:
            yield Stretch(paragraph.role, paragraph.source, rest)
    for page in looks.pages:
        for line in page.lines:
            # A heading may run into the first line of a text.
            if line.role and not (line.role == "text" and line.is_first):
                yield Stretch(line.role, page.source, line.runs)


def body(subject: Subject) -> Sequence[ParagraphLook]:
    """List the paragraphs of a DOCX that are text or headings."""
    if "body" not in subject.shared:
        subject.shared["body"] = tuple(_body(subject.looks)) if subject.looks is not None else ()
    known: Sequence[ParagraphLook] = subject.shared["body"]
    return known


def _body(looks: Looks) -> Iterator[ParagraphLook]:
    for paragraph in looks.paragraphs:
        if paragraph.has_stops and paragraph.tabs:
            continue  # set like a table: names of joint issuers
        if paragraph.place == "body" and paragraph.text.strip() and is_body(paragraph.role):
            yield paragraph


def is_body(role: str) -> bool:
    """Tell text and its headings."""
    return role == "text" or role.startswith("heading-")


def together(code: str, found: Iterable[tuple[Source, dict[str, object]]]) -> Iterator[Diagnostic]:
    """Make one finding of those that say the same, at the first place, with their number."""
    groups: dict[tuple[tuple[str, object], ...], list[Source]] = {}
    for source, values in found:
        groups.setdefault(tuple(values.items()), []).append(source)
    for key, sources in groups.items():
        count = str(len(sources)) if len(sources) > 1 else ""
        yield Diagnostic(code, sources[0], {**dict(key), "more": count})


def mm(length: float) -> str:
    """Say a length in millimetres, without zeros at its end."""
    return f"{length / PT_PER_MM:.1f}".removesuffix(".0")


def points(size: float) -> str:
    """Say a size in points, without zeros at its end."""
    return f"{size:.2f}".rstrip("0").rstrip(".")


def latin(text: str) -> bool:
    """Tell whether a text has letters or digits."""
    return _LATIN.search(text) is not None


def _cut(runs: tuple[RunLook, ...], count: int) -> tuple[tuple[RunLook, ...], tuple[RunLook, ...]]:
    """Cut runs behind a number of characters, blanks not counted."""
    head: list[RunLook] = []
    for at, run in enumerate(runs):
        seen = 0
        for place, char in enumerate(run.text):
            if seen == count:
                cut = (replace(run, text=run.text[:place]),) if place else ()
                return (*head, *cut), (replace(run, text=run.text[place:]), *runs[at + 1 :])
            seen += not char.isspace()
        head.append(run)
        count -= seen
        if count <= 0:
            return tuple(head), runs[at + 1 :]
    return tuple(head), ()
