"""Runs: what characters look like, kept for all runs that say the same of themselves."""

from __future__ import annotations

from typing import Any

from ...looks import RunLook
from ...units import TWIPS_PER_PT
from ..readers.docx_looks import W, key_of
from .measures import size_of
from .values import Sheet, Values, number_of, said_by

_BLACK = ("000000", "auto", "windowtext", "")
_WHITE = ("FFFFFF", "AUTO", "")


class Runs:
    """The runs of a document, over its styles."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[object, RunLook | None] = {}

    def look_of(self, properties: Any, characters: Values) -> RunLook | None:
        """Give the look of a run, without its text; None of a hidden one.

        Args:
            properties: What the run says of itself; None: nothing.
            characters: What the style of its paragraph says, kept as long as this is.
        """
        key = (id(characters), key_of(properties) if properties is not None else ())
        if key not in self._known:
            values = self._values(properties, characters) if properties is not None else characters
            self._known[key] = None if values.get("vanish") == "1" else self._look(values)
        return self._known[key]

    def _values(self, properties: Any, characters: Values) -> Values:
        named = properties.find(f"{W}rStyle")
        if named is None:
            return {**characters, **said_by(properties)}
        key = named.get(f"{W}val") or ""
        return {**self._sheet.characters(key, characters), **said_by(properties)}

    def _look(self, values: Values) -> RunLook:
        color = values.get("color", "").upper()
        shade = values.get("shd.fill", "").upper()
        marker = values.get("highlight", "none")
        scale = number_of(values.get("w")) or 100.0
        return RunLook(
            "",
            self._sheet.face(values, "eastAsia"),
            self._sheet.face(values, "ascii"),
            size_of(values),
            values.get("b") == "1",
            values.get("i") == "1",
            values.get("u", "none") not in ("none", ""),
            "" if color.lower() in _BLACK else color,
            marker if marker not in ("none", "") else "" if shade in _WHITE else shade,
            scale / 100,
            (number_of(values.get("spacing.val")) or 0.0) / TWIPS_PER_PT,
            "1" in (values.get("strike"), values.get("dstrike")),
        )


def saying(look: RunLook, text: str) -> RunLook:
    """Give a look its text."""
    return RunLook(
        text, look.face, look.latin, look.size, look.is_bold, look.is_italic, look.is_underlined,
        look.color, look.highlight, look.scale, look.tracking, look.is_struck,
    )  # fmt: skip


def joined(runs: list[tuple[RunLook, str]]) -> tuple[RunLook, ...]:
    """Put together neighbours that look alike: word processors cut runs anywhere."""
    made: list[RunLook] = []
    last: RunLook | None = None
    for look, text in runs:
        if last is not None and (last is look or last == look):
            made[-1] = saying(look, made[-1].text + text)
        else:
            made.append(saying(look, text))
        last = look
    return tuple(made)
