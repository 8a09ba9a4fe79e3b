"""Figure cells: the cell of the figures table that a changed figure goes to, and its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..diagnostics import NOWHERE, Source, fault
from ..han import from_han
from ..read.numerals import read_numeral
from ..report import Absence, Figure, FigureTable

_NAME = (
    r"""(?:(?P<name>[^\W\d]\w*)|(?:指标|figures)\s*\[\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')\s*\])"""
)
_EXPRESSION = re.compile(
    rf"\s*{_NAME}(?P<years>(?:\s*\.\s*(?:上年|last)|\s*\[\s*[\"']?[0-9]{{4}}[\"']?\s*\])*)"
    r"(?P<words>(?:\s*\|\s*\w+(?:\([^()]*\))?)*)\s*"
)
_YEAR = re.compile(r"[0-9]{4}")
_PLAIN_WORDS = ("带单位", "with_unit", "保留", "round", "汉字", "han", "绝对值", "abs")
_BLANK = re.compile(r"\{(?::(\w*))?\}")
_SCALES = {"千": 3, "万": 4, "亿": 8}
_APPROXIMATE = re.compile("[余多近约几左右超过不足以上下]")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell and what it is to hold."""

    key: str
    year: int
    number: Decimal | str  # `—`: not applicable
    source: Source


def cell_of(
    table: FigureTable, key: str, expression: str | None, text: str, year: int, place: Source = NOWHERE
) -> Cell:
    """Find the cell behind a printed figure.

    Args:
        table: The figures.
        key: The figure's.
        expression: What printed it, with its braces; None when the author has no such expression.
        text: What stands there now.
        year: The year reported on.
        place: Where the characters say they come from: a made table names the cell itself.

    Raises:
        Faults: the figure is worked out from others, its text is not a plain number in its unit, or
            only roughly the number.
    """
    figure = table.figures[key]
    for each, own in figure.values.items():
        if expression is None and own.source == place and isinstance(own.number, Decimal):
            return Cell(key, each, _number(figure, text, in_han=False, cell=place), place)
    found = _EXPRESSION.fullmatch((expression or "").removeprefix("{{").removesuffix("}}").strip("-"))
    words = re.findall(r"\|\s*(\w+)", found["words"]) if found else []
    if found is None or any(word not in _PLAIN_WORDS for word in words):
        raise fault("readback.figure_derived", figure=figure.name, expression=expression or "")
    for step in re.findall(r"上年|last|[0-9]{4}", found["years"] or ""):
        year = int(step) if _YEAR.fullmatch(step) else year - 1
    value = figure.values.get(year)
    if value is None:
        raise fault("readback.figure_derived", figure=figure.name, expression=expression or "")
    if figure.formula and value.number is Absence.NOT_SUPPLIED:
        raise fault("readback.figure_formula", figure=figure.name, formula=figure.formula)
    number = _number(figure, text, in_han="汉字" in words or "han" in words, cell=value.source)
    return Cell(key, year, number, value.source)


def _number(figure: Figure, text: str, *, in_han: bool, cell: Source) -> Decimal | str:
    """Read the new text of a figure."""
    typed = text.strip()
    if typed in ("—", "——"):
        return "—"
    form = figure.form
    blank = _BLANK.search(form)
    scale = 0
    if form and (blank is None or _APPROXIMATE.search(_BLANK.sub("", form))):
        raise fault("readback.figure_rough", figure=figure.name, form=form, cell=cell)
    if blank is not None:
        before, after = form[: blank.start()], form[blank.end() :]
        typed = typed.removesuffix(figure.unit) if not typed.endswith(after) else typed
        typed = typed.removeprefix(before).removesuffix(after)
        in_han = in_han or blank[1] == "汉"
        scale = _SCALES.get(blank[1] or "", 0)
    if in_han:
        try:
            return Decimal(from_han(typed.removesuffix(figure.unit)))
        except ValueError:
            pass
    if scale:
        typed = typed.removesuffix(figure.unit).removesuffix(blank[1] if blank and blank[1] else "")
    numeral = read_numeral(typed, figure.unit) if typed else None
    if numeral is None:
        raise fault("readback.figure_words", figure=figure.name, unit=figure.unit, text=text, cell=cell)
    return Decimal(f"{numeral.number.scaleb(scale):f}")
