"""Styles of a DOCX: which of them make a heading, and of what level.

Told by the outline level, as navigation does it, by the name Word gives its own headings, or by the
paragraph style a character style is linked to; programs rename styles when they save.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .names import child, local, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 4  # levels of headings, GB/T 9704-2012, 7.3.3

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])(?:\s*char)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Styles:
    """What is asked of the styles of a document."""

    levels: Mapping[str, int] = field(default_factory=dict)  # headings, by id of a style of either kind
    names: Mapping[str, str] = field(default_factory=dict)
    default: str = ""  # id of the paragraph style that holds where none is named


def read_styles(root: Element | None) -> Styles:
    """Read the styles part; without one there are no headings."""
    if root is None:
        return Styles()
    outline: dict[str, int | None] = {}
    names: dict[str, str] = {}
    based: dict[str, str] = {}
    links: dict[str, str] = {}
    default = ""
    for style in root:
        if local(style) != "style":
            continue
        identity = value(style, "styleId")
        names[identity] = name = value(child(style, "name"))
        based[identity] = value(child(style, "basedOn"))
        links[identity] = value(child(style, "link"))
        if value(style, "type") == "paragraph":
            if value(style, "default") in ("1", "true", "on"):
                default = identity
            outline[identity] = outline_level(child(style, "pPr"))
        if found := _HEADING.fullmatch(name.strip()):
            outline[identity] = int(found[1])
    levels: dict[str, int] = {}
    for identity in names:
        level = _inherited(identity, outline, based)
        if level is None and identity not in outline:
            level = _inherited(links[identity], outline, based)
        if level is not None and 1 <= level <= DEEPEST:
            levels[identity] = level
    return Styles(levels, names, default)


def outline_level(properties: Element | None) -> int | None:
    """Read an outline level, from 1; 0 says that a paragraph is no heading; None says nothing."""
    element = None if properties is None else child(properties, "outlineLvl")
    found = value(element) if element is not None else ""
    if not found.isdecimal():
        return None
    return 0 if int(found) == 9 else int(found) + 1  # ISO/IEC 29500-1, 17.3.1.20: 9 is body text


def _inherited(identity: str, outline: Mapping[str, int | None], based: Mapping[str, str]) -> int | None:
    seen: set[str] = set()
    while identity and identity not in seen:
        seen.add(identity)
        level = outline.get(identity)
        if level is not None:
            return level
        identity = based.get(identity, "")
    return None
