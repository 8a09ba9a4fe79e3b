"""Number formats: decimals and percentages that a cell shows."""

from __future__ import annotations

import pytest

from render.read.number_formats import Shown, read_format


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0", Shown(0, 0, False)),
        ("0.00", Shown(2, 2, False)),
        ("#,##0.0", Shown(1, 1, False)),
        ("0.##", Shown(0, 2, False)),
        ("0.0#", Shown(1, 2, False)),
        ("0%", Shown(0, 0, True)),
        ("0.00%", Shown(2, 2, True)),
        ("0.0_ ", Shown(1, 1, False)),
        ("#,##0.00_);[Red](#,##0.00)", Shown(2, 2, False)),
        ("[$¥-804]#,##0.0", Shown(1, 1, False)),
        ('0.0"件"', Shown(1, 1, False)),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', Shown(2, 2, False)),
        ("000123", None),
    ],
)
def test_decimals(code: str, shown: Shown | None) -> None:
    """Only zeros, hashes and question marks behind the point count; the first section decides."""
    assert read_format(code) == (shown or Shown(0, 0, False))


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "G/通用格式",
        "@",
        "yyyy/m/d",
        'yyyy"年"',
        "h:mm:ss",
        "0.00E+00",
        "# ?/?",
        "0,",
        "0.0,,",
        "0!.0,万",
        "",
    ],
)
def test_formats_that_leave_decimals_open(code: str) -> None:
    """Dates, fractions, powers of ten and thousands scaled away say nothing about the number."""
    assert read_format(code) is None
