"""Letterhead: the head of a letter, above the type area (GB/T 9704-2012, 10.1).

The mark stands 30 mm below the sheet's edge, a double rule 4 mm below it; 份号, 密级 and 紧急程度 begin
seven eighths of a 3号 character below that at the left, 发文字号 at the right. A second double rule lies
20 mm above the sheet's lower edge. What the whole rows of the grid leave over goes into the one gap that
may take it, above the title; the mark is made smaller where that would be too much.
"""

from __future__ import annotations

from ..blocks import Line, Masthead, Paragraph, Piece
from ..noun import replace
from ..pages import Item, Rule
from ..template import MastheadStyle, Template
from ..units import from_mm
from .ink import Ink, ink_of
from .lead import Lead
from .mark import Fit
from .setting import Setter

NEAR = from_mm(4.84)
"""Seven eighths of a 3号 character (GB/T 33476.2-2016, 9.1)."""

_MOST = from_mm(25.6)  # of a gap of two rows, from ink to ink
_HAN = "国"


class Letterhead:
    """A letterhead's lines at their heights, for one kind of output; heights count from the sheet's edge."""

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
        self.follower = follower
        face = self.template.styles["mark"].face
        self.ink = ink_of(block.mark[0].text if block.mark else _HAN, face, setter.book)
        self.right = [paragraph for paragraph in (block.number, block.stage) if paragraph]
        self.lines = max(len(block.corner), len(self.right))

    def rows(self) -> int:
        """Count the grid rows down to the title: the fewest with two rows free above it."""
        least = self.look.rows_below * from_mm(10.39)
        return next(n for n in range(1, 3 * self.template.grid.rows) if self._free(n) >= least)

    def excess(self) -> float:
        """Say how much more than two rows is left free above the title."""
        return self._free(self.rows()) - _MOST

    def settle(self, rows: int) -> Masthead:
        """Put every line in its place."""
        block, top = self.block, self.lead.geometry.top
        baseline = self.look.mark_top + self.ink.top * self.fit.size - top
        piece = Piece(block.mark[0].runs, self.template.measure / 2, "center") if block.mark else None
        marks = (
            (Line("mark", (piece,), baseline, block.mark[0].source, self.fit.size, self.fit.stretch),)
            if piece
            else ()
        )
        return replace(
            block,
            mark=block.mark[:1],  # the host's alone (10.1)
            suffix=None,
            rows=rows,
            mark_lines=marks,
            corner_lines=(),
            number_lines=self._element_lines(),
            rule=self._rule() - top,
        )

    def _rule(self) -> float:
        """Say where the upper double rule begins."""
        look = self.look
        return look.mark_top + (self.ink.top - self.ink.bottom) * self.fit.size + look.rule_gap

    def _first_ink(self) -> Ink:
        """Measure the first line of elements, in points."""
        first = [p for p in (*self.block.corner[:1], *self.right[:1]) if p.runs]
        inks = [
            (
                ink_of(p.text, self.template.styles[p.style].face, self.setter.book),
                self.template.styles[p.style],
            )
            for p in first
        ]
        return Ink(
            max((ink.top * style.size for ink, style in inks), default=0.0),
            min((ink.bottom * style.size for ink, style in inks), default=0.0),
        )

    def _bottom(self) -> float:
        """Say where the ink of the last line of elements ends, or the rule where there is none."""
        rule = self._rule() + double_height(self.look)
        if not self.lines:
            return rule
        ink = self._first_ink()
        return rule + NEAR + ink.top - ink.bottom + (self.lines - 1) * self.lead.geometry.pitch

    def _free(self, rows: int) -> float:
        """Say how much is free above the title, from ink to ink, when it stands below so many rows."""
        geometry = self.lead.geometry
        style = self.template.styles[self.follower.style if self.follower else "text"]
        text = (self.follower.text if self.follower else "") or _HAN
        ink = ink_of(text, style.face, self.setter.book)
        baseline = self.lead.baseline(style.size, style.leading or geometry.pitch)
        return geometry.top + rows * geometry.pitch + baseline - ink.top * style.size - self._bottom()

    def _element_lines(self) -> tuple[Line, ...]:
        """Set 份号, 密级 and 紧急程度 flush left, 发文字号 flush right beside the first of them."""
        block = self.block
        first = (
            self._rule() + double_height(self.look) + NEAR + self._first_ink().top - self.lead.geometry.top
        )
        lines = []
        for row in range(self.lines):
            left = block.corner[row] if row < len(block.corner) else None
            pieces = [Piece(left.runs, 0.0)] if left and left.runs else []
            right = self.right[row] if row < len(self.right) else None
            if right:
                pieces.append(Piece(right.runs, self.template.measure, "right"))
            shown = left if left and left.runs else right
            style = shown.style if shown else "number"
            source = shown.source if shown else block.source
            lines.append(Line(style, tuple(pieces), first + row * self.lead.geometry.pitch, source))
        return tuple(lines)


def double_height(look: MastheadStyle) -> float:
    """Give the height of a double rule."""
    return look.rule + look.between + look.thin


def double_rule(y: float, template: Template, *, thin_first: bool) -> list[Item]:
    """Draw a double rule whose upper edge lies at a height, centred on the type area."""
    look = template.masthead
    middle = template.geometry.left + template.measure / 2
    x0, x1 = middle - look.rule_width / 2, middle + look.rule_width / 2
    first, second = (look.thin, look.rule) if thin_first else (look.rule, look.thin)
    heights = (y + first / 2, y + first + look.between + second / 2)
    return [
        Rule(x0, at, x1, at, thickness, look.rule_color)
        for at, thickness in zip(heights, (first, second), strict=True)
    ]


def foot_rule(template: Template) -> float:
    """Say where the lower double rule begins, whose middle is as far from the lower edge as the form says."""
    look = template.masthead
    return template.height - look.foot - double_height(look) / 2
