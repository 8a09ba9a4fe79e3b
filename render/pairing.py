"""Pairing: which paragraph of one document is which of another, when some are new, gone, changed or moved.

Paragraphs are told by the pairs of characters in them. Those that keep their order are found first, so
that as much text as possible stays where it is; what is left over and found again elsewhere has moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .noun import Noun

SAME_PLACE = 0.3
"""Likeness from which a paragraph between the same neighbours is taken for the one that stood there."""

ELSEWHERE = 0.6
"""Likeness from which a paragraph somewhere else is taken for the one that is gone."""

_CONTAINED = 0.7  # of a paragraph that must stand in another for the two to have been one
_COMMON = 30  # paragraphs that share a pair of characters, from which it says nothing
_SHORT = 8  # characters; too few to be alike
_MOST_PARTNERS = 6  # looked at more closely
_NEAR = 6  # paragraphs from where one would stand if nothing were new or gone


class Words(Noun, frozen=True):
    """What is compared of one paragraph or table."""

    text: str
    kind: str = ""  # only what is of one kind can be the same
    role: str = ""  # of equal role in order, a paragraph may be the same though no word is


class Pair(Noun, frozen=True):
    """Paragraphs of two documents that are the same; several on one side were split or joined."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    moved: bool = False


def pair(before: Sequence[Words], after: Sequence[Words]) -> list[Pair]:
    """Find which is which.

    Returns:
        Pairs in the order of `after`, and what is gone before what follows it; every index of either
        side occurs once.
    """
    partners = _kept_in_order(before, after)
    _close_gaps(before, after, partners)
    _fill_gaps(before, after, partners)
    moved = _moves(before, after, partners)
    return _ordered(before, after, partners, moved)


def likeness(one: str, other: str) -> float:
    """Say how much two paragraphs are alike, by the pairs of characters in them: from 0 to 1."""
    return _likeness(_grams(one), _grams(other))


def _kept_in_order(before: Sequence[Words], after: Sequence[Words]) -> dict[int, int]:
    """Pair what has kept its order, by index of `before`."""
    partners: dict[int, int] = {}
    first = 0
    while first < min(len(before), len(after)) and _same(before[first], after[first]):
        partners[first] = first
        first += 1
    last = 0
    room = min(len(before), len(after)) - first
    while last < room and _same(before[-1 - last], after[-1 - last]):
        partners[len(before) - 1 - last] = len(after) - 1 - last
        last += 1
    rows = range(first, len(before) - last)
    columns = range(first, len(after) - last)
    found = _alike(before, after, rows, columns, SAME_PLACE)
    partners |= _heaviest(found)
    return partners


def _same(one: Words, other: Words) -> bool:
    return one.text == other.text and one.kind == other.kind


def _alike(
    before: Sequence[Words], after: Sequence[Words], rows: Sequence[int], columns: Sequence[int], least: float
) -> list[tuple[int, int, float]]:
    """List pairs that are alike, with a weight that is greater for longer ones."""
    grams = {j: _grams(after[j].text) for j in columns}
    holders: dict[str, list[int]] = defaultdict(list)
    texts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j in columns:
        texts[after[j].text, after[j].kind].append(j)
        for gram in grams[j]:
            holders[gram].append(j)
    turns: dict[tuple[str, str], int] = defaultdict(int)
    found: list[tuple[int, int, float]] = []
    for i in rows:
        key = (before[i].text, before[i].kind)
        same = texts.get(key, [])
        if same:
            turn = turns[key]  # of several equal ones, the first with the first
            turns[key] += 1
            near = same if len(same) <= _MOST_PARTNERS else same[max(turn - 2, 0) : turn + 3]
            found += [(i, j, 2.0 * len(before[i].text) + 1) for j in near]
        own = _grams(before[i].text)
        counts: dict[int, int] = defaultdict(int)
        for gram in own:
            sharing = holders.get(gram, ())
            if len(sharing) <= _COMMON:
                for j in sharing:
                    counts[j] += 1
        near = sorted(counts, key=lambda j: (-counts[j], j))[:_MOST_PARTNERS]
        for j in near:
            likeness = _likeness(own, grams[j])
            if likeness >= least and before[i].kind == after[j].kind and j not in same:
                found.append((i, j, likeness * min(len(before[i].text), len(after[j].text)) + likeness))
    return found


def _heaviest(found: Sequence[tuple[int, int, float]]) -> dict[int, int]:
    """Choose pairs that cross nowhere and weigh most together."""
    best: list[tuple[float, int, tuple[int, int, int | None]]] = []  # weight, and the way there
    tree: list[tuple[float, int]] = [(0.0, -1)] * (max((j for _, j, _ in found), default=0) + 2)

    def heaviest_before(column: int) -> tuple[float, int]:
        most = (0.0, -1)
        while column > 0:
            most = max(most, tree[column], key=lambda each: each[0])
            column -= column & -column
        return most

    def enter(column: int, weight: float, number: int) -> None:
        column += 1
        while column < len(tree):
            if tree[column][0] < weight:
                tree[column] = (weight, number)
            column += column & -column

    waiting: list[tuple[int, float, int]] = []
    row = -1
    for i, j, weight in sorted(found, key=lambda each: (each[0], each[1])):
        if i != row:
            for entry in waiting:
                enter(*entry)
            waiting, row = [], i
        total, way = heaviest_before(j)
        best.append((total + weight, len(best), (i, j, way if way >= 0 else None)))
        waiting.append((j, total + weight, len(best) - 1))
    partners: dict[int, int] = {}
    at: int | None = max(range(len(best)), key=lambda n: best[n][0], default=None)
    while at is not None:
        i, j, at = best[at][2]
        partners[i] = j
    return partners


