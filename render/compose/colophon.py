"""Colophon: the elements of 版记 as one block (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from ..blocks import Colophon, Paragraph, Run
from ..content import Paragraph as SaidParagraph

ROLES = ("copies", "printer", "printed")
_COLON = "："


def colophon(said: Sequence[SaidParagraph]) -> Colophon:
    """Put the elements of a colophon together; what stands after a colon is hung below its first name."""
    found = {role: [_paragraph(each) for each in said if each.role == role] for role in ROLES}
    return Colophon(
        lists=tuple(found["copies"]),
        printer=found["printer"][0] if found["printer"] else None,
        printed=found["printed"][0] if found["printed"] else None,
        source=said[0].source,
    )


def _paragraph(said: SaidParagraph) -> Paragraph:
    runs = tuple(
        Run(span.text.replace("\n", ""), span.source, None, span.figure) for span in said.spans if span.text
    )
    text = "".join(run.text for run in runs)
    return Paragraph(said.role, runs, said.source, hanging=text.find(_COLON) + 1)
