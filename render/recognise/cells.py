"""Cells: tables that a page's text lost, left as one short line for each cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .anatomy import Block, Para

LEAST = 8  # lines; fewer may be anything
SHORT = 16  # characters of a cell

_NUMBER = re.compile(r"[-−]?[\d,.]+%?|[-—/]+|0")


def cell_runs(blocks: Sequence[Block]) -> frozenset[int]:
    """Find the paragraphs that were cells: long runs of short lines, many of them numbers alone."""
    found: set[int] = set()
    run: list[int] = []
    for at, block in enumerate((*blocks, None)):
        if isinstance(block, Para) and len(block.text) <= 2 * SHORT and block.text[-1:] not in "。；：，":
            run.append(at)
            continue
        texts = [block.text for block in (blocks[n] for n in run) if isinstance(block, Para)]
        numbers = [n for n, text in enumerate(texts) if _NUMBER.fullmatch(text)]
        if len(texts) >= LEAST and len(numbers) >= 0.3 * len(texts):
            first, last = max(numbers[0] - 6, 0), numbers[-1]
            found.update(run[first : last + 1])
        run = []
    return frozenset(found)
