"""Sealing: where names, date and seals of a sealed signature stand (GB/T 9704-2012, 7.3.5).

A seal covers the names and the date, which stand below its middle, and its upper edge is no more than a
line below the text (7.3.5.1). Several agencies stand side by side in rows, one seal each, that do not
touch; the last seal covers the date as well. A signature seal (签名章) stands four cells from the right,
the title of who signs two cells to its left, half way down (7.3.5.3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor

from ..blocks import Image, Line, Paragraph, Piece, Run, Seal, Signature
from ..diagnostics import Diagnostic
from ..noun import Noun, replace
from ..template import SealSpace, Template
from ..units import PT_PER_MM, from_mm
from .ink import ink_of
from .lead import Lead, leads
from .setting import Setter
from .titles import break_title

_FROM_RIGHT = 4.0  # cells between date or signature seal and the right edge, 7.3.5.1 and 7.3.5.3
_TITLE_GAP = 2.0  # cells between the title of who signs and the seal, 7.3.5.3
_ROWS_ABOVE_SIGNATURE = 2  # blank rows above a signature seal
_ROWS_BELOW_SIGNATURE = 1  # between it and the date
_LINE = from_mm(10.39)  # the most between text and seal (GB/T 33476.2-2016, 7.2.5.1)
_APART = from_mm(1.0)  # at least, between seals
_MARGIN = 0.5  # cells left free between names side by side
_MOST_COLUMNS = 3
_HAN = "国"


class _Box(Noun, frozen=True):
    """Width and height of a seal."""

    width: float
    height: float


def settle_signature(
    block: Signature, setter: Setter, images: Mapping[str, Image]
) -> tuple[Signature, Signature, list[Diagnostic]]:
    """Settle a sealed signature.

    Args:
        block: As composed.
        setter: For measuring.
        images: The pictures of seals.

    Returns:
        The signature as the DOCX has it, as the pages have it, and what is wrong: a picture too large
        or too coarse, more names than a page can hold.
    """
    boxes, found = _boxes(block, setter.template, images)
    for_docx, for_pages = leads(setter.template)
    make = _Signed if block.is_signed else _Sealed
    both = [make(block, boxes, setter, lead) for lead in (for_docx, for_pages)]
    above = max(each.rows_above() for each in both)  # the same in both outputs
    docx, pages = (each.settle(above) for each in both)
    most = setter.template.grid.rows - 1
    if docx.rows > most:
        values = {"rows": docx.rows, "most": most, "clause": "7.3.5.1"}
        found.append(Diagnostic("layout.signature_too_tall", block.source, values))
    return docx, pages, found


def _boxes(
    block: Signature, template: Template, images: Mapping[str, Image]
) -> tuple[list[_Box], list[Diagnostic]]:
    """Measure the seals; where there is no picture, the room that is left for one."""
    space = template.seal
    free = (
        _Box(space.signature_width, space.signature_height)
        if block.is_signed
        else _Box(space.diameter, space.diameter)
    )
    boxes = [free] * len(block.names)
    found: list[Diagnostic] = []
    area = template.measure, template.grid.rows * template.geometry.pitch
    for n, seal in enumerate(block.seals[: len(boxes)]):
        image = images[seal.image]
        box = _natural(image) if image.sized else _fitted(image, free)
        values = {"name": seal.image, "clause": "7.3.5.3" if block.is_signed else "7.3.5.1"}
        dpi = image.width_px / box.width * 72
        if box.width > area[0] or box.height > area[1]:
            size = f"{box.width / PT_PER_MM:.0f}×{box.height / PT_PER_MM:.0f}"
            found.append(Diagnostic("seal.too_large", block.source, values | {"size": size}))
            box = _fitted(image, free)
        elif dpi < space.least_dpi:
            resolution = {"dpi": f"{dpi:.0f}", "least": space.least_dpi}
            found.append(Diagnostic("seal.too_coarse", block.source, values | resolution))
        boxes[n] = box
    return boxes, found


def _natural(image: Image) -> _Box:
    return _Box(image.width_px * 72 / image.dpi, image.height_px * 72 / image.dpi)


def _fitted(image: Image, free: _Box) -> _Box:
    scale = min(free.width / image.width_px, free.height / image.height_px)
    return _Box(image.width_px * scale, image.height_px * scale)


class _Arranged:
    """What both kinds of signature share."""

    def __init__(self, block: Signature, boxes: Sequence[_Box], setter: Setter, lead: Lead) -> None:
        self.block, self.boxes, self.setter, self.lead = block, boxes, setter, lead
        self.template: Template = setter.template
        self.space: SealSpace = self.template.seal
        self.pitch = lead.geometry.pitch
        self.tightest = min(geometry.pitch for geometry in self.template.geometries.values())
        self.cell, self.measure = self.template.cell, self.template.measure

    def width(self, runs: Sequence[Run], style: str) -> float:
        """Measure a name or a date as it is drawn."""
        look = self.template.styles[style]
        text = self.setter.set_runs(runs, look)
        return text.width + self.setter.tracking(look) * max(0, len(text.text) - 1)

    def line(self, paragraph: Paragraph, pieces: Sequence[Piece], row: float) -> Line:
        """Set pieces on a row, which may lie between two."""
        size = self.template.styles[paragraph.style].size
        baseline = row * self.pitch + self.lead.baseline(size, self.pitch)
        return Line(paragraph.style, tuple(pieces), baseline, paragraph.source)

    def ink(self, row: float) -> tuple[float, float]:
        """Say where the ink of Han on a row begins and ends."""
        look = self.template.styles["issuer"]
        names = "".join(name.text for name in self.block.names)
        ink = ink_of(names or _HAN, look.face, self.setter.book)
        baseline = row * self.pitch + self.lead.baseline(look.size, self.pitch)
        return baseline - ink.top * look.size, baseline - ink.bottom * look.size


class _Sealed(_Arranged):
    """Seals of agencies."""

    def settle(self, above: int) -> Signature:
        """Put names, date and seals in their places, below so many blank rows."""
        block = self.block
        rows = self._rows()
        tallest = max((box.height for box in self.boxes), default=self.space.diameter)
        apart = floor((tallest + _APART) / self.tightest) + 1  # rows from one row of names to the next
        row = above
        lines: list[Line] = []
        seals: list[Seal] = []
        number = 0
        center = 0.0
        for names, centers in rows:
            parts = [self._in_lines(paragraph, len(rows) > 1 or len(names) > 1) for paragraph in names]
            most = max(map(len, parts), default=1)
            for level in range(most):
                pieces = [
                    Piece(part[level - (most - len(part))], at, "center")
                    for part, at in zip(parts, centers, strict=True)
                    if level >= most - len(part)
                ]
                lines.append(self.line(names[0], pieces, row + level))
            for at in centers:
                if number < len(block.seals):
                    seals.append(self._seal(number, at, row, len(lines) - 1, is_first=not seals))
                number += 1
            center = centers[-1]
            row += max(apart, most) if names is not rows[-1][0] else most
        if block.date:
            if not rows:
                half = self.width(block.date.runs, block.date.style) / 2
                center = self.measure - _FROM_RIGHT * self.cell - half
            lines.append(self.line(block.date, [Piece(block.date.runs, center, "center")], row))
            row += 1
        return replace(block, rows=ceil(row), lines=tuple(lines), seals=tuple(seals))

    def rows_above(self) -> int:
        """Count the blank rows between text and names that the upper half of a seal takes."""
        radius = max((box.height for box in self.boxes), default=self.space.diameter) / 2
        return max(1, ceil((radius - self.ink(0)[0]) / self.tightest))

    def _seal(self, number: int, center: float, row: float, line: int, *, is_first: bool) -> Seal:
        """Put a seal over a name, whose ink begins at its middle."""
        box = self.boxes[number]
        middle = self.ink(row)[0]
        if is_first:  # its upper edge is no more than a line below the ink of the text
            middle = min(middle, self.ink(-1)[1] + _LINE - from_mm(1) + box.height / 2)
        seal = self.block.seals[number]
        return replace(
            seal, x=center - box.width / 2, y=middle - box.height / 2, width=box.width, height=box.height,
            line=line,
        )  # fmt: skip

    def _rows(self) -> list[tuple[list[Paragraph], list[float]]]:
        """Share the names out among rows; gives each row's names and the middle of each."""
        names = list(self.block.names)
        if not names:
            return []
        if len(names) == 1:
            return [(names, [self._single_center(names[0])])]
        columns = self._columns([self.width(name.runs, name.style) for name in names])
        wide = self.measure / columns
        rows = []
        for first in range(0, len(names), columns):
            row = names[first : first + columns]
            free = columns - len(row)  # the last row keeps to the right, where the date stands
            rows.append((row, [(free + n + 0.5) * wide for n in range(len(row))]))
        return rows

    def _single_center(self, name: Paragraph) -> float:
        """Centre the name on the date, which ends four cells from the right; else as far right as it goes."""
        date = self.block.date
        half = self.width(date.runs, date.style) / 2 if date else 0.0
        center = self.measure - _FROM_RIGHT * self.cell - half
        return min(center, self.measure - self.width(name.runs, name.style) / 2)

    def _columns(self, widths: Sequence[float]) -> int:
        """Choose how many names stand side by side: three where they fit, on two lines if it saves rows."""
        widest = max(widths)
        seal = max(box.width for box in self.boxes) + _APART
        most = max(1, min(_MOST_COLUMNS, len(widths), floor(self.measure / seal)))
        for columns in range(most, 0, -1):
            if widest <= self._room(columns) and (columns == most or ceil(len(widths) / columns) <= 2):
                return columns
        return next((c for c in range(most, 0, -1) if widest <= 1.9 * self._room(c)), 1)

    def _room(self, columns: int) -> float:
        return self.measure / columns - _MARGIN * self.cell

    def _in_lines(self, name: Paragraph, is_joint: bool) -> list[tuple[Run, ...]]:
        """Break a name that its column cannot hold; both lines about equally long."""
        if not is_joint:
            return [name.runs]
        room = self._room(self._columns([self.width(n.runs, n.style) for n in self.block.names]))
        if self.width(name.runs, name.style) <= room:
            return [name.runs]
        look = self.template.styles[name.style]
        text = self.setter.set_runs(name.runs, look)
        ends = break_title(text.text, text.advances, room, None)
        return [_cut(name.runs, a, b) for a, b in zip((0, *ends), (*ends, len(text.text)), strict=True)]


