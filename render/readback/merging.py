"""Merging: the changes of several readers in one list, what clashes in it, and what is chosen from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ..diagnostics import Diagnostic, Faults, fault
from .changes import Change, Join, Kind, Level, Move, NewFigure, NewParagraph, Removal, Rewrite, Split
from .planning import Planner

_RANGE = re.compile(r"([0-9]{1,6})(?:[-—–～~]([0-9]{1,6}))?")
_COMMA = re.compile("[,，、;；]")
_ORDER = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person asked for."""

    is_given: bool = False
    numbers: tuple[range, ...] = ()
    names: tuple[str, ...] = ()  # of files and of authors

    @classmethod
    def of(cls, text: str | None) -> Choice:
        """Read `1,3-5,张三,a.docx`.

        Raises:
            Faults: it names nothing, or a range runs backwards.
        """
        if text is None:
            return cls()
        numbers: list[range] = []
        names: list[str] = []
        for part in (each.strip() for each in _COMMA.split(text)):
            found = _RANGE.fullmatch(part)
            if found:
                first, last = int(found[1]), int(found[2] or found[1])
                if first < 1 or last < first:
                    raise fault("readback.bad_choice", value=part)
                numbers.append(range(first, last + 1))
            elif part:
                names.append(part)
        if not numbers and not names:
            raise fault("readback.bad_choice", value=text)
        return cls(True, tuple(numbers), tuple(names))


def merged(changes: Iterable[Change], planner: Planner) -> tuple[Change, ...]:
    """Put changes in the order of the report, the same change of several readers once.

    Each says why it cannot be written, if it cannot, and which others it clashes with.
    """
    kept: dict[object, Change] = {}
    for change in changes:
        key = (change.kind, change.slot, change.actions, change.after if not change.actions else "")
        first = kept.get(key)
        if first is None:
            kept[key] = replace(change, refused=planner.refusal(change))
        else:
            by = tuple(dict.fromkeys((*first.by, *change.by)))
            kept[key] = replace(first, by=by, files=tuple(dict.fromkeys((*first.files, *change.files))))
    ordered = sorted(kept.values(), key=_place)
    numbered = [replace(change, number=number) for number, change in enumerate(ordered, 1)]
    detailed = [_with_cell(change, planner) for change in numbered]
    clashes: dict[int, list[int]] = {}
    for one, other in _clashing(detailed, planner):
        clashes.setdefault(one, []).append(other)
        clashes.setdefault(other, []).append(one)
    return tuple(
        replace(change, conflicts=tuple(sorted(clashes.get(change.number, ())))) for change in detailed
    )


def chosen_of(changes: Sequence[Change], choice: Choice) -> list[Change]:
    """List what is to be written.

    Raises:
        Faults: something that is named is not in the list, cannot be written, or clashes with another
            that is named as well.
    """
    if not choice.is_given:
        return [change for change in changes if change.refused is None and not change.conflicts]
    found: list[Diagnostic] = []
    wanted: dict[int, Change] = {}
    by_number = {change.number: change for change in changes}
    for numbers in choice.numbers:
        for number in numbers:
            if number in by_number:
                wanted[number] = by_number[number]
            else:
                values = {"number": number, "count": len(changes)}
                found.append(Diagnostic("readback.no_such_change", values=values))
                break
    for name in choice.names:
        named = [change for change in changes if _is_of(change, name)]
        if not named:
            found.append(Diagnostic("readback.no_such_name", values={"name": name}))
        wanted |= {change.number: change for change in named if change.number not in wanted}
    for change in wanted.values():
        if change.refused is not None:
            found.append(Diagnostic("readback.not_writable", values={"number": change.number}))
        against = tuple(number for number in change.conflicts if number in wanted and number > change.number)
        if against:
            others = tuple(map(str, against))
            found.append(Diagnostic("readback.conflict", values={"number": change.number, "others": others}))
    if found:
        raise Faults(found)
    return [wanted[number] for number in sorted(wanted)]


def _is_of(change: Change, name: str) -> bool:
    stems = [file.removesuffix(".docx") for file in change.files]
    return name in (*change.files, *stems, *(by.author for by in change.by))


def _place(change: Change) -> tuple[int, int, int, int]:
    """Order changes as the report runs; what is put behind a paragraph follows what is changed in it."""
    action = change.actions[0] if change.actions else None
    start = (
        action.start
        if isinstance(action, Rewrite | NewFigure)
        else action.at
        if isinstance(action, Split)
        else 0
    )
    slot = -1 if change.slot is None else change.slot
    is_behind = isinstance(action, NewParagraph)
    return slot, int(is_behind), start, _ORDER.index(change.kind)


def _with_cell(change: Change, planner: Planner) -> Change:
    """Say of a figure which cell it goes to, and what else it will change."""
    (action, *_) = change.actions or (None,)
    if not isinstance(action, NewFigure) or change.refused is not None:
        return change
    cell = planner.cell(action)
    details = {**change.details, "year": str(cell.year), "number": str(cell.number)}
    details["elsewhere"] = str(planner.printed_elsewhere(action))
    return replace(change, details=details, cell=cell.source)


def _clashing(changes: Sequence[Change], planner: Planner) -> set[tuple[int, int]]:
    """Find pairs of changes that cannot both be made, by their numbers."""
    by_slot: dict[int, list[Change]] = {}
    by_cell: dict[tuple[str, int], list[Change]] = {}
    for change in changes:
        for slot in {slot for action in change.actions for slot in _slots(action)}:
            by_slot.setdefault(slot, []).append(change)
        for action in change.actions:
            if isinstance(action, NewFigure) and change.refused is None:
                cell = planner.cell(action)
                by_cell.setdefault((cell.key, cell.year), []).append(change)
    pairs = {
        (one.number, other.number)
        for group in by_slot.values()
        for one, other in combinations(group, 2)
        if any(_clash(a, b) for a in one.actions for b in other.actions)
    }
    return pairs | {
        (one.number, other.number)
        for group in by_cell.values()
        for one, other in combinations(group, 2)
        if one.details["number"] != other.details["number"]
    }


def _slots(action: object) -> tuple[int, ...]:
    match action:
        case Rewrite() | NewFigure() | Move() | Level() | Split():
            return (action.slot,)
        case Join():
            return (action.slot, action.following)
        case Removal():
            return action.slots
    return ()


def _clash(one: object, other: object) -> bool:
    """Tell whether two actions on one slot exclude each other."""
    if isinstance(one, Removal) or isinstance(other, Removal):
        return True
    kinds = (type(one), type(other))
    if kinds in ((Move, Move), (Level, Level)):
        return one != other
    if isinstance(one, Join | Split | Rewrite | NewFigure) and isinstance(
        other, Join | Split | Rewrite | NewFigure
    ):
        return _overlap(one, other)
    return Join in kinds and Move in kinds


def _overlap(one: Join | Split | Rewrite | NewFigure, other: Join | Split | Rewrite | NewFigure) -> bool:
    first, second = _extent(one), _extent(other)
    if first is None or second is None:
        return type(one) is type(other) and one != other
    if isinstance(one, NewFigure) and isinstance(other, NewFigure):
        return False  # of one figure, they are compared by their numbers
    if first == second and first[0] == first[1]:
        return True  # which of the two comes first, nobody said
    return first[0] < second[1] and second[0] < first[1]


def _extent(action: Join | Split | Rewrite | NewFigure) -> tuple[int, int] | None:
    match action:
        case Rewrite() | NewFigure():
            return action.start, action.stop
        case Split():
            return action.at, action.at
    return None
