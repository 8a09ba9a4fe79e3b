"""Once: what several rules read of a subject, read a single time for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..diagnostics import Diagnostic
from ..directions import contradictions
from ..prose import Prose, prose_of
from .outline import Part, outline
from .quantities import Told, told
from .rule import Subject


def proses(subject: Subject) -> Sequence[Prose]:
    """Read the running text."""
    if "proses" not in subject.shared:
        subject.shared["proses"] = tuple(prose_of(subject.content)) if subject.content is not None else ()
    known: Sequence[Prose] = subject.shared["proses"]
    return known


def contradicted(subject: Subject) -> Sequence[Diagnostic]:
    """Look for words that their figures contradict; a file without figures has none."""
    if "contradicted" not in subject.shared:
        told: Iterable[Diagnostic] = ()
        if subject.content and subject.report and subject.figures and subject.year is not None:
            wording = subject.report.wording
            told = contradictions(subject.content, subject.figures, wording, year=subject.year)
        subject.shared["contradicted"] = tuple(told)
    known: Sequence[Diagnostic] = subject.shared["contradicted"]
    return known


def parts(subject: Subject) -> Sequence[Part]:
    """Read the outline."""
    if "parts" not in subject.shared:
        subject.shared["parts"] = tuple(outline(subject.content)) if subject.content is not None else ()
    known: Sequence[Part] = subject.shared["parts"]
    return known


def sentences(subject: Subject) -> Sequence[Told]:
    """Read the running text sentence by sentence, with its numbers."""
    if "told" not in subject.shared:
        subject.shared["told"] = tuple(told(subject.content)) if subject.content is not None else ()
    known: Sequence[Told] = subject.shared["told"]
    return known
