"""Structure: the tree that says what each piece of a page is (ISO 32000-1, 14.7 and 14.8).

A page's content stream is cut into marked sequences, numbered from 0 on each page. The tree gathers
the sequences of an element, over several pages if need be, and the parent tree leads back from page
and number to element.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...pages import Element, Page, PlacedImage
from .objects import Entry, File, array, number, text_string

ROLES = {"Title": "P", "Aside": "Note", "Em": "Span", "Strong": "Span"}
"""Structure types of PDF 2.0 (ISO 32000-2, 14.8.4), and what ISO 32000-1 has for them."""

STANDARD = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6"
    " L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot"
    " Ruby RB RT RP Warichu WT WP Figure Formula Form".split()
)
"""ISO 32000-1, 14.8.4."""

_ROOT = -1  # the root of the tree, as a parent


class StructureTree:
    """The tree of one document, gathered while its pages are written."""

    def __init__(self, file: File, elements: Sequence[Element], pages: Sequence[Entry]) -> None:
        """Number every element.

        Raises:
            ValueError: an element's tag is no structure type.
        """
        for element in elements:
            if element.tag not in STANDARD and element.tag not in ROLES:
                raise ValueError(f"{element.tag!r} is no structure type")
        self._elements = elements
        self._pages = pages
        self._root, self._parent_tree = file.reserve(), file.reserve()
        self._entries = [file.reserve() for _ in elements]
        self._marked: list[list[int]] = [[] for _ in pages]  # by page: the element of each sequence
        # Sequences and children of an element in reading order: (page index, number) or an element.
        self._kids: dict[int, list[tuple[int, int] | int]] = {n: [] for n in range(_ROOT, len(elements))}
        self._ahead: dict[int, list[int]] = {n: [] for n in self._kids}  # children not met yet, last first
        for index in reversed(range(len(elements))):
            self._ahead[elements[index].parent].append(index)

    def mark(self, element: int, page_index: int) -> str:
        """Begin the next marked sequence of a page; returns the operator that opens it."""
        self._reach(element)
        marked = self._marked[page_index]
        self._kids[element].append((page_index, len(marked)))
        marked.append(element)
        return f"/{self._elements[element].tag} <</MCID {len(marked) - 1}>> BDC"

    def write(self, pages: Sequence[Page]) -> bytes:
        """Fill in the tree once every page is written; returns the reference to its root."""
        for parent, ahead in self._ahead.items():
            self._kids[parent] += reversed(ahead)
        boxes = _figure_boxes(pages)
        for index, entry in enumerate(self._entries):
            entry.body = self._element(index, boxes.get(index))
        self._parent_tree.body = b"<</Nums %b>>" % array(
            b"%d %b" % (page_index, array(self._entries[element].reference for element in marked))
            for page_index, marked in enumerate(self._marked)
        )
        roles = sorted({element.tag for element in self._elements} & ROLES.keys())
        self._root.body = (
            b"<</Type /StructTreeRoot /K %b /ParentTree %b /ParentTreeNextKey %d /RoleMap <<%b>>>>"
            % (
                array(self._entries[kid].reference for kid in self._kids[_ROOT] if isinstance(kid, int)),
                self._parent_tree.reference,
                len(self._pages),
                " ".join(f"/{role} /{ROLES[role]}" for role in roles).encode(),
            )
        )
        return self._root.reference

    def _reach(self, element: int) -> None:
        """Hang an element into its parent, after the siblings listed before it."""
        parent = self._elements[element].parent
        ahead = self._ahead[parent]
        if not ahead or ahead[-1] > element:
            return
        if parent != _ROOT:
            self._reach(parent)
        while ahead and ahead[-1] <= element:
            self._kids[parent].append(ahead.pop())

    def _element(self, index: int, box: _Box | None) -> bytes:
        """Write an element; its `Pg` is the first page it is on, which its sequences need not repeat."""
        element = self._elements[index]
        home = next((kid[0] for kid in self._kids[index] if isinstance(kid, tuple)), None)
        kids = []
        for kid in self._kids[index]:
            if isinstance(kid, int):
                kids.append(self._entries[kid].reference)
            elif kid[0] == home:
                kids.append(b"%d" % kid[1])
            else:
                kids.append(b"<</Type /MCR /Pg %b /MCID %d>>" % (self._pages[kid[0]].reference, kid[1]))
        parent = self._root if element.parent == _ROOT else self._entries[element.parent]
        page = b"" if home is None else b" /Pg " + self._pages[home].reference
        return b"<</Type /StructElem /S /%b /P %b%b%b /K %b>>" % (
            *(element.tag.encode(), parent.reference, page),
            *(_attributes(element, box), array(kids)),
        )


_Box = tuple[float, float, float, float]  # left, bottom, right, top in the page's own coordinates


def _figure_boxes(pages: Sequence[Page]) -> dict[int, _Box]:
    """Measure what each element with pictures covers on the first page it is on."""
    boxes: dict[int, _Box] = {}
    for page in pages:
        found: dict[int, list[_Box]] = {}
        for item in page.items:
            if isinstance(item, PlacedImage) and item.element not in boxes:
                top = page.height - item.y
                found.setdefault(item.element, []).append((item.x, top - item.height, item.x + item.width, top))
        for element, placed in found.items():
            left, bottom, right, top_edges = zip(*placed, strict=True)
            boxes[element] = (min(left), min(bottom), max(right), max(top_edges))
    return boxes


def _attributes(element: Element, box: _Box | None) -> bytes:
    """Write what an element says beyond its tag (ISO 32000-1, 14.8.5)."""
    entries = b""
    table = b""
    if element.tag == "Table" and element.alternative:
        table += b" /Summary " + text_string(element.alternative)
    elif element.alternative:
        entries += b" /Alt " + text_string(element.alternative)
    if element.scope:
        table += b" /Scope /" + element.scope.encode()
    if element.span > 1:
        table += b" /ColSpan %d" % element.span
    if table:
        entries += b" /A <</O /Table%b>>" % table
    if element.tag == "Figure" and box:
        corners = " ".join(map(number, box)).encode()
        entries += b" /A <</O /Layout /Placement /Block /BBox [%b]>>" % corners
    return entries
