"""Cells: numbers in whatever form they were typed."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from render.collect.answers import Findings
from render.collect.asking import Asked, Limits
from render.collect.values import ValueReader
from render.diagnostics import Source
from render.read.sheet import Cell, Marks
from render.report import Absence, Value

FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
NOTHING = Value(Absence.NOT_SUPPLIED, None, Source())


def asked(unit: str) -> Asked:
    """Ask for a figure that may be anything and had no value last year."""
    return Asked(
        "甲", "甲", unit, "", None, NOTHING, Limits(None, None, None), unit == "%", unit != "%", "", Source()
    )


def read(cell: Cell, figure: Asked) -> Decimal | Absence:
    """Read one cell without marks."""
    return ValueReader(Marks(), Findings("a.xlsx")).read(cell, figure, Source(cell="F5")).number


FORMS = (
    lambda number: f"{number:f}",
    lambda number: f"{number:,f}",
    lambda number: f"{number:f}".translate(FULL_WIDTH),
    lambda number: f"{number:,f}".translate(FULL_WIDTH),
    lambda number: f" {number:f} 件",
    lambda number: f"{number:,f}件　",
)


@given(st.decimals(0, 10**9, places=2), st.sampled_from(FORMS))
def test_a_number_is_the_same_in_every_form(number: Decimal, form: object) -> None:
    """Plain, with separators, full-width, with blanks and its unit."""
    assert callable(form)
    assert read(form(number), asked("件")) == number


@given(st.decimals(0, 10**6, places=3))
def test_a_number_is_what_the_sheet_shows(number: Decimal) -> None:
    """Binary floating point comes back as the digits that were typed."""
    assert read(float(number), asked("万元")) == number


@given(st.text(alphabet="约近余多无一二十0123456789.,件%万/—- （）", max_size=8))
def test_nothing_is_read_into_words(text: str) -> None:
    """What is taken as a number has its digits in the text; anything else is empty, a dash or a doubt."""
    number = read(text, asked("件"))
    if isinstance(number, Decimal):
        digits = f"{number.normalize():f}".replace(".", "").strip("0")
        assert digits in text.replace(",", "").replace(".", "").replace(" ", "").lstrip("0")
        assert not set(text) & set("约近余多无一二十/（）")
