"""Covering texts: what goes along with a report, such as the subject and the text of a message.

They are said in the report's own language: its metadata and figures by name, and beside them fields
that differ from text to text, such as a recipient's name.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..content import Span
from ..diagnostics import Diagnostic
from ..report import Report, SourceText
from .findings import Findings
from .metadata import KEYS, entries_of, one_line, say
from .names import Names
from .passages import Job
from .values import Phrase


class CoveringTexts:
    """Says texts for one report, one year and one edition; a text is parsed once, however often said."""

    def __init__(
        self, report: Report, *, year: int, edition: str | None = None, overrides: Mapping[str, str]
    ) -> None:
        job = Job()  # what is wrong with the report itself is found when it is filled
        entries = entries_of(report, year, edition, overrides, job.findings)
        said = say(entries, Names({}, report.figures, year), job)
        self._table, self._year = report.figures, year
        self._findings = Findings()
        self._values: dict[str, object] = {
            name: Phrase((Span(str(entry.value), entry.source),)) for name, entry in report.names.items()
        }
        for name, value in said.items():
            for spelling in (KEYS[name].chinese, name):
                self._values[spelling] = (
                    Phrase((Span(one_line(value), entries[name].source),))
                    if isinstance(value, Phrase)
                    else value
                )

    def say(self, text: SourceText, fields: Mapping[str, str]) -> str:
        """Fill in a text.

        Args:
            text: Expressions, but no markup.
            fields: Values of this text alone, by name; they come before the report's.

        Returns:
            The text; what a faulty expression stands for is left out and found.
        """
        if "{" not in text.text:
            return text.text
        job = Job(findings=self._findings)
        return job.words(text, Names({**self._values, **fields}, self._table, self._year))

    def found(self) -> tuple[Diagnostic, ...]:
        """List what was wrong with all texts said so far, each fault once."""
        return self._findings.all()
