"""Once: what several rules read of a subject, read a single time for all of them.

Most rules look for what most paragraphs cannot hold: a share without a %, a bracket that nobody typed. So
paragraphs are known by their characters, and a rule that says what it needs sees only those that have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

from ..content import Content, Heading, Paragraph
from ..diagnostics import Diagnostic
from ..directions import contradictions
from ..prose import Prose, joined, prose_of
from .outline import Part, body, outline
from .passages import Passage
from .quantities import Told, told
from .rule import Subject

T = TypeVar("T")


def once(subject: Subject, key: object, read: Callable[[], T]) -> T:
    """Give what is read of a subject under a key, read when it is asked for first."""
    if key not in subject.shared:
        subject.shared[key] = read()
    known: T = subject.shared[key]
    return known


def having(subject: Subject, needs: frozenset[str]) -> Sequence[Passage]:
    """List the passages that have one of these characters."""

    def read() -> Sequence[Passage]:
        own = needs & once(subject, "characters", lambda: _union(each.chars for each in subject.passages))
        return [each for each in subject.passages if not own.isdisjoint(each.chars)] if own else ()

    return once(subject, ("having", needs), read)


def proses(subject: Subject, needs: str = "") -> Sequence[Prose]:
    """Read the running text.

    Args:
        subject: What is looked over.
        needs: Characters of which a paragraph must have one to be listed; empty: it is listed anyway.
    """
    content = subject.content
    every = once(subject, "proses", lambda: tuple(prose_of(content)) if content is not None else ())

    def read() -> Sequence[Prose]:
        own = once(subject, "running", lambda: _union(each.text for each in every)).intersection(needs)
        return [each for each in every if any(char in each.text for char in own)] if own else ()

    return once(subject, ("proses", needs), read) if needs else every


def texts(subject: Subject, needs: str = "", *, attached: bool = True) -> Sequence[Prose]:
    """Read headings, paragraphs and notes of tables, each by itself.

    Args:
        subject: What is looked over.
        needs: Characters of which one must stand in a paragraph for it to be listed; empty: it is anyway.
        attached: Whether attachments are read too.
    """
    content = subject.content
    every = once(subject, ("texts", attached), lambda: _texts(content, attached) if content else ())
    return [each for each in every if any(char in each.text for char in needs)] if needs else every


def whole(subject: Subject) -> str:
    """Give all passages in one text, a line each: what it has not, none of them has."""

    def read() -> str:
        return "\n".join([passage.text.replace("\n", " ") for passage in subject.passages])

    return once(subject, "whole", read)


def may_hold(subject: Subject, words: str) -> bool:
    """Tell whether words may stand anywhere: any two characters of them do stand together somewhere."""
    text = whole(subject)
    pairs = once(subject, "pairs", lambda: frozenset(pairwise(text)))
    return pairs.issuperset(pairwise(words))


def contradicted(subject: Subject) -> Sequence[Diagnostic]:
    """Look for words that their figures contradict; a file without figures has none."""

    def read() -> Sequence[Diagnostic]:
        if not (subject.content and subject.report and subject.figures) or subject.year is None:
            return ()
        wording = subject.report.wording
        return tuple(contradictions(subject.content, subject.figures, wording, year=subject.year))

    return once(subject, "contradicted", read)


def parts(subject: Subject) -> Sequence[Part]:
    """Read the outline."""
    content = subject.content
    return once(subject, "parts", lambda: tuple(outline(content)) if content is not None else ())


def sentences(subject: Subject) -> Sequence[Told]:
    """Read the running text sentence by sentence, with its numbers."""
    content = subject.content
    return once(subject, "told", lambda: tuple(told(content)) if content is not None else ())


def paragraphs(subject: Subject) -> Sequence[Sequence[Told]]:
    """Read the running text paragraph by paragraph, each as its sentences."""

    def read() -> Sequence[Sequence[Told]]:
        return [list(group) for _, group in groupby(sentences(subject), key=lambda each: id(each.prose))]

    return once(subject, "paragraphs", read)


def _texts(content: Content, attached: bool) -> tuple[Prose, ...]:
    return tuple(
        joined(node.spans)
        for node in (content.nodes if attached else body(content))
        if isinstance(node, Heading) or (isinstance(node, Paragraph) and node.role in ("text", "table-note"))
    )


def _union(texts: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset().union(*texts)
