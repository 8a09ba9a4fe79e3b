"""Contents: the page that lists what a text holds (目录), which a report does not keep.

Its lines say again what headings say further down, with or without leaders and page numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .anatomy import Anatomy, Block, Para
from .found import Dropped, FoundTable

FARTHEST = 200  # blocks above a page of contents
MOST_STRANGERS = 3  # lines among contents that stand nowhere else, as those of tables that follow

_MARK = re.compile(r"目[\s\u3000]*[录次錄]|(?:TABLE OF )?CONTENTS", re.IGNORECASE)
_DOTS = r"(?:[.．·•⋯]\s?){4,}|…{2,}|_{4,}"
_PAGE = r"[（(\-—]?\d{1,4}[)）\-—]?$"
_LEADER = re.compile(rf"[\s\u3000]*(?:[.．·•…⋯。_—\-－\s]{{2,}}|[\s\u3000\t])[\s\u3000]*{_PAGE}")
_LEADERS = re.compile(_DOTS)
_LED = re.compile(rf"(?:{_DOTS})\s*{_PAGE}")
_FOLIO = re.compile(r"[\-—\s]*(?:\d{1,3}|[IVXivx]{1,5})[\-—\s]*")
LONGEST = 80  # characters of a line of contents


def drop_contents(blocks: list[Block], anatomy: Anatomy) -> list[Block]:
    """Take pages of contents out of the blocks of a file, and list their lines."""
    later: dict[str, int] = {}  # the last place where a line's words begin a paragraph
    marks = [at for at, block in enumerate(blocks[:FARTHEST]) if _is_mark(block)]
    leaders = [at for at, block in enumerate(blocks[:FARTHEST]) if _has_leaders(block)]
    if not marks and len(leaders) < 3:
        return blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Para):
            later[_plain(block.folded)[:LONGEST]] = at
    starts = _Starts(blocks)
    taken: set[int] = set()
    for mark in marks:
        end = _end(blocks, mark + 1, later, starts)
        if end > mark + 2:
            taken.update(range(mark, end))
    if not taken:
        taken.update(leaders)
    for at in sorted(taken):
        block = blocks[at]
        words = block.typed if isinstance(block, Para) else _flat(block)
        anatomy.dropped.append(Dropped(words, "contents", block.source))
    return [block for at, block in enumerate(blocks) if at not in taken]


class _Starts:
    """Answers whether a paragraph further down begins with some words, as a heading that runs in does."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._places: dict[str, list[tuple[int, str]]] = {}
        for at, block in enumerate(blocks):
            if isinstance(block, Para):
                text = _plain(block.folded[: 2 * LONGEST])
                self._places.setdefault(text[:3], []).append((at, text))

    def below(self, at: int, words: str) -> bool:
        """Tell whether one below a place does."""
        return any(place > at and text.startswith(words) for place, text in self._places.get(words[:3], ()))


def _end(blocks: Sequence[Block], start: int, later: dict[str, int], starts: _Starts) -> int:
    """Find where the lines that say again what stands below end."""
    end = start
    strangers = 0
    first = ""
    for at in range(start, len(blocks)):
        block = blocks[at]
        if not isinstance(block, Para):
            if isinstance(block, FoundTable) and _lists_headings(block, at, later, starts):
                end = at + 1
                continue
            break
        words = _plain(_LEADER.sub("", _LEADERS.sub(" ", block.folded)))
        if _FOLIO.fullmatch(block.folded) or _is_mark(block):
            continue
        if len(block.folded) > LONGEST + 20 or not words or words == first:
            break  # the text begins with what the contents begin with
        if _has_leaders(block) or later.get(words, -1) > at or starts.below(at, words):
            end, strangers = at + 1, 0
            first = first or words
            continue
        strangers += 1
        if strangers > MOST_STRANGERS or re.search("[。；]", block.folded):
            break
    return end


def _lists_headings(table: FoundTable, at: int, later: dict[str, int], starts: _Starts) -> bool:
    rows = [_plain(_LEADER.sub("", " ".join(filter(None, row)))) for row in table.rows]
    known = sum(later.get(words, -1) > at or starts.below(at, words) for words in rows if words)
    return known > 0.6 * len(rows)


def _is_mark(block: Block) -> bool:
    return isinstance(block, Para) and len(block.folded) <= 20 and _MARK.fullmatch(block.folded) is not None


def _has_leaders(block: Block) -> bool:
    return (
        isinstance(block, Para)
        and len(block.folded) <= LONGEST + 60
        and _LED.search(block.folded) is not None
    )


def _plain(text: str) -> str:
    return re.sub(r"[\s\u3000。：:]+", "", text)


def _flat(block: Block) -> str:
    if isinstance(block, FoundTable):
        return " ".join(cell for row in block.rows for cell in row if cell)
    return getattr(block, "name", "")
