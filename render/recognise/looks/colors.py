"""Colours: which of them are the red of a masthead, and which words in it are one."""

from __future__ import annotations

from ..lexicon import is_title

_MARKED = ("令", "纪要", "公报", "简报")  # with what titles end in, and marks too (10.2, 10.3)


def is_red(name: str) -> bool:
    """Tell a red, RRGGBB; the standard names its inks and no screen colour (6.2)."""
    try:
        red, green, blue = (int(name[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red > 0x90 and green < 0x60 and blue < 0x60


def is_mark(text: str, colors: list[str]) -> bool:
    """Tell a title that is the mark of an order, a letter or minutes: a red one, with no other above it."""
    text = "".join(text.split())
    return any(map(is_red, colors)) and (not is_title(text) or text.endswith(_MARKED))
