"""Texts looked over by the rules about language alone, as plain paragraphs of a file from anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from render.check import RULES, Subject, check
from render.content import Content, Node, Paragraph, Span
from render.diagnostics import Diagnostic, Source

PREFIXES = ("mark.", "numeral.", "number.", "unit.", "char.", "word.")
LANGUAGE = tuple(rule for rule in RULES if rule.code.startswith(PREFIXES))


@dataclass(frozen=True)
class Place:
    """A finding's code, the paragraph it is in, and what was quoted."""

    code: str
    line: int
    found: str


def content_of(paragraphs: list[str]) -> Content:
    """Typed paragraphs, numbered from 1."""
    nodes: list[Node] = []
    for line, text in enumerate(paragraphs, 1):
        source = Source("text", line)
        nodes.append(Paragraph("text", (Span(text, source),), source))
    return Content("工作报告", 2020, None, None, {}, tuple(nodes))


def findings(paragraphs: list[str]) -> tuple[Diagnostic, ...]:
    """What the rules about language find."""
    return check(Subject(content=content_of(paragraphs)), LANGUAGE).findings


def found_in(paragraphs: list[str]) -> list[Place]:
    """The same, as far as tests compare it."""
    return [
        Place(each.code, each.source.line or 0, str(each.values.get("found", each.values)))
        for each in findings(paragraphs)
    ]
