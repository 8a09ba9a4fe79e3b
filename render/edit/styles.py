"""Styles: a cell style like another, in grey.

ISO/IEC 29500-1, 18.8.10 (`cellXfs`) and 18.8.22 (`font`). New styles come after those that are there,
so that the numbers cells refer to stay what they were.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

GREY = "FF808080"
_FONT = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
    *("name", "family", "charset", "scheme"),
)
"""What a font is made of, in the order that Excel asks for."""


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
                colour = etree.SubElement(grey, f"{self._space}color")
            for name in list(colour.attrib):
                del colour.attrib[name]
            colour.set("rgb", GREY)
            grey[:] = sorted(grey, key=_order)
            self._fonts[font] = _add(fonts, grey)
        return self._fonts[font]

    def _group(self, name: str) -> Any:
        group = self.root.find(f"{self._space}{name}")
        if group is None or not len(group):
            raise ValueError(f"the workbook's styles have no {name}")
        return group


def _order(element: Any) -> int:
    name = etree.QName(element).localname
    return _FONT.index(name) if name in _FONT else len(_FONT)


def _add(group: Any, element: Any) -> str:
    group.append(element)
    group.set("count", str(len(group)))
    return str(len(group) - 1)
