"""Structure: the tree that says what each piece of a page is (ISO 32000-1, 14.7 and 14.8).

A page's content stream is cut into marked sequences, numbered from 0 on each page. The tree gathers
the sequences of an element, over several pages if need be, and the parent tree leads back from page
and number to element.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...pages import Element, Page, Path, PlacedImage, Rule, TextRun
from .objects import Entry, File, array, number, text_string
from .sheets import on_sheet

ROLES = {"Title": "P", "Aside": "Note", "Em": "Span", "Strong": "Span"}
"""Structure types of PDF 2.0 (ISO 32000-2, 14.8.4), and what ISO 32000-1 has for them."""

STANDARD = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
        *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference"),
        *("BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure"),
        *("Formula", "Form"),
    )
)
"""ISO 32000-1, 14.8.4."""

_ROOT = -1  # the root of the tree, as a parent


class StructureTree:
    """The tree of one document, gathered while its pages are written."""

    def __init__(self, file: File, elements: Sequence[Element], pages: Sequence[Entry]) -> None:
        """Give every element its object number.

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

    def write(self, pages: Sequence[Page]) -> str:
        """Fill in the tree once every page is written; returns the reference to its root."""
        for parent, ahead in self._ahead.items():
            self._kids[parent] += reversed(ahead)
        figures = {index for index, element in enumerate(self._elements) if element.tag == "Figure"}
        boxes = _figure_boxes(pages, figures)
        for index, entry in enumerate(self._entries):
            entry.body = self._element(index, boxes.get(index))
        nums = (
            f"{page_index} {array(self._entries[element].reference for element in marked)}"
            for page_index, marked in enumerate(self._marked)
        )
        self._parent_tree.body = f"<</Nums {array(nums)}>>"
        roots = array(self._entries[kid].reference for kid in self._kids[_ROOT] if isinstance(kid, int))
        tags = {element.tag for element in self._elements}
        roles = " ".join(f"/{tag} /{standard}" for tag, standard in ROLES.items() if tag in tags)
        self._root.body = (
            f"<</Type /StructTreeRoot /K {roots} /RoleMap <<{roles}>>"
            f" /ParentTree {self._parent_tree.reference} /ParentTreeNextKey {len(self._pages)}>>"
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

    def _element(self, index: int, box: _Box | None) -> str:
        """Write an element; its `Pg` is the first page it is on, which its sequences need not repeat."""
        element = self._elements[index]
        home = next((kid[0] for kid in self._kids[index] if isinstance(kid, tuple)), None)
        kids = []
        for kid in self._kids[index]:
            if isinstance(kid, int):
                kids.append(self._entries[kid].reference)
            elif kid[0] == home:
                kids.append(str(kid[1]))
            else:
                kids.append(f"<</Type /MCR /Pg {self._pages[kid[0]].reference} /MCID {kid[1]}>>")
        parent = self._root if element.parent == _ROOT else self._entries[element.parent]
        page = "" if home is None else f" /Pg {self._pages[home].reference}"
        return (
            f"<</Type /StructElem /S /{element.tag} /P {parent.reference}{page}{_attributes(element, box)}"
            f" /K {array(kids)}>>"
        )


_Box = tuple[float, float, float, float]  # left, bottom, right, top in the page's own coordinates


def _figure_boxes(pages: Sequence[Page], figures: Collection[int]) -> dict[int, _Box]:
    """Measure what each figure covers on the first page it is on."""
    boxes: dict[int, _Box] = {}
    for page in pages if figures else ():
        found: dict[int, list[tuple[float, float]]] = {}
        for item in page.items:
            if not isinstance(item, Rule) and item.element in figures and item.element not in boxes:
                found.setdefault(item.element, []).extend(_extremes(item))
        for element, points in found.items():
            across, up = zip(*(on_sheet(page, x, y) for x, y in points), strict=True)
            boxes[element] = (min(across), min(up), max(across), max(up))
    return boxes


def _extremes(item: TextRun | PlacedImage | Path) -> list[tuple[float, float]]:
    """List points that an item reaches to."""
    if isinstance(item, PlacedImage):
        return [(item.x, item.y), (item.x + item.width, item.y + item.height)]
    if isinstance(item, TextRun):
        return [(item.x, item.baseline - item.size), (item.x + sum(item.advances), item.baseline)]
    return [point for line in item.lines for point in line]


def _attributes(element: Element, box: _Box | None) -> str:
    """Write what an element says beyond its tag (ISO 32000-1, 14.8.5)."""
    entries = ""
    table = ""
    if element.tag == "Table" and element.alternative:
        table += f" /Summary {text_string(element.alternative)}"
    elif element.alternative:
        entries += f" /Alt {text_string(element.alternative)}"
    if element.scope:
        table += f" /Scope /{element.scope}"
    if element.span > 1:
        table += f" /ColSpan {element.span}"
    if table:
        entries += f" /A <</O /Table{table}>>"
    if element.tag == "Figure" and box:
        entries += f" /A <</O /Layout /Placement /Block /BBox {array(map(number, box))}>>"
    return entries
