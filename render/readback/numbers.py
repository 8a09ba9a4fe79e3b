"""Numbers of headings, 一、 （一） 1. （1）, as text: what level they are of, and how long they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..blocks import Composed
from ..numbering import patterns_like

_HAN = "〇零一二三四五六七八九十百"


class Numbers:
    """The numbers set before headings, as text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [re.compile(_expression(pattern) + r"[ \t\u3000]*") for pattern in patterns]

    @classmethod
    def of(cls, composed: Composed) -> Numbers:
        """Take the patterns that headings were numbered by: the report's own (序号), else the template's."""
        samples = composed.metadata.get("numbering")
        own = composed.template.numbering
        return cls(patterns_like(samples, own) if samples else own)

    def at(self, text: str, level: int | None = None) -> tuple[int | None, int]:
        """Read the number a text begins with: its level, and its length with the blanks behind it.

        Where two levels are numbered alike, the one asked for counts.
        """
        order = sorted(range(len(self._patterns)), key=lambda n: n + 1 != level)
        for number in order:
            if found := self._patterns[number].match(text):
                return number + 1, found.end()
        return None, 0


def _expression(pattern: str) -> str:
    """Turn a numbering pattern into an expression that takes brackets and stops of either width."""
    text = re.escape(pattern).replace(r"\{一\}", f"[{_HAN}]+").replace(r"\{1\}", r"\d+")
    for wide, narrow, either in (("（", r"\(", "[（(]"), ("）", r"\)", "[）)]")):
        text = text.replace(wide, narrow).replace(narrow, either)
    return text.replace(r"\.", r"[.．、](?!\d)")
