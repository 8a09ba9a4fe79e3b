"""Figures in edited text: where a number stands now whose words around it were changed as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ..read.numerals import fold

NUMBER = re.compile(r"[−-]?(?:[0-9０-９][0-9０-９,，]*[0-9０-９]|[0-9０-９])(?:[.．][0-9０-９]+)?")


def alike(one: str, other: str) -> bool:
    """Tell whether two prints are of one number: 77%, 77.0％."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    """Write the numbers of a text without what makes no difference to them."""
    return NUMBER.sub(lambda found: f"{Decimal(found[0].replace(',', '')).normalize():f}", fold(text))


def figures_within(olds: Sequence[str], new: str) -> list[tuple[int, int] | None]:
    """Find figures in the text that has taken their place.

    Args:
        olds: What each printed, in order.
        new: The text that stands there now.

    Returns:
        For each the range of `new` that is the figure now; None for one that is gone, or when several
        numbers could be it.
    """
    if len(olds) == 1 and new.count(olds[0]) == 1:
        start = new.index(olds[0])
        return [(start, start + len(olds[0]))]
    numbers = list(NUMBER.finditer(new))
    own = [NUMBER.findall(old) for old in olds]
    if any(len(each) != 1 for each in own) or len(numbers) != len(olds):
        return _one_by_one(olds, new) if numbers else [None] * len(olds)
    found: list[tuple[int, int] | None] = []
    for at, (old, number) in enumerate(zip(olds, numbers, strict=True)):
        printed = NUMBER.search(old)
        assert printed is not None
        lowest = numbers[at - 1].end() if at else 0
        highest = numbers[at + 1].start() if at + 1 < len(numbers) else len(new)
        start = number.start()
        if (prefix := old[: printed.start()]) and new[lowest:start].endswith(prefix):
            start -= len(prefix)
        stop = number.end()
        if (suffix := old[printed.end() :]) and new[stop:highest].startswith(suffix):
            stop += len(suffix)
        elif suffix and len(olds) == 1 and not prefix and start == 0 and len(new) - stop <= len(suffix) + 1:
            stop = len(new)  # another unit
        found.append((start, stop))
    return found


def _one_by_one(olds: Sequence[str], new: str) -> list[tuple[int, int] | None]:
    """Find those figures whose very characters stand in the new text, once and in order."""
    found: list[tuple[int, int] | None] = []
    at = 0
    for old in olds:
        places = [m.start() for m in re.finditer(re.escape(old), new) if m.start() >= at]
        if len(places) == 1 and _is_whole(new, places[0], len(old)):
            found.append((places[0], places[0] + len(old)))
            at = places[0] + len(old)
        else:
            found.append(None)
    return found


def _is_whole(text: str, start: int, length: int) -> bool:
    """Tell whether a range does not cut a number in two."""
    before, first = text[start - 1 : start], text[start : start + 1]
    last, after = text[start + length - 1 : start + length], text[start + length : start + length + 1]
    return not (before.isdigit() and first.isdigit()) and not (last.isdigit() and after.isdigit())
