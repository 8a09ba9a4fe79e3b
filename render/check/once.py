"""Once: what several rules read of a subject, read a single time for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from ..prose import Prose, prose_of
from .outline import Part, outline
from .rule import Subject


def proses(subject: Subject) -> Sequence[Prose]:
    """Read the running text."""
    if "proses" not in subject.shared:
        subject.shared["proses"] = tuple(prose_of(subject.content)) if subject.content is not None else ()
    known: Sequence[Prose] = subject.shared["proses"]
    return known


def parts(subject: Subject) -> Sequence[Part]:
    """Read the outline."""
    if "parts" not in subject.shared:
        subject.shared["parts"] = tuple(outline(subject.content)) if subject.content is not None else ()
    known: Sequence[Part] = subject.shared["parts"]
    return known
