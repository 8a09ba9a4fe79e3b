"""Names in WordprocessingML, read without regard to the namespace.

A document saved as "strict" has other namespaces than one saved as usual (ISO/IEC 29500-1 and -4), and
the same local names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MARKUP_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def local(element: Element) -> str:
    """Give an element's name without its namespace; a comment in the XML has none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val") -> str:
    """Read an attribute, by its local name; empty when it is not there."""
    if element is None:
        return ""
    for key, found in element.items():
        if key.rpartition("}")[2] == name:
            return found
    return ""


def child(element: Element, name: str) -> Element | None:
    """Find the first child of a name."""
    return next((each for each in element if local(each) == name), None)


def children(element: Element, name: str) -> Iterator[Element]:
    """Go through the children of a name."""
    return (each for each in element if local(each) == name)


def is_on(element: Element | None) -> bool:
    """Read a switch: there, and not switched off (ISO/IEC 29500-1, 17.17.4)."""
    return element is not None and value(element) not in ("0", "false", "off")
