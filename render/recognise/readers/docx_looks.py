"""Looks of a DOCX: size, weight, alignment and outline level that its styles and runs give a paragraph.

What a paragraph does not say itself, its style says, then the style that one is based on, then the
document's defaults (ISO/IEC 29500-1, 17.7.2). Only what tells a heading from text is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_NAME = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_DEEPEST = 20  # styles based on styles; a circle ends here


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says; None where it says nothing."""

    size: float | None = None
    is_bold: bool | None = None
    is_centred: bool | None = None
    level: int | None = None  # 1 to 9
    list_id: str | None = None
    list_level: int | None = None
    is_hidden: bool | None = None
    face: str | None = None  # of Han characters


@dataclass(slots=True)
class Styles:
    """The styles of a document, resolved."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""
    base: Style = field(default_factory=Style)

    def of(self, style_id: str | None) -> Style:
        """Give a paragraph style with all that it inherits."""
        return self.by_id.get(style_id or self.default, self.base)


def read_styles(root: Any) -> Styles:
    """Read `styles.xml`; None gives styles that say nothing."""
    if root is None:
        return Styles()
    defaults = root.find(f"{W}docDefaults")
    base = Style()
    if defaults is not None:
        base = _own(defaults.find(f"{W}pPrDefault/{W}pPr"), defaults.find(f"{W}rPrDefault/{W}rPr"), "")
    own: dict[str, tuple[Style, str]] = {}
    default = ""
    for each in root.iterfind(f"{W}style"):
        style_id = each.get(f"{W}styleId") or ""
        if each.get(f"{W}type") not in ("paragraph", "character", None):
            continue
        based = each.find(f"{W}basedOn")
        name = each.find(f"{W}name")
        says = _own(
            each.find(f"{W}pPr"),
            each.find(f"{W}rPr"),
            (name.get(f"{W}val") or "") if name is not None else "",
        )
        own[style_id] = (says, (based.get(f"{W}val") or "") if based is not None else "")
        if each.get(f"{W}default") in ("1", "true", "on") and each.get(f"{W}type") == "paragraph":
            default = style_id
    resolved: dict[str, Style] = {}
    for style_id in own:
        chain: list[Style] = []
        at, steps = style_id, 0
        while at in own and steps < _DEEPEST:
            says, at = own[at]
            chain.append(says)
            steps += 1
        made = base
        for says in reversed(chain):
            made = over(made, says)
        resolved[style_id] = made
    return Styles(resolved, default, resolved.get(default, base))


def key_of(properties: Any) -> tuple[tuple[str, ...], ...]:
    """Tell properties by all they say: word processors write the same ones over and over."""
    return tuple([(each.tag, *each.items()) for each in properties.iter()])


def over(below: Style, above: Style) -> Style:
    """Lay what one style says over another."""
    says = {name: value for name in Style.__slots__ if (value := getattr(above, name)) is not None}
    return replace(below, **says)


def paragraph_style(properties: Any) -> Style:
    """Read what a paragraph says of itself."""
    return _own(properties, None, "")


def run_style(properties: Any) -> Style:
    """Read what a run says of itself."""
    return _own(None, properties, "")


def _own(paragraph: Any, run: Any, name: str) -> Style:
    centred = level = list_id = list_level = size = bold = hidden = face = None
    if named := _HEADING_NAME.fullmatch(name.strip()):
        level = int(named[1])
    elif name.strip().lower() in ("title", "标题"):
        level = 1
    if paragraph is not None:
        align = paragraph.find(f"{W}jc")
        if align is not None:
            centred = align.get(f"{W}val") == "center"
        outline = paragraph.find(f"{W}outlineLvl")
        if outline is not None and (outline.get(f"{W}val") or "").isdecimal():
            found = int(outline.get(f"{W}val") or 9)
            level = found + 1 if found < 9 else 0
        numbers = paragraph.find(f"{W}numPr")
        if numbers is not None:
            number, place = numbers.find(f"{W}numId"), numbers.find(f"{W}ilvl")
            list_id = number.get(f"{W}val") if number is not None else None
            text = place.get(f"{W}val") if place is not None else None
            list_level = int(text) if text and text.isdecimal() else None
    if run is not None:
        points = run.find(f"{W}sz")
        text = points.get(f"{W}val") if points is not None else None
        if text and re.fullmatch(r"\d+(\.\d+)?", text):
            size = float(text) / 2
        bold = _switch(run.find(f"{W}b"))
        hidden = _switch(run.find(f"{W}vanish"))
        fonts = run.find(f"{W}rFonts")
        if fonts is not None:
            face = fonts.get(f"{W}eastAsia") or fonts.get(f"{W}eastAsiaTheme")
    return Style(size, bold, centred, level, list_id, list_level, hidden, face)


def _switch(element: Any) -> bool | None:
    if element is None:
        return None
    return element.get(f"{W}val") not in ("0", "false", "off")
