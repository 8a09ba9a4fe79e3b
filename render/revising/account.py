"""Account: what a revision comes to, for those who will not read it through.

Sections that are new, dropped, renamed or moved; figures with both values; words that were changed, sentence
by sentence. The arithmetic of figures is `change`'s, as everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from .. import pipeline
from ..blocks import Paragraph, Table
from ..change import Change, change_between, change_of, kind_of, printed_decimals, rounded
from ..noun import Noun
from ..report import Absence, Figure, FigureTable, Value
from ..sentences import sentences
from ..write.docx.revision import Kind, Passage
from .against import Other

DASH = "—"
_NUMBER = re.compile(
    r"(?:第[零一二三四五六七八九十百]+[编篇章节条]\s*|[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）"
    r"|\d+[.．、]|（\d+）)\s*"
)
_DIGITS = re.compile(r"[−-]?\d+(?:\.\d+)?")
_LONGEST = 120  # characters of a sentence that is shown


class SectionChange(Noun, frozen=True):
    """A heading that is new, gone, renamed or moved."""

    kind: str  # "new", "dropped", "renamed" or "moved"
    before: str  # with its number; empty: new
    after: str
    level: int


class FigureChange(Noun, frozen=True):
    """A figure that the two print differently."""

    name: str
    unit: str
    before: str
    after: str
    difference: str
    rate: str


class WordsChange(Noun, frozen=True):
    """Words that were changed, in their sentences."""

    section: str  # the heading above them
    before: str  # empty: new
    after: str


class Account(Noun, frozen=True):
    """All of it."""

    other: str  # what the report was compared with
    headings: tuple[str, str]  # above values: the other's, this report's
    counts: Mapping[str, int]  # of paragraphs by kind, and of "rows" of tables
    common: float  # share of words that both have, from 0 to 1
    sections: tuple[SectionChange, ...]
    figures: tuple[FigureChange, ...]
    words: tuple[WordsChange, ...]

    @property
    def percent(self) -> int:
        """The share in whole per cent, never 100 where a character was changed."""
        return int(self.common * 100)


def account_of(
    passages: Sequence[Passage], laid_out: pipeline.LaidOut, figures: FigureTable, other: Other
) -> Account:
    """Sum up what became of the passages of a report."""
    paragraphs = [each for each in passages if not (each.is_row or each.is_table)]
    counts = Counter(str(each.kind) for each in paragraphs)
    counts["rows"] = sum(each.is_row or each.is_table for each in passages)
    year = laid_out.content.year
    if other.figures is not None:
        changed = list(_by_tables(_printed(laid_out, other), figures, year, other))
    else:
        changed = list(_by_text(passages, figures))
    return Account(
        other=other.name,
        headings=_headings(other, year),
        counts=dict(counts),
        common=_common(passages),
        sections=tuple(_sections(paragraphs)),
        figures=tuple(changed),
        words=tuple(_words(passages)),
    )


def _headings(other: Other, year: int) -> tuple[str, str]:
    """Name both sides: by their years, or else as drafts."""
    if other.year not in (None, year):
        return f"{other.year}年", f"{year}年"
    return other.draft or "原稿", "本稿"


def _common(passages: Sequence[Passage]) -> float:
    """Reckon the share of characters that both texts have; what moved counts."""
    total = kept = 0
    for each in passages:
        total += len(each.before) + len(each.after)
        if each.before and each.after:
            kept += len(each.before) - sum(edit.stop - edit.start for edit in each.edits)
    return 2 * kept / total if total else 1.0


# Sections


def _sections(passages: Sequence[Passage]) -> Iterator[SectionChange]:
    for each in passages:
        old, new = heading_of(each, before=True), heading_of(each)
        if not (old or new):
            continue
        level = each.level or each.old_level
        if not old or not new:
            yield SectionChange("dropped" if old else "new", old, new, level)
        elif _NUMBER.sub("", old, count=1) != _NUMBER.sub("", new, count=1):
            yield SectionChange("renamed", old, new, level)
        elif each.kind is Kind.MOVED:
            yield SectionChange("moved", old, new, level)


def heading_of(passage: Passage, *, before: bool = False) -> str:
    """Give the heading a passage is or begins with, as printed; empty: none."""
    text, level, head = (
        (passage.before, passage.old_level, passage.old_head)
        if before
        else (passage.after, passage.level, passage.head)
    )
    if not level:
        return ""
    return (text[:head] if head else text.partition("\r")[0]).rstrip("。").replace("\n", "")


# Figures


def _printed(laid_out: pipeline.LaidOut, other: Other) -> list[str]:
    """List the keys of the figures that either report prints, in order."""
    bodies = [laid_out.settled.blocks, *([] if isinstance(other.body, Sequence) else [other.body.blocks])]
    keys: dict[str, None] = {}
    for block in (block for blocks in bodies for block in blocks):
        if isinstance(block, Paragraph):
            runs = list(block.runs)
        elif isinstance(block, Table):
            runs = [run for row in (*block.head, *block.rows) for cell in row for run in cell.runs]
        else:
            continue
        keys |= dict.fromkeys(run.figure for run in runs if run.figure is not None)
    return list(keys)


def _by_tables(keys: Sequence[str], figures: FigureTable, year: int, other: Other) -> Iterator[FigureChange]:
    """Compare the values that two reports print, by their tables."""
    assert other.figures is not None
    assert other.year is not None
    by_name = {(each.name, each.unit): each for each in other.figures.figures.values()}
    for key in keys:
        new = figures.figures.get(key)
        old = other.figures.figures.get(key)
        if old is None and new is not None:
            old = by_name.get((new.name, new.unit))
        values = [_value(old, other.year), _value(new, year)]
        texts = [_shown(figure, value) for figure, value in zip((old, new), values, strict=True)]
        one = new or old
        if one is None or texts[0] == texts[1]:
            continue
        if other.is_same_table and new is not None and other.year < year:
            change = change_between(new, other.year, year, as_printed=False)
        else:
            change = _change(one, old, new, values)
        yield FigureChange(one.name, one.unit, texts[0], texts[1], *_worked_out(change))


def _value(figure: Figure | None, year: int) -> Value | None:
    return None if figure is None else figure.values.get(year)


def _shown(figure: Figure | None, value: Value | None) -> str:
    if figure is None or value is None or isinstance(value.number, Absence):
        return DASH
    return _number(value.number, printed_decimals(figure, value))


def _change(one: Figure, old: Figure | None, new: Figure | None, values: Sequence[Value | None]) -> Change:
    numbers = [Absence.NOT_APPLICABLE if value is None else value.number for value in values]
    places = (printed_decimals(f, v) for f, v in zip((old, new), values, strict=True) if f is not None)
    return change_of(*numbers, decimals=max(places), kind=kind_of(one.kind, one.unit))


def _worked_out(change: Change) -> tuple[str, str]:
    difference = DASH if change.difference is None else _number(change.difference, change.decimals)
    return difference, DASH if change.rate is None else _number(change.rate, 1)


def _number(number: Decimal, decimals: int) -> str:
    return f"{rounded(number, decimals):f}".replace("-", "\N{MINUS SIGN}")


def _by_text(passages: Sequence[Passage], figures: FigureTable) -> Iterator[FigureChange]:
    """Find what another text prints in the places of figures."""
    told: set[tuple[str, str]] = set()
    for each in passages:
        for printed in each.figures:
            figure = figures.figures.get(printed.key)
            was = _before(each, printed.start, printed.stop)
            if figure is None or was is None:
                continue
            now = each.after[printed.start : printed.stop]
            old, new = _digits(was), _digits(now)
            if old is None or new is None or old == new or (printed.key, was) in told:
                continue
            told.add((printed.key, was))
            decimals = max(-min(0, _exponent(number)) for number in (old, new))
            change = change_of(old, new, decimals=decimals, kind=kind_of(figure.kind, figure.unit))
            before, after = (f"{number:f}".replace("-", "\N{MINUS SIGN}") for number in (old, new))
            yield FigureChange(figure.name, figure.unit, before, after, *_worked_out(change))


def _before(passage: Passage, start: int, stop: int) -> str | None:
    """Find what stood in the place of some characters; None where they are new or were not changed."""
    inside = [edit for edit in passage.edits if edit.new_start < stop and edit.new_stop > start]
    if len(inside) != 1 or inside[0].start == inside[0].stop:
        return None
    (edit,) = inside
    # The characters of the figure before and after the change are kept.
    first = edit.start - max(0, edit.new_start - start)
    last = edit.stop + max(0, stop - edit.new_stop)
    return passage.before[first:last]


def _digits(text: str) -> Decimal | None:
    """Read the one number of a text."""
    found = _DIGITS.findall(text)
    try:
        return Decimal(found[0].replace("−", "-")) if len(found) == 1 else None
    except InvalidOperation:
        return None


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


# Words


def _words(passages: Sequence[Passage]) -> Iterator[WordsChange]:
    """Go through what was changed but figures, with the heading above it."""
    section = ""
    for each in passages:
        if heading := heading_of(each):
            section = heading
        if each.is_table or (each.level and not each.head) or (each.old_level and not each.after):
            continue
        if each.kind in (Kind.NEW, Kind.GONE):
            yield WordsChange(section, _cut(each.before), _cut(each.after))
            continue
        for before, after in _sentences(each):
            # The number of a heading that only counts on says nothing.
            if _NUMBER.sub("", before, count=1) != _NUMBER.sub("", after, count=1) or not each.head:
                yield WordsChange(each.name or section, _cut(before), _cut(after))


def _sentences(passage: Passage) -> Iterator[tuple[str, str]]:
    """Pair the sentences that changes stand in; those of figures alone are told elsewhere."""
    edits = [
        edit
        for edit in passage.edits
        if not any(f.start <= edit.new_start and edit.new_stop <= f.stop for f in passage.figures)
    ]
    if not edits:
        return
    old, new = (sentences(text.replace("\r", "\n")) for text in (passage.before, passage.after))
    last: tuple[range, range] | None = None
    for edit in edits:
        pair = (_around(old, edit.start, edit.stop), _around(new, edit.new_start, edit.new_stop))
        # Whole sentences put in, or taken out, stand in none of the other text.
        if edit.start == edit.stop and pair[1] == range(edit.new_start, edit.new_stop):
            pair = (range(edit.start, edit.stop), pair[1])
        elif edit.new_start == edit.new_stop and pair[0] == range(edit.start, edit.stop):
            pair = (pair[0], range(edit.new_start, edit.new_stop))
        if last is not None and (pair[0].start < last[0].stop or pair[1].start < last[1].stop):
            pair = (
                range(last[0].start, max(last[0].stop, pair[0].stop)),
                range(last[1].start, max(last[1].stop, pair[1].stop)),
            )
        elif last is not None:
            yield passage.before[last[0].start : last[0].stop], passage.after[last[1].start : last[1].stop]
        last = pair
    if last is not None:
        yield passage.before[last[0].start : last[0].stop], passage.after[last[1].start : last[1].stop]


def _around(found: Sequence[range], start: int, stop: int) -> range:
    """Find the sentences that some characters stand in, or the one that begins where there are none."""
    own = [each for each in found if each.start <= max(start, stop - 1) and each.stop > start]
    return range(own[0].start, own[-1].stop) if own else range(start, stop)


def _cut(text: str) -> str:
    """Show the beginning of what is too long to show."""
    text = text.replace("\r", "").replace("\n", "").replace("\t", " ").strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（共{len(text)}字）"
