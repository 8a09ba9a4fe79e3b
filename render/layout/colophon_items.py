"""Colophon items: a colophon drawn at the foot of its page (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

from collections.abc import Callable

from ..blocks import Paragraph
from ..diagnostics import Source
from ..pages import Item, Rule
from .colophon import SetColophon, SetList, side_indent
from .setting import ASCENT, Setter, spread, text_runs

_Element = Callable[[str, Source], int]


def colophon_items(colophon: SetColophon, setter: Setter, element: _Element) -> list[Item]:
    """Draw a colophon so that its last rule lies on the lower edge of the type area."""
    template = setter.template
    look, block = template.colophon, colophon.block
    leading = template.styles["copies"].leading
    left, right = template.geometry.left, template.geometry.left + template.measure
    foot = template.height - template.geometries["nominal"].bottom
    items: list[Item] = []

    def rule(y: float, thickness: float) -> None:
        if thickness:
            items.append(Rule(left, y, right, y, thickness))

    # The middle of the last rule lies on the edge.
    y = foot + look.rule_outer / 2 - colophon.height
    rule(y + look.rule_outer / 2, look.rule_outer)
    y += look.rule_outer
    inset = side_indent(template)
    for each in colophon.lists:
        items += _list_items(each, setter, left + inset, y, element)
        y += leading * len(each.lines)
    if block.printer or block.printed:
        if colophon.lists:
            rule(y + look.rule_inner / 2, look.rule_inner)
            y += look.rule_inner
        if block.printer:
            items += _line_items(block.printer, setter, left + inset, y, element)
        if block.printed:
            style = template.styles[block.printed.style]
            width = setter.set_runs(block.printed.runs, style).width
            items += _line_items(block.printed, setter, right - inset - width, y, element)
    rule(foot, look.rule_outer)
    return items


def _list_items(each: SetList, setter: Setter, x: float, y: float, element: _Element) -> list[Item]:
    template = setter.template
    style = template.styles[each.paragraph.style]
    segments = setter.segments(each.text, ((0, element("P", each.paragraph.source)),))
    measure = template.measure - 2 * side_indent(template)
    items: list[Item] = []
    for n, (start, stop) in enumerate(each.lines):
        inset = each.hang if n else 0.0
        is_last = n == len(each.lines) - 1
        advances = spread(
            each.text.text[start:stop], each.text.advances[start:stop], 0.0, style.size, measure - inset,
            justify=style.align == "justify" and not is_last,
        )  # fmt: skip
        baseline = y + _baseline(style.size, template.styles["copies"].leading)
        items += text_runs(each.text, segments, (start, stop), x + inset, baseline, advances)
        y += template.styles["copies"].leading
    return items


def _line_items(paragraph: Paragraph, setter: Setter, x: float, y: float, element: _Element) -> list[Item]:
    style = setter.template.styles[paragraph.style]
    text = setter.set_runs(paragraph.runs, style)
    segments = setter.segments(text, ((0, element("P", paragraph.source)),))
    baseline = y + _baseline(style.size, setter.template.styles["copies"].leading)
    return [*text_runs(text, segments, (0, len(text.text)), x, baseline, text.advances)]


def _baseline(size: float, leading: float) -> float:
    return (leading - size) / 2 + ASCENT * size
