"""Typed: a line of a settled document as the characters that count, each with who put it in.

Characters that nobody sees are left out: soft hyphens, zero widths, blanks at the ends. A no-break space is
a space. A line break counts where the report has none of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .document import Line, Revision

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BLANKS = " \t\u3000\n"
_ALIKE = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Typed:
    """Characters of one paragraph."""

    text: str
    made: tuple[Revision | None, ...] = ()  # per character
    gone: tuple[tuple[int, Revision], ...] = ()  # what was taken out before a character
    marks: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # bookmarks, by name
    comments: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # by id
    levels: tuple[int | None, ...] = ()  # per character: heading whose character style it has

    def revisions(self, start: int, stop: int) -> list[Revision]:
        """List the tracked changes that made a range what it is."""
        found = [made for made in self.made[start:stop] if made is not None]
        found += [revision for at, revision in self.gone if start <= at <= stop]
        return list(dict.fromkeys(found))


def typed(lines: Sequence[Line], *, breaks: bool = True, tabs: bool = True, skip: int = 0) -> Typed:
    """Take the characters of lines that count, the lines after one another.

    Args:
        lines: One paragraph; or the lines of a cell, or those a paragraph was split into.
        breaks: Whether line breaks count.
        tabs: Whether tabs count.
        skip: Characters at the start to leave out: the number of a heading.
    """
    left_out = UNSEEN + ("" if breaks else "\n") + ("" if tabs else "\t")
    chars: list[str] = []
    made: list[Revision | None] = []
    levels: list[int | None] = []
    within: dict[str, list[int]] = {}
    commented: dict[str, list[int]] = {}
    gone: list[tuple[int, Revision]] = []
    for line in lines:
        at = 0
        waiting = list(line.gone)
        for piece in line.pieces:
            for char in piece.text.translate(_ALIKE):
                while waiting and waiting[0].at <= at:
                    gone.append((len(chars), waiting.pop(0).revision))
                at += 1
                if char in left_out or (not chars and char in _BLANKS):
                    continue
                for names, places in ((piece.marks, within), (piece.comments, commented)):
                    for name in names:
                        places.setdefault(name, []).append(len(chars))
                chars.append(char)
                made.append(piece.inserted)
                levels.append(piece.level)
        gone += ((len(chars), each.revision) for each in waiting)
    while chars and chars[-1] in _BLANKS:
        chars.pop()
    start, stop = min(skip, len(chars)), len(chars)
    return Typed(
        "".join(chars[start:]),
        tuple(made[start:stop]),
        tuple((max(min(at, stop) - start, 0), revision) for at, revision in gone),
        _ranges(within, start, stop),
        _ranges(commented, start, stop),
        tuple(levels[start:stop]),
    )


def together(parts: Sequence[Typed]) -> Typed:
    """Put the pieces of a paragraph that was split one after another."""
    if len(parts) == 1:
        return parts[0]
    at = 0
    gone: list[tuple[int, Revision]] = []
    marks: dict[str, tuple[int, int]] = {}
    for part in parts:
        gone += ((place + at, revision) for place, revision in part.gone)
        marks |= {name: (start + at, stop + at) for name, (start, stop) in part.marks.items()}
        at += len(part.text)
    return Typed(
        "".join(part.text for part in parts),
        tuple(made for part in parts for made in part.made),
        tuple(gone),
        marks,
        levels=tuple(level for part in parts for level in part.levels),
    )


def _ranges(places: Mapping[str, Sequence[int]], start: int, stop: int) -> dict[str, tuple[int, int]]:
    return {
        name: (max(found[0] - start, 0), min(found[-1] + 1, stop) - start)
        for name, found in places.items()
        if found[0] < stop and found[-1] >= start
    }
