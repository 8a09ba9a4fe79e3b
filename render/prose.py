"""Prose: the running text of a content, with the figure behind every character that prints one.

A paragraph is one text, however many spans it has, so that what an author typed around a figure can be
read together with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from .content import Content, Heading, Paragraph, Span
from .diagnostics import Source
from .noun import Noun


class Prose(Noun, frozen=True):
    """One paragraph's characters and where they come from."""

    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]  # first character of each span

    def span_at(self, at: int) -> Span:
        """Find the span of a character."""
        return self.spans[bisect_right(self.starts, at) - 1]

    def source_at(self, at: int) -> Source:
        """Name the author's line of a character."""
        return self.span_at(at).source

    def is_typed(self, start: int, stop: int) -> bool:
        """Tell whether characters were all typed by the author, none inserted for a figure."""
        return all(self.span_at(at).figure is None for at in range(start, stop))

    def figures(self) -> Iterator[tuple[int, int, Span]]:
        """List the spans that print figures, each with the range of its characters."""
        for start, span in zip(self.starts, self.spans, strict=True):
            if span.figure is not None:
                yield start, start + len(span.text), span


def prose_of(content: Content) -> Iterator[Prose]:
    """Read the paragraphs and headings of a content; a heading that runs in is read with its paragraph."""
    waiting: tuple[Span, ...] = ()
    for node in content.nodes:
        if isinstance(node, Heading) and node.run_in:
            waiting = node.spans
            continue
        if isinstance(node, Heading | Paragraph):
            yield joined((*waiting, *node.spans))
        elif waiting:
            yield joined(waiting)
        waiting = ()
    if waiting:
        yield joined(waiting)


def joined(spans: Iterable[Span]) -> Prose:
    """Put spans together."""
    kept = tuple([span for span in spans if span.text])
    if len(kept) == 1:
        return Prose(kept[0].text, kept, (0,))
    starts: list[int] = []
    at = 0
    for span in kept:
        starts.append(at)
        at += len(span.text)
    return Prose("".join([span.text for span in kept]), kept, tuple(starts))
