"""Trace: pages as a listing, one placed thing a line, for tests and for people who look for a fault.

Lengths are points from the top left corner, to a tenth; `y` of a line of text is its baseline. A
colour is named where it is not black.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..pages import Item, Pages, Path, PlacedImage, Rule

_BLACK = "000000"


def write_trace(pages: Pages) -> str:
    """List what stands on each page, in reading order."""
    return "".join(line + "\n" for line in _lines(pages))


def _lines(pages: Pages) -> Iterator[str]:
    for page_index, page in enumerate(pages.pages):
        yield f"page {page_index + 1}  {page.width:.1f} x {page.height:.1f}"
        for item in page.items:
            yield "  " + _line(item)


def _line(item: Item) -> str:
    if isinstance(item, PlacedImage):
        return f"image  {_at(item.x, item.y)}  {item.width:.1f} x {item.height:.1f}  {item.image}"
    color = f"  #{item.color}" if item.color != _BLACK else ""
    if isinstance(item, Path):
        points = [point for line in item.lines for point in line]
        (left, top), (right, foot) = (tuple(map(f, zip(*points, strict=True))) for f in (min, max))
        look = f"  fill #{item.fill}" if item.fill else ""
        stroke = f"  {item.thickness:g}{color}" if item.thickness else ""
        return f"path  {_at(left, top)}  to {_at(right, foot)}  {len(item.lines)} lines{look}{stroke}"
    if isinstance(item, Rule):
        return f"rule  {_at(item.x0, item.y0)}  to {_at(item.x1, item.y1)}  {item.thickness:g}{color}"
    turned = "  turned" if item.turned else ""
    size = f"{item.size:g}" if item.stretch == 1 else f"{item.size:g} x {item.stretch:g}"
    return f'line  {_at(item.x, item.baseline)}  {item.face} {size}  "{item.text}"{color}{turned}'


def _at(x: float, y: float) -> str:
    return f"x={x:.1f}  y={y:.1f}"
