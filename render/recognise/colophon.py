"""Colophon: 抄送机关, 印发机关 and 印发日期 at the foot of a document (版记), set as lines or as a table."""

from __future__ import annotations

from collections.abc import Sequence

from . import lexicon
from .anatomy import Anatomy, Block, Para
from .found import FoundTable

_MOST_LINES = 8  # of 抄送, where a file parts them


def take_colophon(blocks: Sequence[Block], anatomy: Anatomy) -> list[Block]:
    """Take the colophon off the end of a document, where one stands."""
    rest = list(blocks)
    while rest and read_colophon(rest[-1], anatomy):
        rest.pop()
    lines: list[str] = []
    for block in reversed(rest[-_MOST_LINES:]):
        if not isinstance(block, Para):
            break
        lines.insert(0, block.folded)
        if lexicon.COPIES_TO.match(block.folded):
            if (copies := lexicon.COPIES_TO.fullmatch("".join(lines))) and _is_whole(lines):
                anatomy.elements["copies_to"] = (copies[1], block.source)
                return rest[: -len(lines)]
            break
    return rest


def read_colophon(block: Block, anatomy: Anatomy) -> bool:
    """Read a line or a table of the colophon; false, and nothing read, where it is something else."""
    if isinstance(block, Para):
        lines = [block.folded]
    elif isinstance(block, FoundTable):
        lines = [" ".join(filter(None, map(str.strip, row))) for row in block.rows]
    else:
        return False
    lines = [line for line in lines if line]
    read = [(lexicon.COPIES_TO.fullmatch(line), lexicon.PRINTED.fullmatch(line)) for line in lines]
    if not lines or not all(copies or printed for copies, printed in read):
        return False
    for copies, printed in read:
        if copies:
            anatomy.elements["copies_to"] = (copies[1], block.source)
        elif printed:
            anatomy.elements["printed_by"] = (printed[1].strip(), block.source)
            anatomy.elements["printed_on"] = (printed[2], block.source)
    return True


def _is_whole(lines: Sequence[str]) -> bool:
    """Tell whether lines are one list of names: it ends with the last of them, and no sentence before."""
    return not any("。" in line for line in lines[:-1]) and lines[-1].endswith("。")
