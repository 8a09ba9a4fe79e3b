"""Masthead: the elements above the title as one block (GB/T 9704-2012, 7.2 and clause 10)."""

from __future__ import annotations

from ..blocks import Masthead, Paragraph, Run
from ..content import Content, Node, Spans
from ..content import Paragraph as SaidParagraph
from ..noun import replace

ROLES = ("copy-no", "security", "urgency", "stage", "mark", "mark-suffix", "number", "signer")
LABEL = "签发人："
_UPWARD = "上行"
_PREPRINTED = "预印纸"


def said_above(nodes: tuple[Node, ...]) -> tuple[SaidParagraph, ...]:
    """List the elements of a masthead that a report begins with; none without an agency's mark."""
    above: list[SaidParagraph] = []
    for node in nodes:
        if not (isinstance(node, SaidParagraph) and node.role in ROLES):
            break
        above.append(node)
    return tuple(above) if any(said.role == "mark" for said in above) else ()


def masthead(said: tuple[SaidParagraph, ...], content: Content) -> Masthead:
    """Put the elements of a masthead together."""
    named = {role: [each for each in said if each.role == role] for role in ROLES}

    def one(role: str) -> Paragraph | None:
        return _paragraph(named[role][0]) if named[role] else None

    signers = [_paragraph(each) for each in named["signer"]]
    return Masthead(
        corner=_corner(named),
        stage=one("stage"),
        mark=tuple(part for each in named["mark"] for part in _names(each)),
        suffix=one("mark-suffix"),
        number=one("number"),
        signers=tuple(_signer(each, is_first=not n) for n, each in enumerate(signers)),
        source=said[0].source,
        is_preprinted=content.metadata.get("masthead") == _PREPRINTED,
        is_upward=content.metadata.get("direction", _UPWARD if signers else "") == _UPWARD,
    )


def _corner(named: dict[str, list[SaidParagraph]]) -> tuple[Paragraph, ...]:
    """Stack 份号, 密级 and 紧急程度, a row each (7.2.1 to 7.2.3); 密级 keeps to the second row."""
    rows = [_paragraph(said) for role in ("copy-no", "security", "urgency") for said in named[role][:1]]
    if rows and rows[0].style == "security":
        rows.insert(0, Paragraph("blank", (), rows[0].source))
    return tuple(rows)


def _names(said: SaidParagraph) -> list[Paragraph]:
    """Give every line of the mark a paragraph; the author's own line breaks count."""
    runs = _runs(said.spans)
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text)] for text in others]
    return [Paragraph("mark", tuple(r for r in line if r.text), said.source) for line in lines if line]


def _signer(name: Paragraph, *, is_first: bool) -> Paragraph:
    """Set a name in 楷体, the first behind its label (7.2.6)."""
    named = tuple(replace(run, style="signer-name") for run in name.runs)
    label = (Run(LABEL, name.source),) if is_first else ()
    return replace(name, runs=(*label, *named))


def _paragraph(said: SaidParagraph) -> Paragraph:
    runs = tuple(replace(run, text=run.text.replace("\n", "")) for run in _runs(said.spans))
    return Paragraph(said.role, runs, said.source)


def _runs(spans: Spans) -> tuple[Run, ...]:
    return tuple(Run(span.text, span.source, None, span.figure) for span in spans if span.text)
