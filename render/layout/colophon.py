"""Colophon: its lines, and the page and place it stands at (GB/T 9704-2012, 7.4).

The last of its rules lies on the lower edge of the type area of the last page, which is an even one
(GB/T 33476.2-2016, 7.3.1). When the text leaves it no room there, a page stays blank before it, and
neither that page nor the colophon's is numbered (7.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from ..blocks import Block, Colophon, Paragraph, Run
from ..noun import Noun, replace
from ..target import Target
from ..template import Template
from ..units import TWIPS_PER_PT, to_twips
from .lead import leads
from .lines import break_lines
from .setting import Setter, SetText

_SLACK = 2.0  # points kept free below a colophon in a DOCX: the paragraph that ends it, and rounding
_LABEL = "主送："


class SetList(Noun, frozen=True):
    """A list of a colophon with its lines found."""

    paragraph: Paragraph
    text: SetText
    lines: tuple[tuple[int, int], ...]
    hang: float  # what later lines are set in by


class SetColophon(Noun, frozen=True):
    """A colophon with the lines of its lists."""

    block: Colophon
    lists: tuple[SetList, ...]
    height: float  # from the upper edge of its first rule to the lower edge of its last


def settle_colophon(block: Colophon, setter: Setter, target: Target) -> SetColophon:
    """Break a colophon's lines and count the grid rows it takes."""
    template = setter.template
    look = template.colophon
    lists = tuple(_settle_list(paragraph, setter, target) for paragraph in block.lists)
    heights = tuple(len(each.lines) for each in lists)
    has_foot = block.printer is not None or block.printed is not None
    height = template.styles["copies"].leading * (sum(heights) + has_foot) + 2 * look.rule_outer
    height += look.rule_inner if lists and has_foot else 0.0
    pitch = min(geometry.pitch for geometry in template.geometries.values())
    settled = replace(
        block,
        lists=tuple(each.paragraph for each in lists),
        heights=heights,
        rows=ceil((height + _SLACK) / pitch),
    )
    return SetColophon(settled, lists, height)


def side_indent(template: Template) -> float:
    """Give what a colophon's text is set in by at either side: one cell of its own size (7.4.2)."""
    return to_twips(template.colophon.indent * template.styles["copies"].size) / TWIPS_PER_PT


def _settle_list(paragraph: Paragraph, setter: Setter, target: Target) -> SetList:
    template = setter.template
    style = template.styles[paragraph.style]
    text = setter.set_runs(paragraph.runs, style)
    width = sum(text.advances[: paragraph.hanging])
    cells = width / template.cell
    hang = to_twips(cells * template.cell) / TWIPS_PER_PT
    measure = to_twips(template.measure) / TWIPS_PER_PT - 2 * side_indent(template)
    lines = break_lines(text.text, text.advances, measure - hang, target, size=style.size, first_indent=-hang)
    settled = replace(paragraph, indent_left=cells, first_line=-cells)
    return SetList(settled, text, tuple(lines), hang)


def parted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Colophon | None]:
    """Part the colophon from the text, whose pages must be filled before it can be placed."""
    foot = next((block for block in blocks if isinstance(block, Colophon)), None)
    return tuple(block for block in blocks if block is not foot), foot


def with_addressees(block: Colophon | None, addressee: Paragraph) -> Colophon:
    """Move the addressees above the copies (7.3.2, 7.4.2); a document without a colophon gets one."""
    runs = list(addressee.runs)
    last = runs[-1]
    runs[-1] = replace(last, text=last.text.rstrip("：:") + "。")
    moved = Paragraph("copies", (Run(_LABEL, addressee.source), *runs), addressee.source, hanging=len(_LABEL))
    if block is None:
        return Colophon((moved,), None, None, addressee.source)
    return replace(block, lists=(moved, *block.lists))


def placed(colophon: SetColophon, used: int, page_no: int, setter: Setter) -> SetColophon:
    """Choose the page of a colophon, and the blank above it in the DOCX.

    Args:
        colophon: Settled.
        used: Grid rows taken on the last page of the text.
        page_no: Of that page.
        setter: For the form's grid and geometry.
    """
    template, block = setter.template, colophon.block
    fits = used + block.rows <= template.grid.rows
    if not template.colophon.even_page:
        skipped = 0 if fits else 1
    elif page_no % 2:
        skipped = 1
    else:
        skipped = 0 if fits else 2
    docx, _ = leads(template)
    foot = template.height - template.geometries["nominal"].bottom - docx.geometry.top
    taken = 0 if skipped else used
    blank = foot - _SLACK - colophon.height - taken * docx.geometry.pitch
    return replace(colophon, block=replace(block, skipped=skipped, blank=max(0.0, blank)))
