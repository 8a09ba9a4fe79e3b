"""Which face draws a character where a template has a Latin one, and where programs would take the other."""

from __future__ import annotations

import pytest

from render.scripts import astray, in_latin_face


@pytest.mark.parametrize(
    ("char", "is_latin"),
    [
        ("5", True),
        ("%", True),
        (" ", True),
        ("A", True),
        ("“", False),
        ("‰", False),
        ("é", False),
        ("年", False),
    ],
)
def test_ascii_alone_is_latin(char: str, is_latin: bool) -> None:
    """Accented letters, quotes and signs stay in the Chinese face."""
    assert in_latin_face(char) is is_latin


@pytest.mark.parametrize(
    ("text", "strays"),
    [
        ("共2020年", []),
        ("见“2020”年", ["”"]),  # the opening mark stands before the digits, outside their portion
        ("“2020”年", ["“", "”"]),  # but for the first of a paragraph
        ("合格率5‰，", ["‰"]),
        ("甲 乙", [" "]),
        ("No. 5", []),
        ("误差±3", ["±"]),
        ("全文", []),
    ],
)
def test_strays(text: str, strays: list[str]) -> None:
    """Signs that LibreOffice lays out with the digits before them, and spaces it lays out with Han."""
    assert [text[start:stop] for start, stop in astray(text)] == strays
