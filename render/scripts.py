"""Scripts: which characters a word processor lays out as Latin and which as Chinese.

LibreOffice cuts a paragraph into portions of one script; punctuation that belongs to neither goes
with the strong character before it, so a ” after a digit is Latin. Widths and break rules depend on
the portion. Measured on LibreOffice 7.4.
"""

from __future__ import annotations

from .pattern import pattern

_LATIN = "\u0021-\u009f\u00a1-\u02ff\u0370-\u10ff\u0003-\u001f"
_WEAK = " \u00a0\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff"
_PORTION = pattern(f"[{_LATIN}][{_LATIN}{_WEAK}]*")
_SPACES = pattern(" +")
_SIGNS = pattern("[^ -~]+")
_LEADING = pattern(f"[{_WEAK}]+(?=[{_LATIN}])")


def latin_portions(text: str) -> list[tuple[int, int]]:
    """List the character ranges laid out as Latin; everything between them is Chinese."""
    portions = [match.span() for match in _PORTION.finditer(text)]
    if portions and (leading := _LEADING.match(text)):
        portions[0] = (leading.start(), portions[0][1])
    return portions


def in_latin_face(char: str) -> bool:
    """Tell whether a character is drawn in the Latin face of a template that has one: ASCII alone.

    Word gives accented letters, quotes and signs to the Chinese face where the text around them is
    Chinese (ISO/IEC 29500-1, 17.3.2.26).
    """
    return " " <= char <= "~"


def astray(text: str) -> list[tuple[int, int]]:
    """List the stretches that a word processor may draw in the other face than `in_latin_face` says.

    LibreOffice goes by its portions: a ” after a digit would be Latin, a space between Chinese marks
    Chinese.
    """
    stretches = []
    chinese = 0
    for start, stop in (*latin_portions(text), (len(text), len(text))):
        stretches += [(chinese + m.start(), chinese + m.end()) for m in _SPACES.finditer(text[chinese:start])]
        stretches += [(start + m.start(), start + m.end()) for m in _SIGNS.finditer(text[start:stop])]
        chinese = stop
    return stretches


def is_ideograph(char: str) -> bool:
    """Tell whether a character is an ideograph, kana or Hangul (a Word-like program's East Asian)."""
    code = ord(char)
    return (
        0x4E00 <= code <= 0xD7FF
        or 0x2E80 <= code < 0x3000
        or 0x3005 <= code <= 0x3007
        or 0x3021 <= code <= 0x3029
        or 0x3040 <= code < 0x4E00
        or 0xF900 <= code <= 0xFAFF
        or code >= 0x20000
    )


def is_latin_letter(char: str) -> bool:
    """Tell whether a character is a Latin letter or a digit."""
    return ord(char) < 0x250 and char.isalnum()


def is_western(char: str) -> bool:
    """Tell whether a Word-like program takes a character as Western text."""
    return ord(char) < 0x250 and char not in "·°±×÷"
