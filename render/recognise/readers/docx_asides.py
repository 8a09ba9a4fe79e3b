"""Asides of a DOCX: what stands beside the text in parts of its own, comments, notes, running heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ...diagnostics import Source
from ..found import Dropped
from .blanks import tidy
from .docx_tables import SKIPPED, W
from .package import Package, Target

_FOLIO = re.compile(r"[\s\d\-—–－·•|/第页共]*|Page[\s\dof]*", re.IGNORECASE)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def texts_of(root: Any, tag: str, prefix: str = "") -> dict[str, str]:
    """Read comments or notes, each as one text, by id; None has none."""
    found: dict[str, str] = {}
    for each in root.iterfind(f"{W}{tag}") if root is not None else ():
        if each.get(f"{W}type") in ("separator", "continuationSeparator"):
            continue
        text = tidy(" ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in each.iter(f"{W}p")))
        author = each.get(f"{W}author") or ""
        found[prefix + (each.get(f"{W}id") or "")] = (
            f"{author}：{text}" if author and tag == "comment" else text
        )
    return found


def running_heads(package: Package, targets: Iterable[Target], name: str) -> Iterator[Dropped]:
    """List what stands in the headers and footers, each text once; page numbers too."""
    seen: set[str] = set()
    for target in targets:
        if target.kind not in ("header", "footer") or target.is_outside:
            continue
        root = package.part(target.name)
        for paragraph in root.iter(f"{W}p") if root is not None else ():
            text = tidy("".join(_shown(paragraph)))
            if not text or text in seen:
                continue
            seen.add(text)
            yield Dropped(text, "page number" if _FOLIO.fullmatch(text) else "running head", Source(name))


def _shown(paragraph: Any) -> Iterator[str]:
    """Go through the characters of a paragraph, but for those of paragraphs in its text boxes."""
    for element in paragraph.iter(f"{W}t", f"{W}tab"):
        above = next(element.iterancestors(f"{W}p"), None)
        if above is not paragraph or any(
            each.tag in SKIPPED or each.tag == _FALLBACK for each in element.iterancestors()
        ):
            continue
        yield element.text or "" if element.tag == f"{W}t" else " "
