"""Moved: what differs between a report as it was frozen and as it is, told by what an author changes.

Figures are told by their values, the text by its sentences as they are kept, so that a sentence whose number
moved with its figure is not told twice. Notes that the author wrote to himself (`<!-- … -->`) do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher

from ..change import printed_decimals, rounded
from ..diagnostics import NOWHERE, Source
from ..difference import Edit, difference, similarity
from ..noun import Noun
from ..report import METADATA_KEYS, Absence, Entry, Figure, Metadata, Report, SourceText, Value
from ..sentences import sentences

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ALIKE = 0.5  # from this similarity on, two sentences are one that was changed
_NEAR = 4  # sentences further on that are tried as the changed one
_CHINESE = {key.name: key.chinese for key in METADATA_KEYS}
_ABSENT = {Absence.NOT_SUPPLIED: "", Absence.UNREADABLE: "？", Absence.NOT_APPLICABLE: "—"}
_ASPECTS = {
    "name": "指标",
    "unit": "单位",
    "kind": "类型",
    "decimals": "小数位",
    "form": "写法",
    "formula": "公式",
    "scope": "口径",
    "supplied_by": "填报单位",
    "origin": "来源",
    "is_public": "是否公开",
}
"""Columns of the figures table that a reader of the report, or of the sign-off sheet, would miss."""


class CellMoved(Noun, frozen=True):
    """One value that changed."""

    year: int
    before: str  # as it is printed; empty: not supplied
    after: str
    source: Source  # today's cell
    source_before: Source


class FigureMoved(Noun, frozen=True):
    """One figure that changed."""

    key: str
    name: str
    case: str  # "changed", "new" or "gone"
    cells: tuple[CellMoved, ...]
    aspects: tuple[tuple[str, str, str], ...]  # column, before, after
    source: Source


class SentenceMoved(Noun, frozen=True):
    """One place of the text that changed."""

    case: str  # "changed", "new", "gone" or "moved"
    before: str
    after: str
    edits: tuple[Edit, ...]  # what became of words and numbers; of a changed sentence
    source: Source  # today's place; of one that is gone, where it was


class EntryMoved(Noun, frozen=True):
    """One element of the metadata that changed."""

    key: str  # Chinese; with year or edition before it where it is theirs
    before: str
    after: str
    source: Source


class Moved(Noun, frozen=True):
    """All that changed."""

    figures: tuple[FigureMoved, ...] = ()
    sentences: tuple[SentenceMoved, ...] = ()
    metadata: tuple[EntryMoved, ...] = ()
    files: tuple[str, ...] = ()  # pictures and others, by path in the report folder
    template: bool = False
    faces: tuple[tuple[str, str, str], ...] = ()  # role, family before, family now

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return any((self.figures, self.sentences, self.metadata, self.files, self.template, self.faces))


def figures_moved(before: Mapping[str, Figure], after: Mapping[str, Figure]) -> Iterator[FigureMoved]:
    """List the figures that changed, in today's order, then those that are gone."""
    for key, now in after.items():
        was = before.get(key)
        if was is None:
            yield FigureMoved(key, now.name, "new", tuple(_cells({}, now.values, now, now)), (), now.source)
            continue
        cells, aspects = tuple(_cells(was.values, now.values, was, now)), tuple(_aspects(was, now))
        if cells or aspects:
            yield FigureMoved(key, now.name, "changed", cells, aspects, now.source)
    for key, was in before.items():
        if key not in after:
            yield FigureMoved(key, was.name, "gone", tuple(_cells(was.values, {}, was, was)), (), NOWHERE)


def sentences_moved(before: Report, after: Report) -> Iterator[SentenceMoved]:
    """List the sentences that changed: of the text, then of each attachment, known by its title."""
    yield from _sentences(_said(before.text), _said(after.text))
    was = {each.title: each.text for each in before.attachments}
    now = {each.title: each.text for each in after.attachments}
    for title in dict.fromkeys((*now, *was)):
        yield from _sentences(
            _said(was[title]) if title in was else (), _said(now[title]) if title in now else ()
        )


