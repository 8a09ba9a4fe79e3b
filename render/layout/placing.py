"""Placing: every line, rule and picture at its place on the page.

Rows of the grid are 29.6 pt high and begin 34.58 mm below the edge, so that the ink of a full page
reaches from 37 to 262 mm (GB/T 33476.2-2016, 6.2). A line's type stands in the middle of its row.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from ..blocks import Chart, Composed, Masthead, Paragraph, Picture, Signature, Table
from ..diagnostics import NOWHERE, Source
from ..fonts import shaper
from ..pages import ARTIFACT, Bookmark, Element, Item, Page, Pages, PlacedImage, Rule, TextRun
from ..template import Style
from .colophon_items import colophon_items
from .drawing import draw_chart
from .flow import Slot
from .letterhead import double_rule, foot_rule
from .pieces import line_items
from .setting import ASCENT, Segment, Setter, SetText, spread, text_runs
from .settling import Settled
from .tables import SetCell, SetTable, split_number


def place(
    composed: Composed,
    settled: Sequence[Settled],
    filled: Sequence[Sequence[Slot]],
    setter: Setter,
    hanging: str,
    unnumbered: Collection[int] = (),
) -> Pages:
    """Draw filled pages.

    Args:
        composed: The settled report, for its pictures.
        settled: Its blocks with their lines.
        filled: For each page the units on it.
        setter: For widths and faces.
        hanging: Marks that may hang into the right margin.
        unnumbered: Pages without a page number, by index.
    """
    placer = _Placer(composed, settled, setter, hanging)
    placer.unnumbered = unnumbered
    pages = [placer.page(index, slots) for index, slots in enumerate(filled)]
    if not pages:
        pages = [placer.page(0, [])]
    return Pages(tuple(pages), tuple(placer.elements), tuple(placer.bookmarks), composed.images)


class _Placer:
    """The page being drawn and the structure tree that grows with it."""

    def __init__(self, composed: Composed, settled: Sequence[Settled], setter: Setter, hanging: str) -> None:
        self.hanging = hanging
        self.tracking = {name: setter.tracking(style) for name, style in composed.template.styles.items()}
        self.setter = setter
        self.template = setter.template  # of the page's orientation, as are the next two
        self.geometry, self.measure = self.template.geometry, self.template.measure
        self.settled = settled
        self.elements: list[Element] = [Element("Document", -1)]
        self.bookmarks: list[Bookmark] = []
        self._segments: dict[int, list[Segment]] = {}  # of paragraphs, by block
        self._cells: dict[tuple[int, int, int], int] = {}  # of cells, by block, row and cell
        self._tables: dict[int, int] = {}
        self._table_rows: dict[tuple[int, int], int] = {}
        self.items: list[Item] = []
        self.page_index = 0
        self.unnumbered: Collection[int] = ()

    def page(self, page_index: int, slots: Sequence[Slot]) -> Page:
        """Draw the units of one page and its folio."""
        self.items = []
        self.page_index = page_index
        self.turn(landscape=bool(slots) and self.settled[slots[0].unit.block].block.landscape)
        fragments: dict[int, list[Slot]] = {}
        for slot in slots:
            one = self.settled[slot.unit.block]
            if isinstance(one.block, Table):
                fragments.setdefault(slot.unit.block, []).append(slot)
            if isinstance(one.block, Paragraph):
                self.line(slot, one)
            elif isinstance(one.drawn, Masthead):
                self.masthead(one.drawn)
            elif isinstance(one.drawn, Signature):
                self.signature(one.drawn, self.top(slot.row))
            elif one.colophon is not None:
                self.items += colophon_items(one.colophon, self.setter, self.top_element)
            elif isinstance(one.block, Picture):
                self.picture(slot, one.block)
            elif isinstance(one.block, Chart):
                self.chart(slot, one.block)
            elif one.table is not None:
                if slot.unit.repeats and slot is slots[0]:
                    self.repeated_head(one.table)
                self.table_row(slot, one.table)
        for block, own in fragments.items():
            table = self.settled[block].table
            assert table is not None
            self.table_rules(own, table, repeated=own[0] is slots[0] and own[0].unit.repeats > 0)
        folio = None if page_index in self.unnumbered else page_index + 1
        if folio is not None:
            self.folio(folio)
        return Page(self.template.width, self.template.height, tuple(self.items), folio)

    def turn(self, *, landscape: bool) -> None:
        """Take up the sheet in the orientation of a page."""
        self.template = self.setter.on(landscape=landscape).template
        self.geometry, self.measure = self.template.geometry, self.template.measure

    def top(self, row: int) -> float:
        """Give the upper edge of a row."""
        return self.geometry.top + row * self.geometry.pitch

    def line(self, slot: Slot, one: Settled) -> None:
        """Set one line of a paragraph."""
        block, text = one.block, one.text
        assert isinstance(block, Paragraph)
        assert text is not None
        if not one.lines:
            return
        style = self.template.styles[block.style]
        start, stop = one.lines[slot.unit.part]
        left, right, first = one.indents
        if slot.unit.part == 0:
            left += first
        room = self.measure - left - right
        is_last = stop == len(text.text) or stop in (block.breaks or ())
        if text.text[stop - 1] in self.hanging:
            natural = sum(text.advances[start:stop]) + style.tracking * (stop - start)
            if natural > room:
                room += text.advances[stop - 1]  # the mark hangs; the rest fills the measure
        # What later lines hang from keeps its width, so that they begin below what follows it.
        label = block.hanging if slot.unit.part == 0 else 0
        tracking = self.tracking[style.name]
        fixed = [width + tracking for width in text.advances[:label]]
        advances = fixed + spread(
            text.text[start + label : stop], text.advances[start + label : stop], tracking, style.size,
            room - sum(fixed), justify=style.align == "justify" and not is_last,
        )  # fmt: skip
        if style.align in ("center", "right"):
            slack = room - sum(advances)
            left += slack / 2 if style.align == "center" else slack
        pitch = self.geometry.pitch
        baseline = self.top(slot.row) + (pitch - style.size) / 2 + ASCENT * style.size
        segments = self.segments(slot.unit.block, block, text)
        x = self.geometry.left + left
        self.items += text_runs(text, segments, (start, stop), x, baseline, advances)
        if slot.unit.part == 0:
            self.bookmark(block, style, slot.row)

    def masthead(self, block: Masthead) -> None:
        """Draw a masthead at the head of the page."""
        geometry, look = self.geometry, self.template.masthead
        beside = (block.suffix_line,) if block.suffix_line else ()
        red = () if block.is_preprinted else (*block.mark_lines, *beside)
        for line in (*block.corner_lines, *red, *block.number_lines):
            self.items += line_items(line, self.setter, geometry.left, geometry.top, self.top_element)
        if block.is_preprinted:
            return
        if block.rule is not None and look.form == "letter":
            self.items += double_rule(geometry.top + block.rule, self.template, thin_first=False)
            self.items += double_rule(foot_rule(self.template), self.template, thin_first=True)
        elif block.rule is not None:
            y = geometry.top + block.rule + look.rule / 2
            x1 = geometry.left + self.measure
            self.items.append(Rule(geometry.left, y, x1, y, look.rule, look.rule_color))

    def signature(self, block: Signature, top: float) -> None:
        """Draw a sealed signature below a height: the seals first, so that they hide no text."""
        for seal in block.seals:
            element = self.element("Figure", 0, block.source, alternative=seal.alternative)
            x, y = self.geometry.left + seal.x, top + seal.y
            self.items.append(PlacedImage(seal.image, x, y, seal.width, seal.height, element))
        for line in block.lines:
            self.items += line_items(line, self.setter, self.geometry.left, top, self.top_element)

    def top_element(self, tag: str, source: Source) -> int:
        """Add a structure element below the document itself."""
        return self.element(tag, 0, source)

    def segments(self, index: int, block: Paragraph, text: SetText) -> list[Segment]:
        """Give a paragraph its structure elements, a run-in heading one of its own, and cut it up."""
        if index not in self._segments:
            head = sum(len(run.text) for run in block.runs[: block.head_runs])
            marks = [(0, self.element(block.head_tag, 0, block.source))] if head else []
            marks.append((head, self.element(block.tag, 0, block.source)))
            self._segments[index] = self.setter.segments(text, marks)
        return self._segments[index]

    def element(self, tag: str, parent: int, source: Source, **more: object) -> int:
        """Add a structure element and return its number."""
        self.elements.append(Element(tag, parent, source=source, **more))  # type: ignore[arg-type]
        return len(self.elements) - 1

    def bookmark(self, block: Paragraph, style: Style, row: int) -> None:
        """Add a heading to the outline."""
        if block.head_runs:
            level = self.template.styles[block.runs[0].style or block.style].outline_level
            title = "".join(run.text for run in block.runs[: block.head_runs])
        else:
            level, title = style.outline_level, block.text
        if level:
            self.bookmarks.append(Bookmark(level, title, self.page_index, self.top(row)))

    def picture(self, slot: Slot, block: Picture) -> None:
        """Set a picture in the middle of its rows."""
        x = self.geometry.left + (self.measure - block.width) / 2
        y = self.top(slot.row) + (block.rows * self.geometry.pitch - block.height) / 2
        element = self.element("Figure", 0, block.source, alternative=block.alternative)
        self.items.append(PlacedImage(block.image, x, y, block.width, block.height, element))

    def chart(self, slot: Slot, chart: Chart) -> None:
        """Draw a chart in the middle of its rows: one figure, told in words to those who cannot see it."""
        x = self.geometry.left + (self.measure - chart.width) / 2
        y = self.top(slot.row) + (chart.rows * self.geometry.pitch - chart.height) / 2
        element = self.element("Figure", 0, chart.source, alternative=chart.alternative)
        self.items += draw_chart(chart, self.setter, x, y, element)

    def repeated_head(self, table: SetTable) -> None:
        """Set the head of a table once more at the top of a page; it is not content again."""
        row = 0
        for part in range(len(table.table.head)):
            for cell in table.rows[part]:
                self.cell(cell, table, row, table.table.heights[part], ARTIFACT)
            row += table.table.heights[part]

    def table_row(self, slot: Slot, table: SetTable) -> None:
        """Set the cells of one row."""
        index, part = slot.unit.block, slot.unit.part
        if index not in self._tables:
            self._tables[index] = self.element("Table", 0, table.table.source)
        row_element = self.element("TR", self._tables[index], table.table.source)
        is_head = part < len(table.table.head)
        for number, cell in enumerate(table.rows[part]):
            label = is_head or (table.table.style == "information" and number % 2 == 0)
            element = self.element(
                "TH" if label else "TD", row_element, cell.cell.source,
                scope="Column" if is_head else "Row" if label else "", span=cell.cell.columns,
            )  # fmt: skip
            self.cell(cell, table, slot.row, slot.unit.rows, element)

    def cell(self, cell: SetCell, table: SetTable, row: int, rows: int, element: int) -> None:
        """Set the lines of a cell in the middle of its row."""
        geometry, style, padding = self.geometry, cell.style, table.look.padding
        widths = table.table.widths
        x0 = geometry.left + sum(widths[: cell.column])
        width = sum(widths[cell.column : cell.column + cell.cell.columns])
        leading = style.leading or geometry.pitch
        y = self.top(row) + (rows * geometry.pitch - len(cell.lines) * leading) / 2
        segments = self.setter.segments(cell.text, ((0, element),))
        for start, stop in cell.lines:
            advances = spread(
                cell.text.text[start:stop],
                cell.text.advances[start:stop],
                0.0,
                style.size,
                width - 2 * padding - cell.cell.indent * style.size,
            )
            wide = sum(advances)
            if cell.cell.align == "decimal" and len(cell.lines) == 1 and cell.text.text[:1] not in "—":
                x = x0 + width - table.table.decimals[cell.column] - split_number(cell.text)[0]
            elif cell.cell.align == "left":
                x = x0 + padding + cell.cell.indent * style.size
            elif cell.cell.align == "right":
                x = x0 + width - padding - wide
            else:
                x = x0 + (width - wide) / 2
            baseline = y + (leading - style.size) / 2 + ASCENT * style.size
            self.items += text_runs(cell.text, segments, (start, stop), x, baseline, advances)
            y += leading

    def table_rules(self, slots: Sequence[Slot], table: SetTable, *, repeated: bool) -> None:
        """Draw the rules of the part of a table that stands on this page."""
        geometry, look, settled = self.geometry, table.look, table.table
        heads = range(len(settled.head)) if repeated else ()
        rows = [(part, settled.heights[part]) for part in heads] + [(s.unit.part, s.unit.rows) for s in slots]
        first_row = 0 if repeated else slots[0].row
        x0, x1 = geometry.left, geometry.left + sum(settled.widths)
        y = self.top(first_row)
        self.items.append(Rule(x0, y, x1, y, look.rule_outer))
        for number, (part, height) in enumerate(rows):
            below = y + height * geometry.pitch
            is_last = number == len(rows) - 1
            self.items.append(Rule(x0, below, x1, below, look.rule_outer if is_last else look.rule_inner))
            for cell in table.rows[part]:
                left = x0 + sum(settled.widths[: cell.column])
                if (cell.column and look.vertical) or (not cell.column and look.sides):
                    self.items.append(Rule(left, y, left, below, look.rule_inner))
            if look.sides:
                self.items.append(Rule(x1, y, x1, below, look.rule_inner))
            y = below

    def folio(self, number: int) -> None:
        """Set the page number: outside, its dashes 7 mm below the type area (7.5).

        On a sheet set landscape it stands where it does on every other, and is read with the sheet held
        upright (clause 8).
        """
        template = self.setter.template
        folio = template.folio
        style = template.styles[folio.style]
        text = folio.pattern.format(page=number)
        book = self.setter.book.plain  # 7.5 names the face
        widths = book.widths(style.face, style.size)
        advances = tuple(widths[char] for char in text)
        indent = folio.indent * style.size
        geometry = template.geometry
        outside_right = number % 2 == 1
        right_edge = geometry.left + template.measure
        x = right_edge - indent - sum(advances) if outside_right else geometry.left + indent
        face = book.primary(style.face)
        foot = template.geometries["nominal"]
        middle = template.height - foot.bottom + folio.below
        baseline = middle + _dash_height(face.path, face.index) * style.size
        turned = self.template is not template
        if turned:  # the sheet's left edge is the page's upper one
            x, baseline = template.height - baseline, x
        self.items.append(
            TextRun(
                text, face.name, style.size, x, baseline, advances, ARTIFACT, NOWHERE,
                color=style.color, turned=turned,
            )
        )  # fmt: skip


def _dash_height(path: Path, index: int) -> float:
    """Measure how far above the baseline the middle of a dash stands, in em."""
    font, em = shaper(path, index)
    glyph = font.get_nominal_glyph(ord("—"))
    extents = font.get_glyph_extents(glyph) if glyph else None
    if extents is None:
        return 0.38
    return float(extents.y_bearing + extents.height / 2) / em
