"""Styles: a cell style like another, in grey.

ISO/IEC 29500-1, 18.8.10 (`cellXfs`) and 18.8.22 (`font`). New styles come after those that are there,
so that the numbers cells refer to stay what they were.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

GREY = "FF808080"


class Greys:
    """Makes the grey twin of each style that is asked for, once."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self._space = root.tag[: root.tag.rfind("}") + 1]
        self._twins: dict[str, str] = {}
        self._fonts: dict[str, str] = {}

    def of(self, style: str) -> str:
        """Give the number of a style that differs from another in its colour alone."""
        if style not in self._twins:
            formats = self._group("cellXfs")
            xf = deepcopy(formats[int(style)])
            grey = self._grey_font(xf.get("fontId", "0"))
            if grey == xf.get("fontId"):
                return style
            xf.set("fontId", grey)
            xf.set("applyFont", "1")
            self._twins[style] = _add(formats, xf)
        return self._twins[style]

    def _grey_font(self, font: str) -> str:
        if font not in self._fonts:
            fonts = self._group("fonts")
            grey = deepcopy(fonts[int(font)])
            colour = grey.find(f"{self._space}color")
            if colour is not None and colour.get("rgb") == GREY:
                return font
            if colour is None:
                colour = etree.Element(f"{self._space}color")
                # b i strike … sz come before it in files of Excel, the face after it
                face = next((at for at, each in enumerate(grey) if _is_after_colour(each)), len(grey))
                grey.insert(face, colour)
            for name in list(colour.attrib):
                del colour.attrib[name]
            colour.set("rgb", GREY)
            self._fonts[font] = _add(fonts, grey)
        return self._fonts[font]

    def _group(self, name: str) -> Any:
        group = self.root.find(f"{self._space}{name}")
        if group is None or not len(group):
            raise ValueError(f"the workbook's styles have no {name}")
        return group


def _is_after_colour(element: Any) -> bool:
    return etree.QName(element).localname in ("name", "family", "charset", "scheme")


def _add(group: Any, element: Any) -> str:
    group.append(element)
    group.set("count", str(len(group)))
    return str(len(group) - 1)
