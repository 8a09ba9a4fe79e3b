"""Masthead: where the mark, the number, the signers and the red rule stand (GB/T 9704-2012, 7.2).

The mark begins at a height of its own, the rule stands 4 mm below the number, and blank rows lie between
them: none of it falls on the grid. So that what follows is back on it in every program, a masthead takes
whole rows; what they leave over is shared out among its gaps, inside what "two rows" may mean (20.8 to
25.6 mm between inks).

Everything is reckoned twice, for the DOCX and for the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from ..blocks import Line, Masthead, Paragraph, Piece, Run
from ..diagnostics import Diagnostic
from ..noun import replace
from ..template import MastheadStyle
from ..units import from_mm
from .ink import Ink, ink_of
from .lead import Lead, leads
from .letterhead import Letterhead
from .mark import GAP, LEADING, Fit, fit_mark, fitted_to_rows
from .setting import Setter

ROW = from_mm(10.39)
"""One blank row as GB/T 33476.2-2016, 7.1.2 measures it, from line box to line box."""

_COLUMN_GAP = 1.0  # cells between the two names of a line of signers
_PER_LINE = 2  # names of signers, 7.2.6
_HAN = "国"  # whose ink stands for a line that is not there


def settle_masthead(
    block: Masthead, follower: Paragraph | None, setter: Setter
) -> tuple[Masthead, Masthead, list[Diagnostic]]:
    """Settle a masthead.

    Args:
        block: As composed.
        follower: The paragraph below it, from whose ink its last gap is measured.
        setter: For measuring.

    Returns:
        The masthead as the DOCX has it, as the pages have it, and what is wrong: a mark that is too
        long at the smallest size.
    """
    look = setter.template.masthead
    fit, found = fit_mark(block, setter)
    for_docx, for_pages = leads(setter.template)
    kind = Letterhead if look.form == "letter" else Arrangement
    if look.form == "letter":
        fit = fitted_to_rows(lambda size: Letterhead(block, size, follower, setter, look, for_pages), fit)
    rows = 0
    settled = []
    for lead in (for_pages, for_docx):
        arranged = kind(block, fit, follower, setter, look, lead)
        rows = rows or arranged.rows()
        settled.append(arranged.settle(rows))
    return settled[1], settled[0], found


class Arrangement:
    """A masthead's lines at their heights, for one kind of output; heights count from the sheet's edge."""

    def __init__(
        self,
        block: Masthead,
        fit: Fit,
        follower: Paragraph | None,
        setter: Setter,
        look: MastheadStyle,
        lead: Lead,
    ) -> None:
        self.block, self.fit, self.setter, self.look, self.lead = block, fit, setter, look, lead
        self.template = setter.template
        self.measure = self.template.measure
        face = self.template.styles["mark"].face
        tail = block.suffix.text if block.suffix and len(block.mark) == 1 else ""
        inks = [ink_of(name.text + tail, face, setter.book) for name in block.mark]
        self.first, self.last = (inks[0], inks[-1]) if inks else (ink_of(_HAN, face, setter.book),) * 2
        self.follower = follower
        self.number_rows = max(1, ceil(len(block.signers) / _PER_LINE))
        if look.form == "minutes" and not (block.number or block.signers):
            self.number_rows = 0  # 纪要 may do without a number (10.3)

    @property
    def mark_height(self) -> float:
        """Height of the mark's ink."""
        stack = (len(self.block.mark) - 1) * LEADING
        return (self.first.top + stack - self.last.bottom) * self.fit.size

    @property
    def number_ink(self) -> Ink:
        """Ink of the line of the number, in points."""
        if not self.number_rows:
            return Ink(0.0, 0.0)
        style = self.template.styles["number"]
        text = "".join(p.text for p in (self.block.number, *self.block.signers) if p) or _HAN
        ink = ink_of(text, style.face, self.setter.book)
        return Ink(ink.top * style.size, ink.bottom * style.size)

    def rows(self) -> int:
        """Count the grid rows the masthead takes: the fewest with room for its gaps."""
        for rows in range(1, 3 * self.template.grid.rows):
            if self._spare(rows) >= 0:
                return rows
        raise ValueError("a masthead taller than three pages")

    def _gaps(self) -> float:
        """Give the least its two gaps take together."""
        return (self.look.rows_below_mark + self.look.rows_below) * ROW

    def _spare(self, rows: int) -> float:
        """Say how much is left over for the gaps when it takes so many rows."""
        ink = self.number_ink
        number = max(0, self.number_rows - 1) * self.lead.geometry.pitch + ink.top - ink.bottom
        rule = self.look.rule_gap + self.look.rule if self.look.rule else 0.0
        taken = self.look.mark_top + self.mark_height + number + rule + self._gaps()
        return self._follower_ink(rows) - taken

    def _follower_ink(self, rows: int) -> float:
        """Say where the ink of what follows begins."""
        geometry = self.lead.geometry
        follower = self.follower
        style = self.template.styles[follower.style if follower else "text"]
        text = (follower.text if follower else "") or _HAN
        ink = ink_of(text, style.face, self.setter.book)
        leading = style.leading or geometry.pitch
        top = geometry.top + rows * geometry.pitch
        return top + self.lead.baseline(style.size, leading) - ink.top * style.size

    def settle(self, rows: int) -> Masthead:
        """Put every line in its place."""
        geometry, look = self.lead.geometry, self.look
        spare = self._spare(rows)
        total = look.rows_below_mark + look.rows_below
        above = look.rows_below_mark * (ROW + spare / total)
        ink = self.number_ink
        number_top = look.mark_top + self.mark_height + above
        first_number = number_top + ink.top
        last_number = first_number + max(0, self.number_rows - 1) * geometry.pitch
        rule = last_number - ink.bottom + look.rule_gap if look.rule else None
        marks, suffix = self._mark_lines(look.mark_top - geometry.top)
        return replace(
            self.block,
            rows=rows,
            corner_lines=self._corner_lines(),
            mark_lines=marks,
            suffix_line=suffix,
            number_lines=self._number_lines(first_number - geometry.top),
            rule=None if rule is None else rule - geometry.top,
        )

    def _corner_lines(self) -> tuple[Line, ...]:
        """Set 份号, 密级 and 紧急程度 flush left from the first row down, 稿次 flush right on the first."""
        block, pitch = self.block, self.lead.geometry.pitch
        corner = list(block.corner)
        if block.stage and not corner:
            corner = [Paragraph("blank", (), block.stage.source)]
        lines = []
        for row, paragraph in enumerate(corner):
            style = self.template.styles[paragraph.style]
            pieces = [Piece(paragraph.runs, 0.0)] if paragraph.runs else []
            name = paragraph.style
            if block.stage and row == 0:
                pieces.append(Piece(block.stage.runs, self.measure, "right"))
                name = name if paragraph.runs else block.stage.style
            baseline = row * pitch + self.lead.baseline(style.size, pitch)
            lines.append(Line(name, tuple(pieces), baseline, paragraph.source))
        return tuple(lines)

    def _mark_lines(self, top: float) -> tuple[tuple[Line, ...], Line | None]:
        """Set the mark in the middle; 文件 beside stacked names, half way down (7.2.4)."""
        block, fit = self.block, self.fit
        baseline = top + self.first.top * fit.size
        if len(block.mark) == 1:
            (name,) = block.mark
            runs = (*name.runs, *(block.suffix.runs if block.suffix else ()))
            piece = Piece(runs, self.measure / 2, "center")
            return (Line("mark", (piece,), baseline, name.source, fit.size, fit.stretch),), None
        gap = GAP * fit.suffix_size if block.suffix else 0.0
        left = (self.measure - fit.names - gap - fit.suffix) / 2
        lines = tuple(
            Line("mark", (Piece(name.runs, left),), baseline + n * LEADING * fit.size, name.source,
                 fit.size, fit.stretch, fit.names)
            for n, name in enumerate(block.mark)
        )  # fmt: skip
        if block.suffix is None:
            return lines, None
        ink = ink_of(block.suffix.text, self.template.styles["mark-suffix"].face, self.setter.book)
        middle = top + self.mark_height / 2
        low = middle + (ink.top + ink.bottom) / 2 * fit.suffix_size
        beside = Piece(block.suffix.runs, left + fit.names + gap)
        return lines, Line("mark-suffix", (beside,), low, block.suffix.source, fit.suffix_size, fit.stretch)

    def _number_lines(self, first: float) -> tuple[Line, ...]:
        """Set the number, and the signers at its right (7.2.5, 7.2.6)."""
        block, pitch = self.block, self.lead.geometry.pitch
        cell = self.template.cell
        number = block.number
        source = number.source if number else block.source
        rows: list[list[Piece]] = [[] for _ in range(self.number_rows)]
        if not rows:
            return ()
        if number and block.is_upward:
            rows[-1].append(Piece(number.runs, cell))
        elif number:
            rows[-1].append(Piece(number.runs, self.measure / 2, "center"))
        for row, pieces in enumerate(_signer_pieces(block.signers, self.setter)):
            rows[row] += pieces
        return tuple(
            Line(
                "number" if row == self.number_rows - 1 else "signer",
                tuple(pieces),
                first + row * pitch,
                source,
            )
            for row, pieces in enumerate(rows)
        )


