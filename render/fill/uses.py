"""Uses: which figures the expressions of a report mention, and what for.

Nothing is rendered: a branch that is not taken this year is read too. A name that the text makes itself
by `set` or `for` is followed no further than the figures it was made from.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from jinja2 import nodes

from ..diagnostics import Diagnostic, Source
from ..noun import Noun
from ..report import FigureTable, Report, SourceText
from .findings import Findings
from .language import parse, place
from .names import FIGURES, Names
from .passages import without_comments


class Purpose(StrEnum):
    """What an expression wants a figure for."""

    PRINT = "print"
    CONDITION = "condition"  # whether or how often something is said
    NAME = "name"  # kept under a name of the text's own


class Mention(Noun, frozen=True):
    """A figure in an expression."""

    figure: str  # its key
    purpose: Purpose
    source: Source
    element: str = ""  # the metadata key whose value mentions it, in Chinese


def mentions_in(report: Report) -> Iterator[Mention]:
    """List every mention of a figure in the text, the attachments and the metadata."""
    from .metadata import KEYS

    reader = _Reader(report.figures)
    yield from reader.text(report.text)
    for attachment in report.attachments:
        title = SourceText(attachment.title, attachment.source.file, (attachment.source.line or 0,))
        yield from reader.text(title)
        yield from reader.text(attachment.text)
    for group in (report.metadata, *report.by_year.values(), *report.editions.values()):
        for name, entry in group.items():
            values = entry.value if isinstance(entry.value, tuple) else (entry.value,)
            for value in values:
                if isinstance(value, str) and "{" in value:
                    lines = (entry.source.line or 0,) * (value.count("\n") + 1)
                    text = SourceText(value, entry.source.file, lines)
                    yield from reader.text(text, KEYS[name].chinese)


class _Reader:
    """Reads texts for the figures of one table."""

    def __init__(self, table: FigureTable) -> None:
        self._names = Names({}, table, 0)

    def text(self, text: SourceText, element: str = "") -> Iterator[Mention]:
        """List the mentions of one text; none when it cannot be read, which the build reports."""
        if "{" not in text.text:
            return
        text = without_comments(text, Findings())
        tree = parse(text)
        if isinstance(tree, Diagnostic):
            return
        for key, purpose, line in self._statements(tree.body):
            yield Mention(key, purpose, place(text, line), element)

    def _statements(self, body: list[nodes.Node]) -> Iterator[tuple[str, Purpose, int]]:
        for node in body:
            match node:
                case nodes.Output():
                    for expression in node.nodes:
                        yield from self._expression(expression, Purpose.PRINT)
                case nodes.If():
                    for branch in (node, *node.elif_):
                        yield from self._expression(branch.test, Purpose.CONDITION)
                        yield from self._statements(branch.body)
                    yield from self._statements(node.else_)
                case nodes.For():
                    yield from self._expression(node.iter, Purpose.NAME)
                    if node.test is not None:
                        yield from self._expression(node.test, Purpose.CONDITION)
                    yield from self._statements(node.body)
                    yield from self._statements(node.else_)
                case nodes.Assign():
                    yield from self._expression(node.node, Purpose.NAME)
                case nodes.AssignBlock() | nodes.Macro():
                    yield from self._statements(node.body)

    def _expression(self, node: nodes.Node, purpose: Purpose) -> Iterator[tuple[str, Purpose, int]]:
        if isinstance(node, nodes.CondExpr):
            yield from self._expression(node.test, Purpose.CONDITION)
            yield from self._expression(node.expr1, purpose)
            if node.expr2 is not None:
                yield from self._expression(node.expr2, purpose)
            return
        if isinstance(node, nodes.Name) and node.name in self._names.table.figures:
            yield node.name, purpose, node.lineno
        if (
            isinstance(node, nodes.Getitem)
            and isinstance(node.node, nodes.Name)
            and node.node.name in FIGURES
            and isinstance(node.arg, nodes.Const)
        ):
            for figure in self._names.figures_called(str(node.arg.value)):
                yield figure.key, purpose, node.lineno
        for child in node.iter_child_nodes():
            yield from self._expression(child, purpose)
