"""Outline: the tree of bookmarks beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from ...pages import Bookmark, Page
from .objects import Entry, File, number, text_string


def write_outline(
    file: File, bookmarks: Sequence[Bookmark], pages: Sequence[Page], entries: Sequence[Entry]
) -> bytes:
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
            links = b" /Parent " + nodes[parent].reference
            if place > 0:
                links += b" /Prev " + nodes[below[place - 1]].reference
            if place + 1 < len(below):
                links += b" /Next " + nodes[below[place + 1]].reference
            height = number(pages[mark.page_index].height - mark.y).encode()
            nodes[child].body = b"<</Title %b /Dest [%b /XYZ 0 %b 0]%b%b>>" % (
                *(text_string(mark.title), entries[mark.page_index].reference, height),
                *(links, _descent(nodes, children[child], counts[child])),
            )
    root = len(bookmarks)
    nodes[root].body = b"<</Type /Outlines%b>>" % _descent(nodes, children[root], counts[root])
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


def _descent(nodes: Sequence[Entry], below: Sequence[int], count: int) -> bytes:
    """Lead from a node to those below it."""
    if not below:
        return b""
    first, last = nodes[below[0]].reference, nodes[below[-1]].reference
    return b" /First %b /Last %b /Count %d" % (first, last, count)
