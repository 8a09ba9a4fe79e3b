"""Checking: whether the changed sources say what was chosen, before they are written.

A report is a list of lines, each of typed characters and the author's expressions. The chosen changes
are made to the list of the report as it is; the list of the report composed from the changed files must
be the same. What the expressions print is not compared, but for the figures that were changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ..dates import read_date
from .base import Base
from .changes import (
    Action,
    Change,
    Join,
    Kept,
    Level,
    Move,
    NewFigure,
    NewParagraph,
    Part,
    Removal,
    Rewrite,
    Split,
    in_turn,
)
from .figures import alike
from .origins import Printed
from .slots import HEADING, Slot

Atom: TypeAlias = str | tuple[str, str]  # one typed character; or what it is, and the expression

_DATE = re.compile(r"[0-9０-９]{4}\s*[-/.年]\s*[0-9０-９]{1,2}\s*[-/.月]\s*[0-9０-９]{1,2}\s*日?")

_HEAD = ("head", "")  # where a run-in heading ends


@dataclass(slots=True)
class _Line:
    """One slot of a report, or one that is to be."""

    kind: str
    atoms: list[tuple[int, Atom]]  # with the place in the slot, for a slot that is there already
    slot: int | None = None
    is_metadata: bool = False
    printed: dict[int, str] = field(default_factory=dict)  # what figures are to print, by place
    is_rewritten: bool = False
    dated: list[Rewrite] = field(default_factory=list)  # of a date, whose characters are nobody's


def is_as_chosen(before: Base, after: Base, changes: Sequence[Change]) -> bool:
    """Tell whether a report composed from changed files is the one that was chosen."""
    expected = _changed([_line(before, n) for n in range(len(before.slots))], before, changes)
    found = [_line(after, n) for n in range(len(after.slots))]
    if len(expected) != len(found):
        return False
    return all(_same(one, other, before, after) for one, other in zip(expected, found, strict=True))


def said_in(base: Base, slot: int) -> tuple[str, tuple[Atom, ...]]:
    """Give what a slot says, whatever its figures are: its kind, characters and expressions."""
    line = _line(base, slot)
    return line.kind, tuple(_said(line)) or tuple(base.slots[slot].text)


def places_of(base: Base, slot: int) -> tuple[int, ...]:
    """Give the places of the characters and expressions of a slot, and its end."""
    return (*(at for at, atom in _line(base, slot).atoms if atom != _HEAD), len(base.slots[slot].text))


def rewritten(text: str, rewrites: Iterable[Rewrite]) -> str:
    """Make rewrites to a text; expressions are left out."""
    at = 0
    pieces: list[str] = []
    for rewrite in sorted(rewrites, key=lambda each: (each.start, each.stop)):
        pieces += (text[at : rewrite.start], *(part for part in rewrite.parts if isinstance(part, str)))
        at = rewrite.stop
    return "".join((*pieces, text[at:]))


def _line(base: Base, number: int) -> _Line:
    slot = base.slots[number]
    origins = base.origins.trace.origins[number]
    units = base.origins.trace.units
    printed = {each.start: each for each in base.origins.printed(number)}
    atoms: list[tuple[int, Atom]] = []
    at = 0
    while at < len(slot.text):
        if slot.head and at == slot.head:
            atoms.append((at, _HEAD))
        origin = origins[at]
        if at in printed:
            atoms.append((at, ("expression", _expression(base, printed[at]))))
            at = printed[at].stop
            continue
        if origin is not None:
            atoms.append((at, slot.text[at]))
        at += 1
    keys = {units[origin.unit].key for origin in origins if origin is not None}
    is_known = any(origin is not None for origin in origins)
    return _Line(_kind(slot), atoms, number, is_metadata=is_known and keys != {""})


def _expression(base: Base, printed: Printed) -> str:
    unit = base.origins.trace.units[printed.origin.unit]
    start, stop = unit.expressions[printed.origin.expression or 0]
    return unit.text[start:stop]


def _kind(slot: Slot) -> str:
    if slot.head:
        return f"run-in-{slot.level}"
    return slot.style


def _changed(lines: list[_Line], base: Base, changes: Sequence[Change]) -> list[_Line]:
    """Make the chosen changes to the lines of a report."""
    actions = in_turn(action for change in changes for action in change.actions)
    by_slot = {line.slot: line for line in lines}
    for action in actions:
        _change_line(action, by_slot, base)
    for join in (action for action in actions if isinstance(action, Join)):
        first, second = by_slot[join.slot], by_slot[join.following]
        end = len(base.slots[join.slot].text)
        first.atoms += [(end + at, atom) for at, atom in second.atoms]
        lines.remove(second)
        by_slot[join.following] = first
    followers: dict[int | None, int] = {}
    for removal in (action for action in actions if isinstance(action, Removal)):
        for slot in removal.slots:
            lines.remove(by_slot[slot])
    for action in actions:
        match action:
            case Move():
                lines.remove(by_slot[action.slot])
                _put(lines, [by_slot[action.slot]], action.after, followers)
            case NewParagraph():
                _put(lines, list(_new(action, base)), action.after, followers)
            case Split():
                _split(lines, by_slot[action.slot], action.at)
    return lines


def _change_line(action: Action, by_slot: dict[int | None, _Line], base: Base) -> None:
    match action:
        case Rewrite():
            line = by_slot[action.slot]
            line.is_rewritten = True
            if not line.atoms and base.slots[action.slot].text:
                line.dated.append(action)
                return
            before = [each for each in line.atoms if each[0] < action.start]
            after = [each for each in line.atoms if each[0] >= action.stop]
            if before and before[-1][1] == _HEAD and before[-1][0] == action.start:
                after.insert(0, before.pop())
            new = [(action.start, atom) for atom in _atoms(action.parts, base)]
            # What is put in where a run-in heading ends belongs to the paragraph behind it.
            if after and after[0][1] == _HEAD and action.start == action.stop == after[0][0]:
                before.append(after.pop(0))
            line.atoms = before + new + after
        case NewFigure():
            by_slot[action.slot].printed[action.start] = action.text
        case Level():
            line = by_slot[action.slot]
            prefix = "run-in-" if base.slots[action.slot].head else HEADING
            line.kind = "text" if action.level is None else f"{prefix}{action.level}"


def _atoms(parts: Sequence[Part], base: Base) -> Iterator[Atom]:
    for part in parts:
        if isinstance(part, Kept):
            printed = next((p for p in base.origins.printed(part.slot) if p.start == part.start), None)
            if printed is not None:
                yield "expression", _expression(base, printed)
        else:
            yield from part


def _new(action: NewParagraph, base: Base) -> Iterator[_Line]:
    if action.cells:
        for cell in action.cells:
            yield _Line("cell", [(0, atom) for atom in _atoms(cell, base)])
        return
    atoms = [(0, atom) for atom in _atoms(action.parts[: action.head], base)]
    if action.head:
        atoms.append((0, _HEAD))
    atoms += [(0, atom) for atom in _atoms(action.parts[action.head :], base)]
    kind = "text" if action.level is None else f"{'run-in-' if action.head else HEADING}{action.level}"
    yield _Line(kind, atoms)


def _put(lines: list[_Line], new: list[_Line], after: int | None, followers: dict[int | None, int]) -> None:
    """Put lines behind a slot, and behind those that were put there before."""
    at = 0 if after is None else next(n for n, line in enumerate(lines) if line.slot == after) + 1
    at += followers.get(after, 0)
    lines[at:at] = new
    followers[after] = followers.get(after, 0) + len(new)


def _split(lines: list[_Line], line: _Line, at: int) -> None:
    rest = [each for each in line.atoms if each[0] >= at and each[1] != _HEAD]
    index = next(n for n, each in enumerate(lines) if each is line)
    lines.insert(index + 1, _Line("text", rest))
    line.atoms = [each for each in line.atoms if each[0] < at or each[1] == _HEAD]


def _same(expected: _Line, found: _Line, before: Base, after: Base) -> bool:
    if expected.kind != found.kind:
        return False
    if expected.dated:
        text = rewritten(before.slots[expected.slot or 0].text, expected.dated)
        return _dates_alike(text) == _dates_alike(after.slots[found.slot or 0].text)
    if found.is_metadata and expected.is_metadata and not expected.is_rewritten:
        return True  # what stands in one place of the metadata may be printed in several
    one, other = _said(expected), _said(found)
    if one != other:
        return False
    own = [at for at, atom in expected.atoms if isinstance(atom, tuple) and atom != _HEAD]
    printed = after.origins.printed(found.slot or 0)
    return all(
        alike(printed[own.index(place)].text, text)
        for place, text in expected.printed.items()
        if place in own and own.index(place) < len(printed)
    )


def _dates_alike(text: str) -> str:
    """Write every date of a text in one form."""
    return _DATE.sub(lambda found: str(read_date(found[0]) or found[0]), text)


def _said(line: _Line) -> list[Atom]:
    atoms = [atom for _, atom in line.atoms]
    while atoms and isinstance(atoms[0], str) and not atoms[0].strip():
        atoms.pop(0)
    while atoms and isinstance(atoms[-1], str) and not atoms[-1].strip():
        atoms.pop()
    return atoms
