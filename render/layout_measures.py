"""Layout measures: lengths as a layout file says them, each with its unit in the key.

A file gives millimetres, points or twips, whichever the standard or a word processor gives; templates
hold points. Fields are named as the file's keys.
"""

from __future__ import annotations

from .noun import Noun
from .template import Colophon, Geometry, MastheadStyle, SealSpace
from .units import PT_PER_MM, TWIPS_PER_PT, from_mm


class Margins(Noun, frozen=True):
    """A geometry."""

    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    pitch_twips: float

    @classmethod
    def of(cls, geometry: Geometry) -> Margins:
        """Say a geometry as a file does."""
        return cls(
            geometry.top / PT_PER_MM,
            geometry.bottom / PT_PER_MM,
            geometry.left / PT_PER_MM,
            geometry.right / PT_PER_MM,
            geometry.pitch * TWIPS_PER_PT,
        )

    def in_points(self) -> Geometry:
        """Give the geometry a file says."""
        return Geometry(
            from_mm(self.top_mm),
            from_mm(self.bottom_mm),
            from_mm(self.left_mm),
            from_mm(self.right_mm),
            self.pitch_twips / TWIPS_PER_PT,
        )


class MastheadMeasures(Noun, frozen=True):
    """Where the parts of a masthead stand."""

    form: str
    mark_top_mm: float
    rows_below_mark: int
    rows_below: int
    rule_mm: float
    rule_gap_mm: float
    rule_width_mm: float
    thin_mm: float
    between_mm: float
    foot_mm: float
    rule_color: str
    least_pt: float
    least_stretch: float
    tallest_mm: float

    @classmethod
    def of(cls, style: MastheadStyle) -> MastheadMeasures:
        """Say a masthead as a file does."""
        return cls(
            style.form,
            style.mark_top / PT_PER_MM,
            style.rows_below_mark,
            style.rows_below,
            style.rule / PT_PER_MM,
            style.rule_gap / PT_PER_MM,
            style.rule_width / PT_PER_MM,
            style.thin / PT_PER_MM,
            style.between / PT_PER_MM,
            style.foot / PT_PER_MM,
            style.rule_color,
            style.least,
            style.least_stretch,
            style.tallest / PT_PER_MM,
        )

    def in_points(self) -> MastheadStyle:
        """Give the masthead a file says."""
        return MastheadStyle(
            self.form,
            from_mm(self.mark_top_mm),
            self.rows_below_mark,
            self.rows_below,
            from_mm(self.rule_mm),
            from_mm(self.rule_gap_mm),
            from_mm(self.rule_width_mm),
            from_mm(self.thin_mm),
            from_mm(self.between_mm),
            from_mm(self.foot_mm),
            self.rule_color,
            self.least_pt,
            self.least_stretch,
            from_mm(self.tallest_mm),
        )


class SealMeasures(Noun, frozen=True):
    """The room that seals take."""

    usual: str
    diameter_mm: float
    signature_width_mm: float
    signature_height_mm: float
    least_dpi: int

    @classmethod
    def of(cls, space: SealSpace) -> SealMeasures:
        """Say the room as a file does."""
        return cls(
            space.usual,
            space.diameter / PT_PER_MM,
            space.signature_width / PT_PER_MM,
            space.signature_height / PT_PER_MM,
            space.least_dpi,
        )

    def in_points(self) -> SealSpace:
        """Give the room a file says."""
        return SealSpace(
            self.usual,
            from_mm(self.diameter_mm),
            from_mm(self.signature_width_mm),
            from_mm(self.signature_height_mm),
            self.least_dpi,
        )


class ColophonMeasures(Noun, frozen=True):
    """The rules of a colophon and where it stands."""

    rule_outer_mm: float
    rule_inner_mm: float
    indent: float
    even_page: bool

    @classmethod
    def of(cls, colophon: Colophon) -> ColophonMeasures:
        """Say a colophon as a file does."""
        return cls(
            colophon.rule_outer / PT_PER_MM,
            colophon.rule_inner / PT_PER_MM,
            colophon.indent,
            colophon.even_page,
        )

    def in_points(self) -> Colophon:
        """Give the colophon a file says."""
        return Colophon(from_mm(self.rule_outer_mm), from_mm(self.rule_inner_mm), self.indent, self.even_page)
