"""The trace: for every character of the composed text, the place in the author's files it came from."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .probe import Mark, Probe, Unit, without_marks

_ENTITY = re.compile(r"&#?\w{1,32};")
_SKIPPED = "\\*_`~ \t\u3000\n|"
"""What may stand in Markdown and not in print, beside entities and statements."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one printed character comes from.

    `place` is where it stands in its unit, or where the expression that printed it begins.
    """

    unit: int
    place: int
    expression: int | None = None  # number of the expression in its unit; None: typed as it is
    length: int = 1  # characters of the source that stand for it; an entity has several


@dataclass(frozen=True, slots=True)
class Trace:
    """The author's texts, and where the characters of the document come from in them."""

    units: tuple[Unit, ...]
    origins: tuple[tuple[Origin | None, ...], ...]  # per slot and character; None: from the template
    repeated: frozenset[tuple[int, int]] = frozenset()  # unit and place of what is printed more than once


def trace(texts: Sequence[str], marked: Sequence[str], probe: Probe) -> Trace:
    """Follow the marks.

    Args:
        texts: The text of every slot of the document.
        marked: The same slots of the marked document.
        probe: What the marks mean.

    Returns:
        The trace; slots that the marked document has otherwise come from nowhere.
    """
    units = tuple(probe.units)
    if len(texts) != len(marked):
        return Trace(units, tuple((None,) * len(text) for text in texts))
    origins = tuple(
        _origins(text, with_marks, probe) if without_marks(with_marks) == text else (None,) * len(text)
        for text, with_marks in zip(texts, marked, strict=True)
    )
    return Trace(units, origins, _repeated(origins))


def _repeated(origins: Sequence[Sequence[Origin | None]]) -> frozenset[tuple[int, int]]:
    """Find what is printed more than once: by a loop, a macro, or because it stands in two places."""
    counts: Counter[tuple[int, int]] = Counter()
    for slot in origins:
        last: Origin | None = None
        for origin in slot:
            if origin is not None and (origin.expression is None or origin != last):
                counts[origin.unit, origin.place] += 1
            last = origin
    return frozenset(place for place, count in counts.items() if count > 1)


def _origins(text: str, marked: str, probe: Probe) -> tuple[Origin | None, ...]:
    """Trace the characters of one slot."""
    origins: list[Origin | None] = [None] * len(text)
    for start, stop, before, after in _stretches(marked, probe):
        if start < stop:
            for at, origin in _stretch(text[start:stop], before, after, probe.units):
                origins[start + at] = origin
    return tuple(origins)


def _stretches(marked: str, probe: Probe) -> Iterator[tuple[int, int, Mark | None, Mark | None]]:
    """Cut a marked text into stretches between marks; what an expression printed is one stretch."""
    at = start = 0
    before: Mark | None = None
    opened: Mark | None = None  # the outermost expression that is being printed
    for char in marked:
        mark = probe.found(char)
        if mark is None:
            at += 1
            continue
        if opened is not None:
            if mark.closes == opened.opens and mark.unit == opened.unit:
                yield start, at, opened, mark
                start, before, opened = at, mark, None
            continue
        yield start, at, before, mark
        start, before = at, mark
        if mark.opens is not None:
            opened = mark
    yield start, at, before if opened is None else None, None


def _stretch(
    text: str, before: Mark | None, after: Mark | None, units: Sequence[Unit]
) -> Iterator[tuple[int, Origin]]:
    """Trace the characters between two marks."""
    if before is not None and after is not None and before.opens is not None and before.opens == after.closes:
        if before.unit == after.unit:
            yield from ((at, Origin(before.unit, before.place, before.opens)) for at in range(len(text)))
        return
    if before is not None and (after is None or after.unit != before.unit):
        yield from _walk(text, before.unit, units[before.unit], before.place, 1)
        before = None if after is None else before
    if after is not None and (before is None or before.unit != after.unit):
        yield from _walk(text, after.unit, units[after.unit], after.place, -1)
    elif before is not None and after is not None:
        unit = units[before.unit]
        found = dict(_walk(text, before.unit, unit, before.place, 1, after.place))
        if len(found) < len(text):  # a branch that was not taken lies between
            found = dict(_walk(text, after.unit, unit, after.place, -1, before.place)) | found
        yield from found.items() if len(found) == len(text) else ()


def _walk(
    text: str, number: int, unit: Unit, place: int, direction: int, limit: int | None = None
) -> Iterator[tuple[int, Origin]]:
    """Go through the author's text from a mark on, matching characters and passing over markup.

    Args:
        text: What was printed.
        number: Of the unit.
        unit: The author's text.
        place: The mark's.
        direction: 1 for what follows the mark, -1 for what comes before it.
        limit: How far to go.
    """
    source = unit.text
    at = 0 if direction > 0 else len(text) - 1
    position = place if direction > 0 else place - 1
    first = limit if direction < 0 and limit is not None else 0
    end = limit if direction > 0 and limit is not None else len(source)
    while 0 <= at < len(text) and first <= position < end:
        char = source[position]
        entity = _entity(source, position, direction, text[at])
        if entity is not None:
            yield at, Origin(number, entity.start(), length=len(entity[0]))
            at += direction
            position += direction * (len(entity[0]) - 1)
        elif char == text[at] or (char == "\n" and text[at] == " "):
            yield at, Origin(number, position)
            at += direction
        elif (length := _passed_over(source, position, direction)) == 0:
            return
        else:
            position += direction * (length - 1)
        position += direction


def _entity(source: str, position: int, direction: int, char: str) -> re.Match[str] | None:
    """Find an entity that begins or ends at a place and stands for a character."""
    if source[position] != ("&" if direction > 0 else ";"):
        return None
    start = position if direction > 0 else source.rfind("&", 0, position)
    found = _ENTITY.match(source, start) if start >= 0 else None
    if found is None or (direction < 0 and found.end() != position + 1):
        return None
    return found if html.unescape(found[0]) == char else None


def _passed_over(source: str, position: int, direction: int) -> int:
    """Count the characters of markup at a place; 0 when they should have been printed."""
    if source[position] in _SKIPPED:
        return 1
    if direction > 0:
        for opening, closing in (("{%", "%}"), ("{#", "#}"), ("<!--", "-->")):
            if source.startswith(opening, position):
                end = source.find(closing, position)
                return 0 if end < 0 else end + len(closing) - position
    else:
        for opening, closing in (("{%", "%}"), ("{#", "#}"), ("<!--", "-->")):
            if source.endswith(closing, 0, position + 1):
                start = source.rfind(opening, 0, position)
                return 0 if start < 0 else position + 1 - start
    return 0
