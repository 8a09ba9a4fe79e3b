"""Signature: issuers, date and pictures of seals as one block, where the document is sealed.

One that is not sealed is set as paragraphs (GB/T 9704-2012, 7.3.5.2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..blocks import Image, Paragraph, Run, Seal, Signature
from ..content import Content, Node, Picture
from ..content import Paragraph as SaidParagraph
from ..noun import replace
from ..template import Template

ROLES = ("issuer", "signatory", "date")
_UNSEALED = "不用"


def is_sealed(content: Content, template: Template) -> bool:
    """Tell whether room is left for seals: as 用印 says, else as the form is usually issued."""
    return (content.metadata.get("seal") or template.seal.usual) != _UNSEALED


def said_together(nodes: Sequence[Node], position: int) -> list[SaidParagraph | Picture]:
    """List the nodes of a signature from a position on: names, date, pictures of seals."""
    found: list[SaidParagraph | Picture] = []
    for node in nodes[position:]:
        if isinstance(node, SaidParagraph) and node.role in ROLES:
            if found and isinstance(found[-1], Picture):
                break
            found.append(node)
        elif isinstance(node, Picture) and node.role == "seal":
            found.append(node)
        else:
            break
    return found


def signature(said: Sequence[SaidParagraph | Picture], images: Mapping[str, Image]) -> Signature:
    """Put a signature together; a picture that could not be read is left out."""
    paragraphs = [each for each in said if isinstance(each, SaidParagraph)]
    names = tuple(_paragraph(each) for each in paragraphs if each.role != "date")
    dates = [_paragraph(each) for each in paragraphs if each.role == "date"]
    pictures = [each for each in said if isinstance(each, Picture) and each.path in images]
    seals = tuple(
        Seal(each.path, each.alternative or f"{names[n].text if n < len(names) else ''}印章")
        for n, each in enumerate(pictures)
    )
    return Signature(
        names=names,
        date=dates[0] if dates else None,
        seals=seals,
        source=said[0].source,
        is_signed=any(each.role == "signatory" for each in paragraphs),
    )


def _paragraph(said: SaidParagraph) -> Paragraph:
    runs = tuple(Run(span.text, span.source, None, span.figure) for span in said.spans if span.text)
    return Paragraph(
        said.role, tuple(replace(run, text=run.text.replace("\n", "")) for run in runs), said.source
    )
