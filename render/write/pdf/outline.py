"""Outline: the tree of bookmarks beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from ...pages import Bookmark, Page
from .objects import Entry, File, number, text_string
from .sheets import on_sheet


def write_outline(
    file: File, bookmarks: Sequence[Bookmark], pages: Sequence[Page], entries: Sequence[Entry]
) -> str:
    """Add the bookmarks, all of them open; returns the reference to the outline.

    A bookmark hangs below the nearest one before it of a lower level, so levels may be skipped.

    Args:
        file: The file they go into.
        bookmarks: At least one, in reading order.
        pages: The pages they lead to.
        entries: The pages as objects of the file.
    """
    nodes = [file.reserve() for _ in range(len(bookmarks) + 1)]  # the outline itself comes last
    children = _children(bookmarks)
    counts = [0] * len(nodes)  # of all bookmarks below
    for node in (*reversed(range(len(bookmarks))), len(bookmarks)):
        counts[node] = sum(1 + counts[child] for child in children[node])
    for parent, below in enumerate(children):
        for place, child in enumerate(below):
            mark = bookmarks[child]
            links = f"/Parent {nodes[parent].reference}"
            if place > 0:
                links += f" /Prev {nodes[below[place - 1]].reference}"
            if place + 1 < len(below):
                links += f" /Next {nodes[below[place + 1]].reference}"
            left, top = map(number, on_sheet(pages[mark.page_index], 0, mark.y))
            target = f"[{entries[mark.page_index].reference} /XYZ {left} {top} 0]"  # 0: keep the zoom
            descent = _descent(nodes, children[child], counts[child])
            nodes[child].body = f"<</Title {text_string(mark.title)} /Dest {target} {links}{descent}>>"
    root = len(bookmarks)
    nodes[root].body = f"<</Type /Outlines{_descent(nodes, children[root], counts[root])}>>"
    return nodes[root].reference


def _children(bookmarks: Sequence[Bookmark]) -> list[list[int]]:
    """List the bookmarks directly below each one, and last those at the top."""
    children: list[list[int]] = [[] for _ in range(len(bookmarks) + 1)]
    above = [len(bookmarks)]
    for index, bookmark in enumerate(bookmarks):
        while len(above) > 1 and bookmarks[above[-1]].level >= bookmark.level:
            above.pop()
        children[above[-1]].append(index)
        above.append(index)
    return children


def _descent(nodes: Sequence[Entry], below: Sequence[int], count: int) -> str:
    """Lead from a node to those below it."""
    if not below:
        return ""
    return f" /First {nodes[below[0]].reference} /Last {nodes[below[-1]].reference} /Count {count}"