def _close_gaps(before: Sequence[Words], after: Sequence[Words], partners: dict[int, int]) -> None:
    """Pair what is alike between the same neighbours, also where its words stand all over the text."""
    found: list[tuple[int, int, float]] = []
    ends = [(-1, -1), *sorted(partners.items()), (len(before), len(after))]
    for (i0, j0), (i1, j1) in pairwise(ends):
        if i1 - i0 < 2 or j1 - j0 < 2:
            continue
        grams = {j: _grams(after[j].text) for j in range(j0 + 1, j1)}
        for i in range(i0 + 1, i1):
            own = _grams(before[i].text)
            # As far from what is kept above it, or from what is kept below it, and a little to either side.
            near = {*range(i - i0 + j0 - _NEAR, i - i0 + j0 + _NEAR + 1),
                    *range(i - i1 + j1 - _NEAR, i - i1 + j1 + _NEAR + 1)}  # fmt: skip
            for j in sorted(near & grams.keys()):
                likeness = _likeness(own, grams[j])
                if likeness >= SAME_PLACE and before[i].kind == after[j].kind:
                    weight = likeness * min(len(before[i].text), len(after[j].text)) + likeness
                    found.append((i, j, weight))
    partners |= _heaviest(found)


def _fill_gaps(before: Sequence[Words], after: Sequence[Words], partners: dict[int, int]) -> None:
    """Pair what stands alone between the same neighbours, though no word of it is left."""
    ends = [(-1, -1), *sorted(partners.items()), (len(before), len(after))]
    for (i0, j0), (i1, j1) in pairwise(ends):
        rows, columns = range(i0 + 1, i1), range(j0 + 1, j1)
        if len(rows) != len(columns):
            continue
        for i, j in zip(rows, columns, strict=True):
            one, other = before[i], after[j]
            if (
                one.kind == other.kind
                and one.role == other.role
                and (one.role or min(len(one.text), len(other.text)) < 8)
            ):
                partners[i] = j


def _moves(before: Sequence[Words], after: Sequence[Words], partners: dict[int, int]) -> dict[int, int]:
    """Find what is gone from its place and stands in another."""
    taken = set(partners.values())
    rows = [i for i in range(len(before)) if i not in partners]
    columns = [j for j in range(len(after)) if j not in taken]
    moved: dict[int, int] = {}
    used: set[int] = set()
    for i, j, _ in sorted(_alike(before, after, rows, columns, ELSEWHERE), key=lambda each: -each[2]):
        if i not in moved and j not in used:
            moved[i] = j
            used.add(j)
    return moved


def _ordered(
    before: Sequence[Words], after: Sequence[Words], partners: dict[int, int], moved: dict[int, int]
) -> list[Pair]:
    """Put pairs in order, joining what was split and what was joined."""
    rows: dict[int, list[int]] = {j: [i] for i, j in partners.items()}
    columns: dict[int, list[int]] = {j: [j] for j in partners.values()}
    elsewhere = {j: i for i, j in moved.items()}
    new = {j for j in range(len(after)) if j not in rows and j not in elsewhere}
    gone = {i for i in range(len(before)) if i not in partners and i not in moved}
    for j in sorted(rows):
        (i,) = rows[j]
        columns[j] = _pieces(before[i], j, new, after)
        if len(columns[j]) == 1:
            rows[j] = _pieces(after[j], i, gone, before)
    rows = {columns[j][0]: held for j, held in rows.items()}
    columns = {held[0]: held for held in columns.values()}
    pairs: list[Pair] = []
    lost = sorted(gone)
    at = 0
    for j in range(len(after)):
        if j in rows:
            while at < len(lost) and lost[at] < rows[j][0]:
                pairs.append(Pair((lost[at],), ()))
                at += 1
            pairs.append(Pair(tuple(rows[j]), tuple(columns[j])))
        elif j in elsewhere:
            pairs.append(Pair((elsewhere[j],), (j,), moved=True))
        elif j in new:
            pairs.append(Pair((), (j,)))
    return pairs + [Pair((i,), ()) for i in lost[at:]]


def _pieces(whole: Words, kept: int, free: set[int], others: Sequence[Words]) -> list[int]:
    """Gather the paragraphs beside one that were one with it, and take them out of those that are free."""
    found = [kept]
    for direction in (1, -1):
        at = kept + direction
        while at in free and _was_part(whole, others[kept], others[at]):
            free.discard(at)
            found.append(at)
            at += direction
    return sorted(found)


def _was_part(whole: Words, kept: Words, part: Words) -> bool:
    """Tell whether a paragraph and one beside it were one before."""
    if whole.kind or kept.kind or part.kind or kept.role != part.role or len(part.text) < 4:
        return False
    all_of_it, inside = _grams(whole.text), _grams(part.text)
    if len(inside & all_of_it) < _CONTAINED * len(inside):
        return False
    return len(_grams(kept.text) & all_of_it) < len(all_of_it) - len(inside & all_of_it) / 2


def _grams(text: str) -> frozenset[str]:
    """Gather the pairs of neighbouring characters; of a single character, itself."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset(filter(None, (text,)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)