class _Signed(_Arranged):
    """Signature seals, one below the other."""

    def rows_above(self) -> int:
        """Count the blank rows between text and the first seal."""
        return _ROWS_ABOVE_SIGNATURE

    def settle(self, above: int) -> Signature:
        """Put titles, seals and date in their places, below so many blank rows."""
        block = self.block
        right = self.measure - _FROM_RIGHT * self.cell
        row = float(above)
        lines: list[Line] = []
        seals: list[Seal] = []
        for n, name in enumerate(block.names):
            box = self.boxes[n]
            taken = ceil(box.height / self.tightest - 0.01)
            middle = row + (taken - 1) / 2
            at = right - box.width - _TITLE_GAP * self.cell
            lines.append(self.line(name, [Piece(name.runs, at, "right")], middle))
            if n < len(block.seals):
                y = sum(self.ink(middle)) / 2 - box.height / 2
                seals.append(
                    replace(
                        block.seals[n], x=right - box.width, y=y, width=box.width, height=box.height, line=n
                    )
                )
            row += taken + (1 if n < len(block.names) - 1 else 0)
        if block.date:
            row += _ROWS_BELOW_SIGNATURE
            lines.append(self.line(block.date, [Piece(block.date.runs, right, "right")], row))
            row += 1
        return replace(block, rows=ceil(row), lines=tuple(lines), seals=tuple(seals))


def _cut(runs: Sequence[Run], start: int, stop: int) -> tuple[Run, ...]:
    """Take characters out of the middle of runs."""
    cut: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, stop - at)]
        at += len(run.text)
        if text:
            cut.append(replace(run, text=text))
    return tuple(cut)
