"""Values in force: what a DOCX paragraph or run has once everything that speaks of it is laid together.

Document defaults, the style and those it is based on, numbering, direct formatting: the later speaks
louder, attribute by attribute (ISO/IEC 29500-1, 17.7.2). Faces named by theme are looked up in the theme.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from ..readers.docx_looks import W
from .edges import written

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST = 20  # styles based on styles; a circle ends here

Values: TypeAlias = dict[str, str]
"""Attributes by `element.attribute`, such as `spacing.line`; a switch by its element alone."""

_OFF = ("0", "false", "off")
_GROUPS = ("ind", "spacing", "rFonts", "shd")
_SINGLE = {
    "jc": "val",
    "sz": "val",
    "u": "val",
    "color": "val",
    "highlight": "val",
    "w": "val",
}
_SWITCHES = ("b", "i", "vanish", "snapToGrid", "pageBreakBefore", "strike", "dstrike")
_TOGGLES = ("b", "i", "vanish", "strike")
_TAGS = {f"{W}{name}": name for name in (*_GROUPS, *_SINGLE, *_SWITCHES, "pBdr", "numPr", "tabs")}
_LOCAL = {f"{W}{name}": name for name in (
    *("val", "left", "start", "leftChars", "startChars", "right", "end", "rightChars", "endChars"),
    *("firstLine", "firstLineChars", "hanging", "hangingChars", "before", "beforeLines", "beforeAutospacing"),
    *("after", "afterLines", "afterAutospacing", "line", "lineRule", "ascii", "hAnsi", "eastAsia"),
    *("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "fill"),
)}  # fmt: skip
_SAME = {"start": "left", "startChars": "leftChars", "end": "right", "endChars": "rightChars"}


def said_by(properties: Any) -> Values:
    """Read what a `w:pPr` or `w:rPr` says; None says nothing."""
    found: Values = {}
    if properties is None:
        return found
    for element in properties:
        name = _TAGS.get(element.tag)
        if name is None:
            continue
        if name in _GROUPS:
            for key, value in element.attrib.items():
                if local := _LOCAL.get(key):
                    found[f"{name}.{_SAME.get(local, local)}"] = value
            if name == "ind":
                _settle_first_line(found)
            for own in ("eastAsia", "ascii", "hAnsi"):
                # A name says more than a theme that lies below it, and the other way round.
                if f"{name}.{own}" in found:
                    found.setdefault(f"{name}.{own}Theme", "")
        elif name in _SWITCHES:
            found[name] = "0" if element.get(f"{W}val") in _OFF else "1"
        elif name == "pBdr":
            found[name] = written(element)
        elif name == "tabs":
            found[name] = "1" if any(each.get(f"{W}val") != "clear" for each in element) else "0"
        elif name == "numPr":
            number = element.find(f"{W}numId")
            found[name] = (number.get(f"{W}val") or "") if number is not None else ""
        else:
            found[name] = element.get(f"{W}{_SINGLE[name]}") or ""
    return found


def _settle_first_line(found: Values) -> None:
    """Let an indent and a hanging one replace each other: 17.3.1.12 knows one of them at a time."""
    for unit in ("", "Chars"):
        first, hanging = f"ind.firstLine{unit}", f"ind.hanging{unit}"
        if first in found or hanging in found:
            found.setdefault(first, "0")
            found.setdefault(hanging, "0")


class Sheet:
    """The styles of a document: values in force for each, and its name."""

    def __init__(self, root: Any, theme: Any) -> None:
        self.names: dict[str, str] = {}
        self._own: dict[str, tuple[Values, Values, str]] = {}
        self._cache: dict[str, tuple[Values, Values]] = {}
        self.default = ""
        self._base: tuple[Values, Values] = ({}, {})
        self._themes = _faces_of(theme)
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            self._base = (
                said_by(defaults.find(f"{W}pPrDefault/{W}pPr")),
                said_by(defaults.find(f"{W}rPrDefault/{W}rPr")),
            )
        for each in root.iterfind(f"{W}style"):
            key = each.get(f"{W}styleId") or ""
            based, name = each.find(f"{W}basedOn"), each.find(f"{W}name")
            self.names[key] = (name.get(f"{W}val") or "") if name is not None else ""
            self._own[key] = (
                said_by(each.find(f"{W}pPr")),
                said_by(each.find(f"{W}rPr")),
                (based.get(f"{W}val") or "") if based is not None else "",
            )
            if each.get(f"{W}type") == "paragraph" and each.get(f"{W}default") in ("1", "true", "on"):
                self.default = key

    def of(self, key: str | None) -> tuple[Values, Values]:
        """Give what a paragraph style puts in force: for paragraphs, and for characters."""
        key = key if key in self._own else self.default
        if key not in self._cache:
            paragraph, run = dict(self._base[0]), dict(self._base[1])
            for own in reversed(self._chain(key)):
                paragraph.update(own[0])
                run.update(own[1])
            self._cache[key] = (paragraph, run)
        return self._cache[key]

    def characters(self, key: str | None, below: Values) -> Values:
        """Lay a character style, with those it is based on, over what its paragraph's style says."""
        said: Values = {}
        for own in reversed(self._chain(key or "")):
            said.update(own[1])
        for name in _TOGGLES:
            if name in said and "1" in (said[name], below.get(name)):
                # 17.7.3: bold in bold is not bold, and a style that says nothing of it changes nothing.
                is_on = (said[name] == "1") is not (below.get(name) == "1")
                said[name] = "1" if is_on or self._base[1].get(name) == "1" else "0"
        return {**below, **said}

    def face(self, values: Mapping[str, str], script: str) -> str:
        """Name the face of Han characters ("eastAsia") or of letters ("ascii")."""
        theme = values.get(f"rFonts.{script}Theme", "")
        return self._themes.get(theme, "") if theme else values.get(f"rFonts.{script}", "")

    def _chain(self, key: str) -> list[tuple[Values, Values, str]]:
        chain: list[tuple[Values, Values, str]] = []
        while key in self._own and len(chain) < _DEEPEST:
            chain.append(self._own[key])
            key = chain[-1][2]
        return chain


def number_of(text: str | None) -> float | None:
    """Read a number as attributes have it, in twips or parts of a character; None when it is none."""
    found = re.match(r"-?\d+(?:\.\d+)?", text or "")
    if not found:
        return None
    value = float(found[0])
    unit = (text or "")[found.end() :].strip()
    scale = {"pt": 20.0, "mm": 56.6929, "cm": 566.929, "in": 1440.0}.get(unit, 1.0)
    return value * scale


def _faces_of(theme: Any) -> dict[str, str]:
    """Name the faces of a theme by how `w:rFonts` asks for them."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for kind in ("major", "minor"):
        font = theme.find(f".//{_A}{kind}Font")
        if font is None:
            continue
        latin, asian = font.find(f"{_A}latin"), font.find(f"{_A}ea")
        han = next((f.get("typeface") for f in font.iterfind(f"{_A}font") if f.get("script") == "Hans"), "")
        face = (latin.get("typeface") if latin is not None else "") or ""
        own = (asian.get("typeface") if asian is not None else "") or han or ""
        for name in ("Ascii", "HAnsi"):
            found[kind + name] = face
        found[f"{kind}EastAsia"] = own
    return found
