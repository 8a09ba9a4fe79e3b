"""Asides of a DOCX: what stands beside the text in parts of its own, comments, notes, running heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...diagnostics import Source
from ..found import Dropped, FoundParagraph, Look
from ..lexicon import LETTERHEAD
from .blanks import tidy
from .docx_tables import SKIPPED, W
from .package import Package, Target

_FOLIO = re.compile(r"[\s\d\-—–－·•|/第页共]*|Page[\s\dof]*", re.IGNORECASE)
LEAST_MARK = 22  # points of a red head (发文机关标志)

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
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


def letterhead(
    package: Package, targets: Mapping[str, Target], body: Any
) -> tuple[str, list[FoundParagraph]]:
    """Find a red head that stands in the page header: the part it is in, and its paragraphs.

    It is in the header of the first page, or in the only one, set red and large; a header that merely names
    a document is a running head.
    """
    section = next(body.iter(f"{W}sectPr"), None)
    references = section.findall(f"{W}headerReference") if section is not None else []
    wanted = "default" if section is None or section.find(f"{W}titlePg") is None else "first"
    for reference in references:
        target = targets.get(reference.get(f"{_R}id") or "")
        if (reference.get(f"{W}type") or "default") != wanted or target is None or target.is_outside:
            continue
        root = package.part(target.name)
        found: list[FoundParagraph] = []
        has_mark = False
        for paragraph in root.iter(f"{W}p") if root is not None else ():
            text = tidy("".join(_shown(paragraph)))
            if not text or _FOLIO.fullmatch(text):
                continue
            size = max((_number(each) / 2 for each in paragraph.iter(f"{W}sz")), default=0.0)
            is_red = any(_is_red(each.get(f"{W}val") or "") for each in paragraph.iter(f"{W}color"))
            has_mark = has_mark or (is_red and size >= LEAST_MARK and LETTERHEAD.fullmatch(text) is not None)
            found.append(FoundParagraph(text, package.source, Look(size=size, is_centred=True)))
        if has_mark:
            return target.name, found
    return "", []


def _number(element: Any) -> float:
    text = element.get(f"{W}val") or ""
    return float(text) if text.isdecimal() else 0.0


def _is_red(color: str) -> bool:
    """Tell a colour in which red by far outweighs green and blue."""
    if not re.fullmatch("[0-9A-Fa-f]{6}", color):
        return False
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return red > 150 and max(green, blue) < red / 2


def running_heads(
    package: Package, targets: Iterable[Target], name: str, taken: str = ""
) -> Iterator[Dropped]:
    """List what stands in the headers and footers, each text once; page numbers too.

    Args:
        package: The file.
        targets: Its parts.
        name: What people call it.
        taken: A header that is text, as `letterhead` found.
    """
    seen: set[str] = set()
    for target in targets:
        if target.kind not in ("header", "footer") or target.is_outside or target.name == taken:
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