def _signer_pieces(signers: Sequence[Paragraph], setter: Setter) -> list[list[Piece]]:
    """Set the signers two on a line, the last line's end one cell in; names stand below one another."""
    if not signers:
        return []
    template = setter.template
    style, cell = template.styles["signer"], template.cell

    def width(runs: Sequence[Run]) -> float:
        text = setter.set_runs(runs, style)
        return text.width + setter.tracking(style) * len(text.text)

    label, names = signers[0].runs[:1], [signers[0].runs[1:], *(each.runs for each in signers[1:])]
    columns = [names[n::_PER_LINE] for n in range(_PER_LINE)]
    widths = [max((width(runs) for runs in column), default=0.0) for column in columns]
    right = template.measure - cell
    starts = [0.0] * _PER_LINE
    starts[1] = right - widths[1] if widths[1] else right
    starts[0] = starts[1] - (_COLUMN_GAP * cell if widths[1] else 0.0) - widths[0]
    lines: list[list[Piece]] = []
    for n, runs in enumerate(names):
        row, column = divmod(n, _PER_LINE)
        if column == 0:
            lines.append([])
        if n == 0:  # one piece, since a tab stop right behind the label would be passed over
            lines[row].append(Piece((*label, *runs), starts[0] - width(label)))
        else:
            lines[row].append(Piece(runs, starts[column], joins=column > 0))
    return lines
