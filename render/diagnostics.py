"""Diagnostics: what is wrong with an author's report, where, and under which stable code.

A diagnostic carries no prose. Its code names an entry of `messages`, which holds the wording in
Chinese and English, the severity and the exit status; `values` fill the blanks of that wording.
A stage collects diagnostics and goes on where a sensible page remains; where nothing sensible
remains it raises `Faults` with everything found so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .noun import Noun, field


class Source(Noun, frozen=True):
    """Where something was written: a line of a text, a cell of a sheet, or a page of an output.

    Every field may be absent; `Source()` says that nothing is known.
    """

    file: str = ""  # as the author would name it, relative to the report folder
    line: int | None = None  # from 1
    sheet: str = ""
    cell: str = ""  # A1 notation
    page: int | None = None  # printed page number
    column: int | None = None  # from 1


NOWHERE = Source()


class Diagnostic(Noun, frozen=True):
    """One finding: its code, its place, and the values its wording needs."""

    code: str  # a key of `messages.FAULTS`; never changes once published
    source: Source = NOWHERE
    values: Mapping[str, object] = field(default_factory=dict)


class Faults(Exception):
    """Stop a stage: nothing sensible is left to do with what the author gave."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(", ".join(d.code for d in self.diagnostics))


def fault(code: str, source: Source = NOWHERE, **values: object) -> Faults:
    """Wrap one diagnostic as an exception ready to raise."""
    return Faults([Diagnostic(code, source, values)])
