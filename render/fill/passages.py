"""Passages: one text of a report on its way from source to rendered lines and nodes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import nodes

from ..content import Node, Spans
from ..diagnostics import Diagnostic, Source
from ..noun import Noun, field
from ..report import SourceText
from ..wording import DEFAULTS, Wording
from .expressions import Evaluator
from .findings import Findings
from .inline import Line, spans_of_text
from .language import Checker, parse, place
from .limits import LimitReached, Meter
from .markdown import read_markdown
from .marks import Values, strip_comments, take_marks_off
from .names import Names
from .rendering import Rendering

LONGEST_KEPT = 20_000  # characters of a text whose tree is kept; some forty pages


class Job(Noun, frozen=True):
    """What all texts of one report share while they are filled."""

    findings: Findings = field(default_factory=Findings)
    meter: Meter = field(default_factory=Meter)
    wording: Wording = DEFAULTS

    def passage(
        self, text: SourceText, names: Names, *, below_title: bool = False
    ) -> tuple[Node, ...] | None:
        """Make nodes of a Markdown text; None when it could not be rendered.

        Below a title that was a heading itself, the text's headings may begin at the second level.
        """
        values = Values()
        lines = self._render(without_comments(text, self.findings), names, values, _tree_of)
        if lines is None:
            return None
        return read_markdown(lines, values, self.findings, below_title=below_title)

    def frame(self, document: str, file: str, names: Names) -> tuple[Node, ...] | None:
        """Make nodes of a template's document, whose syntax tree is kept for the next report."""
        values = Values()
        lines = self._render(_numbered(document, file), names, values, _tree_of)
        return None if lines is None else read_markdown(lines, values, self.findings)

    def spans(self, text: str, source: Source, names: Names) -> Spans:
        """Make spans of a text that stands by itself, such as a title: expressions, but no markup."""
        values = Values()
        lines = (source.line or 0,) * (text.count("\n") + 1)
        rendered = self._render(SourceText(text, source.file, lines), names, values, parse)
        typed = "\n".join([line.text for line in rendered or ()])
        return spans_of_text(typed, source, values)

    def words(self, text: SourceText, names: Names) -> str:
        """Make plain characters of a text that is said many times over, with other names each time."""
        values = Values()
        lines = self._render(text, names, values, _tree_of)
        return values.text("\n".join([line.text for line in lines or ()]))

    def _render(
        self,
        text: SourceText,
        names: Names,
        values: Values,
        read: Callable[[SourceText], nodes.Template | Diagnostic],
    ) -> list[Line] | None:
        tree = read(text)
        if isinstance(tree, Diagnostic):
            self.findings.add(tree)
            return None
        checker = Checker(names, text, self.findings)
        evaluator = Evaluator(names, text, self.findings, self.meter, self.wording)
        try:
            checker.check(tree)
            lines = take_marks_off(Rendering(evaluator, values, self.meter).render(tree))
        except LimitReached as limit:
            at = place(text, evaluator.line or checker.line)
            self.findings.add(Diagnostic(limit.code, at, {"most": limit.most}))
            return None
        places = {number: place(text, number) for number in set(lines.origins)}
        return [Line(line, places[n]) for line, n in zip(lines.texts, lines.origins, strict=True)]


@lru_cache(16)
def names_in(document: str, file: str) -> frozenset[str]:
    """List the names that a template's document mentions; none when it cannot be read."""
    tree = _tree_of(_numbered(document, file))
    names = () if isinstance(tree, Diagnostic) else tree.find_all(nodes.Name)
    return frozenset(name.name for name in names)


def _numbered(document: str, file: str) -> SourceText:
    return SourceText(document, file, tuple(range(1, document.count("\n") + 2)))


def without_comments(text: SourceText, findings: Findings) -> SourceText:
    """Take the author's own notes out of a text."""
    if "<!--" not in text.text:
        return text
    kept, lines, unclosed = strip_comments(text.text, text.lines)
    if unclosed is not None:
        findings.add(Diagnostic("comment.unclosed", Source(text.file, unclosed)))
    return SourceText(kept, text.file, lines)


# A batch puts every report into the same few documents, and often one text is said for many offices.
_parse_once = lru_cache(32)(parse)


def _tree_of(text: SourceText) -> nodes.Template | Diagnostic:
    """Read a text, or take the tree it gave before; that of a long text takes more room than it is worth."""
    return _parse_once(text) if len(text.text) <= LONGEST_KEPT else parse(text)
