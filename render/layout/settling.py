"""Settling: what a block needs before pages can be filled, and the lines it breaks into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from ..blocks import (
    Block,
    Chart,
    Colophon,
    Composed,
    Image,
    Masthead,
    Paragraph,
    Picture,
    Run,
    Signature,
    Table,
)
from ..diagnostics import Diagnostic
from ..noun import Noun, replace
from ..scripts import latin_portions
from ..target import Target
from ..template import Style, Template
from ..units import TWIPS_PER_PT, to_twips
from .charts import settle_chart
from .colophon import SetColophon
from .flow import Unit
from .lines import break_lines
from .masthead import settle_masthead
from .sealing import settle_signature
from .setting import Setter, SetText
from .signature import unsealed
from .tables import SetTable, settle_table
from .titles import break_title

_GAP_COUNTED = 0.2  # em; what the widest target counts between Han and Latin
_TITLES = ("title", "attachment-title")


class Settled(Noun, frozen=True):
    """A settled block with what placing it needs."""

    block: Block
    style: str  # of a paragraph; "table" or "picture" otherwise
    text: SetText | None = None
    lines: tuple[tuple[int, int], ...] = ()
    indents: tuple[float, float, float] = (0.0, 0.0, 0.0)  # left, right, first line, in points
    table: SetTable | None = None
    drawn: Masthead | Signature | None = None  # off the grid, as the pages have it; `block` is the DOCX's
    colophon: SetColophon | None = None

    def all_runs(self) -> Iterator[Sequence[Run]]:
        """Yield the runs of the block, cell by cell for a table."""
        if isinstance(self.block, Paragraph):
            yield self.block.runs
        elif isinstance(self.block, Masthead | Signature | Colophon):
            yield from (paragraph.runs for paragraph in self.block.paragraphs)
        elif isinstance(self.block, Table):
            for row in (*self.block.head, *self.block.rows):
                for cell in row:
                    yield cell.runs
        elif isinstance(self.block, Chart):
            chart = self.block
            words = (chart.unit, *chart.categories, *(one.name for one in chart.series))
            yield tuple(Run(word, chart.source) for word in words)


def settle(composed: Composed, setter: Setter, target: Target) -> tuple[list[Settled], list[Diagnostic]]:
    """Settle every block and break its lines."""
    found: list[Diagnostic] = []
    settled: list[Settled] = []
    blocks = _with_signatures(composed, setter)
    for position, block in enumerate(blocks):
        own = setter.on(landscape=block.landscape)
        if isinstance(block, Masthead):
            follower = next((b for b in blocks[position + 1 :] if isinstance(b, Paragraph)), None)
            for_docx, for_pages, wrong = settle_masthead(block, follower, setter)
            found += wrong
            settled.append(Settled(for_docx, "masthead", drawn=for_pages))
        elif isinstance(block, Signature):
            signed, drawn, wrong = settle_signature(block, setter, composed.images)
            found += wrong
            settled.append(Settled(signed, "signature", drawn=drawn))
        elif isinstance(block, Table):
            set_table, wrong = settle_table(block, own, target)
            found += wrong
            settled.append(Settled(set_table.table, "table", table=set_table))
        elif isinstance(block, Chart):
            chart, wrong = settle_chart(block, own, target)
            found += wrong
            settled.append(Settled(chart, "picture"))
        elif isinstance(block, Picture):
            picture = _settle_picture(block, composed.images[block.image], own.template)
            settled.append(Settled(picture, "picture"))
        elif isinstance(block, Paragraph):
            settled.append(_settle_paragraph(block, own, target))
    return settled, found


def line_measure(template: Template) -> float:
    """Give the measure a word processor breaks at: the page less its margins, in whole twips."""
    geometry = template.geometry
    twips = to_twips(template.width) - to_twips(geometry.left) - to_twips(geometry.right)
    return twips / TWIPS_PER_PT


def _in_twips(cells: float, template: Template) -> float:
    """Turn cells into points as the DOCX states them: whole twips."""
    return to_twips(cells * template.cell) / TWIPS_PER_PT


def _settle_paragraph(block: Paragraph, setter: Setter, target: Target) -> Settled:
    template = setter.template
    style = template.styles[block.style]
    text = setter.set_runs(block.runs, style)
    measure = line_measure(template)
    if block.style in _TITLES:
        block = replace(block, breaks=break_title(text.text, text.advances, measure, block.breaks))
    if block.hanging:
        block = _hang(block, text, setter, style)
    left, right, first = _indents(block, style)
    first_indent = target.first_line if first == 2 else _in_twips(first, template)
    lines = break_lines(
        text.text, text.advances, measure - _in_twips(left, template) - _in_twips(right, template), target,
        tracking=style.tracking, size=style.size, first_indent=first_indent, breaks=block.breaks or (),
        edges=setter.edges(text.text),
    )  # fmt: skip
    cell = template.cell
    return Settled(block, block.style, text, tuple(lines), (left * cell, right * cell, first * cell))


def _indents(block: Paragraph, style: Style) -> tuple[float, float, float]:
    """Give the left, right and first-line indent of a paragraph in cells, settled ones first."""
    return (
        style.indent_left if block.indent_left is None else block.indent_left,
        style.indent_right if block.indent_right is None else block.indent_right,
        style.first_line if block.first_line is None else block.first_line,
    )


def _hang(block: Paragraph, text: SetText, setter: Setter, style: Style) -> Paragraph:
    """Set later lines in to where the name begins after its label and number (7.3.4)."""
    tracking = setter.tracking(style)
    width = (sum(text.advances[: block.hanging]) + tracking * block.hanging) / setter.template.cell
    left = style.indent_left if block.indent_left is None else block.indent_left
    return replace(block, indent_left=left + width, first_line=-width)


def _with_signatures(composed: Composed, setter: Setter) -> list[Block]:
    """Settle the indents of issuers and dates that stand together."""
    blocks = list(composed.blocks)
    template = composed.template
    position = 0
    while position < len(blocks):
        group = _signature_at(blocks, position)
        if not group:
            position += 1
            continue
        names = [n for n, block in group.items() if block.style == "issuer"]
        dates = [n for n, block in group.items() if block.style == "date"]
        widths = {n: _cells_wide(block, setter) for n, block in group.items()}
        name_indents, date_start = unsealed(
            [widths[n] for n in names], widths[dates[0]] if dates else None, template.grid.cells
        )
        for n, indent in zip(names, name_indents, strict=True):
            blocks[n] = replace(group[n], indent_right=min(indent, max(0.0, _most_indent(group[n], setter))))
        for n in dates:
            # A program that sets its digits wider must not break the date: it may pass the right edge.
            beyond = min(0.0, _most_indent(group[n], setter) - (date_start or 0.0))
            blocks[n] = replace(group[n], indent_left=date_start, indent_right=beyond or None)
        position = max(group) + 1
    return blocks


def _signature_at(blocks: Sequence[Block], position: int) -> dict[int, Paragraph]:
    """Collect the issuers and dates that stand together from a position on."""
    group: dict[int, Paragraph] = {}
    for index in range(position, len(blocks)):
        block = blocks[index]
        if not (isinstance(block, Paragraph) and block.style in ("issuer", "date")):
            break
        group[index] = block
    return group


def _most_indent(block: Paragraph, setter: Setter) -> float:
    """Say how far in a line may be set and still hold the block, in cells; negative when it cannot."""
    style = setter.template.styles[block.style]
    text = setter.set_runs(block.runs, style)
    gaps = len(latin_portions(text.text)) * 2 * _GAP_COUNTED * style.size
    # Tracking, which only ever draws together, is left out: the most a program can need.
    room = (line_measure(setter.template) - text.width - gaps) * TWIPS_PER_PT
    return floor(room) / TWIPS_PER_PT / setter.template.cell


def _cells_wide(block: Paragraph, setter: Setter) -> float:
    style = setter.template.styles[block.style]
    text = setter.set_runs(block.runs, style)
    return (text.width + setter.tracking(style) * len(text.text)) / setter.template.cell


def _settle_picture(block: Picture, image: Image, template: Template) -> Picture:
    """Give a picture its natural size, made smaller where the type area is."""
    pitch = min(geometry.pitch for geometry in template.geometries.values())
    width, height = image.width_px * 72 / image.dpi, image.height_px * 72 / image.dpi
    scale = min(1.0, template.measure / width, (template.grid.rows - 2) * pitch / height)
    width, height = width * scale, height * scale
    return replace(block, width=width, height=height, rows=max(1, ceil((height - 0.01) / pitch)))


def units_of(settled: Sequence[Settled], template: Template) -> list[Unit]:
    """Cut settled blocks into what pages are filled with."""
    units: list[Unit] = []
    landscape = False
    for index, one in enumerate(settled):
        block = one.block
        first = len(units)
        if isinstance(block, Masthead | Signature):
            units.append(Unit(block.rows, index, 0, may_end=not isinstance(block, Masthead)))
        elif isinstance(block, Table):
            units += _table_units(index, block)
        elif isinstance(block, Picture | Chart):
            keep = template.styles["picture"].keep_with_next
            units.append(Unit(block.rows, index, 0, may_end=not keep))
        elif isinstance(block, Paragraph):
            units += _paragraph_units(index, block, len(one.lines), template)
        if block.sheet_start or block.landscape != landscape:
            units[first] = replace(units[first], must_start=True)
        landscape = block.landscape
    if units:
        units[-1] = replace(units[-1], may_end=True)
    return units


def _paragraph_units(index: int, block: Paragraph, lines: int, template: Template) -> list[Unit]:
    keep = block.keep_with_next
    if keep is None:
        keep = template.styles[block.style].keep_with_next
    # A paragraph that stays with the next one moves as a whole, as LibreOffice moves it.
    units = [Unit(1, index, part, not keep) for part in range(max(1, lines))]
    if block.keep_two_lines:
        hold_two_lines(units, 0, lines)
    return units


def hold_two_lines(units: list[Unit], first: int, lines: int) -> None:
    """Keep a page from ending after a paragraph's first line or before its last; `lines` is at least 2."""
    for part in {0, lines - 2}:
        units[first + part] = replace(units[first + part], may_end=False)


def _table_units(index: int, block: Table) -> Iterator[Unit]:
    head = len(block.head)
    repeated = sum(block.heights[:head])
    for part, rows in enumerate(block.heights):
        yield Unit(rows, index, part, may_end=part >= head, repeats=repeated if part > head else 0)