def metadata_moved(before: Report, after: Report) -> Iterator[EntryMoved]:
    """List the elements that changed, and what else the head of a report says."""
    yield from _entries("", before.metadata, after.metadata)
    for was, now in ((before.by_year, after.by_year), (before.editions, after.editions)):
        for group in dict.fromkeys((*was, *now)):
            yield from _entries(f"{group}·", was.get(group, {}), now.get(group, {}))
    old, new = ({each.text for each in side.relations} for side in (before, after))
    for each in after.relations:
        if each.text not in old:
            yield EntryMoved("关系", "", each.text, each.source)
    for each in before.relations:
        if each.text not in new:
            yield EntryMoved("关系", each.text, "", NOWHERE)
    if before.wording != after.wording:
        yield EntryMoved("用词", "", "", Source(after.text.file))
    yield from _entries("不查·", before.waived, after.waived)


def _cells(
    before: Mapping[int, Value], after: Mapping[int, Value], was: Figure, now: Figure
) -> Iterator[CellMoved]:
    for year in sorted({*before, *after}):
        old, new = before.get(year), after.get(year)
        then, today = _printed(was, old), _printed(now, new)
        if then != today:
            yield CellMoved(year, then, today, new.source if new else NOWHERE, old.source if old else NOWHERE)


def _printed(figure: Figure, value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value.number, Absence):
        return _ABSENT[value.number]
    return f"{rounded(value.number, printed_decimals(figure, value)):f}"


def _aspects(was: Figure, now: Figure) -> Iterator[tuple[str, str, str]]:
    for name, column in _ASPECTS.items():
        before, after = getattr(was, name), getattr(now, name)
        if before != after:
            yield column, _shown(before), _shown(after)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)


def _entries(group: str, before: Metadata, after: Metadata) -> Iterator[EntryMoved]:
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        if _value(was) != _value(now):
            name = group + _CHINESE.get(key, key)
            yield EntryMoved(name, _value(was), _value(now), now.source if now else NOWHERE)


def _value(entry: Entry | None) -> str:
    value = entry.value if entry else ""
    if isinstance(value, tuple):
        return "、".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


_Sentence = tuple[str, Source]


def _said(text: SourceText) -> tuple[_Sentence, ...]:
    """Cut a text into its sentences, without notes and blank lines, each with its line."""
    whole = _COMMENT.sub(lambda note: "\n" * note[0].count("\n"), text.text)
    found: list[_Sentence] = []
    line = 0
    for place in sentences(whole):
        said = whole[place.start : place.stop]
        blank = len(said) - len(said.lstrip())
        at = line + said[:blank].count("\n")
        line += said.count("\n")
        if said.strip():
            number = text.lines[min(at, len(text.lines) - 1)] if text.lines else None
            found.append((said.strip(), Source(text.file, number)))
    return tuple(found)


def _sentences(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[SentenceMoved]:
    found: list[SentenceMoved] = []
    matcher = SequenceMatcher(None, [text for text, _ in before], [text for text, _ in after], autojunk=False)
    for kind, i, j, k, n in matcher.get_opcodes():
        if kind != "equal":
            found += _paired(before[i:j], after[k:n])
    yield from _moves(found)


def _paired(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[SentenceMoved]:
    """Pair what was with what is: each with the likest of the next few, in their order."""
    at = 0
    for text, source in before:
        near = [(similarity(text, other), -n) for n, (other, _) in enumerate(after[at : at + _NEAR])]
        best, back = max(near, default=(0.0, 0))
        if best < _ALIKE:
            yield SentenceMoved("gone", text, "", (), source)
            continue
        yield from (SentenceMoved("new", "", new, (), place) for new, place in after[at : at - back])
        new, place = after[at - back]
        yield SentenceMoved("changed", text, new, tuple(difference(text, new)), place)
        at += 1 - back
    yield from (SentenceMoved("new", "", new, (), place) for new, place in after[at:])


def _moves(found: Iterable[SentenceMoved]) -> Iterator[SentenceMoved]:
    """Tell a sentence that is gone here and new there as one that was moved."""
    found = list(found)
    gone = [each.before for each in found if each.case == "gone"]
    moved: list[str] = []
    for each in found:
        if each.case == "new" and each.after in gone:
            gone.remove(each.after)
            moved.append(each.after)
    left = list(moved)
    for each in found:
        if each.case == "new" and each.after in moved:
            moved.remove(each.after)
            yield SentenceMoved("moved", each.after, each.after, (), each.source)
        elif each.case == "gone" and each.before in left:
            left.remove(each.before)
        else:
            yield each
